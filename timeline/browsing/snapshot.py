"""The columns of the stored timeline, read once for each state of it and kept by the process."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import CharField
from django.db.models.functions import Cast

from articles.models import Source
from timeline.models import Actor, Citation, Event, Kind, Modality, Place, Revision

from .columns import Columns, Facet

PRECISION_WORDS = {
    "day": "the day", "month": "the month", "season": "the season", "quarter": "the quarter", "year": "the year",
    "decade": "the decade", "century": "the century", "range": "a span of time", "unknown": "not known",
}  # fmt: skip
STATUS_WORDS = {"machine": "as read by the program", "reviewed": "checked by an editor"}


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary's rows by their primary keys; kinds stand in the order of their rank."""

    kinds: Mapping[int, Kind]
    actors: Mapping[int, Actor]
    places: Mapping[int, Place]


_lock = threading.Lock()
_kept: tuple[str, Columns, Names] | None = None


def current_columns() -> Columns:
    """The columns of the timeline as it is stored now: one small query, and a reading when it has changed."""
    return _current()[1]


def current_names() -> Names:
    """The names that lists show, as they are stored now."""
    return _current()[2]


def _current() -> tuple[str, Columns, Names]:
    global _kept
    token = Revision.current()
    kept = _kept
    if kept is not None and token and kept[0] == token:
        return kept
    with _lock:
        if _kept is None or not token or _kept[0] != token:
            # The token was read first: what changes meanwhile has another one and is read by the next request.
            _kept = (token, load_columns(), _load_names())
        return _kept


def _load_names() -> Names:
    return Names(
        kinds={kind.pk: kind for kind in Kind.objects.order_by("-rank", "slug")},
        actors={actor.pk: actor for actor in Actor.objects.only("slug", "name")},
        places={place.pk: place for place in Place.objects.only("slug", "name")},
    )


def load_columns() -> Columns:
    """Reads all public events, their actors and the sources that report them: three queries over the tables."""
    events = Event.objects.public().order_by()
    # Days as text: a driver would make a million objects of them, numpy reads them at once.
    names = ("id", "slug", "kind__slug", "place__slug", "modality", "precision", "date_basis", "status")
    days = {"first": Cast("earliest", CharField()), "last": Cast("latest", CharField())}
    rows: list[tuple[Any, ...]] = list(events.values_list(*names, "independent_sources", *days.values()))
    rows.sort(key=lambda row: (row[-2] or "9999-99", row[-1] or "9999-99", row[1]))
    columns: list[list[Any]] = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(11)]
    row_of = {pk: number for number, pk in enumerate(columns[0])}
    disputed = set(events.exclude(disagreements=[]).values_list("id", flat=True))
    return Columns(
        ids=np.array(columns[0], dtype=np.int64),
        slugs=columns[1],
        earliest=_days(columns[-2]),
        latest=_days(columns[-1]),
        independent=np.array(columns[-3], dtype=np.int64),
        disputed=np.array([pk in disputed for pk in columns[0]], dtype=bool),
        facets=dict(_facets(columns, row_of)),
    )


def _days(values: Iterable[str | None]) -> Any:
    return np.array([value or "NaT" for value in values], dtype="datetime64[D]")


def _facets(columns: list[list[Any]], row_of: dict[int, int]) -> Iterator[tuple[str, Facet]]:
    every = range(len(row_of))
    yield "kind", Facet.of(dict(Kind.objects.values_list("slug", "label")), every, columns[2])
    # What another writer adds between two of these queries has a token of its own, and is left out until then.
    actors = dict(Actor.objects.values_list("pk", "slug"))
    takes_part = Event.actors.through.objects.values_list("event_id", "actor_id")
    pairs = [(row_of[event], actors[actor]) for event, actor in takes_part if event in row_of and actor in actors]
    yield "actor", Facet.of(dict(Actor.objects.values_list("slug", "name")), *_two(pairs))
    yield "place", Facet.of(dict(Place.objects.values_list("slug", "name")), every, columns[3])
    sources = {pk: (slug, kind) for pk, slug, kind in Source.objects.values_list("pk", "slug", "kind")}
    told = (
        Citation.objects.exclude(stance=Citation.Stance.REJECTED)
        .exclude(passage__article__source=None)
        .values_list("event_id", "passage__article__source_id")
    )
    reports = [(row_of[event], sources[source]) for event, source in told if event in row_of and source in sources]
    names = dict(Source.objects.values_list("slug", "name"))
    yield "source", Facet.of(names, *_two([(row, slug) for row, (slug, _) in reports]))
    yield "outlet", Facet.of(dict(Source.Kind.choices), *_two([(row, kind) for row, (_, kind) in reports]))
    yield "modality", Facet.of(dict(Modality.choices), every, columns[4])
    yield "precision", Facet.of(PRECISION_WORDS, every, columns[5])
    yield "basis", Facet.of(dict(Event.Basis.choices), every, columns[6])
    yield "status", Facet.of(STATUS_WORDS, every, columns[7])


def _two(pairs: list[tuple[int, str]]) -> tuple[list[int], list[str]]:
    return [row for row, _ in pairs], [value for _, value in pairs]
