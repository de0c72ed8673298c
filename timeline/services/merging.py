"""remerge: brings the stored events in line with what the mentions add up to. Editors' decisions stay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.utils.timezone import now

from articles.parts import parts
from timeline.extraction import MergedEvent, Vocabulary, merge_mentions
from timeline.extraction.fitting import family_of
from timeline.models import Citation, Event, Revision, StaleShelf

from .addresses import Address, give_addresses
from .event_rows import CITATION_COLUMNS, COLUMNS, EventRows
from .shelves import mark_all_stale, renew_statistics, stale_parts
from .storing import load_sightings
from .vocabulary import load_vocabulary

BATCH = 500


def remerge(vocabulary: Vocabulary | None = None) -> None:
    """Merges the shelves whose mentions changed, and changes only what differs.

    The events depend on the set of mentions and on editors' decisions alone. A field that an editor
    set, a citation that an editor rejected or added, and an event that an editor withdrew stay so.
    """
    vocabulary = vocabulary or load_vocabulary()
    renew_statistics()
    for shelves in list(stale_parts()):
        with transaction.atomic():
            # First of all: what another import adds from here on marks its shelves anew.
            for part in parts(shelves):
                StaleShelf.objects.filter(shelf__in=part).delete()
            with Revision.renewed_once():
                _Sync(vocabulary, shelves).run(merge_mentions(load_sightings(shelves), vocabulary))


@transaction.atomic
def remerge_all(vocabulary: Vocabulary | None = None) -> None:
    """Merges everything anew: after the rules or the vocabulary changed."""
    mark_all_stale()
    remerge(vocabulary)


class _Sync:
    """Brings the event rows of some shelves in line, written in batches."""

    def __init__(self, vocabulary: Vocabulary, shelves: Sequence[str]) -> None:
        self._shelves = shelves
        self._rows = EventRows(vocabulary, shelves)
        self._events: dict[int, Event] = {}
        self._citations: dict[int, dict[int, Citation]] = defaultdict(dict)
        for part in parts(shelves):
            rows = Event.objects.filter(shelf__in=part).select_related("kind", "place").prefetch_related("actors")
            self._events.update({row.pk: row for row in rows})
            for citation in Citation.objects.filter(event__shelf__in=part):
                self._citations[citation.event_id][citation.passage_id] = citation

    def run(self, merged: list[MergedEvent]) -> None:
        matched = self._match(merged)
        kept = {event.pk for event in matched.values()}
        gone = [event for pk, event in self._events.items() if pk not in kept]
        taken = {event.slug for event in gone if self._is_editors(event)}
        taken |= {row.slug for row in matched.values() if "slug" in row.edited_fields}
        left = {event.slug_base for event in self._events.values()} - {""}
        self._retire(gone)
        addresses = give_addresses(merged, matched, self._shelves, taken, left)
        stored = self._write_events(merged, matched, addresses)
        self._write_actors(merged, stored, matched)
        self._write_citations(merged, stored)

    # -- which stored event is which merged one ---------------------------------------------------------

    def _match(self, merged: list[MergedEvent]) -> dict[int, Event]:
        """Merged event number -> stored event, by the passages and machine values that they share."""
        by_passage: dict[int, list[int]] = defaultdict(list)
        for pk, citations in self._citations.items():
            for passage in citations:
                by_passage[passage].append(pk)
        scores = []
        for number, event in enumerate(merged):
            shared: dict[int, int] = defaultdict(int)
            for passage in self._rows.passages_of(event):
                for pk in by_passage.get(passage, ()):
                    shared[pk] += 1
            for pk, count in shared.items():
                machine = self._events[pk].machine
                if machine and family_of(machine["kind"]) != family_of(event.kind):
                    continue
                same = sum(machine.get(name) == getattr(event, name) for name in ("kind", "date", "title", "place"))
                scores.append((same, count, -number, -pk))
        matched: dict[int, Event] = {}
        taken: set[int] = set()
        for _, _, minus_number, minus_pk in sorted(scores, reverse=True):
            if -minus_number not in matched and -minus_pk not in taken:
                matched[-minus_number] = self._events[-minus_pk]
                taken.add(-minus_pk)
        return matched

    def _is_editors(self, event: Event) -> bool:
        edited = any(c.edited for c in self._citations[event.pk].values())
        return bool(event.edited_fields) or event.status != Event.Status.MACHINE or edited

    # -- rows -----------------------------------------------------------------------------------------------

    def _retire(self, gone: Iterable[Event]) -> None:
        """Deletes events that no text tells of any more; an editor's event stays, without what is gone."""
        lost = []
        for event in gone:
            if not self._is_editors(event):
                lost.append(event.pk)
                continue
            citations = self._citations[event.pk].values()
            Citation.objects.filter(pk__in=[c.pk for c in citations if not c.edited]).delete()
            kept = [c.passage_id for c in citations if c.edited and c.stance == Citation.Stance.SUPPORTS]
            articles = len({self._rows.passages[passage].article_id for passage in kept})
            sources = len({self._rows.passages[passage].source_id for passage in kept} - {None})
            Event.objects.filter(pk=event.pk).update(
                article_count=articles, publisher_count=sources, independent_sources=sources
            )
        for part in parts(lost):
            Event.objects.filter(pk__in=part).delete()

    def _write_events(
        self, merged: list[MergedEvent], matched: Mapping[int, Event], addresses: Sequence[Address]
    ) -> list[Event]:
        """The rows of the merged events, in their order, written where they differ."""
        stored, fresh, changed = [], [], []
        for number, event in enumerate(merged):
            row = matched.get(number)
            if row is None:
                row = Event()
                self._rows.fill(row, event, addresses[number], {})
                fresh.append(row)
            elif self._rows.fill(row, event, addresses[number], self._citations[row.pk]):
                row.updated_at = now()
                changed.append(row)
            stored.append(row)
        Event.objects.bulk_create(fresh, batch_size=BATCH)
        Event.objects.bulk_update(
            changed, [name.removesuffix("_id") for name in COLUMNS] + ["updated_at"], batch_size=100
        )
        return stored

    def _write_actors(self, merged: list[MergedEvent], stored: list[Event], matched: Mapping[int, Event]) -> None:
        fresh = []
        for number, (event, row) in enumerate(zip(merged, stored, strict=True)):
            wanted = [self._rows.actors[slug] for slug in event.actors if slug in self._rows.actors]
            if number not in matched:
                fresh += [Event.actors.through(event_id=row.pk, actor_id=actor.pk) for actor in wanted]
            elif "actors" not in row.edited_fields and {a.pk for a in row.actors.all()} != {a.pk for a in wanted}:
                row.actors.set(wanted)
        Event.actors.through.objects.bulk_create(fresh, batch_size=BATCH)

    def _write_citations(self, merged: list[MergedEvent], stored: list[Event]) -> None:
        fresh, changed, stale = [], [], []
        for event, row in zip(merged, stored, strict=True):
            existing = self._citations.get(row.pk, {})
            wanted = self._rows.citations(event)
            for passage, values in wanted.items():
                citation = existing.get(passage)
                if citation is None:
                    fresh.append(Citation(event=row, passage_id=passage, **values))
                elif not citation.edited and any(getattr(citation, name) != value for name, value in values.items()):
                    for name, value in values.items():
                        setattr(citation, name, value)
                    changed.append(citation)
            stale += [c.pk for passage, c in existing.items() if passage not in wanted and not c.edited]
        for part in parts(stale):
            Citation.objects.filter(pk__in=part).delete()
        Citation.objects.bulk_create(fresh, batch_size=BATCH)
        Citation.objects.bulk_update(changed, CITATION_COLUMNS, batch_size=100)
