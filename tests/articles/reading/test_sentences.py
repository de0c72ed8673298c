"""Where sentences end."""

import pytest

from articles.reading.blocks import split_blocks
from articles.reading.sentences import split_sentences


def sentences(text):
    return [text[s.start : s.end] for s in split_sentences(text, split_blocks(text))]


@pytest.mark.parametrize("word", ["flag", "parade", "week", "century", "reports", "story", "west", "life", "walk"])
def test_ordinary_words_end_a_sentence(word):
    assert sentences(f"They saw the {word}. Putin left.") == [f"They saw the {word}.", "Putin left."]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Kim Yong Bok came on Sept. 3 with Lt. Col. Ivanov and Mrs. Choe.",
        "Smith Inc. Vice President Lee met Sen. Brown and Prof. Park at noon.",
        "Amb. Kim met Pres. Lee and Min. Park there.",
        "The U.S. Treasury and the U.N. Council met.",
    ],
)
def test_shortened_words_end_none(text):
    assert sentences(text) == [text]
