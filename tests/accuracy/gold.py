"""The project's own gold: short texts of our own, with the dates and events that a careful reader finds.

    python -m tests.accuracy.gold [--details] [NAME...]

Each `gold/NN-name.txt` has its `gold/NN-name.json`: `published`, `language`, `boilerplate`, `dates`
(text, type, TIMEX3 value, and where it starts if the words occur before; [] where nobody has listed them) and `events` (edtf, kind, what, when_words, modality, actors, place, salience,
datable_from_text). All texts are read and merged together, as an import would.

An event of the gold is found when a merged event cites its text, its date agrees (the two ranges overlap, and
ours is not wider by more than a year) and either the kind is of the same group or two content words are
shared; strictly, date and kind. Precision is the share of a text's events that match any of its gold.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from articles import edtf
from articles.reading.dates import DateExpression, find_dates
from articles.reading.document import Document, RawArticle
from articles.reading.read import read_article
from tests.factories import book, vocabulary_from_fixture
from timeline.extraction import EventMention, MergedEvent, Origin, Sighting, find_mentions, merge_mentions

FOLDER = Path(__file__).parent / "gold"
# Texts that rules are never tuned on: what the figures on them say holds for other texts too.
HELD_OUT = Path(__file__).parent / "held_out"
# Prose of all sorts, on other matters, with every date expression and its place; and some that is held out.
DATES = Path(__file__).parent / "dates"
DATES_HELD_OUT = Path(__file__).parent / "dates_held_out"

# The day on which all these texts are taken to have come in.
RECEIVED = date(2026, 7, 1)

GROUPS = {"summit": "meet", "meeting": "meet", "visit": "meet", "statement": "say", "casualty_report": "say"}
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "for",
        "with",
        "by",
        "from",
        "that",
        "as",
        "is",
        "are",
        "was",
        "were",
        "his",
        "her",
        "its",
        "their",
        "north",
        "korea",
        "korean",
        "russia",
        "russian",
    ]
)
A_YEAR = 366


@dataclass(frozen=True)
class Gold:
    """One text with what a careful reader finds in it."""

    name: str
    text: str
    published: str
    language: str
    boilerplate: tuple[str, ...]
    dates: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]


@dataclass
class Score:
    """Counts over all texts; `misses` and `extras` say in words what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def f1(self, right: str, gold: str, good: str, found: str) -> float:
        """In per cent, from recall right/gold and precision good/found."""
        recall, precision = self.share(right, gold), self.share(good, found)
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


@cache
def load_gold(folder: Path = FOLDER) -> tuple[Gold, ...]:
    found = []
    for path in sorted(folder.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found.append(
            Gold(
                path.stem, path.read_text(encoding="utf-8"), told["published"] or "", told["language"],
                tuple(told["boilerplate"]), tuple(told["dates"]), tuple(told["events"]),
            )
        )  # fmt: skip
    return tuple(found)


@cache
def read_text(text: str) -> Document:
    return read_article(RawArticle(text, received=RECEIVED), book())


@cache
def mentions_of(text: str) -> tuple[EventMention, ...]:
    return tuple(find_mentions(read_text(text), vocabulary_from_fixture()))


# -- dates ---------------------------------------------------------------------------------------------


def score_dates(golds: tuple[Gold, ...], *, given: bool = False) -> Score:
    """Spans that overlap are matched in text order; `value` asks for the same TIMEX3 value.

    `given`: the published date is that of the gold, not what the text tells.
    """
    score = Score()
    for gold in golds:
        published = date.fromisoformat(gold.published) if given else read_text(gold.text).published.day
        # A text without a list of its dates is there for its events.
        found = find_dates(gold.text, published, gold.language) if gold.dates else []
        matched: set[int] = set()
        for start, end, wanted in _located(gold):
            ours = next((d for d in found if d.start < end and start < d.end and id(d) not in matched), None)
            score.counts["gold"] += 1
            if ours is not None:
                matched.add(id(ours))
                score.counts["found"] += 1
            if wanted["value"] is None:
                score.counts["unvalued"] += 1
                continue
            if ours is not None and ours.timex_value == wanted["value"]:
                score.counts["right"] += 1
            else:
                score.misses.append(_date_line(gold, wanted, ours))
        extra = [d for d in found if id(d) not in matched]
        score.counts["ours"] += len(found)
        score.extras += [f"{gold.name}: “{d.text}” {d.timex_value}" for d in extra]
        score.counts["published"] += str(published or "") == gold.published
        score.counts["texts"] += 1
        if str(published or "") != gold.published:
            score.misses.append(f"{gold.name}: published {published}, not {gold.published}")
    score.counts["valued ours"] = score.counts["ours"] - score.counts["unvalued"]
    score.counts["valued"] = score.counts["gold"] - score.counts["unvalued"]
    return score


def _located(gold: Gold) -> list[tuple[int, int, dict[str, Any]]]:
    position, found = 0, []
    for wanted in gold.dates:
        start = wanted["start"] if "start" in wanted else gold.text.index(wanted["text"], position)
        position = start + len(wanted["text"])
        found.append((start, position, wanted))
    return found


def _date_line(gold: Gold, wanted: dict[str, Any], ours: DateExpression | None) -> str:
    said = f"“{ours.text}” {ours.timex_value}" if ours else "nothing"
    return f"{gold.name}: “{wanted['text']}” {wanted['value']}, not {said}"


# -- events --------------------------------------------------------------------------------------------


def merged_events(golds: tuple[Gold, ...]) -> list[MergedEvent]:
    """What all the texts together add up to."""
    sightings = []
    for gold in golds:
        document = read_text(gold.text)
        origin = Origin(gold.name, str(document.published.day or ""), document.outlet, gold.name, document.agency)
        sightings += [Sighting(m, origin, 0, n) for n, m in enumerate(mentions_of(gold.text))]
    return merge_mentions(sightings, vocabulary_from_fixture())


def score_events(golds: tuple[Gold, ...]) -> Score:
    score = Score()
    told: dict[str, list[MergedEvent]] = defaultdict(list)
    for event in merged_events(golds):
        for name in {s.origin.key for s in event.sightings}:
            told[name].append(event)
    for gold in golds:
        _score_text(gold, told[gold.name], score)
    return score


def _bare_bounds(date: str) -> tuple[object, object]:
    """The bounds of a date without its "about", as the shared scorer compares them."""
    return edtf.bounds(date.replace("~", ""))


def _score_text(gold: Gold, events: list[MergedEvent], score: Score) -> None:
    pairs = sorted(
        (
            (2 * same_kind + min(common, 6) / 3 + datable, -i, -j, same_kind)
            for i, wanted in enumerate(gold.events)
            for j, event in enumerate(events)
            for datable in [wanted["datable_from_text"]]
            for same_kind in [_group(wanted["kind"]) == _group(event.kind)]
            for common in [len(_content(f"{wanted['what']} {wanted['place']}") & _content(_words_of(event, gold)))]
            if (not datable or _agree(wanted["edtf"], event.date)) and (same_kind or common >= 2)
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for _, i, j, same_kind in pairs:
        if -i not in matched and -j not in matched.values():
            matched[-i] = -j
            if gold.events[-i]["datable_from_text"]:
                score.counts["found"] += 1
                score.counts["strict"] += same_kind
                score.counts["exact"] += _bare_bounds(gold.events[-i]["edtf"]) == _bare_bounds(events[-j].date)
                score.counts["modality"] += gold.events[-i]["modality"] == events[-j].modality
    score.counts["gold"] += sum(e["datable_from_text"] for e in gold.events)
    score.counts["ours"] += len(events)
    good = {-j for _, _, j, _ in pairs}
    score.counts["good"] += len(good)
    score.counts["silent"] += not gold.events and not events
    score.misses += [
        f"{gold.name}: {e['edtf']} {e['kind']}: {e['what']} [{e['when_words']}]"
        for i, e in enumerate(gold.events)
        if e["datable_from_text"] and i not in matched
    ]
    score.extras += [
        f"{gold.name}: {e.date or 'undated'} {e.kind}: {e.title}" for j, e in enumerate(events) if j not in good
    ]
    quotes = [
        gold.text[s.mention.start : s.mention.end] for e in events for s in e.sightings if s.origin.key == gold.name
    ]
    score.counts["noisy"] += sum(noise in quote for quote in quotes for noise in gold.boilerplate)


def _group(kind: str) -> str:
    return GROUPS.get(kind, kind)


def _words_of(event: MergedEvent, gold: Gold) -> str:
    quotes = [gold.text[s.mention.start : s.mention.end] for s in event.sightings if s.origin.key == gold.name]
    return " ".join([event.title, *quotes])


def _content(words: str) -> set[str]:
    return {w for w in re.findall(r"\w{3,}", words.lower()) if w not in _COMMON}


def _agree(wanted: str, ours: str) -> bool:
    if not ours:
        return False
    (a, b), (c, d) = edtf.bounds(wanted), edtf.bounds(ours)
    a, b, c, d = a or b, b or a, c or d, d or c
    if not (a and b and c and d):
        return False
    slack = timedelta(days=7 if "~" in wanted + ours else 0)
    return (d - c).days <= (b - a).days + A_YEAR and a - slack <= d and c - slack <= b


def date_figures(golds: tuple[Gold, ...]) -> tuple[dict[str, float], Score]:
    """The figures of texts that are there for their dates, in per cent."""
    dates = score_dates(golds, given=True)
    return {
        "found F1": round(dates.f1("found", "gold", "found", "ours"), 1),
        "value F1": round(dates.f1("right", "valued", "right", "valued ours"), 1),
    }, dates


def figures(golds: tuple[Gold, ...]) -> tuple[dict[str, float], Score, Score]:
    """The figures of the table, in per cent, with the two scores that they come from."""
    dates, events = score_dates(golds), score_events(golds)
    # Merged with others an event takes the sharpest date; a text by itself tells how well its own was read.
    alone = sum((score_events((gold,)).counts for gold in golds), Counter())
    return (
        {
            "dates found F1": round(dates.f1("found", "gold", "found", "ours"), 1),
            "dates value F1": round(dates.f1("right", "valued", "right", "valued ours"), 1),
            "published": round(100 * dates.share("published", "texts"), 1),
            "events F1": round(events.f1("found", "gold", "good", "ours"), 1),
            "events strict F1": round(events.f1("strict", "gold", "good", "ours"), 1),
            "event dates exact": round(100 * events.share("exact", "found"), 1),
            "dates exact, alone": round(100 * alone["exact"] / max(1, alone["found"]), 1),
            "event modality": round(100 * events.share("modality", "found"), 1),
        },
        dates,
        events,
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    golds = tuple(g for g in load_gold() if not options.names or any(g.name.startswith(n) for n in options.names))
    table, dates, events = figures(golds)
    if options.details:
        for label, lines in (
            ("date", dates.misses), ("extra date", dates.extras), ("event", events.misses), ("extra event", events.extras)
        ):  # fmt: skip
            for line in lines:
                print(f"{label}: {line}")
    print("  ".join(f"{name} {value}" for name, value in table.items()), dict(events.counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
