"""Texts and values for tests. All texts here are made up."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

from articles.lines import lines_of
from articles.reading.document import Outlet, RawArticle
from articles.reading.header import OutletBook
from articles.reading.read import read_article
from tests.machine import ROOT
from timeline.extraction import Actor, EventMention, Kind, Place, Trigger, Vocabulary, find_mentions


@lru_cache
def fixture_rows() -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = {}
    for row in json.loads((ROOT / "fixtures" / "vocabulary.json").read_text(encoding="utf-8")):
        rows.setdefault(row["model"], []).append(row["fields"])
    return rows


@lru_cache
def vocabulary_from_fixture() -> Vocabulary:
    rows = fixture_rows()
    return Vocabulary(
        kinds=tuple(
            Kind(f["slug"], f["label"], f["plover"], f["rank"], f["keeps_undated"]) for f in rows["timeline.kind"]
        ),
        actors=tuple(
            Actor(
                f["slug"],
                f["name"],
                f["kind"],
                f["country"],
                f["short"],
                (*lines_of(f["aliases"]), *lines_of(f["inflections"])),
                lines_of(f["adjectives"]),
                lines_of(f["roles"]),
                f["since"],
                f["until"],
            )
            for f in rows["timeline.actor"]
        ),
        places=tuple(
            Place(f["slug"], f["name"], f["country"], (f["parent"] or [""])[0], lines_of(f["aliases"]))
            for f in rows["timeline.place"]
        ),
        triggers=tuple(
            Trigger(
                f["kind"][0],
                lines_of(f["forms"]),
                f["part"],
                f["language"],
                f["present"],
                lines_of(f["needs"]),
                f["weak"],
            )
            for f in rows["timeline.trigger"]
        ),
    )


@lru_cache
def book() -> OutletBook:
    return OutletBook(
        Outlet(f["slug"], f["name"], f["kind"], lines_of(f["aliases"]), lines_of(f["domains"]))
        for f in fixture_rows()["articles.source"]
    )


def read(text: str, published: str | None = None, **fields: str):
    """The Document of a text."""
    day = date.fromisoformat(published) if published else None
    return read_article(RawArticle(text, published=day, **fields), book())


def mentions(text: str, published: str | None = None, **fields: str) -> list[EventMention]:
    """The mentions of a text under the vocabulary that comes with Tumen."""
    return find_mentions(read(text, published, **fields), vocabulary_from_fixture())


# The day of most texts of the tests.
FRIDAY = "2031-03-07"


def told(text: str, published: str = FRIDAY) -> list[tuple[str, str, str]]:
    """(kind, date or "", place) of each mention of an English text."""
    found = mentions(text, published, language="en")
    return [(m.kind, m.dating.edtf if m.dating else "", m.place) for m in found]


# Makes a text one about the two countries.
ALLIES = "Russia and North Korea are allies. Russia needs North Korea. North Korea needs Russia.\n\n"
SUMMIT_TEXT = """The two leaders in the north

Published March 4, 2031

Russian President Vladimir Putin and North Korean leader Kim Jong Un met in Vladivostok on Monday. The talks lasted three hours.

"We had much to say to each other and we said it," Putin told the press afterwards.

Share on Facebook
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
