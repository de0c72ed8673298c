"""The demo: its fixture is what its texts give, and it loads into an empty database."""

import json

import pytest
from django.core.management import call_command

from articles.models import Article
from tests.machine import ROOT
from timeline.models import Event, Mention
from timeline.services.importing import import_paths
from timeline.services.merging import remerge_all

pytestmark = pytest.mark.django_db


def test_the_fixture_is_up_to_date(tmp_path):
    call_command("make_demo_fixture", output=tmp_path / "demo.json")
    made, kept = (tmp_path / "demo.json").read_text(), (ROOT / "fixtures" / "demo.json").read_text()
    assert json.loads(made) == json.loads(kept), "run make fixture"
    assert not Article.objects.exists()


def test_loading_the_demo_twice_is_loading_it_once():
    call_command("loaddata", "demo", verbosity=0)
    counts = (Article.objects.count(), Event.objects.count(), Mention.objects.count())
    call_command("loaddata", "demo", verbosity=0)
    assert (Article.objects.count(), Event.objects.count(), Mention.objects.count()) == counts


def test_the_loaded_demo_is_what_its_texts_give():
    call_command("loaddata", "demo", verbosity=0)
    before = list(Event.objects.order_by("slug").values_list("slug", "title", "date", "independent_sources"))
    remerge_all()
    assert list(Event.objects.order_by("slug").values_list("slug", "title", "date", "independent_sources")) == before
    report = import_paths([ROOT / "fixtures" / "demo"])
    assert report.count("unchanged") == len(report.outcomes)


def test_the_demo_covers_the_years_and_is_shown_as_summaries():
    call_command("loaddata", "demo", verbosity=0)
    years = {e.year for e in Event.objects.public() if e.year}
    assert {2000, 2001, 2002, 2011, 2019, 2023, 2024, 2025} <= years
    assert set(Article.objects.values_list("text_kind", flat=True)) == {"summary"}
    assert not Article.objects.filter(published=None).exists()
    assert not Article.objects.filter(source=None).exists()


def test_the_demo_command_prepares_everything_and_again_loses_nothing(capsys, django_user_model):
    call_command("demo", "--prepare-only")
    out = capsys.readouterr().out
    assert "http://127.0.0.1:8000/" in out
    assert "login editor" in out
    first = Event.objects.count()
    event = Event.objects.public().first()
    event.title, event.edited_fields = "Mine", ["title"]
    event.save()
    call_command("demo", "--prepare-only")
    assert Event.objects.count() == first
    assert Event.objects.filter(title="Mine").exists()
    assert django_user_model.objects.filter(username="editor", is_superuser=True).count() == 1


def test_a_port_in_use_is_told_with_the_way_out():
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Exception, match=f"Port {port} is in use. Pick another one: make demo PORT={port + 1}"):
            call_command("demo", "--port", str(port))
