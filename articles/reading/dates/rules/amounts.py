"""Lengths of time, repetitions and words like "recent"."""

import re

from ..context import Context
from ..words import MONTHS, SEASONS, SET_WORDS, UNITS, WEEKDAYS
from .context import read_hours_later
from .core import Match, Reading, duration, number_of, part_code, part_suffix, unresolved

_WITHIN = re.compile(r"\bwithin\s$")
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
        if extra in (12, 100, 1000):
            number *= extra
        elif number < 20 or number % 10:
            return None  # "at a second one eight days later"
        else:
            number += extra or 0
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
    return unresolved("DURATION", duration(number, unit), "a length of time", mod=mod, keeps_ref=True)


def read_half_unit(m: Match, ctx: Context) -> Reading | None:
    """ "half a year", "half an hour"."""
    smaller = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "E": "P5Y", "C": "P50Y", "M": "P15D"}
    unit = UNITS[m.word("unit")]
    if m.word("half") != "half" or unit not in smaller:
        return None
    return unresolved("DURATION", smaller[unit], "a length of time", keeps_ref=True)


def read_plural_unit(m: Match, ctx: Context) -> Reading | None:
    unit = UNITS[m.word("unit")]
    if not m.word("unit").endswith("s") or unit in ("TS", "WE", "Q"):
        return None
    if _OLD.match(ctx.text[m.end : m.end + 8]):
        return None
    if _WITHIN.search(ctx.text, max(0, m.start - 8), m.start) and (reading := read_hours_later(m, ctx)):
        return reading
    return unresolved("DURATION", duration(None, unit), "a length of time", keeps_ref=True)


def read_set(m: Match, ctx: Context) -> Reading | None:
    word = m.word("every")
    if word in SET_WORDS:
        return unresolved("SET", SET_WORDS[word], "repeats", keeps_ref=True)
    if weekday := m.word("weekday") or m.word("weekday2"):
        value = f"XXXX-WXX-{WEEKDAYS[weekday] + 1}{part_suffix(part_code(m)) if m.one('part') else ''}"
        return unresolved("SET", value, "repeats", keeps_ref=True)
    if m.one("part"):
        return unresolved("SET", f"XXXX-XX-XX{part_suffix(part_code(m))}", "repeats", keeps_ref=True)
    if m.one("season") or m.one("month"):
        value = f"XXXX-{SEASONS[m.word('season')] if m.one('season') else format(MONTHS[m.word('month')], '02d')}"
        return unresolved("SET", value, "repeats", keeps_ref=True)
    number = number_of(m.one("number")) if m.one("number") else 1
    return unresolved("SET", duration(number, UNITS[m.word("unit")]), "repeats", keeps_ref=True)


def read_ref_word(m: Match, ctx: Context) -> Reading | None:
    word = m.word("ref")
    if m.one("unit"):  # "recent years"
        return unresolved("DURATION", duration(None, UNITS[m.word("unit")]), "a length of time", keeps_ref=True)
    if (word == "former" and not ctx.narrative) or word == "present" or (word == "current" and ctx.narrative):
        return None
    value = {"recent": "PAST_REF", "former": "PAST_REF", "future": "FUTURE_REF", "current": "PRESENT_REF"}[word]
    return unresolved("DATE", value, "no calendar date", keeps_ref=True)
