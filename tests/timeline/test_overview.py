"""The overview: what a bar counts, and where it leads."""

import pytest
from django.http import QueryDict

from timeline.filters import EventFilterForm
from timeline.models import Event, Kind
from timeline.overview import HEIGHT, draw_overview

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
    form = EventFilterForm(QueryDict(query))
    return draw_overview(form, form.apply(Event.objects.public()))


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
    assert [segment.kind for segment in bar.segments] == ["summit", "parade"]
    assert bar.segments[0].y + bar.segments[0].height == pytest.approx(HEIGHT, abs=0.1)
    assert bar.segments[1].y + bar.segments[1].height == pytest.approx(bar.segments[0].y, abs=0.1)
    assert "modality=asserted" in bar.address
    assert "from=2019&to=2019" in bar.address


def test_nothing_to_draw():
    assert overview() is None
    make("2019-04-25")
    assert overview() is None
