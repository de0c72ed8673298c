"""manage.py make_map FILE: the outlines of the map of places, from countries in TopoJSON (see `make map`)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from timeline.mapping import EAST, NORTH, SOUTH, WEST, project

# In units of the drawing: a point nearer than this to the line without it is left out, an island smaller than this too.
TOLERANCE = 0.09
SMALLEST_SIDE = 0.35

Point = tuple[float, float]


class Command(BaseCommand):
    help = "Writes static/img/outlines.svg from a file of countries (TopoJSON of Natural Earth, public domain)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, **options: Any) -> None:
        topology = json.loads(Path(options["file"]).read_text())
        arcs = [simplified(arc) for arc in decoded(topology)]
        paths = "".join(ring_path(ring) for ring in rings(topology, arcs) if is_shown(ring))
        target = Path(settings.BASE_DIR) / "static" / "img" / "outlines.svg"
        target.write_text(
            "<!-- Countries, from Natural Earth (public domain). Made by manage.py make_map. -->\n"
            f'<svg xmlns="http://www.w3.org/2000/svg"><path id="land" vector-effect="non-scaling-stroke" d="{paths}"/></svg>\n'
        )
        self.stdout.write(f"Written: {target} ({target.stat().st_size} bytes)")


def decoded(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs in degrees: TopoJSON keeps differences of whole numbers (TopoJSON specification, 2.1.3)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(y * scale_y + move_y, x * scale_x + move_x))
        yield points


def simplified(points: list[Point]) -> list[Point]:
    """The line with the points that matter (Douglas and Peucker, 1973); its ends stay, so that countries still meet."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = max(
            ((_off(points[n], points[first], points[last]), n) for n in range(first + 1, last)), default=(0, 0)
        )
        if far > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[n] for n in sorted(keep)]


def _off(point: Point, one: Point, other: Point) -> float:
    """How far a point lies from a line; from its one end when both ends are the same."""
    (x, y), (x1, y1), (x2, y2) = point, one, other
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if length == 0:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


def rings(topology: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """All closed lines of all countries; an arc with a negative number is taken backwards."""
    for country in topology["objects"]["countries"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for ring in (ring for shape in shapes for ring in shape):
            points: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            yield unwrapped(points)


def unwrapped(ring: list[Point]) -> list[Point]:
    """The ring without jumps at the date line: what goes on east of 180 degrees has more than 180."""
    turn = project(0, 360)[0]
    points = [ring[0]]
    for x, y in ring[1:]:
        points.append((x + turn * round((points[-1][0] - x) / turn), y))
    return points


def is_shown(ring: list[Point]) -> bool:
    """Whether the ring is large enough, and touches the part of the world that the map shows."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    (left, bottom), (right, top) = project(SOUTH, WEST), project(NORTH, EAST)
    touches = max(xs) >= left and min(xs) <= right and min(ys) <= bottom and max(ys) >= top
    return touches and len(ring) > 3 and max(max(xs) - min(xs), max(ys) - min(ys)) >= SMALLEST_SIDE


def ring_path(ring: list[Point]) -> str:
    """Steps from point to point in hundredths: no error adds up, each step starts where the last rounding ended."""
    at_x, at_y = round(ring[0][0], 2), round(ring[0][1], 2)
    parts = [f"M{at_x:g} {at_y:g}l"]
    for x, y in ring[1:]:
        dx, dy = round(x - at_x, 2), round(y - at_y, 2)
        at_x, at_y = at_x + dx, at_y + dy
        parts.append(f"{dx:g} {dy:g} ")
    return "".join(parts).rstrip() + "z"
