"""Writes of what reading found: articles, passages and which article copies which."""

import hashlib
from collections.abc import Iterable

from django.db import transaction

from articles.edtf import day_in_words

from .models import Article, CopyKey, Passage, Source
from .reading.copies import Comparison, compare, copy_keys, is_copy
from .reading.document import Document, RawArticle, Sentence
from .reading.header import OutletBook, host_of

MAX_CANDIDATES = 50
MAX_KEPT = 500


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


@transaction.atomic
def link_copies(article_ids: Iterable[int]) -> set[int]:
    """Finds for these articles, and for those that share a fingerprint with them, what each copies.

    Returns the ids of the articles whose origin changed. The result depends on the set of stored
    articles only, not on the order in which they came.
    """
    changed: set[int] = set()
    queue = set(article_ids)
    told: dict[int, list[str]] = {}
    for article_id in sorted(queue | _sharing(queue)):
        article = Article.objects.select_related("source").get(pk=article_id)
        if _is_editors(article):
            continue
        origin, comparison = _origin_of(article, told)
        if (origin.pk if origin else None) == article.derived_from_id:
            continue
        article.derived_from = origin
        article.derived_share = round(max(comparison.words, comparison.sentences), 3) if comparison else None
        article.derived_explanation = _explained(article, comparison) if comparison else ""
        Article.objects.filter(pk=article.pk).update(
            derived_from=origin,
            derived_share=article.derived_share,
            derived_explanation=article.derived_explanation,
            merged=False,
        )
        changed.add(article.pk)
    return changed


def _is_editors(article: Article) -> bool:
    """Whether an editor has decided what the article is derived from."""
    return article.derived_explanation.startswith("Set by an editor")


def _sharing(article_ids: Iterable[int]) -> set[int]:
    values = CopyKey.objects.filter(article__in=article_ids).values("value")
    return set(CopyKey.objects.filter(value__in=values).values_list("article_id", flat=True))


def _origin_of(article: Article, told: dict[int, list[str]]) -> tuple[Article | None, Comparison | None]:
    """The earliest article that this one copies, with how much of it stands there."""
    candidates = (
        Article.objects.select_related("source")
        .filter(pk__in=_sharing([article.pk]) - {article.pk})
        .order_by("key")[:MAX_CANDIDATES]
    )
    mine = _told(article, told)
    best: tuple[tuple[object, ...], Article, Comparison] | None = None
    for other in candidates:
        named = bool(article.original_domain) and host_of(other.url).endswith(article.original_domain)
        comparison = compare(mine, _told(other, told))
        backwards = bool(other.original_domain) and host_of(article.url).endswith(other.original_domain)
        if backwards or not is_copy(comparison, named) or not (named or _precedes(other, article)):
            continue
        rank = _precedence(other)
        if best is None or rank < best[0]:
            best = (rank, other, comparison)
    return (best[1], best[2]) if best else (None, None)


def _told(article: Article, told: dict[int, list[str]]) -> list[str]:
    """The article's sentences, kept while one call compares many."""
    if article.pk not in told:
        if len(told) > MAX_KEPT:
            told.clear()
        told[article.pk] = _sentences(article)
    return told[article.pk]


def _sentences(article: Article) -> list[str]:
    """The article's story, by line, without what reading marked as boilerplate."""
    text, position, kept = article.text, 0, []
    for start, end, _ in sorted(article.boilerplate):
        kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    from .reading.blocks import split_blocks
    from .reading.sentences import split_sentences

    story = "\n\n".join(kept)
    return [story[s.start : s.end] for s in split_sentences(story, split_blocks(story))]


def _precedence(article: Article) -> tuple[object, ...]:
    """Who comes first: the earlier date, then the known publisher, then the agency's own text, then the key."""
    return (
        article.published.isoformat() if article.published else "9999",
        article.source_id is None,
        article.agency_id is None,
        article.key,
    )


def _precedes(other: Article, article: Article) -> bool:
    return _precedence(other) < _precedence(article)


def _explained(article: Article, comparison: Comparison) -> str:
    share = max(comparison.words, comparison.sentences)
    how = "word for word" if comparison.words >= 0.5 else "retold, sentence by sentence"
    named = f"; it names {article.original_domain} as its original source" if article.original_domain else ""
    return f"{share:.0%} of it stands in the other text too, {how}{named}."


def date_from_origin(article: Article) -> str:
    """The explanation of a published date that is taken from the article it copies."""
    origin = article.derived_from
    assert origin is not None
    assert origin.published is not None
    return f"Published about {day_in_words(origin.published)}: the text names no date; it copies “{origin.display_title}” of that day."
