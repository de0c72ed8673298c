"""Figures: numbers that a passage gives for something that can be counted or measured."""

import re
from dataclasses import dataclass

_WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "dozen": 12,
    "thousands": 0,
    "hundreds": 0,
}
_BOUND = r"(?P<bound>about|around|some|nearly|almost|roughly|approximately|up to|as many as|at least|more than|over|fewer than|less than|another|an estimated)?\s*"
_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,12}(?:\.\d{1,6})?(?!\d)|"
    + "|".join(w for w, n in _WORDS.items() if n)
    + r")(?P<scale>[\s-](?:million|billion|thousand))?"
)
_COUNTED = re.compile(
    rf"\b{_BOUND}{_NUMBER}[\s-](?:[\w’'-]+\s){{0,3}}?(?P<unit>soldiers?|casualties|deaths|fatalities|troops|personnel|servicemen|engineers|workers|sappers|deminers|builders|people|officers|diplomats|tourists|containers?|shells|rounds|missiles|hours?|minutes?|days?|met(?:er|re)s|kilomet(?:er|re)s|km|miles|leaders|resolutions|members|carriages)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?P<bound>about|around|nearly|more than|over)?\s*\$(?P<number>\d{1,12}(?:\.\d{1,6})?)(?!\d)(?P<scale>\s(?:million|billion))?"
)
# "300 had been killed and 2,700 wounded": of a war's reports, soldiers.
_TOLL = re.compile(
    rf"\b{_BOUND}{_NUMBER}(?:\s(?!killed|dead|died|wounded|injured|hurt)[^\W\d_][\w’'-]*){{0,5}}?\s(?P<fate>killed|dead|died|perished|wounded|injured|hurt)\b(?!\s+(?:North|Korean|soldier|men\b|prisoner|captive|troops|service|(?:or|and)\smissing))",
    re.IGNORECASE,
)
# "casualties had reached around 4,000", "the death toll stood at 600".
_REACHED = re.compile(
    rf"\b(?P<fate>casualties|losses|deaths|death toll|toll)\b[^.;,\d]{{0,40}}?\s(?:reached|reach|stood at|stand at|rose to|at|to|were|was)\s+{_BOUND}(?!(?:19|20)\d\d\b){_NUMBER}\b(?!\s+(?:percent|per cent|%))",
    re.IGNORECASE,
)
# Deaths are soldiers' where the sentence is on soldiers or their war.
_DEATHS = ("casualties", "losses", "deaths", "fatalities", "toll", "death toll")
_AT_WAR = re.compile(
    r"\b(?:soldiers?|troops|forces|army|military|combat|battle\w*|front|Kursk|war|fight\w*|Chiefs of Staff|units?)\b",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS = {
    "soldiers": "soldiers", "soldier": "soldiers", "troops": "soldiers", "personnel": "soldiers", "servicemen": "soldiers",
    "casualties": "soldiers", "deaths": "soldiers", "fatalities": "soldiers",
    "hour": "hours", "hours": "hours", "meters": "metres", "metres": "metres", "km": "kilometres", "kilometers": "kilometres",
}  # fmt: skip
_KILLED = re.compile(r"\b(?:killed|dead|died|lost|deaths|fatalities)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wounded|injured|hurt)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:killed|dead) (?:or|and) (?:wounded|injured)|\bkilled and wounded|\bcasualties\b|\blosses\b", re.IGNORECASE
)
_SENT = re.compile(r"\b(?:deploy\w*|sent|send\w*|dispatch\w*|shipped|carried)\b", re.IGNORECASE)
_LASTED = re.compile(r"\b(?:lasted|lasting|took|talks of|talks for|long)\b", re.IGNORECASE)


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
    """The figures of text[start:end] that count something known."""
    sentence = text[start:end]
    found: list[Figure] = []
    for match in (
        *_COUNTED.finditer(sentence),
        *_MONEY.finditer(sentence),
        *_TOLL.finditer(sentence),
        *_REACHED.finditer(sentence),
    ):
        if _YEAR.fullmatch(match["number"]) and _BEFORE_YEAR.search(sentence, 0, match.start("number")):
            continue  # "In 2024 North Korean soldiers were sent"
        value = _value(match)
        fate = match.groupdict().get("fate")
        unit = match.groupdict().get("unit") or ("soldiers" if fate else "dollars")
        if (fate or unit).lower() in _DEATHS and not _AT_WAR.search(sentence):
            continue
        unit = _UNITS.get(unit.lower(), unit.lower())
        behind = _upto_number(sentence[match.end() : match.end() + 110])
        before = _upto_number(sentence[max(0, match.start() - 90) : match.start()][::-1])[::-1]
        if fate and any(f.start < start + match.end() and start + match.start("number") < f.end for f in found):
            continue
        span = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(
            Figure(
                value,
                unit,
                _quantity(unit, before if not fate else "", match.group() + behind),
                (match["bound"] or "").lower(),
                start + span,
                start + match.end(),
                sentence[span : match.end()],
            )
        )
    return found


def _value(match: re.Match[str]) -> float:
    word = match["number"].lower()
    number = float(_WORDS[word]) if word in _WORDS else float(word.replace(",", ""))
    return number * _SCALES.get((match["scale"] or "").strip(" -").lower(), 1)


def _upto_number(words: str) -> str:
    """The words before the next number: what stands behind that belongs to it."""
    return re.split(r"\d", words, maxsplit=1)[0]


def _quantity(unit: str, before: str, behind: str) -> str:
    """What is counted, from the words in front of the figure and those from the figure on."""
    around = f"{before} {behind}"
    if unit == "soldiers":
        if _BOTH.search(around):
            return "soldiers killed or wounded"
        if _KILLED.search(behind) or (_KILLED.search(before) and not _SENT.search(around)):
            return "soldiers killed"
        if _HURT.search(around):
            return "soldiers wounded"
        return "soldiers sent"
    if unit in ("hours", "minutes"):
        return (
            "length of talks" if _LASTED.search(around) or re.search(r"\b(?:talks|meeting|summit)\b", around) else unit
        )
    return unit
