"""Texts made to break the program: none of them raises, and none takes more than a moment."""

from datetime import date

import pytest

from articles.reading.boilerplate import matching_rule
from articles.reading.dates import find_dates
from articles.reading.formats import Refused, read_file
from articles.reading.published import date_in_url
from tests.factories import mentions, read

IMPOSSIBLE = [
    "0000-05-05",
    "on February 30, 300 AD that day",
    "between May 2024 and June 2023",
    "1" * 5000 + " BC",
    "2014-" + "1" * 5000,
    "9" * 400 + " hours later",
    "for 9" + "9" * 400 + " years",
    "on 31/31/2020 and 99/99/9999",
    "in winter",
    "five thousand years ago, 9999 years ago",
]


@pytest.mark.parametrize("text", IMPOSSIBLE, ids=lambda t: t[:24])
@pytest.mark.parametrize("published", [None, date.min, date(2025, 5, 9), date.max])
def test_impossible_dates_give_no_impossible_values(text, published):
    from articles.edtf import bounds

    for found in find_dates(text, published):
        if found.edtf:
            bounds(found.edtf)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar(day):
    text = "yesterday, tomorrow, last week, next week, this weekend, on Friday, 5 November, last November 5, next month, last summer"
    find_dates(text, day)


@pytest.mark.parametrize(
    ("language", "text"), [("tr", "PAZARTESİ CUMARTESİ"), ("de", "am Samſtag"), ("__init__", "1 May"), ("xx", "1 May")]
)
def test_letters_that_only_ignore_case_makes_alike(language, text):
    find_dates(text, date(2025, 5, 9), language)


# Each of these once made a regular expression take quadratic or exponential time.
PIECES = [
    "share on ",
    "1,",
    "1.",
    "By ",
    "The U.S. ",
    "http://",
    "Victory Day ",
    "5 soldiers killed, Putin said ",
    "1-",
    ", said ",
    "as that ",
    "invited ",
    "May ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_repetition_is_read_like_any_text(piece):
    text = "MOSCOW" + piece * (40_000 // len(piece))
    assert read(text, "2025-05-09", language="en").text == text
    mentions(text, "2025-05-09", language="en")


def test_a_share_line_with_many_words_is_told_at_once():
    assert matching_rule("share " + "on " * 100 + "#") is None
    assert matching_rule("Share on Facebook").name == "share line"


def test_odd_addresses_have_no_date():
    assert date_in_url("https://example.com/2024/ſep/05/x") is None
    assert date_in_url("https://example.com/2024/13/45/x") is None


def test_metadata_dates_out_of_range_and_with_nul_are_refused_or_cleaned():
    import json

    rows = [
        {"text": "They met in Moscow today. It was warm.", "published": value}
        for value in ("December 31, 9999 AD", "January 1, 1 AD", "9 \x00May 2024")
    ]
    results = [r for _, r in read_file("a.jsonl", "\n".join(map(json.dumps, rows)).encode())]
    assert [isinstance(r, Refused) for r in results] == [True, True, False]
    assert results[2].published == date(2024, 5, 9)
    assert "\x00" not in results[2].published_note


def test_huge_numbers_are_no_figures():
    text = f"Putin met Kim Jong Un in Moscow on Friday with ${'9' * 400} and {'9' * 400} soldiers."
    assert all(f.value < 1e12 for m in mentions(text, "2025-05-09", language="en") for f in m.figures)
