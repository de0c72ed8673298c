"""The forms of a dateline, and what only looks like one."""

from datetime import date

import pytest

from articles.reading.datelines import dateline_at
from articles.reading.document import RawArticle
from articles.reading.header import OutletBook
from articles.reading.read import read_article

STORY = "The two delegations met for talks."


@pytest.mark.parametrize(
    ("dateline", "day", "agency"),
    [
        ("SEOUL, Oct. 18 (Yonhap) -- ", "Oct. 18", "Yonhap"),
        ("PYONGYANG, June 17. /TASS/. ", "June 17", "TASS"),
        ("PYONGYANG, June 17. /Correspondent of Vostok-Press/. ", "June 17", "Correspondent of Vostok-Press"),
        ("VLADIVOSTOK, Russia (AP) — ", "", "AP"),
        ("MOSCOW/SEOUL, May 31, 2018 (Wire) - ", "May 31, 2018", "Wire"),
        ("ULAN-UDE, Russia, Thu Aug 25, 2011 - ", "Thu Aug 25, 2011", ""),
        ("MOSCOW. Aug 12 (Interfax) - ", "Aug 12", "Interfax"),
        ("Pyongyang, May 10, Juche 114 (2025) (KCNA) -- ", "May 10, Juche 114 (2025)", "KCNA"),
        ("Seoul, 19 June 2024 (dpa/MIA) - ", "19 June 2024", "dpa/MIA"),
        ("Seoul (AFP) – ", "", "AFP"),
        ("Prague, 20 June 1997 -- ", "20 June 1997", ""),
        ("PYONGYANG, June 17, 2025. ", "June 17, 2025", ""),
        ("TOKYO -- ", "", ""),
        ("March 29, 2024 (EIR)—", "March 29, 2024", "EIR"),
        ("(Reuters) - ", "", "Reuters"),
        ("2019-09-05 -- ", "2019-09-05", ""),
        ("Seoul, Dec 9 ", "Dec 9", ""),
        ("Москва. 20 августа. ИНТЕРФАКС - ", "20 августа", ""),
        ("ДУШАНБЕ, 06.02.2019. /НИАТ/. ", "06.02.2019", "НИАТ"),
    ],
)
def test_a_dateline_tells_its_day_and_agency_and_where_the_story_begins(dateline, day, agency):
    found = dateline_at(dateline + STORY, 0, len(dateline + STORY))
    assert found is not None
    assert dateline[slice(*found.day)] == day if day else found.day == (-1, -1)
    assert (found.agency, found.end) == (agency, len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        "KIM JONG UN -- who had come by train -- left on Friday.",
        "In Moscow, May 9 Victory Day was kept as before.",
        "Moscow said on May 9 that guests would come.",
        "However, June 17 - a Tuesday - was quiet.",
        "Seoul, Dec 9 and all that.",
        "Kim (41) met Putin.",
    ],
)
def test_a_sentence_has_no_dateline(text):
    assert dateline_at(text, 0, len(text)) is None


def test_a_dateline_that_tells_its_year_is_not_outdone_by_the_clock_above_the_page():
    text = (
        "• Friday, 22 November 2030\n\nTwo leaders sign a pact\n\n"
        "Seoul, 19 June 2029 (dpa/MIA) - The leaders of Russia and North Korea signed a pact on Wednesday.\n\n"
        "The pact covers trade and defence, the agencies reported."
    )
    assert read_article(RawArticle(text), OutletBook()).published.day == date(2029, 6, 19)


def test_the_parts_of_a_dateline_are_no_sentences_of_their_own():
    text = "Договор подписан\n\nМосква. 24 октября. INTERFAX.RU - Договор о партнёрстве подписали в среду.\n\nЕго обсудили в Думе."
    document = read_article(RawArticle(text), OutletBook())
    assert [text[s.start : s.end] for s in document.sentences][0].startswith(
        "Москва. 24 октября. INTERFAX.RU - Договор"
    )
