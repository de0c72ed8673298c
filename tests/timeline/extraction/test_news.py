"""How pages of news tell their events: news without a day, quoted dispatches, digests, dates that only name something."""

import pytest

from tests.factories import mentions, vocabulary_from_fixture
from timeline.extraction import Origin, Sighting, merge_mentions

PUBLISHED = "2031-03-07"  # a Friday


def told(text, published=PUBLISHED):
    return [(m.kind, m.dating.edtf if m.dating else "") for m in mentions(text, published, language="en")]


def test_what_a_text_opens_with_is_about_its_published_date():
    (meeting,) = mentions("Vladimir Putin has met Kim Jong Un in Pyongyang.", PUBLISHED, language="en")
    assert meeting.dating.edtf == "2031-03-07~"
    assert meeting.dating.basis == "inferred"
    assert "names no day" in meeting.dating.explanation
    assert told("Vladimir Putin has met Kim Jong Un in Pyongyang.", published=None) == [("meeting", "")]


def test_further_on_a_text_tells_more_than_its_news():
    text = (
        "Nobody knows who will come. The hall is empty. The flags are up.\n\n"
        "Vladimir Putin has met Kim Jong Un in Pyongyang."
    )
    assert told(text) == [("meeting", "")]


def test_news_is_not_what_a_medium_reports():
    text = "KCNA has reported that Kim Jong Un has visited the Russian embassy in Pyongyang."
    assert "statement" not in [kind for kind, _ in told(text)]


def test_troops_that_were_sent_are_no_news_of_a_day():
    assert told("North Korea has sent 12,000 soldiers to Russia.") == [("troop_deployment", "")]


@pytest.mark.parametrize(
    "text",
    [
        "A few years ago Kim Jong Un visited Vladivostok and met Vladimir Putin.",
        "Vladimir Putin and Kim Jong Un signed a treaty. What does it mean for the West?",
        "Kim Jong Un is a keen traveller by train. He met Vladimir Putin in Vladivostok and drove home.",
        "Kim Jong Un received Vladimir Putin in Pyongyang. More than two years later little is left of that.",
        "A former envoy has died. He had met Kim Jong Un in Pyongyang.",
    ],
)
def test_what_looks_back_is_no_news(text):
    assert all(date == "" for _, date in told(text))


@pytest.mark.parametrize(
    "words",
    [
        "If North Korea sent its soldiers to Russia in October 2030, the war has become a world war",
        "Nobody can prove that North Korea delivered missiles to Russia in March 2030 and it is a myth",
        "Kim Jong Un might have visited Moscow in May 2030 had the trains run on time",
        "North Korea sent its soldiers to Russia in October 2030 and they are there",
    ],
)
def test_what_somebody_thinks_is_no_report(words):
    assert told(f"“{words},” the analyst in Seoul told her students.") == []


def test_a_quoted_dispatch_tells_what_happened():
    text = "“The foreign minister of Russia, Sergei Lavrov, arrived in Pyongyang on Thursday at the invitation of his colleague”, {}"
    assert ("visit", "2031-03-06") in told(text.format("KCNA said in a short dispatch."))
    speech = "“We remember well how Sergei Lavrov arrived in Pyongyang on Thursday at the invitation of our minister”, he said."
    assert "visit" not in [kind for kind, _ in told(speech)]


def test_the_items_of_a_digest_are_each_of_their_own_day():
    text = (
        "SEOUL, March 7 (Yonhap) -- What follows sums up the news about North Korea of this week for those who missed it.\n\n"
        "SEOUL, March 3 (Yonhap) -- Russia and North Korea held talks about trade in Pyongyang on Sunday, the agency said then.\n\n"
        "SEOUL, March 5 (Yonhap) -- Sergei Lavrov met Kim Jong Un in Pyongyang on Tuesday, and the two had lunch together."
    )
    found = told(text)
    assert ("meeting", "2031-03-02") in found
    assert ("meeting", "2031-03-04") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Sergei Shoigu went to Pyongyang for the day on which the Korean War (1950-53) had ended.",
        "North Korea signed it and keeps that day as “Victory Day” with Russia.",
    ],
)
def test_some_dates_only_name_something(sentence):
    text = f"The hall is empty. The flags are up. Nobody is there.\n\n{sentence}"
    assert all(date == "" for _, date in told(text))


def test_without_a_published_date_last_month_is_no_other_date():
    text = "Sergei Shoigu went to Pyongyang last month, where a war had begun in June 1950."
    assert ("visit", "1950-06") not in told(text, published=None)


def test_who_was_said_to_be_there_says_nothing():
    text = "Kim Jong Un met Sergei Shoigu in Pyongyang on Monday, where new missiles were said to be on show."
    assert [m.attribution for m in mentions(text, PUBLISHED, language="en") if m.kind == "meeting"] == [""]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Vladimir Putin and Kim Jong Un came together in Vladivostok on Monday to discuss the nuclear talks.",
            "meeting",
        ),
        ("A ceremony to welcome Sergei Lavrov to North Korea was held in Pyongyang on Monday.", "meeting"),
    ],
)
def test_an_infinitive_may_tell_what_was_done(sentence, kind):
    assert (kind, "asserted") in [(m.kind, m.modality) for m in mentions(sentence, PUBLISHED, language="en")]


def test_the_republics_of_donetsk_and_luhansk_are_of_russias_side():
    text = "The Donetsk and Luhansk People's Republics, which lie in Ukraine, were recognised as independent states by North Korea on Monday."
    assert ("other", "2031-03-03") in told(text)


def test_a_main_clause_behind_a_relative_one_keeps_its_subject():
    text = "The Donetsk People's Republic, which lies in the east of Ukraine, was recognised by North Korea on Monday."
    (found,) = [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "other"]
    assert found.clause == "The Donetsk People's Republic was recognised by North Korea"


def titles(text):
    vocabulary = vocabulary_from_fixture()
    sightings = [
        Sighting(mention, Origin("a", PUBLISHED), number, number)
        for number, mention in enumerate(mentions(text, PUBLISHED, language="en"))
    ]
    return [event.title for event in merge_mentions(sightings, vocabulary)]


def test_a_statement_told_before_its_speaker_is_in_the_title():
    text = "To send soldiers from North Korea to Russia or not was a decision for them to take, Vladimir Putin said on Monday."
    assert titles(text) == ["Putin: To send soldiers from North Korea to Russia or not was a decision for them to take"]


def test_we_are_nobody_whose_words_are_an_event():
    text = "We have told how North Korea and Russia came to build their bridge."
    assert "statement" not in [kind for kind, _ in told(text)]


@pytest.mark.parametrize(
    "caption",
    [
        "In this photo made public on Monday by the agency, Kim Jong Un receives Sergei Lavrov in Pyongyang.",
        "▲ Kim Jong Un receives Sergei Lavrov in Pyongyang on Monday; the picture came from the agency.",
        "Kim Jong Un with Sergei Lavrov in Pyongyang; the undated photo was released on Monday.",
    ],
)
def test_captions_tell_no_events(caption):
    story = "The bridge between the two countries is long, and nobody has seen it finished so far, as the paper wrote."
    assert mentions(f"{story}\n\n{story}\n\n{caption}\n\n{story}", PUBLISHED, language="en") == []


def test_what_ends_on_a_day_was_said_on_another():
    text = "A Russian delegation has been in Pyongyang for talks with North Korea since Monday. It ends on Friday, the agency said."
    assert "statement" not in [kind for kind, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade between North Korea and Russia grew by half from a year ago, an agency said.", ""),
        ("Trade between North Korea and Russia grew in 2030 compared with 2029, an agency said.", "2030"),
        ("Trade between North Korea and Russia grew in January over the same months of last year.", "2031-01"),
    ],
)
def test_what_trade_is_compared_with_dates_nothing(text, expected):
    assert {date for kind, date in told(text) if kind == "economic"} <= {expected, "2031-03-07~"}


def test_on_the_same_day_is_no_comparison():
    text = "Kim Jong Un met Vladimir Putin in Moscow on 4 March. On the same day the two countries signed a treaty."
    assert told(text) == [("meeting", "2031-03-04"), ("treaty", "2031-03-04")]


def test_which_adds_says_nothing():
    text = "Vladimir Putin and Kim Jong Un signed a treaty on Monday, which adds six years to the old one."
    assert told(text) == [("treaty", "2031-03-03")]
    spoken = "Vladimir Putin met Kim Jong Un, according to the Kremlin, which said on Tuesday that the two had talked."
    assert ("statement", "2031-03-04") in told(spoken)


def test_sanctions_that_there_are_were_not_imposed_then():
    text = "Trade of Russia with North Korea grew in January in spite of Western sanctions."
    assert told(text) == [("economic", "2031-01")]


def test_the_dollars_of_a_country_are_not_the_country():
    (trade,) = mentions(
        "Trade between North Korea and Russia was worth US$38 million in January.", PUBLISHED, language="en"
    )
    assert "united-states" not in trade.actors


@pytest.mark.parametrize(
    "text",
    [
        "Trade between North Korea and Russia rose in January, said the report by an agency of Seoul, a body with offices in Tokyo.",
        "Trade between North Korea and Russia rose in January, said Alexander Example, Minister of Trade, a paper writes with reference to him.",
    ],
)
def test_who_says_it_may_stand_behind_the_verb(text):
    assert [kind for kind, _ in told(text)] == ["economic"]


def test_a_paper_that_tells_of_a_message_adds_nothing():
    text = (
        "Vladimir Putin sent North Korean leader Kim Jong Un a message for New Year's Day on 1 March, "
        "KCNA, the North's state media, said on Thursday."
    )
    assert told(text) == [("statement", "2031-03-01")]


def test_a_quotation_that_names_the_day_tells_what_happened():
    text = "“The treaty between Russia and North Korea was signed in Pyongyang on 19 June last year,” Lavrov said."
    assert ("treaty", "2030-06-19") in told(text)


def test_what_is_counted_of_the_two_needs_no_name():
    text = (
        "North Korea sent its soldiers to Russia in October. Russia thanked North Korea in November.\n\n"
        "They fight in Kursk, Kyiv says.\n\n"
        "Ukrainian officials said on Tuesday that 25,000 to 30,000 troops could be on their way."
    )
    assert ("statement", "2031-03-04") in told(text)


def test_what_goes_on_about_their_trains_needs_no_name():
    text = (
        "The first train from Moscow arrived in Pyongyang on Monday.\n\nNobody in Russia and North Korea had seen one for years.\n\n"
        "The train will set off on its way back on Saturday."
    )
    assert ("economic", "2031-03-08") in told(text)


def test_an_opening_statement_may_have_its_speaker_behind_it():
    text = "The coal of Russia can go by rail through North Korea only as peace comes, South Korea's ambassador to Russia told an agency in an interview."
    (statement,) = (m for m in mentions(text, PUBLISHED, language="en") if m.kind == "statement")
    assert statement.dating.edtf == "2031-03-07~"


def test_ships_are_no_verb_unless_somebody_ships():
    assert told("Missiles of North Korea lay on the fleet's ships in Russia on Monday.") == []
    assert told("In January Pyongyang ships missiles to Russia.") == [("arms_transfer", "2031-01")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "No Kwang Chol, the North Korean defense minister, met Putin in Moscow on Tuesday.",
            [("meeting", "2031-03-04")],
        ),
        ("No minister of North Korea met Putin in Moscow on Tuesday.", []),
        (
            "Hundreds of North Korean soldiers have been killed in fighting for Russia, Seoul's spy agency said on Tuesday.",
            [("casualty_report", "2031-03-04")],
        ),
        (
            "The leaders of Russia and North Korea exchanged views on the Workers' Party congress on Tuesday.",
            [("meeting", "2031-03-04")],
        ),
        (
            "Putin and Kim Jong Un discussed the delivery of missiles to Russia at a dinner on Tuesday.",
            [("other", "2031-03-04")],
        ),
    ],
)
def test_words_are_what_they_stand_beside(sentence, expected):
    found = told(sentence)
    assert [f for f in found if f[0] != "statement"] == expected


def test_the_same_day_of_a_month_is_not_the_day_of_the_report():
    text = "Russia and North Korea agreed on a railway in November 2029. On the same day Lavrov met Kim Jong Un in Pyongyang."
    assert ("meeting", "2029-11") in told(text)


def test_the_perfect_tense_takes_no_date_that_is_long_over_from_beside_it():
    text = "Russia and North Korea, which signed a pact in 2019, have sent delegations to each other. " + (
        "Since Kim Jong Un came to Russia in 2023, North Korea has shipped 1,000 containers of munitions to Russia."
    )
    assert not any(kind == "arms_transfer" and day == "2023" for kind, day in told(text))
