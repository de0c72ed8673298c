"""Every page: whole, as a fragment, with nothing to show, with bad input, at a constant number of queries."""

import json

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Source
from tests.timeline.asking import HTMX, listed, rows_of
from timeline.browsing import EventFilterForm
from timeline.models import Actor, Citation, Event, Kind, Place


def test_the_timeline_lists_events_by_year_with_their_facts(client, event, settings):
    settings.PAGE_SIZE = 500
    page = client.get("/").content.decode()
    assert "25 April 2019" in page
    assert event.title in page
    assert "Vladivostok" in page
    assert "2 independent sources" in page
    assert page.index(">2025<") < page.index(">2019<") < page.index(">2000<")
    assert page.index("Date not known") > page.index(">2000<")


def test_oldest_first(client, demo, settings):
    settings.PAGE_SIZE = 500
    page = client.get("/?order=oldest").content.decode()
    assert page.index(">2000<") < page.index(">2019<")


def test_a_fragment_for_htmx_and_the_whole_page_for_a_restored_history_entry(client, demo):
    fragment = client.get("/?kind=summit", **HTMX)
    assert b"<html" not in fragment.content
    assert b'id="browse"' in fragment.content
    assert fragment["HX-Push-Url"] == "/?kind=summit"
    assert "HX-Request" in fragment["Vary"]
    restored = client.get("/?kind=summit", **HTMX, HTTP_HX_HISTORY_RESTORE_REQUEST="true")
    assert b"<html" in restored.content


def test_filters_narrow_the_list(client, event):
    everything = listed(client, "")
    assert 0 < listed(client, "?kind=summit") < everything
    assert listed(client, "?kind=summit&kind=treaty") > listed(client, "?kind=summit")
    assert listed(client, "?place=vladivostok&kind=summit") >= 1
    assert 0 < listed(client, "?actor=shoigu") < everything
    assert 0 < listed(client, "?source=kcna") < everything
    assert 0 < listed(client, "?modality=claimed") < everything
    assert 0 < listed(client, "?q=containers") < everything
    assert listed(client, "?q=김정은") > 0, "a name in Hangul finds its bearer's events"
    assert listed(client, "?from=2019-04-25&to=2019-04-25") >= 1
    assert listed(client, "?from=april 2019&to=april 2019") >= 1
    assert listed(client, "?from=2030") == 0


def test_an_imprecise_event_matches_a_period_that_its_span_overlaps(client, demo):
    assert Event.objects.filter(date="2000-02").exists()
    dates = {e.date for e in rows_of(client.get("/?from=2000-02-10&to=2000-02-11"))}
    assert "2000-02" in dates


def test_counts_say_how_many_each_choice_would_show(client, demo):
    response = client.get("/?actor=kim-jong-un")
    kinds = next(f for f in response.context["facets"] if f.name == "kind")
    summit = next(c for c in kinds.choices if c.value == "summit")
    assert summit.count == listed(client, "?actor=kim-jong-un&kind=summit")


def test_each_filter_can_be_cleared(client, demo):
    response = client.get("/?kind=summit&actor=putin&q=talks&from=2000")
    assert [chip.label for chip in response.context["form"].chips] == [
        "“talks”",
        "from 2000",
        "Summit",
        "Vladimir Putin",
    ]
    assert response.context["form"].chips[2].without == "/?q=talks&actor=putin&from=2000"
    assert "of kind summit with Vladimir Putin" in response.context["form"].sentence


def test_a_bad_date_is_explained_beside_its_field(client, demo):
    page = client.get("/?from=whenever").content.decode()
    assert "“whenever” is not a date" in page.replace("&quot;", '"')
    assert listed(client, "?from=whenever") == listed(client, "")


def test_paging_shows_every_event_once(client, demo, settings):
    settings.PAGE_SIZE = 7
    seen, address = [], "/"
    while address:
        response = client.get(address)
        seen += [e.slug for e in rows_of(response)]
        assert len(seen) <= Event.objects.count()
        address = response.context["more"]
    assert sorted(seen) == sorted(Event.objects.public().values_list("slug", flat=True))
    assert seen == [Event.objects.get(pk=pk).slug for pk in EventFilterForm(QueryDict("")).found.ids(newest_first=True)]


def test_the_pages_lead_back_as_they_lead_on(client, demo, settings):
    settings.PAGE_SIZE = 7
    first = client.get("/?kind=visit&kind=meeting&order=oldest")
    second = client.get(first.context["more"])
    assert first.context["back"] == ""
    assert [e.slug for e in rows_of(client.get(second.context["back"]))] == [e.slug for e in rows_of(first)]
    assert rows_of(first)[-1].earliest <= rows_of(second)[0].earliest


def test_a_page_goes_on_from_an_event_that_was_withdrawn_meanwhile(client, demo, settings):
    settings.PAGE_SIZE = 7
    first = client.get("/")
    expected = [e.slug for e in rows_of(client.get(first.context["more"]))]
    last = rows_of(first)[-1]
    last.status = Event.Status.HIDDEN
    last.save()
    assert [e.slug for e in rows_of(client.get(first.context["more"]))] == expected


def test_how_the_words_of_a_period_were_understood_is_shown(client, demo):
    assert "june 2024" not in client.get("/?from=2024-06").context["form"].understood.values()
    assert client.get("/?from=june+2024").context["form"].understood == {}
    assert client.get("/?from=6/19/2024").context["form"].understood == {"from": "19 June 2024"}
    assert "19 June 2024</p>" in client.get("/?from=6/19/2024").content.decode()


def all_pages() -> list[str]:
    event = Event.objects.public().first()
    article = Article.objects.first()
    return [
        "/", "/?kind=summit", "/sources/", "/sources/kcna/", "/actors/", "/actors/putin/", "/about/", "/events.json",
        "/events.csv", "/events.ics", "/feed.atom", "/healthz",
        event.get_absolute_url(), article.get_absolute_url(),
    ]  # fmt: skip


def test_every_page_answers_with_strict_headers(client, demo):
    for address in all_pages():
        response = client.get(address)
        assert response.status_code == 200, address
        assert response["Content-Security-Policy"].count("unsafe") == 0
        assert response["X-Frame-Options"] == "DENY"
        assert client.head(address).status_code == 200
        assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "address", ["/", "/sources/", "/sources/reuters/", "/actors/", "/actors/putin/", "/places/", "/places/vladivostok/"]
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, demo, address, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    multiply(1)  # an article for each page that lists them
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    multiply(40, start=1)
    client.get(address)  # reads the columns of the new state, which is constant as well
    with CaptureQueriesContext(connection) as after:
        client.get(address)
    assert len(after) == len(before)
    assert len(after) < 20


def test_months_are_headings_where_the_date_tells_the_month(client, event):
    response = client.get("/?from=2019-04&to=2019-04")
    (year, months) = response.context["years"][0]
    assert (year, months[0][0]) == ("2019", "April 2019")
    Event.objects.filter(pk=event.pk).update(date="2019", precision="year")
    (_, months) = client.get("/?from=2019-04&to=2019-04").context["years"][0]
    assert months[0][0] == ""


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/2019/", "from=2019&to=2019"),
        ("/2019/4/", "from=2019-04&to=2019-04"),
        ("/on/2019-04-25/", "from=2019-04-25&to=2019-04-25"),
        ("/on/june-2024/", "from=2024-06&to=2024-06"),
    ],
)
def test_addresses_that_people_guess_lead_to_their_time(client, demo, address, query):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, f"/?{query}")


def test_dates_are_taken_as_people_type_them(client, demo):
    form = client.get("/?from=june+2024&to=19+JUNE+2024").context["form"]
    assert (form.value("from"), form.value("to")) == ("2024-06", "2024-06-19")


def test_phrases_words_left_out_and_prefixes(client, event):
    everything, summit = listed(client, ""), listed(client, "?q=summit")
    assert 0 < summit < everything
    assert listed(client, "?q=-summit") == everything - summit
    assert listed(client, "?q=summ*") == listed(client, "?q=summ") >= summit
    assert listed(client, "?q=summ putin") == 0
    assert listed(client, "?q=%22hold+summit+in+vladivostok%22") == 1
    assert listed(client, "?q=%22vladivostok+in+summit%22") == 0
    assert listed(client, "?q=summit+-%22hold+summit+in+vladivostok%22") == summit - 1
    assert listed(client, "?q=%E2%80%9Chold+summit+in+vladivostok%E2%80%9D") == 1
    assert listed(client, "?q=%22") == listed(client, "?q=-") == listed(client, "?q=*") == everything
    assert 0 < listed(client, "?q=%EA%B9%80%EC%A0%95%EC%9D%80") <= listed(client, "?q=Kim+Jong-un")


def test_only_the_embedded_list_may_be_framed(client, event):
    response = client.get("/embed/?kind=summit")
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    page = response.content.decode()
    assert event.title in page
    assert "<script" not in page
    assert "/?kind=summit" in page
    assert "frame-ancestors 'none'" in client.get("/")["Content-Security-Policy"]
    assert "/embed/?kind=summit" in client.get("/?kind=summit").content.decode()
    assert client.get("/embed/?from=nonsense&kind=%00").status_code == 200


def test_one_date_is_said_once(client, demo):
    context = client.get("/?from=2024&to=2024").context
    assert context["form"].sentence.endswith("events in 2024")
    assert [chip.label for chip in context["form"].chips] == ["in 2024"]
    assert client.get("/?from=2024-06-19&to=2024-06-19").context["form"].sentence.endswith("on 19 June 2024")


@pytest.mark.parametrize("address", ["/0/", "/2019/13/", "/99999/", "/on/never/", "/on/2019-02-30/"])
def test_dates_that_are_none_are_not_found(client, demo, address):
    assert client.get(address).status_code == 404


def test_more_facets_and_switches(client, event):
    everything = listed(client, "")
    assert listed(client, "?precision=day") == Event.objects.public().filter(precision="day").count() < everything
    assert listed(client, "?basis=stated") == Event.objects.public().filter(date_basis="stated").count()
    assert 0 < listed(client, "?outlet=wire") < everything
    assert listed(client, "?least=2") == Event.objects.public().filter(independent_sources__gte=2).count()
    event.disagreements = [{"about": "date", "readings": []}]
    event.save()
    assert event.slug in [e.slug for e in rows_of(client.get("/?disputed=1"))]
    assert listed(client, "?disputed=1") == Event.objects.public().exclude(disagreements=[]).count()
    response = client.get("/?least=2&disputed=1")
    assert "by at least 2 independent sources on which sources disagree" in response.context["form"].sentence
    assert [chip.label for chip in response.context["form"].chips][-1] == "on which sources disagree"


def test_certainly_within_leaves_out_what_only_overlaps(client, event):
    event.date = "2019"
    event.save()
    slugs = [e.slug for e in rows_of(client.get("/?from=2019-04&to=2019-04"))]
    assert event.slug in slugs
    assert event.slug not in [e.slug for e in rows_of(client.get("/?from=2019-04&to=2019-04&within=1"))]


def multiply(times: int, start: int = 0) -> None:
    kind, place, actor = Kind.objects.first(), Place.objects.first(), Actor.objects.get(slug="putin")
    passage = Citation.objects.first().passage
    source = Source.objects.get(slug="reuters")
    Article.objects.filter(pk=passage.article_id).update(source=source)
    for number in range(start, start + times):
        event = Event.objects.create(
            slug=f"more-{number}",
            title=f"More {number}",
            kind=kind,
            place=place,
            date=f"20{number:02}",
            article_count=1,
        )
        event.actors.add(actor)
        Citation.objects.create(event=event, passage=passage)


KEYS = st.sampled_from(
    [
        "q",
        "from",
        "to",
        "kind",
        "actor",
        "place",
        "source",
        "modality",
        "status",
        "order",
        "after",
        "passage",
        "x",
        "outlet",
        "precision",
        "basis",
        "least",
        "disputed",
        "within",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(KEYS, st.text(max_size=40)), max_size=6))
def test_any_query_string_gives_a_page(client, demo, pairs):
    from urllib.parse import urlencode

    query = urlencode(pairs, errors="replace")
    for address in ("/", "/events.json", "/events.csv"):
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200
        b"".join(response.streaming_content) if response.streaming else response.content


def test_json_holds_what_the_contract_names(client, demo):
    records = json.loads(b"".join(client.get("/events.json?kind=summit").streaming_content))
    assert records
    assert set(records[0]) >= {
        "slug", "title", "summary", "date", "earliest", "latest", "kind", "plover", "place", "actors", "status", "modality",
        "independent_sources", "disagreements", "citations",
    }  # fmt: skip
    assert set(records[0]["citations"][0]) >= {
        "source", "article_title", "article_url", "published", "published_basis", "text_kind", "quote", "start", "end",
        "date_text", "date_explanation", "modality", "attribution", "stance",
    }  # fmt: skip


def test_csv_calendar_and_feed_open_in_other_peoples_readers(client, demo):
    import csv
    import io

    import feedparser
    from icalendar import Calendar

    rows = list(csv.DictReader(io.StringIO(b"".join(client.get("/events.csv").streaming_content).decode())))
    assert len(rows) == Event.objects.public().count()
    calendar = Calendar.from_ical(b"".join(client.get("/events.ics").streaming_content))
    assert (
        len(list(calendar.walk("VEVENT"))) == Event.objects.public().exclude(earliest=None).exclude(latest=None).count()
    )
    feed = feedparser.parse(client.get("/feed.atom?kind=summit").content)
    assert not feed.bozo
    assert len(feed.entries) == Event.objects.public().filter(kind__slug="summit").count()


def test_a_facet_shows_a_few_choices_and_the_rest_on_demand(client, demo):
    page = client.get("/?kind=visit&kind=meeting")
    actor = next(f for f in page.context["facets"] if f.name == "actor")
    assert len(actor.choices) == 7
    assert actor.hidden > 0
    more = client.get(actor.rest)
    unfolded = next(f for f in more.context["facets"] if f.name == "actor")
    assert len(unfolded.choices) == 7 + actor.hidden
    assert unfolded.rest == ""
    assert '<input type="hidden" name="more" value="actor">' in more.content.decode()
    assert "more=" not in more.context["form"].address()
    chosen = "&".join(f"actor={choice.value}" for choice in unfolded.choices[:9])
    shown = next(f for f in client.get(f"/?{chosen}").context["facets"] if f.name == "actor")
    assert sum(choice.chosen for choice in shown.choices) == 9


@pytest.mark.parametrize(
    "value", ["0001", "0001-01-01", "0009", "../..", "/..", "2019/2020/2021", "..", "9999", "000X"]
)
def test_no_date_in_the_address_breaks_a_page(client, event, value):
    for name in ("from", "to"):
        assert client.get(f"/?{name}={value}").status_code == 200
        assert client.get(f"/api/events/?{name}={value}").status_code in (200, 400)


def test_footnotes_go_on_counting_on_the_pages_that_follow(client, demo, settings):
    settings.PAGE_SIZE = 10
    first = client.get("/")
    following = client.get(f"{first.context['more']}&scrolled=2&counted={first.context['counted']}", **HTMX)
    assert following.context["first_note"] == len(first.context["footnotes"]) + 1
    notes = [note for event in rows_of(following) for note in event.notes]
    assert min(notes) == following.context["first_note"]
    assert f'<ol start="{min(notes)}">' in following.content.decode()
