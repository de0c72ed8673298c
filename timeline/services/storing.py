"""One article's reading -> its rows, in one transaction; and back again as values for merging."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction

from articles.models import Article
from articles.reading.document import Document
from articles.services import passages_for, published_fields, store_article
from timeline.extraction import Dating, EventMention, Figure, Origin, Sighting
from timeline.models import Kind, Mention

_COLUMNS = ("start", "end", "kind", "dating")


@transaction.atomic
def store_reading(
    *, key: str, document: Document, mentions: list[EventMention], file_name: str, kinds: Mapping[str, Kind]
) -> Article:
    """Stores a new article with its passages and mentions; all of it or nothing."""
    article = store_article(key=key, document=document, file_name=file_name)
    store_mentions(article, mentions, kinds, new=True)
    return article


@transaction.atomic
def replace_reading(article: Article, document: Document, mentions: list[EventMention]) -> None:
    """Puts a new reading in the place of an article's old one; passages that are cited stay."""
    fields = published_fields(document)
    for name, value in fields.items():
        setattr(article, name, value)
    article.merged = False
    Article.objects.filter(pk=article.pk).update(merged=False, **fields)
    article.mentions.all().delete()
    store_mentions(article, mentions, kinds_by_slug())


def kinds_by_slug() -> dict[str, Kind]:
    return {kind.slug: kind for kind in Kind.objects.all()}


def store_mentions(
    article: Article, mentions: list[EventMention], kinds: Mapping[str, Kind], *, new: bool = False
) -> None:
    passages = passages_for(article, {(m.start, m.end) for m in mentions}, new=new)
    Mention.objects.bulk_create(
        Mention(
            article=article,
            number=number,
            passage=passages[m.start, m.end],
            kind=kinds[m.kind],
            details=_details(m),
            **_dating_columns(m.dating),
        )
        for number, m in enumerate(mentions)
    )


def _details(mention: EventMention) -> dict[str, Any]:
    return {name: value for name, value in asdict(mention).items() if name not in _COLUMNS}


def _dating_columns(dating: Dating | None) -> dict[str, Any]:
    if dating is None:
        return {}
    return {
        "date": dating.edtf, "date_basis": dating.basis, "date_start": dating.start, "date_end": dating.end,
        "date_text": dating.words[:200], "date_explanation": dating.explanation, "date_anchor": dating.anchor,
    }  # fmt: skip


def load_sightings(article_ids: Iterable[int] | None = None) -> Iterator[Sighting]:
    """Stored mentions as values, with what merging needs of their articles; all, or those of some articles."""
    articles = _origins()
    rows = Mention.objects.select_related("kind", "passage")
    if article_ids is not None:
        rows = rows.filter(article__in=article_ids)
    for row in rows.iterator(chunk_size=2000):
        yield Sighting(mention_of(row), articles[row.article_id], row.pk)


def mention_of(row: Mention) -> EventMention:
    """The value that extraction made and the row keeps."""
    dating = None
    if row.date:
        dating = Dating(
            row.date, row.date_basis, row.date_start, row.date_end, row.date_text, row.date_explanation, row.date_anchor
        )
    details: dict[str, Any] = dict(row.details)
    figures = tuple(Figure(**figure) for figure in details.pop("figures"))
    lists: dict[str, Any] = {name: tuple(details.pop(name)) for name in ("actors", "sides")}
    return EventMention(row.passage.start, row.passage.end, row.kind.slug, dating, figures=figures, **lists, **details)


def _origins() -> dict[int, Origin]:
    """What merging needs of each article; `root` is the first text of a chain of copies."""
    rows: dict[int, Any] = {
        row["id"]: row
        for row in Article.objects.values(
            "id", "key", "published", "source__slug", "agency__slug", "derived_from_id", "source_name"
        )
    }
    return {
        pk: Origin(
            key=row["key"],
            published=row["published"].isoformat() if row["published"] else "",
            source=row["source__slug"] or row["source_name"] or "",
            root=rows[_root(pk, rows)]["key"],
            agency=row["agency__slug"] or "",
        )
        for pk, row in rows.items()
    }


def _root(pk: int, rows: dict[int, dict[str, Any]]) -> int:
    seen = set()
    while rows[pk]["derived_from_id"] and pk not in seen:
        seen.add(pk)
        pk = rows[pk]["derived_from_id"]
    return pk
