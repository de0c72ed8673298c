"""Writes of what reading found: articles and passages."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.edtf import day_in_words

from .models import Article, CopyKey, Passage, Source
from .reading.copies import copy_keys
from .reading.document import Document, RawArticle, Sentence
from .reading.header import OutletBook


def outlet_book() -> OutletBook:
    """All sources as reading knows them."""
    return OutletBook(source.as_outlet() for source in Source.objects.all())


def article_key(raw: RawArticle) -> str:
    """Fingerprint of an article: the same text from the same place is the same article, however often it comes."""
    parts = (raw.text, raw.url, raw.source)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article as it will be stored: its columns, the slugs of publisher and agency, what stands with it.

    A plain value, so that it can be made in another process; `spans` are those of its passages.
    """

    columns: dict[str, Any]
    outlet: str
    agency: str
    copy_keys: list[str]
    spans: list[tuple[int, int]]


def new_article(key: str, document: Document, file_name: str, spans: Iterable[tuple[int, int]]) -> NewArticle:
    """What is to be stored of a document."""
    columns = {
        "key": key,
        "text": document.text,
        "file_name": file_name[-255:],
        "original_domain": document.original_domain[:120],
        "source_name": "" if document.outlet else document.outlet_name[:120],
        "title": document.title[:400],
        "opening": _opening(document),
        "byline": document.byline[:200],
        "url": document.url[:1000] if document.url.startswith(("http://", "https://")) else "",
        "language": document.language[:8],
        "text_kind": document.text_kind,
        "boilerplate": [[m.start, m.end, m.rule] for m in document.boilerplate],
        **published_fields(document),
    }
    story = story_of(document.text, document.sentences)
    return NewArticle(columns, document.outlet, document.agency, copy_keys(story), sorted(set(spans)))


def store_articles(new: Sequence[NewArticle]) -> list[tuple[Article, dict[tuple[int, int], Passage]]]:
    """New articles with their copy fingerprints and passages. The caller holds the transaction."""
    slugs = {slug for article in new for slug in (article.outlet, article.agency)} - {""}
    sources = {source.slug: source for source in Source.objects.filter(slug__in=slugs)} if slugs else {}
    articles = [Article(source=sources.get(a.outlet), agency=sources.get(a.agency), **a.columns) for a in new]
    Article.objects.bulk_create(articles)
    both = list(zip(articles, new, strict=True))
    CopyKey.objects.bulk_create([CopyKey(article=row, value=value) for row, a in both for value in a.copy_keys])
    passages = [Passage.of(row, *span) for row, a in both for span in a.spans]
    Passage.objects.bulk_create(passages)
    found: dict[int, dict[tuple[int, int], Passage]] = {row.pk: {} for row in articles}
    for passage in passages:
        found[passage.article_id][passage.start, passage.end] = passage
    return [(row, found[row.pk]) for row in articles]


def _opening(document: Document) -> str:
    first = document.sentences[0] if document.sentences else None
    words = " ".join((document.text[first.start :] if first else document.text).split()[:40])
    return words if len(words) <= 90 else words[: words.rfind(" ", 0, 90)][:110] + " …"


def published_fields(document: Document) -> dict[str, object]:
    """The published date with its basis, as columns."""
    return {
        "published": document.published.day,
        "published_basis": document.published.basis if document.published.day else Article.Basis.UNKNOWN,
        "published_explanation": document.published.explanation,
    }


def story_of(text: str, sentences: Iterable[Sentence]) -> str:
    return "\n".join(text[s.start : s.end] for s in sentences)


def passages_for(article: Article, spans: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Passage]:
    """The article's passages at these spans, made where they are missing."""
    wanted = set(spans)
    found = {(p.start, p.end): p for p in article.passages.all() if (p.start, p.end) in wanted}
    missing = [Passage.of(article, *span) for span in sorted(wanted - found.keys())]
    Passage.objects.bulk_create(missing)
    return found | {(p.start, p.end): p for p in missing}


def date_from_origin(article: Article) -> str:
    """The explanation of a published date that is taken from the article it copies."""
    origin = article.derived_from
    assert origin is not None
    assert origin.published is not None
    return f"Published about {day_in_words(origin.published)}: the text names no date; it copies “{origin.display_title}” of that day."
