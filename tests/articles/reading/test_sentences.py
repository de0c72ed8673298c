"""Where sentences end."""

import pytest

from articles.reading.blocks import split_blocks
from articles.reading.sentences import split_sentences


def sentences(text):
    return [text[s.start : s.end] for s in split_sentences(text, split_blocks(text))]


@pytest.mark.parametrize("word", ["flag", "parade", "week", "century", "reports", "story", "west", "life", "walk"])
def test_ordinary_words_end_a_sentence(word):
    assert sentences(f"They saw the {word}. Putin left.") == [f"They saw the {word}.", "Putin left."]


def test_marks_of_notes_end_the_sentence_before_them():
    text = "It lapsed on 10 September 1996.[2][3] After that he sent no message."
    assert sentences(text) == ["It lapsed on 10 September 1996.[2][3]", "After that he sent no message."]


def test_an_answer_of_one_word_is_a_sentence():
    assert sentences("Was he the first? No. Putin came before him.") == [
        "Was he the first?",
        "No.",
        "Putin came before him.",
    ]
    assert sentences("They rode in car No. 5 on Monday.") == ["They rode in car No. 5 on Monday."]


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


def test_a_name_may_end_a_sentence():
    text = "The guest was received by Kim Jong Un. On Tuesday he handed over two bears. They let him in. Then he left."
    assert len(sentences(text)) == 4
