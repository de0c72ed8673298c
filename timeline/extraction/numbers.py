"""Numbers of prose: "11,000", "about four thousand", "2.7 million"."""

import re

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate([*_ONES, *_TEENS], 1)}
_WORDS |= {word: 10 * tens for tens, word in enumerate(_TENS, 2)} | {"dozen": 12, "a": 1, "an": 1}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

BOUND = (
    r"(?:(?P<bound>about|around|some|nearly|almost|roughly|approximately|up to|as many as|at least|no (?:more|fewer) than|no less than|"
    r"more than|over|fewer than|less than|another|an estimated|an additional)\s+)?"
)
_SCALE = rf"(?:{'|'.join(_SCALES)})\b"
NUMBER_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join([*_TEENS, *_ONES, 'dozen'])})\b"
# "one" alone counts nothing ("one of the soldiers"), nor does "two" of "two thirds".
NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?!\d)|\d{{1,12}}(?:\.\d{{1,6}})?(?!\d)|(?!one\b){NUMBER_WORD}|(?:an?|one|half\san?)(?=[\s-]{_SCALE}))"
    rf"(?![\s-](?:thirds?|quarters?|fifths?|tenths?)\b)(?P<scale>(?:[\s-]{_SCALE}){{0,2}})(?P<half>[\s-]and[\s-]a[\s-]half)?"
)


def value_of(match: re.Match[str]) -> float:
    """The value of a match of NUMBER (groups "number", "scale" and "half")."""
    words = re.split(r"[\s-]", match["number"].lower())
    if words[0] == "half":
        words = ["0.5"]  # "half a dozen"
    value = sum(float(_WORDS.get(word) or word.replace(",", "")) for word in words)
    if match["half"]:
        value += 0.5
    for scale in re.findall(r"[a-z]+", (match["scale"] or "").lower()):
        value *= _SCALES[scale]
    return value


def start_of(match: re.Match[str]) -> int:
    """Where a match of BOUND and NUMBER (or a sign before the number) starts: without the space before it."""
    if match["bound"]:
        return match.start("bound")
    return match.start("sign") if "sign" in match.groupdict() else match.start("number")
