"""make bench: how fast the pages are on the server, for ten, a thousand and a hundred thousand events.

    python -m tests.benchmarks.pages [N ...]

Prints for each number of events and each database that is there the median time of a page in milliseconds: `made` each
time anew, and `kept`, as the second reader gets it; how long the columns take to read after a change.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.machine import ROOT
from tests.run import postgres

NUMBERS = (1_000, 10_000, 100_000)
PAGES = ("/", "/?kind=summit", "/?actor=putin&from=2019&to=2024", "/?q=summit", "/?q=summit&order=best", "/places/")
TIMES = 15


def main() -> int:
    numbers = [int(argument) for argument in sys.argv[1:]] or list(NUMBERS)
    with tempfile.TemporaryDirectory() as folder, postgres() as (address, reason):
        for number in numbers:
            _run(f"sqlite:///{Path(folder) / f'{number}.sqlite3'}", number)
            if address:
                _run(address, number)
            else:
                print(f"PostgreSQL: {reason}")
    return 0


def _run(address: str, number: int) -> None:
    """Each database and number in a process of its own: no figure warms another."""
    command = [sys.executable, "-m", "tests.benchmarks.pages", "--one", str(number)]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": address, "DEBUG": "0"}, check=True, cwd=ROOT)


def one(number: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    import django

    django.setup()
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from tests.benchmarks.make_events import make_events
    from timeline.browsing.snapshot import load_columns

    call_command("migrate", verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    make_events(number)
    connection.cursor().execute("ANALYZE")
    started = time.perf_counter()
    load_columns()
    print(f"\n{connection.vendor}, {number:,} events; columns read in {time.perf_counter() - started:.2f} s")
    print(f"{'':36}{'made ms':>9}{'kept ms':>9}")
    client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
    for page in PAGES:
        client.get(page)
        made = statistics.median(_timed(client, page, cache.clear) for _ in range(TIMES))
        kept = statistics.median(_timed(client, page, None) for _ in range(TIMES))
        print(f"{page:36}{made:9.1f}{kept:9.1f}")


def _timed(client, page: str, before) -> float:  # type: ignore[no-untyped-def]
    """Milliseconds of one answer."""
    if before:
        before()
    started = time.perf_counter()
    response = client.get(page)
    assert response.status_code == 200, page
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        sys.exit(main())
