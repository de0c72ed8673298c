"""Writes N made-up articles that vary the demo texts: other days, people, places and figures.

    python -m tests.benchmarks.make_articles N FOLDER

The lengths follow those of real news texts (2 to 5 KB): each article is a few varied paragraphs of the
demo texts under a head of its own. The same N always gives the same texts.
"""

import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path

from tests.machine import ROOT

PLACES = ["Vladivostok", "Pyongyang", "Moscow", "Beijing", "Wonsan", "Khabarovsk", "Rason", "Omsk", "Khasan"]
PEOPLE = ["Sergei Lavrov", "Sergei Shoigu", "Andrei Belousov", "Dmitry Medvedev", "Vladimir Putin", "Mikhail Mishustin"]
OUTLETS = ["Reuters", "TASS", "Associated Press", "Kyodo News", "KBS World", "The Korea Herald", "The Moscow Times"]


def main(count: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stories = [
        _story(path.read_text())
        for path in sorted((ROOT / "fixtures" / "demo").glob("*.txt"))
        if "mail-ru" not in path.name and "kommersant" not in path.name
    ]
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(_article(random.Random(number), stories))


def _story(text: str) -> list[str]:
    return [p for p in re.split(r"\n\s*\n", text) if len(p.split()) > 12 and "Summary," not in p]


def _article(chance: random.Random, stories: list[list[str]]) -> str:
    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9400))
    paragraphs = [p for story in chance.sample(stories, chance.randint(3, 7)) for p in story]
    body = [_varied(p, chance) for p in paragraphs]
    return (
        f"{chance.choice(PEOPLE)} speaks of ties with North Korea {chance.randrange(10**6)}\n\nBy Staff, {chance.choice(OUTLETS)}\nPublished {day:%B} {day.day}, {day.year}\n\n"
        + "\n\n".join(body)
        + "\n"
    )


def _varied(text: str, chance: random.Random) -> str:
    text = re.sub(r"\b(?:" + "|".join(PLACES) + r")\b", lambda m: chance.choice(PLACES), text)
    text = re.sub(r"\b(?:" + "|".join(PEOPLE) + r")\b", lambda m: chance.choice(PEOPLE), text)
    text = re.sub(
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
        lambda m: chance.choice(["Monday", "Tuesday", "Friday", "Saturday"]),
        text,
    )
    return re.sub(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{3}\b", lambda m: f"{chance.randrange(100, 20000):,}", text)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
