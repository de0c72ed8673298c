"""How prose tells of several happenings at once, of people by half a name, and of what was told before."""

import pytest

from tests.factories import ALLIES, mentions

PUBLISHED = "2031-03-07"  # a Friday


def dated(text, published=PUBLISHED):
    return [(m.kind, m.dating.edtf if m.dating else "") for m in mentions(text, published, language="en")]


def told_of(text, kind, published=PUBLISHED):
    return [m for m in mentions(text, published, language="en") if m.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Several dates of one verb.
        ("Sergei Shoigu was in Pyongyang on 4 February, on 20 February and again on 3 March.", ("visit", "2031-02-20")),
        ("Sergei Lavrov met Choe Son Hui on 3 March, and before that on 4 February.", ("meeting", "2031-02-04")),
        # A speaker put into the sentence has a date of his own.
        ("In January alone, the White House said on 3 March, Russia sent coal to North Korea.", ("economic", "2031-01")),
        # So has what only tells how long before something else it was.
        ("On 3 March Kim Jong Un, four months before his birthday, had talks with Putin.", ("meeting", "2031-03-03")),
        # A colon opens a clause.
        ("The experts no longer do so: Russia vetoed their mandate for North Korea in January.", ("sanction_or_un_vote", "2031-01")),
        ("It took until 3 March for Putin and Kim Jong Un to meet.", ("meeting", "2031-03-03")),
        ("Putin became the first Russian leader to go to Pyongyang, on 3 March.", ("visit", "2031-03-03")),
        ("North Korea sent a team of military instructors to Russia on 3 March.", ("visit", "2031-03-03")),
        ("Kim Jong Un visited the Russian embassy in the city on 3 March.", ("visit", "2031-03-03")),
        ("The first Russian group since the pandemic spent four days in the country in February.", ("visit", "2031-02")),
        ("Vladimir Putin launched construction of a bridge to North Korea on 3 March.", ("economic", "2031-03-03")),
        # An opening clause tells of him whom the main one names; what he says there is told as well.
        ("When he was in Pyongyang on 3 March, Sergei Shoigu praised the treaty.", ("visit", "2031-03-03")),
        ("Coming out of talks with Kim Jong Un on 3 March, Shoigu announced that sappers would follow.", ("statement", "2031-03-03")),
        ("On 3 March, less than two weeks after the summit in Moscow, Putin told Kim that Russia would help.", ("statement", "2031-03-03")),
        ("Russia’s foreign ministry, in a briefing on 3 March, told Pyongyang to stop.", ("statement", "2031-03-03")),
        ("The North Koreans went back into battle on 3 March, Russia said.", ("troop_deployment", "2031-03-03")),
        ("A delegation from Moscow is expected in Pyongyang on 10 October.", ("visit", "2031-10-10")),
        ("It was on 3 March that the chief of the general staff in Moscow praised the North Koreans.", ("statement", "2031-03-03")),
        ("On 3 March the chief of Russia's staff credited the North Koreans with much.", ("statement", "2031-03-03")),
        ("More than 11,000 soldiers were moved from North Korea to Russia on 3 March.", ("troop_deployment", "2031-03-03")),
        ("On 3 March Putin sits down with Kim Jong Un.", ("meeting", "2031-03-03")),
        ("Kim’s armored train clanked over the border at Khasan on 3 March.", ("visit", "2031-03-03")),
        ("North Korean infantry first saw action in Kursk on 3 March.", ("troop_deployment", "2031-03-03")),
        ("Was he the first? No. Putin went to Pyongyang on 3 March.", ("visit", "2031-03-03")),
    ],
)  # fmt: skip
def test_a_sentence_tells(sentence, expected):
    assert expected in dated(f"{ALLIES}{sentence}")


def test_a_family_name_goes_on_to_stand_for_its_only_bearer():
    text = f"{ALLIES}Choe Son Hui met Putin on Monday. Choe, who had left Pyongyang on Sunday, reached Vladivostok on Tuesday."
    assert [m.dating.edtf for m in told_of(text, "visit")] == ["2031-03-02", "2031-03-04"]
    assert all("choe-son-hui" in m.actors for m in told_of(text, "visit"))


def test_a_family_name_before_a_given_name_is_somebody_else():
    text = f"{ALLIES}Choe Son Hui met Putin on Monday. Choe Kwang Bok went to Moscow in Russia on Tuesday."
    assert not any("choe-son-hui" in m.actors for m in told_of(text, "visit"))


def test_kim_stays_the_leader_behind_another_kim():
    text = f"{ALLIES}Kim Jong Un praised General Kim Yong Bok on Monday. On Tuesday Kim met Putin in Vladivostok."
    assert [m.actors for m in told_of(text, "meeting")] == [("kim-jong-un", "putin")]


def test_a_delegation_that_nobody_names_comes_from_the_other_country():
    text = f"{ALLIES}A delegation of the health ministry left for Moscow on 3 March."
    assert ("visit", "2031-03-03") in dated(text)
    text = f"{ALLIES}A delegation of Vietnam's health ministry left for Moscow on 3 March."
    assert ("visit", "2031-03-03") not in dated(text)


def test_a_country_that_tells_whose_they_are_is_no_place():
    text = f"{ALLIES}A delegation of Russia's Military Academy arrived in the North Korean capital on 3 March."
    assert [(m.dating.edtf, m.place) for m in told_of(text, "visit")] == [("2031-03-03", "pyongyang")]


def test_his_visit_may_stand_before_his_name():
    text = f"{ALLIES}On his first visit to Pyongyang, on 3 March, Putin was given a car."
    assert [m.actors for m in told_of(text, "visit")] == [("putin",)]


def test_who_tells_of_something_has_no_part_in_it():
    text = f"{ALLIES}North Korea sends workers to Russia. South Korea's intelligence service says that some 10,000 workers were sent last year."
    assert ("economic", "2030") in dated(text)


def test_a_finer_date_behind_another_happening_is_its_own():
    text = f"{ALLIES}Sergei Shoigu's trip to Pyongyang in 2030 and the Vladivostok summit of Putin and Kim in September 2030 came soon."
    assert [date for kind, date in dated(text) if kind == "visit"] == ["2030"]


@pytest.mark.parametrize("span", ["2031 to 2033", "2031–2033", "2031"])
def test_what_a_plan_is_for_is_not_when_it_was_signed(span):
    text = f"{ALLIES}The prosecutors of Russia and North Korea signed a cooperation agreement for {span} on Monday."
    assert [date for kind, date in dated(text) if kind == "treaty"] == ["2031-03-03"]


def test_what_a_speaker_put_into_the_sentence_says_stands_around_him():
    text = f"{ALLIES}In January alone, the White House said on 3 March, Russia sent coal to North Korea."
    assert [m.detail for m in told_of(text, "statement")] == ["Russia sent coal to North Korea"]


def test_what_a_plan_is_for_stays_in_its_words():
    text = f"{ALLIES}Russia and North Korea signed a plan of exchanges for 2032 to 2034 in an accord on Sunday.[1]"
    assert [(m.detail, m.dating.edtf, m.modality) for m in told_of(text, "treaty")] == [
        ("a plan of exchanges for 2032 to 2034 in an accord", "2031-03-02", "asserted")
    ]


def test_he_who_pins_medals_is_not_where_they_came_from():
    text = f"{ALLIES}On 3 March Kim Jong Un pinned medals on officers returned from the Kursk region."
    assert not told_of(text, "visit")


def test_a_relative_clause_says_who_speaks():
    text = f"{ALLIES}A league of ten countries that monitors sanctions said on 3 March that North Korea had sent shells to Russia."
    assert [m.attribution for m in told_of(text, "statement")] == ["A league of ten countries"]


def test_no_auxiliary_is_part_of_a_name():
    text = f"{ALLIES}The bureau had said on 3 March that North Korea had sent shells."
    assert [m.attribution for m in told_of(text, "statement")] == ["bureau"]


def test_a_relative_clause_right_behind_dates_its_noun():
    text = f"{ALLIES}Putin and Kim Jong Un met in Moscow on 3 February. The talks, which took place in Vladivostok on 3 March, were long."
    assert [m.dating.edtf for m in told_of(text, "meeting")] == ["2031-02-03", "2031-03-03"]


def test_the_dead_of_a_flood_are_no_soldiers():
    text = f"{ALLIES}On 3 March Kim Jong Un praised his soldiers and denied reports of up to 1,500 dead or missing."
    assert not told_of(text, "casualty_report")


def test_behind_a_relative_clause_the_main_one_may_go_on_with_any_verb():
    text = (
        f"{ALLIES}On 3 March Sergei Shoigu, who heads the Security Council, wrote that North Korea would send sappers."
    )
    assert [m.speaker for m in told_of(text, "statement")] == ["shoigu"]


def test_a_spokesman_is_named_without_what_he_was_asked():
    text = f"{ALLIES}Asked about the shells on 3 March, Kremlin spokesman Dmitry Peskov said that North Korea had sent none."
    assert [m.attribution for m in told_of(text, "statement")] == ["Kremlin spokesman Dmitry Peskov"]


def test_goes_on_to_is_no_plan():
    text = f"{ALLIES}3 March 2031: Kim Jong Un goes on to inspect fighter jets in Komsomolsk-on-Amur, Russia."
    assert [m.modality for m in told_of(text, "visit")] == ["asserted"]


def test_he_who_did_the_first_thing_goes_on_to_speak():
    text = f"{ALLIES}Putin met Kim Jong Un in Beijing on Wednesday and said that Russia would send grain."
    assert [m.speaker for m in told_of(text, "statement")] == ["putin"]
    pair = f"{ALLIES}Putin and Kim Jong Un met in Beijing on Wednesday. Kim said on Thursday that he was glad."
    assert [m.speaker for m in told_of(pair, "statement")] == ["kim-jong-un"]


def test_thanks_at_a_meeting_are_a_part_of_it():
    text = f"{ALLIES}Putin met Kim Jong Un in Beijing on Wednesday and thanked him for the soldiers."
    assert [kind for kind, _ in dated(text)] == ["meeting"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Sergei Shoigu held talks in Pyongyang on 3 March.",
            ("meeting", "pyongyang", ["shoigu"]),
        ),
        (
            "At a summit in Pyongyang on 3 March Putin invited Kim Jong Un to Moscow.",
            ("summit", "pyongyang", ["putin", "kim-jong-un"]),
        ),
        (
            "Putin received Kim Jong Un's foreign minister, Choe Son Hui, in the Kremlin on 3 March.",
            ("meeting", "kremlin", ["putin", "choe-son-hui"]),
        ),
    ],
)
def test_where_it_was_and_who_took_part(sentence, expected):
    found = [
        (m.kind, m.place, list(m.actors))
        for m in mentions(f"{ALLIES}{sentence}", PUBLISHED, language="en")
        if m.kind == expected[0]
    ]
    assert found == [expected]


def test_whom_somebody_meets_elsewhere_is_not_of_the_two():
    text = (
        f"{ALLIES}Choe Son Hui left Moscow on 3 March for Belarus, where she met the foreign minister, Maxim Example."
    )
    assert not told_of(text, "meeting")


def test_the_two_are_equals():
    text = (
        f"{ALLIES}Mikhail Mishustin and Pak Thae Song opened the works on Monday. "
        "Putin renewed his invitation when the two met in Beijing on 3 March."
    )
    (meeting,) = (m for m in mentions(text, PUBLISHED, language="en") if m.kind == "meeting" and m.place == "beijing")
    assert list(meeting.actors) == ["putin"]


def test_a_summit_is_of_leaders():
    text = f"{ALLIES}Sergei Shoigu's trip, and the Vostochny summit with North Korea of September 2023, were much spoken of."
    found = [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "summit"]
    assert all("shoigu" not in m.actors for m in found)


@pytest.mark.parametrize(
    ("year", "leader"), [("1994", "yeltsin"), ("2002", "putin"), ("2010", "medvedev"), ("2014", "putin")]
)
def test_the_russian_leader_is_whoever_led_then(year, leader):
    text = f"{ALLIES}A North Korean delegation met the Russian leader in Moscow in March {year}."
    found = [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "meeting"]
    assert [leader in m.actors for m in found] == [True]
