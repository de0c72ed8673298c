"""Words, queries and what a hit shows: plain Python."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.searching import normalise, parse_query, passage_of_hit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Meetings", "meeting"),
        ("Jong-un", "Jong Un"),
        ("Putin’s", "putin's"),
        ("Путина", "Путин"),
        ("Pökkuk", "pokkuk"),
        ("SHOIGU", "Shoigu"),
    ],
)
def test_what_is_one_word_for_readers_is_one_for_the_index(one, other):
    assert normalise(one) == normalise(other)


def test_terms():
    query = parse_query('summit "Far East" -parade missil* -“joint statement” - "" ***')
    assert parse_query("kim missi").wanted == ((("kim",), False), (("missi",), True))
    assert parse_query("kim missi ").wanted == ((("kim",), False), (("missi",), False))
    assert query.wanted == ((("summit",), False), (("far", "east"), False), (("missil",), True))
    assert query.unwanted == ((("parad",), False), (("joint", "statement"), False))


def test_the_passage_with_the_most_terms_is_shown_around_its_first_hit():
    quotes = ["The parade was long.", "x " * 200 + "The leaders met at a parade in Moscow. " + "y " * 200]
    pieces = passage_of_hit(quotes, parse_query("parades moscow").wanted)
    assert [text for text, hit in pieces if hit] == ["parade", "Moscow"]
    whole = "".join(text for text, _ in pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) < 230
    assert passage_of_hit(quotes, parse_query("treaty").wanted) == []


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_and_any_query(text, words):
    query = parse_query(words)
    pieces = passage_of_hit([text], query.wanted)
    for piece, hit in pieces:
        if hit:
            assert piece
    assert re.fullmatch(r"([^\W_]+( [^\W_]+)*)?", normalise(text))
