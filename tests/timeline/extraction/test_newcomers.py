"""People whom the vocabulary does not know: introduced by the text with a country and an office."""

import pytest

from tests.factories import mentions, vocabulary_from_fixture
from timeline.extraction import MergedEvent, Origin, Sighting, merge_mentions

PUBLISHED = "2031-03-07"  # a Friday


def found(text):
    return mentions(text, PUBLISHED, language="en")


def merged(*texts) -> list[MergedEvent]:
    sightings = [
        Sighting(mention, Origin(str(number), PUBLISHED, source=f"s{number}"))
        for number, text in enumerate(texts)
        for mention in found(text)
    ]
    return merge_mentions(sightings, vocabulary_from_fixture())


@pytest.mark.parametrize(
    "introduction",
    [
        "Russian Digital Trade Minister Anton Berezkin arrived in Pyongyang on Monday.",
        "Russia's minister of digital trade, Anton Berezkin, arrived in Pyongyang on Monday.",
        "Anton Berezkin, Russia's minister of digital trade, arrived in Pyongyang on Monday.",
        "Anton Berezkin, the governor of Russia's Tomsk region, arrived in Pyongyang on Monday.",
    ],
)
def test_whoever_the_text_introduces_takes_part(introduction):
    (visit,) = found(introduction)
    assert (visit.kind, visit.dating.edtf, visit.visitor, visit.sides) == (
        "visit",
        "2031-03-03",
        "Anton Berezkin",
        ("kp", "ru"),
    )
    assert visit.actors == ()


def test_they_are_known_by_their_last_name_from_then_on():
    text = (
        "Russian Digital Trade Minister Anton Berezkin spoke to reporters in Moscow for an hour.\n\n"
        "Last Tuesday Berezkin flew to Pyongyang."
    )
    assert [(m.kind, m.dating.edtf, m.visitor) for m in found(text)] == [("visit", "2031-03-04", "Anton Berezkin")]


def test_the_vocabularys_people_are_known_by_their_last_name_too():
    text = (
        "Natural Resources Minister Alexander Kozlov spoke to reporters for nearly an hour.\n\n"
        "Kozlov met Kim Jong Un in Pyongyang on Tuesday."
    )
    assert [m.actors for m in found(text) if m.kind == "meeting"] == [("kozlov", "kim-jong-un")]


@pytest.mark.parametrize(
    "text",
    [
        "Mongolian Trade Minister Bat Erdene arrived in Pyongyang on Monday.",
        "Russia hosted Ruritanian President Anton Berezkin on Sunday. Berezkin visited Pyongyang on Monday.",
        "Moscow welcomed Vietnamese President Anton Berezkin and said that Berezkin visited Pyongyang on Monday.",
        "Russian Trade Minister Anton Berezkin's deputy visited Pyongyang on Monday.",
    ],
)
def test_nobody_is_introduced_for_a_third_country_or_for_somebody_else(text):
    assert found(text) == []


def test_the_words_of_an_office_stand_in_no_name():
    (visit,) = found("Russian Deputy Prime Minister Anton Berezkin arrived in Pyongyang on Monday.")
    assert visit.visitor == "Anton Berezkin"


def test_a_last_name_behind_another_first_name_is_somebody_elses():
    text = (
        "Russian Trade Minister Anton Berezkin visited Pyongyang on Sunday.\n\n"
        "Anna Berezkin, an analyst from Omsk, visited Wonsan on Monday."
    )
    assert [(m.dating.edtf, m.place) for m in found(text) if m.kind == "visit"] == [("2031-03-02", "pyongyang")]


def test_reports_of_one_visitor_are_one_event_with_his_name():
    one = "Russian Digital Trade Minister Anton Berezkin arrived in Pyongyang on Monday."
    two = "Anton Berezkin, Russia's minister of digital trade, flew to Pyongyang on Monday."
    (event,) = merged(one, two)
    assert event.title == "Anton Berezkin visits Pyongyang"
    (other, _) = merged(one, one.replace("Anton Berezkin", "Oleg Sosnovsky"))
    assert other.title in ("Anton Berezkin visits Pyongyang", "Oleg Sosnovsky visits Pyongyang")


def test_an_office_behind_a_name_is_that_persons():
    text = "Russia and North Korea are allies. On Thursday Vassily Nebenzia, the Russian ambassador, said that the West wants to hurt North Korea."
    found = [m for m in mentions(text, "2031-03-07", language="en") if m.kind == "statement"]
    assert [m.actors for m in found] == [("nebenzia",)]


@pytest.mark.parametrize(
    "text",
    [
        "With Lavrov, the Russian president, flew to Pyongyang on Monday.",
        "Unlike Shoigu, the Russian president met Kim Jong Un on Monday.",
    ],
)
def test_an_office_behind_an_opening_phrase_is_another_person(text):
    assert any(
        "putin" in m.actors for m in mentions(f"Russia and North Korea are allies. {text}", "2031-03-07", language="en")
    )


def test_every_state_has_a_short_name_of_its_own():
    states = [actor.title_name for actor in vocabulary_from_fixture().actors if actor.kind == "state"]
    assert len(set(states)) == len(states)
