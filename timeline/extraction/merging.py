"""merge_mentions: mentions of one happening, over all articles, become one event.

A pure function of the set of mentions: they are first put into an order that depends on their
content only, so the order in which articles were imported cannot matter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from articles import edtf

from .mention import EventMention
from .sighting import MergedEvent, Sighting
from .titles import title_of
from .vocabulary import PARTIES, Vocabulary

# Kinds that may name one happening: a visit for a summit is one event.
FAMILIES = {"summit": "meet", "meeting": "meet", "visit": "meet"}

# Two reports that name neighbouring days for the same thing at the same place disagree; they do not
# tell of two things. Report day and event day are mixed up by one day at most.
DAYS_APART = 1
# An undated report of a thing that just happened belongs to an event this long before it was published.
FRESH = timedelta(days=10)


@dataclass(slots=True, eq=False)
class _Cluster:
    """Sightings taken together so far, and what they agree on."""

    sightings: list[Sighting] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    date: str = ""
    places: list[str] = field(default_factory=list)
    principals: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    called_off: bool = False


def merge_mentions(sightings: Iterable[Sighting], vocabulary: Vocabulary) -> list[MergedEvent]:
    """The events that the mentions tell of, in date order; the same set always gives the same list."""
    ordered = sorted(sightings, key=_canonical)
    merger = _Merger(vocabulary)
    supporting = [s for s in ordered if s.mention.stance == "supports"]
    for sighting in supporting:
        if sighting.mention.dating is not None:
            merger.place_dated(sighting)
    for sighting in supporting:
        if sighting.mention.dating is None:
            merger.place_undated(sighting)
    for sighting in ordered:
        if sighting.mention.stance != "supports":
            merger.place_context(sighting)
    events = [merger.event(cluster) for cluster in merger.clusters]
    return sorted(events, key=event_order)


def event_order(event: MergedEvent) -> tuple[str, str, str, str]:
    earliest = edtf.bounds(event.date)[0] if event.date else None
    return (earliest.isoformat() if earliest else "9999", event.date, event.kind, event.title)


def _canonical(sighting: Sighting) -> tuple[object, ...]:
    """Most exact date first, then by content: the order of import plays no part."""
    m = sighting.mention
    told = m.dating.edtf if m.dating else ""
    return (
        edtf.width(told) + (1 if "~" in told else 0), told, m.modality == "planned", len(m.actors) == 0,
        not m.place, sighting.origin.published, sighting.origin.key, m.start, m.kind,
    )  # fmt: skip


class _Merger:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.clusters: list[_Cluster] = []
        # Where a mention's fellows can be: by family and year, by family without a date, by family and article.
        self._by_year: dict[tuple[str, int], dict[_Cluster, None]] = {}
        self._undated: dict[str, list[_Cluster]] = {}
        self._by_article: dict[tuple[str, str], dict[_Cluster, None]] = {}

    # -- placing ------------------------------------------------------------------------------------

    def place_dated(self, sighting: Sighting) -> None:
        assert sighting.mention.dating is not None
        fitting = [c for c in self._near(sighting) if self._fits(c, sighting)]
        scored = sorted(
            ((self._closeness(c, sighting), -n, c) for n, c in enumerate(fitting)), key=lambda s: s[:2], reverse=True
        )
        if not scored:
            self._start(sighting)
        elif (
            len(scored) > 1
            and scored[0][0] == scored[1][0]
            and edtf.precision(sighting.mention.dating.edtf) in ("year", "decade")
        ):
            self._start(sighting)  # two happenings of that year fit equally: better apart than guessed
        else:
            self._add(scored[0][2], sighting)

    def place_undated(self, sighting: Sighting) -> None:
        fitting = [c for c in self._near_undated(sighting) if self._fits_undated(c, sighting)]
        if fitting:
            best = max(
                enumerate(fitting), key=lambda pair: (self._closeness(pair[1], sighting), bool(pair[1].date), -pair[0])
            )[1]
            self._add(best, sighting)
        elif self._vocabulary.kind[sighting.mention.kind].keeps_undated and self._tells_enough(sighting.mention):
            self._start(sighting)

    def _tells_enough(self, mention: EventMention) -> bool:
        """A visit needs a place to be an event without a date; a deployment does not."""
        return mention.kind != "visit" or bool(mention.place)

    def place_context(self, sighting: Sighting) -> None:
        """Context never makes an event; it joins the one that it speaks of."""
        mention = sighting.mention
        for cluster in self._near(sighting) if mention.dating else ():
            same_day = mention.dating is not None and mention.dating.edtf == cluster.date
            if mention.kind in cluster.kinds and same_day and self._places_agree(cluster, mention.place):
                cluster.sightings.append(sighting)
                return

    def _near(self, sighting: Sighting) -> list[_Cluster]:
        """Clusters of the family whose years the date can touch."""
        earliest, latest = edtf.bounds(sighting.mention.dating.edtf)  # type: ignore[union-attr]
        family = _family(sighting.mention.kind)
        first = earliest.year - 1 if earliest else 0
        last = latest.year + 1 if latest else first
        seen: dict[_Cluster, None] = {}
        for year in range(first, min(last, first + 12) + 1):
            seen.update(self._by_year.get((family, year), {}))
        return list(seen)

    def _near_undated(self, sighting: Sighting) -> list[_Cluster]:
        """Clusters that a mention without a date can join: undated, of its article, or of what just happened."""
        family = _family(sighting.mention.kind)
        seen = dict.fromkeys(self._undated.get(family, ()))
        seen.update(self._by_article.get((family, sighting.origin.key), {}))
        if sighting.origin.published:
            year = int(sighting.origin.published[:4])
            for near in (year - 1, year):
                seen.update(self._by_year.get((family, near), {}))
        return list(seen)

    def _start(self, sighting: Sighting) -> None:
        cluster = _Cluster()
        self.clusters.append(cluster)
        self._add(cluster, sighting)
        if not cluster.date:
            self._undated.setdefault(_family(sighting.mention.kind), []).append(cluster)

    def _add(self, cluster: _Cluster, sighting: Sighting) -> None:
        mention = sighting.mention
        cluster.sightings.append(sighting)
        cluster.kinds.add(mention.kind)
        cluster.called_off = cluster.called_off or mention.called_off
        if mention.place:
            cluster.places.append(mention.place)
        cluster.principals |= self._principals(mention)
        cluster.persons |= self._persons(mention)
        if mention.dating is not None:
            cluster.date = edtf.sharper(cluster.date, mention.dating.edtf) or cluster.date
            earliest, latest = edtf.bounds(mention.dating.edtf)
            for year in sorted({d.year for d in (earliest, latest) if d}):
                self._by_year.setdefault((_family(mention.kind), year), {})[cluster] = None
        self._by_article.setdefault((_family(mention.kind), sighting.origin.key), {})[cluster] = None

    # -- fitting ------------------------------------------------------------------------------------

    def _fits(self, cluster: _Cluster, sighting: Sighting) -> bool:
        mention = sighting.mention
        assert mention.dating is not None
        if mention.called_off != cluster.called_off or not self._alike(cluster, sighting):
            return False
        if edtf.sharper(cluster.date, mention.dating.edtf):
            return True
        return self._neighbouring(cluster, mention)

    def _alike(self, cluster: _Cluster, sighting: Sighting) -> bool:
        """Whether kind, people and place allow that it is the same happening."""
        mention = sighting.mention
        if not any(_family(kind) == _family(mention.kind) for kind in cluster.kinds):
            return False
        if not self._places_agree(cluster, mention.place):
            return False
        if mention.kind in ("statement", "casualty_report"):
            return self._same_speech(cluster, mention)
        if _family(mention.kind) == "meet":
            return self._same_people(cluster, mention)
        if mention.kind in ("economic", "other", "sanction_or_un_vote", "treaty", "troop_deployment", "arms_transfer"):
            return self._same_matter(cluster, mention)
        return True

    def _same_speech(self, cluster: _Cluster, mention: EventMention) -> bool:
        speakers = {s.mention.speaker or s.mention.attribution for s in cluster.sightings}
        speaker = mention.speaker or mention.attribution
        if speaker in speakers:
            return True
        sides = {self._side(name) for name in speakers}
        same_figure = bool(_figures(mention) & {f for s in cluster.sightings for f in _figures(s.mention)})
        if mention.kind == "casualty_report":
            return same_figure and (self._side(speaker) in sides or not self._side(speaker))
        verbs = {s.mention.verb for s in cluster.sightings}
        return self._side(speaker) in sides and mention.verb in verbs and (same_figure or _overlap(mention, cluster))

    def _same_people(self, cluster: _Cluster, mention: EventMention) -> bool:
        """The same persons of both sides as far as told; a visit is told by its visitor alone."""
        mine = self._persons(mention)
        if mine and cluster.persons:
            if not mine & cluster.persons:
                return False
            if "visit" in cluster.kinds or mention.kind == "visit":
                return True
            for country in PARTIES:
                here = {p for p in mine if self._side(p) == country}
                there = {p for p in cluster.persons if self._side(p) == country}
                if here and there and not here & there:
                    return False
            return True
        return bool(self._principals(mention) & cluster.principals)

    def _same_matter(self, cluster: _Cluster, mention: EventMention) -> bool:
        """Words in common: two different agreements or shipments of one week stay two."""
        if (
            mention.kind in ("troop_deployment", "arms_transfer")
            and mention.modality == "planned"
            and not _any_planned(cluster)
        ):
            return False
        if mention.kind == "treaty" or mention.kind == "sanction_or_un_vote":
            return {s.mention.verb for s in cluster.sightings} & {mention.verb} != set()
        if mention.kind in ("troop_deployment", "arms_transfer"):
            mine, theirs = _figures(mention), {f for s in cluster.sightings for f in _figures(s.mention)}
            return not mine or not theirs or bool(mine & theirs)
        return _overlap(mention, cluster)

    def _neighbouring(self, cluster: _Cluster, mention: EventMention) -> bool:
        """Days that differ by one, for the same persons at a place that both reports name."""
        told = mention.dating.edtf if mention.dating else ""
        if edtf.precision(told) != "day" or edtf.precision(cluster.date) != "day" or "~" in told + cluster.date:
            return False
        apart = abs((date.fromisoformat(told) - date.fromisoformat(cluster.date)).days)
        if apart > DAYS_APART or mention.kind in ("visit", "statement", "casualty_report", "troop_deployment"):
            return False
        same_kind = mention.kind in cluster.kinds
        same_place = mention.place in cluster.places and bool(mention.place)
        return same_kind and same_place

    def _fits_undated(self, cluster: _Cluster, sighting: Sighting) -> bool:
        mention = sighting.mention
        if cluster.called_off or mention.kind not in cluster.kinds and _family(mention.kind) != "meet":
            return False
        planned = mention.modality == "planned"
        if planned != _any_planned(cluster) or not self._alike(cluster, sighting):
            return False
        if not cluster.date:
            return True
        if mention.kind in ("troop_deployment", "arms_transfer") and not _figures(mention) & {
            f for s in cluster.sightings for f in _figures(s.mention)
        }:
            return False
        return self._fresh(cluster, sighting)

    def _fresh(self, cluster: _Cluster, sighting: Sighting) -> bool:
        """Whether the cluster's date lies just before the undated report was published."""
        if any(s.origin.key == sighting.origin.key for s in cluster.sightings):
            return True
        if not sighting.origin.published:
            return False
        told = date.fromisoformat(sighting.origin.published)
        earliest, latest = edtf.bounds(cluster.date)
        return bool(earliest and latest and earliest <= told and latest >= told - FRESH)

    def _places_agree(self, cluster: _Cluster, place: str) -> bool:
        encloses = self._vocabulary.encloses
        return not place or all(encloses(p, place) or encloses(place, p) for p in cluster.places)

    def _closeness(self, cluster: _Cluster, sighting: Sighting) -> tuple[int, ...]:
        mention = sighting.mention
        same_date = mention.dating is not None and mention.dating.edtf == cluster.date
        agree = edtf.sharper(cluster.date, mention.dating.edtf) is not None if mention.dating else False
        return (
            int(agree), int(same_date), int(mention.place in cluster.places and bool(mention.place)),
            len(self._persons(mention) & cluster.persons), int(mention.kind in cluster.kinds),
            int(any(s.origin.key == sighting.origin.key for s in cluster.sightings)), int(bool(_figures(mention) & {f for s in cluster.sightings for f in _figures(s.mention)})),
        )  # fmt: skip

    def _persons(self, mention: EventMention) -> set[str]:
        table = self._vocabulary.actor
        return {
            slug
            for slug in mention.actors
            if slug in table and table[slug].kind == "person" and table[slug].country in PARTIES
        }

    def _principals(self, mention: EventMention) -> set[str]:
        table = self._vocabulary.actor
        return {
            slug
            for slug in mention.actors
            if slug in table and table[slug].country in PARTIES and table[slug].kind != "media"
        }

    def _side(self, name: str) -> str:
        actor = self._vocabulary.actor.get(name)
        return actor.country if actor else ""

    # -- what a cluster adds up to --------------------------------------------------------------------

    def event(self, cluster: _Cluster) -> MergedEvent:
        supporting = [s for s in cluster.sightings if s.mention.stance == "supports"]
        kind = max(cluster.kinds, key=lambda slug: (self._vocabulary.kind[slug].rank, slug))
        date_told = _agreed_date(supporting)
        place = self._place(cluster.places)
        table = self._vocabulary.actor
        # Media tell of an event; only in their own statements do they take part.
        told = [a for s in supporting for a in dict.fromkeys(s.mention.actors)]
        counted = Counter(a for a in told if kind == "statement" or a not in table or table[a].kind != "media")
        first_seen = {
            actor: n for n, actor in reversed(list(enumerate(a for s in supporting for a in s.mention.actors)))
        }
        actors = tuple(sorted(counted, key=lambda a: (-counted[a], first_seen[a], a)))
        modality = _modality(supporting)
        lead = min(supporting, key=lambda s: self._lead_order(s, kind))
        dated = [s for s in supporting if s.mention.dating and s.mention.dating.edtf == date_told]
        event = MergedEvent(
            sightings=sorted(cluster.sightings, key=lambda s: (s.origin.published or "9999", s.origin.key, s.mention.start)),
            kind=kind, date=date_told, actors=actors, place=place, modality=modality, called_off=cluster.called_off,
            attribution=next((s.mention.attribution for s in supporting if s.mention.attribution), "") if modality in ("claimed", "planned", "denied") or kind in ("statement", "casualty_report") else "",
            lead=lead, dating=dated[0] if dated else None,
        )  # fmt: skip
        return replace(event, title=title_of(event, [s.mention for s in supporting], self._vocabulary))

    def _place(self, places: Sequence[str]) -> str:
        """The finest place that the reports agree on."""
        chosen = ""
        for place in sorted(set(places)):
            if not chosen or self._vocabulary.encloses(chosen, place):
                chosen = place
        return chosen

    def _lead_order(self, sighting: Sighting, kind: str) -> tuple[object, ...]:
        """The best supporting sentence: of the event's kind, asserted, dated in its own words, by a known source."""
        m = sighting.mention
        own_words = m.dating is not None and m.start <= m.dating.start < m.end
        return (
            m.kind != kind,
            m.modality != "asserted",
            not own_words,
            not sighting.origin.source,
            len(self._principals(m)) < 2,
            sighting.origin.published or "9999",
            sighting.origin.key,
            m.start,
        )


def _family(kind: str) -> str:
    return FAMILIES.get(kind, kind)


def _figures(mention: EventMention) -> set[tuple[str, float]]:
    return {
        (f.quantity, f.value)
        for f in mention.figures
        if f.quantity not in ("hours", "length of talks", "days", "people")
    }


def _any_planned(cluster: _Cluster) -> bool:
    return any(s.mention.modality == "planned" for s in cluster.sightings)


def _overlap(mention: EventMention, cluster: _Cluster) -> bool:
    mine = _stems(mention.detail)
    return any(len(mine & _stems(s.mention.detail)) >= 2 for s in cluster.sightings)


def _stems(words: str) -> set[str]:
    return {w.strip("“”\"'.,;:()").lower()[:6] for w in words.split() if len(w) > 4}


def _agreed_date(supporting: list[Sighting]) -> str:
    """The date that most origins allow, the most exact of these first."""
    told = [s for s in supporting if s.mention.dating is not None]
    if not told:
        return ""
    dates = {s.mention.dating.edtf for s in told if s.mention.dating}
    backing = {
        candidate: len(
            {
                s.origin.root or s.origin.key
                for s in told
                if s.mention.dating and edtf.sharper(candidate, s.mention.dating.edtf)
            }
        )
        for candidate in dates
    }
    return min(backing, key=lambda d: (-backing[d], edtf.width(d), "~" in d, d))


def _modality(supporting: list[Sighting]) -> str:
    """Asserted when any report asserts it, else claimed, else denied or planned."""
    found = {s.mention.modality for s in supporting}
    return next(m for m in ("asserted", "claimed", "denied", "planned") if m in found)
