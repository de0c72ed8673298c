"""Public pages are kept while the timeline does not change, and never a moment longer."""

import pytest
from django.core.cache import cache
from django.core.management import call_command

from timeline.models import Event


@pytest.fixture
def kept(settings, demo):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}}
    cache.clear()
    yield
    cache.clear()


def test_a_page_asks_the_database_for_the_revision_alone_the_second_time(client, kept, django_assert_num_queries):
    first = client.get("/?kind=summit")
    with django_assert_num_queries(1):
        second = client.get("/?kind=summit")
    assert second.content == first.content
    assert second["Cache-Control"] == "no-cache"
    assert "Expires" not in second
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_an_editors_change_is_on_every_page_at_once(client, kept):
    event = Event.objects.public().filter(earliest__isnull=False).order_by("-earliest").first()
    pages = ["/", event.get_absolute_url(), f"/?kind={event.kind.slug}", "/embed/"]
    before = [client.get(page).content.decode() for page in pages]
    event.title = "A title that an editor chose"
    event.save()
    assert all(event.title not in page for page in before)
    assert all(event.title in client.get(page).content.decode() for page in pages)


def test_a_fragment_is_never_given_for_a_whole_page(client, kept):
    htmx = {"HX-Request": "true"}
    fragment = client.get("/", headers=htmx).content
    restored = client.get("/", headers=htmx | {"HX-History-Restore-Request": "true"}).content
    whole = client.get("/").content
    assert b"<html" not in fragment
    assert b"<html" in restored
    assert b"<html" in whole
    assert client.get("/", headers=htmx).content == fragment


def test_a_browser_that_has_the_page_is_told_so(client, kept):
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_one_who_is_logged_in_is_answered_afresh(admin_client, kept):
    assert admin_client.get("/").context is not None
    assert admin_client.get("/").context is not None


def test_the_frame_for_other_pages_stays_one_when_it_is_kept(client, kept):
    first, second = client.get("/embed/"), client.get("/embed/")
    assert "X-Frame-Options" not in second
    assert "frame-ancestors *" in second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_what_an_editor_is_shown_is_kept_by_no_one_on_the_way(admin_client, kept):
    assert "private" in admin_client.get("/")["Cache-Control"]


def test_an_article_without_events_is_counted_as_soon_as_it_is_stored(client, kept, tmp_path):
    before = client.get("/about/").content
    (tmp_path / "nothing.txt").write_text("A quiet day\n\nNothing at all happened in the village on Monday.\n")
    call_command("import_articles", str(tmp_path), verbosity=0)
    assert client.get("/about/").content != before
