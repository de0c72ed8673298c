"""Which texts copy each other: candidates by shared fingerprints, then a comparison of what they say.

Near-copies share MinHash bands (rensa). Rewrites share no five words in a row, but they keep the
quotations, the figures and the order of the facts; they are found by shared quotations or by naming
their original, and confirmed sentence by sentence.
"""

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rensa import RMinHash

SHINGLE = 4
PERMUTATIONS = 64
BANDS = 16
SEED = 41
MIN_QUOTE_WORDS = 5
# A news text is shorter; what copies the first part of a longer one copies it.
MAX_SENTENCES = 200

# A near-copy holds this share of its words in runs that the other text has too.
COPY_SHARE = 0.5
# A rewrite says this share of its sentences after the other text; less is enough when it names its original.
REWRITE_SHARE = 0.6
REWRITE_WORDS = 0.15
NAMED_REWRITE_SHARE = 0.3
SENTENCE_OVERLAP = 0.4
MIN_STEMS = 4

_PIECE = re.compile(r"(?<=[.!?…])[”\"’')]*\s+|\n+")
_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[“\"«]([^“”\"«»]{15,400})[”\"»]")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much of `text` stands in the other one too: 0 to 1, by running words and by sentences."""

    words: float
    sentences: float


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shingles(words: Sequence[str]) -> set[str]:
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def copy_keys(story: str) -> list[str]:
    """Fingerprints of a story (its sentences without the boilerplate); copies share at least one."""
    words = _words(story)
    if len(words) < SHINGLE:
        return []
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update(sorted(_shingles(words)))
    digest = minhash.digest()
    rows = PERMUTATIONS // BANDS
    keys = {_key(f"b{band}:{digest[band * rows : (band + 1) * rows]}") for band in range(BANDS)}
    for quote in _QUOTE.findall(story):
        said = _words(quote)
        if len(said) >= MIN_QUOTE_WORDS:
            keys.add(_key("q:" + " ".join(said)))
    return sorted(keys)


def _key(value: str) -> str:
    return hashlib.blake2b(value.encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class Telling:
    """What a text tells, in the form in which two are compared: runs of words, and what each sentence keeps.

    Both are numbers that stand for words in this process only, each once; as arrays a text takes some 10 KB.
    """

    shingles: "array[int]"
    sentences: "tuple[array[int], ...]"


def telling_of(story: str) -> Telling:
    """The story is cut at full stops: where that is wrong, it is wrong in both texts alike."""
    pieces = [piece for piece in _PIECE.split(story) if piece.strip()][:MAX_SENTENCES]
    return Telling(_numbers(_shingles(_words(" ".join(pieces)))), tuple(_numbers(_content(piece)) for piece in pieces))


def _numbers(words: Iterable[str]) -> "array[int]":
    return array("q", map(hash, words))


def compare(telling: Telling, other: Telling, *, named: bool = False) -> Comparison:
    """How much of the first text the other holds. `named`: it names the other as its original.

    Sentences are compared only where the running words leave the question open; else their share is 0.
    """
    shared = set(telling.shingles).intersection(other.shingles)
    words = len(shared) / len(telling.shingles) if telling.shingles else 0.0
    open_question = named or REWRITE_WORDS <= words < COPY_SHARE
    return Comparison(words, _retold(telling, other) if open_question else 0.0)


def _retold(telling: Telling, other: Telling) -> float:
    """The share of the sentences that say what one sentence of the other text says."""
    told = [bag for bag in telling.sentences if len(bag) >= MIN_STEMS]
    where: dict[int, list[int]] = defaultdict(list)
    for number, bag in enumerate(other.sentences):
        for stem in bag:
            where[stem].append(number)
    matched = 0
    for bag in told:
        common = Counter(number for stem in bag for number in where.get(stem, ()))
        matched += max(common.values(), default=0) >= SENTENCE_OVERLAP * len(bag)
    return matched / len(told) if told else 0.0


def _content(sentence: str) -> set[str]:
    """Stems of the longer words and all numbers: what a rewrite keeps."""
    return {w[:6] for w in _words(sentence) if len(w) > 3 or w.isdigit()}


def is_copy(comparison: Comparison, names_original: bool) -> bool:
    """Whether the comparison shows one text to come from the other."""
    if comparison.words >= COPY_SHARE or (comparison.sentences >= REWRITE_SHARE and comparison.words >= REWRITE_WORDS):
        return True
    return names_original and comparison.sentences >= NAMED_REWRITE_SHARE
