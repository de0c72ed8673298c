"""Dates in other languages: spans by the month names and numbers of dateparser's own tables, values by dateparser."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from articles.edtf import day_in_words, in_words

from .expression import DateExpression, without_overlaps
from .other_words import (
    AGO,
    AHEAD,
    DAY_RANGE,
    FROM_LAST,
    LAST_SEASON,
    MORE_MONTHS,
    NEAR,
    ORDINAL_DAYS,
    PART_OF_MONTH,
    SEASONS,
    UNIT_WORDS,
    WEEKEND,
    WHOSE_YEAR,
    YEAR_WORD,
)
from .values import SEASON_MONTHS, as_day, day_value, month_value, shift, to_edtf, week_value
from .years import MAX_BESIDE, NEAR_DAYS

# dateparser counts from a time without a zone; full dates do not depend on it.
_BASE = datetime(2000, 1, 1)  # noqa: DTZ001

# "24 авг." has no more characters.
MAX_ABBREVIATION = 8
MONTHS_OF_A_SEASON = 3
SATURDAY = 5
_MONTH_KEYS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY_KEYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CJK = re.compile(
    r"(?:(?P<y>\d{4})\s?[年년]\s?)?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日일])?|(?P<y2>\d{4})\s?[年년]"
)


@lru_cache(maxsize=64)
def _tables(language: str) -> tuple[dict[str, int], dict[str, int]] | None:
    """(month word -> number, weekday word -> number) of a language, from dateparser's data."""
    from importlib import import_module

    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{language}").info
    except (ImportError, AttributeError):
        return None
    months = {
        word.lower().rstrip("."): n
        for n, key in enumerate(_MONTH_KEYS, start=1)
        for word in info.get(key, ())
        if len(word) > 2
    }
    months.update({word: n for n, word in enumerate(MORE_MONTHS.get(language, ()), start=1)})
    weekdays = {
        word.lower().rstrip("."): n
        for n, key in enumerate(_WEEKDAY_KEYS)
        for word in info.get(key, ())
        if len(word) > 3
    }
    return months, weekdays


def find_dates_in(text: str, published: date | None, language: str) -> list[DateExpression]:
    """Date expressions of a text in any language that dateparser has tables of; none for others."""
    if language in ("zh", "ja", "ko"):
        return _cjk(text, published, language)
    tables = _tables(language)
    if tables is None:
        return []
    found = _seasons(text, published, language)
    for more in (
        _absolute(text, published, language, tables[0]),
        _weekdays(text, published, tables[1]),
        _near(text, published, language),
        _ago(text, published, language),
    ):
        found = without_overlaps(found, more)
    found = without_overlaps(found, _from_last(text, sorted(found, key=lambda d: d.start), published, language))
    return sorted(found, key=lambda d: d.start)


def _seasons(text: str, published: date | None, language: str) -> list[DateExpression]:
    """ "осенью 2024 года", "летом": the season that has begun last."""
    seasons = SEASONS.get(language)
    if not seasons:
        return []
    found = []
    owners = "|".join(WHOSE_YEAR.get(language, {}))
    pattern = rf"\b(?P<past>{LAST_SEASON.get(language, '(?!)')})?(?P<season>{'|'.join(seasons)})\b(?: (?P<year>\d{{4}}){YEAR_WORD[language]}| (?P<whose>{owners}) года)?"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        code = seasons[match["season"].lower()]
        if match["year"]:
            found.append(_stated(text, *match.span(), f"{match['year']}-{code}"))
        elif published is not None:
            since = published.month - SEASON_MONTHS[code]
            begun = since >= (MONTHS_OF_A_SEASON if match["past"] else 0)  # "last summer" is not the one that goes on
            year = published.year + (WHOSE_YEAR[language][match["whose"].lower()] if match["whose"] else begun - 1)
            found.append(_make(text, *match.span(), f"{year}-{code}", published, "counted from the published date"))
    return found


def _from_last(text: str, found: list[DateExpression], published: date | None, language: str) -> list[DateExpression]:
    """ "на следующий день", "годом раньше": counted from the last date named before."""
    more = []
    for words, days, years in FROM_LAST.get(language, ()):
        for match in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE):
            before = [d for d in found if d.end <= match.start() and d.edtf]
            full = [d for d in before if len(d.timex_value) == 10 and d.timex_value[:4].isdigit()]
            if years and before and before[-1].timex_value[:4].isdigit():
                value = f"{int(before[-1].timex_value[:4]) + years:04d}"
            elif years or not (full or published):
                continue
            else:
                value = shift(full[-1].timex_value if full else day_value(published), "D", days) or ""  # type: ignore[arg-type]
            anchor = as_day(full[-1].timex_value) if full and not years else published
            more.append(_make(text, *match.span(), value, anchor, "counted from the date before it"))
    return more


@lru_cache(maxsize=64)
def _absolute_pattern(language: str, months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    ordinals = "|".join(ORDINAL_DAYS.get(language, {})) or "(?!)"
    behind = YEAR_WORD.get(language, "")
    owners = "|".join(WHOSE_YEAR.get(language, {}))
    whose = rf" (?P<whose>{owners}) года" if owners else r"(?P<whose>(?!))"
    part = PART_OF_MONTH.get(language, "(?!)")
    range_of_days = f"(?:{DAY_RANGE[language]})?" if language in DAY_RANGE else "(?P<first>(?!))?"
    months_range = (
        rf"(?:(?P<until>\s?[-–—]\s?)(?P<last>{names}))?" if language in DAY_RANGE else "(?P<until>(?!))?(?P<last>(?!))?"
    )
    # Vietnamese writes "ngày 25 tháng 4 năm 2019"; most others "25. April 2019" or "25 апреля 2019 года".
    return re.compile(
        rf"(?:(?<![\w.:])|(?<=[А-ЯЁ])(?=\d))(?:{part})?{range_of_days}(?:(?:ngày )?(?P<day>\d{{1,2}}|{ordinals})(?:-?(?:го|е))?\.?(?: de| tháng)? )?(?P<month>(?:{names}))\b\.?{months_range}(?:(?: de)?,? (?:năm )?(?P<year>\d{{4}}){behind}|{whose})?"
        rf"|(?P<iso>\d{{4}}-\d\d-\d\d)|\b(?P<num>\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d{{2}})(?=\b|\d\d:\d\d)|\b(?:в|у|im|en|in|năm) (?P<only>(?:19|20)\d\d)(?:-м)?(?=\s|[.,;)]|$)"
        r"|\b(?:(?P<since>(?:19|20)\d\d)\s?(?:[-–—]|по)\s?)?(?P<of>(?:19|20)\d\d)(?:-(?:м|го|й))?(?=\s(?:год[ау]?|годом|годах|гг?\.))",
        re.IGNORECASE,
    )


def _absolute(text: str, published: date | None, language: str, months: dict[str, int]) -> list[DateExpression]:
    pattern = _absolute_pattern(language, tuple(months))
    found: list[DateExpression] = []
    matches = list(pattern.finditer(text))
    in_full = _years_in_full(matches, months) if published is None else {}
    for match in matches:
        if only := match["only"] or match["of"]:
            name = "only" if match["only"] else "since" if match["since"] else "of"
            value = f"{match['since']}/{only}" if match["since"] and match["since"] < only else only
            found.append(_stated(text, match.start(name), match.end("only" if match["only"] else "of"), value))
        elif match["iso"] or match["num"]:
            if value := _parsed(match.group(), language):
                found.append(_stated(text, *match.span(), day_value(value)))
        elif expression := _month_match(text, match, published, language, months):
            if expression.edtf is None:
                expression = _in_year_told(text, expression, in_full, found)
            found.append(_stretched(text, match, expression, months))
    return found


def _years_in_full(matches: list[re.Match[str]], months: dict[str, int]) -> dict[str, set[str]]:
    """The years with which a text tells a day: "28 марта 2024" -> {"-03-28": {"2024"}}."""
    told: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        if match["year"] and match["day"] and match["day"].isdigit():
            told[f"-{months[match['month'].lower().rstrip('.')]:02d}-{int(match['day']):02d}"].add(match["year"])
    return told


def _in_year_told(
    text: str, told: DateExpression, in_full: dict[str, set[str]], found: list[DateExpression]
) -> DateExpression:
    """Without a published date a day is of the year with which the text tells it elsewhere, else of the one told right before it.

    "28 марта ... 28 марта 2024" is of 2024, and so is "19 июня 2024 года ... 18 июня" in one paragraph.
    """
    years = in_full.get(told.timex_value[4:], set())
    year = next(iter(years)) if len(years) == 1 else ""
    before = found[-1] if found and not year else None
    if before is not None and before.edtf and told.start - before.end <= MAX_BESIDE:
        year = before.timex_value[:4] if "\n\n" not in text[before.end : told.start] else ""
    value = f"{year}{told.timex_value[4:]}"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value) or _day(int(value[:4]), int(value[5:7]), int(value[8:])) is None:
        return told
    return replace(_stated(text, told.start, told.end, value), basis="calculated")


def _month_match(
    text: str, match: re.Match[str], published: date | None, language: str, months: dict[str, int]
) -> DateExpression | None:
    word, day_word = match["month"].lower().rstrip("."), match["day"]
    month = months.get(word)
    if month is None or (not day_word and not match["year"] and len(word) < 4):
        return None
    day = (
        ORDINAL_DAYS.get(language, {}).get(day_word.lower(), 0) or int(day_word)
        if day_word and (day_word.isdigit() or day_word.lower() in ORDINAL_DAYS.get(language, {}))
        else None
    )
    year = int(match["year"]) if match["year"] else None
    if match["whose"] and published is not None:
        told = published.year + WHOSE_YEAR[language][match["whose"].lower()]
        value = month_value(told, month) if day is None else day_value(_day(told, month, day) or published)
        return _make(text, *match.span(), value, published, "counted from the published date")
    if year is None and not day:
        return None if published is None else _nearest_month(text, match, published, month, language)
    if year is not None:
        if day is None:
            return _stated(text, *match.span(), month_value(year, month))
        stated = _parsed(f"{day} {match['month']} {year}", language) or _day(year, month, day)
        return _stated(text, *match.span(), day_value(stated)) if stated else None
    if published is None or day is None:
        return _make(text, *match.span(), f"XXXX-{month:02d}-{day:02d}", None, None)
    days = [d for y in (published.year - 1, published.year, published.year + 1) if (d := _day(y, month, day))]
    if not days:
        return None
    nearest = min(days, key=lambda d: abs((d - published).days))
    if language in AHEAD and (nearest - published).days > NEAR_DAYS and not _lies_ahead(text, match, language):
        nearest = max(d for d in days if d <= published)
    return _make(text, *match.span(), day_value(nearest), published, "the nearest such day to the published date")


def _stretched(text: str, match: re.Match[str], ends: DateExpression, months: dict[str, int]) -> DateExpression:
    """ "с 24 по 26 сентября", "в январе–марте этого года": from the first of them to the last, whose year they share."""
    value = ends.timex_value
    if match["first"] and re.fullmatch(r"\d{4}-\d\d-\d\d", value) and 1 <= int(match["first"]) < int(value[8:]):
        value = f"{value[:8]}{int(match['first']):02d}/{value}"
    elif match["last"] and re.fullmatch(r"\d{4}-\d\d", value):
        first, last = int(value[5:]), months[match["last"].lower().rstrip(".")]
        value = f"{value}/{value[:4]}-{last:02d}" if first < last else value
    if value == ends.timex_value:
        return ends
    how = "counted from the published date" if ends.basis == "calculated" else "stated"
    return _make(text, ends.start, ends.end, value, ends.anchor, how)


def _nearest_month(text: str, match: re.Match[str], published: date, month: int, language: str) -> DateExpression:
    ahead = _lies_ahead(text, match, language)
    year = published.year + (month < published.month) if ahead else published.year - (month > published.month)
    return _make(
        text, *match.span(), month_value(year, month), published, "the nearest such month to the published date"
    )


def _lies_ahead(text: str, match: re.Match[str], language: str) -> bool:
    """Whether words around a date tell of what is to come."""
    around = text[max(0, match.start() - 80) : match.end() + 80]
    return language in AHEAD and AHEAD[language].search(around) is not None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parsed(words: str, language: str) -> date | None:
    import dateparser

    value = dateparser.parse(
        words,
        languages=[language],
        settings={"RELATIVE_BASE": _BASE, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return value.date() if value else None


def _weekdays(text: str, published: date | None, weekdays: dict[str, int]) -> list[DateExpression]:
    if not weekdays:
        return []
    names = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    found = []
    for match in re.finditer(rf"\b(?:{names})\b", text, re.IGNORECASE):
        number = weekdays.get(match.group().lower())
        if number is None:
            continue  # letters that only ignore-case makes alike
        if published is None:
            found.append(_make(text, *match.span(), f"XXXX-WXX-{number + 1}", None, None))
            continue
        value = shift(day_value(published), "D", -((published.weekday() - number) % 7))
        found.append(_make(text, *match.span(), value or "", published, "counted from the published date"))
    return found


def _near(text: str, published: date | None, language: str) -> list[DateExpression]:
    found = []
    for words, by in NEAR.get(language, {}).items():
        for match in re.finditer(rf"\b{words}\b", text, re.IGNORECASE):
            value = shift(day_value(published), "D", by) if published else "PRESENT_REF"
            found.append(_make(text, *match.span(), value or "", published, "counted from the published date"))
    if published is not None and language in WEEKEND:
        saturday = published - timedelta(days=(published.weekday() - SATURDAY) % 7)
        for match in re.finditer(WEEKEND[language], text, re.IGNORECASE):
            value = f"{week_value(saturday)}-WE"
            found.append(_make(text, *match.span(), value, published, "counted from the published date"))
    for words, (unit, by) in UNIT_WORDS.get(language, {}).items():
        for match in re.finditer(rf"\b{words}\b", text, re.IGNORECASE):
            if published:
                from .context import Context

                value = Context(text, published).unit(unit, by) or ""
                found.append(_make(text, *match.span(), value, published, "counted from the published date"))
    return found


def _ago(text: str, published: date | None, language: str) -> list[DateExpression]:
    if language not in AGO:
        return []
    numbers, units, ago = AGO[language]
    pattern = rf"\b(?P<n>\d{{1,3}}|{'|'.join(numbers)})? ?(?P<u>{'|'.join(units)}) {ago}\b"
    found = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        count = numbers.get((match["n"] or "").lower()) or (int(match["n"]) if match["n"] else 1)
        unit = units.get(match["u"].lower(), "D")
        value = shift(day_value(published), unit, -count) if published else "PAST_REF"
        found.append(_make(text, *match.span(), value or "PAST_REF", published, "counted from the published date"))
    return found


def _cjk(text: str, published: date | None, language: str) -> list[DateExpression]:
    found = []
    for match in _CJK.finditer(text):
        year = match["y"] or match["y2"]
        if match["m"] and match["d"]:
            told = int(year) if year else published.year if published else None
            day = _parsed(f"{told}-{int(match['m']):02d}-{int(match['d']):02d}", language) if told else None
            if day is None:
                continue
            found.append(
                _stated(text, *match.span(), day_value(day))
                if year
                else _make(text, *match.span(), day_value(day), published, "the nearest such day to the published date")
            )
        elif match["m"] and year and 1 <= int(match["m"]) <= 12:
            found.append(_stated(text, *match.span(), month_value(int(year), int(match["m"]))))
        elif year:
            found.append(_stated(text, *match.span(), year))
    return found


def _stated(text: str, start: int, end: int, value: str) -> DateExpression:
    return _make(text, start, end, value, None, "stated")


def _make(text: str, start: int, end: int, value: str, anchor: date | None, how: str | None) -> DateExpression:
    if text[end - 1] == "." and end - start > MAX_ABBREVIATION:
        end -= 1  # the full stop of the sentence, not of an abbreviated month
    words, edtf = text[start:end], to_edtf(value)
    if edtf is None:
        why, basis = f"“{words}” gives no calendar date (the text's own date is not known).", "unresolved"
    elif how == "stated" or how is None or anchor is None:
        why, basis = f"“{words}” is stated in the text: {in_words(edtf)}.", "stated"
    else:
        why, basis = f"“{words}” is {how}, {day_in_words(anchor)}: {in_words(edtf)}.", "calculated"
    return DateExpression(
        start, end, words, "DATE", value, edtf, why, anchor if basis == "calculated" else None, basis, "other-language"
    )
