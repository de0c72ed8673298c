import os

import pytest

from tests.machine import find_seeds
from timeline.extraction import Vocabulary
from timeline.services.vocabulary import ensure_vocabulary, load_vocabulary

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


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


@pytest.fixture
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
