"""Runs the whole suite: on SQLite, on PostgreSQL where there is one, in a browser where there is one.

python -m tests.run            what is missing is skipped, and named with its reason at the end
python -m tests.run --strict   what is missing is a failure (for CI)
"""

import glob
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.machine import find_chromium, find_seeds

POSTGRES_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/usr/pgsql-*/bin",
)


def main() -> int:
    strict = "--strict" in sys.argv
    rest = [argument for argument in sys.argv[1:] if argument != "--strict"]
    skipped: list[str] = []
    if find_chromium() is None:
        skipped.append("browser tests: no Chromium or Chrome was found")
    if find_seeds() is None:
        skipped.append("tests on the real texts: the folder ../shared/seeds is not here")
    print("== SQLite", flush=True)
    codes = [_pytest({"DATABASE_URL": "sqlite://:memory:"}, rest)]
    with postgres() as (url, reason):
        if url is None:
            skipped.append(f"PostgreSQL: {reason}")
        else:
            print("\n== PostgreSQL", flush=True)
            codes.append(_pytest({"DATABASE_URL": url}, ["-m", "not browser", *rest]))
    for line in skipped:
        print(f"{'NOT RUN (an error here)' if strict else 'Skipped'}: {line}")
    if not skipped:
        print("Nothing was skipped: SQLite, PostgreSQL, the browser and the real texts all ran.")
    return int(any(codes) or (strict and bool(skipped)))


def _pytest(environment: dict[str, str], arguments: list[str]) -> int:
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], env={**os.environ, **environment}, check=False
    ).returncode


@contextmanager
def postgres() -> Iterator[tuple[str | None, str]]:
    """(address of a server for the tests, why there is none); a throw-away server unless one is given."""
    if url := os.environ.get("DATABASE_URL_TEST_POSTGRES"):
        yield url, ""
        return
    folder = _binaries()
    if folder is None:
        yield None, "no server was given in DATABASE_URL_TEST_POSTGRES, and initdb and pg_ctl were not found"
        return
    with tempfile.TemporaryDirectory(prefix="tumen-pg-") as temporary:
        data = Path(temporary) / "data"
        user = _unprivileged(temporary)
        try:
            _run(
                [folder / "initdb", "-D", data, "-A", "trust", "-U", "tumen", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
                user,
            )
            options = f"-k {temporary} -c listen_addresses='' -c fsync=off -c synchronous_commit=off"
            _run([folder / "pg_ctl", "-D", data, "-o", options, "-l", Path(temporary) / "log", "-w", "start"], user)
        except subprocess.CalledProcessError as error:
            yield None, f"the throw-away server did not start: {error.stderr or error.stdout}"
            return
        try:
            yield f"postgres://tumen@{temporary.replace('/', '%2F')}/postgres", ""
        finally:
            _run([folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user)


def _binaries() -> Path | None:
    """The folder of initdb and pg_ctl, where Debian, Homebrew or the PATH have it; the newest of several."""
    folders = sorted((Path(f) for pattern in POSTGRES_FOLDERS for f in glob.glob(pattern)), reverse=True)
    found = shutil.which("pg_ctl")
    if found:
        folders.append(Path(found).resolve().parent)
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def _unprivileged(folder: str) -> str | None:
    """The user that runs the server: PostgreSQL refuses root, so root steps down."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        return name
    return None


def _run(command: list[object], user: str | None) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, user=user, cwd="/")


if __name__ == "__main__":
    sys.exit(main())
