"""remerge: brings the stored events in line with what all mentions add up to. Editors' decisions stay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from articles.models import Article
from timeline.extraction import MergedEvent, Sighting, Vocabulary, merge_mentions
from timeline.extraction.independence import count_backing
from timeline.models import Actor, Citation, Event, Kind, Mention, OldSlug, Place

from .storing import load_sightings
from .vocabulary import load_vocabulary

MAX_SLUG = 90


@transaction.atomic
def remerge(vocabulary: Vocabulary | None = None) -> None:
    """Merges all mentions anew and changes only what differs.

    The events depend on the set of mentions and on editors' decisions alone. A field that an editor
    set, a citation that an editor rejected or added, and an event that an editor withdrew stay so.
    """
    vocabulary = vocabulary or load_vocabulary()
    passages = dict(Mention.objects.values_list("id", "passage_id"))
    merged = merge_mentions(load_sightings(), vocabulary)
    _Sync(vocabulary, passages).run(merged)
    Article.objects.filter(merged=False).update(merged=True)


class _Sync:
    """One pass of bringing event rows in line; holds the look-up tables that its steps share."""

    def __init__(self, vocabulary: Vocabulary, passages: Mapping[int, int]) -> None:
        self._vocabulary = vocabulary
        self._passages = passages
        self._kinds = {kind.slug: kind for kind in Kind.objects.all()}
        self._places = {place.slug: place for place in Place.objects.all()}
        self._actors = {actor.slug: actor for actor in Actor.objects.all()}
        self._events = {
            event.pk: event for event in Event.objects.select_related("kind", "place").prefetch_related("actors")
        }
        self._citations: dict[int, dict[int, Citation]] = defaultdict(dict)
        for citation in Citation.objects.all():
            self._citations[citation.event_id][citation.passage_id] = citation

    def run(self, merged: list[MergedEvent]) -> None:
        matched = self._match(merged)
        gone = [event for pk, event in self._events.items() if pk not in {m.pk for m in matched.values()}]
        slugs = self._slugs(merged, matched, gone)
        self._retire(gone)
        self._free_slugs(merged, matched, slugs)
        for number, event in enumerate(merged):
            row = matched.get(number)
            row = self._update(row, event, slugs[number]) if row else self._create(event, slugs[number])
            self._sync_citations(row, event)

    # -- which stored event is which merged one ---------------------------------------------------------

    def _match(self, merged: list[MergedEvent]) -> dict[int, Event]:
        """Merged event number -> stored event, by the passages and machine values that they share."""
        by_passage: dict[int, list[Event]] = defaultdict(list)
        for pk, citations in self._citations.items():
            for passage in citations:
                by_passage[passage].append(self._events[pk])
        scores = []
        for number, event in enumerate(merged):
            shared: dict[int, int] = defaultdict(int)
            for passage in {self._passages[s.id] for s in event.sightings}:
                for row in by_passage.get(passage, ()):
                    shared[row.pk] += 1
            for pk, count in shared.items():
                machine = self._events[pk].machine
                same = [
                    machine.get(name) == value
                    for name, value in self._machine_values(event).items()
                    if name in ("kind", "date", "title", "place")
                ]
                if (
                    machine
                    and machine.get("kind") != event.kind
                    and not _same_family(machine.get("kind", ""), event.kind)
                ):
                    continue
                scores.append((sum(same), count, -number, -pk))
        matched: dict[int, Event] = {}
        taken: set[int] = set()
        for _, _, minus_number, minus_pk in sorted(scores, reverse=True):
            if -minus_number not in matched and -minus_pk not in taken:
                matched[-minus_number] = self._events[-minus_pk]
                taken.add(-minus_pk)
        return matched

    def _slugs(self, merged: list[MergedEvent], matched: dict[int, Event], gone: Iterable[Event]) -> list[str]:
        """Addresses from date and title, numbered in date order where two would be the same."""
        reserved = {event.slug for event in gone if _is_editors(event, self._citations[event.pk])}
        reserved |= {row.slug for row in matched.values() if "slug" in row.edited_fields}
        slugs: list[str] = []
        for number, event in enumerate(merged):
            row = matched.get(number)
            if row is not None and "slug" in row.edited_fields:
                slugs.append(row.slug)
                continue
            base = slugify(f"{event.title} {event.date.replace('/', ' to ') or 'undated'}")[:MAX_SLUG].strip("-")
            slug, count = base, 1
            while slug in reserved:
                count += 1
                slug = f"{base}-{count}"
            reserved.add(slug)
            slugs.append(slug)
        return slugs

    def _free_slugs(self, merged: list[MergedEvent], matched: dict[int, Event], slugs: list[str]) -> None:
        """Sets changing addresses aside first, so that two events can change theirs in turn."""
        changing = [(matched[n], slugs[n]) for n in range(len(merged)) if n in matched and matched[n].slug != slugs[n]]
        OldSlug.objects.filter(slug__in=slugs).delete()
        for row, _ in changing:
            OldSlug.objects.update_or_create(slug=row.slug, defaults={"event": row})
            Event.objects.filter(pk=row.pk).update(slug=f"moving-{row.pk}")
        OldSlug.objects.filter(slug__in=slugs).delete()

    def _retire(self, gone: Iterable[Event]) -> None:
        """Deletes events that no text tells of any more; an editor's event stays, without what is gone."""
        for event in gone:
            citations = self._citations[event.pk]
            if not _is_editors(event, citations):
                event.delete()
                continue
            stale = [c.pk for c in citations.values() if not c.edited]
            Citation.objects.filter(pk__in=stale).delete()
            kept = [c for c in citations.values() if c.edited and c.stance == Citation.Stance.SUPPORTS]
            articles = len({c.passage.article_id for c in kept})
            Event.objects.filter(pk=event.pk).update(
                article_count=articles, independent_sources=min(articles, 1), publisher_count=min(articles, 1)
            )

    # -- rows ---------------------------------------------------------------------------------------------

    def _machine_values(self, event: MergedEvent) -> dict[str, Any]:
        dating = event.dating.mention.dating if event.dating else None
        return {
            "title": event.title[:200], "summary": "", "kind": event.kind, "date": event.date,
            "date_basis": dating.basis if dating else "unknown", "place": event.place, "modality": event.modality,
            "attribution": event.attribution[:200], "actors": list(event.actors),
        }  # fmt: skip

    def _values(self, event: MergedEvent) -> dict[str, Any]:
        machine = self._machine_values(event)
        machine["summary"] = self._summary(event)
        return machine

    def _summary(self, event: MergedEvent) -> str:
        """The leading passage itself: nothing is put into other words."""
        assert event.lead is not None
        from articles.models import Passage

        quote = Passage.objects.only("quote").get(pk=self._passages[event.lead.id]).quote
        words = " ".join(quote.split())
        return words if len(words) <= 320 else words[: words.rfind(" ", 0, 320)] + " …"

    def _create(self, event: MergedEvent, slug: str) -> Event:
        values = self._values(event)
        row = Event(slug=slug, machine=values)
        self._set(row, values, edited=())
        self._set_counts(row, event)
        row.set_bounds()
        row.skip_history_when_saving = True  # type: ignore[attr-defined]
        row.save()
        row.actors.set([self._actors[a] for a in values["actors"] if a in self._actors])
        return row

    def _update(self, row: Event, event: MergedEvent, slug: str) -> Event:
        values = self._values(event)
        before = _columns(row)
        row.slug, row.machine = slug, values
        self._set(row, values, edited=row.edited_fields)
        self._set_counts(row, event)
        row.set_bounds()
        if _columns(row) != before:
            row.skip_history_when_saving = True  # type: ignore[attr-defined]
            row.save()
        actors = [self._actors[a] for a in values["actors"] if a in self._actors]
        if "actors" not in row.edited_fields and {a.pk for a in row.actors.all()} != {a.pk for a in actors}:
            row.actors.set(actors)
        return row

    def _set(self, row: Event, values: dict[str, Any], edited: Iterable[str]) -> None:
        for name, value in values.items():
            if name in edited or name == "actors":
                continue
            if name == "kind":
                row.kind = self._kinds[value]
            elif name == "place":
                row.place = self._places.get(value)
            else:
                setattr(row, name, value)

    def _set_counts(self, row: Event, event: MergedEvent) -> None:
        rejected = {p for p, c in self._citations.get(row.pk or 0, {}).items() if c.stance == Citation.Stance.REJECTED}
        kept = [s for s in event.sightings if self._passages[s.id] not in rejected]
        backing = count_backing(kept, self._vocabulary)
        row.article_count, row.publisher_count, row.independent_sources = (
            backing.articles,
            backing.publishers,
            backing.origins,
        )
        row.called_off = event.called_off
        row.other_dates = list(event.other_dates)
        row.search_text = self._search_text(row, event, kept)

    def _search_text(self, row: Event, event: MergedEvent, kept: list[Sighting]) -> str:
        from articles.models import Passage

        quotes = (
            Passage.objects.filter(pk__in={self._passages[s.id] for s in kept})
            .order_by("article__key", "start")
            .values_list("quote", flat=True)
        )
        names = [n for a in event.actors if a in self._actors for n in (self._actors[a].name, self._actors[a].aliases)]
        place = self._places.get(event.place)
        parts = [row.title, row.summary, *names, place.name if place else "", place.aliases if place else "", *quotes]
        return " ".join(" ".join(parts).lower().split())

    def _sync_citations(self, row: Event, event: MergedEvent) -> None:
        existing = self._citations.get(row.pk, {})
        wanted: dict[int, Sighting] = {}
        for sighting in event.sightings:
            passage = self._passages[sighting.id]
            if passage not in wanted or (
                wanted[passage].mention.dating is None and sighting.mention.dating is not None
            ):
                wanted[passage] = sighting
        fresh = []
        for passage, sighting in wanted.items():
            values = _citation_values(sighting)
            citation = existing.get(passage)
            if citation is None:
                fresh.append(Citation(event=row, passage_id=passage, **values))
            elif not citation.edited and any(getattr(citation, name) != value for name, value in values.items()):
                Citation.objects.filter(pk=citation.pk).update(**values)
        Citation.objects.bulk_create(fresh)
        stale = [c.pk for passage, c in existing.items() if passage not in wanted and not c.edited]
        Citation.objects.filter(pk__in=stale).delete()


def _citation_values(sighting: Sighting) -> dict[str, Any]:
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


def _is_editors(event: Event, citations: Mapping[int, Citation]) -> bool:
    return (
        bool(event.edited_fields) or event.status != Event.Status.MACHINE or any(c.edited for c in citations.values())
    )


def _same_family(one: str, other: str) -> bool:
    from timeline.extraction.merging import FAMILIES

    return FAMILIES.get(one, one) == FAMILIES.get(other, other)


_COMPARED = (
    "slug", "title", "summary", "kind_id", "date", "date_basis", "place_id", "modality", "attribution", "called_off", "machine",
    "article_count", "publisher_count", "independent_sources", "other_dates", "search_text", "earliest", "latest",
)  # fmt: skip


def _columns(row: Event) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in _COMPARED)
