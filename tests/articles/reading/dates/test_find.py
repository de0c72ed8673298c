"""What find_dates makes of words: the good ones and the ones that only look like dates."""

from datetime import date

import pytest

from articles.reading.dates import find_dates
from articles.reading.dates.lexer import islands
from articles.reading.dates.rules import RULES

FRIDAY = date(2025, 5, 9)


def values(text, published=FRIDAY, language="en"):
    return [(d.text, d.timex_value) for d in find_dates(text, published, language)]


def edtfs(text, published=FRIDAY, language="en"):
    return [d.edtf for d in find_dates(text, published, language) if d.edtf]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Sept. 13, 2023 there.", ["2023-09-13"]),
        ("the 13th of September 2023", ["2023-09-13"]),
        ("on 3 September 2025", ["2025-09-03"]),
        ("on 20 Nov. 2024, at noon", ["2024-11-20", "2024-11-20"]),
        ("the last day of February 2024", ["2024-02-29"]),
        ("in May 2024 and on the first day of that month", ["2024-05", "2024-05-01"]),
        ("8-13 Oct. 2024", ["2024-10-08/2024-10-13", "2024-10-08/2024-10-13"]),
        ("It came on 25/4/2019.", ["2019-04-25"]),
        ("It came on 4/25/2019.", ["2019-04-25"]),
        ("Published October 18,2024", ["2024-10-18"]),
        ("at 2025-05-09T10:00 sharp", ["2025-05-09"]),
        ("They signed it in June 2024.", ["2024-06"]),
        ("They met in 2019.", ["2019"]),
        ("in early June 2024", ["2024-06"]),
        ("the spring of 2024", ["2024-21"]),
        ("the third quarter of 2009", ["2009-35"]),
        ("in the 1990s", ["199X"]),
        ("by the end of 2026", ["2026"]),
        ("on June 18-19, 2024", ["2024-06-18/2024-06-19"] * 2),
        ("from the 8th to the 13th (of October 2024)", ["2024-10-08/2024-10-13"] * 2),
        ("between August and October 2023", ["2023-08/2023-10"] * 2),
        ("March 3, 2011 – Jan. 8, 2014", ["2011-03-03/2014-01-08"] * 2),
    ],
)
def test_absolute_dates(text, expected):
    assert edtfs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin greeted them on Friday.", "2025-05-09"),
        ("He said so on Thursday.", "2025-05-08"),
        ("She will visit on Tuesday.", "2025-05-13"),
        ("Tickets are on sale until Monday.", "2025-05-12"),
        ("during his visit last November", "2024-11"),
        ("In January, the papers wrote", "2025-01"),
        ("They met last month.", "2025-04"),
        ("He came last week.", "2025-04-28/2025-05-04"),
        ("It was agreed last year in June.", "2024-06"),
        ("It was agreed in June of last year.", "2024-06"),
        ("two weeks ago", "2025-04-25"),
        ("It happened yesterday.", "2025-05-08"),
        ("the talks of April 25", "2025-04-25"),
        ("A rare visit last summer", "2024-22"),
        ("earlier this month", "2025-05"),
        ("later this year", "2025"),
        ("On December 19 he confirmed it.", "2024-12-19"),
    ],
)
def test_dates_counted_from_the_published_date(text, expected):
    found = [d for d in find_dates(text, FRIDAY) if d.edtf]
    assert [d.edtf for d in found] == [expected]
    assert found[0].anchor == FRIDAY
    assert "9 May 2025" in found[0].explanation


def test_last_summer_in_september_is_the_year_before():
    assert edtfs("their first talks since a visit last summer", date(2025, 9, 3)) == ["2024-22"]


def test_dates_counted_from_the_date_before():
    text = "They met on 3 April 2024. Two days later he left. The previous day had been quiet."
    assert edtfs(text) == ["2024-04-03", "2024-04-05", "2024-04-04"]


def test_an_offset_from_an_event_is_no_date_by_itself():
    (found,) = find_dates("It came a week after he thanked them.", FRIDAY)
    assert (found.text, found.edtf, found.relation) == ("a week after", None, ("W", 1))


def test_without_a_published_date_relative_words_stay_open():
    found = find_dates("He came on Friday, last November and in January.")
    assert [d.edtf for d in found] == [None, None, None]
    assert found[0].timex_value == "XXXX-WXX-5"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nearly three hours", "PT3H"),
        ("a 2.5 hours long talk", "PT2.5H"),
        ("80 years", "P80Y"),
        ("a few days", "PXD"),
        ("a five-year plan", "P5Y"),
    ],
)
def test_durations(text, value):
    assert [d.timex_value for d in find_dates(text, FRIDAY)] == [value]
    assert find_dates(text, FRIDAY)[0].timex_type == "DURATION"


@pytest.mark.parametrize(
    ("text", "value"), [("every Friday", "XXXX-WXX-5"), ("paid annually", "P1Y"), ("each year", "P1Y")]
)
def test_sets(text, value):
    (found,) = find_dates(text, FRIDAY)
    assert (found.timex_type, found.timex_value) == ("SET", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after the Victory Day parade in Moscow", "2025-05-09"),
        ('after attending China\'s "Victory Day" parade in Beijing', "2025-09-03"),
    ],
)
def test_named_days_from_the_calendar(text, expected):
    assert edtfs(text, date(2025, 9, 3) if "China" in text else FRIDAY) == [expected]


# Words that have misled taggers; none of them is a date.
NOT_DATES = [
    "Press release 114-21-01-2003",
    "They may march on.",
    "May said that we sat in the sun.",
    "It costs $27 or 2,000 won.",
    "The second man won 3-2.",
    "2000 soldiers and 15,000 troops",
    "Resolution 1718 and article 22",
    "Call 02-2100-1234 now-ish",
    "Mon ami, wed them in the sun",
    "a 14-year-old girl",
    "the 5th floor of 10 Downing Street",
    "https://example.org/2025/01/16/troops",
    "he finished second in the march",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date(text):
    assert edtfs(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Договор вступил в силу 4 декабря 2024 года.", "2024-12-04"),
        ("ru", "Они встретились в среду.", "2025-05-07"),
        ("ru", "Он приехал два дня назад.", "2025-05-07"),
        ("ru", "закон от девятого ноября", "2024-11-09"),
        ("uk", "Це сталося 4 грудня 2024 року.", "2024-12-04"),
        ("de", "Das Treffen war am 25. April 2019.", "2019-04-25"),
        ("ko", "2019년 4월 25일 회담이 열렸다.", "2019-04-25"),
        ("zh", "2019年4月25日举行会谈。", "2019-04-25"),
        ("ja", "2019年4月25日に会談した。", "2019-04-25"),
        ("vi", "Cuộc gặp diễn ra ngày 25 tháng 4 năm 2019.", "2019-04-25"),
    ],
)
def test_other_languages(language, text, expected):
    assert expected in edtfs(text, FRIDAY, language)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_matches_its_example(rule):
    import re

    runs = [[token.kind for token in run] for run in islands(rule.example)]
    assert any(re.search(rule.pattern, "".join(kinds)) for kinds in runs), runs


def test_spans_are_exact_and_do_not_overlap():
    text = "On Friday, 9 May 2025, and last November; in 2019 they met for nearly three hours."
    found = find_dates(text, FRIDAY)
    assert [text[d.start : d.end] for d in found] == [d.text for d in found]
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By early December there were 10,000.", "2030-12"),
        ("It will be over by early December.", "2031-12"),
        ("The session is to end on Wednesday.", "2031-03-12"),
        ("The first half of 2030 was quiet.", "2030-01/2030-06"),
        ("He came on the last Monday of January.", "2031-01-27"),
        ("Between 7 September and 1 October ships came.", "2030-09-07/2030-10-01"),
        ("Posted June 20, 2030 3:12 AM by the desk", "2030-06-20"),
        # A limit that was kept lies behind.
        ("It took until April for both to admit it.", "2030-04"),
        ("It will take until April for both to admit it.", "2031-04"),
        ("By June the commission, meeting on the coast, had settled it.", "2030-06"),
        # A noun tells no tense; what somebody does on a day that is not this one is ahead.
        ("It got off to a bumpy start on Monday.", "2031-03-03"),
        ("On Thursday he sits down with the president.", "2031-03-13"),
        ("The president smiles after he arrives in the capital on Wednesday.", "2031-03-05"),
        ("On October third the two met.", "2030-10-03"),
        ("He came that summer.", "2030-22"),
        # After it, not the next one.
        ("He spoke to the press following Wednesday's meeting.", "2031-03-05"),
        ("In October the first such payments went through.", "2030-10"),
        ("It may be recalled that on October 23 the leader broke the ground.", "2030-10-23"),
    ],
)
def test_more_dates_of_news(text, expected):
    assert find_dates(text, date(2031, 3, 7))[0].edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on May 4, 2030 and left the next morning.", "2030-05-05"),
        ("They met on May 4, 2030; ships had sailed the evening before.", "2030-05-03"),
        ("They met on May 4, 2030 and signed two months after that.", "2030-07"),
        ("They met on May 4, 2030. It rained the previous Friday.", "2030-05-03"),
        ("It began in March 2030, and on the 17th of that month it ended.", "2030-03-17"),
        ("He came in July 2029 and left in May of the following year.", "2030-05"),
        ("They met on May 4, 2030. Eight days before, he had left.", "2030-04-26"),
        ("On May 4, 2030 all told of the parade staged the night before in the square.", "2030-05-03"),
        ("He came in July 2030; a treaty signed that February had cleared the way.", "2030-02"),
        ("He came in June 2029, and shells left that fall; nobody knew.", "2029-23"),
        ("He came in June 2029, and shells left that winter.", "2029-24"),
        ("He came in September 2029, ten years after April 2019. Since that September ships sail.", "2029-09"),
        ("He came in 2030 for the pact initialled the year before and signed then.", "2029"),
    ],
)
def test_dates_counted_from_the_last_one(text, expected):
    assert find_dates(text, date(2031, 3, 7))[-1].edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2030. 10. 24. 19:39", "2030-10-24"),
        ("He said so on Saturday (21/1/2030).", "2030-01-21"),
        ("He came on july 31, they say.", "2030-07-31"),
        ("The page was made on July 15, 2030NK and more", "2030-07-15"),
    ],
)
def test_dates_as_pages_and_machines_write_them(text, expected):
    assert [d.edtf for d in find_dates(text, date(2031, 3, 7))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was hurt on May 28, 2030.\nThe ceremony was held on the 4th to 6th.", "2031-03-04/2031-03-06"),
        ("He was hurt on May 28, 2030.\nThe ceremony was held on the 9th.", "2031-02-09"),
        ("He came on May 28, 2030 and left on the 30th.", "2030-05-30"),
        ("He came in June 2030.\nThe treaty was signed on the 19th.", "2030-06-19"),
        ("They will meet on the 4th, it said.", "2031-04-04"),
    ],
)
def test_a_bare_day_of_another_paragraph_is_of_the_month_of_the_news(text, expected):
    assert find_dates(text, date(2031, 3, 7))[-1].edtf == expected


def test_small_letters_make_no_month_of_a_verb():
    text = "They may 20 times march 30 miles and on march 20 miles away use 2000MW."
    assert find_dates(text, date(2031, 3, 7)) == []


def test_the_number_of_a_committee_is_no_year():
    text = "The 1718 Committee met on 4 May; Resolution 1874 was named on 9 May."
    assert [d.edtf for d in find_dates(text, date(2031, 6, 7))] == ["2031-05-04", "2031-05-09"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В августе 2030 года он приехал.", "2030-08"),
        ("В декабре он приехал.", "2030-12"),
        ("Это было 19 июня прошлого года.", "2030-06-19"),
        ("Осенью 2030 года он приехал.", "2030-23"),
        ("Накануне он приехал.", "2031-03-06"),
        ("4 марта он приехал, а на следующий день уехал.", "2031-03-05"),
        ("Он был там с 24 по 26 февраля.", "2031-02-24/2031-02-26"),
        ("Он был там 11-13 июля 2030 года.", "2030-07-11/2030-07-13"),
        ("Это было в январе–марте прошлого года.", "2030-01/2030-03"),
        ("За 2029 год торговля выросла.", "2029"),
        ("Минувшей осенью он приехал.", "2030-23"),
        ("В 2028-2029 годах торговля выросла.", "2028/2029"),
        ("С 2028 по 2029 год торговля выросла.", "2028/2029"),
        ("В 2029-м торговля выросла.", "2029"),
        ("Матч завершился 3:0 - 5 марта все уехали.", "2031-03-05"),
        ("За выходные было тихо.", "2031-03-01/2031-03-02"),
        ("Напомним, с 9 по 12 июля прошел тур.", "2030-07-09/2030-07-12"),
        ("На этой неделе он приехал.", "2031-03-03/2031-03-09"),
        ("Они рассчитывают встретиться в начале декабря.", "2031-12"),
        ("Страница сделана 09.02.203014:21.", "2030-02-09"),
    ],
)
def test_russian_dates(text, expected):
    assert find_dates(text, date(2031, 3, 7), "ru")[-1].edtf == expected


def test_a_russian_day_is_of_the_year_told_before_it_where_the_text_has_no_date():
    text = "Договор подписали 19 июня 2030 года. 18 июня он прилетел.\n\n20 июня он был там."
    assert [d.edtf for d in find_dates(text, None, "ru")] == ["2030-06-19", "2030-06-18", None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met at 11 p.m. GMT on April 24, 2019.", "2019-04-24T23:00Z"),
        ("He landed at 22:47 on 18 June.", "2024-06-18T22:47"),
        ("It begins July 28 at 4 p.m.", "2024-07-28T16:00"),
    ],
)
def test_a_clock_and_the_day_beside_it_are_one(text, value):
    assert [d.timex_value for d in find_dates(text, date(2024, 6, 20))] == [value]


def test_a_time_zone_that_moves_the_day_is_explained():
    (night,) = find_dates("They met at 11 p.m. GMT on April 24, 2019.", date(2024, 6, 20))
    assert night.edtf == "2019-04-24"
    assert "it was 25 April 2019 in Moscow and 25 April 2019 in Pyongyang" in night.explanation
    (clock,) = find_dates("On 18 June at 23:30 Moscow time", date(2024, 6, 20))
    assert "19 June 2024 in Pyongyang" in clock.explanation
    (noon,) = find_dates("On 18 June at 12:30 Moscow time", date(2024, 6, 20))
    assert "At that hour" not in noon.explanation


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Sales rose in February compared to the same period last year.", date(2010, 3, 2), "2009-02"),
        ("They sold more in January than in the same month a year ago.", date(2009, 2, 3), "2008-01"),
        ("Trade shrank by 0.9% between April and June.", date(2008, 11, 18), "2008-06"),
        ("The bridge should be completed in October.", date(2009, 6, 5), "2009-10"),
        ("The bridge was completed in October.", date(2009, 6, 5), "2008-10"),
        ("Trade rose in 2008, more than the year previous.", date(2010, 1, 28), "2007"),
        ("They spoke of mistakes in the past.", date(2010, 1, 28), "PAST_REF"),
    ],
)
def test_years_back_and_tenses(text, published, value):
    assert find_dates(text, published)[-1].timex_value == value


def test_a_count_tells_the_year_of_the_day_beside_it():
    text = "They met in Moscow in September 2029. Two months later, on Nov. 21, the satellite flew."
    assert edtfs(text, date(2031, 3, 7))[-1] == "2029-11-21"


def test_the_month_of_may_is_no_modal():
    text = "The North tried to launch one in May and again on Aug. 24."
    assert edtfs(text, date(2030, 10, 20)) == ["2030-05", "2030-08-24"]


def test_that_may_be_a_conjunction():
    text = "Lavrov said on March 3, 2019 that May 9 would be marked, and that February was cold."
    assert [d.text for d in find_dates(text, date(2031, 3, 7))][1] == "May 9"


def test_before_and_after_count_from_what_follows():
    assert edtfs("A week before and after the summit, food was sent.") == []


def test_the_past_of_grammar_is_no_time():
    assert values("It is written in the past tense.") == []


def test_a_day_without_a_year_is_near_the_one_told_with_it_in_the_same_sentence():
    dates = find_dates("Pictures released in October 2023 showed ships between 7 September and 1 October.", FRIDAY)
    assert [d.edtf for d in dates[1:]] == ["2023-09-07/2023-10-01"] * 2
    assert "in the year of the date before it" in dates[1].explanation
    (_, second) = find_dates("Pictures came in October 2023. On 7 September they left.", FRIDAY)
    assert second.edtf == "2024-09-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 March. Hours later, the bridge was opened.", ["2030-03-03", "2030-03-03"]),
        ("They met on 3 March. He answered within hours.", ["2030-03-03", "2030-03-03"]),
        ("They met on 3 March. Twenty hours later they went home.", ["2030-03-03"]),
        ("On Friday he came. Earlier in the day the port was closed.", ["2030-05-31", "2030-05-31"]),
        ("He had earlier in the month put the number at seven.", ["2030-06"]),
        ("In April 2019 he said he would miss the Victory Day parade.", ["2019-04", "2019-05-09"]),
        ("He came in March to mark the truce of 1961, and she left two months later.", ["2030-03", "1961", "2030-05"]),
        ("Singers came in late March, and a minister two weeks later.", ["2030-03", "2030-03-15/2030-04-14"]),
    ],
)
def test_what_is_counted_stays_near_what_it_is_counted_from(text, expected):
    assert [d.edtf for d in find_dates(text, date(2030, 6, 2)) if d.edtf] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He spoke on 5 May. One of the men had been taken two days earlier. The next day he went home.",
            ["2030-05-05", "2030-05-03", "2030-05-06"],
        ),
        (
            "He spoke on 5 May. The men had left on 1 May. The next day they had seen the sea.",
            ["2030-05-05", "2030-05-01", "2030-05-02"],
        ),
        (
            "Seoul said on 5 May that ships had come between 1 and 3 April. Tokyo agreed two days later.",
            ["2030-05-05", "2030-04-01/2030-04-03", "2030-04-01/2030-04-03", "2030-05-07"],
        ),
    ],
)
def test_a_look_back_does_not_move_the_story(text, expected):
    assert [d.edtf for d in find_dates(text, date(2030, 6, 2))] == expected


def test_nothing_has_been_the_day_after_the_report():
    """Told by a paper of Friday: what was the next day counts from the day looked back on, not from the report's own."""
    told = "The guards stood there on Friday. His plane had landed on Tuesday. The next day he saw the sea."
    assert edtfs(told) == ["2025-05-09", "2025-05-06", "2025-05-07"]


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # "following" counts from a date of the text, what was done from no day ahead.
        ("2030-02-20", "They fired it on 31 October 2029. The Council met the following Monday.", ["2029-10-31", "2029-11-05"]),
        # What is in force since December has been for a while.
        ("2030-06-19", "The pact, in force since December 4, binds both.", ["2029-12-04"]),
        # "would" goes on behind "when", "might" looks ahead, and "the next day" does not.
        ("2030-06-06", "He said he would brief the leaders on the talks when he attended a forum in Beijing on Friday.", ["2030-06-07"]),
        ("2030-06-07", "Parliament was told that the first of them might be there by Sunday.", ["2030-06-09"]),
        ("2030-06-06", "Officials were preparing for the train to pull in on Friday.", ["2030-06-07"]),
        ("2030-01-21", "Pictures show cars crossing on Nov. 18 and, the next day, heading back.", ["2029-11-18", "2029-11-19"]),
        # The day on which something is the first since another one is what the story is on.
        ("2030-07-28", "On 17 June it left for the first time since the line was shut in February 2025, and two days later a second one.", ["2030-06-17", "2025-02", "2030-06-19"]),
        # Behind June the next winter is that of the year, behind December that of the next.
        ("2031-06-01", "They met in June 2029. The following winter they parted.", ["2029-06", "2029-24"]),
        ("2031-06-01", "They met in December 2028. The following spring they parted.", ["2028-12", "2029-21"]),
        # A year counted from a date of the text goes for the months of its sentence.
        ("2030-06-01", "They signed on 4 August 2021. He had come the year before in July.", ["2021-08-04", "2020", "2020-07"]),
        ("2030-06-01", "He was there on Aug. 21, and at a second one eight days later.", ["2029-08-21", "2029-08-29"]),
        # "In the evening" opens a sentence on the day told before it; inside one it may be any evening's.
        ("2030-06-06", "He came on 3 June. In the evening, a concert was given.", ["2030-06-03", "2030-06-03"]),
        ("2030-06-06", "He came on 3 June. They like to sing in the evening.", ["2030-06-03"]),
        ("2030-06-06", "It sold oil for $40 million in 2028 against $12 million a year earlier, customs said in May.", ["2028", "2027", "2030-05"]),
        ("2030-06-06", "Kyiv would hand over two men after they were captured in Kursk on Monday.", ["2030-06-03"]),
        ("2030-06-06", "Born on October 7, 1952, he was old. The following Friday he saw the sea.", ["1952-10-07", "2030-06-07"]),
        # A page of the West on what was said in the East, where it was Friday already.
        ("2030-06-06", "In a statement issued in Seoul early on Friday, it said so.", ["2030-06-07"]),
    ],
)  # fmt: skip
def test_which_day_or_year_is_meant(published, text, expected):
    assert [d.edtf for d in find_dates(text, date.fromisoformat(published)) if d.edtf] == expected


def test_in_a_history_what_is_told_of_this_year_is_news():
    told = "In 2021 they began. In 2022 they built, in 2023 they stopped. A paper wrote on September 17 that three were delivered this year."
    assert [d.edtf for d in find_dates(told, date(2030, 10, 3))] == ["2021", "2022", "2023", "2030-09-17", "2030"]


def test_tomorrow_is_nearer_than_six_days_ago():
    """Where a page is dated west of the agency that it quotes, its Saturday has begun."""
    assert edtfs("KCNA reported on Saturday that he had come.") == ["2025-05-10"]
    assert edtfs("He came to Pyongyang on Saturday, KCNA reported.") == ["2025-05-03"]
    assert edtfs("The White House said on Saturday that he had come.") == ["2025-05-03"]
    assert edtfs("KCNA reported it last Saturday.") == ["2025-05-03"]


def test_the_year_before_that_and_the_first_months_of_a_year():
    assert edtfs("the expert group (Committee 1718, whose business is sanctions)") == []
    assert edtfs("He was there in 2002. The year before that he was in Russia for a month.") == ["2002", "2001"]
    assert edtfs("The day after that meeting he left.") == []
    assert edtfs("Trade grew in the first two months of 2017 and in the first three months of this year.") == [
        "2017-01/2017-02",
        "2025-01/2025-03",
    ]
