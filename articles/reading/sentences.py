"""Sentences of the story, through nupunkt, never across a paragraph."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import nupunkt

from .datelines import dateline_at
from .document import Block, Sentence

# Words after which a full stop never ends a sentence, beyond what nupunkt knows.
_JOINED = re.compile(
    r"\b(?:Gen|Lt|Col|Maj|Sgt|Capt|Adm|Gov|Sen|Rep|Dr|Mr|Mrs|Ms|Prof|St|U\.S|U\.N|U\.K|D\.P\.R\.K|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|г|гг|им)\.$"
)


# The words of three letters and more that news texts shorten. nupunkt's model, learnt from other kinds of texts, holds a
# great many ordinary words for abbreviations ("parade", "week", "flag"): those are taken out of it.
_SHORTENED = frozenset(
    [
        "adm",
        "amb",
        "approx",
        "apr",
        "asst",
        "assn",
        "assoc",
        "aug",
        "ave",
        "bldg",
        "blvd",
        "brig",
        "bros",
        "capt",
        "cmdr",
        "col",
        "corp",
        "cpl",
        "dec",
        "dept",
        "dist",
        "div",
        "est",
        "etc",
        "feb",
        "fig",
        "gen",
        "gov",
        "govt",
        "hon",
        "inc",
        "incl",
        "insp",
        "inst",
        "intl",
        "jan",
        "jul",
        "jun",
        "ltd",
        "maj",
        "mar",
        "messrs",
        "min",
        "mon",
        "mrs",
        "natl",
        "nos",
        "nov",
        "oct",
        "pct",
        "pres",
        "prof",
        "pvt",
        "rep",
        "ret",
        "rev",
        "sec",
        "sen",
        "sens",
        "sep",
        "sept",
        "sgt",
        "spc",
        "supt",
        "tel",
        "univ",
        "vol",
        "vols",
        "вып",
        "гор",
        "изд",
        "обл",
        "проф",
        "рис",
        "ред",
        "руб",
        "стр",
        "тел",
        "тыс",
        "чел",
        "экз",
    ]
)


# Shorter ones that are words too: "He let them in.", "Kim Jong Un."
_SHORT_WORDS = frozenset(["at", "in", "me", "ok", "or", "so", "un"])

# Marks of notes behind a full stop: "in 1996.[2] After that".
_NOTES = re.compile(r"(?P<marks>(?:\[\d{1,3}\])+)\s*")
# "No." before a number is short for one; before a sentence it is the whole of an answer.
_ANSWER = re.compile(r"(?P<answer>(?:No|Yes)\.)\s+(?!Korea)(?=[A-Z])")


@cache
def _tokenizer() -> nupunkt.PunktSentenceTokenizer:
    tokenizer = nupunkt.load("default")
    for word in tokenizer.abbreviations:
        if word in _SHORT_WORDS or (len(word) > 2 and word.isalpha() and word not in _SHORTENED):
            tokenizer.remove_abbreviation(word)
    return tokenizer


def split_sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """Sentences in text order; `paragraph` is the index of the block."""
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        for start, end in _spans(text[block.start : block.end]):
            sentences.append(Sentence(block.start + start, block.start + end, number))
    return sentences


# "will not hesitate.The minister said": a page has lost the space between two sentences.
_RUN_TOGETHER = re.compile(
    r"(?:(?<=[a-z]{3}[.!?])|(?<=[\s-](?:un|in|it|up|on|us|me|so)[.!?]))(?!(?:Ru|Com|Org|Net|Su|Io|Kp|Co)\b)(?=[A-Z][a-z]*(?:\s[A-Za-z]|['’][a-z]|:\s))"
    r"|(?<=[a-z][.!?]”)(?=[A-Z][a-z]*\s[a-z])"
)


# "Oct 17: Zelensky says ... Oct 18: Seoul estimates": the entries of a chronology in one paragraph.
_ENTRY = re.compile(
    r"(?<=\s)(?<!\b[Ii]n\s)(?<!\b[Oo]f\s)(?<!\b[Oo]n\s)(?<!\bby\s)(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -])?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,4}(?:[-–]\d{1,2})?(?:,\s\d{4})?|(?:19|20)\d\d):\s(?=[A-Z][a-z])"
)
ENTRIES_OF_A_CHRONOLOGY = 3


def _spans(paragraph: str) -> list[tuple[int, int]]:
    """Sentences of a paragraph, also where no space parts them."""
    entries = [m.start() for m in _ENTRY.finditer(paragraph)]
    if len(entries) < ENTRIES_OF_A_CHRONOLOGY:
        entries = []
    cuts = [0, *sorted({*(m.start() for m in _RUN_TOGETHER.finditer(paragraph)), *entries}), len(paragraph)]
    return [
        (first + start, first + end)
        for first, last in pairwise(cuts)
        for start, end in _spans_of(paragraph[first:last])
    ]


def _spans_of(paragraph: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    dateline = dateline_at(paragraph, len(paragraph) - len(paragraph.lstrip()), len(paragraph))
    for _, (start, end) in _tokenizer().tokenize_with_spans(paragraph):
        piece = paragraph[start:end]
        stripped = piece.strip()
        if not stripped:
            continue
        start += len(piece) - len(piece.lstrip())
        end = start + len(stripped)
        if spans and (notes := _NOTES.match(paragraph, start, end)):
            spans[-1] = (spans[-1][0], notes.end("marks"))
            start, stripped = notes.end(), paragraph[notes.end() : end]
            if not stripped:
                continue
        if answer := _ANSWER.match(paragraph, start, end):
            spans.append((start, answer.end("answer")))
            spans.append((answer.end(), end))
            continue
        goes_on = (
            spans
            and (
                stripped[0].islower()
                or (dateline is not None and spans[-1][1] <= dateline.end)  # it is part of the sentence behind it
                or _JOINED.search(paragraph[max(spans[-1][0], spans[-1][1] - 12) : spans[-1][1]])
            )
        )
        if goes_on:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
