"""Russian words in their dictionary form: the vocabulary lists one form of a word, texts use all of them."""

import re
from functools import cache, lru_cache

import pymorphy3

_CYRILLIC = re.compile(r"[а-яё]+")
# Endings of nouns and adjectives, the longest first: for names that no dictionary has ("Ына", "Пуликовского").
_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ом|ем|ым|им|ый|ий|ах|ях|ую|юю|ая|яя|а|я|у|ю|ы|и|е|о|й|ь)$"
)
# What is left of a name has so many letters at least.
SHORTEST_STEM = 2
# A word is the name of somebody or of a place if it can be one: "Пескова" is no sand.
_NAMES = ("Surn", "Geox")


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The dictionary form of a Russian word in lower case, other words as they are: lemma("встретились") == "встретиться".

    Of a name that is in no dictionary what stands before its ending.
    """
    if not _CYRILLIC.fullmatch(word):
        return word
    if not _analyzer().word_is_known(word):
        stem = _ENDING.sub("", word)
        return (stem if len(stem) >= SHORTEST_STEM else word).replace("ё", "е")
    parses = _analyzer().parse(word)
    best = next((p for p in parses if any(name in p.tag for name in _NAMES)), parses[0])
    return str(best.normal_form).replace("ё", "е")


@lru_cache(maxsize=65536)
def is_ahead(words: str) -> bool:
    """Whether the first word is a verb of what is to come or to be done: "встретятся", "посетить"; not "встретились"."""
    first = words.lower().split()[0] if words.split() else ""
    if not _CYRILLIC.fullmatch(first):
        return False
    tag = _analyzer().parse(first)[0].tag
    return "INFN" in tag or ("VERB" in tag and "futr" in tag)
