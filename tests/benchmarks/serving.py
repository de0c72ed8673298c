"""The site as production serves it, for benchmarks in a browser: files collected, DEBUG off, gunicorn on loopback."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.machine import ROOT

PATIENCE = 30  # seconds for the first answer


@contextmanager
def served(folder: Path, port: int, *, fill: str, workers: int = 2) -> Iterator[str]:
    """The address of a site whose database, in `folder`, was filled by the Python statements `fill`."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "STATIC_ROOT": str(folder / "static"),
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "DEBUG": "0",
    }
    (folder / "site.sqlite3").unlink(missing_ok=True)
    for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([sys.executable, "manage.py", *command], env=environment, check=True, cwd=ROOT)
    subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {fill}"], env=environment, check=True, cwd=ROOT
    )
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", "--bind", address.removeprefix("http://")]
    command += ["--workers", str(workers), "--log-level", "error"]
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        _wait_for(address, 4 * workers)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, times: int) -> None:
    """Until the site has answered so many times: then each worker is likely to have read the columns."""
    end = time.monotonic() + PATIENCE
    while times:
        try:
            urllib.request.urlopen(f"{address}/about/").read()
            times -= 1
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
