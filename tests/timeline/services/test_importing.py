"""The import: what comes out, what is refused, and that editors and repeats lose nothing."""

import itertools
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Passage
from tests.factories import SUMMIT_TEXT, write
from tests.machine import ROOT
from timeline.browsing import current_columns
from timeline.exports import event_records
from timeline.models import Citation, Event, ImportRun, Mention
from timeline.services.editing import note_edit, restore_machine_values, withdraw
from timeline.services.importing import NothingToImport, import_paths
from timeline.services.merging import remerge_all

pytestmark = pytest.mark.django_db

COPY = SUMMIT_TEXT.replace("The two leaders in the north", "Leaders in the north").replace(
    "Share on Facebook", "Original Source: example.org"
)
LATER = """Papers recall the meeting

Published June 1, 2032
URL: https://apnews.com/x

Russian President Vladimir Putin met North Korean leader Kim Jong Un in Vladivostok in March 2031. They agreed on trade.
"""
UNDATED = """A visit to the capital

Russian Defence Minister Andrei Belousov visited Pyongyang on Monday and spoke with officers of the army there.
"""


def export() -> str:
    return json.dumps(list(event_records(current_columns().ids.tolist())), ensure_ascii=False)


def test_an_article_becomes_events_with_their_passages(tmp_path):
    report = import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    assert [(o.fate, o.events) for o in report.outcomes] == [("imported", 1)]
    event = Event.objects.get()
    assert (event.title, event.date) == ("Putin and Kim Jong Un meet in Vladivostok", "2031-03-03")
    assert {a.slug for a in event.actors.all()} == {"putin", "kim-jong-un"}
    passages = Passage.objects.all()
    assert all(p.article.text[p.start : p.end] == p.quote for p in passages)
    assert not any("Share on Facebook" in p.quote for p in passages)


def test_a_second_import_changes_nothing(tmp_path):
    path = write(tmp_path, "a.txt", SUMMIT_TEXT)
    import_paths([path])
    before = export()
    stamps = list(Event.objects.values_list("updated_at", flat=True))
    report = import_paths([path])
    assert [o.fate for o in report.outcomes] == ["unchanged"]
    assert export() == before
    assert list(Event.objects.values_list("updated_at", flat=True)) == stamps
    assert Article.objects.count() == 1


def test_bad_files_are_refused_each_with_its_reason_and_the_rest_goes_on(tmp_path, settings):
    settings.IMPORT_MAX_BYTES = 5000
    write(tmp_path, "a.txt", SUMMIT_TEXT)
    write(tmp_path, "b.txt", b"")
    write(tmp_path, "c.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    write(tmp_path, "d.txt", b"caf\xe9 \x81\x8d")
    write(tmp_path, "e.txt", "word " * 2000)
    write(tmp_path, "f.txt", "1 2 3")
    (tmp_path / "g.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "h.txt").mkdir()
    report = import_paths([tmp_path])
    fates = {Path(o.name).name: o for o in report.outcomes}
    assert fates["a.txt"].fate == "imported"
    reasons = {name: o.reason for name, o in fates.items() if o.fate == "refused"}
    assert set(reasons) == {"b.txt", "c.txt", "d.txt", "e.txt", "f.txt"}
    assert len(set(reasons.values())) == 5
    assert "5" in reasons["e.txt"]
    assert "MB" in reasons["e.txt"]


def test_every_run_is_recorded_with_the_fate_of_each_file(tmp_path):
    write(tmp_path, "a.txt", SUMMIT_TEXT)
    write(tmp_path, "b.txt", b"")
    import_paths([tmp_path])
    run = ImportRun.objects.get()
    assert run.finished_at is not None
    assert sorted(run.outcomes.values_list("fate", flat=True)) == ["imported", "refused"]


def test_a_dry_run_shows_everything_and_writes_nothing(tmp_path):
    report = import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)], dry_run=True)
    assert [(o.fate, o.events) for o in report.outcomes] == [("imported", 1)]
    assert (Article.objects.count(), Event.objects.count(), ImportRun.objects.count()) == (0, 0, 0)


def test_an_article_without_a_date_comes_in_and_its_relative_dates_stay_open(tmp_path):
    report = import_paths([write(tmp_path, "a.txt", UNDATED)])
    assert report.outcomes[0].fate == "imported"
    assert "an editor can set it" in report.outcomes[0].reason
    assert Mention.objects.get().date == ""
    assert not Event.objects.exists()  # what nobody dates is background until an editor sets the article's date


def test_a_copy_follows_its_original_and_adds_no_independent_source(tmp_path):
    original = SUMMIT_TEXT.replace("Share on", "URL: https://www.reuters.com/a\n\nShare on")
    write(tmp_path, "b.txt", original)
    write(tmp_path, "a.txt", COPY.replace("Published March 4, 2031", ""))
    report = import_paths([tmp_path])
    copy = next(o for o in report.outcomes if o.name.endswith("a.txt"))
    assert copy.fate == "copy"
    assert copy.article.published.isoformat() == "2031-03-04"
    assert copy.article.published_basis == "inferred"
    event = Event.objects.get()
    assert (event.article_count, event.independent_sources) == (2, 1)


def test_fingerprints_are_looked_up_and_never_joined_with_themselves(tmp_path):
    """PostgreSQL joins a table that it counted while it was empty row by row: seconds for every batch."""
    write(tmp_path, "agency.txt", SUMMIT_TEXT)
    write(tmp_path, "paper.txt", SUMMIT_TEXT.replace("example.com", "example.net"))
    with CaptureQueriesContext(connection) as queries:
        import_paths([tmp_path])
    asked = [q["sql"] for q in queries if "SELECT" in q["sql"] and 'FROM "articles_copykey"' in q["sql"]]
    assert asked
    assert all(sql.count('FROM "articles_copykey"') == 1 for sql in asked)


def test_the_order_of_import_does_not_matter(tmp_path):
    texts = {"a.txt": SUMMIT_TEXT, "b.txt": COPY, "c.txt": LATER, "d.txt": UNDATED}
    paths = [write(tmp_path, name, text) for name, text in texts.items()]
    results = set()
    for order in itertools.islice(itertools.permutations(paths), 0, 24, 4):
        for path in order:
            import_paths([path])
        results.add(export())
        Event.objects.all().delete()
        Article.objects.all().delete()
    assert len(results) == 1


# -- editors win -----------------------------------------------------------------------------------


def edit(event: Event, **values) -> None:
    for name, value in values.items():
        setattr(event, name, value)
    note_edit(event, values, new=False)
    event.save()


def test_an_editors_change_survives_the_next_import(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    edit(Event.objects.get(), title="The northern meeting", date="2031-03-02")
    import_paths([write(tmp_path, "c.txt", LATER)])
    event = Event.objects.get()
    assert (event.title, event.date, event.date_basis) == ("The northern meeting", "2031-03-02", "editor")
    assert event.earliest.isoformat() == "2031-03-02"
    assert event.article_count == 2


def test_a_withdrawn_event_does_not_come_back(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    withdraw(Event.objects.get())
    import_paths([write(tmp_path, "c.txt", LATER)])
    remerge_all()
    assert Event.objects.get().status == "hidden"
    assert not Event.objects.public().exists()


def test_a_rejected_citation_stays_rejected(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT), write(tmp_path, "c.txt", LATER)])
    citation = Citation.objects.get(passage__article__title="Papers recall the meeting")
    citation.stance, citation.edited = Citation.Stance.REJECTED, True
    citation.save()
    remerge_all()
    citation.refresh_from_db()
    assert citation.stance == "rejected"
    assert Event.objects.get().article_count == 1


def test_an_edit_can_be_given_back_to_the_texts(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    edit(Event.objects.get(), title="Wrong")
    restore_machine_values(Event.objects.get())
    remerge_all()
    assert Event.objects.get().title == "Putin and Kim Jong Un meet in Vladivostok"


def test_an_edited_event_outlives_its_texts(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    edit(Event.objects.get(), title="Mine")
    Mention.objects.all().delete()
    remerge_all()
    assert Event.objects.get().title == "Mine"
    assert not Event.objects.public().exists()


def test_an_event_whose_texts_are_gone_goes_too(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    Mention.objects.all().delete()
    remerge_all()
    assert not Event.objects.exists()


def test_old_addresses_lead_to_the_event(tmp_path, client):
    import_paths([write(tmp_path, "c.txt", LATER)])
    old = Event.objects.get().get_absolute_url()
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT)])
    new = Event.objects.get().get_absolute_url()
    assert old != new
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)


# -- the command -------------------------------------------------------------------------------------


def test_command_prints_a_report_for_people_and_one_for_programs(tmp_path, capsys):
    path = write(tmp_path, "a.txt", SUMMIT_TEXT)
    call_command("import_articles", str(path), "--dry-run")
    text = capsys.readouterr().out
    assert "“The two leaders in the north”" in text
    assert "nothing was written" in text
    call_command("import_articles", str(path), "--format", "json")
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"imported": 1, "copy": 0, "unchanged": 0, "refused": 0}
    assert report["files"][0]["published"] == "2031-03-04"


def test_command_exits_with_1_when_a_file_was_refused(tmp_path):
    with pytest.raises(SystemExit) as stop:
        call_command("import_articles", str(write(tmp_path, "a.txt", b"")))
    assert stop.value.code == 1


def test_command_refuses_paths_that_are_not_there(tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("import_articles", str(tmp_path / "nowhere"))
    assert error.value.returncode == 2
    with pytest.raises(NothingToImport, match="no texts"):
        import_paths([tmp_path])


def test_many_files_go_through_worker_processes(tmp_path):
    for number in range(45):
        write(tmp_path, f"{number:03}.txt", SUMMIT_TEXT.replace("three hours", f"{number + 2} hours"))
    report = import_paths([tmp_path])
    assert report.count("imported") + report.count("copy") == 45
    assert Event.objects.public().count() == 1


@pytest.mark.parametrize("seed", range(3))
def test_any_batching_gives_the_same_timeline(tmp_path, seed):
    paths = [
        write(tmp_path, name, text) for name, text in {"a.txt": SUMMIT_TEXT, "b.txt": COPY, "c.txt": LATER}.items()
    ]
    import_paths(paths)
    expected = export()
    Event.objects.all().delete()
    Article.objects.all().delete()
    shuffled = paths[:]
    random.Random(seed).shuffle(shuffled)
    import_paths(shuffled[:1])
    import_paths(shuffled[1:])
    import_paths(shuffled)
    assert export() == expected


def test_the_commands_run_from_a_shell(tmp_path):
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "PATH": "/usr/bin:/bin", "SECRET_KEY": "test"}

    def manage(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    assert manage("migrate", "-v0").returncode == 0
    good, bad = write(tmp_path, "a.txt", SUMMIT_TEXT), write(tmp_path, "b.txt", b"")
    assert manage("import_articles", str(good)).returncode == 0
    assert manage("import_articles", str(good), str(bad)).returncode == 1
    assert manage("import_articles", str(tmp_path / "nowhere")).returncode == 2
    assert manage("import_articles").returncode == 2
    (record,) = json.loads(manage("export_events", "--format", "json").stdout)
    assert record["date"] == "2031-03-03"


# -- faults and odd files ---------------------------------------------------------------------------------


def test_a_fault_of_the_program_leaves_one_text_out_and_the_rest_goes_on(tmp_path, monkeypatch, caplog):
    from timeline.services import importing

    read = importing.find_mentions

    def faulty(document, vocabulary):
        if "poison" in document.text:
            raise RuntimeError("a fault")
        return read(document, vocabulary)

    monkeypatch.setattr(importing, "find_mentions", faulty)
    write(tmp_path, "a.txt", SUMMIT_TEXT)
    write(tmp_path, "b.txt", SUMMIT_TEXT + "\nThis text is poison for the program, as it happens.\n")
    report = import_paths([tmp_path])
    assert [o.fate for o in report.outcomes] == ["imported", "refused"]
    assert "Please report it" in report.outcomes[1].reason
    assert Event.objects.count() == 1


def test_an_untitled_text_can_be_tried_in_a_dry_run(tmp_path, capsys):
    path = write(
        tmp_path,
        "a.txt",
        "Putin met North Korean leader Kim Jong Un in Vladivostok in March 2031, and they spoke of trade.",
    )
    call_command("import_articles", str(path), "--dry-run")
    assert "“Putin met North Korean leader" in capsys.readouterr().out


def test_odd_file_names_are_shown_on_one_line(tmp_path):
    import os

    name = os.fsencode(tmp_path) + b"/bad\xff\nREFUSED x.txt"
    with open(name, "wb") as file:
        file.write(SUMMIT_TEXT.encode())
    (outcome,) = import_paths([tmp_path]).outcomes
    assert outcome.fate == "imported"
    assert "\n" not in outcome.name


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "x.txt")
    (outcome,) = import_paths([tmp_path / "x.txt"]).outcomes
    assert (outcome.fate, outcome.reason) == ("refused", "This is not a file that can be read.")


def test_the_limit_holds_for_each_line_of_a_jsonl_file(tmp_path, settings):
    settings.IMPORT_MAX_BYTES = 1000
    lines = [json.dumps({"text": SUMMIT_TEXT}), json.dumps({"text": SUMMIT_TEXT + " word" * 1000})]
    report = import_paths([write(tmp_path, "a.jsonl", "\n".join(lines))])
    assert [o.fate for o in report.outcomes] == ["imported", "refused"]


@pytest.mark.parametrize("command", [["import_articles", "README.md"], ["export_events"], ["reextract"]])
@pytest.mark.parametrize(
    ("file", "told"), [("db.sqlite3", "Run: manage.py migrate"), ("no folder/db.sqlite3", "cannot be opened")]
)
def test_a_database_that_cannot_be_used_says_so(tmp_path, command, file, told):
    result = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={"DATABASE_URL": f"sqlite:///{tmp_path}/{file}", "PATH": "/usr/bin:/bin", "SECRET_KEY": "test"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_an_editors_own_citation_counts(tmp_path):
    import_paths([write(tmp_path, "a.txt", SUMMIT_TEXT), write(tmp_path, "b.txt", UNDATED)])
    event, article = Event.objects.get(date="2031-03-03"), Article.objects.get(published=None)
    passage = Passage.of(article, 0, 10)
    passage.save()
    Citation.objects.create(event=event, passage=passage, edited=True)
    remerge_all()
    event.refresh_from_db()
    assert event.article_count == 2
    assert Citation.objects.filter(event=event, passage=passage).exists()


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_an_interrupted_import_is_finished_by_the_next_one(tmp_path, monkeypatch, stop_at):
    from timeline.services import importing

    for name, text in {"a.txt": SUMMIT_TEXT, "b.txt": COPY, "c.txt": LATER, "d.txt": UNDATED}.items():
        write(tmp_path, name, text)
    import_paths([tmp_path])
    expected = export()
    Event.objects.all().delete()
    Article.objects.all().delete()
    store, calls = importing.store_readings, itertools.count()

    def interrupted(*values):
        if next(calls) == stop_at:
            raise KeyboardInterrupt
        return store(*values)

    with monkeypatch.context() as patch:
        patch.setattr(importing, "CHUNK", 1)
        patch.setattr(importing, "store_readings", interrupted)
        with pytest.raises(KeyboardInterrupt):
            import_paths([tmp_path])
    assert Article.objects.filter(linked=False).count() == stop_at
    import_paths([tmp_path])
    assert export() == expected
