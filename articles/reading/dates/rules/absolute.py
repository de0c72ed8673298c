"""Dates that say themselves which day, month, season or year they are."""

import re
from dataclasses import replace
from datetime import date

from ..context import Context
from ..how import FROM_PUBLISHED, FROM_TOLD, NEAREST_DAY, STATED, How
from ..values import SEASON_MONTHS, day_value, last_day, month_value, shift_month
from ..words import MONTHS, NUMBER_WORDS, ORDINAL_WORDS, SEASONS, UNITS, WEEKDAYS
from ..years import day_in_year, month_in_year
from .core import (
    Match,
    Reading,
    counts_from_told,
    dated,
    full_date,
    mod_of,
    month_like,
    number_of,
    ordinal_of,
    part_code,
    part_suffix,
    unresolved,
    year_of,
)


def read_iso(m: Match, ctx: Context) -> Reading | None:
    word = m.word("iso")
    parts = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?))?", word)
    if not parts or not 1 <= int(parts[2]) <= 12:
        return None
    value = full_date(int(parts[1]), int(parts[2]), int(parts[3]))
    if value is None:
        return None
    if parts[4]:
        return Reading("TIME", f"{value}T{parts[4]}")
    return dated(value)


def read_numeric(m: Match, ctx: Context) -> Reading | None:
    a, b, c = (int(part) for part in re.split(r"[/.]", m.word("numeric").rstrip(".")))
    if a > 31:
        year, month, day = a, b, c
    else:
        year = c if c > 99 else (2000 if c < 70 else 1900) + c
        month, day = (b, a) if (a > 12 or (ctx.day_first and b <= 12)) else (a, b)
        if len(m.word("numeric").rsplit("/", 1)[-1]) == 2 and a <= 12:
            month, day = a, b  # two-digit years are American usage: 7/8/07
    if not 1 <= month <= 12 or not 1000 <= year <= 2199:
        return None
    return dated(full_date(year, month, day))


# A noun behind an ordinal: "the first payments", not "the first, ..." or "the first of them".
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|but|in|at|of|when|while|as|after|he|she|it|they|we|the|was|were|had|with|to)\b)[a-z]+"
)


def read_day_of_month(m: Match, ctx: Context) -> Reading | None:
    month = MONTHS[m.word("month")]
    number = m.one("day")
    day = ordinal_of(number) if number else None
    if day is None or not 1 <= day <= 31:
        return None
    year = year_of(m.one("year"))
    if year is not None:
        return dated(full_date(year, month, day))
    if m.word("day") in ORDINAL_WORDS and " the " in ctx.text[m.start : m.end] and _NOUN_BEHIND.match(ctx.text, m.end):
        return None  # "in October the first such payments"
    weekday = WEEKDAYS[m.word("weekday")] if m.one("weekday") else None
    told = day_in_year(ctx, month, day, m.start, m.end, weekday)
    if told is None:
        return unresolved("DATE", f"XXXX-{month:02d}-{day:02d}", "year not told")
    return dated(told.value, told.how, told.anchor)


def read_month_year(m: Match, ctx: Context) -> Reading | None:
    year = year_of(m.one("year"))
    assert year is not None
    return dated(month_value(year, MONTHS[m.word("month")]), mod=mod_of(m))


def read_month(m: Match, ctx: Context) -> Reading | None:
    month = MONTHS[m.word("month")]
    if m.word("month") in ("may", "march") and not month_like(m, ctx):
        return None
    told = month_in_year(ctx, month, m.start, m.end)
    if told is None:
        return unresolved("DATE", f"XXXX-{month:02d}", "year not told", mod=mod_of(m))
    return dated(told.value, told.how, told.anchor, mod=mod_of(m))


_TAKES_YEAR = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|and|before|after|during|the|year|late|early|mid|between|or|circa|ca|"
    r"c|around|about|through|for|than|spring|summer|autumn|fall|winter|christmas|on|&|as)\.?|[-–—/(,\[:;])\s*$|^\s*$",
    re.IGNORECASE,
)


# "114-21-01-2003", "S/2024-2003": part of a document's number.
_OF_NUMBER = re.compile(r"\d[-/]\d{1,4}[-/]$")


def read_year(m: Match, ctx: Context) -> Reading | None:
    token = m.one("year")
    assert token is not None
    before = ctx.text[max(0, token.start - 16) : token.start]
    number = year_of(token) or 0
    plausible = 1700 <= number <= 2100 and not re.search(
        r"\b(?:No|Nos|Article|Resolution|Committee|about)\.?\s*$", before
    )
    short = len(token.word) < 4
    if (short or not plausible) and not _TAKES_YEAR.search(before) or _OF_NUMBER.search(before):
        return None
    behind = ctx.text[token.end : token.end + 12]
    if re.match(r"\s(?:Sanctions )?Committee\b", behind):
        return None
    if re.match(r"[-–]?\s?(?:km|mm|kg|mph|hp|m\b|ft\b|cc\b)", behind):
        return None
    return dated(f"{number:04d}", mod=mod_of(m))


# Behind a number: "two thousand men", "two thousand, five hundred"; but "in two thousand he came".
_COUNTED_THING = re.compile(
    r",?\s(?!(?:and|or|to|when|that|the|it|he|she|they|we|was|were|is|in|at|on|as|with|by|after|before|for|would|will|had|has)\b)[A-Za-z]|-[a-z]"
)
_TAKES_YEAR_IN_WORDS = re.compile(r"\b(?:in|since|until|till|by|year|from|to)\s$", re.IGNORECASE)


def read_year_in_words(m: Match, ctx: Context) -> Reading | None:
    """ "nineteen eighty-six", "twenty twenty-four", "two thousand and four": as broadcasters' texts spell years."""
    groups = ("century", "tens", "ones", "more")
    first, second, *others = (NUMBER_WORDS[m.word(group)] or 0 for group in groups if m.one(group))
    if others[:-1] and (others[0] % 10 or others[0] < 20 or others[1] > 9):
        return None
    if (first, second) == (2, 1000):
        year = 2000 + sum(others)
    elif first in (18, 19, 20) and second >= 10 and not others[1:] and _are_tens_and_ones(second, others):
        year = 100 * first + second + sum(others)
    else:
        return None
    if _COUNTED_THING.match(ctx.text, m.end) or not _TAKES_YEAR_IN_WORDS.search(
        ctx.text[max(0, m.start - 8) : m.start]
    ):
        return None
    return dated(f"{year:04.0f}")


def _are_tens_and_ones(tens: float, ones: list[float]) -> bool:
    return not ones or (tens % 10 == 0 and tens > 10 > ones[0])


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
            value += f"-{ordinal_of(day) or 0:02d}"
    return dated(value)


def read_season(m: Match, ctx: Context) -> Reading | None:
    word = m.word("season")
    code = SEASONS[word]
    if (
        word == "fall"
        and m.one("year") is None
        and re.match(r"\s+(?:of|in|to|by|from|below|under)\b", ctx.text[m.end : m.end + 8])
    ):
        return None  # "the fall of the city", "prices fall by half"
    if word == "fall" and re.search(
        r"\b(?:to|will|would|may|might|could|can|not)\s+$", ctx.text[max(0, m.start - 8) : m.start]
    ):
        return None  # "continue to fall"
    alone = word in ("fall", "spring")
    year = year_of(m.one("year"))
    if year is not None:
        return dated(f"{year:04d}-{code}", mod=mod_of(m))
    kind = m.groups["which"][0].kind if m.groups.get("which") else ""
    which = {"l": "last", "p": "last", "n": "next", "h": "this"}.get(kind, "")
    if not kind and (alone and not month_like(m, ctx) and (word == "fall" or not m.one("the")) and not m.word("mod")):
        return None
    # "the previous summer", "the following spring", "the next spring" behind a date of the past
    if kind and (which == "" or (which == "next" and counts_from_told(m, ctx))):
        base = ctx.base()
        if base is None or not base[:4].isdigit():
            return None
        return dated(f"{_year_beside(base, code, back=kind == 'v'):04d}-{code}", FROM_TOLD, base)
    value = ctx.season(code, which, ctx.tense(m.start, m.end))
    if value is None:
        return unresolved("DATE", f"XXXX-{code}", "year not told")
    return dated(value, FROM_PUBLISHED, None if ctx.narrative else ctx.published, mod=mod_of(m))


def _year_beside(base: str, code: str, *, back: bool) -> int:
    """The year of the season before or behind a date: behind June 2024 the autumn is that of 2024, the spring that of 2025."""
    year, by = int(base[:4]), -1 if back else 1
    if not re.match(r"\d{4}-\d\d", base):
        return year + by
    month, first = int(base[5:7]), SEASON_MONTHS[code]
    same = first + 2 < month if back else first > month
    return year if same else year + by


def read_told_season(m: Match, ctx: Context) -> Reading | None:
    """ "that summer", "the same winter": of the year told before it; without one, the nearest that the tense allows."""
    word, code = m.word("season"), SEASONS[m.word("season")]
    if word == "fall" and not _ENDS_THERE.match(ctx.text, m.end):
        return None  # "shells that fall short"
    if ctx.ref and ctx.ref[:4].isdigit():
        return dated(f"{ctx.ref[:4]}-{code}", FROM_TOLD, ctx.ref)
    value = ctx.season(code, "", ctx.tense(m.start, m.end)) if word != "fall" else None
    return dated(value, FROM_PUBLISHED, ctx.published) if value else None


_ENDS_THERE = re.compile(r"[.,;:]|$|\s(?:and|when|as)\b")


def read_season_of_year(m: Match, ctx: Context) -> Reading | None:
    """ "the autumn of last year", "the spring of that year"."""
    if UNITS[m.word("unit")] != "Y":
        return None
    which, code = m.groups["which"][0].kind, SEASONS[m.word("season")]
    if which in "lhn":
        year = ctx.unit("Y", {"l": -1, "h": 0, "n": 1}[which])
        return dated(f"{year}-{code}" if year else None, FROM_PUBLISHED, ctx.published, mod=mod_of(m))
    if ctx.ref is None or not ctx.ref[:4].isdigit() or len(ctx.ref) < 4:
        return None
    number = int(ctx.ref[:4]) + {"v": -1, "f": 1}.get(which, 0)
    return dated(f"{number:04d}-{code}", How.told("year of the date before it"), ctx.ref[:4], mod=mod_of(m))


def read_quarter(m: Match, ctx: Context) -> Reading | None:
    nth = ordinal_of(m.one("nth"))
    if nth is None or not (1 <= nth <= 4 or nth == -1):
        return None
    nth = 4 if nth == -1 else nth
    if m.one("year"):
        return dated(f"{year_of(m.one('year')):04d}-Q{nth}")
    by = {"l": -1, "h": 0, "n": 1, "v": -1}.get(m.groups["which"][0].kind, 0) if m.groups.get("which") else None
    if ctx.published is None:
        return unresolved("DATE", f"XXXX-Q{nth}", "year not told")
    year = ctx.published.year
    if by is None:
        by = -1 if nth > (ctx.published.month - 1) // 3 + 1 and ctx.tense(m.start, m.end) == "past" else 0
    return dated(f"{year + by}-Q{nth}", FROM_PUBLISHED, ctx.published)


def read_decade(m: Match, ctx: Context) -> Reading | None:
    digits = m.word("decade").strip("'’s")
    if len(digits) == 4:
        return dated(digits[:3], mod=mod_of(m))
    return dated(f"19{digits[0]}" if int(digits) >= 20 else f"20{digits[0]}", mod=mod_of(m))


def read_century(m: Match, ctx: Context) -> Reading | None:
    nth = ordinal_of(m.one("nth"))
    if UNITS.get(m.word("unit")) != "C" or nth is None or nth < 1:
        return None
    return dated(f"{nth - 1:02d}", mod=mod_of(m))


# "on the 9th floor": what follows is counted, it is no day.
_NTH_THING = re.compile(
    r"[\s-]{1,3}(?:floor|anniversary|birthday|century|congress|session|plenary|round|parallel|minute|hole|lap|match|page|day|hour|week|month|year|attempt|try|time|street|avenue)\b"
)


def read_ordinal_day(m: Match, ctx: Context) -> Reading | None:
    """ "the 9th": a day of the month that the text is in; never "the 9th floor"."""
    token = m.one("day")
    assert token is not None
    on = re.search(r"\b[Oo]n\s+$", ctx.text[max(0, m.start - 5) : m.start])
    if on and token.word[0].isdigit() and not _NTH_THING.match(ctx.text[token.end : token.end + 16]):
        pass
    elif not token.word[0].isdigit() or re.match(r"\s*[-–]?[A-Za-z]", ctx.text[token.end : token.end + 3]):
        following = re.match(r"\s*([a-z]+)", ctx.text[token.end : token.end + 12])
        if not following or following[1] not in ("and", "when", "after", "as", "with", "but", "he", "they", "it"):
            return None
    day = ordinal_of(token)
    if day is None or not 1 <= day <= 31:
        return None
    return _day_of_its_month(ctx, day, day, m)


def read_ordinal_days(m: Match, ctx: Context) -> Reading | None:
    """ "on the 9th to 11th": some days of the month that the text is in."""
    first, last = ordinal_of(m.one("day")), ordinal_of(m.one("last"))
    on = re.search(r"\b(?:[Oo]n|[Ff]rom)\s+$", ctx.text[max(0, m.start - 7) : m.start])
    if not on or first is None or last is None or not 1 <= first < last <= 31:
        return None
    return _day_of_its_month(ctx, first, last, m)


def _day_of_its_month(ctx: Context, first: int, last: int, m: Match) -> Reading | None:
    """The days in the month told before; in another paragraph of news in that of publication, or in the one before it."""
    told = ctx.ref if ctx.ref and re.match(r"\d{4}-\d\d", ctx.ref) else None
    # A day told in another paragraph is another's: "He was hurt on May 28. ... The ceremony was held on the 9th."
    apart = told == ctx.day and "\n" in ctx.text[ctx.ref_end : m.start]
    if told and not (apart and ctx.published and not ctx.narrative):
        base, how = told, How.told("month of the date before it")
    elif ctx.published:
        year, month = ctx.published.year, ctx.published.month
        ahead = ctx.tense(m.start, m.end) == "future"
        if ahead and first < ctx.published.day:
            year, month = shift_month(year, month, 1)
        elif not ahead and last > ctx.published.day:
            year, month = shift_month(year, month, -1)
        base, how = month_value(year, month), NEAREST_DAY
    else:
        return None
    days = [full_date(int(base[:4]), int(base[5:7]), day) for day in dict.fromkeys((first, last))]
    if None in days:
        return None
    return dated("/".join(filter(None, days)), how, ctx.published if how.origin == "published" else base)


def read_part_of_date(m: Match, ctx: Context) -> Reading | None:
    """ "the night of 10 August 1792"."""
    inner = read_day_of_month(m, ctx)
    if inner is None or not inner.value[0].isdigit():
        return inner
    return replace(inner, type="TIME", value=inner.value + part_suffix(part_code(m)))


def read_half(m: Match, ctx: Context) -> Reading | None:
    """ "the first half of 2025", "the second half of last year", "the first half of the year"."""
    nth = ordinal_of(m.one("nth"))
    if m.word("half") != "half" or nth not in (1, 2) or (m.one("unit") and UNITS[m.word("unit")] != "Y"):
        return None
    year = year_of(m.one("year"))
    if year is not None:
        return dated(f"{year:04d}-H{nth}")
    by = {"l": -1, "h": 0, "n": 1}.get(m.groups["which"][0].kind, 0) if m.groups.get("which") else 0
    if ctx.published is None:
        return None
    return dated(f"{ctx.published.year + by:04d}-H{nth}", FROM_PUBLISHED, ctx.published)


def read_first_months(m: Match, ctx: Context) -> Reading | None:
    """ "the first two months of 2017", "the first nine months of this year"."""
    count, year = number_of(m.one("number")), year_of(m.one("year"))
    months = UNITS[m.word("unit")] == "M" and count is not None and 1 < count <= 12
    if not months or ordinal_of(m.one("nth")) != 1:
        return None
    how, anchor = STATED, None
    if year is None:
        if ctx.published is None or UNITS[m.word("ofunit")] != "Y":
            return None
        year = ctx.published.year + {"l": -1, "h": 0, "n": 1}[m.groups["which"][0].kind]
        how, anchor = FROM_PUBLISHED, day_value(ctx.published)
    whole = f"{year:04d}-01/{year:04d}-{count:02d}"
    return Reading("DURATION", f"P{count}M", how, anchor, whole=whole)


def read_nth_weekday(m: Match, ctx: Context) -> Reading | None:
    """ "the last Monday of April", "the first Friday of May 2024"."""
    month = read_month_year(m, ctx) if m.one("year") else read_month(m, ctx)
    if month is None or not re.fullmatch(r"\d{4}-\d\d", month.value):
        return None
    nth = -1 if m.groups["nth"][0].kind == "l" else ordinal_of(m.one("nth"))
    year, number = int(month.value[:4]), int(month.value[5:7])
    weekday = WEEKDAYS[m.word("weekday")]
    days = [d for d in range(1, last_day(year, number) + 1) if date(year, number, d).weekday() == weekday]
    if nth is None or not (nth == -1 or 1 <= nth <= len(days)):
        return None
    return replace(month, value=full_date(year, number, days[nth if nth == -1 else nth - 1]) or month.value)
