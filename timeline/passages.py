"""Passages and articles as pages show them: text cut into plain and marked pieces, never HTML strings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote

from articles.models import Article, Passage
from articles.reading.blocks import split_blocks
from articles.reading.sentences import split_sentences

from .models import Citation, Event
from .searching import Query, passage_of_hit


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
    """`gap` says that text before it is left out."""

    stretches: list[Stretch]
    boilerplate: str = ""
    gap: bool = False


def quote_pieces(citation: Citation) -> list[Piece]:
    """The quote with its date words marked."""
    quote_text, start = citation.passage.quote, citation.passage.start
    first, last = citation.date_start - start, citation.date_end - start
    if citation.date_start < 0 or not 0 <= first < last <= len(quote_text):
        return [Piece(quote_text)]
    pieces = [Piece(quote_text[:first]), Piece(quote_text[first:last], True), Piece(quote_text[last:])]
    return [piece for piece in pieces if piece.text]


def footnotes(events: Sequence[Event], first: int = 1) -> list[Article]:
    """The articles behind these events in the order of their first mention; each event gets its numbers as `notes`.

    They are counted from `first`: a page that follows another in one print goes on counting.
    """
    cited: dict[int, list[int]] = defaultdict(list)
    supports = Citation.objects.filter(event__in=events, stance=Citation.Stance.SUPPORTS).order_by("passage__article")
    for pk, article in supports.values_list("event_id", "passage__article_id").distinct():
        cited[pk].append(article)
    numbers: dict[int, int] = {}
    for event in events:
        event.notes = [numbers.setdefault(article, len(numbers) + first) for article in cited[event.pk]]
    rows = Article.objects.select_related("source").only(
        "title", "opening", "url", "published", "source_name", "source__name"
    )
    found = rows.in_bulk(list(numbers))
    return [found[pk] for pk in numbers if pk in found]


def show_hits(events: Sequence[Event], query: Query) -> None:
    """Gives each event as `hit` the pieces of the passage that holds what was searched for, [] when none does."""
    quotes: dict[int, list[str]] = defaultdict(list)
    rows = Citation.objects.filter(event__in=events).exclude(stance=Citation.Stance.REJECTED).order_by("passage__start")
    for pk, quote_text in rows.values_list("event_id", "passage__quote"):
        quotes[pk].append(quote_text)
    for event in events:
        event.hit = [Piece(text, hit) for text, hit in passage_of_hit(quotes[event.pk], query.wanted)]


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


def article_paragraphs(article: Article, passages: Iterable[Passage], *, whole: bool = True) -> list[Paragraph]:
    """The article's text as paragraphs of stretches, with every cited passage in its place.

    Not `whole`: only the cited passages, each with a sentence before and behind it.
    """
    spans = [(p.start, p.end, p.pk) for p in passages]
    if not whole:
        return _excerpts(article.text, spans)
    marks = {start: rule for start, _, rule in article.boilerplate}
    return [
        Paragraph(_stretches(article.text, block.start, block.end, spans), marks.get(block.start, ""))
        for block in split_blocks(article.text)
    ]


def _excerpts(text: str, spans: list[tuple[int, int, int]]) -> list[Paragraph]:
    sentences = split_sentences(text, split_blocks(text))
    cited = [n for n, s in enumerate(sentences) if any(a < s.end and s.start < b for a, b, _ in spans)]
    shown = sorted({n + by for n in cited for by in (-1, 0, 1) if 0 <= n + by < len(sentences)})
    paragraphs: list[Paragraph] = []
    before = -1
    for _, group in groupby(shown, key=lambda n: (n - shown.index(n), sentences[n].paragraph)):
        numbers = list(group)
        first, last = sentences[numbers[0]], sentences[numbers[-1]]
        paragraphs.append(Paragraph(_stretches(text, first.start, last.end, spans), gap=numbers[0] > before + 1))
        before = numbers[-1]
    if paragraphs and before < len(sentences) - 1:
        paragraphs.append(Paragraph([], gap=True))
    return paragraphs


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
