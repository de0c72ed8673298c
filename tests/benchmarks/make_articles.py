"""Writes N made-up articles that vary the demo texts: other days, people, places and figures.

    python -m tests.benchmarks.make_articles N FOLDER

The lengths follow those of real news texts (2 to 5 KB, 3 on average): each article is some varied
paragraphs of the demo texts under a head of its own. The same N always gives the same texts.
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

# Characters of a story: least, most, most frequent.
LENGTHS = (1700, 4200, 2300)
# Every tenth article is another's text under a head of its own.
COPY_EVERY = 10


def main(count: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = [
        paragraph
        for path in sorted((ROOT / "fixtures" / "demo").glob("*.txt"))
        if "mail-ru" not in path.name and "kommersant" not in path.name
        for paragraph in _paragraphs(path.read_text())
    ]
    for number in range(count):
        copies = number and number % COPY_EVERY == 0
        body = _body(random.Random(number - 1 if copies else number), paragraphs)
        (folder / f"{number:06}.txt").write_text(_head(random.Random(f"head {number}")) + body)


def _paragraphs(text: str) -> list[str]:
    return [p for p in re.split(r"\n\s*\n", text) if len(p.split()) > 12 and "Summary," not in p]


def _head(chance: random.Random) -> str:
    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9400))
    return (
        f"{chance.choice(PEOPLE)} speaks of ties with North Korea {chance.randrange(10**6)}\n\n"
        f"By Staff, {chance.choice(OUTLETS)}\nPublished {day:%B} {day.day}, {day.year}\n\n"
    )


def _body(chance: random.Random, paragraphs: list[str]) -> str:
    wanted, body = chance.triangular(*LENGTHS), list[str]()
    for paragraph in chance.sample(paragraphs, len(paragraphs)):
        body.append(_varied(paragraph, chance))
        if sum(map(len, body)) >= wanted:
            break
    return "\n\n".join(body) + "\n"


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
