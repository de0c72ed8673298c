"""Which date belongs to which happening."""

import pytest

from tests.factories import ALLIES, mentions, told

PUBLISHED = "2031-03-07"  # a Friday


def test_when_takes_the_date_right_before_it():
    text = "North Korea kept silent about the Russian war until April, when it confirmed that its troops were in Kursk."
    assert [(kind, date) for kind, date, _ in told(text)] == [("statement", "2030-04")]


def test_the_hour_is_no_clause_of_its_own():
    text = "Vladimir Putin's plane landed in Pyongyang before dawn Monday, and Kim Jong Un was waiting."
    assert ("visit", "2031-03-03", "pyongyang") in told(text)


@pytest.mark.parametrize(
    "second",
    [
        "Two days after the summit, Kim toured an aircraft plant in Komsomolsk-on-Amur, Russia.",
        "Kim toured an aircraft plant in Komsomolsk-on-Amur, Russia, two days after the summit.",
    ],
)
def test_a_happening_is_counted_from_the_one_told_before(second):
    text = f"Putin and Kim Jong Un held a summit in Vladivostok on 13 September 2030.\n\n{second}"
    (visit,) = [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "visit"]
    assert (visit.dating.edtf, visit.dating.basis) == ("2030-09-15", "relative")
    assert "13 September 2030" in visit.dating.explanation


def test_a_statement_is_counted_from_an_announcement():
    text = (
        "The White House said on 2 March that North Korea had shipped arms to Russia.\n\n"
        "A day after the White House announcement, Japan said that a Russian ship had made five trips to North Korea."
    )
    assert ("statement", "2031-03-03") in [(kind, date) for kind, date, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seoul's foreign ministry said on 5 March that North Korea was sending sappers to Russia.\n\n"
            "The ministry's reaction came a day after Lavrov announced in Pyongyang that a Russian bridge would be built.",
            ("statement", "2031-03-04"),
        ),
        (
            "North Korea waited until 4 March to admit that its troops were fighting for Russia, two days after Lavrov praised them in Moscow.",
            ("statement", "2031-03-02"),
        ),
        (
            "Pyongyang kept silent about its part in Russia's war until 4 March, two days after Lavrov had praised North Korea's soldiers.",
            ("statement", "2031-03-02"),
        ),
    ],
)
def test_what_lies_so_long_before_is_counted_back(text, expected):
    assert expected in [(kind, date) for kind, date, _ in told(text)]


def test_of_a_year_and_its_month_the_month_dates():
    text = "North Korea launched a satellite with Russian help this year, in February, and failed."
    assert [date for kind, date, _ in told(text) if kind == "missile_or_space"] == ["2031-02"]


def test_a_date_is_inherited_from_what_the_words_point_back_to():
    text = "Putin and Kim Jong Un met in Beijing on Wednesday.\n\nAt the end of the meeting, which lasted three hours, Putin invited Kim to visit Moscow."
    found = mentions(text, PUBLISHED, language="en")
    assert [(m.kind, m.dating.edtf, m.place) for m in found] == [
        ("meeting", "2031-03-05", "beijing"),
        ("meeting", "2031-03-05", "beijing"),
        ("statement", "2031-03-05", ""),
    ]
    assert "point back" in found[1].dating.explanation


def test_an_event_dated_by_another_is_approximate_and_says_so():
    text = (
        "The Victory Day parade in Moscow came a week after Putin thanked North Korean leader Kim Jong Un for his help."
    )
    (thanks,) = [m for m in mentions(text, "2031-05-09", language="en") if m.kind == "statement"]
    assert (thanks.dating.edtf, thanks.dating.basis, thanks.dating.words) == ("2031-05-02~", "relative", "a week after")
    assert "9 May 2031" in thanks.dating.explanation


def test_a_main_clause_takes_no_date_from_the_relative_one_before_it():
    text = (
        "On 12 July 2030 Kim Jong Un, who visited Vladivostok in April 2019 and toured Khabarovsk in September 2023, "
        "received Sergei Shoigu in Pyongyang."
    )
    assert [date for kind, date, _ in told(text) if kind == "meeting"] == ["2030-07-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The date cut by no clause, and prepositions with a date behind them no clauses.
        (
            "The pact initialled the year before and signed in Pyongyang on February 9, 2000 said little, Russian and North Korean envoys agreed.",
            ("treaty", "2000-02-09"),
        ),
        (
            "Putin's trip to Pyongyang in June last year, his first since July 2000, ended with songs.",
            ("visit", "2030-06"),
        ),
        # Behind a relative clause with commas in it the main one goes on.
        (
            "Sergei Lavrov, who looks after Russia's ties with the Koreas, China and Japan, arrived in Pyongyang on Sunday.",
            ("visit", "2031-03-02"),
        ),
        # The second date says what the first is counted to.
        (
            "Kim Jong Un met Putin in Moscow on 2 January 2030. He visited Vladivostok two weeks later, on 16 January.",
            ("visit", "2030-01-16"),
        ),
        # A subject of its own behind "and".
        (
            "Putin signed the treaty with North Korea on Nov. 9 and Kim Jong Un signed the treaty on Nov. 11 too.",
            ("treaty", "2030-11-11"),
        ),
        # What somebody will do.
        ("The Russian and North Korean commission is to hold talks in Moscow on Wednesday.", ("meeting", "2031-03-12")),
        # Forms on "-ing" behind a preposition.
        (
            "On October 14, 2030, Russia joined the Council in adopting a resolution on North Korea.",
            ("sanction_or_un_vote", "2030-10-14"),
        ),
        ("Not until 25 April 2029 did Kim Jong Un shake hands with Putin in Vladivostok.", ("meeting", "2029-04-25")),
        # "Before that" begins no clause; a relative clause says nothing for the main one.
        (
            "On the Saturday before that, Valery Gerasimov had praised the North Korean soldiers in Kursk.",
            ("statement", "2031-03-01"),
        ),
        (
            "In Moscow, on February 4, Kim Jong Un and Putin put their names to a declaration which said that nobody was in danger.",
            ("treaty", "2031-02-04"),
        ),
        # "The June treaty" is not of the day on which it is told.
        (
            "The next day, Russia's State Duma voted to ratify the June treaty with North Korea.",
            ("treaty", "2031-03-08"),
        ),
        # What "it" is stands in the clause before.
        (
            "On June 17 a direct train left Pyongyang for Moscow for the first time since February 2020, when it was suspended.",
            ("economic", "2020-02"),
        ),
        # The spring dates what the relative clause ends with, not the agreement of another day.
        (
            "The agreement of September 17, 2012 between Russia and North Korea that settled old accounts was ratified in May 2014.",
            ("treaty", "2014-05"),
        ),
        # Before a semicolon as at the end, the date is that of the saying.
        (
            "North Korean soldiers had begun combat in Kursk, the White House said last week; it put their number at 9,000.",
            ("statement", "2031-02-24/2031-03-02"),
        ),
        ("On 3 February Putin came to Beijing. On 4 February he met Kim Jong Un.", ("meeting", "2031-02-04")),
    ],
)
def test_sentences_with_several_times(text, expected):
    assert expected in [(kind, date) for kind, date, _ in told(text)]


def test_what_a_date_counts_from_is_not_what_it_dates():
    text = "Russia and North Korea signed a treaty in February 2030. Five months after that signing Putin came to Pyongyang."
    assert [(kind, date) for kind, date, _ in told(text)] == [("treaty", "2030-02"), ("visit", "2030-07")]


def test_a_noun_that_a_relative_clause_dates_points_to_nothing_before():
    text = (
        "Russia and North Korea signed a trade agreement in spring 2024. The treaty, which Putin and Kim Jong Un concluded "
        "in Pyongyang on June 19, 2030, was approved by the State Duma on October 24 and took effect in December."
    )
    assert [date for kind, date, _ in told(text) if kind == "treaty"] == [
        "2024-21",
        "2030-06-19",
        "2030-10-24",
        "2030-12",
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "North Korea tried to launch a satellite with Russian help in May and again on Aug. 24.",
            ["2030-05", "2030-08-24"],
        ),
        ("Russian technology failed in North Korea's satellite launches in May and in August.", ["2030-05", "2030-08"]),
    ],
)
def test_one_verb_with_two_dates_happened_twice(text, dates):
    assert [date for kind, date, _ in told(text) if kind == "missile_or_space"] == dates


@pytest.mark.parametrize(
    "text",
    [
        "Russia and North Korea held talks in Moscow on March 3 and then on March 5 signed an agreement.",
        "Kim Jong Un met Putin on March 3 and on March 5 the Russian president flew to Beijing.",
    ],
)
def test_a_second_date_with_a_verb_of_its_own_repeats_nothing(text):
    assert [date for kind, date, _ in told(text) if kind == "meeting"] == ["2031-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea sent troops to Russia before October 2030.",
        "Pyongyang sent shells to Russia ahead of the October offensive.",
        "Sergei Shoigu visited Pyongyang ahead of the June 19 summit.",
    ],
)
def test_what_lay_ahead_dates_nothing(text):
    assert {date for kind, date, _ in told(text) if kind != "summit"} == {""}


def test_until_now_is_not_until_a_day():
    assert told("Russia has not until now sent troops to North Korea.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the date is the participle's
            "Lavrov and Choe Son Hui held talks in Moscow on Monday about the two countries' relations, established on 12 October 1948.",
            ("meeting", "2031-03-03"),
        ),
        (  # one verb, a list of dates
            "Sergei Shoigu made three trips to Pyongyang that winter, on January 21, February 4 and February 17.",
            ("visit", "2031-02-17"),
        ),
        (
            "Putin and Kim Jong Un have met twice, at Vladivostok in April 2029 and at a port in the Far East last September.",
            ("meeting", "2030-09"),
        ),
        ("Sergei Shoigu flew to Pyongyang twice, on February 4 and 17.", ("visit", "2031-02-17")),
        (  # an apposition ends no clause
            "They have been close since July, when Russia's defence minister, Sergei Shoigu, visited Pyongyang.",
            ("visit", "2030-07"),
        ),
        (  # "announced it two days later" has no content of its own
            "Kim Jong Un came to Vladivostok on Sunday. The foreign ministry in Moscow announced it two days later.",
            ("statement", "2031-03-04"),
        ),
    ],
)
def test_a_date_of_its_own(text, expected):
    assert expected in [(kind, date) for kind, date, _ in told(ALLIES + text)]


def test_the_day_of_an_event_is_that_of_the_event():
    text = (
        "Putin and Kim Jong Un signed a treaty in Pyongyang on 19 February.\n\n"
        "Sergei Lavrov called on Kim Jong Un the same day as the signing of the treaty, and hours before the parade of 21 February "
        "Russian singers gave a concert in Pyongyang."
    )
    found = [m for m in mentions(text, PUBLISHED, language="en") if m.kind == "meeting"]
    assert [(m.dating.edtf, m.dating.basis) for m in found] == [("2031-02-19", "relative")]
    assert "told before" in found[0].dating.explanation


def test_what_was_established_then_is_no_meeting_of_then():
    text = "The talks of Russia and North Korea touched on their relations, established on 12 October 1948."
    assert ("meeting", "1948-10-12") not in [(kind, date) for kind, date, _ in told(text)]


def test_a_line_that_says_when_a_text_was_changed_heads_nothing():
    text = (
        "Pact signed\n\nPublished 20 June 2030\nUpdated 23 June 2030\n\n"
        "Russia and North Korea have signed a pact, and all the world wonders what it holds for them.\n\n"
        "There was a military parade, and Putin and Kim Jong Un watched it together with their guests from Russia."
    )
    assert "2030-06-23" not in [date for _, date, _ in told(text, None)]


def test_a_date_right_behind_another_verb_is_that_verbs():
    text = "The treaty that Russia and North Korea signed in June 2030 took effect in December 2030."
    assert {(kind, date) for kind, date, _ in told(text)} == {("treaty", "2030-06"), ("treaty", "2030-12")}


def test_what_had_lasted_since_then_lasts_no_longer_than_is_told():
    text = "On 3 March Putin praised the North Korean soldiers who had fought in Kursk since last autumn."
    assert ("troop_deployment", "2030-23") in [(kind, date) for kind, date, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In line with the treaty, North Korea sent builders to Russia in January.", {"troop_deployment"}),
        ("North Korea received oil from Russia in January.", {"economic"}),
        ("Kim Jong Un received the Russian minister in Pyongyang in January.", {"meeting"}),
    ],
)
def test_what_something_rests_on_and_what_is_received(text, kinds):
    assert {kind for kind, _, _ in told(text)} == kinds


def test_when_something_had_been_set_for_is_not_when_it_was():
    text = "The talks of Lavrov and Choe Son Hui, originally set for January, were held in Sochi on Thursday."
    assert [(kind, date) for kind, date, _ in told(text)] == [("meeting", "2031-03-06")]
    plan = "Lavrov's visit to North Korea, planned for May, is being prepared."
    assert [(kind, date) for kind, date, _ in told(plan)] == [("visit", "2031-05")]
