"""The map of places: points on outlines, drawn by the server. Plain Python; no projection but a stretched grid."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

# The part of the world that the outlines show: degrees east from, to; degrees north from, to.
WEST, EAST, SOUTH, NORTH = 18.0, 180.0, 5.0, 76.0
# An equirectangular grid is true to shape at one latitude only: that of Vladivostok and Sofia.
TRUE_AT = math.cos(math.radians(43))

# In hundredths of the map's width: the largest and smallest point, points that stand together, room for a label.
LARGEST, SMALLEST, TOGETHER = 2.6, 0.5, 1.3
REACH = 1.3
LABEL_HEIGHT, LETTER_WIDTH = 2.2, 0.95
MARGIN = 6.0


# Left, top, right, bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates (degrees) and its number of events."""

    slug: str
    name: str
    latitude: float
    longitude: float
    count: int


@dataclass(frozen=True, slots=True)
class Dot:
    """Places that stand together on the map as one point; all lengths as they are written into the drawing."""

    name: str
    count: int
    address: str
    x: str
    y: str
    radius: str
    label: str
    anchor: str
    label_x: str
    label_y: str


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """`view` is the viewBox; `letter` the size of letters, `reach` that of the round that a finger may hit; `elsewhere` are places that the outlines do not show."""

    view: str
    letter: str
    reach: str
    dots: tuple[Dot, ...]
    elsewhere: tuple[Spot, ...]


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees -> units of the drawing, y downwards."""
    return longitude * TRUE_AT, -latitude


def draw_map(spots: Iterable[Spot]) -> PlaceMap | None:
    """The map around the spots; None when none of them lies on it."""
    known = sorted(spots, key=lambda s: (-s.count, s.name))
    inside = [s for s in known if WEST <= s.longitude <= EAST and SOUTH <= s.latitude <= NORTH]
    if not inside:
        return None
    left, top, width, height = _view([project(s.latitude, s.longitude) for s in inside])
    unit = width / 100
    groups = _groups(inside, unit)
    most = math.sqrt(max(sum(s.count for s in group) for group in groups))
    placed = [(group, *project(group[0].latitude, group[0].longitude)) for group in groups]
    sizes = [max(SMALLEST, LARGEST * math.sqrt(sum(s.count for s in group)) / most) * unit for group in groups]
    taken = [(x - r, y - r, x + r, y + r) for (_, x, y), r in zip(placed, sizes, strict=True)]
    dots = []
    for number, ((group, x, y), radius) in enumerate(zip(placed, sizes, strict=True)):
        label, gap, half = group[0].name, radius + 0.4 * unit, LABEL_HEIGHT * unit / 2
        length = len(label) * LETTER_WIDTH * unit
        sides = {
            "start": (x + gap, y - half, x + gap + length, y + half),
            "end": (x - gap - length, y - half, x - gap, y + half),
        }
        others = [box for n, box in enumerate(taken) if n != number]
        anchor = next((a for a, box in sides.items() if _free(box, others, left, left + width)), "")
        if anchor:
            taken.append(sides[anchor])
        dots.append(
            Dot(
                name=", ".join(s.name for s in group),
                count=sum(s.count for s in group),
                address="/?" + urlencode({"place": [s.slug for s in group]}, doseq=True),
                x=f"{x:.2f}",
                y=f"{y:.2f}",
                radius=f"{radius:.2f}",
                label=label if anchor else "",
                anchor=anchor,
                label_x=f"{x - gap if anchor == 'end' else x + gap:.2f}",
                label_y=f"{y + 0.6 * unit:.2f}",
            )
        )
    elsewhere = tuple(s for s in known if s not in inside)
    return PlaceMap(
        f"{left:.2f} {top:.2f} {width:.2f} {height:.2f}",
        f"{1.75 * unit:.2f}",
        f"{REACH * unit:.2f}",
        tuple(dots),
        elsewhere,
    )


def _view(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """(left, top, width, height) around the points, never so close that the outlines turn coarse."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width = max(max(xs) - min(xs), 20.0)
    height = max(max(ys) - min(ys), width * 0.42)
    margin = width * MARGIN / 100
    left = (min(xs) + max(xs) - width) / 2 - margin
    top = (min(ys) + max(ys) - height) / 2 - margin
    return left, top, width + 3 * margin, height + 2 * margin


def _groups(spots: Sequence[Spot], unit: float) -> list[list[Spot]]:
    """Spots that would lie upon each other, the one with the most events first."""
    groups: list[list[Spot]] = []
    for spot in spots:
        here = project(spot.latitude, spot.longitude)
        near = (g for g in groups if math.dist(here, project(g[0].latitude, g[0].longitude)) < TOGETHER * unit)
        group = next(near, None)
        if group is None:
            groups.append([spot])
        else:
            group.append(spot)
    return groups


def _free(box: Box, others: Iterable[Box], left: float, right: float) -> bool:
    return left < box[0] and box[2] < right and not any(_overlap(box, other) for other in others)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
