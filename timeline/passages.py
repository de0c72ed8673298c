"""Passages and articles as pages show them: text cut into plain and marked pieces, never HTML strings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from articles.models import Article, Passage
from articles.reading.blocks import split_blocks

from .models import Citation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `marked` is drawn as a date word or a cited passage."""

    text: str
    marked: bool = False


@dataclass(slots=True)
class Stretch:
    """A stretch of an article under the same passages; `opens` are those that begin here."""

    text: str
    passages: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    stretches: list[Stretch]
    boilerplate: str = ""


def quote_pieces(citation: Citation) -> list[Piece]:
    """The quote with its date words marked."""
    quote_text, start = citation.passage.quote, citation.passage.start
    first, last = citation.date_start - start, citation.date_end - start
    if citation.date_start < 0 or not 0 <= first < last <= len(quote_text):
        return [Piece(quote_text)]
    pieces = [Piece(quote_text[:first]), Piece(quote_text[first:last], True), Piece(quote_text[last:])]
    return [piece for piece in pieces if piece.text]


def text_fragment(article: Article, passage: Passage) -> str:
    """The publisher's page, scrolled to the quote where the browser can (WICG text fragments)."""
    if not article.url:
        return ""
    if article.text_kind == Article.TextKind.SUMMARY:
        return article.url
    words = passage.quote.split()
    first = quote(" ".join(words[:6]), safe="")
    last = quote(" ".join(words[-6:]), safe="")
    directive = first if len(words) <= 12 else f"{first},{last}"
    return f"{article.url}#:~:text={directive.replace('-', '%2D')}"


def article_paragraphs(article: Article, passages: Iterable[Passage]) -> list[Paragraph]:
    """The article's text as paragraphs of stretches, with every cited passage in its place."""
    spans = [(p.start, p.end, p.pk) for p in passages]
    marks = {start: rule for start, _, rule in article.boilerplate}
    return [
        Paragraph(_stretches(article.text, block.start, block.end, spans), marks.get(block.start, ""))
        for block in split_blocks(article.text)
    ]


def _stretches(text: str, start: int, end: int, spans: list[tuple[int, int, int]]) -> list[Stretch]:
    here = [(max(a, start), min(b, end), pk) for a, b, pk in spans if a < end and start < b]
    cuts = sorted({start, end, *(a for a, _, _ in here), *(b for _, b, _ in here)})
    stretches = []
    for first, last in zip(cuts, cuts[1:], strict=False):
        inside = [pk for a, b, pk in here if a <= first and last <= b]
        stretches.append(
            Stretch(
                text[first:last],
                inside,
                [pk for a, _, pk in spans if a == first and pk in inside],
                [pk for _, b, pk in spans if b == last and pk in inside],
            )
        )
    return stretches
