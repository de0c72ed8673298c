"""What tests look at on a page, and how they move over it by keyboard."""

from playwright.sync_api import Locator, Page

# So many presses of Tab reach everything on a page of the demo.
MOST_TABS = 120


def shown(page: Page) -> list[str]:
    """The titles of the events in the list; those below the fold, which are not laid out yet, as well."""
    return [" ".join(words.split()) for words in page.locator(".event .title").all_text_contents()]


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until the wanted element has the focus; fails when it never gets it."""
    handle = wanted.element_handle()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if handle.evaluate("(wanted) => document.activeElement === wanted"):
            return
    raise AssertionError(f"no way to {wanted} by keyboard")
