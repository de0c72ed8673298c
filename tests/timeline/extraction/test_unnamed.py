"""Happenings for which the vocabulary has no word: told with a date of their own in a text about the two countries."""

import pytest

from tests.factories import ALLIES, mentions, vocabulary_from_fixture
from timeline.extraction import Origin, Sighting, merge_mentions

PUBLISHED = "2031-03-07"  # a Friday


def unnamed(sentence, before=ALLIES):
    found = mentions(f"{before}{sentence}", PUBLISHED, language="en")
    return [(m.kind, m.dating.edtf, m.clause) for m in found if m.why.startswith("no word of the vocabulary")]


def events_of(found):
    """What the mentions of one text add up to."""
    origin = Origin("1", PUBLISHED, "one", "1", "")
    return merge_mentions([Sighting(m, origin, 0, n) for n, m in enumerate(found)], vocabulary_from_fixture())


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
        ("Sergei Lavrov had carried an invitation to Pyongyang on Monday.", ("visit", "2031-03-03", "Sergei Lavrov had carried an invitation to Pyongyang")),
        ("Sergei Lavrov joined a fishing party in Pyongyang on Monday.", ("visit", "2031-03-03", "Sergei Lavrov joined a fishing party in Pyongyang")),
        # A place of one of the two, right behind a sentence on both.
        ("In February the sleepers were laid at Tumangang.", ("other", "2031-02", "the sleepers were laid at Tumangang")),
        ("It was on 3 March that the North Koreans impounded a Russian trawler.", ("other", "2031-03-03", "the North Koreans impounded a Russian trawler")),
        # By the things that are spoken of.
        (
            "In February Russian tourists thronged the North Korean ski slopes.",
            ("economic", "2031-02", "Russian tourists thronged the North Korean ski slopes"),
        ),
        (
            "In February Kim Jong Un recorded some remarks for a Russian school.",
            ("statement", "2031-02", "Kim Jong Un recorded some remarks for a Russian school"),
        ),
        # A relative clause between commas tells something, with the name or the noun that it is of.
        (
            "Sergei Lavrov, who garlanded a crane on 3 March, has friends in North Korea.",
            ("other", "2031-03-03", "Sergei Lavrov garlanded a crane"),
        ),
        # What has gone on since then began then; what is the first since then began nothing.
        ("North Koreans have been serenading the Russians since February.", ("economic", "2031-02/2031-03-07", "North Koreans have been serenading the Russians")),
        # In a chronology the verb may stand in the present.
        ("3 March 2031: Pyongyang shuns its Russian guests.", ("other", "2031-03-03", "Pyongyang shuns its Russian guests")),
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
        "Guests near Wonsan should keep off the cliffs: a man fell on 3 March.",  # behind a colon something else is told
        "According to a report that ten states brought out on 3 March, North Korea sells fish to Russia.",  # of its source
        "Anna Berezkin skied in Wonsan on 3 March.",  # nobody tells whose she is
        "On 3 March Japan impounded a North Korean trawler.",  # others’ business, in which Russia has no part
        "The North Koreans who impounded a trawler on 3 March like Russia.",  # tells which ones
        "Japan’s emperor, who impounded a trawler on 3 March, likes Russia.",  # of others
        "The Angara, registered in Russia in 2019, puzzled North Korea.",
        "North Korea sells fish to Russia, according to a report published on 3 March.",
        "More than three hundred Russians on the beaches of North Korea in July.",  # no verb
        "Moscow dismissed reports that the North Koreans impounded a trawler on 3 March.",  # denied, doubted, asked
        "The North Koreans, Moscow doubts, impounded a trawler on 3 March.",
        "Few Russians have serenaded North Korea since February.",
        "Sergei Lavrov, who turned 75 in February, likes North Korea.",
        "No North Korean has serenaded the Russians since February.",
        "If the North Koreans impounded a Russian trawler on 3 March, nobody noticed.",
        "Russia asked whether the North Koreans had impounded a trawler on 3 March.",
        "The North Koreans nearly impounded a Russian trawler on 3 March.",
        "While Russia likes North Korea, Japan impounded a Chinese trawler on 3 March.",
    ],
)
def test_what_tells_of_no_happening_makes_none(sentence):
    assert unnamed(sentence) == []


def test_another_storys_sentence_in_the_same_paragraph_makes_none():
    before = f"{ALLIES}On 1 March Putin met Kim Jong Un in Moscow. "
    assert unnamed("On 3 March thousands of shoppers stormed a store in Springfield.", before=before) == []


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("Kim Jong Un likes Russia. The next day, on 3 March, he garlanded a crane.", [("other", "Kim Jong Un garlanded a crane")]),
        # What a guest does in the days of his visit is part of it.
        ("Sergei Lavrov arrived in Pyongyang on 2 March. On 3 March he garlanded a bridge.", [("visit", "Lavrov garlanded a bridge")]),
        # Who "he" is would be a guess.
        ("Sergei Lavrov likes Kim Jong Un. On 3 March he garlanded a bridge.", []),
        ("Kim Jong Un likes Moscow. On 3 March he was garlanded.", []),
        ("Kim Jong Un likes Moscow. He is due on Friday in Honolulu.", []),
        ("Sergei Lavrov smiled at him; on 3 March he garlanded a bridge.", []),
        ("Sergei Shoigu likes Pyongyang. A British tourist was on the street. On 3 March he lost his passport.", []),
        ("Trump praised Kim Jong Un. On Monday he called Putin. On Tuesday he left the meeting early.", []),
        # What somebody is like is no happening.
        ("Kim Jong Un likes Moscow. On 3 March he looked sturdy enough.", []),
    ],
)  # fmt: skip
def test_he_is_whom_the_words_before_name_where_that_can_be_nobody_else(story, expected):
    found = mentions(f"{ALLIES}{story}", PUBLISHED, language="en")
    events = events_of([m for m in found if m.why.startswith("no word")])
    assert [(e.kind, e.title) for e in events] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Jong Un was mocked in Moscow on 3 March.",
        "Kim Jong Un clings to Moscow in March.",
        "Putin points to North Korea on Friday as a model.",
        "Kim Jong Un joined Putin in condemning Israel on 3 March.",
        "Kim Jong Un’s portrait was burned in Moscow on 3 March.",
        "Putin replaced his envoy in Pyongyang on 3 March.",
        "Vladimir Putin admired Kim’s armoured train on 3 March.",
        "Putin teased Kim Jong Un on 3 March.",
    ],
)
def test_nobody_travels_or_meets_who_is_only_spoken_of(sentence):
    assert not {"visit", "meeting"} & {kind for kind, _, _ in unnamed(sentence)}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Sergei Lavrov pottered about in Pyongyang on Monday.", "Sergei Lavrov pottered about in Pyongyang"),
        ("In Wonsan, the North Koreans serenaded Russian President Vladimir Putin on 3 March.", "In Wonsan, the North Koreans serenaded Vladimir Putin"),
        ("A crane, a lion and two bears, all of them from Moscow, were herded to the North Koreans on 3 March.", "A crane, a lion and two bears were herded to the North Koreans"),
        ("The Russian bridge to North Korea will be garlanded by the end of 2031.", "The Russian bridge to North Korea will be garlanded by the end of 2031"),
    ],
)  # fmt: skip
def test_the_title_is_the_clause(sentence, title):
    found = mentions(f"{ALLIES}{sentence}", PUBLISHED, language="en")
    assert [e.title for e in events_of(found)] == [title]


def test_a_meeting_is_titled_by_the_report_that_has_a_word_for_it():
    texts = (
        "Putin met Kim Jong Un in Moscow on 3 March.",
        "Putin shared a puppy with Kim Jong Un in Moscow on 3 March.",
    )
    found = [mentions(f"{ALLIES}{text}", PUBLISHED, language="en") for text in texts]
    sightings = [
        Sighting(m, Origin(str(n), PUBLISHED, f"s{n}", str(n), ""), 0, m.start)
        for n, ms in enumerate(found)
        for m in ms
    ]
    (event,) = merge_mentions(sightings, vocabulary_from_fixture())
    assert event.title == "Putin and Kim Jong Un meet in Moscow"


def test_statements_without_a_word_for_them_stay_apart():
    texts = (
        "On 3 March Kim Jong Un recorded some remarks for a Russian school.",
        "On 3 March Russian schoolchildren chalked a message to North Korea.",
    )
    found = [mentions(f"{ALLIES}{text}", PUBLISHED, language="en") for text in texts]
    sightings = [
        Sighting(m, Origin(str(n), PUBLISHED, f"s{n}", str(n), ""), 0, m.start)
        for n, ms in enumerate(found)
        for m in ms
    ]
    assert len(merge_mentions(sightings, vocabulary_from_fixture())) == 2


def test_in_a_text_about_others_nothing_is_told_without_a_word_for_it():
    others = "France and Spain are friends. France likes Spain. Spain likes France. France trusts Spain. "
    assert unnamed("On 3 March the North Koreans impounded a Russian trawler.", before=others) == []


def test_a_date_that_dates_something_named_makes_no_second_event():
    sentence = "On 3 March Putin and Kim Jong Un met in Moscow and the Russians garlanded the North Koreans."
    assert [m.kind for m in mentions(f"{ALLIES}{sentence}", PUBLISHED, language="en")] == ["meeting"]


def test_a_title_that_names_both_makes_a_text_one_about_them():
    text = (
        "Kyiv counts the dead. Seoul counts them too, and London keeps a tally. Ukraine shows prisoners. "
        "The North Koreans were dug in. Kim Jong Un is silent. Russia buries them. Moscow is silent as well. Washington doubts the counts. "
        "Paris and Warsaw ask Ukraine for more.\n\n"
        "The British defence ministry estimated on 3 March that the dead were at least 600 soldiers."
    )
    told = {
        title: [m.kind for m in mentions(text, PUBLISHED, language="en", title=title)]
        for title in ("How many North Koreans have died for Russia", "How many have died")
    }
    assert told == {"How many North Koreans have died for Russia": ["casualty_report"], "How many have died": []}


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("North Korea opened a consulate in Vladivostok in 1992.", "1992"),
        ("Kim Jong Un sent Putin two hunting dogs on 3 March.", "2031-03-03"),
        ("The Soviet Union recognised North Korea on Oct. 12, 1948.", "1948-10-12"),
    ],
)
def test_in_a_text_on_other_things_a_clause_that_names_both_is_enough(sentence, date):
    others = "Brazil held elections. The price of wheat fell in Chicago. Nobody in Paris was surprised.\n\n"
    found = mentions(f"{others}{sentence}", "2031-03-07", language="en")
    assert [m.dating.edtf for m in found if m.dating] == [date]
    third = sentence.replace("North Korea", "Mongolia").replace("Kim Jong Un", "Somebody")
    assert mentions(f"{others}{third}", "2031-03-07", language="en") == []
