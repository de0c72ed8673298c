"""Words as the index holds them, and where they stand in a text. Plain Python; both databases get the same words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

# What is shown of a passage around its first hit, in characters.
SNIPPET = 200

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ENGLISH = snowballstemmer.stemmer("english")
_RUSSIAN = snowballstemmer.stemmer("russian")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without case, accents and ending: "Meetings" is "meet", "Путина" is "путин".

    Stems are those of the Snowball algorithms for English and Russian (snowballstem.org).
    """
    small = word.lower()
    if _CYRILLIC.search(small):
        return str(_RUSSIAN.stemWord(small))
    parts = unicodedata.normalize("NFD", small)
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return str(_ENGLISH.stemWord(unicodedata.normalize("NFC", bare)))


def words_with_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """(stem, start, end) of every word; "Jong-un" is two words, "Putin’s" is "putin" and "s"."""
    for match in _WORD.finditer(text):
        yield stem(match.group()), match.start(), match.end()


def normalise(text: str) -> str:
    """The stems of a text in their order, one space between: what the index holds."""
    return " ".join(map(stem, _WORD.findall(text)))


def passage_of_hit(quotes: Iterable[str], terms: Iterable[tuple[tuple[str, ...], bool]]) -> list[tuple[str, bool]]:
    """The quote that holds the most terms, cut to the neighbourhood of its first hit, as (text, is a hit) pieces.

    A term is (stems, whether the last is the beginning of a word). [] when no quote holds any.
    """
    asked = list(terms)
    best: tuple[int, str, list[tuple[int, int]]] = (0, "", [])
    for quote in quotes:
        words = list(words_with_spans(quote))
        found = [_spans(words, stems, prefix) for stems, prefix in asked]
        held = sum(bool(spans) for spans in found)
        if held > best[0]:
            best = (held, quote, sorted(span for spans in found for span in spans))
    return _cut(best[1], best[2]) if best[0] else []


def _spans(words: list[tuple[str, int, int]], stems: tuple[str, ...], prefix: bool) -> list[tuple[int, int]]:
    """Where the stems stand side by side."""
    spans = []
    for at in range(len(words) - len(stems) + 1):
        here = [word for word, _, _ in words[at : at + len(stems)]]
        if tuple(here[:-1]) == stems[:-1] and (here[-1].startswith(stems[-1]) if prefix else here[-1] == stems[-1]):
            spans.append((words[at][1], words[at + len(stems) - 1][2]))
    return spans


def _cut(quote: str, spans: list[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Pieces of at most about SNIPPET characters from shortly before the first hit."""
    start = max(0, spans[0][0] - SNIPPET // 3)
    start = quote.find(" ", start) + 1 if start else 0
    end = min(len(quote), start + SNIPPET)
    if end < len(quote):
        end = max(quote.rfind(" ", start, end), spans[0][1])
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        pieces += [(quote[at:first], False), (quote[first:last], True)]
        at = last
    pieces += [(quote[at:end], False), (" …" if end < len(quote) else "", False)]
    return [(" ".join(text.split("\n")), hit) for text, hit in pieces if text]
