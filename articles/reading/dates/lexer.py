"""Cuts a text into the short stretches in which a date can stand, each with its string of classes.

Most of a news text has nothing to do with time. One regular expression finds the tokens, a table
(words.py) gives each a class, and only runs of known tokens that hold a core word ("islands") go on
to the rules. The work is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .words import CORE, COUNTED, LEXICON, NEEDS_CAPITAL, NEEDS_NUMBER, SHORT_MONTHS

# Order matters: words, of which there are most, then the longest composite forms. "junk" takes what only looks like a number
# of interest (money, percentages, addresses, decimals) out of the rules' sight.
_TOKEN = re.compile(
    r"""
      (?!https?://|www\.)(?P<w>[^\W\d_]+(?:\.[^\W\d_]\b\.?)*)(?!@)
    | (?P<decimal>\d{1,3}\.\d{1,2}(?=[\s-]+(?:hour|day|week|month|year|minute|decade)))
    | (?P<junk>\+?\d{2,4}-\d{3,4}-\d{4}(?!\d)|https?://\S+|www\.\S+|\S{1,64}@\S{1,64}|[$€£¥₽\#]\s?\d[\d.,]{0,20}|\d[\d.,]{0,20}\s?(?:%|percent\b)|\d+\.\d+(?!\d|\s?[ap]\.?m)(?!\.\d))
    | (?P<I>\d{4}-\d\d?-\d\d?(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))
    | (?P<V>\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\d/])|\d{1,2}\.\d{1,2}\.20\d\d(?=\d\d:\d\d)|(?:19|20)\d\d\.\s\d{1,2}\.\s\d{1,2}\.)
    | (?P<H>\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[ap]\.?m\b|\s?(?:hrs|h)\b|\s?(?:UTC|GMT|E[SD]?T|MSK|KST)\b)|(?<![\d:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<clock>\d{4}(?=\s?(?:UTC|GMT|hrs|hours)\b))
    | (?P<short>['’]\d\d(?![\d'’s]))
    | (?P<decade>['’]?\d{2,4}['’]?s\b)
    | (?P<O>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<n>(?<=\d,\s)(?:19|20)\d\d(?=[A-Z])|(?<=[a-z]\s)(?:19|20)\d\d(?=[A-Z][a-z]{2})|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?![A-Za-z]))
    | (?P<p>[-–—,./()'’:;])
    """,
    re.VERBOSE,
)
# "nineteen eighty-six", "twenty nineteen", "two thousand".
FIRST_WORD_OF_YEAR = frozenset(["eighteen", "nineteen", "twenty", "two"])
_DAY_AND_YEAR = re.compile(r"\s\d{1,2},\s\d{4}")
# "on may 31", "31 may 2018": as machines translate.
_SMALL_MONTH = re.compile(
    r"(?<=\son )[a-z]+\s\d{1,2}\b(?!\s(?:miles|km|kilomet|met|days|hours|men|people|soldiers|troops|percent|of\sthe))|(?<=\d )[a-z]+\s(?:19|20)\d\d\b"
)
_DASHES = frozenset("-–—")
_MERIDIEM = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)


@dataclass(slots=True)  # not frozen: making them is a tenth of the time
class Token:
    """One word, number or mark: its place in the text, its class, and itself in lower case."""

    start: int
    end: int
    kind: str
    word: str


def islands(text: str) -> Iterator[list[Token]]:
    """Runs of tokens known to the lexicon with at least one core token, in text order."""
    run: list[Token] = []
    hot = False
    end = 0
    get = LEXICON.get
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        raw = match.group()
        start = match.start()
        kind: str | None
        if group == "w":
            word = raw.lower()
            kind = get(word) or get(word.rstrip("."))
            if kind is not None and word in NEEDS_CAPITAL and not raw[0].isupper():
                kind = kind if kind == "M" and _SMALL_MONTH.match(text, start) else None
            elif kind is None and "." in word and _MERIDIEM.fullmatch(word):
                kind = "q"
        else:
            word = raw
            kind = _kind(group, raw, text, match.end())
            if (
                kind == "."
                and run
                and run[-1].kind == "M"
                and _closes(run[-1].word, text[match.end() : match.end() + 9])
            ):
                kind = None
        gap = start - end
        if run and (kind is None or gap > 3 or (gap > 1 and "\n\n" in text[end:start])):
            if hot:
                yield _tidy(run, text)
            run, hot = [], False
        if kind is not None:
            run.append(Token(start, match.end(), kind, word))
            hot = (
                hot
                or kind in CORE
                or (kind == "O" and word[0].isdigit())
                or (kind == "q" and len(run) > 1 and run[-2].kind == "D")
                or (kind == "C" and len(run) > 1 and run[-2].word in FIRST_WORD_OF_YEAR)
            )
            end = match.end()
    if run and hot:
        yield _tidy(run, text)


def _closes(month: str, behind: str) -> bool:
    """Whether a full stop behind a month ends a sentence: "in June. The first"; not "01 May. 2025", "June. 10, 2024"."""
    if month == "may":
        return not behind.strip()[:1].isdigit()
    return month not in SHORT_MONTHS and _DAY_AND_YEAR.match(behind) is None


def _kind(group: str | None, raw: str, text: str, end: int) -> str | None:
    if group == "p":
        return "-" if raw in _DASHES else "'" if raw == "’" else raw if raw in ",./()':" else None
    if group == "n":
        return _number_kind(raw, text, end)
    if group in ("clock", "decimal"):
        return "H" if group == "clock" else "N"
    if group == "short":
        return "Y"
    if group == "decade":
        digits = raw.strip("'’s")
        return "$" if (len(digits) in (2, 4) and digits.endswith("0")) else None
    if group == "junk":
        return None
    return group


def _number_kind(raw: str, text: str, end: int) -> str | None:
    if "," in raw:
        return "N"
    if len(raw) == 4 and 1000 <= int(raw) <= 2199:
        return "N" if _counts_things(text, end) else "Y"
    if len(raw) <= 2:
        return "D" if 1 <= int(raw) <= 31 else "N"
    return "N"


def _counts_things(text: str, end: int) -> bool:
    following = text[end : end + 24].lstrip(" \n").split(maxsplit=1)
    return bool(following) and following[0].strip(".,;:").lower() in COUNTED


def _tidy(run: list[Token], text: str) -> list[Token]:
    """Abbreviations that are also words or names ("Sun", "Mar") count only beside a number."""
    for index, token in enumerate(run):
        if token.word in NEEDS_NUMBER and token.kind in "MW":
            around = [t.kind for t in run[max(0, index - 2) : index + 4] if t is not token]
            dotted = text[token.end : token.end + 1] == "."
            near = any(kind in "DOYIVWM" for kind in around)
            if not (near or (dotted and token.kind == "M" and "D" in around)):
                run[index] = Token(token.start, token.end, "?", token.word)
    # "8-13 Oct. 2024": inside a date the full stop of a short month says nothing.
    inside = range(1, len(run) - 1)
    return [token for n, token in enumerate(run) if not (n in inside and token.kind == "." and run[n - 1].kind == "M")]
