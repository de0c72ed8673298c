"""Happenings for which the vocabulary has no word: told with a date of their own in a text about the two countries."""

import pytest

from tests.factories import ALLIES, mentions

PUBLISHED = "2031-03-07"  # a Friday


def unnamed(sentence, before=ALLIES):
    found = mentions(f"{before}{sentence}", PUBLISHED, language="en")
    return [(m.kind, m.dating.edtf, m.clause) for m in found if m.why.startswith("no word of the vocabulary")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On 3 March the North Koreans impounded a Russian trawler.",
            ("other", "2031-03-03", "the North Koreans impounded a Russian trawler"),
        ),
        # By who is where.
        ("Sergei Lavrov dispatched roses to Pyongyang on Monday.", ("other", "2031-03-03", "Sergei Lavrov dispatched roses to Pyongyang")),
        ("Sergei Lavrov pottered about in Pyongyang on Monday.", ("visit", "2031-03-03", "Sergei Lavrov pottered about in Pyongyang")),
        # By the things that are spoken of.
        (
            "In February Russian tourists thronged the North Korean ski slopes.",
            ("economic", "2031-02", "Russian tourists thronged the North Korean ski slopes"),
        ),
        (
            "In February Kim Jong Un recorded some remarks for a Russian school.",
            ("statement", "2031-02", "Kim Jong Un recorded some remarks for a Russian school"),
        ),
        # What is put in between its subject and its verb is left out of the title.
        (
            "Seventy cranes, among them two albinos, were herded from Russia to North Korea on 3 March.",
            ("other", "2031-03-03", "Seventy cranes were herded from Russia to North Korea"),
        ),
    ],
)  # fmt: skip
def test_a_dated_clause_about_the_two_tells_something(sentence, expected):
    assert expected in unnamed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 March the North Koreans never impounded a Russian trawler.",  # it was not so
        "Moscow and Pyongyang were silent on 3 March.",  # nothing happens
        "It was Pyongyang’s turn on 3 March.",
        "Russia followed suit on 3 March.",  # what happened stands elsewhere
        "In Pyongyang, he was garlanded on 3 March.",  # who it is would be a guess
        "The first one was garlanded in Pyongyang on 3 March.",
        "In the 2020s the North Koreans impounded a Russian trawler.",  # some time in ten years
        "On 3 March Japan impounded a North Korean trawler.",  # others’ business, in which Russia has no part
        "The North Koreans, who impounded a trawler on 3 March, like Russia.",  # only describes
    ],
)
def test_what_tells_of_no_happening_makes_none(sentence):
    assert unnamed(sentence) == []


def test_in_a_text_about_others_nothing_is_told_without_a_word_for_it():
    others = "France and Spain are friends. France likes Spain. Spain likes France. France trusts Spain. "
    assert unnamed("On 3 March the North Koreans impounded a Russian trawler.", before=others) == []


def test_a_date_that_dates_something_named_makes_no_second_event():
    sentence = "On 3 March Putin and Kim Jong Un met in Moscow and the Russians garlanded the North Koreans."
    assert [m.kind for m in mentions(f"{ALLIES}{sentence}", PUBLISHED, language="en")] == ["meeting"]
