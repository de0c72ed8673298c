"""Dates counted from the published date: "on Friday", "last November", "two weeks ago"."""

import re
from datetime import date, timedelta

from ..context import Context
from ..how import FROM_PUBLISHED, FROM_TOLD, How
from ..values import day_value, month_value, shift
from ..words import MONTHS, TODAY_WORDS, UNITS, WEEKDAYS
from .core import (
    Match,
    Reading,
    counts_from_told,
    dated,
    day_in_question,
    full_date,
    mod_of,
    number_of,
    ordinal_of,
    part_code,
    part_suffix,
    unresolved,
    years_back,
)

# News looks back no further when it says "the following Monday".
YEARS_OF_NEWS = 3


def read_today(m: Match, ctx: Context) -> Reading | None:
    what, by = TODAY_WORDS[m.word("today")]
    if what in ("present", "past", "future"):
        if what == "future" and ctx.narrative:
            return None
        if what == "future" and re.match(r"\s+(?:after|before|enough)\b", ctx.text[m.end : m.end + 8]):
            return None
        if what == "future" and re.search(r"\b(?:as|so|too)\s+$", ctx.text[max(0, m.start - 6) : m.start]):
            return None
        return unresolved("DATE", f"{what.upper()}_REF", "no calendar date", keeps_ref=True)
    base = ctx.unit("D", by)
    if base is None or ctx.published is None:
        return unresolved("DATE", "PRESENT_REF", "the text's own date is not known")
    part = "NI" if what == "night" else part_code(m)
    if part:
        return Reading(
            "TIME",
            base + part_suffix(part),
            FROM_PUBLISHED,
            day_value(ctx.published),
        )
    return dated(base, FROM_PUBLISHED, ctx.published)


# "KCNA said on | Saturday": whose day begins before that of most of their readers.
_EASTERN = re.compile(
    r"\b(?:KCNA|Korean Central|Yonhap|Rodong|Kyodo|NHK|North Korean? (?:state )?media|(?:SEOUL|TOKYO|BEIJING|PYONGYANG|VLADIVOSTOK))\b[^.;]{0,60}\b(?:said|says|reported|announced|wrote|told|put out)\s(?:in\s[^,.;]{3,30}\s)?(?:on\s)?$"
    r"|\b(?:issued|released|published|said|told|reported|announced)\s(?:\w+\s)?in\s(?:Seoul|Tokyo|Beijing|Pyongyang|Vladivostok)\s(?:(?:early|late)\s)?(?:on\s)?$"
)


def read_weekday(m: Match, ctx: Context) -> Reading | None:
    weekday = WEEKDAYS[m.word("weekday")]
    if ctx.text[max(0, m.start - 6) : m.start] == "Black ":
        return None  # the name of a day of history, not a day of this week
    which = m.groups["which"][0].kind if m.groups.get("which") else ""
    if m.word("which") == "following" and ctx.text.startswith(("'s ", "’s "), m.end) and not m.one("the"):
        return None  # "following Wednesday's meeting": after it
    if which == "f" and (base := _day_long_before(ctx)) and ctx.tense(m.start, m.end) != "future":
        ahead = (weekday - date.fromisoformat(base).weekday()) % 7 or 7
        value, how, anchor = shift(base, "D", ahead), FROM_TOLD, base
    else:
        value, how = _weekday_near_published(m, ctx, weekday, which)
        anchor = day_value(ctx.published) if ctx.published else ""
    part = part_code(m)
    if value is None:
        shape = f"XXXX-WXX-{weekday + 1}"
        return unresolved(
            "TIME" if part else "DATE",
            shape + (part_suffix(part) if part else ""),
            "the text's own date is not known",
        )
    if part:
        return Reading("TIME", value + part_suffix(part), how, anchor)
    return dated(value, how, anchor)


def _day_long_before(ctx: Context) -> str | None:
    """The day that the text is on when it lies back by more than a week, and by less than so many years."""
    if ctx.day is None or ctx.published is None or ctx.ref != ctx.day:
        return None
    back = (ctx.published - date.fromisoformat(ctx.day)).days
    return ctx.day if 7 < back < 365 * YEARS_OF_NEWS else None


def _weekday_near_published(m: Match, ctx: Context, weekday: int, which: str) -> tuple[str | None, How]:
    """(day, how it is known); the day is None where the text's own is not known."""
    how = FROM_PUBLISHED
    if which in ("l", "p", "n", "f"):
        back = which in ("l", "p")
        value = ctx.weekday(weekday, "past" if back else "future")
        if ctx.published and value == day_value(ctx.published):
            value = shift(value, "W", -1 if back else 1)
        return value, how
    if m.one("week"):  # "Tuesday last week"
        by = {"l": -1, "n": 1, "h": 0}[m.groups["weekwhich"][0].kind]
        week = ctx.unit("W", by)
        return (day_value(date.fromisocalendar(int(week[:4]), int(week[6:8]), weekday + 1)) if week else None), how
    if ctx.narrative and ctx.published is None:
        return None, how
    tense = ctx.tense(m.start, m.end)
    value = ctx.weekday(weekday, tense)
    if value and ctx.published and date.fromisoformat(value) == ctx.published - timedelta(days=6):
        # Tomorrow is nearer than six days ago, also where it is tomorrow already.
        eastern = _EASTERN.search(ctx.sentence(m.start, m.end)[0]) is not None
        if tense != "past" or eastern:
            value = day_value(ctx.published + timedelta(days=1))
            if tense == "past":
                how = How.published(
                    "a page dated west of where it happened, where that day had begun, counted from the published date"
                )
    return value, how


def read_part_of_day(m: Match, ctx: Context) -> Reading | None:
    part = part_code(m)
    which = m.groups["which"][0].kind if m.groups.get("which") else ""
    base = ctx.unit("D", -1 if which == "l" else 0) if which in ("l", "h") else ctx.base_day()
    if base is None:
        return None
    return Reading(
        "TIME",
        base.split("T")[0] + part_suffix(part),
        FROM_PUBLISHED,
        base,
        keeps_ref=True,
    )


def read_unit(m: Match, ctx: Context) -> Reading | None:
    """ "last week", "this year", "next month", with "earlier" or "the end of" before it."""
    unit = UNITS[m.word("unit")]
    which = m.groups["which"][0].kind
    by = {"l": -1, "p": -1, "h": 0, "n": 1, "r": 0, "f": 1}[which]
    if unit == "D" and which == "n":
        return None  # "the next day" is counted from the day before it
    if m.word("unit").endswith("s"):
        if unit.startswith("T"):
            return None
        back = {"l": "P", "p": "P", "r": "P"}.get(which)
        return unresolved("DURATION", f"PX{unit}", "a length of time") if back or which == "n" else None
    if which == "n" and ctx.ref and counts_from_told(m, ctx) and (value := shift(ctx.ref, unit, by)):
        return dated(value, FROM_TOLD, ctx.ref)
    value = ctx.unit(unit, by)
    if value is None:
        return unresolved(
            "DATE",
            "PRESENT_REF" if by == 0 else "PAST_REF" if by < 0 else "FUTURE_REF",
            "the text's own date is not known",
        )
    return dated(value, FROM_PUBLISHED, ctx.published, mod=mod_of(m))


def read_unit_then_month(m: Match, ctx: Context) -> Reading | None:
    """ "last year in June", "June last year", "in June of next year", "the third week of ..."."""
    by = {"l": -1, "h": 0, "n": 1, "v": -1, "p": -1, "r": 0}[m.groups["which"][0].kind]
    if UNITS[m.word("unit")] != "Y" or ctx.published is None:
        return None
    year = ctx.published.year + by
    month = MONTHS[m.word("month")]
    day = ordinal_of(m.one("day") or m.one("day2"))
    value = full_date(year, month, day) if day else month_value(year, month)
    return dated(value, FROM_PUBLISHED, ctx.published, mod=mod_of(m))


def read_the_day(m: Match, ctx: Context) -> Reading | None:
    """ "for the day." in a market report: the day of the report."""
    following = ctx.text[m.end : m.end + 12]
    if ctx.narrative or ctx.published is None or m.word("unit") != "day":
        return None
    if not re.match(r"\s*(?:[.,;)]|$|(?:at|with|down|up|lower|higher|on(?!\swhich|\sthat))\b)", following):
        return None
    return dated(day_in_question(ctx), FROM_PUBLISHED, ctx.published)


def read_the_weekend(m: Match, ctx: Context) -> Reading | None:
    """ "over the weekend": the last one, unless the tense looks ahead."""
    if m.word("unit") != "weekend" or ctx.published is None:
        return None
    over = ctx.published.weekday() < 5 and ctx.tense(m.start, m.end) != "future"
    return dated(ctx.unit("WE", -1 if over else 0), FROM_PUBLISHED, ctx.published)


def read_named_month(m: Match, ctx: Context) -> Reading | None:
    """ "last November", "next May", "this June"."""
    month = MONTHS[m.word("month")]
    which = m.groups["which"][0].kind
    if ctx.published is None:
        return unresolved("DATE", f"XXXX-{month:02d}", "the text's own date is not known")
    year, now = ctx.published.year, ctx.published.month
    if which in "lp":
        year -= month >= now
    elif which in "nf":
        year += month <= now
    elif m.groups["which"][-1].kind == "p":  # "this past May"
        year -= month > now
    day = ordinal_of(m.one("day"))
    value = full_date(year, month, day) if day else month_value(year, month)
    return dated(value, FROM_PUBLISHED, ctx.published)


def read_ago(m: Match, ctx: Context) -> Reading | None:
    number = number_of(m.one("number"))
    unit = UNITS[m.word("unit")]
    if unit.startswith("T"):
        return unresolved("DATE", "PAST_REF", "a clock of the page, not a date", keeps_ref=True)
    if number is None or ctx.published is None:
        return unresolved("DATE", "PAST_REF", "how long ago is not told", keeps_ref=True)
    if unit == "Y" and number == 1 and (quarter := ctx.quarter_in(m.start)):  # "up from a year ago"
        return dated(years_back(quarter, 1), How.told("the same quarter a year before"), quarter, keeps_ref=True)
    value = shift(day_value(ctx.published), unit, -number)
    return dated(value, FROM_PUBLISHED, ctx.published, mod="APPROX" if m.word("about") else "")
