"""A sentence cut into clauses, with the names, dates and trigger words found in each.

The cut is shallow: at conjunctions, relative pronouns, semicolons and reporting verbs. That is enough
to keep apart the happenings of a sentence that has several, each with its own date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.reading.dates import DateExpression

from .vocabulary import WORD, Actor, Adjective, Phrases, Place, Trigger, Vocabulary

# How a connector ties its clause in time to the one before it:
#   same     happened together: a date is shared both ways
#   apart    a time of its own: dates are not shared
#   content  what somebody says: the date of the speech is not that of its content
CONNECTORS: dict[str, str] = {
    "during which": "same", "at which": "same", "in which": "same", "as well as": "same",
    "when": "same", "while": "same", "where": "same", "which": "same", "who": "apart", "whom": "apart",
    "after": "same", "following": "same", "as": "same", "since": "apart", "before": "apart",
    "although": "apart", "though": "apart", "but": "apart", "because": "apart", "whereas": "apart",
    "that": "content", "ahead of": "apart", "until": "apart",
    "когда": "same", "где": "same", "после": "same", "во время": "same", "что": "content", "который": "apart",
    "которая": "apart", "но": "apart", "поскольку": "apart", "перед": "apart", "а": "apart",
}  # fmt: skip

_SAY = r"(?:said|says|say|claims?|claimed|added|adds|believes?|noted|reported|announced|told|заявил[аи]?|сообщил[аи]?|сказал[аи]?|пишет|передает)"
_WHEN = r"(?:\s+(?:on\s+)?(?:\w+day|today|yesterday|\w+ \d{1,2}))?"

_CONNECTOR = re.compile(
    r"(?<![\w-])(?P<word>"
    + "|".join(sorted(map(re.escape, CONNECTORS.keys() - {"а"}), key=len, reverse=True))
    + r")\s|(?P<semi>;|\s[—–])\s|,\s+(?P<and>(?:and|adding|saying|acknowledging|while|а)\s)"
)
# "said that", "confirmed to them that": content. Any other "that" only explains the noun before it.
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tell\w*|claim\w*|announc\w+|confirm\w*|report\w*|warn\w*|stat(?:ed|es|ing)|declar\w+|believ\w+|estimat\w+|add(?:ed|s|ing)|"
    r"admit\w*|acknowledg\w+|den(?:y|ied|ies)|promis\w+|pledg\w+|suggest\w*|reveal\w*|proof|insist\w*|agreed|noted|hint\w*|mean\w*|so|clear)\b[^,;]{0,40}$"
)
# "..., the White House said on Friday.": the speaker behind the content.
_TAIL = re.compile(
    r",[”\"]?\s+(?=(?:[^,;“”\"]{2,90}?\s)?"
    + _SAY
    + r"\b(?!\s+(?:\w+\s+){0,4}?that\b)(?:[^;“”\"]{0,80}|\s+(?:on|in|at|to|as|by|during|\w+day)\b[^;“”\"]{0,120})$)|,\s+(?=according to\b)"
)
# "Kirby said the U.S. believes ...": content without "that".
_HEAD = re.compile(
    r"\b"
    + _SAY.replace("|told", "")
    + _WHEN
    + r"\s+(?=[^\W\d_“\"'‘])(?!\w+day\b|today\b|earlier\b|during\b|that\b|on\b|in\b|at\b|to\b|as\b|by\b|he\b.{0,12}$)"
)
# Words besides the date that an opening like "Back in May," may have.
MAX_OPENING = 2
# "an estimated 11,000": a verb's form that only describes a noun.
_ADJECTIVE = re.compile(
    r"\b(?:an?|the|of|its|their|some)\s+(?:estimated|reported|claimed|stated|promised|alleged|said|closed|wounded|captured|opened)$",
    re.IGNORECASE,
)
_UNIT_BEFORE = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?)\s*$")
_OPENING = re.compile(r"(?:As|After|Since|When|Following|During|At the end of|Before)\b")
_NOT_CONNECTOR = {
    "as": re.compile(
        r"\b(?:such|well|same|known|viewed|seen|described|so|as far|is)\s*$|^as\s+(?:well|many|much|a\b|an\b|the\b|of|part|its|saying|\w+ly\b)"
    ),
    "that": re.compile(r"\b(?:so|than|like|at|in|on|after|all)\s*$|^that\s+(?:year|day|month|time|week|country)"),
    "after": re.compile(r"\b(?:look\w*|named|soon|shortly)\s*$"),
    "following": re.compile(r"\b(?:the|a)\s*$"),
    "since": re.compile(r"\b(?:ever|long)\s*$|^since\s+(?:then|\d)"),
    "before": re.compile(r"^before\s+(?:the|that)\s+(?:war|year)"),
    "until": re.compile(r"^until\s+(?:\d|\w+day|now|[A-Z])"),
}


@dataclass(slots=True)
class Name:
    """A name in the text and what it may stand for; `actor` and `place` are set when resolved."""

    start: int
    end: int
    text: str
    meanings: tuple[Actor | Place | Adjective, ...]
    actor: Actor | None = None
    place: Place | None = None
    side: str = ""
    located: bool = False  # behind "in", "at", "to": where something is, not what it is about
    negated: bool = False  # in a part of the sentence that says it was not so


@dataclass(frozen=True, slots=True)
class Hit:
    """Trigger words in the text, with the kinds that they may name."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]
    text: str


@dataclass(slots=True)
class Clause:
    """`link` is how the clause stands in time to the one before it; "" for the first."""

    start: int
    end: int
    connector: str
    link: str
    words: str
    names: list[Name] = field(default_factory=list)
    dates: list[DateExpression] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)


def split_clauses(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of text[start:end], in order; together they cover the sentence."""
    sentence = text[start:end]
    quotes = [match.span() for match in re.finditer(r"[“\"«][^”\"»]{0,400}[”\"»]", sentence)]
    cuts = {0: ""}
    for match in _CONNECTOR.finditer(sentence):
        word = match["word"] or (match["and"] or "").strip() or ";"
        position = match.start("and") if match["and"] else match.start()
        unlike = _NOT_CONNECTOR.get(word)
        if position == 0 or (
            unlike and (unlike.search(sentence[:position]) or unlike.search(sentence[position : position + 30]))
        ):
            continue
        if word in ("after", "before") and _UNIT_BEFORE.search(sentence[:position]):
            word = f"offset {word}"
        if word == "that" and not _SPEAKS.search(sentence[:position]):
            word = "which"
        cuts[position] = word
    for match in _HEAD.finditer(sentence):
        cuts.setdefault(match.end(), "said")
    if tail := _TAIL.search(sentence):
        cuts[tail.end()] = "tail"
    if _OPENING.match(sentence):
        _cut_opening(sentence, cuts)
    positions = sorted(p for p in cuts if not any(a < p < b - 1 for a, b in quotes))
    clauses = []
    for begin, stop in zip(positions, [*positions[1:], len(sentence)], strict=True):
        word = cuts[begin]
        clauses.append(Clause(start + begin, start + stop, word, _link(word), sentence[begin:stop]))
    return clauses


def _link(word: str) -> str:
    if word.startswith("offset"):
        return "apart"
    if word == "said":
        return "content"
    if word == "tail":
        return "apart"
    return CONNECTORS.get(word, "same" if word else "")


def _cut_opening(sentence: str, cuts: dict[int, str]) -> None:
    """ "After the parade, they met": the comma closes the opening clause."""
    comma = sentence.find(", ")
    if comma > 0 and not any(0 < position <= comma + 2 for position in cuts):
        cuts[comma + 2] = "main"


@dataclass(frozen=True, slots=True)
class Scan:
    """The phrases of the vocabulary in a stretch of text: (start, end, meanings), the longest at each place."""

    names: list[tuple[int, int, Any]]
    hits: list[tuple[int, int, Any]]


def scan(text: str, start: int, end: int, vocabulary: Vocabulary, language: str) -> Scan:
    """Names of actors and places, and trigger words, in text[start:end]."""
    matches = list(WORD.finditer(text, start, end))
    raw = [match[1] for match in matches]
    words = [word.lower() for word in raw]
    triggers = vocabulary.trigger_phrases.get(language)
    return Scan(
        _phrases_in(matches, words, raw, vocabulary.names),
        _phrases_in(matches, words, raw, triggers) if triggers else [],
    )


def countries_in(found: Scan) -> set[str]:
    """The countries of all that the names may stand for."""
    return {
        meaning.of.country if isinstance(meaning, Adjective) else meaning.country
        for _, _, meanings in found.names
        for meaning in meanings
    } - {""}


def _phrases_in(
    matches: list[re.Match[str]], words: list[str], raw: list[str], phrases: Phrases
) -> list[tuple[int, int, Any]]:
    found = []
    behind = 0
    table = phrases.table
    for index, word in enumerate(words):
        if index < behind or word not in table:
            continue
        hit = phrases.at(words, raw, index)
        if hit is not None:
            behind, meaning = hit
            found.append((matches[index].start(1), matches[behind - 1].end(1), meaning))
    return found


def read_sentence(text: str, start: int, end: int, dates: Sequence[DateExpression], scan: Scan) -> list[Clause]:
    """The clauses of a sentence with what stands in each."""
    clauses = split_clauses(text, start, end)
    for clause in clauses:
        first, last = clause.start, clause.end
        clause.names = [Name(a, b, text[a:b], meanings) for a, b, meanings in scan.names if first <= a < last]
        clause.hits = [
            Hit(a, b, meanings, text[a:b])
            for a, b, meanings in scan.hits
            if first <= a < last and not _ADJECTIVE.search(text[max(0, a - 12) : b])
        ]
        clause.dates = [d for d in dates if first <= d.start < last]
    _pass_on(clauses)
    return clauses


def _pass_on(clauses: list[Clause]) -> None:
    """ "In mid-October, Washington said ...", "said a week ago that ...": a date cut off belongs to its neighbour."""
    for number, clause in enumerate(clauses):
        words = len(clause.words.split()) - sum(len(d.text.split()) for d in clause.dates)
        if not clause.dates or clause.hits or clause.names or words > MAX_OPENING:
            continue
        if number == 0 and clauses[1:] and clauses[1].connector in ("tail", "main") and not clauses[1].dates:
            clauses[1].dates, clause.dates = clause.dates, []
        elif number and clause.connector == "said" and not clauses[number - 1].dates:
            clauses[number - 1].dates, clause.dates = clause.dates, []
