"""Where reports of one event give different values for the same thing.

Compared are dates that cannot both be right, and figures that count the same thing and differ by more
than rounding. Texts of one origin do not disagree with themselves; a later report with a new figure
of losses is another event (a casualty report of its day), not a disagreement.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles import edtf

from .figures import Figure
from .sighting import Sighting

# Quantities that a single happening has one of. Others ("days", "people") may count different things.
COMPARED = (
    "length of talks",
    "soldiers killed",
    "soldiers wounded",
    "soldiers killed or wounded",
    "soldiers captured",
    "containers",
    "metres",
    "kilometres",
    "miles",
    "resolutions",
    "carriages",
)

# "$11 billion" for $10.96 billion is rounding.
ROUNDING = 0.03


@dataclass(frozen=True, slots=True)
class Reading:
    """One value in its words, with the passage that gives it: article key and first character."""

    value: str
    key: str
    start: int
    published: str
    source: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the reports differ about and what each says, oldest report first."""

    about: str
    readings: tuple[Reading, ...]


def find_disagreements(sightings: Sequence[Sighting], date: str) -> list[Disagreement]:
    """Disagreements between the sightings of an event that is dated `date` (EDTF)."""
    found = [_about_date(sightings, date)]
    found += [_about_figure(sightings, quantity) for quantity in COMPARED]
    return [disagreement for disagreement in found if disagreement is not None]


def _about_date(sightings: Sequence[Sighting], date: str) -> Disagreement | None:
    told = [s for s in sightings if s.mention.stance == "supports" and s.mention.dating is not None]
    if all(edtf.sharper(date, s.mention.dating.edtf) for s in told if s.mention.dating):
        return None
    exact = [s for s in told if s.mention.dating and edtf.precision(s.mention.dating.edtf) == "day"]
    return Disagreement(
        "date", _readings([(s, edtf.in_words(s.mention.dating.edtf)) for s in exact if s.mention.dating])
    )


def _about_figure(sightings: Sequence[Sighting], quantity: str) -> Disagreement | None:
    told: dict[str, tuple[Sighting, Figure]] = {}
    several: set[str] = set()
    for sighting in sightings:
        root = sighting.origin.root or sighting.origin.key
        for figure in sighting.mention.figures:
            if figure.quantity != quantity:
                continue
            if root in told and not _alike(told[root][1], figure):
                several.add(root)  # one text with two values counts different things
            told.setdefault(root, (sighting, figure))
    chosen = [pair for root, pair in told.items() if root not in several]
    if all(_alike(one, other) for _, one in chosen for _, other in chosen):
        return None
    return Disagreement(quantity, _readings([(sighting, figure.text) for sighting, figure in chosen]))


def _alike(one: Figure, other: Figure) -> bool:
    return abs(one.value - other.value) <= ROUNDING * max(one.value, other.value)


def _readings(told: Sequence[tuple[Sighting, str]]) -> tuple[Reading, ...]:
    readings = {Reading(value, s.origin.key, s.mention.start, s.origin.published, s.origin.source) for s, value in told}
    return tuple(sorted(readings, key=lambda r: (r.published or "9999", r.key, r.start, r.value)))
