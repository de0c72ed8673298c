"""reextract: what is stored is read again, editors' decisions stay, the difference is told."""

import pytest
from django.core.management import call_command

from articles.models import Article
from tests.factories import SUMMIT_TEXT, write
from timeline.models import Actor, Event, Trigger
from timeline.services.editing import note_edit
from timeline.services.importing import import_paths

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(tmp_path) -> Event:
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    return Event.objects.get()


def test_without_a_change_nothing_differs(event, capsys):
    stamp = event.updated_at
    call_command("reextract")
    assert capsys.readouterr().out == "0 added, 0 removed, 0 changed.\n"
    event.refresh_from_db()
    assert event.updated_at == stamp
    assert Article.objects.get().published_basis == "stated"


def test_a_changed_vocabulary_shows_in_the_difference_and_an_edit_stays(event, capsys):
    event.title = "Mine"
    note_edit(event, ["title"], new=False)
    event.save()
    # Neither is what they did known any more, nor who did it.
    for trigger in Trigger.objects.filter(kind__slug="meeting", language="en"):
        trigger.forms = trigger.forms.replace("met\n", "").replace("talks\n", "").replace("conversation", "")
        trigger.save()
    Actor.objects.filter(country="kp").update(name="Nobody", aliases="", inflections="", roles="", adjectives="")
    call_command("reextract")
    assert "1 removed" in capsys.readouterr().out
    event.refresh_from_db()
    assert event.title == "Mine"
    assert not Event.objects.public().exists()
