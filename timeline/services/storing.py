"""Readings -> rows, a few articles at a time; and back again as values for merging."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.db import transaction

from articles.models import Article, Passage
from articles.parts import parts
from articles.reading.document import Document
from articles.services import NewArticle, new_article, passages_for, published_fields, store_articles
from timeline.extraction import Dating, EventMention, Figure, Origin, Sighting
from timeline.models import Kind, Mention, Revision

from .shelves import mark_articles_stale, mark_stale

_COLUMNS = ("start", "end", "kind", "dating", "shelf")
_DETAILS = tuple(f.name for f in fields(EventMention) if f.name not in (*_COLUMNS, "figures"))
_ORIGIN = ("id", "key", "published", "source__slug", "agency__slug", "derived_from_id", "source_name")
_MENTION = (
    "pk", "article_id", "number", "passage__start", "passage__end", "kind__slug", "shelf", "details",
    "date", "date_basis", "date_start", "date_end", "date_text", "date_explanation", "date_anchor",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it was read, ready to be stored; a plain value, made in any process.

    `mentions` are columns of mention rows, with `kind` as a slug and `span` for the passage.
    """

    article: NewArticle
    mentions: list[dict[str, Any]]


def reading_of(key: str, document: Document, mentions: list[EventMention], file_name: str) -> Reading:
    rows = _mention_columns(mentions)
    return Reading(new_article(key, document, file_name, [row["span"] for row in rows]), rows)


@transaction.atomic
def store_readings(readings: Sequence[Reading], kinds: Mapping[str, Kind]) -> list[Article]:
    """Stores new articles with their passages and mentions; all of it or nothing."""
    with Revision.renewed_once():
        stored = store_articles([reading.article for reading in readings])
        _store_mentions(
            [(article, passages, r.mentions) for (article, passages), r in zip(stored, readings, strict=True)], kinds
        )
    return [article for article, _ in stored]


@transaction.atomic
def replace_reading(article: Article, document: Document, mentions: list[EventMention]) -> None:
    """Puts a new reading in the place of an article's old one; passages that are cited stay."""
    fields = published_fields(document)
    for name, value in fields.items():
        setattr(article, name, value)
    Article.objects.filter(pk=article.pk).update(**fields)
    mark_articles_stale([article.pk])
    article.mentions.all().delete()
    rows = _mention_columns(mentions)
    passages = passages_for(article, {row["span"] for row in rows})
    _store_mentions([(article, passages, rows)], kinds_by_slug())
    Revision.renew()


def kinds_by_slug() -> dict[str, Kind]:
    return {kind.slug: kind for kind in Kind.objects.all()}


def _store_mentions(
    told: Iterable[tuple[Article, Mapping[tuple[int, int], Passage], list[dict[str, Any]]]], kinds: Mapping[str, Kind]
) -> None:
    rows = [
        Mention(
            article=article,
            passage=passages[columns["span"]],
            kind=kinds[columns["kind"]],
            **{name: value for name, value in columns.items() if name not in ("span", "kind")},
        )
        for article, passages, mentions in told
        for columns in mentions
    ]
    Mention.objects.bulk_create(rows)
    mark_stale({row.shelf for row in rows})


def _mention_columns(mentions: list[EventMention]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "span": (m.start, m.end),
            "kind": m.kind,
            "shelf": m.shelf,
            "details": {
                **{name: getattr(m, name) for name in _DETAILS},
                "figures": [asdict(figure) for figure in m.figures],
            },
            **_dating_columns(m.dating),
        }
        for number, m in enumerate(mentions)
    ]


def _dating_columns(dating: Dating | None) -> dict[str, Any]:
    if dating is None:
        return {}
    return {
        "date": dating.edtf, "date_basis": dating.basis, "date_start": dating.start, "date_end": dating.end,
        "date_text": dating.words[:200], "date_explanation": dating.explanation, "date_anchor": dating.anchor,
    }  # fmt: skip


def load_sightings(shelves: Sequence[str]) -> list[Sighting]:
    """The stored mentions of these shelves as values, with what merging needs of their articles."""
    sightings: list[Sighting] = []
    origins: dict[int, Origin] = {}
    for part in parts(shelves):
        rows = Mention.objects.filter(shelf__in=part)
        articles = set(rows.values_list("article_id", flat=True)) - origins.keys()
        origins.update(_origins(articles))
        sightings += [
            Sighting(_mention_of(*columns), origins[article], pk, number)
            for pk, article, number, *columns in rows.values_list(*_MENTION).iterator(chunk_size=2000)
        ]
    return sightings


def _mention_of(start: int, end: int, kind: str, shelf: str, details: dict[str, Any], *dating: Any) -> EventMention:
    """The value that extraction made and the row keeps."""
    details = dict(details)
    figures = tuple(Figure(**figure) for figure in details.pop("figures"))
    lists: dict[str, Any] = {name: tuple(details.pop(name)) for name in ("actors", "sides")}
    told = Dating(*dating) if dating[0] else None
    return EventMention(start, end, kind, told, figures=figures, shelf=shelf, **lists, **details)


def _origins(article_ids: Iterable[int]) -> dict[int, Origin]:
    """What merging needs of each article; `root` is the first text of a chain of copies."""
    wanted = set(article_ids)
    rows: dict[int, dict[str, Any]] = {}
    missing = wanted
    while missing:
        for part in parts(sorted(missing)):
            rows.update({row["id"]: row for row in Article.objects.filter(pk__in=part).values(*_ORIGIN)})
        missing = {row["derived_from_id"] for row in rows.values() if row["derived_from_id"]} - rows.keys()
    return {
        pk: Origin(
            key=row["key"],
            published=row["published"].isoformat() if row["published"] else "",
            source=row["source__slug"] or row["source_name"] or "",
            root=rows[_root(pk, rows)]["key"],
            agency=row["agency__slug"] or "",
        )
        for pk, row in rows.items()
        if pk in wanted
    }


def _root(pk: int, rows: Mapping[int, dict[str, Any]]) -> int:
    seen = set()
    while rows[pk]["derived_from_id"] and pk not in seen:
        seen.add(pk)
        pk = rows[pk]["derived_from_id"]
    return pk
