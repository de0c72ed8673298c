"""make lighthouse: what Lighthouse says of the timeline, an event and an article, served as in production with the demo.

    python -m tests.benchmarks.lighthouse [FOLDER]

Keeps a report of each page in FOLDER (.lighthouse beside the code). Ends with 1 when a score is below LEAST.
Lighthouse comes from the npm registry, into a temporary folder.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.benchmarks.serving import served
from tests.machine import ROOT, find_chromium

LEAST = 98
# The performance of one run is at the mercy of the machine; the median of three is less so.
RUNS = 3
# Lighthouse now and then fails to record a page and asks to be run again.
ATTEMPTS = 4
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VERSION = "12.8"
PORT = 8916
CHROME_FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


def main() -> int:
    reports = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".lighthouse"
    reports.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, f"lighthouse@{VERSION}"], check=True)
        environment = {**os.environ, "CHROME_PATH": find_chromium() or ""}
        fill = "from django.core.management import call_command; call_command('loaddata', 'demo', verbosity=0)"
        with served(Path(folder), PORT, fill=fill) as site:
            pages = _pages(site)
            low = [line for page in pages for line in _judge(*page, Path(folder), reports, environment)]
    for line in low:
        print(f"Below {LEAST}: {line}")
    return int(bool(low))


def _pages(site: str) -> list[tuple[str, str]]:
    """(name, address) of the timeline, its newest event, and the article that this event cites first."""
    event = json.load(urllib.request.urlopen(f"{site}/api/events/?limit=1"))["events"][0]["slug"]
    page = urllib.request.urlopen(f"{site}/events/{event}/").read().decode()
    article = page.split('href="/articles/')[1].split("/")[0]
    return [("timeline", f"{site}/"), ("event", f"{site}/events/{event}/"), ("article", f"{site}/articles/{article}/")]


def _judge(name: str, address: str, folder: Path, reports: Path, environment: dict[str, str]) -> list[str]:
    """Prints a page's scores for a phone, of the run with the median performance; the too low ones, in words."""
    runs = []
    for run in range(RUNS):
        target = folder / f"{name}-{run}"
        command = [
            str(folder / "node_modules" / ".bin" / "lighthouse"),
            address,
            "--quiet",
            f"--chrome-flags={CHROME_FLAGS}",
        ]
        command += ["--output=json", "--output=html", f"--output-path={target}"]
        for attempt in range(ATTEMPTS):
            if not subprocess.run(command, env=environment, check=attempt == ATTEMPTS - 1).returncode:
                break
        told = json.loads(target.with_suffix(".report.json").read_text())
        runs.append((told["categories"]["performance"]["score"], run, told))
    _, run, told = sorted(runs, key=lambda r: r[:2])[RUNS // 2]
    for kind in (".report.json", ".report.html"):
        shutil.copy((folder / f"{name}-{run}").with_suffix(kind), (reports / name).with_suffix(kind))
    scores = {category: round(100 * told["categories"][category]["score"]) for category in CATEGORIES}
    spread = ", ".join(f"{100 * score:.0f}" for score, _, _ in runs)
    print(
        f"{name:10}",
        ", ".join(f"{c} {score}" for c, score in scores.items()),
        f"(performance of {RUNS} runs: {spread})",
        flush=True,
    )
    return [f"{name}, {category} {score}" for category, score in scores.items() if score < LEAST]


if __name__ == "__main__":
    sys.exit(main())
