"""A real Chromium on a live server with the demo in it."""

import pytest
from django.core.management import call_command
from playwright.sync_api import sync_playwright

from tests.machine import find_chromium

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium or Chrome was found")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def site(live_server, transactional_db, plain_static):
    """The address of the live server with the demo loaded."""
    call_command("loaddata", "demo", verbosity=0)
    return live_server.url


@pytest.fixture
def open_page(chromium, site):
    """open_page(path, width=..., dark=..., javascript=...) -> a Playwright page that fails on script errors."""
    contexts, problems = [], []

    def opened(path="/", width=1440, height=900, dark=False, javascript=True):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            base_url=site,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: None if request.url.startswith((site, "data:")) else problems.append(request.url)
        )
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []
