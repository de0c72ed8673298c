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
# Nobody writes a longer word.
LONGEST_WORD = 40
# A word is the name of somebody or of a place if it can be one: "Пескова" is no sand.
_NAMES = ("Surn", "Geox")
# Verbs that no dictionary has ("ветировала") are told by their endings.
_VERBS = ("VERB", "INFN", "PRTS")


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The dictionary form of a Russian word in lower case, other words as they are: lemma("встретились") == "встретиться".

    Of a name that is in no dictionary what stands before its ending.
    """
    if len(word) > LONGEST_WORD or not _CYRILLIC.fullmatch(word):
        return word
    parses = _analyzer().parse(word)
    if not _analyzer().word_is_known(word) and not any(form in parses[0].tag for form in _VERBS):
        stem = _ENDING.sub("", word)
        return (stem if len(stem) >= SHORTEST_STEM else word).replace("ё", "е")
    best = next((p for p in parses if any(name in p.tag for name in _NAMES)), parses[0])
    form = str(best.normal_form).replace("ё", "е")
    # Soldiers, where it is no adjective of one thing: "военные прибыли", not "военный атташе прибыл".
    return "военные" if form == "военный" and "plur" in best.tag else form


def is_russian(words: str) -> bool:
    """Whether most of their letters are Russian."""
    letters = sum(map(str.isalpha, words))
    return 2 * sum(map(len, _CYRILLIC.findall(words.lower()))) > letters


def is_said_by_nobody(words: str) -> bool:
    """Whether the first word is a verb of which nobody told of is the subject: "комментировать", "напомним"."""
    tag = _tag(words)
    return "INFN" in tag or "1per" in tag


def is_passive(words: str) -> bool:
    """Whether the first word tells what was done to something: "принят"."""
    return "PRTS" in _tag(words)


def tells(word: str) -> bool:
    """Whether it is a verb with a subject of its own: "приветствовал"; not "приветствовать"."""
    return "VERB" in _tag(word)


def is_ahead(words: str) -> bool:
    """Whether the first word is a verb of what is to come or to be done: "встретятся", "посетить"; not "встретились"."""
    tag = _tag(words)
    return "INFN" in tag or ("VERB" in tag and "futr" in tag)


@lru_cache(maxsize=65536)
def _tag(words: str) -> str:
    """What pymorphy tells of the first word, "" where it is none of Russian: "INFN,perf,tran"."""
    first = next(iter(words.lower().split()), "")
    known = len(first) <= LONGEST_WORD and _CYRILLIC.fullmatch(first)
    return str(_analyzer().parse(first)[0].tag) if known else ""
