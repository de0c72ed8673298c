"""merge_mentions: mentions of one happening, over all articles, become one event.

A pure function of the set of mentions: they are first put into an order that depends on their
content only, so the order in which articles were imported cannot matter. Each shelf (shelves.py) is
merged by itself, so a part of the shelves gives the same events as all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from articles import edtf

from .cluster import Cluster, Told, told_by
from .fitting import DAYS_APART, Fitting
from .sighting import MergedEvent, Sighting
from .summing import sum_up
from .vocabulary import Vocabulary

# A stretch of so many days, a month and what may lie beside it, is looked up day by day.
FEW_DAYS = 40


def merge_mentions(sightings: Iterable[Sighting], vocabulary: Vocabulary) -> list[MergedEvent]:
    """The events that the mentions tell of, in date order; the same set always gives the same list."""
    shelves: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        shelves[sighting.mention.shelf].append(sighting)
    events = [
        sum_up(cluster, vocabulary)
        for shelf in sorted(shelves)
        for cluster in _Shelf(vocabulary).merge(sorted(shelves[shelf], key=_canonical))
    ]
    return sorted(events, key=event_order)


def event_order(event: MergedEvent) -> tuple[str, ...]:
    """Date order, and what tells events of one day apart: the article and place of the leading passage."""
    earliest = edtf.bounds(event.date)[0] if event.date else None
    lead = event.lead
    place = (lead.origin.key, f"{lead.mention.start:09}") if lead else ("", "")
    return (earliest.isoformat() if earliest else "9999", event.date, event.kind, event.title, *place)


def _canonical(sighting: Sighting) -> tuple[object, ...]:
    """Most exact date first, then by content: the order of import plays no part."""
    m = sighting.mention
    told = m.dating.edtf if m.dating else ""
    return (
        edtf.width(told) + (1 if "~" in told else 0), told, m.modality == "planned", len(m.actors) == 0,
        not m.place, sighting.origin.published, sighting.origin.key, m.start, m.kind, sighting.number,
    )  # fmt: skip


class _Calendar:
    """Clusters with a date, found by days: those of a few days under each of them, the others in one list.

    A date may grow sharper after its cluster was entered, never wider: what is entered stays a superset.
    """

    def __init__(self) -> None:
        self._number: dict[Cluster, int] = {}
        self._of_day: dict[int, list[Cluster]] = defaultdict(list)
        self._wide: list[Cluster] = []

    def enter(self, cluster: Cluster) -> None:
        self._number[cluster] = len(self._number)
        if cluster.last - cluster.first > FEW_DAYS:
            self._wide.append(cluster)
        else:
            for day in range(cluster.first, cluster.last + 1):
                self._of_day[day].append(cluster)

    def between(self, first: int, last: int) -> list[Cluster]:
        """The clusters whose dates touch these days, in the order in which they were entered."""
        if last - first > FEW_DAYS:
            candidates: Iterable[Cluster] = self._number
        else:
            of_days = {c for day in range(first, last + 1) for c in self._of_day.get(day, ())}
            candidates = sorted([*of_days, *self._wide], key=self._number.__getitem__)
        return [c for c in candidates if c.first <= last and first <= c.last]


class _Shelf:
    """The clusters of one shelf, while its sightings are placed."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._fitting = Fitting(vocabulary)
        self._clusters: list[Cluster] = []
        self._calendar = _Calendar()
        self._of_mention: dict[tuple[str, int], Cluster] = {}

    def merge(self, ordered: Sequence[Sighting]) -> list[Cluster]:
        supporting = [told_by(s, self._vocabulary) for s in ordered if s.mention.stance == "supports"]
        for told in supporting:
            if told.date:
                self._place_dated(told)
        for told in supporting:
            if not told.date:
                self._place_undated(told)
        for sighting in ordered:
            if sighting.mention.stance != "supports":
                self._place_context(sighting)
        # What one text alone tells and nobody dates is background, unless it is a plan.
        return [c for c in self._clusters if c.date or c.planned or len(c.articles) > 1]

    def _place_dated(self, told: Told) -> None:
        near = self._calendar.between(told.first - DAYS_APART, told.last + DAYS_APART)
        fitting = [c for c in near if self._fitting.fits(c, told)]
        scored = sorted(
            ((self._fitting.closeness(c, told), -n, c) for n, c in enumerate(fitting)),
            key=lambda s: s[:2],
            reverse=True,
        )
        # Two happenings of that year fit equally: better apart than guessed.
        tied = len(scored) > 1 and scored[0][0] == scored[1][0] and edtf.precision(told.date) in ("year", "decade")
        if scored and not tied:
            self._add(scored[0][2], told)
        else:
            cluster = self._start()
            self._add(cluster, told)
            self._calendar.enter(cluster)

    def _place_undated(self, told: Told) -> None:
        mention, origin = told.mention, told.sighting.origin
        if mention.same_as is not None:
            host = self._of_mention.get((origin.key, mention.same_as))
            if host is not None:
                self._add(host, told)
                return
        fitting = [c for c in self._clusters if self._fitting.fits_undated(c, told)]
        if fitting:
            closest = max(
                enumerate(fitting), key=lambda pair: (self._fitting.closeness(pair[1], told), bool(pair[1].date), -pair[0])
            )  # fmt: skip
            self._add(closest[1], told)
        # Without a date it is background, but for kinds that the vocabulary keeps, where it tells how many.
        elif self._vocabulary.kind[mention.kind].keeps_undated and mention.figures:
            self._add(self._start(), told)

    def _place_context(self, sighting: Sighting) -> None:
        """Context never makes an event; it joins the one that it speaks of."""
        mention = sighting.mention
        if mention.dating is None:
            return
        for cluster in self._clusters:
            same = mention.kind in cluster.kinds and mention.dating.edtf == cluster.date
            if same and self._fitting.places_agree(cluster, mention.place):
                cluster.context.append(sighting)
                return

    def _start(self) -> Cluster:
        cluster = Cluster()
        self._clusters.append(cluster)
        return cluster

    def _add(self, cluster: Cluster, told: Told) -> None:
        cluster.add(told)
        self._of_mention[told.sighting.origin.key, told.sighting.number] = cluster
