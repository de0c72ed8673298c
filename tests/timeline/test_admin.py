"""The editors' desk: it opens, it searches, and what is changed there stays."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Article, Passage
from tests.factories import SUMMIT_TEXT, write
from timeline.models import Citation, Event
from timeline.services.importing import import_paths

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static")]

UNDATED = """A visit to the capital

Russian Defence Minister Andrei Belousov visited Pyongyang on Monday and spoke with officers of the army there.
"""


@pytest.fixture
def event(tmp_path) -> Event:
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT), write(tmp_path, "b.txt", UNDATED)])
    return Event.objects.get(date="2031-03-03")


def test_every_list_and_form_opens(admin_client, event):
    for model in admin.site._registry:
        app, name = model._meta.app_label, model._meta.model_name
        if app not in ("articles", "timeline"):
            continue
        listing = reverse(f"admin:{app}_{name}_changelist")
        assert admin_client.get(listing).status_code == 200, listing
        if admin.site._registry[model].search_fields:
            assert admin_client.get(listing, {"q": "Putin"}).status_code == 200
        row = model.objects.first()
        if row is not None:
            assert admin_client.get(reverse(f"admin:{app}_{name}_change", args=[row.pk])).status_code == 200, model


def test_lists_have_a_constant_number_of_queries(admin_client, event):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = reverse("admin:timeline_event_changelist")
    with CaptureQueriesContext(connection) as before:
        admin_client.get(address)
    for number in range(15):
        Event.objects.create(slug=f"e{number}", title="E", kind=event.kind, place=event.place)
    with CaptureQueriesContext(connection) as after:
        admin_client.get(address)
    assert len(after) == len(before)


def form_data(event: Event, **changes) -> dict:
    citations = list(event.citations.all())
    data = {
        "title": event.title, "date": event.date, "kind": event.kind_id, "place": event.place_id or "",
        "actors": [a.pk for a in event.actors.all()], "modality": event.modality, "attribution": event.attribution,
        "summary": event.summary, "status": event.status, "editors_note": "",
        "citations-TOTAL_FORMS": len(citations), "citations-INITIAL_FORMS": len(citations),
    }  # fmt: skip
    for number, citation in enumerate(citations):
        data |= {
            f"citations-{number}-id": citation.pk, f"citations-{number}-event": event.pk,
            f"citations-{number}-passage": citation.passage_id, f"citations-{number}-stance": citation.stance,
            f"citations-{number}-modality": citation.modality, f"citations-{number}-attribution": citation.attribution,
            f"citations-{number}-date_edtf": citation.date_edtf,
        }  # fmt: skip
    return data | changes


def save(admin_client, event: Event, **changes):
    response = admin_client.post(reverse("admin:timeline_event_change", args=[event.pk]), form_data(event, **changes))
    assert response.status_code == 302, response.context["errors"]
    event.refresh_from_db()


def test_a_correction_is_kept_by_the_next_import(admin_client, event, tmp_path):
    save(admin_client, event, title="The northern meeting", date="2031-03-02")
    assert event.edited_fields == ["date", "date_basis", "title"]
    import_paths(
        [write(tmp_path, "c.txt", SUMMIT_TEXT.replace("Vladivostok on Monday", "Vladivostok on Monday evening"))]
    )
    event.refresh_from_db()
    assert (event.title, event.date) == ("The northern meeting", "2031-03-02")
    assert event.article_count == 2


def test_every_change_has_an_author_a_time_and_a_way_back(admin_client, admin_user, event):
    save(admin_client, event, title="Wrong")
    record = event.history.first()
    assert (record.title, record.history_user) == ("Wrong", admin_user)
    page = admin_client.get(reverse("admin:timeline_event_history", args=[event.pk]))
    assert page.status_code == 200
    response = admin_client.post(
        reverse("admin:timeline_event_changelist"), {"action": "give_back", "_selected_action": [event.pk]}, follow=True
    )
    assert response.status_code == 200
    event.refresh_from_db()
    assert event.title == "Putin and Kim Jong Un meet in Vladivostok"


def test_a_citation_can_be_rejected_and_no_import_links_it_again(admin_client, event, tmp_path):
    save(admin_client, event, **{"citations-0-stance": "rejected"})
    import_paths([write(tmp_path, "c.txt", SUMMIT_TEXT + "\n")])
    assert Citation.objects.filter(event=event, stance="rejected", edited=True).exists()


def test_a_date_that_is_none_is_refused_with_a_reason(admin_client, event):
    response = admin_client.post(reverse("admin:timeline_event_change", args=[event.pk]), form_data(event, date="soon"))
    assert response.status_code == 200
    assert b"not a date like 2024-06-19" in response.content


def test_setting_an_articles_date_reads_it_again(admin_client, event):
    article = Article.objects.get(published=None)
    address = reverse("admin:articles_article_change", args=[article.pk])
    response = admin_client.post(
        address, {"title": article.title, "source_name": "", "byline": "", "url": "", "published": "2031-03-07"}
    )
    assert response.status_code == 302
    article.refresh_from_db()
    assert article.published_basis == "editor"
    assert Event.objects.filter(date="2031-03-03", kind__slug="visit").exists()


def test_texts_and_events_cannot_be_destroyed_from_the_desk(admin_client, event):
    page = admin_client.get(
        reverse("admin:articles_article_change", args=[Article.objects.first().pk])
    ).content.decode()
    assert 'name="text"' not in page
    assert (
        admin_client.post(reverse("admin:timeline_event_delete", args=[event.pk]), {"post": "yes"}).status_code == 403
    )
    assert (
        admin_client.post(
            reverse("admin:timeline_event_changelist"), {"action": "withdraw_events", "_selected_action": [event.pk]}
        ).status_code
        == 302
    )
    event.refresh_from_db()
    assert event.status == "hidden"


def test_a_passage_added_by_an_editor_takes_its_quote_from_the_text(admin_client, event):
    article = Article.objects.exclude(published=None).first()
    address = reverse("admin:articles_passage_add")
    assert admin_client.post(address, {"article": article.pk, "start": 0, "end": 7}).status_code == 302
    assert Passage.objects.get(article=article, start=0, end=7).quote == article.text[:7]
    response = admin_client.post(address, {"article": article.pk, "start": 5, "end": 10**6})
    assert b"This is no span of the article" in response.content
