"""find_dates: the one way in. English by our own rules, other languages through dateparser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from articles.edtf import BadDate, bounds, day_in_words, in_words

from .calendar import named_days, nearest_to
from .context import Context, ends_sentence
from .expression import DateExpression, without_overlaps
from .how import FROM_TOLD
from .lexer import Token, islands
from .rules import RULES, Match, Reading, Rule
from .values import as_day, to_edtf

_COMPILED = [(rule, re.compile(rule.pattern)) for rule in RULES]


# No date has more words and marks than this.
MAX_CLASSES = 24

# Room for "two centuries ago" and "next decade" within what a date can hold.
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(9000, 1, 1)


def find_dates(text: str, published: date | None = None, language: str = "en") -> list[DateExpression]:
    """All date expressions of the text, in text order, none overlapping another.

    >>> [d.edtf for d in find_dates("They met last November.", date(2025, 5, 9))]
    ['2024-11']

    `published` is the text's own date, from which "on Friday" is counted; without it such words stay
    unresolved (`edtf` is None). `language` is an ISO 639-1 code. Never raises on any text.
    """
    if published is not None and not FIRST_DAY <= published <= LAST_DAY:
        published = None  # at the ends of the calendar there is nothing to count to
    if language != "en":
        from .other_languages import find_dates_in

        return find_dates_in(text, published, language)
    context = Context.of(text, published)
    days = named_days(text, published)
    found: list[DateExpression] = []
    for run in islands(text):
        found.extend(_read_island(run, context))
    return _with_named_days(found, days, text)


def _read_island(run: list[Token], context: Context) -> Iterator[DateExpression]:
    kinds = "".join(token.kind for token in run)
    index = 0
    while index < len(run):
        best = _longest(run, kinds, index, context)
        if best is None:
            index += 1
            continue
        stop, rule, reading, middle = best
        if middle is None or "/" not in reading.value:
            pieces = [(index, stop, reading)]
        else:
            pieces = _both_ends(run, index, middle, stop, reading)
        for first, last, piece in pieces:
            expression = _expression(run, first, last, rule, piece, context)
            _remember(expression, piece, context)
            yield expression
        index = stop


def _both_ends(
    run: list[Token], index: int, middle: int, stop: int, reading: Reading
) -> list[tuple[int, int, Reading]]:
    """A range as its two ends, as TIMEX3 has it: each with its own value, both with the whole EDTF."""
    while run[index].kind in "BF":
        index += 1
    first, last = reading.value.split("/")
    whole = None if reading.apart else to_edtf(reading.value)
    return [
        (index, middle, replace(reading, value=first, whole=whole)),
        (middle + 1, stop, replace(reading, value=last, whole=whole)),
    ]


@lru_cache(maxsize=16384)
def _candidates(kinds: str) -> tuple[tuple[int, Rule, dict[str, tuple[int, int]], int | None], ...]:
    """(end, rule, spans of its groups, place of a range's separator) of all rules that match at the start.

    The longest match comes first, then the earlier rule. Texts repeat the same few class strings, so
    that nearly every look-up is remembered.
    """
    found = []
    for order, (rule, pattern) in enumerate(_COMPILED):
        match = pattern.match(kinds)
        if match and match.end():
            groups = {name: match.span(name) for name in match.groupdict() if match.start(name) >= 0}
            separators = [match.start(name) for name in ("sep", "sepb") if match.groupdict().get(name)]
            found.append((-match.end(), order, rule, groups, separators[0] if separators else None))
    found.sort(key=lambda c: c[:2])
    return tuple((-minus_end, rule, groups, separator) for minus_end, _, rule, groups, separator in found)


def _longest(
    run: list[Token], kinds: str, index: int, context: Context
) -> tuple[int, Rule, Reading, int | None] | None:
    for length, rule, spans, separator in _candidates(kinds[index : index + MAX_CLASSES]):
        groups = {name: run[index + first : index + last] for name, (first, last) in spans.items()}
        stop = index + length
        try:
            reading = rule.read(Match(groups, run[index].start, run[stop - 1].end), context)
        except (ValueError, OverflowError):
            reading = None  # words that would leave the calendar: no date
        if reading is not None:
            return stop, rule, reading, None if separator is None else index + separator
    return None


def _expression(
    run: list[Token], index: int, stop: int, rule: Rule, reading: Reading, context: Context
) -> DateExpression:
    start, end = run[index].start, run[stop - 1].end
    words = context.text[start:end]
    # "Hours later" is a length of time, and yet tells the day.
    value = reading.whole or (to_edtf(reading.value) if reading.type in ("DATE", "TIME") else None)
    edtf = _checked(value) if value else None
    anchor = as_day(reading.anchor or "")
    return DateExpression(
        start, end, words, reading.type, reading.value, edtf,
        f"{explain(words, edtf, reading, anchor)} {reading.note}".rstrip(), anchor, reading.how.basis, rule.name, reading.mod, reading.relation,
    )  # fmt: skip


def _checked(edtf: str) -> str | None:
    """The date itself when there is such a day, else None: "February 30" names none."""
    try:
        bounds(edtf)
    except (BadDate, ValueError, OverflowError):
        return None
    return edtf


def explain(words: str, edtf: str | None, reading: Reading, anchor: date | None) -> str:
    """One sentence: the words, what they were counted from, the result."""
    shown = " ".join(words.split())
    if reading.how.origin == "event":
        return f"“{shown}” is counted from the event that the text names after it."
    if edtf is None:
        return f"“{shown}” gives no calendar date ({reading.how.words})."
    result = in_words(edtf)
    if reading.how.origin == "text":
        return f"“{shown}” is stated in the text: {result}."
    published = anchor if reading.how.origin == "published" else None
    if published is not None and edtf == published.isoformat():
        return f"“{shown}” is the day of publication itself: {result}."
    if published is not None:
        return f"“{shown}” is {reading.how.words}, {day_in_words(published)}: {result}."
    if reading.anchor:
        return f"“{shown}” is {reading.how.words} ({reading.anchor}): {result}."
    return f"“{shown}” is {reading.how.words}: {result}."


# "At the end of April this year": so far a history has come.
_OF_STORY = ("month-unit", "unit-month")


def _remember(expression: DateExpression, reading: Reading, context: Context) -> None:
    if reading.keeps_ref or expression.edtf is None or "/" in reading.value:
        return
    if context.narrative and reading.how.origin == "published":
        if expression.rule == "weekday":
            context.news = (reading.value.split("T")[0], expression.end)
        if expression.rule not in _OF_STORY:
            return  # what a history says of its own day is not what its story is on
    if context.narrative and len(reading.value) == len("1839") and _is_since(context.text, expression.start):
        return  # "who had lived abroad since 1839"
    if _is_compared_with(context, expression):
        return  # "for the first time since the line was shut in 2020, and two days later": after what was told on its day
    context.look_back(reading.value.split("T")[0], expression.start, expression.end)
    context.ref, context.ref_end = reading.value.split("T")[0], expression.end
    if re.fullmatch(r"\d{4}", context.ref) and reading.how == FROM_TOLD:
        context.counted_year = int(context.ref), expression.end
    # "Two months later, on Nov. 21": counted from a date of the text, it tells the year of the day beside it as well.
    tells_year = reading.how.origin in ("text", "told")
    if tells_year and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", context.ref):
        context.told = (date.fromisoformat(f"{context.ref}-01"[:10]), expression.end)
        if reading.how.origin == "text":
            context.enter(expression.start, expression.end)
    if re.match(r"\d{4}-\d\d", context.ref):
        context.months[int(context.ref[5:7])] = (int(context.ref[:4]), expression.end)
    if as_day(context.ref):
        context.day = context.ref
    if context.ref[:4].isdigit() and len(context.ref) >= 4:
        context.last_year = int(context.ref[:4])
        context.stretch = bounds(reading.whole) if reading.whole else None


_SINCE, REACH_OF_SINCE = re.compile(r"\bsince\s[^,;.]{0,60}$"), 70


def _is_compared_with(context: Context, date: DateExpression) -> bool:
    """Whether "since" puts it behind a day that its sentence has told before."""
    if context.day is None or ends_sentence(context.text, context.ref_end, date.start) or context.ref != context.day:
        return False
    return _SINCE.search(context.text, max(0, date.start - REACH_OF_SINCE), date.start) is not None


def _is_since(text: str, start: int) -> bool:
    return text[max(0, start - len("since ")) : start].lower() == "since "


def _with_named_days(found: list[DateExpression], days: list[DateExpression], text: str) -> list[DateExpression]:
    """Adds the named days that no dated expression already covers, in the year that their sentence is in."""
    if not days:
        return found
    return without_overlaps(found, [_in_its_year(day, found, text) for day in days])


def _in_its_year(day: DateExpression, found: list[DateExpression], text: str) -> DateExpression:
    """ "In April 2015 ... the Victory Day parade": the one nearest to the date told before it in its sentence."""
    told = next((d for d in reversed(found) if d.end <= day.start), None)
    if told is None or told.basis != "stated" or told.edtf is None or len(told.edtf) < len("2015-04"):
        return day
    first = bounds(told.edtf)[0]
    same = first is None or day.timex_value.startswith(f"{first.year:04d}")
    return day if first is None or same or ends_sentence(text, told.end, day.start) else nearest_to(day, first)
