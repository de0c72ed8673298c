"""Lengths of time, repetitions, clock times and words like "recent"."""

import re
from dataclasses import replace

from ..context import Context
from ..words import SET_WORDS, TODAY_WORDS, UNITS, WEEKDAYS
from .absolute import read_day_of_month, read_iso, read_numeric
from .core import (
    Match,
    Reading,
    day_in_question,
    duration,
    number_of,
    truncate,
)

_OLD = re.compile(r"\s{0,2}-?\s{0,2}olds?\b")


def read_duration(m: Match, ctx: Context) -> Reading | None:
    unit = UNITS[m.word("unit")]
    if unit == "Q" and re.match(r"\s+of\b", ctx.text[m.end : m.end + 4]):
        return None  # "about a quarter of the jobs"
    if unit == "WE" or _OLD.match(ctx.text[m.end : m.end + 8]):
        return None
    number = number_of(m.one("number"))
    tens = m.one("tens")
    if tens is not None and number is not None and m.word("number") not in ("a", "an"):
        extra = number_of(tens)
        number = number * extra if extra in (12, 100) else number + (extra or 0)
    if m.one("half") and number is not None:
        number += 0.5
    if m.word("number") in ("a", "an") and tens is not None:
        number = number_of(tens)
    about = m.groups.get("about")
    if m.word("unit") == "second":
        return None
    mod = (
        "APPROX"
        if about and about[0].word in ("about", "around", "nearly", "almost", "approximately", "roughly")
        else ""
    )
    return Reading("DURATION", duration(number, unit), "a length of time", mod=mod, basis="unresolved", keeps_ref=True)


def read_half_unit(m: Match, ctx: Context) -> Reading | None:
    """ "half a year", "half an hour"."""
    smaller = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "E": "P5Y", "C": "P50Y", "M": "P15D"}
    unit = UNITS[m.word("unit")]
    if m.word("half") != "half" or unit not in smaller:
        return None
    return Reading("DURATION", smaller[unit], "a length of time", basis="unresolved", keeps_ref=True)


def read_date_and_clock(m: Match, ctx: Context) -> Reading | None:
    """ "June 20, 2024 3:12 AM", "17:48, 21 June 2024": a full date with the time beside it."""
    if m.one("iso"):
        day = read_iso(m, ctx)
    elif m.one("numeric"):
        day = read_numeric(m, ctx)
    else:
        day = read_day_of_month(m, ctx)
    if day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day.value):
        return None
    clock = read_clock(Match({k: v for k, v in m.groups.items() if k in ("clock", "q", "zone")}, m.start, m.end), ctx)
    if clock is None:
        return None
    return replace(day, type="TIME", value=f"{day.value}T{clock.value.split('T', 1)[1]}")


def read_plural_unit(m: Match, ctx: Context) -> Reading | None:
    unit = UNITS[m.word("unit")]
    if not m.word("unit").endswith("s") or unit in ("TS", "WE", "Q"):
        return None
    if _OLD.match(ctx.text[m.end : m.end + 8]):
        return None
    return Reading("DURATION", duration(None, unit), "a length of time", basis="unresolved", keeps_ref=True)


def read_set(m: Match, ctx: Context) -> Reading | None:
    word = m.word("every")
    if word in SET_WORDS:
        return Reading("SET", SET_WORDS[word], "repeats", basis="unresolved", keeps_ref=True)
    if m.one("weekday"):
        return Reading(
            "SET", f"XXXX-WXX-{WEEKDAYS[m.word('weekday')] + 1}", "repeats", basis="unresolved", keeps_ref=True
        )
    number = number_of(m.one("number")) if m.one("number") else 1
    return Reading("SET", duration(number, UNITS[m.word("unit")]), "repeats", basis="unresolved", keeps_ref=True)


def read_ref_word(m: Match, ctx: Context) -> Reading | None:
    word = m.word("ref")
    if m.one("unit"):  # "recent years"
        return Reading(
            "DURATION", duration(None, UNITS[m.word("unit")]), "a length of time", basis="unresolved", keeps_ref=True
        )
    if (word == "former" and not ctx.narrative) or word == "present" or (word == "current" and ctx.narrative):
        return None
    value = {"recent": "PAST_REF", "former": "PAST_REF", "future": "FUTURE_REF", "current": "PRESENT_REF"}[word]
    return Reading("DATE", value, "no calendar date", basis="unresolved", keeps_ref=True)


def read_clock(m: Match, ctx: Context) -> Reading | None:
    """ "10:25", "7:30 p.m. local time", "16:08 UTC": the time on the day that the text is on."""
    token = m.one("clock") or m.one("hour")
    assert token is not None
    word = f"{token.word[:2]}:{token.word[2:]}" if token.word.isdigit() and len(token.word) == 4 else token.word
    numbers = [int(part) for part in re.split(r"[:.]", word)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    meridiem = m.word("q").replace(".", "")
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    base = None
    if m.one("weekday"):
        base = ctx.weekday(WEEKDAYS[m.word("weekday")], ctx.tense(m.start, m.end))
    elif m.one("today"):
        base = ctx.unit("D", TODAY_WORDS[m.word("today")][1])
    elif m.one("month"):
        inner = read_day_of_month(m, ctx)
        base = inner.value if inner and inner.value[0].isdigit() else None
    else:
        told = ctx.base() if ctx.narrative or ctx.published is None else day_in_question(ctx)
        base = truncate(told or "", "D")
    zone = "Z" if m.word("zone") in ("utc", "gmt") else ""
    if base is None:
        return Reading(
            "TIME",
            f"XXXX-XX-XXT{hour:02d}:{minute:02d}{zone}",
            "the day is not told",
            basis="unresolved",
            keeps_ref=True,
        )
    return Reading(
        "TIME",
        f"{base}T{hour:02d}:{minute:02d}{zone}",
        "counted from the published date",
        base,
        basis="calculated",
        keeps_ref=True,
    )
