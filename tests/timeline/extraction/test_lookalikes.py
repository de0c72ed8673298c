"""Words that look like one kind of event and are another, or none."""

import pytest

from tests.factories import ALLIES, mentions, told
from timeline.extraction.mention import UNNAMED

PUBLISHED = "2031-03-07"  # a Friday


def test_a_greeting_in_a_letter_is_no_meeting():
    text = "Kim Jong Un sent a New Year's greeting to Vladimir Putin on Monday, vowing to develop the alliance."
    assert "meeting" not in [kind for kind, _, _ in told(text)]


def test_wreaths_monuments_and_gifts_are_neither_visits_nor_arms():
    for sentence in (
        "Kim Jong Un laid a wreath at the Russian embassy in Pyongyang on Monday.",
        "Russia and North Korea unveiled a monument to fallen soldiers in Kursk on Monday.",
        "Vladimir Putin gave Kim Jong Un a limousine on Monday.",
    ):
        assert [kind for kind, _, _ in told(sentence)] == ["other"], sentence


def test_a_leaders_train_is_no_railway_business():
    text = "Kim Jong Un's armoured train stopped in Khasan, Russia, on Monday."
    assert "economic" not in [kind for kind, _, _ in told(text)]


def test_whoever_is_called_on_is_met_unless_he_is_asked_to_do_something():
    met = "Choe Son Hui called on Vladimir Putin at the Kremlin on Monday."
    asked = "Choe Son Hui called on Vladimir Putin on Monday to visit Pyongyang."
    assert [kind for kind, _, _ in told(met)] == ["meeting"]
    assert "meeting" not in [kind for kind, _, _ in told(asked)]


def test_what_is_close_to_something_closes_nothing():
    text = "The meeting of Putin and Kim Jong Un on Monday was close to 2,000 miles from the Russian railway's border with North Korea."
    assert "economic" not in [kind for kind, _, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korean soldiers are said by officials to have gone into action near Kursk in Russia on 3 March.", [("troop_deployment", "2031-03-03")]),
        ("On 3 March Kim Jong Un will meet Putin in Moscow, nobody has confirmed.", [("meeting", "2031-03-03")]),
        ("North Korea shipped what Seoul says are shells to Russia on 3 March.", [("arms_transfer", "2031-03-03")]),
    ],
)  # fmt: skip
def test_what_is_only_said_to_be_or_by_nobody_is_no_statement(text, expected):
    assert [(kind, date) for kind, date, _ in told(text)] == expected


def test_what_is_only_said_to_be_is_a_claim():
    text = "North Korea is said by two diplomats to have sent 100 guns to Russia on 3 March."
    (sent,) = mentions(text, PUBLISHED, language="en")
    assert (sent.kind, sent.modality) == ("arms_transfer", "claimed")


def test_a_letter_handed_over_is_a_meeting_and_one_sent_is_none():
    assert [kind for kind, _, _ in told("Choe Ryong Hae handed Vladimir Putin a letter on Monday.")] == ["meeting"]
    assert [kind for kind, _, _ in told("Kim Jong Un sent Vladimir Putin a letter on Monday.")] == ["statement"]


def test_a_ministers_plane_that_lands_is_his_visit():
    assert [kind for kind, _, _ in told(f"{ALLIES}Shoigu's plane landed in Pyongyang on Monday.")] == ["visit"]
    for sentence in (
        "Air Koryo's plane landed in Vladivostok on Monday.",
        "Kyiv's jet bombed a North Korean camp in Kursk on Monday.",
    ):
        assert "visit" not in [kind for kind, _, _ in told(f"{ALLIES}{sentence}")], sentence


def test_a_train_that_leaves_a_city_is_no_visit():
    text = "On 17 June 2030, a direct train left Pyongyang for Moscow in Russia, the North Korean railways said."
    assert ("economic", "2030-06-17") in [(kind, date) for kind, date, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        (
            "Kim Jong Un met Putin on 13 September 2030. His foreign minister visited Moscow on 20 October 2030.",
            "visit",
        ),
        ("Kim Jong Un left Russia out of his speech on Monday, North Korea said.", "visit"),
        ("Putin gave Kim Jong Un a warm welcome in Pyongyang and showed him his car on Monday.", "other"),
        ("North Korea said on Monday that flood deaths were 4,000 and thanked Russia.", "casualty_report"),
        ("Russia hit North Korea with a bill over missile parts on Monday.", "missile_or_space"),
    ],
)
def test_words_that_only_look_like_a_kind(text, unwanted):
    """What happened may be told in other words of the sentence, which name no kind."""
    assert unwanted not in [m.kind for m in mentions(text, PUBLISHED, language="en") if m.verb != UNNAMED]


def test_a_number_of_something_else_is_no_troops():
    text = (
        "North Korea deployed troops to Kursk in October 2030, helping Russia.\n\n"
        "In February 2031, 1,200 tourists from Russia arrived in Wonsan, North Korea."
    )
    assert [kind for kind, date, _ in told(text) if date == "2031-02"] == ["economic"]


def test_thanks_to_something_thanks_nobody():
    text = "Trade between Russia and North Korea fell in 2029, thanks largely to sanctions."
    assert "statement" not in [m.kind for m in mentions(text, PUBLISHED, language="en")]


def test_a_paragraph_of_another_story_has_its_lines_and_trains_as_well():
    story = (
        "Putin met Kim Jong Un in Vladivostok on Monday, and they spoke about shells.\n\n"
        "Russia and North Korea have drawn closer since they signed a treaty in 2029.\n\n"
        "Crews in eastern Tennessee, meanwhile, restored train service on Friday after a storm."
    )
    assert "economic" not in [kind for kind, _, _ in told(story)]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Dmitry Medvedev leads the delegation. Medvedev, who flew in on Thursday, smiled.", "putin"),
        ("Kim Jong Un embraced returning soldiers in Pyongyang on 3 March.", "meeting"),
        ("The Russian airline Nordwind landed in Pyongyang on 3 March.", "visit"),
        ("Kim Jong Un visited the bier of a comrade early on Tuesday.", "visit"),
        ("On 9 May, Kim Jong Un paid a visit to the Russian embassy in Pyongyang.", "planned"),
        ("Putin was at the BRICS summit in Kazan on 3 March.", "summit"),
        ("Kim Jong Un held talks with President Donald Trump of the United States in Hanoi on 3 March.", "meeting"),
        ("North Korea's Central Military Commission confirmed the dispatch on Monday.", "meeting"),
        ("North Korea sent 9 million rounds of ammunition to Russia on 3 March.", "meeting"),
        (
            "North Korea sent troops to Russia.\n\nSergei Lavrov arrived on Friday for a stay of three days.",
            "troop_deployment",
        ),
    ],
)
def test_what_only_looks_like_an_event_of_the_two(text, never):
    found = mentions(ALLIES + text, PUBLISHED, language="en")
    last = [m for m in found if m.dating is not None]
    assert never not in {value for m in last for value in (m.kind, m.modality, *m.actors)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On the 80th anniversary, Putin received Kim Jong Un at a parade in Moscow on Friday to mark the end of World War II.",
            {("meeting", "2031-03-07"), ("parade", "2031-03-07")},
        ),
        ("Lavrov left Pyongyang on Friday without meeting Kim Jong Un.", set()),
        (
            "Kim Jong Un arrived in Vladivostok on Monday. On the fourth day of his visit, Thursday, he met Putin in the city.",
            {("visit", "2031-03-03"), ("meeting", "2031-03-06")},
        ),
        ("North Korea has sent troops to Russia, beginning in October 2030.", {("troop_deployment", "2030-10")}),
        ("On Tuesday Putin called Trump and met Kim Jong Un in Vladivostok.", {("meeting", "2031-03-04")}),
        (
            "North Korea sent missiles to Russia in May. On Friday Putin sent flowers to Pyongyang.",
            {("arms_transfer", "2030-05"), ("other", "2031-03-07")},
        ),
        (
            "Putin and Kim Jong Un met on Monday and in a speech to officials on Wednesday, according to KCNA, Kim praised Russia.",
            {("meeting", "2031-03-03")},
        ),
        ("Lavrov and Wang Yi held bilateral talks in Beijing on Tuesday.", set()),
        (
            f"{ALLIES}Kim Jong Un arrived in Vladivostok on Friday. On Wednesday he had a meeting with Putin. "
            "The next day they signed a treaty.",
            {("visit", "2031-03-07"), ("meeting", "2031-03-05"), ("treaty", "2031-03-06")},
        ),
        ("Kim Jong Un did not say when he would visit Russia, and Lavrov will be in Pyongyang until Friday.", set()),
    ],
)
def test_nothing_more_and_nothing_less(text, expected):
    assert {(kind, date) for kind, date, _ in told(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea is one of only five countries to vote against a resolution on Russia on 2 March 2030.",
         ("sanction_or_un_vote", "2030-03-02", "asserted")),
        ("The next meeting of the commission of Russia and North Korea takes place in Moscow in the first half of 2032.",
         ("meeting", "2032-01/2032-06", "planned")),
        ("By late January 3,000 North Korean soldiers had been killed in Russia, a figure not confirmed by Moscow.",
         ("casualty_report", "2031-01", "asserted")),
        ("North Korea has sent shells since November, the month in which Kim Jong Un and Putin met in Moscow.",
         ("meeting", "2030-11", "asserted")),
        ("Shoigu saw Kim Jong Un on January 21 and February 4, and was back in Pyongyang on Tuesday.",
         ("meeting", "2031-02-04", "asserted")),
        ("Shoigu saw Kim Jong Un on January 21 and February 4, and was back in Pyongyang on Tuesday.",
         ("visit", "2031-03-04", "asserted")),
        ("The agreement of Russia and North Korea, in force since December 4, is short.",
         ("treaty", "2030-12-04", "asserted")),
        ("On February 12 the two heads of state had a talk over the telephone.", ("meeting", "2031-02-12", "asserted")),
        ("A photo exhibition on Russia opened at a cinema in Pyongyang on Monday.", ("other", "2031-03-03", "asserted")),
        ("Shoigu spent February 25-27 in the North Korean capital.", ("visit", "2031-02-25/2031-02-27", "asserted")),
        ("South Korea's military said on Monday that it was watching arms shipments between the two countries.",
         ("statement", "2031-03-03", "claimed")),
    ],
)  # fmt: skip
def test_what_a_careful_reader_finds(text, expected):
    found = mentions(ALLIES + text, PUBLISHED, language="en")
    assert expected in [(m.kind, m.dating.edtf if m.dating else "", m.modality) for m in found]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Last week North Korea decided to send troops to Russia.", "asserted"),
        ("It was the second time Kim Jong Un refused to visit Russia on Thursday.", "asserted"),
        ("Kim Jong Un was back on Russian television on Thursday.", "visit"),
        ("Photos released on Monday showed Kim Jong Un at a plant with rockets from Russia.", "meeting"),
        ("A train took Kim Jong Un to the cosmodrome in Russia on Monday.", "meeting"),
        (
            "Putin met Kim Jong Un in Moscow on March 1.\n\nMacron said on Wednesday that the summit in Brussels had gone well.",
            "statement",
        ),
        (
            "North Korean elections to the Supreme People's Assembly drew votes in Moscow on Sunday.",
            "sanction_or_un_vote",
        ),
        ("Demonstrators against Putin marched through Red Square on Saturday with North Korean flags.", "parade"),
        ("Putin has not visited North Korea since 2000 and will stay away until 2032.", "visit"),
        ("Trade of Russia with North Korea was small compared with 2025, according to Moscow.", "statement"),
        ("Lavrov flew home on Thursday, leaving behind a signed treaty with North Korea and a car.", "arms_transfer"),
    ],
)
def test_what_was_only_meant_or_only_looks_so(text, never):
    found = mentions(ALLIES + text, PUBLISHED, language="en")
    assert never not in {value for m in found if m.dating for value in (m.kind, m.modality)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Without warning, Kim Jong Un visited Russia on Thursday.", ("visit", "2031-03-06")),
        ("Travelling without his wife, Kim Jong Un arrived in Moscow on Thursday.", ("visit", "2031-03-06")),
        ("The Tumen bridge is the second of Russia and North Korea. It is due to open next year.", ("economic", "2032")),
        ("A report said in February, in New York, that North Korea had delivered as many as nine million rounds to Russia in 2030.",
         ("arms_transfer", "2030")),
        ("According to Russian figures trade with North Korea reached 34 million dollars in 2030.", ("economic", "2030")),
        ("Putin showed Kim Jong Un the launch pads of Vostochny on 13 September 2030.", ("meeting", "2030-09-13")),
    ],
)  # fmt: skip
def test_what_stands_round_about_does_not_hide_it(text, expected):
    assert expected in [(kind, date) for kind, date, _ in told(ALLIES + text)]


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Putin is going to send food to North Korea on 10 April.", "visit"),
        ("Most of the weapons of North Korean soldiers in Kursk had gone unnoticed until 3 February, Russia said.", "arms_transfer"),
        ("North Korean troops in Russia followed orders on 3 March.", "troop_deployment"),
        ("The North Korean soldier was taken to a hospital in Russia on 3 March.", "troop_deployment"),
        ("Putin pushed back against criticism of North Korean ways in Russia on Monday.", "economic"),
        ("Putin flew on a plane to Pyongyang to meet Kim Jong Un on 3 March.", "economic"),
        ("Kim Jong Un took time around the holiday on 3 March to thank Putin.", "meeting"),
        ("Shoigu took up his post on 3 March, and North Korea praised the treaty with Russia.", "treaty"),
    ],
)  # fmt: skip
def test_ordinary_verbs_name_no_kind_by_themselves(text, unwanted):
    assert unwanted not in [kind for kind, _, _ in told(f"{ALLIES}{text}")]
