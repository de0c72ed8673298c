"""Which texts copy each other: candidates by shared fingerprints, then a comparison of what they say.

Near-copies share MinHash bands (rensa). Rewrites share no five words in a row, but they keep the
quotations, the figures and the order of the facts; they are found by shared quotations or by naming
their original, and confirmed sentence by sentence.
"""

import hashlib
import re
from collections.abc import Sequence
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
NAMED_REWRITE_SHARE = 0.3
SENTENCE_OVERLAP = 0.45

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


def compare(sentences: Sequence[str], other: Sequence[str]) -> Comparison:
    """How much of the first text (as its sentences) the other text holds."""
    sentences, other = sentences[:MAX_SENTENCES], other[:MAX_SENTENCES]
    mine, theirs = _shingles(_words(" ".join(sentences))), _shingles(_words(" ".join(other)))
    shared = len(mine & theirs) / len(mine) if mine else 0.0
    bags = [_content(sentence) for sentence in other]
    told = [_content(sentence) for sentence in sentences]
    told = [bag for bag in told if len(bag) >= 4]
    matched = sum(any(len(bag & b) >= SENTENCE_OVERLAP * len(bag) for b in bags) for bag in told)
    return Comparison(shared, matched / len(told) if told else 0.0)


def _content(sentence: str) -> set[str]:
    """Stems of the longer words and all numbers: what a rewrite keeps."""
    return {w[:6] for w in _words(sentence) if len(w) > 3 or w.isdigit()}


def is_copy(comparison: Comparison, names_original: bool) -> bool:
    """Whether the comparison shows one text to come from the other."""
    if comparison.words >= COPY_SHARE or comparison.sentences >= REWRITE_SHARE and comparison.words >= 0.15:
        return True
    return names_original and comparison.sentences >= NAMED_REWRITE_SHARE
