"""remerge: brings the stored events in line with what all mentions add up to. Editors' decisions stay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import now

from articles.models import Article
from timeline.extraction import MergedEvent, Vocabulary, merge_mentions
from timeline.extraction.merging import FAMILIES
from timeline.models import Citation, Event, OldSlug

from .event_rows import CITATION_COLUMNS, COLUMNS, EventRows
from .storing import load_sightings
from .vocabulary import load_vocabulary

MAX_SLUG = 90
BATCH = 500


@transaction.atomic
def remerge(vocabulary: Vocabulary | None = None) -> None:
    """Merges all mentions anew and changes only what differs.

    The events depend on the set of mentions and on editors' decisions alone. A field that an editor
    set, a citation that an editor rejected or added, and an event that an editor withdrew stay so.
    """
    vocabulary = vocabulary or load_vocabulary()
    _Sync(EventRows(vocabulary)).run(merge_mentions(load_sightings(), vocabulary))
    Article.objects.filter(merged=False).update(merged=True)


class _Sync:
    """One pass of bringing event rows in line, written in batches."""

    def __init__(self, rows: EventRows) -> None:
        self._rows = rows
        self._events = {e.pk: e for e in Event.objects.select_related("kind", "place").prefetch_related("actors")}
        self._citations: dict[int, dict[int, Citation]] = defaultdict(dict)
        for citation in Citation.objects.all():
            self._citations[citation.event_id][citation.passage_id] = citation

    def run(self, merged: list[MergedEvent]) -> None:
        matched = self._match(merged)
        kept = {event.pk for event in matched.values()}
        gone = [event for pk, event in self._events.items() if pk not in kept]
        slugs = self._slugs(merged, matched, gone)
        self._retire(gone)
        self._free_slugs(matched, slugs)
        stored = self._write_events(merged, matched, slugs)
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
                if machine and _family(machine["kind"]) != _family(event.kind):
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

    def _slugs(self, merged: list[MergedEvent], matched: Mapping[int, Event], gone: Iterable[Event]) -> list[str]:
        """Addresses from date and title, numbered in date order where two would be the same."""
        reserved = {event.slug for event in gone if self._is_editors(event)}
        reserved |= {row.slug for row in matched.values() if "slug" in row.edited_fields}
        counts: dict[str, int] = defaultdict(int)
        slugs: list[str] = []
        for number, event in enumerate(merged):
            row = matched.get(number)
            if row is not None and "slug" in row.edited_fields:
                slugs.append(row.slug)
                continue
            base = slugify(f"{event.title} {event.date.replace('/', ' to ') or 'undated'}")[:MAX_SLUG].strip("-")
            counts[base] += 1
            slug = base if counts[base] == 1 else f"{base}-{counts[base]}"
            while slug in reserved:
                counts[base] += 1
                slug = f"{base}-{counts[base]}"
            reserved.add(slug)
            slugs.append(slug)
        return slugs

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
        for first in range(0, len(lost), BATCH):
            Event.objects.filter(pk__in=lost[first : first + BATCH]).delete()

    def _free_slugs(self, matched: Mapping[int, Event], slugs: list[str]) -> None:
        """Sets changing addresses aside first, so that two events can change theirs in turn; old ones lead on."""
        for number, row in matched.items():
            if row.slug != slugs[number]:
                OldSlug.objects.update_or_create(slug=row.slug, defaults={"event": row})
                Event.objects.filter(pk=row.pk).update(slug=f"moving-{row.pk}")
        taken = set(slugs)
        OldSlug.objects.filter(
            pk__in=[pk for pk, slug in OldSlug.objects.values_list("pk", "slug") if slug in taken]
        ).delete()

    def _write_events(self, merged: list[MergedEvent], matched: Mapping[int, Event], slugs: list[str]) -> list[Event]:
        """The rows of the merged events, in their order, written where they differ."""
        stored, fresh, changed = [], [], []
        for number, event in enumerate(merged):
            row = matched.get(number)
            if row is None:
                row = Event()
                self._rows.fill(row, event, slugs[number], {})
                fresh.append(row)
            elif self._rows.fill(row, event, slugs[number], self._citations[row.pk]):
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
        for first in range(0, len(stale), BATCH):
            Citation.objects.filter(pk__in=stale[first : first + BATCH]).delete()
        Citation.objects.bulk_create(fresh, batch_size=BATCH)
        Citation.objects.bulk_update(changed, CITATION_COLUMNS, batch_size=100)


def _family(kind: str) -> str:
    return FAMILIES.get(kind, kind)
