"""sum_up: the event that a cluster of sightings adds up to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from articles import edtf

from .cluster import Cluster, Told
from .mention import UNNAMED
from .sighting import MergedEvent, Sighting
from .titles import title_of
from .vocabulary import Vocabulary

# Modalities, and kinds, of which a reader must know who says so.
_NEEDS_SPEAKER = ("claimed", "planned", "denied")
_FIRM = ("asserted", "claimed")
# Kinds of which a sentence that tells how many says more.
_COUNTED = ("arms_transfer", "troop_deployment", "casualty_report")
_SPEECH = ("statement", "casualty_report")


def sum_up(cluster: Cluster, vocabulary: Vocabulary) -> MergedEvent:
    """Kind, date, people, place, modality and title that the supporting sightings agree on."""
    supporting = [t.sighting for t in cluster.told]
    modality = _modality(supporting)
    # What was only planned or denied tells nothing of what happened.
    firm = [s for s in supporting if s.mention.modality in _FIRM] if modality in _FIRM else supporting
    kind = max({s.mention.kind for s in firm}, key=lambda slug: (vocabulary.kind[slug].rank, slug))
    date = _agreed_date([s for s in firm if s.mention.dating] or supporting)
    attributed = modality in _NEEDS_SPEAKER or kind in _SPEECH
    event = MergedEvent(
        sightings=sorted(cluster.sightings, key=lambda s: (s.origin.published or "9999", s.origin.key, s.mention.start, s.number)),
        kind=kind, date=date, actors=_actors(firm, kind, vocabulary) or _actors(supporting, kind, vocabulary),
        place=_finest([s.mention.place for s in firm if s.mention.place], vocabulary),
        modality=modality, called_off=cluster.called_off, shelf=supporting[0].mention.shelf,
        attribution=next((s.mention.attribution for s in supporting if s.mention.attribution), "") if attributed else "",
        lead=min(cluster.told, key=lambda told: _lead_order(told, kind)).sighting,
        dating=next((s for s in supporting if s.mention.dating and s.mention.dating.edtf == date), None),
    )  # fmt: skip
    return replace(event, title=title_of(event, [s.mention for s in firm], vocabulary))


def _actors(supporting: list[Sighting], kind: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Those told most often first. Media tell of an event; only in their own statements do they take part."""
    table = vocabulary.actor
    told = [a for s in supporting for a in s.mention.actors]
    counted = Counter(
        a
        for s in supporting
        for a in dict.fromkeys(s.mention.actors)
        if kind == "statement" or a not in table or table[a].kind != "media"
    )
    first_seen = {actor: number for number, actor in reversed(list(enumerate(told)))}
    return tuple(sorted(counted, key=lambda a: (-counted[a], first_seen[a], a)))


def _finest(places: Iterable[str], vocabulary: Vocabulary) -> str:
    """The finest place that the reports agree on; where they do not, the one that most of them name."""
    chosen = ""
    for place, _ in sorted(Counter(places).items(), key=lambda pair: (-pair[1], pair[0])):
        if not chosen or vocabulary.encloses(chosen, place):
            chosen = place
    return chosen


def _lead_order(told: Told, kind: str) -> tuple[object, ...]:
    """The best supporting sentence: of the event's kind, with a word for it, asserted, dated in its own words, with figures, by a
    known source.
    """
    m, origin = told.mention, told.sighting.origin
    own_words = m.dating is not None and m.start <= m.dating.start < m.end
    return (
        m.kind != kind,
        m.verb == UNNAMED,
        m.modality != "asserted",
        not own_words,
        kind in _COUNTED and not m.figures,
        not origin.source,
        len(told.principals) < 2,
        origin.published or "9999",
        origin.key,
        m.start,
    )


def _agreed_date(supporting: list[Sighting]) -> str:
    """The date that most origins allow, the most exact of these first."""
    told = [(s.mention.dating.edtf, s.origin.root or s.origin.key) for s in supporting if s.mention.dating]
    dates = {value for value, _ in told}
    if len(dates) < 2:
        return next(iter(dates), "")
    backing = {candidate: len({root for value, root in told if edtf.sharper(candidate, value)}) for candidate in dates}
    return min(backing, key=lambda d: (-backing[d], edtf.width(d), "~" in d, d))


def _modality(supporting: list[Sighting]) -> str:
    """Asserted when any report asserts it, else claimed, else denied or planned."""
    found = {s.mention.modality for s in supporting}
    return next(m for m in ("asserted", "claimed", "denied", "planned") if m in found)
