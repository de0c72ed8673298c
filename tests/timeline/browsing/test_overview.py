"""The overview: what a bar counts, and where it leads."""

import pytest
from django.http import QueryDict

from timeline.browsing import EventFilterForm, draw_overview
from timeline.browsing.overview import HEIGHT
from timeline.models import Event, Kind

pytestmark = pytest.mark.usefixtures("vocabulary_rows")


def make(*dates: str, kind: str = "summit") -> None:
    for number, value in enumerate(dates):
        Event.objects.create(
            slug=f"{kind}-{number}-{value.replace('/', '-')}",
            title="x",
            kind=Kind.objects.get(slug=kind),
            date=value,
            article_count=1,
        )


def overview(query: str = ""):
    return draw_overview(EventFilterForm(QueryDict(query)))


def counts(drawn) -> dict[str, int]:
    return {bar.value: bar.count for bar in drawn.bars if bar.count}


def test_years_with_their_gaps():
    make("2019-04-25", "2019", "2024-06-19")
    drawn = overview()
    assert drawn.grain == "year"
    assert [bar.value for bar in drawn.bars] == ["2019", "2020", "2021", "2022", "2023", "2024"]
    assert counts(drawn) == {"2019": 2, "2024": 1}


def test_a_year_is_drawn_by_months_and_what_is_less_exact_stands_in_none():
    make("2019-04-25", "2019-04", "2019", "2019-05/2019-06")
    drawn = overview("from=2019&to=2019")
    assert drawn.grain == "month"
    assert len(drawn.bars) == 12
    assert counts(drawn) == {"2019-04": 2}
    assert drawn.loose == 2


def test_a_month_is_drawn_by_days_and_leads_out_to_its_year():
    make("2019-04-25", "2019-04-26")
    drawn = overview("from=2019-04&to=2019-04")
    assert drawn.grain == "day"
    assert counts(drawn) == {"2019-04-25": 1, "2019-04-26": 1}
    assert drawn.wider == "/?from=2019&to=2019"
    assert overview("from=2019&to=2019").wider == "/"


def test_centuries_are_drawn_by_decades():
    make("1905-01-02", "2019-04-25")
    drawn = overview()
    assert drawn.grain == "decade"
    assert counts(drawn) == {"190X": 1, "201X": 1}


def test_bars_are_stacked_by_kind_and_keep_the_other_filters():
    make("2019-04-25", "2024-01-02")
    make("2019-05-01", kind="parade")
    drawn = overview("modality=asserted")
    bar = drawn.bars[0]
    summits, parades = drawn.shapes
    assert (summits.kind, parades.kind) == ("summit", "parade")
    half = (HEIGHT - 4) / 2
    # Six years: the summits of the first and the last stand on the ground, the parade upon the first one.
    low, high = f"{HEIGHT - half:.1f}", f"{HEIGHT - 2 * half:.1f}"
    assert summits.path == f"M0 {HEIGHT}V{low}H1V{HEIGHT:.1f}H5V{low}H6V{HEIGHT}z"
    assert parades.path == f"M0 {HEIGHT}V{high}H1V{HEIGHT:.1f}H5V{low}H6V{HEIGHT}z"
    assert "modality=asserted" in bar.address
    assert "from=2019&to=2019" in bar.address


def test_nothing_to_draw():
    assert overview() is None
    make("2019-04-25")
    assert overview() is None
