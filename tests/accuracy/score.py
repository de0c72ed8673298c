"""make score: one table of how well dates and events are read, beside other taggers and the figures last committed.

    python -m tests.accuracy.score [--check] [--write]

The project's own gold is always scored; the other collections where the folder ../shared/accuracy is there.
`--check` fails when a figure has dropped by more than a point below tests/accuracy/figures.json; whoever
lowers a figure on purpose says so by committing that file anew, which `--write` does.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.accuracy.gold import DATES, DATES_HELD_OUT, HELD_OUT, date_figures, figures, load_gold
from tests.machine import ROOT, find_shared

COMMITTED = Path(__file__).parent / "figures.json"
TOLERANCE = 1.0

# Collection of dates -> the other taggers' predictions that stand beside it.
BASELINES = {
    "meantime-tml": {"HeidelTime": "meantime.heideltime", "dateparser": "meantime.dateparser-trim-sameday"},
    "wikiwars": {"HeidelTime": "wikiwars.heideltime-narr", "dateparser": "wikiwars.dateparser-trim-sameday"},
}

Table = dict[str, dict[str, float]]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    ours, others, misses = measure()
    committed: Table = json.loads(COMMITTED.read_text()) if COMMITTED.exists() else {}
    print("\n".join(misses))
    print(f"\n{'':24}{'':22}{'ours':>8}{'committed':>11}  others")
    for collection, found in ours.items():
        for name, value in found.items():
            before = committed.get(collection, {}).get(name)
            beside = ", ".join(f"{who} {told[name]:.1f}" for who, told in others.get(collection, {}).items())
            print(f"{collection:24}{name:22}{value:8.1f}{'' if before is None else f'{before:.1f}':>11}  {beside}")
    if options.write:
        COMMITTED.write_text(json.dumps({**committed, **ours}, indent=1) + "\n")
    dropped = drops(ours, committed)
    for line in dropped:
        print(f"Dropped: {line}")
    return 1 if options.check and dropped else 0


def drops(ours: Table, committed: Table) -> list[str]:
    """Figures that lie more than TOLERANCE below the committed ones."""
    return [
        f"{collection}, {name}: {committed[collection][name]:.1f} -> {value:.1f}"
        for collection, found in ours.items()
        for name, value in found.items()
        if value < committed.get(collection, {}).get(name, value) - TOLERANCE
    ]


def measure() -> tuple[Table, dict[str, Table], list[str]]:
    """(our figures, the others' by collection, what we miss in words)."""
    table, dates, events = figures(load_gold())
    prose = date_figures(load_gold(DATES))
    ours: Table = {
        "own gold": table,
        "own, held out": figures(load_gold(HELD_OUT))[0],
        "own dates": prose[0],
        "own dates, held out": date_figures(load_gold(DATES_HELD_OUT))[0],
    }
    others: dict[str, Table] = {}
    misses = [f"own gold, {kind}: {line}" for kind, lines in (
        ("date", dates.misses + prose[1].misses), ("date too many", dates.extras + prose[1].extras), ("event", events.misses), ("event too many", events.extras)
    ) for line in lines]  # fmt: skip
    accuracy = find_shared("accuracy")
    if accuracy is None:
        print("The folder ../shared/accuracy is not here: the project's own gold only.")
        return ours, others, misses
    with tempfile.TemporaryDirectory() as temporary:
        for name in BASELINES:
            ours[name], others[name] = _dates(accuracy, name, Path(temporary))
        for label, texts in (
            ("events, real texts", find_shared("seeds")),
            ("events, more texts", accuracy / "events" / "texts"),
        ):
            if texts is not None:
                ours[label], missed = _events(accuracy, label, texts, Path(temporary))
                misses += [f"{label}: {line}" for line in missed]
    return ours, others, misses


def _dates(accuracy: Path, name: str, folder: Path) -> tuple[dict[str, float], Table]:
    predictions = folder / f"{name}.json"
    print(name, _run([accuracy / "run_find_dates.py", accuracy / name, predictions]).strip())
    others = {
        who: _date_figures(accuracy, name, accuracy / "baselines" / f"{file}.json")
        for who, file in BASELINES[name].items()
        if (accuracy / "baselines" / f"{file}.json").exists()
    }
    return _date_figures(accuracy, name, predictions), others


def _date_figures(accuracy: Path, name: str, predictions: Path) -> dict[str, float]:
    out = json.loads(_run([accuracy / "timex_eval.py", accuracy / name, predictions, "--json"]))
    scores = next(iter(out.values()))
    return {
        "relaxed F1": round(scores["all"]["relaxed"]["f1"], 1),
        "value F1": round(scores["all"]["value"]["f1"], 1),
        "calendar F1": round(scores["calendar"]["f1"], 1),
        "day F1": round(scores["day"]["f1"], 1),
    }


def _events(accuracy: Path, label: str, texts: Path, folder: Path) -> tuple[dict[str, float], list[str]]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/{re.sub(r'[^a-z]+', '-', label)}.sqlite3"}
    _run(["manage.py", "migrate", "-v0"], environment)
    _run(["manage.py", "import_articles", texts], environment)
    export = folder / "export.json"
    export.write_text(_run(["manage.py", "export_events"], environment))
    out = _run([accuracy / "events" / "score_events.py", export, texts, "--details"])
    last = out.strip().splitlines()[-1]
    told = re.search(r"F1 ([\d.]+) \(strict ([\d.]+)\); date exact ([\d.]+); modality ([\d.]+)", last)
    assert told is not None, last
    names = ("events F1", "events strict F1", "event dates exact", "event modality")
    missed = [line.strip() for line in out.splitlines() if line.strip().startswith(("MISS", "EXTRA"))]
    return {name: round(100 * float(value), 1) for name, value in zip(names, told.groups(), strict=True)}, missed


def _run(command: list[object], environment: dict[str, str] | None = None) -> str:
    result = subprocess.run(
        [sys.executable, *map(str, command)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode not in (0, 1):
        raise SystemExit(result.stderr)
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
