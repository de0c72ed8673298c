"""All that readers do, by the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.pages import shown, tab_to
from timeline.models import Event


def focused(page, script: str = "textContent") -> str:
    return page.evaluate(f"document.activeElement.{script}").strip()


def test_the_keyboard_alone_reaches_a_passage(open_page):
    page = open_page("/?kind=summit")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip the filters"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('details.evidence') !== null"):
            break
    page.keyboard.press("Enter")
    page.locator(".passages blockquote").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/\d+/"))


def test_the_overview_by_keyboard(open_page):
    page = open_page("/")
    page.locator("[data-overview] a").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?from=2023&to=2025$"))


def test_letters_move_between_events_and_can_be_switched_off(open_page):
    page = open_page("/")
    titles = shown(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == titles[1]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == titles[0]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("j?")
    assert page.get_by_label("Words").input_value() == "j?"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Use single letters as keys").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_choices_keep_the_focus_and_say_what_is_shown(open_page):
    page = open_page("/")
    tab_to(page, page.get_by_role("checkbox", name="Summit"))
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"/\?kind=summit$"))
    assert focused(page, "id") == "kind-summit"
    expect(page.locator("#live")).to_have_text(re.compile(r"^2 events of kind summit"))
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r":\d+/$"))
    assert focused(page, "id") == "kind-summit"


def test_on_a_phone_the_focus_stays_on_the_choice_in_its_folded_facet(open_page):
    page = open_page("/", width=390)
    page.locator("#facets > summary").press("Enter")
    page.get_by_role("checkbox", name="Summit").press("Space")
    expect(page).to_have_url(re.compile("kind=summit"))
    expect(page.get_by_role("checkbox", name="Summit")).to_be_focused()


def test_a_filter_is_taken_away_and_the_focus_goes_to_the_events(open_page):
    page = open_page("/?kind=summit&actor=putin")
    tab_to(page, page.get_by_role("link", name="Remove the filter Summit"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?actor=putin$"))
    expect(page.locator("#results")).to_be_focused()
    tab_to(page, page.get_by_role("link", name="Remove the filter Vladimir Putin"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r":\d+/$"))
    expect(page.locator("#results")).to_be_focused()


def test_words_period_order_and_evidence(open_page):
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("talks")
    expect(page).to_have_url(re.compile("q=talks"))
    page.keyboard.press("Tab")
    page.keyboard.type("2000")
    page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile("q=talks.*from=2000"))
    tab_to(page, page.get_by_label("Order", exact=True))
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile("order=oldest"))
    assert focused(page, "id") == "order"
    tab_to(page, page.get_by_label("Independent sources"))
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("least=1"))
    assert focused(page, "id") == "least"


def test_after_a_period_in_the_overview_the_focus_is_in_the_overview(open_page):
    page = open_page("/")
    tab_to(page, page.locator("[data-overview] a").first)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?from=2025&to=2025$"))
    expect(page.locator("[data-overview] a").first).to_be_focused()


def test_the_next_events_get_the_focus(open_page, settings):
    settings.PAGE_SIZE = 10
    page = open_page("/?modality=asserted", height=300)
    link = page.get_by_role("link", name="Earlier events")
    count = page.locator(".event").count()
    link.evaluate("(link) => link.focus({ preventScroll: true })")
    page.keyboard.press("Enter")
    page.locator(".event").nth(count).wait_for(state="attached")
    expect(page.locator(".event .title a").nth(count)).to_be_focused()


def test_passages_open_with_enter_and_close_with_escape(open_page):
    page = open_page("/?kind=summit")
    box = page.locator("details.evidence").first
    tab_to(page, box.locator("summary"))
    page.keyboard.press("Enter")
    box.locator("blockquote").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(box).not_to_have_attribute("open", "")
    expect(box.locator("summary")).to_be_focused()


def test_an_event_its_copies_and_how_to_cite_it(open_page):
    event = Event.objects.public().filter(citations__passage__article__derived_from__isnull=False).first()
    page = open_page(event.get_absolute_url())
    for summary in (page.locator("details.copies summary").first, page.locator("details.cite summary")):
        tab_to(page, summary)
        page.keyboard.press("Enter")
        assert summary.evaluate("(summary) => summary.parentElement.open")


def test_a_note_beside_an_article_leads_to_its_event_and_to_its_passage(open_page):
    article = Article.objects.filter(passages__citations__isnull=False).first()
    page = open_page(article.get_absolute_url())
    tab_to(page, page.locator(".note-link").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#n\d+$"))
    tab_to(page, page.locator(".notes .back").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#p\d+$"))


def test_the_code_for_other_pages_and_the_downloads(open_page):
    page = open_page("/?kind=summit")
    tab_to(page, page.locator("#embed-code summary"))
    page.keyboard.press("Enter")
    expect(page.locator("#embed-code pre")).to_be_visible()
    with page.expect_download() as download:
        tab_to(page, page.get_by_role("link", name="CSV"))
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")


@pytest.mark.parametrize("name", ["People", "Places", "Sources", "How it works"])
def test_every_page_of_the_masthead(open_page, name):
    page = open_page("/")
    tab_to(page, page.locator(".masthead").get_by_role("link", name=name))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(actors|places|sources|about)/$"))
    tab_to(page, page.locator("main a").first)


def test_when_the_overview_goes_the_focus_is_on_the_events(open_page):
    page = open_page("/?from=2024-06-18&to=2024-06-19")
    tab_to(page, page.locator("[data-overview] a").first)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?from=2024-06-19&to=2024-06-19$"))
    expect(page.locator("[data-overview]")).to_have_count(0)
    expect(page.locator("#results")).to_be_focused()


def test_escape_in_a_list_of_choices_leaves_the_filters_open(open_page):
    page = open_page("/", width=390)
    page.locator("#facets > summary").click()
    page.get_by_label("Independent sources").focus()
    page.keyboard.press("Escape")
    assert page.locator("#facets").evaluate("(box) => box.open")
    page.get_by_role("checkbox", name="Summit").focus()
    page.keyboard.press("Escape")
    assert not page.locator("#facets").evaluate("(box) => box.open")
    expect(page.locator("#facets > summary")).to_be_focused()
