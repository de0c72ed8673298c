"""Two dates of one stretch: "June 18-19", "between August and October 2023"."""

import re

from ..context import Context
from ..how import FROM_PUBLISHED, STATED, How
from ..values import day_value, month_value, shift
from ..words import MONTHS, WEEKDAYS
from ..years import day_in_year, month_in_year
from .core import Match, Reading, dated, full_date, ordinal_of, unresolved, year_of

# "moved from Monday to Wednesday", "open Monday to Friday": no stretch of days of the news.
_MOVED = re.compile(
    r"\b(?:(?:moved|postponed|shifted|rescheduled|delayed|brought forward)\b[^.;]*|(?:open|runs?|operates?)\s(?:from\s)?)$"
)
# "on Tuesday and Wednesday's parade", "arrived Thursday and Friday met him".
_NEW_CLAUSE = re.compile(r"['’]s\b|\s(?:[a-z]+ed|met|went|flew|held|left|said|told|came|saw)\b")


def _year_of_days(m: Match, group: str, month: int, last: int, ctx: Context) -> tuple[int | None, How]:
    """The year of days that end with `last` of the month, and how it is known: stated, of a date beside, or the nearest."""
    if (year := year_of(m.one(group))) is not None:
        return year, STATED
    told = day_in_year(ctx, month, last, m.start, m.end)
    return (int(told.value[:4]), told.how.of_several()) if told else (None, STATED)


def read_day_range(m: Match, ctx: Context) -> Reading | None:
    """ "June 18-19", "8 to 13 October 2024", "from the 8th to the 13th (of October)"."""
    first, last = ordinal_of(m.one("day")), ordinal_of(m.one("last"))
    month = MONTHS[m.word("month")]
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    year, how = _year_of_days(m, "year", month, last, ctx)
    if year is None:
        return unresolved("DATE", f"XXXX-{month:02d}-{first:02d}", "year not told")
    one, two = full_date(year, month, first), full_date(year, month, last)
    # "on June 4 and 17"; "on June 18 and 19" is one stretch, and so is "between June 4 and 17".
    between = ctx.text[max(0, m.start - len("between ")) : m.start].lower() == "between "
    apart = m.word("sep") == "and" and last - first > 1 and not between
    anchor = ctx.published if how.origin == "published" else None
    return dated(f"{one}/{two}", how, anchor, apart=apart) if one and two else None


def read_between_days(m: Match, ctx: Context) -> Reading | None:
    """ "between 7 September and 1 October", "from 8 October to 13 October 2024"."""
    one, two = MONTHS[m.word("m1") or m.word("m1b")], MONTHS[m.word("m2") or m.word("m2b")]
    first, last = ordinal_of(m.one("d1") or m.one("d1b")), ordinal_of(m.one("d2") or m.one("d2b"))
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    year, how = _year_of_days(m, "y2", two, last, ctx)
    if year is None:
        return None
    first_year = year_of(m.one("y1")) or (year if one <= two else year - 1)
    start, end = full_date(first_year, one, first), full_date(year, two, last)
    if not start or not end or start >= end:
        return None
    return dated(f"{start}/{end}", how, ctx.published if how.origin == "published" else None)


def read_month_range(m: Match, ctx: Context) -> Reading | None:
    """ "between August and October 2023", "from January to March"."""
    one, two = MONTHS[m.word("month")], MONTHS[m.word("last")]
    year = year_of(m.one("year"))
    how = STATED
    if year is None:
        told = month_in_year(ctx, two, m.start, m.end)
        if told is None:
            return None
        year, how = int(told.value[:4]), told.how.of_several()
    first_year = year_of(m.one("first_year")) or (year if one <= two else year - 1)
    value = f"{month_value(first_year, one)}/{month_value(year, two)}"
    return dated(value, how, ctx.published if how.origin == "published" else None)


def read_weekday_range(m: Match, ctx: Context) -> Reading | None:
    """ "from Monday to Wednesday", "on Wednesday and Thursday"; "on Monday and Friday" are two days."""
    first, last = WEEKDAYS[m.word("weekday")], WEEKDAYS[m.word("last")]
    days = (last - first) % 7
    if ctx.published is None or not days:
        return None
    joined = m.groups["sep"][0].kind == "&"
    if _MOVED.search(ctx.text, max(0, m.start - 40), m.start) or (joined and _NEW_CLAUSE.match(ctx.text, m.end)):
        return None
    tense = ctx.tense(m.groups["last"][0].start, m.end)
    end = ctx.weekday(last, tense)
    begin = shift(end or "", "D", -days)
    later = shift(begin or "", "W", 1)
    today = day_value(ctx.published)
    # What is ahead begins with its first day; a stretch may be under way.
    if begin and later and (tense == "future" and begin < today or not joined and later <= today):
        begin, end = later, shift(end or "", "W", 1)
    apart = joined and days > 1
    return dated(f"{begin}/{end}", FROM_PUBLISHED, ctx.published, apart=apart) if begin else None


def read_full_range(m: Match, ctx: Context) -> Reading | None:
    """ "March 3, 2011 – Jan. 8, 2014"."""
    first = range_end(m, "1")
    last = range_end(m, "2")
    if first is None or last is None or first > last:
        return None
    return dated(f"{first}/{last}")


def range_end(m: Match, suffix: str) -> str | None:
    year, month, day = year_of(m.one("y" + suffix)), m.word("m" + suffix), ordinal_of(m.one("d" + suffix))
    if year is None:
        year = year_of(m.one("y2"))
    if year is None:
        return None
    return (
        full_date(year, MONTHS[month], day)
        if month and day
        else month_value(year, MONTHS[month])
        if month
        else f"{year:04d}"
    )


def read_year_range(m: Match, ctx: Context) -> Reading | None:
    first, last = year_of(m.one("y1") or m.one("y1b")), m.one("y2")
    assert first is not None
    assert last is not None
    number = int(last.word.strip("'’").replace(",", ""))
    end = number if number > 999 else first // 100 * 100 + number
    if not first < end <= 2200 or not 1 <= number <= 2200 or not first >= 1000:
        return None
    return dated(f"{first:04d}/{end:04d}")
