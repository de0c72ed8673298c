"""What a text opens with: its news, which is about the day of the report where it names no day itself."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from articles.edtf import day_in_words
from articles.reading.document import Document, Sentence

from .dating import LASTING
from .draft import Draft
from .mention import Dating

# A text tells its news in so many sentences.
SENTENCES_OF_NEWS = 2
# What opens so tells a story or asks a question, not the news of a day.
_LOOKS_BACK = re.compile(
    r"\?|\b(?:years?|decades?|months?) (?:later|ago|earlier)\b|\b(?:has died|used to|back then|every year)\b"
)


def openings(document: Document, sentences: Sequence[Sentence]) -> dict[int, tuple[date, int]]:
    """Start of each sentence that may tell the news of the text, or of an item of a digest -> (day of the report, its number)."""
    items = [(d.start, date.fromisoformat(d.edtf or "")) for d in document.datelines]
    if not items and document.published.day is not None:
        items = [(0, document.published.day)]
    ends = [s.end for s in sentences]
    found: dict[int, tuple[date, int]] = {}
    for start, day in items:
        first = bisect_right(ends, start)
        opening = sentences[first : first + SENTENCES_OF_NEWS + 1]
        if opening and not _LOOKS_BACK.search(document.text, opening[0].start, opening[-1].end):
            found.update({s.start: (day, number) for number, s in enumerate(opening[:SENTENCES_OF_NEWS])})
    return found


def is_news(draft: Draft, *, reported: bool = False) -> bool:
    """Whether it is a happening that a main clause tells, as news is told; not what goes on: troops have been sent for long.

    Where it is only `reported`, the clause behind "state media said that" tells it too.
    """
    main = draft.clause.connector in ("", "main", "and", "but", "tail") or (reported and draft.clause.link == "content")
    told = main and draft.trigger.part in (
        "verb",
        "say",
        "speech",
    )
    return told and draft.kind.slug not in LASTING


def as_news(published: date) -> Dating:
    """The date of what a text tells as its news without naming a day: about the day on which it was published."""
    why = f"The text opens with it as news and names no day: about the day of the report, {day_in_words(published)}."
    return Dating(f"{published.isoformat()}~", "inferred", -1, -1, "", why, published.isoformat())
