"""Merged events -> columns of event rows and citations. Machine values only; editors' fields are left alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from articles.models import Passage
from articles.parts import parts
from timeline.extraction import MergedEvent, Sighting, Vocabulary
from timeline.extraction.disagreements import find_disagreements
from timeline.extraction.independence import count_backing
from timeline.models import Actor, Citation, Event, Kind, Mention, Place
from timeline.searching import normalise

from .addresses import Address

MAX_SUMMARY = 320

# Columns that a merge may change; a row is written only when one of them differs.
COLUMNS = (
    "slug", "title", "summary", "kind_id", "date", "date_basis", "place_id", "modality", "attribution", "called_off", "machine",
    "article_count", "publisher_count", "independent_sources", "disagreements", "search_words", "earliest", "latest", "precision",
    "shelf", "slug_base",
)  # fmt: skip
CITATION_COLUMNS = (
    "stance", "date_text", "date_start", "date_end", "date_edtf", "date_basis", "date_explanation", "modality", "attribution", "why",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a merge needs to know of a passage."""

    id: int
    quote: str
    article_key: str
    article_id: int
    start: int
    source_id: int | None


_QUOTED = ("id", "quote", "article__key", "article_id", "start", "article__source_id")


class EventRows:
    """Fills event rows from merged events; holds the look-up tables that the events of some shelves share."""

    def __init__(self, vocabulary: Vocabulary, shelves: Sequence[str]) -> None:
        self._vocabulary = vocabulary
        self._kinds = {kind.slug: kind for kind in Kind.objects.all()}
        self._places = {place.slug: place for place in Place.objects.all()}
        self.actors = {actor.slug: actor for actor in Actor.objects.all()}
        self._passage_of: dict[int, int] = {}
        self.passages: dict[int, Quoted] = {}
        for part in parts(shelves):
            self._passage_of.update(Mention.objects.filter(shelf__in=part).values_list("id", "passage_id"))
            told = Passage.objects.filter(mentions__shelf__in=part)
            cited = Passage.objects.filter(citations__event__shelf__in=part)
            for passages in (told, cited):
                for row in passages.values_list(*_QUOTED).iterator(chunk_size=5000):
                    self.passages[row[0]] = Quoted(*row)

    def passages_of(self, event: MergedEvent) -> set[int]:
        return {self._passage_of[s.id] for s in event.sightings}

    def machine_values(self, event: MergedEvent) -> dict[str, Any]:
        """What the texts say, field by field."""
        dating = event.dating.mention.dating if event.dating else None
        assert event.lead is not None
        words = " ".join(self.passages[self._passage_of[event.lead.id]].quote.split())
        return {
            "title": event.title[:200],
            # The leading passage itself: nothing is put into other words.
            "summary": words if len(words) <= MAX_SUMMARY else words[: words.rfind(" ", 0, MAX_SUMMARY)] + " …",
            "kind": event.kind,
            "date": event.date,
            "date_basis": dating.basis if dating else "unknown",
            "place": event.place,
            "modality": event.modality,
            "attribution": event.attribution[:200],
            "actors": list(event.actors),
        }

    def fill(self, row: Event, event: MergedEvent, address: Address, citations: Mapping[int, Citation]) -> bool:
        """Sets the row's columns, leaving out what an editor set; whether anything differs from before."""
        before = [getattr(row, name) for name in COLUMNS]
        row.slug, row.slug_base = address.slug, address.base
        row.shelf, row.machine = event.shelf, self.machine_values(event)
        for name, value in row.machine.items():
            if name in row.edited_fields or name == "actors":
                continue
            if name == "kind":
                row.kind = self._kinds[value]
            elif name == "place":
                row.place = self._places.get(value)
            else:
                setattr(row, name, value)
        rejected = {passage for passage, c in citations.items() if c.stance == Citation.Stance.REJECTED}
        kept = [s for s in event.sightings if self._passage_of[s.id] not in rejected]
        self._count(row, event, kept, citations)
        row.called_off = event.called_off
        row.disagreements = [asdict(disagreement) for disagreement in find_disagreements(kept, event.date)]
        row.set_bounds()
        return before != [getattr(row, name) for name in COLUMNS]

    def _count(
        self, row: Event, event: MergedEvent, kept: Sequence[Sighting], citations: Mapping[int, Citation]
    ) -> None:
        """Counts and words to search for, from the sightings that no editor rejected and what editors added."""
        backing = count_backing(kept, self._vocabulary)
        added = self._added_by_editors(citations, {s.origin.key for s in kept})
        row.article_count = backing.articles + len({p.article_id for p in added})
        row.publisher_count = backing.publishers + len({p.source_id for p in added} - {None})
        row.independent_sources = backing.origins + len({p.source_id for p in added} - {None})
        row.search_words = self._search_words(
            row, event, {self._passage_of[s.id] for s in kept} | {p.id for p in added}
        )

    def _added_by_editors(self, citations: Mapping[int, Citation], told: set[str]) -> list[Quoted]:
        """Passages that an editor linked, of articles in which the machine reads nothing of the event."""
        chosen = [self.passages[p] for p, c in citations.items() if c.edited and c.stance == Citation.Stance.SUPPORTS]
        return [passage for passage in chosen if passage.article_key not in told]

    def _search_words(self, row: Event, event: MergedEvent, passages: Iterable[int]) -> str:
        quoted = sorted((self.passages[p] for p in passages), key=lambda p: (p.article_key, p.start))
        names = [n for a in event.actors if a in self.actors for n in (self.actors[a].name, self.actors[a].aliases)]
        place = self._places.get(event.place)
        parts = [row.title, row.summary, *names, place.name if place else "", place.aliases if place else ""]
        return normalise(" ".join([*parts, *(p.quote for p in quoted)]))

    def citations(self, event: MergedEvent) -> dict[int, dict[str, Any]]:
        """Passage -> columns of its citation; a passage with several mentions takes the dated one."""
        wanted: dict[int, Sighting] = {}
        for sighting in event.sightings:
            passage = self._passage_of[sighting.id]
            known = wanted.get(passage)
            if known is None or (known.mention.dating is None and sighting.mention.dating is not None):
                wanted[passage] = sighting
        return {passage: citation_values(sighting) for passage, sighting in wanted.items()}


def citation_values(sighting: Sighting) -> dict[str, Any]:
    """The columns of a citation that the machine makes."""
    mention, dating = sighting.mention, sighting.mention.dating
    inside = dating is not None and mention.start <= dating.start and dating.end <= mention.end
    return {
        "stance": mention.stance,
        "date_text": dating.words[:200] if dating else "",
        "date_start": dating.start if dating and inside else -1,
        "date_end": dating.end if dating and inside else -1,
        "date_edtf": dating.edtf if dating else "",
        "date_basis": dating.basis if dating else "unknown",
        "date_explanation": dating.explanation if dating else "This passage does not say when it happened.",
        "modality": mention.modality,
        "attribution": mention.attribution[:200],
        "why": mention.why[:300],
    }
