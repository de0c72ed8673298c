"""Fitting: whether a sighting can tell of the same happening as a cluster, and how well it fits."""

from datetime import date, timedelta

from articles import edtf

from .cluster import Cluster, Told, side_of
from .mention import UNNAMED
from .vocabulary import PARTIES, Vocabulary

# Kinds that may name one happening: a visit for a summit is one event.
FAMILIES = {"summit": "meet", "meeting": "meet", "visit": "meet"}

# Two reports that name neighbouring days for the same thing at the same place disagree; they do not
# tell of two things. Report day and event day are mixed up by one day at most.
DAYS_APART = 1
# An undated report of a thing that just happened belongs to an event this long before it was published.
FRESH = timedelta(days=10)

# Words in common decide for these: two different agreements or shipments of one week stay two.
_MATTERS = ("economic", "other", "sanction_or_un_vote", "treaty", "troop_deployment", "arms_transfer")


def family_of(kind: str) -> str:
    """The group of kinds whose mentions can be one happening."""
    return FAMILIES.get(kind, kind)


class Fitting:
    """The conditions, over one vocabulary, for sightings and clusters of one family of kinds."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def fits(self, cluster: Cluster, told: Told) -> bool:
        """For a sighting with a date."""
        if told.mention.called_off != cluster.called_off or not self.alike(cluster, told):
            return False
        return bool(edtf.sharper(cluster.date, told.date)) or _neighbouring(cluster, told)

    def fits_undated(self, cluster: Cluster, told: Told) -> bool:
        """For a sighting without a date: the same article's event, or one that had just happened."""
        mention = told.mention
        if cluster.called_off or (mention.kind not in cluster.kinds and family_of(mention.kind) != "meet"):
            return False
        if (mention.modality == "planned") != cluster.planned or not self.alike(cluster, told):
            return False
        if not cluster.date:
            return True
        if mention.kind in ("troop_deployment", "arms_transfer") and not told.figures & cluster.figures:
            return False
        return _fresh(cluster, told)

    def closeness(self, cluster: Cluster, told: Told) -> tuple[int, ...]:
        """How well a fitting sighting fits; the greater the better."""
        mention = told.mention
        agree = bool(told.date) and edtf.sharper(cluster.date, told.date) is not None
        return (
            int(agree), int(bool(mention.place) and mention.place in cluster.places), len(told.persons & cluster.persons),
            int(bool(told.date) and told.date == cluster.date), int(mention.kind in cluster.kinds),
            int(told.sighting.origin.key in cluster.articles), int(bool(told.figures & cluster.figures)),
        )  # fmt: skip

    def alike(self, cluster: Cluster, told: Told) -> bool:
        """Whether kind, people and place allow that it is the same happening."""
        mention = told.mention
        if family_of(mention.kind) == "meet":  # people tell most meetings apart, and are compared in no time
            return self._same_people(cluster, told) and self.places_agree(cluster, mention.place)
        if not self.places_agree(cluster, mention.place):
            return False
        if mention.kind in ("statement", "casualty_report"):
            return _same_speech(cluster, told)
        if mention.kind in _MATTERS:
            return _same_matter(cluster, told)
        return True

    def places_agree(self, cluster: Cluster, place: str) -> bool:
        """Whether one of any two places encloses the other."""
        encloses = self._vocabulary.encloses
        return not place or all(encloses(p, place) or encloses(place, p) for p in cluster.places)

    def _same_people(self, cluster: Cluster, told: Told) -> bool:
        """The same persons of both sides as far as told; a visit is told by its visitor alone."""
        mine = told.persons
        if mine and cluster.persons:
            if mine.isdisjoint(cluster.persons):
                return False
            if "visit" in cluster.kinds or told.mention.kind == "visit":
                return True
            for country in PARTIES:
                here = {p for p in mine if side_of(p, self._vocabulary) == country}
                there = {p for p in cluster.persons if side_of(p, self._vocabulary) == country}
                if here and there and not here & there:
                    return False
            return True
        return bool(told.principals & cluster.principals)


def _same_speech(cluster: Cluster, told: Told) -> bool:
    if told.speaker in cluster.speakers and told.mention.verb != UNNAMED:
        return True
    same_figure = bool(told.figures & cluster.figures)
    same_side = told.side in cluster.sides
    if told.mention.kind == "casualty_report":
        return same_figure and (same_side or not told.side)
    return same_side and told.mention.verb in cluster.verbs and (same_figure or _overlap(cluster, told))


def _same_matter(cluster: Cluster, told: Told) -> bool:
    kind = told.mention.kind
    if kind in ("treaty", "sanction_or_un_vote") and told.mention.verb != UNNAMED:
        return told.mention.verb in cluster.verbs
    if kind in ("troop_deployment", "arms_transfer"):
        if told.mention.modality == "planned" and not cluster.planned:
            return False
        return not told.figures or not cluster.figures or bool(told.figures & cluster.figures)
    return _overlap(cluster, told)


def _overlap(cluster: Cluster, told: Told) -> bool:
    return any(len(told.stems & other.stems) >= 2 for other in cluster.told)


def _neighbouring(cluster: Cluster, told: Told) -> bool:
    """Days that differ by one, for the same kind of thing at a place that both reports name."""
    mention = told.mention
    if mention.kind in ("visit", "statement", "casualty_report", "troop_deployment"):
        return False
    if mention.kind not in cluster.kinds or not mention.place or mention.place not in cluster.places:
        return False
    if edtf.precision(told.date) != "day" or edtf.precision(cluster.date) != "day" or "~" in told.date + cluster.date:
        return False
    return abs((date.fromisoformat(told.date) - date.fromisoformat(cluster.date)).days) <= DAYS_APART


def _fresh(cluster: Cluster, told: Told) -> bool:
    """Whether the cluster's date lies just before the undated report was published."""
    origin = told.sighting.origin
    if origin.key in cluster.articles:
        return True
    if not origin.published:
        return False
    published = date.fromisoformat(origin.published)
    earliest, latest = edtf.bounds(cluster.date)
    return bool(earliest and latest and earliest <= published and latest >= published - FRESH)
