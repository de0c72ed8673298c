"""What a reader types into the search: words, "phrases", -not, beginnings*."""

import re
from dataclasses import dataclass

from .words import words_with_spans

# -"no such phrase", "a phrase", -word, word
_TERM = re.compile(r'(?<!\S)(-?)(?:"([^"]+)"?|([^\s"]+))')
_QUOTES = str.maketrans("“”„«»", '"""""')

# Stems side by side, and whether the last one is the beginning of a word only.
Term = tuple[tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted` must be there, none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


# The last word of so many letters may be one that is still being typed: it is taken as a beginning.
_TYPED = 4


def parse_query(words: str) -> Query:
    """The terms of a query; signs without a word say nothing."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    words = words.translate(_QUOTES)
    for match in _TERM.finditer(words):
        minus, phrase, word = match.groups(default="")
        text = phrase or word
        typed = match.end() == len(words) and not minus and len(word) >= _TYPED
        prefix = text.endswith("*") or typed
        found = list(words_with_spans(text))
        if found:
            stems = [stem for stem, _, _ in found]
            (unwanted if minus else wanted).append((tuple(stems), prefix))
    return Query(tuple(wanted), tuple(unwanted))
