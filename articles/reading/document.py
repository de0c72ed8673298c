"""The values that reading hands on. Spans are half-open character offsets into `Document.text`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from .dates import DateExpression

# No article is older or younger than this; a date outside is misread. (The first regular newspapers
# are of the 17th century, but the two states that the texts are about are not.)
EARLIEST_PUBLISHED = date(1900, 1, 1)
LATEST_PUBLISHED = date(2100, 12, 31)


def plausible(day: date) -> bool:
    """Whether an article can have been published on the day."""
    return EARLIEST_PUBLISHED <= day <= LATEST_PUBLISHED


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as a file gave it. Empty strings and None stand for what the file does not tell.

    `received` is the day it came in, where that is known: it was not published later.
    """

    text: str
    title: str = ""
    url: str = ""
    published: date | None = None
    published_note: str = ""
    source: str = ""
    author: str = ""
    language: str = ""
    received: date | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher that reading can recognise by name or by the domain of an address."""

    slug: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a lone line: text[start:end] has no white space at its ends."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch that is not the story, with the name of the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text consists of: all its blocks, what is not the story, and the blocks of the story, each in text order."""

    blocks: Sequence[Block]
    marked: Sequence[Marked]
    story: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the story. `paragraph` counts the paragraphs from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Published:
    """The article's date (document creation time): basis is stated, url, metadata, inferred or unknown.

    `start` and `end` are the span of the words that tell it, -1 where there are none in the text.
    """

    day: date | None = None
    basis: str = "unknown"
    explanation: str = "The text does not tell when it was published."
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Document:
    """A text read: who published it and when, its sentences, and what in it is not the story."""

    text: str
    language: str
    title: str = ""
    byline: str = ""
    url: str = ""
    outlet: str = ""
    outlet_name: str = ""
    agency: str = ""
    original_domain: str = ""
    text_kind: str = "full"
    published: Published = field(default_factory=Published)
    sentences: tuple[Sentence, ...] = ()
    boilerplate: tuple[Marked, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    headings: tuple[DateExpression, ...] = ()
    datelines: tuple[DateExpression, ...] = ()  # where the text has several, each of an item of its own
