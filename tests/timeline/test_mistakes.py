"""A reader's note to the editors."""

import pytest
from django.test import Client

from timeline.mistakes import PER_SENDER
from timeline.models import Event, MistakeReport

pytestmark = pytest.mark.usefixtures("plain_static")
NOTE = "The talks were on Wednesday, not on Thursday: <b>see</b> the agency’s own report."


@pytest.fixture
def event(demo) -> Event:
    return Event.objects.get(place__slug="vladivostok", date="2019-04-25")


@pytest.fixture
def address(event) -> str:
    return f"{event.get_absolute_url()}report/"


def test_a_note_reaches_the_editors_and_changes_nothing(client, admin_client, event, address):
    assert address in client.get(event.get_absolute_url()).content.decode()
    response = client.post(address, {"words": NOTE})
    assert "handed to the editors" in response.content.decode()
    note = MistakeReport.objects.get()
    assert (note.event, note.slug, note.words, note.handled) == (event, event.slug, NOTE, False)
    assert "127.0.0.1" not in note.sender
    page = admin_client.get("/admin/timeline/mistakereport/").content.decode()
    assert event.slug in page
    assert "<b>see</b>" not in page


def test_too_little_is_explained_and_what_was_written_stays(client, address):
    response = client.post(address, {"words": "wrong"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Say a little more" in page
    assert ">wrong</textarea>" in page
    assert client.post(address, {}).status_code == 422
    assert not MistakeReport.objects.exists()


def test_a_program_that_fills_in_everything_leaves_no_note(client, address):
    assert client.post(address, {"words": NOTE, "website": "https://spam.example"}).status_code == 200
    assert not MistakeReport.objects.exists()


def test_there_is_a_limit_for_one_sender(client, address):
    for _ in range(PER_SENDER):
        assert client.post(address, {"words": NOTE}).status_code == 200
    refused = client.post(address, {"words": NOTE})
    assert refused.status_code == 429
    assert "the agency’s own report" in refused.content.decode()
    assert MistakeReport.objects.count() == PER_SENDER
    assert client.post(address, {"words": NOTE}, REMOTE_ADDR="10.0.0.9").status_code == 200


def test_other_sites_cannot_post_and_hidden_events_take_no_notes(event, address):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"words": NOTE}).status_code == 403
    Event.objects.filter(pk=event.pk).update(status="hidden")
    assert Client().get(address).status_code == 404


def test_a_note_outlives_its_event(client, event, address):
    client.post(address, {"words": NOTE})
    event.delete()
    assert MistakeReport.objects.get().event is None


def test_behind_a_proxy_senders_are_told_apart_by_what_the_proxy_wrote(client, address, settings):
    settings.PROXIES = 1
    for number in range(PER_SENDER + 2):
        forwarded = {"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.7"}  # the first entry is the sender's own invention
        status = client.post(address, {"words": f"{NOTE} {number}"}, headers=forwarded).status_code
    assert status == 429
    assert client.post(address, {"words": NOTE}, headers={"X-Forwarded-For": "192.0.2.8"}).status_code == 200
    settings.PROXIES = 0
    assert client.post(address, {"words": NOTE}, headers={"X-Forwarded-For": "192.0.2.9"}).status_code == 200
