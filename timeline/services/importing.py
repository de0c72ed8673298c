"""import_paths: files and folders in, articles and events out, with the fate of each file."""

import getpass
import logging
import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.db.models import Count
from django.utils.timezone import localdate

from articles.linking import link_copies
from articles.models import Article
from articles.parts import parts
from articles.reading.document import RawArticle
from articles.reading.formats import EXTENSIONS, Refused, read_file
from articles.reading.header import OutletBook
from articles.reading.read import read_article
from articles.services import article_key, outlet_book
from timeline.extraction import Vocabulary, find_mentions
from timeline.extraction.mentions import LANGUAGES
from timeline.models import Citation, Event, ImportOutcome, ImportRun, Mention, Revision

from .merging import remerge
from .rereading import date_copies, reread_all
from .shelves import mark_articles_stale
from .storing import Reading, kinds_by_slug, reading_of, store_readings
from .vocabulary import ensure_vocabulary, load_vocabulary

# With fewer files than this, starting worker processes costs more than it saves.
FILES_FOR_WORKERS = 40
CHUNK = 16

FAULT = "The program failed on this text, and it was left out. Please report it with the text; the log has the details."

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Outcome:
    """The fate of one file or line: imported, copy, unchanged or refused; its article's text is not kept."""

    name: str
    fate: str
    reason: str = ""
    article_id: int | None = None
    article: Article | None = None  # set when the import is complete
    events: int = 0


@dataclass(slots=True)
class Report:
    outcomes: list[Outcome] = field(default_factory=list)
    events: int = 0
    dry_run: bool = False

    def count(self, fate: str) -> int:
        return sum(outcome.fate == fate for outcome in self.outcomes)


class NothingToImport(Exception):
    """No file at the paths given can be imported; the message says why."""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """All files at the paths, sorted by name; folders are searched for texts. Raises NothingToImport."""
    found: list[Path] = []
    for path in paths:
        if _kind_of(path) == "folder":
            found += sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in EXTENSIONS)
        elif _kind_of(path) == "file":
            found.append(path)
        else:
            raise NothingToImport(f"There is no file or folder “{path}”.")
    if not found:
        raise NothingToImport(f"There are no texts ({', '.join(EXTENSIONS)}) in {', '.join(str(p) for p in paths)}.")
    return list(dict.fromkeys(found))


def _kind_of(path: Path) -> str:
    """ "folder", "file" or "" when there is nothing or it cannot be looked at."""
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else ""
    except (OSError, ValueError):
        return ""


def import_paths(
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    user: User | None = None,
    progress: Callable[[list[Path]], Iterable[Path]] | None = None,
) -> Report:
    """Imports every file; one that is refused does not stop the others. A dry run leaves no trace.

    Each article is stored in a transaction of its own. Raises NothingToImport when no file is there.
    """
    files = find_files(list(paths))
    if dry_run:
        with transaction.atomic():
            ensure_vocabulary()
            report = _import_files(files, progress)
            report.dry_run = True
            transaction.set_rollback(True)
        return report
    ensure_vocabulary()
    run = ImportRun.objects.create(
        user=user, login=_login(), options={"paths": [shown_name(p) for p in paths][:100], "files": len(files)}
    )
    report = _import_files(files, progress)
    ImportOutcome.objects.bulk_create(
        [
            ImportOutcome(
                run=run, name=o.name[-500:], fate=o.fate, reason=o.reason[:500], article=o.article, event_count=o.events
            )
            for o in report.outcomes
        ],
        batch_size=500,
    )
    run.finished_at = datetime.now(UTC)
    run.save(update_fields=["finished_at"])
    return report


def _login() -> str:
    try:
        return getpass.getuser()[:120]
    except (KeyError, OSError):
        return ""


def _import_files(files: list[Path], progress: Callable[[list[Path]], Iterable[Path]] | None) -> Report:
    vocabulary, book = load_vocabulary(), outlet_book()
    report = Report()
    writer = _Writer(report, dict(Article.objects.values_list("key", "id")))
    shown = progress(files) if progress else files
    for item in _readings(shown, len(files), writer.known, vocabulary, book):
        writer.take(*item)
    writer.flush()
    finish_import(vocabulary, book)
    _complete(report)
    return report


class _Writer:
    """Stores what was read, a few articles in one transaction, and notes the fate of each."""

    def __init__(self, report: Report, known: dict[str, int]) -> None:
        self.known = known
        self._report = report
        self._kinds = kinds_by_slug()
        self._waiting: dict[str, tuple[Outcome, Reading]] = {}

    def take(self, name: str, key: str, result: Reading | Refused | None) -> None:
        if isinstance(result, Refused):
            outcome = Outcome(name, ImportOutcome.Fate.REFUSED, str(result))
        elif key in self._waiting:
            self.flush()
            return self.take(name, key, result)
        elif result is None or key in self.known:
            outcome = Outcome(name, ImportOutcome.Fate.UNCHANGED, article_id=self.known[key])
        else:
            outcome = Outcome(name, ImportOutcome.Fate.IMPORTED)
            self._waiting[key] = (outcome, result)
        self._report.outcomes.append(outcome)
        if len(self._waiting) >= CHUNK:
            self.flush()
        return None

    def flush(self) -> None:
        waiting, self._waiting = self._waiting, {}
        try:
            self._store(waiting)
        except (DatabaseError, ValueError):
            for key, (outcome, reading) in waiting.items():  # one of them: the others go in without it
                self._store_alone(key, outcome, reading)

    def _store(self, waiting: dict[str, tuple[Outcome, Reading]]) -> None:
        articles = store_readings([reading for _, reading in waiting.values()], self._kinds)
        for (key, (outcome, _)), article in zip(waiting.items(), articles, strict=True):
            self.known[key] = outcome.article_id = article.pk

    def _store_alone(self, key: str, outcome: Outcome, reading: Reading) -> None:
        try:
            self._store({key: (outcome, reading)})
        except (DatabaseError, ValueError):
            logger.exception("A text could not be stored")
            outcome.fate, outcome.reason = ImportOutcome.Fate.REFUSED, FAULT


def finish_import(vocabulary: Vocabulary, book: OutletBook) -> None:
    """What follows once the articles are stored: copies are linked and dated, mentions become events.

    Also finishes what an interrupted run left: what is still to do stands in the database.
    """
    if Mention.objects.filter(shelf="").exists():  # stored before there were shelves
        reread_all()
    with transaction.atomic():
        pending = set(Article.objects.filter(linked=False).values_list("id", flat=True))
        changed = link_copies(pending)
        mark_articles_stale(changed)
        date_copies(changed | pending, vocabulary=vocabulary, book=book)
        Article.objects.filter(linked=False).update(linked=True)
        if pending or changed:
            Revision.renew()
    remerge(vocabulary)


def _readings(
    files: Iterable[Path], count: int, known: Collection[str], vocabulary: Vocabulary, book: OutletBook
) -> Iterator[tuple[str, str, Reading | Refused | None]]:
    """(name, key, reading or refusal, None where the article is known) of every article, in file order."""
    raws = _raw_articles(files)
    if count < FILES_FOR_WORKERS or (os.cpu_count() or 1) < 2:
        for name, raw in raws:
            if isinstance(raw, Refused):
                yield name, "", raw
            else:
                key = article_key(raw)
                yield name, key, None if key in known else _read(key, name, raw, vocabulary, book)
        return
    with ProcessPoolExecutor(initializer=_start_worker, initargs=(vocabulary, book)) as pool:
        yield from _in_workers(pool, raws, known)


def _in_workers(
    pool: ProcessPoolExecutor, raws: Iterator[tuple[str, RawArticle | Refused]], known: Collection[str]
) -> Iterator[tuple[str, str, Reading | Refused | None]]:
    """Chunks go to the workers a few ahead of the writer, so that memory stays small."""
    ahead: list[tuple[list[tuple[str, str, RawArticle | Refused | None]], object]] = []
    workers = (os.cpu_count() or 1) * 2
    chunk: list[tuple[str, str, RawArticle | Refused | None]] = []

    def drain() -> Iterator[tuple[str, str, Reading | Refused | None]]:
        items, future = ahead.pop(0)
        readings = iter(future.result())  # type: ignore[attr-defined]
        for name, key, raw in items:
            yield name, key, next(readings) if isinstance(raw, RawArticle) else raw

    def submit() -> None:
        texts = [(key, name, raw) for name, key, raw in chunk if isinstance(raw, RawArticle)]
        ahead.append((chunk, pool.submit(_read_chunk, texts)))

    for name, raw in raws:
        key = "" if isinstance(raw, Refused) else article_key(raw)
        chunk.append((name, key, None if key in known else raw))
        if len(chunk) == CHUNK:
            submit()
            chunk = []
            if len(ahead) > workers:
                yield from drain()
    if chunk:
        submit()
    while ahead:
        yield from drain()


_WORKER: tuple[Vocabulary, OutletBook] | None = None


def _start_worker(vocabulary: Vocabulary, book: OutletBook) -> None:
    global _WORKER
    _WORKER = (vocabulary, book)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """Ends the worker when the import that it works for was killed: nobody else would."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _read_chunk(texts: list[tuple[str, str, RawArticle]]) -> list[Reading | Refused]:
    assert _WORKER is not None
    return [_read(*text, *_WORKER) for text in texts]


def _read(key: str, name: str, raw: RawArticle, vocabulary: Vocabulary, book: OutletBook) -> Reading | Refused:
    """The reading; a text that brings out a fault of the program is refused, and the rest goes on."""
    try:
        document = read_article(replace(raw, received=localdate()), book)
        return reading_of(key, document, find_mentions(document, vocabulary), Path(name).name)
    except Exception:
        logger.exception("A text could not be read")
        return Refused(FAULT)


def _raw_articles(files: Iterable[Path]) -> Iterator[tuple[str, RawArticle | Refused]]:
    for path in files:
        try:
            yield from read_file(shown_name(path), _bytes_of(path), settings.IMPORT_MAX_BYTES)
        except Refused as refusal:
            yield shown_name(path), refusal
        except Exception:
            logger.exception("A file could not be read")
            yield shown_name(path), Refused(FAULT)


def shown_name(path: Path) -> str:
    """The path on one line and in letters that can be stored, whatever the file system allows."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _bytes_of(path: Path) -> bytes:
    limit = settings.IMPORT_MAX_BYTES
    if path.suffix.lower() not in EXTENSIONS:
        raise Refused(f"Files of this kind cannot be imported; these can: {', '.join(EXTENSIONS)}.")
    try:
        if not path.is_file():
            raise Refused("This is not a file that can be read.")
        if path.stat().st_size > limit and path.suffix.lower() != ".jsonl":
            raise Refused(f"The file is larger than {limit / 1_000_000:g} MB, the limit set for one text.")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"The file cannot be read: {(error.strerror or 'unknown reason').lower()}.") from error


def _complete(report: Report) -> None:
    """Adds what is known only after merging: the events of each article, and which articles are copies."""
    counts: dict[int, int] = {}
    fresh: dict[int, Article] = {}
    for part in parts(sorted({o.article_id for o in report.outcomes if o.article_id is not None})):
        told = Citation.objects.filter(passage__article__in=part).exclude(stance="rejected")
        counts.update(told.values_list("passage__article_id").annotate(n=Count("event", distinct=True)).order_by())
        rows = Article.objects.select_related("source", "derived_from__source").defer(
            "text", "boilerplate", "derived_from__text", "derived_from__boilerplate"
        )
        fresh.update({a.pk: a for a in rows.filter(pk__in=part)})
    for outcome in report.outcomes:
        if outcome.article_id is None:
            continue
        outcome.article = fresh[outcome.article_id]
        outcome.events = counts.get(outcome.article.pk, 0)
        if outcome.fate == ImportOutcome.Fate.IMPORTED and outcome.article.derived_from:
            outcome.fate = ImportOutcome.Fate.COPY
        outcome.reason = _remark(outcome.article)
    report.events = Event.objects.public().count()


def _remark(article: Article) -> str:
    """What an editor should know: a missing date, a language that events are not read in."""
    remarks = []
    if article.published is None:
        remarks.append("its date is not known; an editor can set it in admin")
    if article.language not in LANGUAGES:
        remarks.append(f"events are not read in this language yet ({article.language})")
    return "; ".join(remarks)
