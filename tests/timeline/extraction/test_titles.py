"""Titles in the text's own words: each reads as a sentence, and says of nobody what only stands near them."""

import pytest

from tests.factories import ALLIES, mentions, vocabulary_from_fixture
from timeline.extraction import Origin, Sighting, merge_mentions
from timeline.extraction.phrasing import shortened, stands_alone, without_loose_end

PUBLISHED = "2031-03-07"  # a Friday


def titles(text):
    origin = Origin("1", PUBLISHED, "one", "1", "")
    found = mentions(f"{ALLIES}{text}", PUBLISHED, language="en")
    return [
        e.title
        for e in merge_mentions([Sighting(m, origin, 0, n) for n, m in enumerate(found)], vocabulary_from_fixture())
    ]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # A relative clause is told with its noun, never with an actor that stands near it.
        (
            "Lavrov praised the new Lotus resort in North Korea, which opened to Russian guests on 3 March.",
            "The new Lotus resort in North Korea opened to Russian guests",
        ),
        # "It" may be a ship: a title that named a country would be a guess.
        (
            "A Russian tanker left Rajin in North Korea. It delivered oil to Chongjin on 3 March.",
            "It delivered oil to Chongjin",
        ),
        ("Russia was firm. It vetoed new sanctions against North Korea on 3 March.", "Russia vetoed new sanctions against North Korea"),
        # What is said needs a subject and a verb, and nothing before it.
        (
            "The Kremlin told reporters on Friday that North Korea would send builders.",
            "Russia: North Korea would send builders",
        ),
        (
            "On Friday the White House said that the White House would publish pictures of North Korean shells for Russia.",
            "White House: it would publish pictures of North Korean shells for Russia",
        ),
        # Lengths of time and the dates of nouns stay; the date of the event goes, with all that ties it to the sentence.
        (
            "Trade between Russia and North Korea grew between last March and August for the first time in six years.",
            "Trade between Russia and North Korea grew for the first time in six years",
        ),
        (
            "On Monday Russia and North Korea opened a bridge under the 2024 treaty.",
            "Russia and North Korea opened a bridge under the 2024 treaty",
        ),
        (
            "Some time around 3 March, Russia sent flour to North Korea.",
            "Russia sent flour to North Korea",
        ),
        (
            "At Friday's ribbon cutting Russia opened a ferry line to North Korea.",
            "At the ribbon cutting Russia opened a ferry line to North Korea",
        ),
        (
            "A party of 40 Russians from the Far East checked in a week ago at the North Korean resort.",
            "A party of 40 Russians from the Far East checked in at the North Korean resort",
        ),
        (
            "On 3 March Lavrov praised Kim Jong Un less than two weeks before the summit in Moscow.",
            "Lavrov praises Kim Jong Un",
        ),
        # A claim stays with him who makes it, whatever it opens with.
        (
            "Russia said on 3 March that Russian officers had freed a town with North Korean help.",
            "Russia: Russian officers had freed a town with North Korean help",
        ),
        ("One million shells from North Korea reached Russia, Kim Yo Jong said on 3 March.", "Kim Yo Jong: One million shells from North Korea reached Russia"),
        ("If attacked, Russia will help North Korea, Putin said on 3 March.", "Putin: If attacked, Russia will help North Korea"),
        ("Lavrov said on 3 March that both countries, Russia and North Korea, would profit.", "Lavrov: both countries, Russia and North Korea, would profit"),
        # Who acts beside the subject stays, what explains it goes.
        ("Russia, together with China, vetoed new sanctions against North Korea on 3 March.", "Russia, together with China, vetoed new sanctions against North Korea"),
        ("A Russian firm, now bankrupt, sold flour to North Korea on 3 March.", "A Russian firm sold flour to North Korea"),
        # What is only the frame of a date says nothing, let alone the contrary.
        (
            "It was not until February that Pyongyang opened a ferry line to Russia.",
            "Pyongyang opened a ferry line to Russia",
        ),
        ("Russia and North Korea will ratify the treaty on 25 May 2031.", "Russia and North Korea to ratify treaty"),
    ],
)  # fmt: skip
def test_titles_read_as_sentences(sentence, title):
    assert title in titles(sentence)


def test_a_russian_statement_is_told_in_its_own_words():
    text = "Россия и КНДР — союзники. МИД России заявил 3 марта, что Россия откроет консульство в КНДР."
    origin = Origin("1", PUBLISHED, "one", "1", "")
    found = mentions(text, PUBLISHED, language="ru")
    events = merge_mentions([Sighting(m, origin, 0, n) for n, m in enumerate(found)], vocabulary_from_fixture())
    assert "Russia's foreign ministry: Россия откроет консульство в КНДР" in [e.title for e in events]


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("the new resort took in its first guests", True),
        ("In a post on social media, the embassy denied it", True),
        ("At least five tankers have left Rajin", True),
        ("The bridge, which was agreed upon in May, is to open", True),
        ("The bridge, which was agreed upon in May", False),
        ("Seoul says armed the North", False),
        ("Kyiv claims, shipped oil to the North", False),
        ("The envoy said that both countries", False),
        ("The envoy, wrongly accused of fraud", False),
        ("took in its first guests", False),
        ("which the embassy denied", False),
        ("A map of the port, seen by a paper", False),
        ("The Lotus, registered in Russia", False),
        ("The trial was due to open on", False),
        ("The two sides agreed on at their summit", False),
        ("Russia supplied barrels between and, far above the limit", False),
        ('Kim would "" travel to Russia', False),
        ("In a letter to the council", False),
        ('He called it "groundless', False),
    ],
)
def test_what_stands_alone(words, alone):
    assert stands_alone(words) is alone


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("The trial was due to open on the", "The trial was due to open"),
        ("The White House published images that it said", "The White House published images"),
        ("The exercise went on", "The exercise went on"),
        ("The soldiers moved in", "The soldiers moved in"),
    ],
)
def test_loose_ends_are_cut_off(words, closed):
    assert without_loose_end(words) == closed


def test_a_participle_whose_day_went_goes_too():
    assert shortened("announced, the envoy told a paper of it") == "the envoy told a paper of it"
    assert shortened("released by an agency, it spoke of a great loss") == "it spoke of a great loss"


def test_long_words_are_cut_where_they_say_something():
    opening = "In a letter to the council of which a daily in the capital has seen a copy, "
    assert shortened(f"{opening}the seven monitors wrote that the wreck was a rocket").endswith(
        "the seven monitors wrote …"
    )
    told = "Seven wagons of flour from the stocks of the Far East crossed the bridge over the river, "
    assert shortened(f"{told}said the railway in a report") == told.removesuffix(", ")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sergei Shoigu held talks in Pyongyang on 4 March.", "Shoigu holds talks with North Korea in Pyongyang"),
        (
            "Russia ratified the treaty with North Korea without a vote against on 4 March.",
            "Russia ratifies treaty with North Korea without a vote against",
        ),
    ],
)
def test_talks_name_the_other_side_and_nothing_is_cut_off_that_was_whole(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # Whoever is named beside it, a summit is of leaders; without two of them it is the countries'.
        (
            "Sergei Shoigu came with him; the summit with North Korea in Vladivostok on 3 March went on for hours.",
            "Russia and North Korea hold summit in Vladivostok",
        ),
        (
            "The treaty that the two leaders signed on 3 March obliges Kim Jong Un and Putin to help each other.",
            "Russia and North Korea sign treaty",
        ),
    ],
)
def test_who_is_in_a_title(text, title):
    assert title in titles(text)
