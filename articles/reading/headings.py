"""Headings that are dates: the entries of a chronology, the sections of a digest, the clock of a live blog."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from articles import edtf

from .datelines import dateline_at
from .dates import DateExpression, find_dates
from .document import Layout
from .published import is_stamp

# A heading has no more words besides its date, and is no longer than this.
MAX_OTHER_WORDS = 1
MAX_LENGTH = 60
# One line that is only a date is the article's own date line; headings come in numbers.
MIN_HEADINGS = 2

# Rules for days and months that a text may tell without their year.
_WITHOUT_YEAR = ("month", "day-month-year", "month-day-year")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DAY_OR_LONGER = re.compile(r"\d")
# With the name of its month a date needs no more than the year from its heading.
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек)\w*",
    re.IGNORECASE,
)


def date_headings(text: str, layout: Layout, dates: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """The dates that head parts of the story, in text order; () when there are fewer than two."""
    story = layout.story
    told = {block.start for block in story}
    found = []
    for block in layout.blocks:
        if block.start in told or block.end - block.start > MAX_LENGTH or is_stamp(text[block.start : block.end]):
            continue
        inside = [
            d
            for d in dates
            if block.start <= d.start and d.end <= block.end and d.edtf and d.timex_type in ("DATE", "TIME")
        ]
        # "July 25–27, 2023" is two expressions, both with the whole of it.
        if not inside or len({d.edtf for d in inside}) > 1:
            continue
        rest = text[block.start : inside[0].start] + " " + text[inside[-1].end : block.end]
        if len(_WORD.findall(rest)) <= MAX_OTHER_WORDS:
            found.append(inside[0])
    between = [d for d in found if story and d.start > story[0].start]
    return tuple(found) if len(found) >= MIN_HEADINGS and between else ()


def datelines(text: str, layout: Layout, dates: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """The days in the datelines of a digest, whose items are each read as of their own; () where there is one only."""
    found = []
    for block in layout.story:
        dateline = dateline_at(text, block.start, block.end)
        if dateline is None or not dateline.agency:
            continue
        inside = [d for d in dates if block.start <= d.start and d.end <= dateline.end and d.edtf]
        if inside and edtf.precision(inside[0].edtf or "") == "day":
            found.append(inside[0])
    return tuple(found) if len({d.edtf for d in found}) >= MIN_HEADINGS else ()


def dates_under_headings(
    text: str, dates: Sequence[DateExpression], headings: Sequence[DateExpression], language: str
) -> tuple[DateExpression, ...]:
    """The dates of a text in which each part is read as of the date that heads it, not as of the published one.

    Under "July 2023", "on July 27" is in 2023, whenever the chronology was printed. Which day "Thursday" is, such
    a heading does not tell.
    """
    starts = [d.start for d in dates]
    found: list[DateExpression] = []
    at = 0
    for heading, following in zip_longest(headings, headings[1:]):
        last = edtf.bounds(heading.edtf or "")[1]
        if last is None or not _DAY_OR_LONGER.search(heading.text) or heading.timex_type != "DATE":
            continue  # the clock of a live blog, "Tuesday"
        begin, end = _begin(text, heading), following.start if following else len(text)
        found += dates[at : bisect_left(starts, begin)]
        exact = edtf.precision(heading.edtf or "") == "day"
        told = [_within(d, heading) for d in find_dates(text[begin:end], last, language)]
        found += [_as_of(d, begin, exact=exact) for d in told]
        at = bisect_left(starts, end)
    return (*found, *dates[at:])


def _begin(text: str, heading: DateExpression) -> int:
    """Where that begins which stands under a heading: on the next line, behind a dateline on its own."""
    line_end = text.find("\n", heading.end)
    stop = line_end if line_end >= 0 else len(text)
    return heading.end if stop - heading.end > MAX_LENGTH else stop


def _within(date: DateExpression, heading: DateExpression) -> DateExpression:
    """Under "2013" the September in which a line "opens" is that of 2013, though the line tells it as ahead of its end."""
    if date.rule not in _WITHOUT_YEAR or date.basis != "calculated":
        return date
    first, last = edtf.bounds(heading.edtf or "")
    told = edtf.bounds(date.edtf or "")[0]
    if first is None or last is None or first.year != last.year or told is None or told <= last:
        return date
    value = f"{first.year:04d}{date.timex_value[4:]}"
    try:
        a, b = edtf.bounds(value)
    except edtf.BadDate:  # the 29th of February of another year
        return date
    if a is None or b is None or not first <= a <= b <= last:
        return date
    why = f"“{date.text}” is in the year of the heading above it, {first.year}: {edtf.in_words(value)}."
    return replace(date, timex_value=value, edtf=value, explanation=why)


def _as_of(date: DateExpression, by: int, *, exact: bool) -> DateExpression:
    """A date of a part of the text, in its place, with the heading as what it is counted from."""
    why = date.explanation.replace("the published date", "the date of the heading above it")
    why = why.replace("the day of publication itself", "the day of the heading above it")
    moved = replace(date, start=date.start + by, end=date.end + by, explanation=why)
    if (
        exact
        or "published" not in date.explanation
        and "publication" not in date.explanation
        or _MONTH.search(date.text)
    ):
        return moved
    why = f"“{date.text}” counts from a day that the heading above it does not tell."
    return replace(moved, edtf=None, basis="unresolved", explanation=why, anchor=None)
