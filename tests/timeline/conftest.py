import pytest

from timeline.models import Event


@pytest.fixture
def event(demo) -> Event:
    return Event.objects.get(place__slug="vladivostok", date="2019-04-25")
