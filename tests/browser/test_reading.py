"""What readers do, in a real browser: find the summit, open it, land on its sentence."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.pages import shown
from timeline.models import Event

WIDTHS = (390, 768, 1440)


def test_from_the_filter_to_the_marked_sentence(open_page):
    page = open_page("/")
    page.get_by_role("checkbox", name="Summit").check()
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    expect(page.locator(".event", has_text="parade")).to_have_count(0)
    titles = shown(page)
    assert "Putin and Kim Jong Un hold summit in Vladivostok" in titles
    assert all("summit" in title for title in titles)
    event = page.locator(".event", has_text="hold summit in Vladivostok")
    event.locator("details.evidence summary").click()
    quote = event.locator("blockquote", has_text="held their first summit")
    quote.wait_for()
    assert quote.locator("mark").inner_text() == "Thursday"
    event.get_by_role("link", name="See it in the article").first.click()
    page.wait_for_url(re.compile(r"/articles/\d+/"))
    marked = page.locator("mark.passage.asked")
    assert "held their first summit in Vladivostok" in marked.inner_text()
    box = marked.bounding_box()
    assert 0 <= box["y"] < 900, "the passage is on the screen"
    assert page.locator(".notes").get_by_role("link", name="hold summit in Vladivostok").count() >= 1


def test_downloads_follow_the_filter(open_page):
    page = open_page("/")
    page.get_by_role("checkbox", name="Summit").check()
    expect(page.locator("#downloads").get_by_role("link", name="CSV")).to_have_attribute(
        "href", "/events.csv?kind=summit"
    )


def test_back_reload_and_sharing_keep_the_filter(open_page):
    page = open_page("/")
    everything = len(shown(page))
    page.get_by_role("checkbox", name="Summit").check()
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    expect(page.locator(".event")).not_to_have_count(everything)
    few = shown(page)
    page.reload()
    assert shown(page) == few
    assert page.get_by_role("checkbox", name="Summit").is_checked()
    page.go_back()
    expect(page.locator(".event")).to_have_count(everything)
    assert not page.get_by_role("checkbox", name="Summit").is_checked()
    page.go_forward()
    expect(page.locator(".event")).to_have_count(len(few))
    assert page.locator("html").count() == 1
    assert page.locator(".masthead").count() == 1


def test_words_filter_while_typing_and_the_field_keeps_the_focus(open_page):
    page = open_page("/")
    page.get_by_label("Words").press_sequentially("containers", delay=15)
    expect(page).to_have_url(re.compile(r"/\?q=containers$"))
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.locator(".event").count() >= 1
    expect(page.locator("#live")).to_contain_text("containers")
    page.get_by_role("link", name="Remove the filter “containers”").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))


def test_more_events_come_in_place(open_page, settings):
    settings.PAGE_SIZE = 10
    page = open_page("/")
    assert page.locator(".event").count() == 10
    page.get_by_role("link", name="Earlier events").click()
    expect(page.locator(".event")).to_have_count(20)
    assert len(set(shown(page))) > 15


def addresses() -> list[str]:
    event = Event.objects.public().filter(article_count__gt=1).first()
    article = Article.objects.filter(derived_from__isnull=False).first()
    return [
        "/",
        event.get_absolute_url(),
        f"{event.get_absolute_url()}report/",
        article.get_absolute_url(),
        "/sources/",
        "/sources/kcna/",
        "/actors/",
        "/actors/putin/",
        "/places/",
        "/places/vladivostok/",
        "/embed/?kind=summit",
        "/styleguide/",
        "/?q=summit&order=best",
        "/about/",
        "/nothing/",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(open_page, dark, settings):
    settings.DEBUG = True  # for the style guide
    axe = Axe()
    page = None
    for width in (390, 1440):
        for address in addresses():
            if address == "/nothing/":
                continue
            page = page or open_page("/", dark=dark)
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            result = axe.run(page)
            assert result.violations_count == 0, f"{address} at {width}: {result.generate_report()}"


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(open_page, width, settings):
    settings.DEBUG = True
    page = open_page("/", width=width)
    for address in addresses()[:-1]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_the_overview_zooms_and_takes_a_drag(open_page):
    page = open_page("/")
    page.get_by_role("link", name=re.compile(r"^2019: ")).click()
    expect(page).to_have_url(re.compile(r"/\?from=2019&to=2019$"))
    expect(page.get_by_role("link", name=re.compile(r"^April 2019: 1 event"))).to_have_count(1)
    page.get_by_role("link", name="Show a wider period").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))
    first = page.locator(".rooms a[href*='from=2019'] rect")
    last = page.locator(".rooms a[href*='from=2021'] rect")
    first.hover()
    page.mouse.down()
    last.hover()
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"/\?from=2019&to=2021$"))


def test_pointing_at_a_passage_shows_its_events_and_the_other_way_round(open_page):
    article = Article.objects.filter(passages__citations__isnull=False).first()
    page = open_page(article.get_absolute_url())
    page.locator("mark.passage").first.hover()
    first = page.locator(".notes li.near").first
    first.wait_for()
    page.locator(".notes li[id]").last.locator("a").first.focus()
    number = page.locator(".notes li[id]").last.get_attribute("id")[1:]
    assert number in page.locator("mark.passage.near").first.get_attribute("data-passages").split()


def test_the_next_events_come_while_scrolling(open_page, settings):
    settings.PAGE_SIZE = 10
    page = open_page("/")
    page.mouse.wheel(0, 20_000)
    page.locator(".event").nth(19).wait_for(state="attached")
    assert len(set(shown(page))) >= 15


def test_without_a_connection_it_is_said_and_the_list_stays(chromium, site):
    page = chromium.new_page(base_url=site)  # not open_page: the failed request is on purpose
    page.goto("/")
    before = shown(page)
    page.context.set_offline(True)
    page.get_by_role("checkbox", name="Summit").check()
    page.get_by_text("There is no connection.").wait_for()
    assert shown(page) == before
    page.context.set_offline(False)
    page.get_by_role("checkbox", name="Visit").check()
    page.locator("#live:not(.notice)").wait_for(state="attached")
    page.close()


def test_the_map_leads_to_the_events_of_a_place_by_pointer_and_keyboard(open_page):
    page = open_page("/places/")
    page.locator(".map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/\?place="))
    assert shown(page)
    page.goto("/places/")
    page.locator(".map a").last.click()
    page.wait_for_url(re.compile(r"/\?place="))


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_more_choices_of_a_facet(open_page, javascript):
    page = open_page("/", javascript=javascript)
    few = page.locator("input[name=actor]").count()
    page.locator("#more-actor").click()
    page.locator("input[name=more]").wait_for(state="attached")
    assert page.locator("input[name=actor]").count() > few == 7


def test_the_printed_timeline_has_footnotes_and_no_controls(open_page):
    page = open_page("/?kind=summit")
    page.emulate_media(media="print")
    assert page.locator("section.for-print li").first.is_visible()
    assert page.locator(".event sup").first.is_visible()
    assert not page.locator("#filters").is_visible()
    page.emulate_media(media="screen")
    assert not page.locator("section.for-print li").first.is_visible()


def test_an_answer_that_comes_too_late_leaves_nothing_dimmed(open_page, settings):
    settings.PAGE_SIZE = 10
    page = open_page("/")
    held = []
    page.route(re.compile("after="), lambda route: held.append(route))
    page.mouse.wheel(0, 20_000)
    body = page.locator("body")
    expect(body).to_have_class(re.compile("waiting"))
    page.get_by_role("checkbox", name="Summit").check()
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    held[0].continue_()
    expect(body).not_to_have_class(re.compile("waiting"))
    assert all("summit" in title for title in shown(page))
