"""The map: where the points lie, what they lead to, and that labels do not run into each other."""

import re
from itertools import combinations

import pytest

from timeline.management.commands import make_map
from timeline.mapping import LETTER_WIDTH, Spot, draw_map, project

MOSCOW = Spot("moscow", "Moscow", 55.76, 37.62, 9)
KREMLIN = Spot("kremlin", "Kremlin", 55.75, 37.617, 1)
PYONGYANG = Spot("pyongyang", "Pyongyang", 39.04, 125.76, 4)
WONSAN = Spot("wonsan", "Wonsan", 39.15, 127.44, 1)
NEW_YORK = Spot("un", "United Nations", 40.75, -73.97, 3)


def test_places_upon_each_other_are_one_point_that_leads_to_all_of_them():
    drawn = draw_map([KREMLIN, MOSCOW, PYONGYANG])
    assert [(dot.name, dot.count) for dot in drawn.dots] == [("Moscow, Kremlin", 10), ("Pyongyang", 4)]
    assert drawn.dots[0].address == "/?place=moscow&place=kremlin"


def test_what_the_outlines_do_not_show_is_named_beside_the_map():
    drawn = draw_map([MOSCOW, NEW_YORK])
    assert drawn.elsewhere == (NEW_YORK,)
    assert draw_map([NEW_YORK]) is None
    assert draw_map([]) is None


def test_points_are_sized_by_events_and_lie_in_the_picture():
    drawn = draw_map([MOSCOW, PYONGYANG, WONSAN])
    left, top, width, height = map(float, drawn.view.split())
    sizes = {dot.name: float(dot.radius) for dot in drawn.dots}
    assert sizes["Moscow"] > sizes["Pyongyang"] > sizes["Wonsan"]
    for dot in drawn.dots:
        assert left < float(dot.x) < left + width
        assert top < float(dot.y) < top + height
    east = {dot.name: float(dot.x) for dot in drawn.dots}
    assert east["Moscow"] < east["Pyongyang"]


def test_labels_do_not_run_into_each_other():
    spots = [Spot(f"p{n}", f"Place number {n}", 40 + n % 5, 100 + n * 1.7, 1 + n) for n in range(20)]
    drawn = draw_map(spots)
    unit = float(drawn.view.split()[2]) / 100
    boxes = []
    for dot in drawn.dots:
        if dot.label:
            start = float(dot.label_x) - (len(dot.label) * LETTER_WIDTH * unit if dot.anchor == "end" else 0)
            boxes.append((start, start + len(dot.label) * LETTER_WIDTH * unit, float(dot.label_y)))
    assert len(boxes) > 3
    for (a1, a2, ay), (b1, b2, by) in combinations(boxes, 2):
        assert a2 <= b1 + 0.02 or b2 <= a1 + 0.02 or abs(ay - by) > unit


def test_the_page_of_places_has_the_map(client, demo):
    page = client.get("/places/").content.decode()
    assert "img/outlines" in page
    assert re.search(r'aria-label="Pyongyang[^"]*: \d+ events?"', page)


@pytest.mark.parametrize("longitudes", [[170, 179, -179, -170, -179, 179, 170]])
def test_a_country_across_the_date_line_stays_in_one_piece(longitudes):
    ring = make_map.unwrapped([project(60, longitude) for longitude in longitudes])
    xs = [x for x, _ in ring]
    assert max(xs) - min(xs) == pytest.approx(project(0, 20)[0])


def test_a_line_keeps_the_points_that_matter():
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)]
    assert make_map.simplified(line) == [(0.0, 0.0), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)]
