"""A plan and what came of it, and a figure that later reports update."""

import pytest

from tests.factories import write
from timeline.models import Event
from timeline.related import outcome_of, plans_of, series_of
from timeline.services.importing import import_paths

PLAN = """A trip ahead

Published February 3, 2031

Russian President Vladimir Putin will visit Pyongyang in May, the Kremlin said on Monday.
"""
KEPT = """The trip

Published June 20, 2031

Russian President Vladimir Putin visited Pyongyang on June 18, 2031, where he laid flowers.
"""
MAY = """Losses counted

Published May 1, 2031

South Korea's spy agency said on Wednesday that about 600 North Korean soldiers had been killed fighting for Russia.
"""
SEPTEMBER = """Seoul: far more dead than in spring

Published September 3, 2031

About 2,000 North Korean soldiers have died for Russia in its war, the National Intelligence Service told lawmakers in Seoul on Tuesday.
"""

pytestmark = pytest.mark.usefixtures("vocabulary_rows", "plain_static")


@pytest.fixture
def story(tmp_path):
    write(tmp_path, "plan.txt", PLAN)
    write(tmp_path, "kept.txt", KEPT)
    write(tmp_path, "may.txt", MAY)
    write(tmp_path, "september.txt", SEPTEMBER)
    import_paths([tmp_path])


def test_a_plan_leads_to_what_came_of_it_and_back(story, client):
    plan = Event.objects.get(modality="planned")
    kept = Event.objects.get(date="2031-06-18")
    assert outcome_of(plan) == kept
    assert plans_of(kept) == [plan]
    assert outcome_of(kept) is None
    assert plan.title in client.get(kept.get_absolute_url()).content.decode()
    assert kept.title in client.get(plan.get_absolute_url()).content.decode()


def test_a_trip_of_somebody_else_keeps_no_plan(story):
    kept = Event.objects.get(date="2031-06-18")
    kept.actors.set(kept.actors.model.objects.filter(slug="shoigu"))
    assert outcome_of(Event.objects.get(modality="planned")) is None


def test_a_later_figure_is_a_series_and_no_contradiction(story, client):
    first, second = Event.objects.filter(kind__slug="casualty_report").order_by("earliest")
    assert not first.disagreements
    ((quantity, points),) = series_of(second)
    assert quantity == "soldiers killed"
    assert [point.value for point in points] == [600, 2000]
    assert [point.here for point in points] == [False, True]
    assert "Soldiers killed, report by report" in client.get(first.get_absolute_url()).content.decode()


def test_a_trip_long_after_the_date_of_the_plan_is_another_one(story):
    Event.objects.filter(date="2031-06-18").update(earliest="2032-06-18", latest="2032-06-18")
    assert outcome_of(Event.objects.get(modality="planned")) is None
