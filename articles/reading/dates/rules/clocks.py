"""Times of day: beside a date, on a weekday, or on the day that the text is on; and what zones do to the day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from articles.edtf import day_in_words

from ..context import Context
from ..how import FROM_PUBLISHED, How
from ..values import as_day, day_value
from ..words import CITY_TIMES, TIME_ZONES, TODAY_WORDS, WEEKDAYS
from .absolute import read_day_of_month, read_iso, read_numeric
from .core import Match, Reading, day_in_question, part_code, part_suffix, truncate, unresolved

# Where the events of this timeline happen, with the hours that their clocks are ahead of UTC.
LOCAL = (("Moscow", 3), ("Pyongyang", 9))

# "at noon", but not "the noon train".
HOURS_IN_WORDS = ("noon", "midday", "midnight", "dawn", "dusk")
# "at dawn on June 3": that date tells the day itself.
_OF_A_DATE = re.compile(r"\s(?:on|of)\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\.?\s\d)")
# In days: what was told of a day so long ago goes on there no more.
LONG_AGO = 366
_AT_HOUR = re.compile(r"\b(?:at|by|before|until|till|after|around|since)\s$", re.IGNORECASE)

_CITY_TIME = re.compile(r"\s?(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:(?:local|standard|daylight|summer) )?time\b")


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
    clock = read_clock(
        Match({k: v for k, v in m.groups.items() if k in ("clock", "hour", "q", "zone")}, m.start, m.end), ctx
    )
    if clock is None:
        return None
    value = f"{day.value}T{clock.value.split('T', 1)[1]}"
    return replace(day, type="TIME", value=value, note=_elsewhere(value, _hours_ahead(m, ctx)))


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
    base, how, anchor = _day_of_clock(m, ctx)
    ahead = _hours_ahead(m, ctx)
    time = f"T{hour:02d}:{minute:02d}{'Z' if ahead == 0 else ''}"
    if base is None:
        return unresolved("TIME", f"XXXX-XX-XX{time}", "the day is not told", keeps_ref=True)
    return Reading(
        "TIME",
        f"{base}{time}",
        how,
        anchor,
        keeps_ref=True,
        note=_elsewhere(f"{base}{time}", ahead),
    )


def _day_of_clock(m: Match, ctx: Context) -> tuple[str | None, How, str | None]:
    """(day, how it is known, what it was counted from) of a clock: beside it, told in its paragraph, or the one in question."""
    published = day_value(ctx.published) if ctx.published else None
    if m.one("weekday"):
        return ctx.weekday(WEEKDAYS[m.word("weekday")], ctx.tense(m.start, m.end)), FROM_PUBLISHED, published
    if m.one("today"):
        return ctx.unit("D", TODAY_WORDS[m.word("today")][1]), FROM_PUBLISHED, published
    told = truncate(ctx.base() or "", "D")
    if ctx.narrative or ctx.published is None or published is None:
        return told, How.told("on the date before it"), told
    opens = ctx.text[max(0, m.start - 1) : m.start] in ("", "\n")  # the clock of a live blog
    here = ctx.ref == told and not opens and "\n\n" not in ctx.text[ctx.ref_end : m.start]
    if told and here and 0 <= (ctx.published - date.fromisoformat(told)).days <= LONG_AGO:
        return told, How.told("on the date before it"), told
    day = day_in_question(ctx)
    return (day, FROM_PUBLISHED, published) if day == published else (day, How.told("on the date before it"), day)


def read_hour_in_words(m: Match, ctx: Context) -> Reading | None:
    """ "by noon", "at dawn", "noon on Friday": a time of the day beside it or that the text is on."""
    if not _AT_HOUR.search(ctx.text[max(0, m.start - 8) : m.start]) or m.word("part") not in HOURS_IN_WORDS:
        return None
    if ctx.text[m.start].isupper() or _OF_A_DATE.match(ctx.text, m.end):
        return None
    base, how, anchor = _day_of_clock(m, ctx)
    suffix = part_suffix(part_code(m))
    if base is None:
        return unresolved("TIME", f"XXXX-XX-XX{suffix}", "the day is not told", keeps_ref=True)
    return Reading("TIME", base + suffix, how, anchor, keeps_ref=True)


def _hours_ahead(m: Match, ctx: Context) -> float | None:
    """How far ahead of UTC the clock is that the text means; None when it does not say."""
    if zone := m.word("zone"):
        return TIME_ZONES[zone]
    city = _CITY_TIME.match(ctx.text, m.end)
    return CITY_TIMES.get(city["city"].lower()) if city else None


def _elsewhere(value: str, ahead: float | None) -> str:
    """ "At that hour it was 19 June in Pyongyang." where that is another day than the text's; else ""."""
    day, clock = as_day(value[:10]), re.search(r"T(\d\d):(\d\d)", value)
    if ahead is None or day is None or clock is None:
        return ""
    hour = int(clock[1]) + int(clock[2]) / 60 - ahead
    others = [(city, day + timedelta(days=(hour + local) // 24)) for city, local in LOCAL]
    told = [f"{day_in_words(other)} in {city}" for city, other in others if other != day]
    return f"At that hour it was {' and '.join(told)}." if told else ""
