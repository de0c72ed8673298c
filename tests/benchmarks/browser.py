"""make bench-browser: what a reader feels in a real Chromium, beside two timelines that draw everything in the browser.

    python -m tests.benchmarks.browser [N ...] [--peers]

For each number of events: the weight of the first page with a cold cache, and the time from the click on a filter to the
painted list (the frame that shows it has been drawn), the median of CLICKS different filters, none asked for before.
With `--peers`, TimelineJS3 and vis-timeline (from the npm registry, into a temporary folder) take one step each with as many
events: the next slide, and a filter of the items.
"""

import http.server
import json
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.serving import served
from tests.browser.conftest import FLAGS
from tests.machine import find_chromium

NUMBERS = (1_000, 10_000, 100_000)
CLICKS = 9
PORT = 8917
PATIENCE = 70_000  # milliseconds for one step of a peer

_PAINTED = """(click) => new Promise((done) => {
  const painted = (start) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  const start = performance.now();
  document.addEventListener("htmx:afterSettle", () => painted(start), { once: true });
  document.getElementById(click).click();
})"""


def main() -> int:
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()] or list(NUMBERS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        peers = _fetch_peers(Path(folder)) if "--peers" in sys.argv else None
        for number in numbers:
            fill = f"from tests.benchmarks.make_events import make_events; make_events({number})"
            with served(Path(folder), PORT, fill=fill) as address:
                _measure(browser, address, number)
            if peers:
                _measure_peers(browser, peers, number)
        browser.close()
    return 0


def _measure(browser: Browser, address: str, number: int) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    weights: list[float] = []
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    boxes = page.eval_on_selector_all(".facet input[type=checkbox]", "(boxes) => boxes.map((box) => box.id)")
    weight, requests = sum(weights), len(weights)
    chosen = [box for box in boxes if box.startswith(("kind-", "place-", "source-"))][
        :: max(1, len(boxes) // (3 * CLICKS))
    ]
    for box in chosen[:2]:  # both workers have answered once
        page.evaluate(_PAINTED, box)
    times = [page.evaluate(_PAINTED, box) for box in chosen[2 : 2 + CLICKS]]
    print(
        f"{number:>9,} events: {weight / 1024:5.1f} KB in {requests} requests; click to painted list "
        f"{statistics.median(times):6.0f} ms (from {min(times):.0f} to {max(times):.0f})",
        flush=True,
    )
    context.close()


# -- the peers --------------------------------------------------------------------------------------------


def _fetch_peers(folder: Path) -> Path:
    """A folder with both libraries and one page for each."""
    subprocess.run(
        ["npm", "install", "--silent", "--prefix", str(folder / "peers"), "@knight-lab/timelinejs", "vis-timeline"],
        check=True,
    )
    home = folder / "peers"
    modules = "node_modules"
    (home / "knight.html").write_text(
        f"""<!doctype html><link rel="stylesheet" href="{modules}/@knight-lab/timelinejs/dist/css/timeline.css">
        <script src="{modules}/@knight-lab/timelinejs/dist/js/timeline.js"></script><div id="t" style="height:600px"></div>
        <script>fetch("events.json").then((r) => r.json()).then((d) => {{ window.timeline = new TL.Timeline("t", {{ events: d.map((e) => ({{
        start_date: {{ year: e.y, month: e.m, day: e.d }}, text: {{ headline: e.t }} }})) }}, {{ start_at_slide: 0 }}); }});</script>"""
    )
    (home / "vis.html").write_text(
        f"""<!doctype html><link rel="stylesheet" href="{modules}/vis-timeline/styles/vis-timeline-graph2d.min.css">
        <script src="{modules}/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script><div id="t"></div>
        <script>fetch("events.json").then((r) => r.json()).then((d) => {{ window.all = d.map((e, n) => ({{ id: n, content: e.t, k: e.k,
        start: new Date(e.y, e.m - 1, e.d) }})); window.timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(all),
        {{ height: 600 }}); }});</script>"""
    )
    return home


_STEPS = {
    "knight.html": """() => new Promise((done) => { const start = performance.now(); timeline.goToNext();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))); })""",
    "vis.html": """() => new Promise((done) => { const start = performance.now();
        timeline.setItems(new vis.DataSet(all.filter((e) => e.k === 1)));
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))); })""",
}
_READY = {"knight.html": "document.querySelector('.tl-slide')", "vis.html": "document.querySelector('.vis-item')"}


def _measure_peers(browser: Browser, home: Path, number: int) -> None:
    events = [
        {"y": 1948 + n % 78, "m": 1 + n % 12, "d": 1 + n % 28, "k": n % 14, "t": f"Delegations hold talks, number {n}"}
        for n in range(number)
    ]
    (home / "events.json").write_text(json.dumps(events))
    handler = partial(_Quiet, directory=str(home))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, step in _STEPS.items():
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        print(f"{'':>9} {name.removesuffix('.html'):>8}: {_step(page, name, step)}", flush=True)
        page.close()
    server.shutdown()
    server.server_close()


def _step(page: Page, name: str, step: str) -> str:
    try:
        page.goto(f"http://127.0.0.1:{PORT}/{name}")
        page.wait_for_function(f"() => window.timeline && {_READY[name]}")
        page.wait_for_timeout(1000)
        page.evaluate(f"() => {{ window.step = ({step})(); window.step.then((ms) => window.took = ms); }}")
        page.wait_for_function("() => window.took")
        return f"one step {page.evaluate('() => window.took'):.0f} ms"
    except Exception as error:  # a page that hangs is the result
        return f"no answer in {PATIENCE // 1000} s ({type(error).__name__})"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    sys.exit(main())
