"""Mentions of one happening become one event; two happenings stay two."""

import random
from dataclasses import replace
from itertools import count

import pytest

from tests.factories import mentions, vocabulary_from_fixture
from timeline.extraction import Origin, Sighting, merge_mentions
from timeline.extraction.disagreements import find_disagreements
from timeline.extraction.independence import count_backing


def sightings(*articles):
    """Sightings of (text, published, source[, root]) articles, each with a number of its own."""
    ids = count(1)
    found = []
    for number, (text, published, source, *root) in enumerate(articles):
        origin = Origin(f"key{number}", published, source, root[0] if root else f"key{number}")
        read = mentions(text, published, language="en")
        found += [Sighting(m, origin, next(ids), place) for place, m in enumerate(read)]
    return found


def merged(*articles):
    return merge_mentions(sightings(*articles), vocabulary_from_fixture())


YEAR = ("Putin and Kim Jong Un met in Vladivostok in 2029.", "2031-03-07", "reuters")
MONTH = ("Putin met Kim Jong Un in Vladivostok in April 2029.", "2030-03-07", "ap")
DAY = ("Putin and Kim Jong Un held a summit in Vladivostok on April 25, 2029.", "2029-04-26", "tass")


def test_year_month_and_day_of_one_meeting_are_one_event_with_the_most_exact_date():
    (event,) = merged(YEAR, MONTH, DAY)
    assert (event.date, event.kind, event.place, len(event.sightings)) == ("2029-04-25", "summit", "vladivostok", 3)
    assert event.title == "Putin and Kim Jong Un hold summit in Vladivostok"


def test_two_summits_in_one_year_stay_two_and_a_bare_year_joins_neither():
    other = ("Putin and Kim Jong Un held a summit in Vladivostok on October 2, 2029.", "2029-10-03", "ap")
    events = merged(YEAR, DAY, other)
    assert sorted(e.date for e in events) == ["2029", "2029-04-25", "2029-10-02"]


def test_a_parade_and_the_talks_after_it_are_two():
    events = merged(
        ("Putin met Kim Jong Un in Beijing on Wednesday following a military parade in Beijing.", "2031-03-07", "ap")
    )
    assert sorted(e.kind for e in events) == ["meeting", "parade"]


def test_different_people_of_one_side_are_different_meetings():
    events = merged(
        ("Putin met Kim Jong Un in Moscow on Monday.", "2031-03-07", "ap"),
        ("Lavrov met North Korean foreign minister Choe Son Hui in Moscow on Monday.", "2031-03-07", "tass"),
    )
    assert len(events) == 2


def test_neighbouring_days_for_the_same_thing_are_a_disagreement():
    (event,) = merged(
        ("Shoigu met Kim Jong Un in Pyongyang on July 26, 2029.", "2029-07-27", "kcna"),
        ("Shoigu met Kim Jong Un in Pyongyang on July 27, 2029.", "2029-07-27", "i24news"),
    )
    (disagreement,) = find_disagreements(event.sightings, event.date)
    assert event.date == "2029-07-26"
    assert disagreement.about == "date"
    assert [r.value for r in disagreement.readings] == ["26 July 2029", "27 July 2029"]


def test_different_lengths_of_the_same_talks_are_a_disagreement_and_rounding_is_none():
    told = "Putin met Kim Jong Un in Moscow on Monday. The talks lasted {}."
    (event,) = merged(
        (told.format("nearly three hours"), "2031-03-07", "ap"), (told.format("2.5 hours"), "2031-03-07", "tass")
    )
    (disagreement,) = find_disagreements(event.sightings, event.date)
    assert [r.value for r in disagreement.readings] == ["nearly three hours", "2.5 hours"]
    (same,) = merged((told.format("three hours"), "2031-03-07", "ap"), (told.format("3 hours"), "2031-03-07", "tass"))
    assert find_disagreements(same.sightings, same.date) == []


def test_an_undated_report_joins_the_event_that_just_happened():
    (event,) = merged(
        ("Kim Jong Un visited the Russian embassy in Pyongyang on Friday.", "2031-03-07", "reuters"),
        ("KCNA reported that Kim Jong Un visited the Russian embassy in Pyongyang.", "2031-03-08", "ap"),
    )
    assert (event.date, len(event.sightings)) == ("2031-03-07", 2)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Putin will meet Kim Jong Un in Vladivostok on May 25, 2031.", "Putin and Kim Jong Un to meet in Vladivostok"),
        (
            "Russia and North Korea will sign a treaty in Pyongyang on May 25, 2031.",
            "Russia and North Korea to sign treaty in Pyongyang",
        ),
        (
            "North Korea will send 500 containers of shells to Russia in May 2031.",
            "500 containers of North Korean arms to be sent to Russia",
        ),
        (
            "The Tumen bridge between Russia and North Korea will open in May 2031.",
            "The Tumen bridge between Russia and North Korea will open",
        ),
    ],
)
def test_the_title_of_a_plan_puts_it_ahead(text, title):
    (event,) = merged((text, "2031-03-07", "ap"))
    assert (event.modality, event.title) == ("planned", title)


def test_plans_and_facts_are_told_apart_in_the_title():
    (event,) = merged(("Putin will visit Pyongyang on Tuesday.", "2031-03-07", "ap"))
    assert (event.modality, event.title) == ("planned", "Putin to visit Pyongyang")


def test_the_order_of_the_mentions_does_not_matter():
    given = sightings(YEAR, MONTH, DAY, ("North Korea sent 3,000 soldiers to Russia in January.", "2031-03-07", "ap"))
    expected = merge_mentions(given, vocabulary_from_fixture())
    for seed in range(20):
        shuffled = given[:]
        random.Random(seed).shuffle(shuffled)
        assert merge_mentions(shuffled, vocabulary_from_fixture()) == expected


@pytest.mark.parametrize(
    ("articles", "counts"),
    [
        ([DAY, MONTH], (2, 2, 2)),
        ([DAY, (DAY[0], "2029-04-27", "ap", "key0")], (2, 2, 1)),
        ([DAY, (MONTH[0], "2030-03-07", "")], (2, 1, 1)),
        ([(DAY[0], "2029-04-26", "")], (1, 0, 0)),
    ],
    ids=["two publishers", "a copy adds none", "an unknown publisher adds none", "unknown alone"],
)
def test_independent_sources(articles, counts):
    backing = count_backing(sightings(*articles), vocabulary_from_fixture())
    assert (backing.articles, backing.publishers, backing.origins) == counts


def test_reports_that_only_repeat_one_agency_count_once():
    text = "KCNA reported that Kim Jong Un visited the Russian embassy in Pyongyang on Friday."
    backing = count_backing(
        sightings((text, "2031-03-07", "ap"), (text, "2031-03-07", "reuters")), vocabulary_from_fixture()
    )
    assert (backing.articles, backing.publishers, backing.origins) == (2, 2, 1)


def test_a_treaty_ratified_by_one_side_is_not_said_of_both():
    (event,) = merged(("Russia ratified the treaty with North Korea on Saturday.", "2031-03-10", "ap"))
    assert event.title == "Russia ratifies treaty with North Korea"


def test_a_plan_adds_nobody_to_what_happened():
    (event,) = merged(
        ("Putin will meet Kim Jong Un in Moscow on 9 May, the Kremlin said.", "2031-05-01", "tass"),
        ("Putin met North Korean officers in Moscow on 9 May.", "2031-05-10", "ap"),
    )
    assert event.modality == "asserted"
    assert "kim-jong-un" not in event.actors


def test_without_a_date_a_deployment_is_background_until_a_second_text_tells_of_it_with_a_number():
    told, again = (("North Korea has sent 12,000 soldiers to Russia.", "2031-03-07", paper) for paper in ("ap", "tass"))
    assert merged(told) == []
    assert [event.kind for event in merged(told, again)] == ["troop_deployment"]
    assert merged(*((text.replace("12,000 ", ""), day, paper) for text, day, paper in (told, again))) == []


def test_a_plan_without_a_date_is_an_event_unless_a_dated_statement_tells_of_it():
    plan = "Pyongyang plans to send 6,000 soldiers to Russia."
    assert [(e.kind, e.modality) for e in merged((plan, "2031-03-07", "ap"))] == [("troop_deployment", "planned")]
    said = "Sergei Shoigu said in Pyongyang on Tuesday that North Korea would send 6,000 soldiers to Russia."
    assert [(e.kind, e.date) for e in merged((said, "2031-03-07", "ap"))] == [("statement", "2031-03-04")]


def test_kinds_that_the_vocabulary_does_not_keep_are_no_events_without_a_date():
    vocabulary = vocabulary_from_fixture()
    kinds = tuple(replace(kind, keeps_undated=False) for kind in vocabulary.kinds)
    found = sightings(("Pyongyang plans to send 6,000 soldiers to Russia.", "2031-03-07", "ap"))
    assert merge_mentions(found, replace(vocabulary, kinds=kinds)) == []
