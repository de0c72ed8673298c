"""TIMEX3 values: the arithmetic on them and their EDTF form.

A value is the string that TIMEX3 (TimeML 1.2.1) writes: `2025-05-09`, `2025-05`, `2025`, `2025-W20`,
`2024-SU`, `2024-Q3`, `202` (decade), `19` (century), with `T10:25` or `TMO` behind a day.
"""

import calendar
import re
from datetime import date, timedelta

SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_value(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def as_day(value: str) -> date | None:
    """The day that a value names, None when it names none: as_day("2025-05") is None."""
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later: shift_month(2024, 11, 3) == (2025, 2)."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def week_value(day: date) -> str:
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def shift(value: str, unit: str, by: float) -> str | None:
    """The value `by` units later, no finer than the unit allows; None when that leaves the calendar.

    >>> shift("2025-05-09", "W", -1), shift("2025-05-09", "M", -1), shift("2024", "Y", 1)
    ('2025-05-02', '2025-04', '2025')
    """
    try:
        return _shift(value, unit, by)
    except (ValueError, OverflowError):
        return None


def _shift(value: str, unit: str, by: float) -> str | None:
    value = value.split("T")[0]
    day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    count = int(by)
    if unit in ("D", "W", "2W"):
        if day is None:
            return None
        days = {"D": 1, "W": 7, "2W": 14}[unit] * by
        return day_value(day + timedelta(days=int(days)))
    if len(value) < 4 or not value[:4].isdigit():
        return None
    year = int(value[:4])
    if unit == "M":
        if not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
            return None
        new_year, month = shift_month(year, int(value[5:7]), count)
        return _checked(month_value(new_year, month))
    if unit == "Q":
        if not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
            return None
        index = year * 4 + (int(value[5:7]) - 1) // 3 + count
        return _checked(f"{index // 4:04d}-Q{index % 4 + 1}")
    years = {"Y": 1, "E": 10, "C": 100}.get(unit)
    if years is None:
        return None
    new = year + round(by * years)
    return _checked(f"{new:04d}"[: {"Y": 4, "E": 4, "C": 4}[unit]])


def _checked(value: str) -> str | None:
    return value if 1 <= int(value[:4]) <= 9999 else None


def to_edtf(value: str, approximate: bool = False) -> str | None:
    """EDTF of a TIMEX3 value, None where a value names no calendar time (P3Y, PRESENT_REF, XXXX-05).

    >>> to_edtf("2024-SU"), to_edtf("2025-05-09TMO"), to_edtf("2025-W19")
    ('2024-22', '2025-05-09', '2025-05-05/2025-05-11')
    """
    value = value.split("T")[0] if not value.startswith(("P", "T")) else value
    mark = "~" if approximate else ""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) and value[:4] != "0000":
        return value + mark
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{SEASON_CODES[match[2]]}{mark}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{match[1]}-{32 + int(match[2])}{mark}"
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:
            return None
        first = monday + timedelta(days=5) if match[3] else monday
        return f"{day_value(first)}/{day_value(monday + timedelta(days=6))}"
    if re.fullmatch(r"\d{3}", value) and value != "000":
        return value + "X"
    if re.fullmatch(r"\d\d", value) and value != "00":
        return value + "XX"
    if "/" in value:
        ends = [to_edtf(end) for end in value.split("/")]
        return None if None in ends else "/".join(end for end in ends if end)
    return None


def last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
