"""Cluster: sightings taken together so far as one happening, and what they agree on."""

from dataclasses import dataclass, field

from articles import edtf

from .mention import EventMention
from .sighting import Sighting
from .vocabulary import PARTIES, Vocabulary

# Quantities that many things of one story have: they do not tell two happenings apart.
_COMMON_QUANTITIES = ("hours", "length of talks", "days", "people")

# The day number of an open end: later than any.
END = 10**7


@dataclass(frozen=True, slots=True)
class Told:
    """A sighting with what fitting asks of it again and again, worked out once.

    `persons` and `principals` are actors of the two countries (slugs); `figures` pairs of quantity and
    value; `stems` the longer words of its detail; `speaker` a slug or a name in words, `side` its country;
    `date` EDTF, `first` and `last` its bounds as day numbers.
    """

    sighting: Sighting
    persons: frozenset[str]
    principals: frozenset[str]
    figures: frozenset[tuple[str, float]]
    stems: frozenset[str]
    speaker: str
    side: str
    mention: EventMention
    date: str
    first: int
    last: int


def told_by(sighting: Sighting, vocabulary: Vocabulary) -> Told:
    """What the sighting tells."""
    mention, table = sighting.mention, vocabulary.actor
    parties = [table[slug] for slug in mention.actors if slug in table and table[slug].country in PARTIES]
    speaker = mention.speaker or mention.attribution
    date = mention.dating.edtf if mention.dating else ""
    earliest, latest = edtf.bounds(date)
    visitor = {mention.visitor} - {""}
    return Told(
        sighting=sighting,
        persons=frozenset(a.slug for a in parties if a.kind == "person") | visitor,
        principals=frozenset(a.slug for a in parties if a.kind != "media") | visitor,
        figures=frozenset((f.quantity, f.value) for f in mention.figures if f.quantity not in _COMMON_QUANTITIES),
        stems=frozenset(w.strip("“”\"'.,;:()").lower()[:6] for w in mention.detail.split() if len(w) > 4),
        speaker=speaker,
        side=side_of(speaker, vocabulary),
        mention=mention,
        date=date,
        first=earliest.toordinal() if earliest else 0,
        last=latest.toordinal() if latest else END,
    )


def side_of(slug: str, vocabulary: Vocabulary) -> str:
    """The country of an actor, "" when it is none."""
    actor = vocabulary.actor.get(slug)
    return actor.country if actor else ""


@dataclass(slots=True, eq=False)
class Cluster:
    """Sightings taken together so far, and the union of what they tell; `date` is the sharpest told."""

    told: list[Told] = field(default_factory=list)
    context: list[Sighting] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    date: str = ""
    first: int = 0
    last: int = END
    places: set[str] = field(default_factory=set)
    principals: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    figures: set[tuple[str, float]] = field(default_factory=set)
    verbs: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    planned: bool = False
    called_off: bool = False

    def add(self, told: Told) -> None:
        """Takes a supporting sighting in."""
        mention = told.mention
        self.told.append(told)
        self.kinds.add(mention.kind)
        self.called_off = self.called_off or mention.called_off
        self.planned = self.planned or mention.modality == "planned"
        self.principals |= told.principals
        self.persons |= told.persons
        self.figures |= told.figures
        self.verbs.add(mention.verb)
        self.speakers.add(told.speaker)
        self.sides.add(told.side)
        self.articles.add(told.sighting.origin.key)
        if mention.place:
            self.places.add(mention.place)
        if told.date and edtf.sharper(self.date, told.date) == told.date:
            self.date, self.first, self.last = told.date, told.first, told.last

    @property
    def sightings(self) -> list[Sighting]:
        return [*(t.sighting for t in self.told), *self.context]
