"""make score: one table of how well dates and events are read, on the data beside the project."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.machine import ROOT, find_shared


def main() -> int:
    accuracy = find_shared("accuracy")
    if accuracy is None:
        print("Not run: the folder ../shared/accuracy is not here.")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("meantime-tml", "wikiwars"):
            _dates(accuracy, name, Path(temporary))
        for label, texts in (
            ("events, real texts", find_shared("seeds")),
            ("events, more texts", accuracy / "events" / "texts"),
        ):
            if texts is not None:
                _events(accuracy, label, texts, Path(temporary))
    return 0


def _dates(accuracy: Path, name: str, folder: Path) -> None:
    ours = folder / f"{name}.json"
    speed = _run([accuracy / "run_find_dates.py", accuracy / name, ours]).strip()
    scores = json.loads(_run([accuracy / "timex_eval.py", accuracy / name, ours, "--json"]))[str(ours)]
    figures = {
        "relaxed F1": scores["all"]["relaxed"]["f1"],
        "value F1": scores["all"]["value"]["f1"],
        "calendar F1": scores["calendar"]["f1"],
        "day F1": scores["day"]["f1"],
    }
    print(f"{name:20} " + "  ".join(f"{label} {value:.1f}" for label, value in figures.items()) + f"  ({speed})")


def _events(accuracy: Path, label: str, texts: Path, folder: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/{re.sub(r'[^a-z]+', '-', label)}.sqlite3"}
    _run(["manage.py", "migrate", "-v0"], environment)
    _run(["manage.py", "import_articles", texts], environment)
    export = folder / "export.json"
    export.write_text(_run(["manage.py", "export_events"], environment))
    out = _run([accuracy / "events" / "score_events.py", export, texts, "--details"])
    print(f"{label:20} {out.strip().splitlines()[-1]}")
    for line in out.splitlines():
        if line.strip().startswith(("MISS", "EXTRA")):
            print(f"{'':20} {line.strip()}")


def _run(command: list[object], environment: dict[str, str] | None = None) -> str:
    result = subprocess.run(
        [sys.executable, *map(str, command)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode not in (0, 1):
        raise SystemExit(result.stderr)
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
