"""The index finds the same on both databases, and follows every write."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.browsing import EventFilterForm
from timeline.models import Event, Kind
from timeline.searching import ensure_index, matching_ids, normalise, parse_query

pytestmark = pytest.mark.usefixtures("vocabulary_rows")

TEXTS = {
    "summit": "Putin and Kim Jong Un hold a summit in the Far East. Kim Jong-un Ким Чен Ын 김정은",
    "parade": "Kim watches a parade of missiles; east of the city, not far away",
    "train": "A train with containers of ammunition crosses the Tumen, the containers of 2023",
}


@pytest.fixture
def events(vocabulary_rows):
    kind = Kind.objects.get(slug="summit")
    made = [
        Event(slug=slug, title=slug, kind=kind, article_count=1, search_words=normalise(words))
        for slug, words in TEXTS.items()
    ]
    Event.objects.bulk_create(made)


def found(words: str) -> set[str]:
    ids = matching_ids(parse_query(words))
    assert ids is not None
    return set(Event.objects.filter(pk__in=ids).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kim", {"summit", "parade"}),
        ("kim summits", {"summit"}),
        ('"far east"', {"summit"}),
        ("far east", {"summit", "parade"}),
        ("contain*", {"train"}),
        ("container", {"train"}),
        ("miss*", {"parade"}),
        ("miss", {"parade"}),
        ("miss kim", set()),
        ("mis", set()),
        ("kim -parade", {"summit"}),
        ("-kim", {"train"}),
        ('kim -"far east"', {"parade"}),
        ("Ким Чен Ына", {"summit"}),
        ("김정은", {"summit"}),
        ("Kim Jong-un", {"summit"}),
        ("2023", {"train"}),
        ("AND OR NOT", set()),
        ("summit OR train", set()),
        ("near(kim", set()),
    ],
)
def test_terms(events, words, expected):
    assert found(words) == expected


def test_an_empty_query_says_nothing(events):
    assert matching_ids(parse_query("*** -")) is None


def test_the_index_follows_changes_and_removals(events):
    event = Event.objects.get(slug="train")
    event.search_words = "ship"
    Event.objects.bulk_update([event], ["search_words"])
    assert found("container") == set()
    assert found("ships") == {"train"}
    Event.objects.filter(slug="train").delete()
    assert found("ship") == set()


def test_the_best_match_comes_first(events):
    long = Event.objects.get(slug="parade")
    long.search_words = normalise("kim " + "and many other words of the day " * 20)
    Event.objects.bulk_update([long], ["search_words"])
    ids = matching_ids(parse_query("kim"), best_first=True)
    assert [Event.objects.get(pk=pk).slug for pk in ids] == ["summit", "parade"]


def test_an_editors_own_event_is_found(vocabulary_rows):
    event = Event.objects.create(slug="own", title="Two ministers met", kind=Kind.objects.first(), article_count=1)
    assert found("minister") == {"own"}
    event.title = "Two envoys met"
    event.save()
    assert found("minister") == set()


def test_an_index_that_lost_its_parts_is_made_again(events):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER timeline_event_words_update")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no index goes while checks are pending
            cursor.execute("DROP INDEX timeline_event_words")
    event = Event.objects.get(slug="train")
    event.search_words = "ship"
    Event.objects.bulk_update([event], ["search_words"])
    ensure_index()
    assert found("ship") == {"train"}
    assert found("container") == set()


@given(st.text(max_size=60))
@example('"')
@example("a' OR 1=1 --")
@example("^a {b} : c")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_query_breaks_the_database(events, words):
    matching_ids(parse_query(words), best_first=True)


def test_hits_are_marked_and_best_match_is_an_order_of_its_own(demo, client):
    page = client.get("/?q=summit&order=best")
    form: EventFilterForm = page.context["form"]
    assert ("best", "Best match first") in form.orders
    assert [year for year, _ in page.context["years"]] == ["Best matches"]
    assert "<mark>summit</mark>" in page.content.decode()
    assert ("best", "Best match first") not in client.get("/?order=best").context["form"].orders
    assert client.get("/?order=best").status_code == 200


def test_the_best_matches_have_pages_too(demo, client, settings):
    settings.PAGE_SIZE = 3
    seen, address = [], "/?q=kim&order=best"
    while address:
        page = client.get(address)
        seen += [event.pk for _, months in page.context["years"] for _, events in months for event in events]
        assert len(seen) <= Event.objects.count()
        address = page.context["more"]
    assert seen == page.context["form"].found.ids()
    assert len(seen) > 6


def test_the_best_matches_end_where_the_last_one_is_gone(demo, client, settings):
    settings.PAGE_SIZE = 3
    stranger = Event.objects.exclude(pk__in=matching_ids(parse_query("summit"))).first()
    page = client.get(f"/?q=summit&order=best&after={stranger.slug}")
    assert page.context["years"] == []
    assert page.context["more"] == ""
