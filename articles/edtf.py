"""The dates Tumen stores: a subset of EDTF (ISO 8601-2, Library of Congress), read and worded.

Accepted: `2019-04-25`, `2019-04`, `2019`, seasons `2024-21` to `2024-24`, quarters `2024-33` to
`2024-36`, decades `202X`, centuries `20XX`, a trailing `~` (about) or `?` (uncertain), and intervals
`A/B` whose ends may be `..` (open). Plain Python: no Django, no clock.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTER_NAMES = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}

# How far "about" reaches on both sides, in days, by precision. An editor's "about 2 May" is rarely
# more than some days off; a library's fuzzy bounds put it a year off.
ABOUT_DAYS = {"day": 3, "month": 15, "season": 45, "quarter": 45, "year": 183, "decade": 1826, "century": 9131}

_SIMPLE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<decade>\d{3})X|(?P<century>\d\d)XX")


class BadDate(ValueError):
    """The text is not a date in the subset of EDTF that Tumen stores."""


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day that the date allows; None where an interval is open.

    >>> bounds("2024-22")
    (datetime.date(2024, 6, 1), datetime.date(2024, 8, 31))

    Raises BadDate when the notation is not known or the day does not exist.
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if "/" in last or (first in ("", "..") and last in ("", "..")):
            raise BadDate(f"{edtf}: a span has a first day and a last, of which one may be open")
        earliest = None if first in ("", "..") else bounds(first)[0]
        latest = None if last in ("", "..") else bounds(last)[1]
        if earliest and latest and earliest > latest:
            raise BadDate(f"{edtf}: the first day comes after the last")
        return earliest, latest
    bare = edtf.rstrip("~?%")
    match = _SIMPLE.fullmatch(bare)
    if not match:
        raise BadDate(f"{edtf}: not a date like 2024-06-19, 2024-06, 2024, 2024-22 (summer) or 2024-10/2025-04")
    try:
        first_day, last_day = _simple_bounds(match)
    except ValueError as error:
        raise BadDate(f"{edtf}: there is no such day") from error
    if "~" in edtf or "%" in edtf:
        reach = timedelta(days=ABOUT_DAYS[precision(bare)])
        first_day = date.min if first_day - date.min < reach else first_day - reach
        last_day = date.max if date.max - last_day < reach else last_day + reach
    return first_day, last_day


def _simple_bounds(match: re.Match[str]) -> tuple[date, date]:
    if match["decade"]:
        start = int(match["decade"]) * 10
        return date(start, 1, 1), date(start + 9, 12, 31)
    if match["century"]:
        start = int(match["century"]) * 100
        return date(start, 1, 1), date(start + 99, 12, 31)
    year = int(match["year"])
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31)
    part = int(match["month"])
    if match["day"]:
        day = date(year, part, int(match["day"]))
        return day, day
    if part in QUARTER_NAMES:
        return _months(year, 3 * (part - 33) + 1, 3)
    if part in SEASON_NAMES:
        return _months(year, 3 * (part - 20), 3)
    return _months(year, part, 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end_year, end_index = divmod(year * 12 + month - 1 + count - 1, 12)
    last = calendar.monthrange(end_year, end_index + 1)[1]
    return date(year, month, 1), date(end_year, end_index + 1, last)


def precision(edtf: str) -> str:
    """How exact the date is: day, month, season, quarter, year, decade, century, range or unknown."""
    if not edtf:
        return "unknown"
    if "/" in edtf:
        return "range"
    bare = edtf.rstrip("~?%")
    if bare.endswith("XX"):
        return "century"
    if bare.endswith("X"):
        return "decade"
    if len(bare) == 10:
        return "day"
    if len(bare) == 4:
        return "year"
    part = int(bare[5:7])
    return "season" if part in SEASON_NAMES else "quarter" if part in QUARTER_NAMES else "month"


@lru_cache(maxsize=4096)
def in_words(edtf: str) -> str:
    """The date as a newspaper would print it.

    >>> in_words("2025-05-02~"), in_words("2024-22"), in_words("2024-10/2025-04")
    ('about 2 May 2025', 'summer 2024', 'October 2024 to April 2025')
    """
    if not edtf:
        return "date not known"
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if first in ("", ".."):
            return f"by {in_words(last)}"
        if last in ("", ".."):
            return f"since {in_words(first)}"
        return f"{_shorter_first(first, last)} to {in_words(last)}"
    bare = edtf.rstrip("~?%")
    words = _simple_words(bare)
    if "~" in edtf or "%" in edtf:
        words = f"about {words}"
    return f"{words} (uncertain)" if "?" in edtf or "%" in edtf else words


def _shorter_first(first: str, last: str) -> str:
    """ "8" of "8 to 13 October 2024": what both ends share is said once."""
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return str(int(first[8:]))
    if len(first) == len(last) and len(first) in (7, 10) and first[:4] == last[:4]:
        return in_words(first).removesuffix(f" {first[:4]}")
    return in_words(first)


def _simple_words(bare: str) -> str:
    grain = precision(bare)
    if grain == "century":
        return f"the {int(bare[:2])}00s"
    if grain == "decade":
        return f"the {bare[:3]}0s"
    if grain == "year":
        return bare
    year, part = bare[:4], int(bare[5:7])
    if grain == "season":
        return f"{SEASON_NAMES[part]} {year}"
    if grain == "quarter":
        return f"{QUARTER_NAMES[part]} of {year}"
    month = f"{calendar.month_name[part]} {year}"
    return month if grain == "month" else f"{int(bare[8:10])} {month}"


def day_in_words(day: date) -> str:
    """`9 May 2025`, the same in every locale."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def sharper(one: str, other: str) -> str | None:
    """The more precise of two dates when each allows the other, else None ("" allows everything)."""
    if not one or not other:
        return one or other
    a, b = bounds(one), bounds(other)
    if (a[0] and b[1] and a[0] > b[1]) or (b[0] and a[1] and b[0] > a[1]):
        return None
    return min((one, other), key=lambda edtf: (width(edtf), "~" in edtf, edtf))


def width(edtf: str) -> int:
    """Number of days between the bounds; an open or unknown date is very wide."""
    earliest, latest = bounds(edtf)
    return 10**6 if earliest is None or latest is None else (latest - earliest).days
