"""The columns follow what is stored: kept while nothing changes, read anew when anything does."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.models import Source
from timeline.browsing import current_columns, snapshot
from timeline.models import Actor, Citation, Event, Kind, Revision

pytestmark = pytest.mark.usefixtures("vocabulary_rows")


def make(slug: str) -> Event:
    return Event.objects.create(
        slug=slug, title=slug, kind=Kind.objects.get(slug="summit"), date="2019", article_count=1
    )


def test_nothing_is_read_twice_while_nothing_changes(django_assert_num_queries):
    make("one")
    current_columns()
    with django_assert_num_queries(1):
        assert len(current_columns().ids) == 1


def test_a_saved_a_hidden_and_a_deleted_event_are_seen_at_once():
    event = make("one")
    make("two")
    assert len(current_columns().ids) == 2
    event.status = Event.Status.HIDDEN
    event.save()
    assert current_columns().slugs == ["two"]
    Event.objects.get(slug="two").delete()
    assert len(current_columns().ids) == 0


def test_a_renamed_source_has_its_new_name():
    current_columns()
    source = Source.objects.first()
    source.name = "The Other Paper"
    source.save()
    assert current_columns().facets["source"].labels[source.slug] == "The Other Paper"


def test_a_transaction_that_is_undone_leaves_the_columns_of_before():
    make("one")
    before = current_columns()
    with transaction.atomic():
        make("two")
        assert len(current_columns().ids) == 2
        transaction.set_rollback(True)
    assert current_columns().slugs == before.slugs
    make("three")
    assert current_columns().slugs == ["one", "three"]


def test_a_source_whose_passage_an_editor_rejected_does_not_report_the_event(demo):
    event = Event.objects.public().filter(citations__passage__article__source__isnull=False).first()
    slugs = set(event.citations.values_list("passage__article__source__slug", flat=True))
    for citation in event.citations.all():
        citation.stance = Citation.Stance.REJECTED
        citation.save()
    facet = current_columns().facets["source"]
    row = current_columns().ids.tolist().index(event.pk)
    assert slugs - {None}
    assert row not in facet.rows.tolist()


def test_a_token_is_renewed_by_every_writer():
    one = Revision.current()
    make("one")
    assert Revision.current() not in ("", one)


def test_many_rows_renew_the_token_once():
    for number in range(5):
        make(f"event-{number}")
    one = Revision.current()
    with CaptureQueriesContext(connection) as queries, transaction.atomic(), Revision.renewed_once():
        Event.objects.all().delete()
    # PostgreSQL also locks the row with a SELECT … FOR UPDATE.
    assert sum(q["sql"].startswith('UPDATE "timeline_revision"') for q in queries.captured_queries) == 1
    assert Revision.current() != one
    assert len(current_columns().ids) == 0


def test_a_row_that_came_between_two_readings_is_left_out(monkeypatch):
    event = make("one")
    event.actors.add(Actor.objects.first())
    before_it_came = SimpleNamespace(objects=SimpleNamespace(values_list=lambda *_: []))
    monkeypatch.setattr(snapshot, "Actor", before_it_came)
    assert snapshot.load_columns().facets["actor"].rows.tolist() == []
