"""Where the names and the trigger words of the vocabulary stand in a sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .russian import lemma
from .vocabulary import WORD, Adjective, Phrases, Vocabulary

_BEFORE_BARE = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|must|(?<!ccording )(?<!hanks )(?<!wing )(?<!prior )(?<!contrary )to)\s+(?:(?:also|soon|then|\w+ly)\s+){0,2}$"
)
_BEFORE_GERUND = re.compile(
    r"(?:\b(?:in|by|after|before|while|when|upon|on|including|and|for)\s{1,3}|,\s{1,3})(?:\w{2,20}ly\s{1,3})?$",
    re.IGNORECASE,
)


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
    if language == "ru":
        words = [lemma(word) for word in words]
    triggers, bare = vocabulary.trigger_phrases.get(language), vocabulary.bare_phrases.get(language)
    hits = _phrases_in(matches, words, raw, triggers) if triggers else []
    gerunds = vocabulary.gerund_phrases.get(language)
    behind_modals = _phrases_in(matches, words, raw, bare, _behind(_BEFORE_BARE, text)) if bare else []
    behind_words = _phrases_in(matches, words, raw, gerunds, _behind(_BEFORE_GERUND, text)) if gerunds else []
    hits = _joined(_joined(hits, behind_modals), behind_words)
    names = [n for n in _phrases_in(matches, words, raw, vocabulary.names) if text[n[1] : n[1] + 1] != "$"]  # "US$5"
    return Scan(names, hits)


def _behind(pattern: re.Pattern[str], text: str) -> Callable[[int], bool]:
    """Whether words of the pattern ("will", "to") stand before a place of the text."""
    return lambda start: pattern.search(text, max(0, start - 30), start) is not None


def _joined(hits: list[tuple[int, int, Any]], bare: list[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """Both kinds of hits in text order. "will hold talks" is one hit; a hit of both kinds has the triggers of both."""
    joined = []
    for start, end, triggers in bare:
        same = [t for a, b, t in hits if a <= start and b == end]  # "will open" may be listed as a whole
        joined.append((start, end, same[0] + triggers if same else triggers))
    apart = [(a, b, t) for a, b, t in hits if not any(a < end and start < b for start, end, _ in bare)]
    longer = [(a, b, t) for a, b, t in hits if any(a == start and b > end for start, end, _ in bare)]
    kept = [hit for hit in joined if not any(a == hit[0] and b > hit[1] for a, b, _ in longer)]
    return sorted([*kept, *apart, *longer], key=lambda hit: hit[0])


def countries_in(found: Scan) -> set[str]:
    """The countries of all that the names may stand for."""
    return {
        meaning.of.country if isinstance(meaning, Adjective) else meaning.country
        for _, _, meanings in found.names
        for meaning in meanings
    } - {""}


def _phrases_in(
    matches: list[re.Match[str]],
    words: list[str],
    raw: list[str],
    phrases: Phrases,
    allowed: Callable[[int], bool] | None = None,
) -> list[tuple[int, int, Any]]:
    """(start, end, meaning) of the longest phrase at each place where one is `allowed` to begin."""
    found = []
    behind = 0
    table = phrases.table
    for index, word in enumerate(words):
        if index < behind or word not in table:
            continue
        hit = phrases.at(words, raw, index)
        if hit is not None and word == "the" and (longer := phrases.at(words, raw, index + 1)) and longer[0] > hit[0]:
            continue  # "the North Korean capital" is not "the North"
        if hit is not None and (allowed is None or allowed(matches[index].start(1))):
            behind, meaning = hit
            found.append((matches[index].start(1), matches[behind - 1].end(1), meaning))
    return found
