"""Which year, quarter or day the words belong to that do not say it themselves."""

from datetime import date

import pytest

from articles.reading.dates import find_dates
from tests.factories import read

PUBLISHED = date(2008, 3, 14)  # a Friday


def values(text, published=PUBLISHED):
    return [(d.text, d.timex_value) for d in find_dates(text, published)]


HISTORY = "The war of 1846 followed that of 1839. King Olaf died on 3 January 1846. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HISTORY + "His cousin, who had lived abroad since 1839, landed on 12 June.", ("12 June", "1846-06-12")),
        (
            "A campaign was fought between November 1942 and May 1943. The first ships came on 8 November.",
            ("8 November", "1942-11-08"),
        ),
        (
            "A campaign was fought between November 1942 and May 1943. It was over for most by 2 April.",
            ("2 April", "1943-04-02"),
        ),
        (HISTORY + "The museum of the war will open in July.", ("July", "2008-07")),
        (HISTORY + "His heir said on Tuesday that he had been ill since February.", ("February", "2008-02")),
        (HISTORY + "The last volume is to appear next year.", ("next year", "2009")),
        (HISTORY + "In 2008 the heirs were named. They met in September.", ("September", "2007-09")),
        (HISTORY + "He left on Saturday, 8 May.", ("Saturday, 8 May", "1847-05-08")),
    ],
)
def test_the_year_in_a_history(text, expected):
    assert expected in values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 January 2006: Duties will be doubled from 1 March.", ("1 March", "2006-03-01")),
        ("12 January 2006: Duties will be doubled from 1 March.\n\nThey fell on 1 March.", ("1 March", "2008-03-01")),
        ("20 November 2006 – The chairman resigns. His deputy follows on 24 November.", ("24 November", "2006-11-24")),
        ("• April 2006: Both sides agree to meet in May.", ("May", "2006-05")),
        ("20 December 2006: He will be back in January.", ("January", "2007-01")),
    ],
)
def test_the_year_in_an_entry_of_a_chronology(text, expected):
    found = values(text)
    assert found[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fourth-quarter net rose to $3 million from $2 million a year earlier.", ("a year earlier", "2006-Q4")),
        ("In the third quarter of 2007 it fell below the year-earlier level.", ("year-earlier", "2006-Q3")),
        ("Sales were flat in the latest quarter.", ("the latest quarter", "2007-Q4")),
        ("It hopes for a deal by year-end.", ("year-end", "2008")),
        ("It had four plants at year-end.", ("year-end", "2007")),
        ("The contract runs out this December.", ("this December", "2008-12")),
        ("It came to power in nineteen eighty-six.", ("nineteen eighty-six", "1986")),
        ("It came to power in twenty nineteen.", ("twenty nineteen", "2019")),
        ("It was over by the year two thousand.", ("two thousand", "2000")),
        ("The storm came on Sunday. By noon it was over.", ("noon", "2008-03-09T12:00")),
        ("They left at dawn on Tuesday.", ("dawn on Tuesday", "2008-03-11TMO")),
        ("On 2 April 2001 duties fell. The first ship came that evening.", ("that evening", "2001-04-02TEV")),
        ("They met on 13 September 2006. Two months on, it was over.", ("Two months on", "2006-11")),
        ("In the past we waited for weeks.", ("the past", "PAST_REF")),
        ("Buses run on Mondays.", ("Mondays", "XXXX-WXX-1")),
        ("They meet every summer.", ("every summer", "XXXX-SU")),
        ("He is there from Thursday to Saturday.", ("Thursday", "2008-03-13")),
        ("He was there from Monday to Wednesday.", ("Wednesday", "2008-03-12")),
        ("They will come from Wednesday to Friday.", ("Wednesday", "2008-03-19")),
        ("Trade, which fell in 2005, will double by year-end.", ("year-end", "2008")),
        ("They meet every Friday night.", ("every Friday night", "XXXX-WXX-5TNI")),
        (
            "He died on 5 May 2007. The house burned on the next day. The fire began at 2:40 a.m.",
            ("2:40 a.m.", "2007-05-06T02:40"),
        ),
    ],
)
def test_words_that_need_what_stands_before_them(text, expected):
    assert expected in values(text)


@pytest.mark.parametrize(
    "text", ["They lost two thousand men.", "In two thousand houses it was dark.", "The noon train."]
)
def test_numbers_and_hours_that_are_no_dates(text):
    assert not values(text)


def test_a_month_at_the_end_of_a_sentence_takes_no_day_of_the_next():
    assert [text for text, _ in values("It came in June. The first was over in May. 12 people left on Sept. 5.")][
        :2
    ] == ["June", "May. 12"]


@pytest.mark.parametrize(
    ("text", "words", "value", "why"),
    [
        (
            "Putin left on Saturday, 1 March.",
            "Saturday, 1 March",
            "2008-03-01",
            "nearest such day to the published date",
        ),
        ("Putin left on Friday, 1 March.", "Friday, 1 March", "2008-03-01", "nearest such day to the published date"),
        ("June 19, 2006 - Signed. It was ratified on December 12.", "December 12", "2006-12-12", "(2006-06-19)"),
        ("They left at noon on Thursday.", "noon on Thursday", "2008-03-13T12:00", "the published date, 14 March 2008"),
        ("They came on 3 March. By noon it was over.", "noon", "2008-03-03T12:00", "on the date before it"),
        ("At year-end 2006 trade stood still.", "year-end 2006", "2006", "stated"),
    ],
)
def test_the_explanation_tells_what_was_counted_from(text, words, value, why):
    found = next(d for d in find_dates(text, PUBLISHED) if d.text == words)
    assert (found.timex_value, why in found.explanation) == (value, True), found.explanation


def test_an_entry_ends_with_its_line():
    text = "• June 19, 2006 – Putin visits.\n• December 2 – Kim visits.\n• January 9 – Choe comes."
    assert [value for _, value in values(text)] == ["2006-06-19", "2007-12-02", "2008-01-09"]


def test_a_leap_day_under_the_heading_of_another_year_is_left_alone():
    text = "Steps\n\n2011\n\nThe two sides will meet on 29 February in the town by the sea.\n\n2012\n\nThey met there again in the autumn of that year."
    assert read(text).headings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # As far as a history has come, by the calendar of its readers.
        (HISTORY + "It was not until the end of January this year that his heirs spoke. They met on 3 March.", ("3 March", "2008-03-03")),
        (HISTORY + "The house is to open in June.", ("June", "2008-06")),
        (HISTORY + "On Monday the mayor said so. Two days later the museum agreed.", ("Two days later", "2008-03-12")),
        ("In July 2000 he came. His father returned the call the next summer.", ("the next summer", "2001-SU")),
        ("The minister is to go there in the spring.", ("the spring", "2008-SP")),
        ("The minister is to go there in the winter.", ("the winter", "2008-WI")),
        ("He came on 31 May last year; the court said in 2005 that he would come that May.", ("that May", "2005-05")),
        ("25-27 July, 2006: The minister comes. He sees the exhibition on 26 July.", ("26 July", "2006-07-26")),
        ("The two ministers gave the go-ahead on Wednesday by video link.", ("Wednesday", "2008-03-12")),
        ("They met on 3 March. Four days after that, the envoy came.", ("Four days after that", "2008-03-07")),
    ],
)  # fmt: skip
def test_the_year_and_day_that_are_meant(text, expected):
    found = values(text)
    assert any(words in expected[0] and value == expected[1] for words, value in found), found
