"""The same happening in many wordings: what is told, when and by whom varies, and the event that is read does not.

Gold texts show how news is written; these show that nothing hangs on a name, a date or a frame that happened to be in them.
"""

from itertools import product

import pytest

from tests.factories import mentions

PUBLISHED = "2031-03-07"  # a Friday
BOTH = "Russia and North Korea have drawn closer since the war in Ukraine began. Moscow and Pyongyang speak of an alliance.\n\n"
GROUPS = {"summit": "meet", "meeting": "meet", "visit": "meet", "statement": "say", "casualty_report": "say"}

RUSSIANS = (
    "Putin",
    "Russian President Vladimir Putin",
    "Sergei Shoigu, the secretary of Russia's Security Council,",
    "Russian Foreign Minister Sergei Lavrov",
    "Sergei Shoigu, who heads Russia's Security Council,",
)
KOREANS = (
    "Kim Jong Un",
    "North Korean leader Kim Jong Un",
    "North Korea's defense minister, No Kwang Chol,",
    "Foreign Minister Choe Son Hui",
)
DATES = (
    ("on Tuesday", "2031-03-04"),
    ("on Feb. 20", "2031-02-20"),
    ("on April 25, 2019", "2019-04-25"),
    ("in January", "2031-01"),
    ("last week", "2031-02-24/2031-03-02"),
    ("in 2019", "2019"),
    ("yesterday", "2031-03-06"),
)
MEETINGS = (
    "met {other} in Pyongyang",
    "met with {other}",
    "held talks with {other}",
    "was received by {other} in Pyongyang",
    "sat down with {other}",
    "had a meeting with {other}",
)
JOURNEYS = (
    "arrived in Pyongyang",
    "visited Pyongyang",
    "flew to North Korea",
    "paid a visit to North Korea",
    "travelled to Pyongyang for talks",
    "wrapped up a two-day visit to North Korea",
    "set off for North Korea",
)
OTHERS = (
    ("troop_deployment", "North Korea sent 3,000 troops to Russia"),
    ("troop_deployment", "North Korea deployed 3,000 soldiers to Russia's Kursk region"),
    ("arms_transfer", "North Korea shipped 1,000 containers of munitions to Russia"),
    ("arms_transfer", "Russia supplied North Korea with air defense systems"),
    ("treaty", "Russia and North Korea signed a strategic partnership treaty"),
    ("economic", "passenger trains between Russia and North Korea resumed"),
    ("sanction_or_un_vote", "Russia vetoed a U.N. resolution on North Korea"),
    (
        "sanction_or_un_vote",
        "the United States imposed sanctions on two Russian banks over arms deals with North Korea",
    ),
    ("meet", "a North Korean military delegation arrived in Moscow"),
    ("meet", "a delegation of the Workers' Party of Korea flew to Russia"),
    ("say", "Putin thanked Kim Jong Un"),
    ("say", "Kim Jong Un sent a letter of congratulations to Putin"),
)
FRAMES = {
    "plain": "{What} {when}.",
    "in front": "{When}, {what}.",
    "by an agency": "{What} {when}, Yonhap reported.",
    "by a third party": "{What} {when}, South Korea's military said.",
    "according to": "According to state media, {what} {when}.",
    "that": "The ministry said in a statement that {what} {when}.",
    "while": "{What} {when}, while fighting went on in Ukraine.",
    "meanwhile": "Meanwhile, {what} {when} for the first time in years.",
    "and": "Months of contacts went before it, and {what} {when}.",
}
PAIRS = {
    "after": "{What} {when}, after {other} {then}.",
    "semicolon": "{What} {when}; {other} {then}.",
    "while": "{What} {when}, while {other} {then}.",
    "before": "{What} {when}, months before {other} {then}.",
    "after, in front": "After {other} {then}, {what} {when}.",
    "two sentences": "{What} {when}. {Then}, {other}.",
}


def told(text):
    found = mentions(BOTH + text, PUBLISHED, language="en")
    return {(GROUPS.get(m.kind, m.kind), m.dating.edtf) for m in found if m.dating and m.start >= len(BOTH)}


def framed(frame, **parts):
    capitals = {name.capitalize(): words[0].upper() + words[1:] for name, words in parts.items()}
    return frame.format(**parts, **capitals)


def missing(cases):
    """The texts in which the event is not read, of (text, kind, date)."""
    return [(text, told(text)) for text, kind, date in cases if (kind, date) not in told(text)]


@pytest.mark.parametrize("frame", FRAMES)
def test_who_meets_whom_and_when_is_read_in_every_frame(frame):
    people = product(RUSSIANS, KOREANS, MEETINGS, DATES)
    cases = [
        (framed(FRAMES[frame], what=f"{one} {verb.format(other=other.rstrip(','))}", when=when), "meet", date)
        for number, (one, other, verb, (when, date)) in enumerate(people)
        if number % 5 == 0  # they do not divide the lengths of the lists: everything comes with everything else
    ]
    assert not missing(cases)


@pytest.mark.parametrize("frame", FRAMES)
def test_who_goes_where_and_when_is_read_in_every_frame(frame):
    journeys = product(RUSSIANS, JOURNEYS, DATES)
    assert not missing(
        [(framed(FRAMES[frame], what=f"{one} {verb}", when=when), "meet", date) for one, verb, (when, date) in journeys]
    )


@pytest.mark.parametrize("frame", FRAMES)
def test_every_other_kind_is_read_in_every_frame(frame):
    happenings = product(OTHERS, DATES)
    assert not missing(
        [(framed(FRAMES[frame], what=what, when=when), kind, date) for (kind, what), (when, date) in happenings]
    )


@pytest.mark.parametrize("frame", PAIRS)
def test_two_happenings_of_one_sentence_keep_their_dates(frame):
    cases = []
    for (kind, what), (kind2, other), (when, date), (then, date2) in product(OTHERS, OTHERS, DATES[:3], DATES[2:5]):
        if kind != kind2 and date != date2:
            text = framed(PAIRS[frame], what=what, other=other, when=when, then=then)
            cases += [(text, kind, date), (text, kind2, date2)]
    assert not missing(cases[::3])
