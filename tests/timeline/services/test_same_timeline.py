"""Same texts, same timeline: for every order and batching, however often the import is killed; and an article
that is added touches no more than it can."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from functools import lru_cache

import pytest
from django.core.management import call_command
from django.db import connection

from tests.accuracy.gold import FOLDER
from tests.machine import ROOT
from timeline.browsing import current_columns
from timeline.exports import event_records
from timeline.models import Event, Mention, StaleShelf
from timeline.services import merging
from timeline.services.importing import import_paths

KILLS, DATABASES = 20, 4


def export() -> str:
    return json.dumps(list(event_records(current_columns().ids.tolist())), ensure_ascii=False)


@lru_cache
def texts():
    return tuple(sorted(FOLDER.glob("*.txt")))


@pytest.fixture(scope="module")
def undisturbed(django_db_setup, django_db_blocker):
    """The export of one import of all the texts."""
    with django_db_blocker.unblock():
        import_paths(list(texts()))
        told = export()
        call_command("flush", interactive=False, verbosity=0)
    return told


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_the_order_the_batches_and_repeats_do_not_matter(undisturbed, read_once, seed):
    chance, waiting = random.Random(seed), list(texts())
    chance.shuffle(waiting)
    while waiting:
        batch = [waiting.pop() for _ in range(min(len(waiting), chance.randint(1, 12)))]
        again = chance.sample(texts(), 2)
        import_paths([*batch, *again])
        waiting = [path for path in waiting if path not in again]
    assert export() == undisturbed


@pytest.mark.django_db
def test_an_added_article_touches_its_own_shelves_only(monkeypatch):
    *most, last = texts()
    import_paths(most)
    before = dict(Event.objects.values_list("pk", "updated_at"))
    merged = []
    merge = merging.merge_mentions

    def watched(sightings, vocabulary):
        sightings = list(sightings)
        merged.extend(sightings)
        return merge(sightings, vocabulary)

    monkeypatch.setattr(merging, "merge_mentions", watched)
    import_paths([last])
    own = set(Mention.objects.filter(article__file_name=last.name).values_list("shelf", flat=True))
    assert own
    assert {s.mention.shelf for s in merged} == own
    assert len(merged) < Mention.objects.count() / 3
    for pk, updated, shelf in Event.objects.values_list("pk", "updated_at", "shelf"):
        assert shelf in own or before[pk] == updated
    assert not StaleShelf.objects.exists()


@pytest.mark.django_db
def test_what_was_stored_before_there_were_shelves_is_read_again(undisturbed):
    """An earlier state: mentions and events that stand on no shelf."""
    *most, last = texts()
    import_paths(most)
    Mention.objects.update(shelf="")
    Event.objects.update(shelf="", slug_base="")
    import_paths([last])
    assert export() == undisturbed


@pytest.mark.skipif(os.name != "posix", reason="kills processes as POSIX does")
def test_an_import_killed_at_random_moments_ends_in_the_same_timeline(django_db_blocker, tmp_path):
    """kill -9, and again, and again; then one undisturbed run."""
    with django_db_blocker.block():
        if connection.vendor != "sqlite":
            pytest.skip("run once, on SQLite: the writing is the same code")
        expected, lasted = _run_to_the_end(tmp_path / "undisturbed.sqlite3")
        chance = random.Random(7)
        for number in range(DATABASES):
            database = tmp_path / f"killed{number}.sqlite3"
            _manage(database, "migrate", "-v0").wait()
            for _ in range(KILLS // DATABASES):
                process = _manage(database, "import_articles", str(FOLDER))
                time.sleep(chance.uniform(0.3, 1.0) * lasted)
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            assert _run_to_the_end(database)[0] == expected


def _manage(database, *command, **more):
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{database}"},
        stdout=more.get("stdout", subprocess.DEVNULL),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _run_to_the_end(database):
    """(the export, how long the import lasted in seconds)."""
    _manage(database, "migrate", "-v0").wait()
    begun = time.monotonic()
    assert _manage(database, "import_articles", str(FOLDER)).wait() == 0
    lasted = time.monotonic() - begun
    shown = _manage(database, "export_events", stdout=subprocess.PIPE)
    told, _ = shown.communicate()
    assert shown.returncode == 0
    return told, lasted
