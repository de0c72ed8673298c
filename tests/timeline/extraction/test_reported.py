"""What media only report, what is said to be so, and what a speaker put into the sentence has no part in."""

import pytest

from articles.reading.document import RawArticle
from articles.reading.header import OutletBook
from articles.reading.read import read_article
from tests.factories import mentions, told

PUBLISHED = "2031-03-07"  # a Friday
BOTH = "Russia and North Korea are building a bridge. Moscow and Pyongyang both pay for it. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A North Korean delegation has arrived in Moscow, state media said Thursday.",
            [("visit", "2031-03-06~", "moscow")],
        ),
        (
            "Kim Jong Un has sent his condolences to Russian President Vladimir Putin, the country's state media said on Thursday.",
            [("statement", "2031-03-06~", "")],
        ),
        (
            "KCNA said on Thursday that Kim Jong Un met Putin in Vladivostok on Tuesday.",
            [("meeting", "2031-03-04", "vladivostok")],
        ),
    ],
)
def test_what_media_report_is_dated_and_their_reporting_is_no_event(text, expected):
    assert told(text) == expected


def test_media_that_announce_what_is_to_come_announce_it():
    text = "KCNA said on Thursday that Kim Jong Un will visit Russia next month."
    assert ("statement", "2031-03-06", "") in told(text)


def test_an_explanation_tells_that_the_day_is_that_of_the_report():
    (mention,) = mentions(
        "Kim Jong Un has visited the Russian embassy in Pyongyang, state media said Thursday.", PUBLISHED, language="en"
    )
    assert mention.dating.words == "Thursday"
    assert "reported" in mention.dating.explanation
    assert mention.dating.basis == "inferred"


def test_what_is_stressed_does_not_date_the_stressing():
    text = (
        BOTH + "Lavrov stressed that the Russian soldiers had fought side by side with those of North Korea on May 9."
    )
    assert not [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "statement" and m.dating]


def test_a_speaker_put_in_takes_no_date_from_what_follows():
    text = (
        BOTH
        + "Putin asked Kim Jong Un to come to Moscow, Russian sources said, after the two had met in Beijing in September."
    )
    assert ("statement", "2030-09", "") not in told(text)


def test_how_far_a_thing_goes_back_is_not_when_it_happened():
    text = BOTH + "Russia was sounded out on the U.N. sanctions against North Korea that go back to 2006."
    assert "2006" not in [date for _, date, _ in told(text)]


def test_a_leaders_own_life_is_no_matter_of_the_two():
    assert "2012-21" not in [
        date for _, date, _ in told(BOTH + "Kim Jong Un came to power in North Korea in spring 2012.")
    ]


def test_what_an_official_tells_of_a_day_is_told():
    text = "“The train of Kim Jong Un crossed the border into Russia on Tuesday and went on to the north,” a South Korean official said."
    assert ("visit", "2031-03-04") in [(kind, date) for kind, date, _ in told(BOTH + text)]


@pytest.mark.parametrize(
    "caption",
    [
        "The leader waves from a train as it leaves the town on Sunday, in this picture that the state agency released on Tuesday.",
        "The two walk through a garden, in a file photo that the state agency published on June 20, 2030. [STATE AGENCY]",
    ],
)
def test_a_caption_may_end_in_the_words_that_make_it_one(caption):
    text = f"Leader leaves by train\n\n{caption}\n\nThe leader of North Korea left for Russia by train on Sunday, the government of South Korea said.\n"
    document = read_article(RawArticle(text), OutletBook())
    assert "caption" in [mark.rule for mark in document.boilerplate]


def test_where_a_sentence_is_cut_does_not_hang_on_how_long_it_is():
    text = "Seoul said on Thursday that Kim Jong Un met Putin in Vladivostok on Tuesday."
    assert ("meeting", "2031-03-04", "vladivostok") in told(text)
