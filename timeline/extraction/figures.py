"""Figures: numbers that a passage gives for something that can be counted or measured."""

import re
from dataclasses import dataclass

from . import soldiers
from .numbers import BOUND, NUMBER, NUMBER_WORD, start_of, value_of

_COUNTED = re.compile(
    rf"\b{BOUND}{NUMBER}[\s-](?P<modifiers>(?:(?!(?:to|in|at|for|by|on|than)\b|{NUMBER_WORD}\b|\d)[\w’'-]+\s){{0,3}}?)"
    r"(?P<unit>soldiers?|casualties|deaths|fatalities|troops|personnel|servicemen|fighters|engineers|workers|sappers|deminers|builders|people|officers|diplomats|tourists|containers?|shells|rounds|missiles|hours?|minutes?|days?|met(?:er|re)s|kilomet(?:er|re)s|km|miles|leaders|resolutions|members|carriages)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:\b(?P<bound>about|around|nearly|more than|over)\s+)?(?P<sign>\$)(?P<number>\d{1,12}(?:\.\d{1,6})?)(?!\d)(?P<scale>\s(?:million|billion))?(?P<half>(?!))?"
)
_UNITS = {
    "hour": "hours", "minute": "minutes", "day": "days", "container": "containers",
    "meters": "metres", "km": "kilometres", "kilometers": "kilometres",
}  # fmt: skip
_LASTED = re.compile(r"\b(?:lasted|lasting|took|talk(?:ed|s)|met|meeting|summit|long)\b", re.IGNORECASE)
# So far, in characters, around a length of time stands what lasted so long.
NEAR = 100

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|during|of|late|early|mid|year|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?)|\d,)[\s-]$",
    re.IGNORECASE,
)
# A count of what the text told before: "about 11,000 were deployed", "another 3,000 to Russia".
_BARE_COUNT = re.compile(
    r"(?<!worth )(?<!of )\b(?!(?:19|20)\d\d\b)\d{1,3},?\d{3}\b(?=\s+(?:were|was|had|have|are|to|from|in|went|into|more|of (?:them|those|whom|these))\b|[,.;]|\s*$)"
)


def has_bare_count(words: str) -> bool:
    """Whether a number of some size stands without what it counts."""
    return bool(_BARE_COUNT.search(words))


def counts_soldiers(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] tells how many soldiers, in digits or in words ("hundreds")."""
    return soldiers.are_many(text[start:end]) or any(f.unit == "soldiers" for f in find_figures(text, start, end))


# What talks and journeys have no number of: "since the summit 10,000 containers have gone to Russia".
_OF_OTHERS = re.compile(r"soldiers|containers|shells|rounds|missiles|dollars|carriages")


def belongs(figure: "Figure", kind: str) -> bool:
    """Whether a happening of the kind can have the figure; a sentence may tell of more than one."""
    return kind not in ("summit", "meeting", "visit", "parade") or not _OF_OTHERS.search(figure.quantity)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what it counts ("soldiers killed"), its bound ("about") and its span."""

    value: float
    unit: str
    quantity: str
    bound: str
    start: int
    end: int
    text: str


def find_figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of text[start:end] that count something known, in the order of the text."""
    sentence = text[start:end]
    found, men = [], []
    for match in (m for m in (*_COUNTED.finditer(sentence), *_MONEY.finditer(sentence)) if not _is_year(sentence, m)):
        unit = match["unit"].lower() if match.re is _COUNTED else "dollars"
        if unit in soldiers.WORDS:
            first, last = start_of(match), match.end()
            men.append(soldiers.Count(first, match.start("number"), last, last, unit, match["modifiers"]))
        else:
            found.append(_figure(match, start, *_measured(sentence, match, unit)))
    for count, quantity in soldiers.fates(sentence, men, text[max(0, start - soldiers.AROUND) : start]):
        number = soldiers.number_at(sentence, count)
        if number and not _is_year(sentence, number):
            found.append(_figure(number, start, "soldiers", quantity, count.end))
    return sorted(found, key=lambda f: f.start)


def _is_year(sentence: str, match: re.Match[str]) -> bool:
    """ "In 2024 North Korean soldiers were sent": no number of soldiers."""
    return bool(
        _YEAR.fullmatch(match["number"])
        and _BEFORE_YEAR.search(sentence[max(0, match.start("number") - 20) : match.start("number")])
    )


def _measured(sentence: str, match: re.Match[str], word: str) -> tuple[str, str]:
    """The unit of a number that counts no soldiers, and what is counted in it."""
    unit = _UNITS.get(word, word)
    around = sentence[max(0, match.start() - NEAR) : match.end() + NEAR]
    return unit, "length of talks" if unit in ("hours", "minutes") and _LASTED.search(around) else unit


def _figure(match: re.Match[str], start: int, unit: str, quantity: str, end: int | None = None) -> Figure:
    first = start_of(match)
    last = match.end() if end is None else end
    bound = (match["bound"] or "").lower()
    return Figure(value_of(match), unit, quantity, bound, start + first, start + last, match.string[first:last])
