import os

import pytest
from django.core.management import call_command
from django.template.backends.jinja2 import Template
from django.test.signals import template_rendered

from tests.machine import find_seeds
from timeline.extraction import Vocabulary
from timeline.services.vocabulary import ensure_vocabulary, load_vocabulary

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    """Every page is made anew, so that a test can look into it; tests of the keeping choose a cache of their own."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture(autouse=True)
def pages_tell_what_they_were_made_of(monkeypatch):
    """`response.context`: Django fills it for templates of its own only."""
    render = Template.render

    def told(self, context=None, request=None):
        template_rendered.send(sender=self, template=self, context=context or {})
        return render(self, context, request)

    monkeypatch.setattr(Template, "render", told)


@pytest.fixture
def vocabulary_rows(db: None) -> None:
    """The vocabulary that comes with Tumen, in the database."""
    ensure_vocabulary()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The vocabulary as values, straight from its fixture: no database."""
    from tests.factories import vocabulary_from_fixture

    return vocabulary_from_fixture()


@pytest.fixture
def stored_vocabulary(vocabulary_rows: None) -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="module")
def demo_rows(django_db_setup, django_db_blocker):
    """The demo, loaded once for a module; each test still runs in a transaction of its own."""
    with django_db_blocker.unblock():
        call_command("loaddata", "demo", verbosity=0)
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def demo(demo_rows, db, plain_static):
    """The demo, for tests of pages."""


@pytest.fixture(scope="session")
def seeds():
    folder = find_seeds()
    if folder is None:
        pytest.skip("the folder ../shared/seeds is not here")
    return folder


@pytest.fixture
def plain_static(settings):
    """Static files straight from their folders."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def read_once(monkeypatch):
    """Each text is read once for all orders: reading one does not depend on the others."""
    from timeline.services import importing

    kept, read = {}, importing._read

    def reading(key, *rest):
        if key not in kept:
            kept[key] = read(key, *rest)
        return kept[key]

    monkeypatch.setattr(importing, "_read", reading)
    monkeypatch.setattr(importing, "FILES_FOR_WORKERS", 10**6)
