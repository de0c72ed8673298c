"""Writes of what reading found: articles and passages."""

import hashlib
from collections.abc import Iterable

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


def store_article(*, key: str, document: Document, file_name: str) -> Article:
    """A new article with its copy fingerprints. The caller holds the transaction."""
    slugs = {document.outlet, document.agency} - {""}
    sources = {source.slug: source for source in Source.objects.filter(slug__in=slugs)} if slugs else {}
    article = Article(
        key=key,
        text=document.text,
        file_name=file_name[-255:],
        original_domain=document.original_domain[:120],
        source=sources.get(document.outlet),
        source_name="" if document.outlet else document.outlet_name[:120],
        agency=sources.get(document.agency),
        title=document.title[:400],
        opening=_opening(document),
        byline=document.byline[:200],
        url=document.url[:1000] if document.url.startswith(("http://", "https://")) else "",
        language=document.language[:8],
        text_kind=document.text_kind,
        boilerplate=[[m.start, m.end, m.rule] for m in document.boilerplate],
        **published_fields(document),
    )
    article.skip_history_when_saving = True  # type: ignore[attr-defined]  # history is of what editors do
    article.save(force_insert=True)
    CopyKey.objects.bulk_create(
        CopyKey(article=article, value=value) for value in copy_keys(story_of(document.text, document.sentences))
    )
    return article


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


def passages_for(
    article: Article, spans: Iterable[tuple[int, int]], *, new: bool = False
) -> dict[tuple[int, int], Passage]:
    """The article's passages at these spans, made where they are missing; `new`: the article has none yet."""
    wanted = set(spans)
    found = {} if new else {(p.start, p.end): p for p in article.passages.all() if (p.start, p.end) in wanted}
    missing = [Passage.of(article, *span) for span in sorted(wanted - found.keys())]
    Passage.objects.bulk_create(missing)
    return found | {(p.start, p.end): p for p in missing}


def date_from_origin(article: Article) -> str:
    """The explanation of a published date that is taken from the article it copies."""
    origin = article.derived_from
    assert origin is not None
    assert origin.published is not None
    return f"Published about {day_in_words(origin.published)}: the text names no date; it copies “{origin.display_title}” of that day."
