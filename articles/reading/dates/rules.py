"""The rules: a pattern over word classes (words.py), what it means, and an example of each.

Each rule is one entry of RULES. `pattern` is a regular expression over the classes of consecutive
tokens; `read` gets the matched tokens by group name and the context and returns a Reading, or None
when the words do not name a time after all. The longest match at a place wins, then the earlier rule.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from .context import Context
from .lexer import Token
from .values import day_value, last_day, month_value, shift
from .words import (
    MONTHS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    PARTS_OF_DAY,
    SEASONS,
    SET_WORDS,
    TODAY_WORDS,
    UNITS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of the words.

    `how` says what the value was counted from, in words; `anchor` is that date. `relation` is set
    where the words are counted from another event ("a week after ..."): (unit, signed number).
    """

    type: str
    value: str
    how: str = "stated"
    anchor: str | None = None
    mod: str = ""
    relation: tuple[str, float] | None = None
    basis: str = "stated"
    keeps_ref: bool = False
    whole: str | None = None  # EDTF of the whole range of which this is one end


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens of one candidate, by group name, with the text they stand in."""

    groups: dict[str, list[Token]]
    start: int
    end: int

    def one(self, name: str) -> Token | None:
        tokens = self.groups.get(name)
        return tokens[0] if tokens else None

    def word(self, name: str) -> str:
        token = self.one(name)
        return token.word.rstrip(".") if token else ""


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: str
    example: str
    read: Callable[[Match, Context], Reading | None]


def _number(token: Token | None) -> float | None:
    if token is None:
        return None
    word = token.word.rstrip(".")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in ("a", "an"):
        return 1
    digits = word.replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def _ordinal(token: Token | None) -> int | None:
    if token is None:
        return None
    if token.word in ORDINAL_WORDS:
        return ORDINAL_WORDS[token.word]
    digits = re.match(r"\d+", token.word)
    return int(digits.group()) if digits else None


def _year(token: Token | None) -> int | None:
    """The year of "2024" or of "'39" (nearest century before 2030, as news and histories use it)."""
    if token is None:
        return None
    number = int(token.word.strip("'’"))
    if number < 100:
        return (2000 if number < 30 else 1900) + number
    return number


def _full(year: int, month: int, day: int) -> str | None:
    return day_value(date(year, month, day)) if 1 <= day <= last_day(year, month) else None


def _date(value: str | None, how: str = "stated", anchor: date | str | None = None, **more: object) -> Reading | None:
    if value is None:
        return None
    from_day = day_value(anchor) if isinstance(anchor, date) else anchor
    basis = "stated" if how == "stated" else "calculated"
    return Reading("DATE", value, how, from_day, basis=basis, **more)  # type: ignore[arg-type]


# -- absolute dates ---------------------------------------------------------------------------------


def read_iso(m: Match, ctx: Context) -> Reading | None:
    word = m.word("iso")
    parts = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d:\d\d))?", word)
    if not parts or not 1 <= int(parts[2]) <= 12:
        return None
    value = _full(int(parts[1]), int(parts[2]), int(parts[3]))
    if value is None:
        return None
    if parts[4]:
        return Reading("TIME", f"{value}T{parts[4]}")
    return _date(value)


def read_numeric(m: Match, ctx: Context) -> Reading | None:
    a, b, c = (int(part) for part in re.split(r"[/.]", m.word("numeric")))
    if a > 31:
        year, month, day = a, b, c
    else:
        year = c if c > 99 else (2000 if c < 70 else 1900) + c
        month, day = (b, a) if (a > 12 or (ctx.day_first and b <= 12)) else (a, b)
        if len(m.word("numeric").rsplit("/", 1)[-1]) == 2 and a <= 12:
            month, day = a, b  # two-digit years are American usage: 7/8/07
    if not 1 <= month <= 12 or not 1000 <= year <= 2199:
        return None
    return _date(_full(year, month, day))


def read_day_of_month(m: Match, ctx: Context) -> Reading | None:
    month = MONTHS[m.word("month")]
    number = m.one("day")
    day = _ordinal(number) if number else None
    if day is None or not 1 <= day <= 31:
        return None
    year = _year(m.one("year"))
    if year is not None:
        return _date(_full(year, month, day))
    value = ctx.month_day(month, day, ctx.tense(m.start, m.end))
    if value is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", "year not told", basis="unresolved")
    if ctx.narrative:
        return _date(value, "year of the date before it", f"{ctx.last_year}")
    return _date(value, "the nearest such day to the published date", ctx.published)


def read_month_year(m: Match, ctx: Context) -> Reading | None:
    year = _year(m.one("year"))
    assert year is not None
    return _date(month_value(year, MONTHS[m.word("month")]), mod=_mod(m))


def read_month(m: Match, ctx: Context) -> Reading | None:
    month = MONTHS[m.word("month")]
    if m.word("month") in ("may", "march") and not _month_like(m, ctx):
        return None
    value = ctx.month(month, ctx.tense(m.start, m.end))
    if value is None:
        return Reading("DATE", f"XXXX-{month:02d}", "year not told", mod=_mod(m), basis="unresolved")
    how = "year of the date before it" if ctx.narrative else "the nearest such month to the published date"
    anchor = str(ctx.last_year) if ctx.narrative else ctx.published
    return _date(value, how, anchor, mod=_mod(m))


_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|and|during|through|before|"
    r"after|between|for|on|or|end|each|every)|[-–(])\s*$",
    re.IGNORECASE,
)


def _month_like(m: Match, ctx: Context) -> bool:
    """ "May" and "March" alone are months only behind a word that takes a time."""
    return bool(_BEFORE_MONTH.search(ctx.text[max(0, m.start - 12) : m.start]))


def _mod(m: Match) -> str:
    word = m.word("mod") or m.word("edge")
    if word in ("early", "start", "beginning"):
        return "START"
    if word in ("mid", "middle"):
        return "MID"
    if word in ("late", "end", "close"):
        return "END"
    return "APPROX" if m.word("about") else ""


_TAKES_YEAR = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|and|before|after|during|the|year|late|early|mid|between|or|circa|ca|"
    r"c|around|about|through|for|than|spring|summer|autumn|fall|winter|christmas|on|&|as)\.?|[-–—/(,\[:;])\s*$|^\s*$",
    re.IGNORECASE,
)


def read_year(m: Match, ctx: Context) -> Reading | None:
    token = m.one("year")
    assert token is not None
    before = ctx.text[max(0, token.start - 16) : token.start]
    number = _year(token) or 0
    plausible = 1700 <= number <= 2100 and not re.search(r"\b(?:No|Nos|Article|Resolution|about)\.?\s*$", before)
    short = len(token.word) < 4
    if (short or not plausible) and not _TAKES_YEAR.search(before):
        return None
    behind = ctx.text[token.end : token.end + 12]
    if re.match(r"[-–]?\s?(?:km|mm|kg|mph|hp|m\b|ft\b|cc\b)", behind):
        return None
    return _date(f"{number:04d}", mod=_mod(m))


def read_era(m: Match, ctx: Context) -> Reading | None:
    number = m.one("number")
    assert number is not None
    if not number.word.replace(",", "").isdigit():
        return None
    era = m.word("era").replace(".", "")
    year = int(number.word.replace(",", ""))
    month, day = m.word("month"), m.one("day")
    value = f"{year:04d}" if era in ("ad", "ce") else f"BC{year:04d}"
    if month:
        value += f"-{MONTHS[month]:02d}"
        if day:
            value += f"-{_ordinal(day) or 0:02d}"
    return _date(value)


def read_season(m: Match, ctx: Context) -> Reading | None:
    word = m.word("season")
    code = SEASONS[word]
    if (
        word == "fall"
        and m.one("year") is None
        and re.match(r"\s+(?:of|in|to|by|from|below|under)\b", ctx.text[m.end : m.end + 8])
    ):
        return None  # "the fall of the city", "prices fall by half"
    alone = word in ("fall", "spring")
    year = _year(m.one("year"))
    if year is not None:
        return _date(f"{year:04d}-{code}", mod=_mod(m))
    which = (
        {"l": "last", "p": "last", "n": "next", "h": "this"}.get(m.groups["which"][0].kind, "")
        if m.groups.get("which")
        else ""
    )
    if not which and (alone and not _month_like(m, ctx) and (word == "fall" or not m.one("the")) and not m.word("mod")):
        return None
    if m.groups.get("which") and (which == "" or (ctx.narrative and which == "next")):  # "the following spring"
        base = ctx.base()
        if base is None or not base[:4].isdigit():
            return None
        return _date(f"{int(base[:4]) + 1:04d}-{code}", "counted from the date before it", base)
    value = ctx.season(code, which, ctx.tense(m.start, m.end))
    if value is None:
        return Reading("DATE", f"XXXX-{code}", "year not told", basis="unresolved")
    return _date(value, "counted from the published date", None if ctx.narrative else ctx.published, mod=_mod(m))


def read_quarter(m: Match, ctx: Context) -> Reading | None:
    nth = _ordinal(m.one("nth"))
    if nth is None or not (1 <= nth <= 4 or nth == -1):
        return None
    nth = 4 if nth == -1 else nth
    if m.one("year"):
        return _date(f"{_year(m.one('year')):04d}-Q{nth}")
    by = {"l": -1, "h": 0, "n": 1, "v": -1}.get(m.groups["which"][0].kind, 0) if m.groups.get("which") else None
    if ctx.published is None:
        return Reading("DATE", f"XXXX-Q{nth}", "year not told", basis="unresolved")
    year = ctx.published.year
    if by is None:
        by = -1 if nth > (ctx.published.month - 1) // 3 + 1 and ctx.tense(m.start, m.end) == "past" else 0
    return _date(f"{year + by}-Q{nth}", "counted from the published date", ctx.published)


def read_decade(m: Match, ctx: Context) -> Reading | None:
    digits = m.word("decade").strip("'’s")
    if len(digits) == 4:
        return _date(digits[:3], mod=_mod(m))
    return _date(f"19{digits[0]}" if int(digits) >= 20 else f"20{digits[0]}", mod=_mod(m))


def read_century(m: Match, ctx: Context) -> Reading | None:
    nth = _ordinal(m.one("nth"))
    if UNITS.get(m.word("unit")) != "C" or nth is None or nth < 1:
        return None
    return _date(f"{nth - 1:02d}", mod=_mod(m))


def read_ordinal_day(m: Match, ctx: Context) -> Reading | None:
    """ "the 9th": a day of the month that the text is in; never "the 9th floor"."""
    token = m.one("day")
    assert token is not None
    if not token.word[0].isdigit() or re.match(r"\s*[-–]?[A-Za-z]", ctx.text[token.end : token.end + 3]):
        following = re.match(r"\s*([a-z]+)", ctx.text[token.end : token.end + 12])
        if not following or following[1] not in ("and", "when", "after", "as", "with", "but", "he", "they", "it"):
            return None
    day = _ordinal(token)
    base = ctx.ref if ctx.ref and re.match(r"\d{4}-\d\d", ctx.ref) else None
    if base is None and ctx.published:
        base = day_value(ctx.published)
    if base is None or day is None or not 1 <= day <= 31:
        return None
    return _date(_full(int(base[:4]), int(base[5:7]), day), "month of the date before it", base)


# -- ranges -----------------------------------------------------------------------------------------


def read_day_range(m: Match, ctx: Context) -> Reading | None:
    """ "June 18-19", "8 to 13 October 2024", "from the 8th to the 13th (of October)"."""
    first, last = _ordinal(m.one("day")), _ordinal(m.one("last"))
    month = MONTHS[m.word("month")]
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    year = _year(m.one("year"))
    if year is None:
        told = ctx.month_day(month, last, ctx.tense(m.start, m.end))
        if told is None:
            return Reading("DATE", f"XXXX-{month:02d}-{first:02d}", "year not told", basis="unresolved")
        year, how = int(told[:4]), "the nearest such days to the published date"
    else:
        how = "stated"
    one, two = _full(year, month, first), _full(year, month, last)
    return _date(f"{one}/{two}", how, None if how == "stated" else ctx.published) if one and two else None


def read_month_range(m: Match, ctx: Context) -> Reading | None:
    """ "between August and October 2023", "from January to March"."""
    one, two = MONTHS[m.word("month")], MONTHS[m.word("last")]
    year = _year(m.one("year"))
    how = "stated"
    if year is None:
        told = ctx.month(two, ctx.tense(m.start, m.end))
        if told is None:
            return None
        year, how = int(told[:4]), "the nearest such months to the published date"
    first_year = _year(m.one("first_year")) or (year if one <= two else year - 1)
    value = f"{month_value(first_year, one)}/{month_value(year, two)}"
    return _date(value, how, None if how == "stated" else ctx.published)


def read_full_range(m: Match, ctx: Context) -> Reading | None:
    """ "March 3, 2011 – Jan. 8, 2014"."""
    first = _range_end(m, "1")
    last = _range_end(m, "2")
    if first is None or last is None or first > last:
        return None
    return _date(f"{first}/{last}")


def _range_end(m: Match, suffix: str) -> str | None:
    year, month, day = _year(m.one("y" + suffix)), m.word("m" + suffix), _ordinal(m.one("d" + suffix))
    if year is None:
        year = _year(m.one("y2"))
    if year is None:
        return None
    return (
        _full(year, MONTHS[month], day)
        if month and day
        else month_value(year, MONTHS[month])
        if month
        else f"{year:04d}"
    )


def read_year_range(m: Match, ctx: Context) -> Reading | None:
    first, last = _year(m.one("y1") or m.one("y1b")), m.one("y2")
    assert first is not None
    assert last is not None
    number = int(last.word.strip("'’").replace(",", ""))
    end = number if number > 999 else first // 100 * 100 + number
    if not first < end <= 2200 or not 1 <= number <= 2200 or not first >= 1000:
        return None
    return _date(f"{first:04d}/{end:04d}")


# -- counted from the published date ----------------------------------------------------------------


def read_today(m: Match, ctx: Context) -> Reading | None:
    what, by = TODAY_WORDS[m.word("today")]
    if what in ("present", "past", "future"):
        return Reading("DATE", f"{what.upper()}_REF", "no calendar date", basis="unresolved", keeps_ref=True)
    base = ctx.unit("D", by)
    if base is None or ctx.published is None:
        return Reading("DATE", "PRESENT_REF", "the text's own date is not known", basis="unresolved")
    part = "NI" if what == "night" else _part(m)
    if part:
        return Reading(
            "TIME",
            base + part_suffix(part),
            "counted from the published date",
            day_value(ctx.published),
            basis="calculated",
        )
    return _date(base, "counted from the published date", ctx.published)


def _part(m: Match) -> str:
    return PARTS_OF_DAY.get(m.word("part"), "")


def part_suffix(part: str) -> str:
    return part if part.startswith("T") else f"T{part}"


def read_weekday(m: Match, ctx: Context) -> Reading | None:
    weekday = WEEKDAYS[m.word("weekday")]
    if ctx.text[max(0, m.start - 6) : m.start] == "Black ":
        return None  # the name of a day of history, not a day of this week
    which = m.groups["which"][0].kind if m.groups.get("which") else ""
    how = "counted from the published date"
    if which == "l" or which == "p":
        value = ctx.weekday(weekday, "past")
        if ctx.published and value == day_value(ctx.published):
            value = shift(value, "W", -1)
    elif which == "n" or which == "f":
        value = ctx.weekday(weekday, "future")
        if ctx.published and value == day_value(ctx.published):
            value = shift(value, "W", 1)
    elif m.one("week"):  # "Tuesday last week"
        by = {"l": -1, "n": 1, "h": 0}[m.groups["weekwhich"][0].kind]
        week = ctx.unit("W", by)
        value = day_value(date.fromisocalendar(int(week[:4]), int(week[6:8]), weekday + 1)) if week else None
    elif ctx.narrative and ctx.published is None:
        value = None
    else:
        value = ctx.weekday(weekday, ctx.tense(m.start, m.end))
    part = _part(m)
    if value is None:
        shape = f"XXXX-WXX-{weekday + 1}"
        return Reading(
            "TIME" if part else "DATE",
            shape + (part_suffix(part) if part else ""),
            "the text's own date is not known",
            basis="unresolved",
        )
    if part:
        return Reading("TIME", value + part_suffix(part), how, day_value(ctx.published), basis="calculated")  # type: ignore[arg-type]
    return _date(value, how, ctx.published)


def read_part_of_day(m: Match, ctx: Context) -> Reading | None:
    part = _part(m)
    which = m.groups["which"][0].kind if m.groups.get("which") else ""
    base = ctx.unit("D", -1 if which == "l" else 0) if which in ("l", "h") else ctx.base()
    if base is None:
        return None
    return Reading(
        "TIME",
        base.split("T")[0] + part_suffix(part),
        "counted from the published date",
        base,
        basis="calculated",
        keeps_ref=True,
    )


def read_unit(m: Match, ctx: Context) -> Reading | None:
    """ "last week", "this year", "next month", with "earlier" or "the end of" before it."""
    unit = UNITS[m.word("unit")]
    which = m.groups["which"][0].kind
    by = {"l": -1, "p": -1, "h": 0, "n": 1, "r": 0, "f": 1}[which]
    if m.word("unit").endswith("s"):
        if unit.startswith("T"):
            return None
        back = {"l": "P", "p": "P", "r": "P"}.get(which)
        return (
            Reading("DURATION", f"PX{unit}", "a length of time", basis="unresolved") if back or which == "n" else None
        )
    if ctx.narrative and which == "n" and ctx.ref:
        value = shift(ctx.ref, unit, by)
        return _date(value, "counted from the date before it", ctx.ref)
    value = ctx.unit(unit, by)
    if value is None:
        return Reading(
            "DATE",
            "PRESENT_REF" if by == 0 else "PAST_REF" if by < 0 else "FUTURE_REF",
            "the text's own date is not known",
            basis="unresolved",
        )
    return _date(value, "counted from the published date", ctx.published, mod=_mod(m))


def read_unit_then_month(m: Match, ctx: Context) -> Reading | None:
    """ "last year in June", "June last year", "in June of next year", "the third week of ..."."""
    by = {"l": -1, "h": 0, "n": 1, "v": -1, "p": -1, "r": 0}[m.groups["which"][0].kind]
    if UNITS[m.word("unit")] != "Y" or ctx.published is None:
        return None
    year = ctx.published.year + by
    month = MONTHS[m.word("month")]
    day = _ordinal(m.one("day"))
    value = _full(year, month, day) if day else month_value(year, month)
    return _date(value, "counted from the published date", ctx.published, mod=_mod(m))


def read_month_beside_ref(m: Match, ctx: Context) -> Reading | None:
    """ "the previous April", "the following May": counted from the date before it."""
    base = ctx.base()
    if base is None or not re.match(r"\d{4}-\d\d", base):
        return None
    month, year, now = MONTHS[m.word("month")], int(base[:4]), int(base[5:7])
    year += -(month >= now) if m.groups["which"][0].kind == "v" else (month <= now)
    return _date(month_value(year, month), "counted from the date before it", base)


def read_part_of_date(m: Match, ctx: Context) -> Reading | None:
    """ "the night of 10 August 1792"."""
    inner = read_day_of_month(m, ctx)
    if inner is None or not inner.value[0].isdigit():
        return inner
    return replace(inner, type="TIME", value=inner.value + part_suffix(_part(m)))


def read_the_day(m: Match, ctx: Context) -> Reading | None:
    """ "for the day." in a market report: the day of the report."""
    following = ctx.text[m.end : m.end + 12]
    if ctx.narrative or ctx.published is None or m.word("unit") != "day":
        return None
    if not re.match(r"\s*(?:[.,;)]|$|(?:at|with|down|up|lower|higher|on)\b)", following):
        return None
    return _date(_day_in_question(ctx), "counted from the published date", ctx.published)


def read_the_weekend(m: Match, ctx: Context) -> Reading | None:
    """ "over the weekend": the last one, unless the tense looks ahead."""
    if m.word("unit") != "weekend" or ctx.published is None:
        return None
    over = ctx.published.weekday() < 5 and ctx.tense(m.start, m.end) != "future"
    return _date(ctx.unit("WE", -1 if over else 0), "counted from the published date", ctx.published)


def _day_in_question(ctx: Context) -> str:
    """The day that the news is about: the last one named when it is of this week, else the published day."""
    assert ctx.published is not None
    if (
        ctx.ref
        and re.fullmatch(r"\d{4}-\d\d-\d\d", ctx.ref)
        and 0 <= (ctx.published - date.fromisoformat(ctx.ref)).days < 7
    ):
        return ctx.ref
    return day_value(ctx.published)


def read_named_month(m: Match, ctx: Context) -> Reading | None:
    """ "last November", "next May", "this June"."""
    month = MONTHS[m.word("month")]
    which = m.groups["which"][0].kind
    if ctx.published is None:
        return Reading("DATE", f"XXXX-{month:02d}", "the text's own date is not known", basis="unresolved")
    year, now = ctx.published.year, ctx.published.month
    if which in "lp":
        year -= month >= now
    elif which in "nf":
        year += month <= now
    elif m.groups["which"][-1].kind == "p":  # "this past May"
        year -= month > now
    day = _ordinal(m.one("day"))
    value = _full(year, month, day) if day else month_value(year, month)
    return _date(value, "counted from the published date", ctx.published)


def read_ago(m: Match, ctx: Context) -> Reading | None:
    number = _number(m.one("number"))
    unit = UNITS[m.word("unit")]
    if unit.startswith("T"):
        return Reading("DATE", "PAST_REF", "a clock of the page, not a date", basis="unresolved", keeps_ref=True)
    if number is None or ctx.published is None:
        return Reading("DATE", "PAST_REF", "how long ago is not told", basis="unresolved", keeps_ref=True)
    value = shift(day_value(ctx.published), unit, -number)
    return _date(value, "counted from the published date", ctx.published, mod="APPROX" if m.word("about") else "")


# -- counted from another date or event of the text ---------------------------------------------------


def read_from_ref(m: Match, ctx: Context) -> Reading | None:
    """ "two days later", "the previous day", "that year", "the same month", "the following year"."""
    unit = UNITS[m.word("unit")]
    which = m.groups["which"][-1].kind
    if m.word("unit").endswith("s") and not m.one("number"):
        return None
    base = ctx.base()
    sign = {"K": 1, "f": 1, "n": 1, "E": -1, "v": -1}.get(which, 0)
    number = _number(m.one("number")) if m.one("number") else 1
    if unit.startswith("T"):
        return (
            Reading("DURATION", duration(number, unit), "a length of time", basis="unresolved")
            if m.one("number")
            else None
        )
    if base is None:
        return Reading(
            "DATE", "PAST_REF" if sign <= 0 else "FUTURE_REF", "no date before it to count from", basis="unresolved"
        )
    if number is None:
        return Reading(
            "DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", "how long is not told", basis="unresolved", keeps_ref=True
        )
    if sign == 0:
        return _date(truncate(base, unit), "same as the date before it", base)
    start = truncate(base, "D" if unit in ("W", "2W") else unit)
    value = shift(start, unit, sign * number) if start else None
    if value is None:
        return Reading(
            "DATE",
            "FUTURE_REF" if sign > 0 else "PAST_REF",
            "the date before it is not exact enough to count from",
            basis="unresolved",
        )
    if unit == "W" and not m.one("number"):
        value = _week_of(value)
    return _date(value, "counted from the date before it", base)


def _week_of(value: str) -> str:
    iso = date.fromisoformat(value).isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def truncate(value: str, unit: str) -> str | None:
    """The value cut to the unit: truncate("2025-05-09", "Y") == "2025"; None if it is coarser."""
    value = value.split("T")[0]
    if unit in ("D", "WE"):
        return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if unit in ("W", "2W"):
        return _week_of(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if not value[:4].isdigit() or len(value) < 4:
        return None
    if unit == "M":
        return value[:7] if re.match(r"\d{4}-\d\d", value) else None
    return {"Y": value[:4], "E": value[:3], "C": value[:2]}.get(unit)


def read_edge_of_unit(m: Match, ctx: Context) -> Reading | None:
    """ "the end of the month", "late in the year", "later in the year": of the published date in news."""
    unit = UNITS[m.word("unit")]
    if unit not in ("M", "Y", "D", "W", "E", "C"):
        return None
    base = ctx.ref if ctx.narrative else ctx.base()
    if not ctx.narrative and ctx.published:
        base = _day_in_question(ctx) if unit == "D" else day_value(ctx.published)
    value = truncate(base, unit) if base else None
    return _date(value, "of the date that the text is on", base, mod=_mod(m))


def read_month_of_that_year(m: Match, ctx: Context) -> Reading | None:
    """ "August of that year"."""
    base = ctx.ref
    if UNITS[m.word("unit")] != "Y" or base is None or not base[:4].isdigit() or len(base) < 4:
        return None
    return _date(month_value(int(base[:4]), MONTHS[m.word("month")]), "year of the date before it", base[:4])


def read_day_beside(m: Match, ctx: Context) -> Reading | None:
    """ "the day before." at the end of a clause; "the day before he came" is counted from that."""
    if re.match(r"\s*[A-Za-z“\"]", ctx.text[m.end : m.end + 3]):
        return None
    return read_from_ref(Match({**m.groups, "which": [_sided(m)]}, m.start, m.end), ctx)


def _sided(m: Match) -> Token:
    token = m.groups["side"][0]
    return Token(token.start, token.end, "K" if token.kind == "d" else "E", token.word)


def read_offset_from_event(m: Match, ctx: Context) -> Reading | None:
    """ "a week after Putin thanked Kim": counted from what follows, so not a date by itself."""
    number, unit = _number(m.one("number")), UNITS[m.word("unit")]
    if m.groups["which"][0].kind == "s":
        return None
    sign = 1 if m.groups["which"][0].kind == "d" else -1
    return Reading(
        "DURATION",
        duration(number, unit),
        "counted from the event named after it",
        relation=(unit, sign * number) if number else None,
        basis="relative",
        keeps_ref=True,
    )


# -- durations and sets -------------------------------------------------------------------------------


def duration(number: float | None, unit: str) -> str:
    """TIMEX3 duration: duration(2.5, "TH") == "PT2.5H", duration(None, "D") == "PXD"."""
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if number is None:
        return f"P{time}X{unit}"
    if unit in ("E", "C"):
        number, unit = number * (10 if unit == "E" else 100), "Y"
    if unit == "2W":
        number, unit = number * 2, "W"
    shown = int(number) if number == int(number) else number
    return f"P{time}{shown}{unit}"


_OLD = re.compile(r"\s*-?\s*olds?\b")


def read_duration(m: Match, ctx: Context) -> Reading | None:
    unit = UNITS[m.word("unit")]
    if unit == "WE" or _OLD.match(ctx.text[m.end : m.end + 8]):
        return None
    number = _number(m.one("number"))
    tens = m.one("tens")
    if tens is not None and number is not None and m.word("number") not in ("a", "an"):
        extra = _number(tens)
        number = number * extra if extra in (12, 100) else number + (extra or 0)
    if m.one("half") and number is not None:
        number += 0.5
    if m.word("number") in ("a", "an") and tens is not None:
        number = _number(tens)
    about = m.groups.get("about")
    if m.word("unit") == "second":
        return None
    mod = (
        "APPROX"
        if about and about[0].word in ("about", "around", "nearly", "almost", "approximately", "roughly")
        else ""
    )
    return Reading("DURATION", duration(number, unit), "a length of time", mod=mod, basis="unresolved", keeps_ref=True)


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
    number = _number(m.one("number")) if m.one("number") else 1
    return Reading("SET", duration(number, UNITS[m.word("unit")]), "repeats", basis="unresolved", keeps_ref=True)


def read_ref_word(m: Match, ctx: Context) -> Reading | None:
    word = m.word("ref")
    if m.one("unit"):  # "recent years"
        return Reading(
            "DURATION", duration(None, UNITS[m.word("unit")]), "a length of time", basis="unresolved", keeps_ref=True
        )
    if word == "former" and not ctx.narrative:
        return None
    value = {"recent": "PAST_REF", "former": "PAST_REF", "future": "FUTURE_REF"}[word]
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
        told = ctx.base() if ctx.narrative or ctx.published is None else _day_in_question(ctx)
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


_DMY = r"(?P<day>[DO])(?:oT?)?(?P<month>M)"
_ABOUT = r"(?P<about>~|mm)?"
_MOD = r"(?:T?(?P<mod>[eik])(?:-|x|o)?T?)?"

RULES: tuple[Rule, ...] = (
    Rule(
        "part-of-date",
        r"T?(?P<part>P)oT?(?P<day>[DO])o?(?P<month>M)(?:,?(?P<year>Y))?",
        "the night of 10 August 1792",
        read_part_of_date,
    ),
    Rule(
        "part-of-date-month-first",
        r"T?(?P<part>P)o(?P<month>M)(?P<day>[DO])(?:,?(?P<year>Y))?",
        "the morning of April 19",
        read_part_of_date,
    ),
    Rule("the-weekend", r"T(?P<unit>U)", "the weekend", read_the_weekend),
    Rule("the-day", r"T(?P<unit>U)", "the day", read_the_day),
    Rule("month-beside-ref", r"T?(?P<which>[vf])(?P<month>M)", "the previous April", read_month_beside_ref),
    Rule("iso", r"(?P<iso>I)", "2025-05-09", read_iso),
    Rule("numeric", r"(?P<numeric>V)", "25/4/2019", read_numeric),
    Rule(
        "day-month-year", rf"(?:W,?)?T?{_DMY}(?:,?o?(?P<year>Y)|,?'(?P<yy>D))?", "3 September 2025", read_day_of_month
    ),
    Rule(
        "month-day-year",
        r"(?:W,?(?:T)?)?(?P<month>M)\.?T?(?P<day>[DO])(?:,?(?P<year>Y))?",
        "Sept. 13, 2023",
        read_day_of_month,
    ),
    Rule("month-year", rf"{_MOD}(?:(?P<edge>g)o)?(?P<month>M)\.?,?o?T?(?P<year>Y)", "June 2024", read_month_year),
    Rule("edge-month-year", r"T?(?P<edge>[gi])o(?P<month>M),?o?(?P<year>Y)", "the end of March 1941", read_month_year),
    Rule("month", rf"{_MOD}(?P<month>M)", "early June", read_month),
    Rule("edge-month", r"T?(?P<edge>[gi])oT?(?P<month>M)", "the end of May", read_month),
    Rule("year", rf"{_ABOUT}(?P<year>Y)", "2019", read_year),
    Rule("part-of-year", r"T?(?P<mod>[eik])[-xo]?T?(?P<year>Y)", "early 2009", read_year),
    Rule("edge-year", r"T?(?P<edge>[gi])oT?(?P<year>Y)", "the end of 1939", read_year),
    Rule("era", r"~?(?:(?P<month>M)(?P<day>[DO])?,?)?(?P<number>[NYD])(?P<era>X)", "323 BC", read_era),
    Rule("season", rf"{_MOD}(?P<the>T)?(?P<season>S)(?:oT?)?(?P<year>Y)?", "the spring of 1942", read_season),
    Rule("which-season", r"T?(?P<which>[lpnhf])(?P<season>S)", "last summer", read_season),
    Rule(
        "quarter",
        r"T?(?P<nth>O)-?(?P<unit>U)(?:(?:oT?)?(?:(?P<year>Y)|(?P<which>[lhnv])U))?",
        "the third quarter of 2009",
        lambda m, c: read_quarter(m, c) if UNITS[m.word("unit")] == "Q" else read_century(m, c),
    ),
    Rule("century", r"T?(?P<mod>[eik])?-?T?(?P<nth>O)-?(?P<unit>U)", "the late 19th century", read_century),
    Rule("decade", r"(?:T?(?P<mod>[eik])-?)?T?(?P<decade>\$)", "the 1990s", read_decade),
    Rule("day-of-month", r"T(?P<day>O)", "the 9th", read_ordinal_day),
    Rule(
        "day-range",
        r"(?P<month>M)\.?(?P<day>[DO])(?P<sep>[-&/])(?P<last>[DO])(?:,?(?P<year>Y))?",
        "June 18-19",
        read_day_range,
    ),
    Rule(
        "day-range-before-month",
        r"T?(?P<day>[DO])(?P<sep>[-&u])T?(?P<last>[DO])(?:oT?)?(?P<month>M)(?:,?(?P<year>Y))?",
        "8 to 13 October 2024",
        read_day_range,
    ),
    Rule(
        "day-range-bracket",
        r"T?(?P<day>[DO])(?P<sep>[-&u])T?(?P<last>[DO])\(o?(?P<month>M)(?:,?(?P<year>Y))?\)",
        "the 8th to the 13th (of October)",
        read_day_range,
    ),
    Rule(
        "month-range",
        r"(?P<month>M)(?P<first_year>Y)?(?P<sep>[-u])(?P<last>M)(?:,?(?P<year>Y))?",
        "January to March 2024",
        read_month_range,
    ),
    Rule(
        "between-months",
        r"B(?P<month>M)(?P<first_year>Y)?(?P<sep>&)(?P<last>M)(?:,?(?P<year>Y))?",
        "between August and October 2023",
        read_month_range,
    ),
    Rule(
        "full-range",
        r"(?P<m1>M)\.?(?P<d1>[DO])(?:,?(?P<y1>Y))?(?P<sep>[-u])(?P<m2>M)\.?(?P<d2>[DO]),?(?P<y2>Y)",
        "March 3, 2011 – Jan. 8, 2014",
        read_full_range,
    ),
    Rule(
        "full-range-day-first",
        r"(?P<d1>[DO])(?P<m1>M)(?:,?(?P<y1>Y))?(?P<sep>[-u])(?P<d2>[DO])(?P<m2>M),?(?P<y2>Y)",
        "3 March 2011 – 8 January 2014",
        read_full_range,
    ),
    Rule(
        "year-range",
        r"(?:B(?P<y1>Y)(?P<sep>&)|(?P<y1b>Y)(?P<sepb>[-u]))T?(?P<mod>[eik])?-?(?P<y2>[YDN])",
        "2014-2015",
        read_year_range,
    ),
    Rule("today", r"E?(?P<today>G)(?P<part>P)?", "yesterday morning", read_today),
    Rule(
        "weekday", r"(?:T?(?P<which>[lnphf]|hp))?[eik]?(?P<weekday>W)(?:,?(?P<part>P))?", "Tuesday night", read_weekday
    ),
    Rule("weekday-of-week", r"(?P<weekday>W)o?(?P<weekwhich>[lnh])(?P<week>U)", "Tuesday last week", read_weekday),
    Rule("part-of-day", r"(?P<which>[lht])(?P<part>P)", "this morning", read_part_of_day),
    Rule(
        "unit",
        r"(?:E|K|(?:T?(?P<edge>[gi])o)|(?P<mod>[eik])x?)?T?(?P<which>[lhnr]|hp)(?P<unit>U)",
        "earlier this month",
        read_unit,
    ),
    Rule(
        "unit-month",
        r"(?P<which>[lhn])(?P<unit>U)(?:x|z)?(?P<month>M)(?P<day>D)?",
        "last year in June",
        read_unit_then_month,
    ),
    Rule(
        "month-unit",
        r"(?:(?P<mod>[eik])-?)?(?:(?P<day>[DO])o?)?(?P<month>M)o?(?P<which>[lhn])(?P<unit>U)",
        "June last year",
        read_unit_then_month,
    ),
    Rule("named-month", r"(?P<which>hp|[lpn])(?P<month>M)(?P<day>[DO])?", "last November", read_named_month),
    Rule("ago", rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<ago>a)", "two weeks ago", read_ago),
    Rule(
        "later",
        rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<which>[KE])",
        "two days later",
        read_from_ref,
    ),
    Rule("following-unit", r"T(?P<which>[fvn]|c)(?P<unit>U)", "the previous day", read_from_ref),
    Rule("that-unit", r"[EKk]?x?T?(?P<which>tc|ht?c|[tc])(?P<unit>U)", "that same day", read_from_ref),
    Rule("edge-unit", r"(?:T?(?P<edge>[gi])o|(?P<mod>[eikK])x)T(?P<unit>U)", "the end of the month", read_edge_of_unit),
    Rule("month-of-that-year", r"(?P<month>M)o(?:tc?|Tc)(?P<unit>U)", "August of that year", read_month_of_that_year),
    Rule("unit-beside", r"T(?P<unit>U)(?P<side>[bd])", "the day before", read_day_beside),
    Rule(
        "offset",
        rf"{_ABOUT}(?P<article>A)?(?P<number>[ACND])(?P<unit>U)(?P<which>[bd])",
        "a week after",
        read_offset_from_event,
    ),
    Rule(
        "duration",
        r"(?P<about>~|mm|jm)?(?P<number>[ACND])(?P<tens>[C])?(?:&A(?P<half>C))?[-@]?(?P<unit>U)",
        "nearly three hours",
        read_duration,
    ),
    Rule("past-duration", r"T(?P<back>[lpnf])(?P<number>[CND])@?(?P<unit>U)", "the past three years", read_duration),
    Rule(
        "whole-duration",
        r"T(?:[pw])(?P<unit>U)",
        "the past decade",
        lambda m, c: Reading(
            "DURATION", duration(1, UNITS[m.word("unit")]), "a length of time", basis="unresolved", keeps_ref=True
        ),
    ),
    Rule("plural-unit", r"(?P<unit>U)", "years", read_plural_unit),
    Rule("set", r"(?P<every>J)", "annually", read_set),
    Rule("every", r"Q(?P<number>[CND])?(?:(?P<unit>U)|(?P<weekday>W))", "every Friday", read_set),
    Rule("recent-units", r"(?P<ref>R)(?P<unit>U)", "recent years", read_ref_word),
    Rule("reference", r"(?P<ref>R)", "recent", read_ref_word),
    Rule(
        "clock", r"(?P<clock>H)(?P<q>q)?(?P<zone>Z)?(?:,?z?(?:(?P<weekday>W)|(?P<today>G)))?", "16:08 UTC", read_clock
    ),
    Rule("hour", r"(?P<hour>D)(?P<q>q)(?P<zone>Z)?(?:,?z?(?:(?P<weekday>W)|(?P<today>G)))?", "7 p.m.", read_clock),
)
