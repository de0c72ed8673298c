"""All that readers do, with scripts switched off."""

import re

import pytest

from articles.models import Article
from tests.browser.pages import shown
from timeline.models import Event


@pytest.fixture
def plain(open_page):
    """plain(path) -> a page of a browser that runs no scripts."""
    return lambda path="/", **options: open_page(path, javascript=False, **options)


def test_everything_works_without_javascript(open_page):
    page = open_page("/", javascript=False)
    page.get_by_role("checkbox", name="Summit").check()
    page.get_by_role("button", name="Show").first.click()
    assert "kind=summit" in page.url
    assert all("summit" in title for title in shown(page))
    page.get_by_role("link", name="Putin and Kim Jong Un hold summit in Vladivostok").click()
    page.get_by_role("link", name="See it in the article").first.click()
    assert "held their first summit" in page.locator("mark.passage.asked").inner_text()


def test_the_overview_without_javascript(open_page):
    page = open_page("/", javascript=False)
    page.get_by_role("link", name=re.compile(r"^2019: ")).click()
    assert page.url.endswith("/?from=2019&to=2019")


def test_without_javascript_the_list_goes_on_and_back(open_page, settings):
    settings.PAGE_SIZE = 10
    page = open_page("/", javascript=False)
    first = shown(page)
    page.get_by_role("link", name="Earlier events").click()
    assert shown(page)[0] not in first
    page.get_by_role("link", name="Later events").click()
    assert shown(page) == first


def test_a_mistake_can_be_reported_without_javascript_and_by_keyboard(open_page):
    event = Event.objects.public().first()
    page = open_page(event.get_absolute_url(), javascript=False)
    page.get_by_role("link", name="Report a mistake").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/report/"))
    page.locator("textarea").focus()
    page.keyboard.type("The day is wrong: the text says Friday.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text(re.compile("thank|sent", re.IGNORECASE)).first.wait_for()


def test_all_filters_together(plain):
    page = plain()
    page.get_by_label("Words").fill("talks")
    page.get_by_label("From", exact=True).fill("2019")
    page.get_by_label("To", exact=True).fill("june 2024")
    page.get_by_label("Order", exact=True).select_option("oldest")
    page.get_by_role("checkbox", name="Kim Jong Un").check()
    page.get_by_label("Independent sources").select_option("1")
    page.get_by_role("button", name="Show").first.click()
    for part in ("q=talks", "from=2019", "to=june", "order=oldest", "actor=kim-jong-un", "least=1"):
        assert part in page.url
    assert page.title().startswith(f"{len(shown(page))} event")
    page.get_by_role("link", name="Remove the filter “talks”").click()
    assert "q=" not in page.url
    page.get_by_role("link", name="Clear all").click()
    assert page.url.endswith("/")


def test_a_bad_date_is_explained_beside_its_field(plain):
    page = plain()
    page.get_by_label("From", exact=True).fill("someday")
    page.get_by_role("button", name="Show").first.click()
    assert "is not a date" in page.locator("#from-error").inner_text()
    assert shown(page)


def test_the_passages_of_an_event_in_the_list(plain):
    page = plain("/?kind=summit")
    box = page.locator("details.evidence").first
    box.locator("summary").click()
    box.get_by_role("link", name="Read the passages").click()
    page.wait_for_url(re.compile(r"/events/[^/]+/$"))
    assert page.locator("blockquote mark.date-words").count()
    assert page.get_by_text("Why this date").count()


def test_copies_and_citing(plain):
    event = Event.objects.public().filter(citations__passage__article__derived_from__isnull=False).first()
    page = plain(event.get_absolute_url())
    page.locator("details.copies summary").first.click()
    assert page.locator("details.copies blockquote").first.is_visible()
    page.locator("details.cite summary").click()
    assert "@" in page.locator("details.cite").inner_text(), "BibTeX"


def test_an_article_and_its_notes(plain):
    page = plain(Article.objects.filter(passages__citations__isnull=False).first().get_absolute_url())
    page.locator(".note-link").first.click()
    assert re.search(r"#n\d+$", page.url)
    page.locator(".notes li ul a").first.click()
    page.wait_for_url(re.compile("/events/"))


def test_people_places_and_sources_lead_to_their_events(plain):
    page = plain("/actors/putin/")
    assert shown(page)
    page.goto("/places/")
    page.locator(".map a").first.click()
    assert "place=" in page.url
    assert shown(page)
    page.goto("/sources/")
    page.locator("main a").first.click()
    page.wait_for_url(re.compile("/sources/[^/]+/"))


def test_what_can_be_taken_away(plain):
    page = plain("/?kind=summit")
    for name in ("CSV", "JSON", "calendar", "feed"):
        address = page.locator("#downloads").get_by_role("link", name=name).get_attribute("href")
        assert address.endswith("?kind=summit")
        assert page.request.get(address).ok
    page.locator("#embed-code summary").click()
    assert page.locator("#embed-code pre").is_visible()
