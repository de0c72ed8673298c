"""Reading whole texts: what is story and what is not, who published it and when."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.blocks import split_blocks
from articles.reading.document import RawArticle
from articles.reading.read import read_article
from tests.factories import book, read

STORY = "Russian President Vladimir Putin and Kim Jong Un met in a northern town, and they spoke about trade for a long time."


def sentences(document):
    return [document.text[s.start : s.end] for s in document.sentences]


def test_hard_wrapped_paragraphs_are_put_together():
    text = (
        "The two leaders met in the morning and spoke for three long hours about trade and the\n"
        "building of a bridge that both of them had wanted for many years, as they told the many\n"
        "journalists.\n Then they went home by train, and the town was quiet again for a while."
    )
    assert [text[b.start : b.end].split()[0] for b in split_blocks(text)] == ["The", "Then"]


def test_a_line_a_paragraph_stays_apart():
    text = "date 2031-03-04 WORLD\nLeaders meet in the north of the country\nThe two leaders met in a northern town on Monday, and they spoke about trade."
    assert [text[b.start : b.end].split()[0] for b in split_blocks(text)] == ["date", "WORLD", "Leaders", "The"]


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Sign up for our free weekly newsletter",
        "Share on Facebook",
        "Read more",
        "37 minutes ago",
        "9f3c0a1e-0000-4000-8000-000000000000",
        "https://t.me/example/18030",
        "(Reporting by A. Writer; Editing by B. Editor)",
        "Kim Jong Un and Vladimir Putin. kremlin.ru",
        "Original Source: www.example.com",
        "© 2031 Example Media. All rights reserved.",
        "In conclusion, the exchange shows that ties between the two countries grow.",
    ],
)
def test_boilerplate_is_kept_out_of_the_story(line):
    document = read(f"{STORY}\n\nThe talks went on for three hours, and both sides were pleased with them.\n\n{line}\n")
    assert line not in sentences(document)
    assert len(document.sentences) == 2
    assert any(document.text[m.start : m.end] == line for m in document.boilerplate)


def test_what_follows_a_newsletter_line_is_not_the_story():
    text = f"{STORY}\n\nThe talks went on for three hours, and both sides were pleased.\n\nSign up for our weekly newsletter\n\nYou will find it in your mailbox every Friday morning at eight."
    assert len(read(text).sentences) == 2


def test_paragraphs_that_end_with_notes_are_story():
    assert (
        len(
            read(
                f"Relations of the two\n\n{STORY}[1]\n\nThe talks went on for three hours, and both sides were pleased.[2][3]"
            ).sentences
        )
        == 2
    )


def test_a_newsletter_line_in_the_midst_of_a_story_does_not_end_it():
    paragraph = "The talks went on for three hours, and both sides were pleased with them."
    text = f"{STORY}\n\n{paragraph}\n\nSign up for our weekly newsletter\n\nThe guests went home on Friday by the night train.\n\n{paragraph}"
    assert any("night train" in sentence for sentence in sentences(read(text)))


def test_appeals_above_the_story_do_not_hide_it():
    assert len(read(f"Support The Moscow Times!\n\nLeaders meet again in the north\n\n{STORY}").sentences) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Correction, 3 March: an earlier version of this article named another town in the north.",
        "A correction was made on March 3: an earlier version of this article named another town.",
        "This article was amended on 3 March to name the town in which the talks were held.",
    ],
)
def test_corrections_are_no_story(line):
    assert not any("article" in sentence for sentence in sentences(read(f"Leaders meet\n\n{STORY}\n\n{line}")))


def test_title_is_the_line_that_fits_the_story():
    text = f" date 2031-03-04 News\nLocal team wins the cup at last\n\nPutin and Kim Jong Un meet in northern town\n\n{STORY}"
    assert read(text).title == "Putin and Kim Jong Un meet in northern town"


@pytest.mark.parametrize(
    "above",
    [
        "International · North Korea",
        "Europe | 04.03.2031",
        "March 4, 2031 7:05 AM UTC",
        "4 March 2031 / 12:19 / in 3 hours",
        "Skip to main content",
        "The Evening Chronicle",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "Putin and Kim Jong Un meet in northern town",
        "What did Putin and Kim Jong Un say in the northern town, and why there?",
    ],
)
def test_sections_dates_and_mastheads_are_no_titles(above, title):
    assert read(f"{above}\n\n{title}\n\nMarch 4, 2031\n\n{STORY}").title == title


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f" date 2031-03-04 WORLD\nLeaders meet\n\n{STORY}", "2031-03-04", "stated"),
        (f"Leaders meet\nPublished March 4,2031\n\n{STORY}", "2031-03-04", "stated"),
        (f"Leaders meet\n\nBy A. Writer, 04 March 2031 10:25\n\n{STORY}", "2031-03-04", "stated"),
        (f"Leaders meet\n\nMarch 4, 2031, 12:16 UTC+3\n\n{STORY}", "2031-03-04", "stated"),
        (f"Leaders meet\n\nPublished 4 March 2031\nUpdated 9 June 2033\n\n{STORY}", "2031-03-04", "stated"),
        (
            f"{STORY}\n\nOriginal url:\nhttps://www.example.com/2031/03/04/leaders-meet-in-the-\nnorth-a1",
            "2031-03-04",
            "url",
        ),
        (
            f"The weekly of the port * Tuesday, March 4, 2031 * No. 34\n\nLeaders meet\n\n{STORY}",
            "2031-03-04",
            "stated",
        ),
        (f"Leaders meet\n\nNik Hartwig\n03/04/2031 | March 4, 2031\n\n{STORY}", "2031-03-04", "stated"),
        (f"Leaders meet\n\n{STORY}\n\nAnother story here | March 4, 2031 | page 7", None, "unknown"),
        (f"Leaders meet\n1 hour ago\n\n{STORY}", None, "unknown"),
        (f"Leaders meet\n\n{STORY}\n\nhttps://www.example.com/2029/01/16/other-story", None, "unknown"),
        (
            "Putin greeted guests on Friday after a parade for the 80th anniversary of the Soviet victory in World War II in Moscow.",
            "2025-05-09",
            "inferred",
        ),
        (
            "Putin greeted guests on Monday after a parade for the 80th anniversary of the Soviet victory in World War II.",
            None,
            "unknown",
        ),
    ],
)
def test_published_date_and_its_basis(text, day, basis):
    published = read(text).published
    assert (published.day, published.basis) == (date.fromisoformat(day) if day else None, basis)
    assert published.explanation


def test_an_address_broken_over_two_lines_is_put_together():
    document = read(f"{STORY}\n\nOriginal url:\nhttps://www.example.com/2031/03/04/leaders-meet-in-the-\nnorth-a1")
    assert document.url == "https://www.example.com/2031/03/04/leaders-meet-in-the-north-a1"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{STORY}\n\nURL: https://www.themoscowtimes.com/x", "the-moscow-times"),
        (f"Leaders meet in the north\n\nSEOUL (Reuters) - {STORY}", "reuters"),
        (f"Support The Moscow Times!\n\nLeaders meet in the north\n\n{STORY}", "the-moscow-times"),
        (f"{STORY}\n\nSOURCE:AA", "anadolu"),
        (f"Leaders meet in the north\n\n{STORY}\n\nOriginal Source: www.themoscowtimes.com", ""),
    ],
)
def test_outlet(text, outlet):
    assert read(text).outlet == outlet


def test_a_summary_says_that_it_is_one():
    document = read(f"Leaders meet\n\nSummary, in our own words, of a report by Kyodo News (news agency)\n\n{STORY}")
    assert (document.text_kind, document.outlet) == ("summary", "kyodo")


def test_metadata_wins_over_the_text():
    document = read(
        f"Leaders meet\n\nPublished March 4, 2031\n\n{STORY}", "2030-01-02", title="Another title", source="TASS"
    )
    assert (document.published.day, document.published.basis) == (date(2030, 1, 2), "metadata")
    assert (document.title, document.outlet) == ("Another title", "tass")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=600))
def test_no_text_breaks_reading(text):
    document = read(text, language="en")
    for sentence in document.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
    for found in document.dates:
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "piece",
    ["the ", "1 2 3/", "May ", "“", ", said ", "Putin met Kim after ", "2019-", "http://a", "((", "a week after "],
)
def test_a_long_hostile_text_takes_no_more_than_linear_work(piece):
    short, long = piece * 300, piece * 3000
    assert len(read(long, language="en").text) == 10 * len(read(short, language="en").text)


def test_the_book_knows_a_publisher_by_any_of_its_domains():
    assert book().at("https://world.kbs.co.kr/service/x").slug == "kbs"
    assert book().at("https://example.org/") is None
    assert book().named("the reuters").slug == "reuters"


def test_a_dateline_without_a_year_takes_the_one_that_fits_the_weekday():
    text = "The minister's stay\n\nWONSAN, July 12. /TASS/. The minister was received in the town on Saturday. He was last there in 2023, and a plan reaches to 2027.\n"
    published = read(text).published
    assert (published.day.isoformat(), published.basis) == ("2025-07-12", "inferred")
    assert "weekday" in published.explanation


def test_a_plans_years_are_no_years_of_a_dateline():
    text = (
        "The minister's stay\n\nWONSAN, July 12. /TASS/. The minister was received in the town by his hosts.\n\n"
        "On Saturday the two of them signed a plan for 2025 to 2027. He was last in the country in 2023.\n"
    )
    told = read_article(RawArticle(text, received=date(2026, 7, 1)), book()).published
    assert (told.day.isoformat(), told.basis) == ("2025-07-12", "inferred")
    # No year that it names fits the weekday: then one up to the import does.
    later = text.replace("for 2025 to 2027", "to be done with in 2027")
    assert read_article(RawArticle(later, received=date(2026, 7, 1)), book()).published.day == date(2025, 7, 12)


@pytest.mark.parametrize(
    ("received", "published"),
    [(date(2031, 1, 5), "2030-04-24"), (date(2030, 4, 23), "2025-04-24"), (None, None)],
)
def test_a_dateline_in_a_text_without_any_year_is_of_the_years_before_it_came_in(received, published):
    text = f"SEOUL, April 24 (Agency) -- {STORY[:-1]}, the ministry said Wednesday."
    told = read_article(RawArticle(f"Leaders meet\n\n{text}", received=received), book()).published
    assert (told.day and told.day.isoformat()) == published
    assert published is None or "came in" in told.explanation


def test_a_dateline_may_end_in_a_full_stop():
    assert read(f"Leaders meet\n\nSEOUL, April 24, 2030. {STORY}").published.day == date(2030, 4, 24)


@pytest.mark.parametrize("day", ["2031-06-05", "05.06.2031"])
def test_a_day_with_one_reading_is_never_turned_round(day):
    text = f"Leaders meet\n\nPublished: {day}\n\n{STORY}"
    assert read_article(RawArticle(text, received=date(2031, 6, 4)), book()).published.day == date(2031, 6, 5)


@pytest.mark.parametrize(
    ("received", "published"), [(date(2031, 11, 5), date(2031, 3, 12)), (date(2032, 1, 5), date(2031, 12, 3))]
)
def test_of_a_day_in_numbers_the_reading_that_lies_behind_the_import_counts(received, published):
    text = f"Leaders meet\n\nPublished 03/12/2031\n\n{STORY}"
    assert read_article(RawArticle(text, received=received), book()).published.day == published


def test_the_headings_of_a_chronology_are_no_published_date():
    entries = "".join(
        f"{day}\n\nSomething happened on that day in the town by the sea.\n\n"
        for day in ("April 25, 2019", "July 13, 2022")
    )
    document = read(f"The main dates\n\n{entries}")
    assert document.published.day is None
    assert [h.edtf for h in document.headings] == ["2019-04-25", "2022-07-13"]


CHRONOLOGY = """Two neighbours: a chronology

Published 4 November 2034

Here is how the two sides came closer, step by step.

July 2033

The minister attends a parade in Pyongyang on July 27. A day earlier he sees an exhibition.

January 4, 2034

The White House says that the first missile was fired on December 30.
"""


def test_the_dates_under_a_heading_are_read_as_of_it():
    document = read_article(RawArticle(CHRONOLOGY), book())
    dates = {d.text: d for d in document.dates}
    assert [h.text for h in document.headings][-2:] == ["July 2033", "January 4, 2034"]
    assert dates["July 27"].edtf == "2033-07-27"
    assert dates["December 30"].edtf == "2033-12-30"
    assert "the heading above it" in dates["December 30"].explanation


LIVE = """Talks in Wonsan: as it happened

13 July 2035

The talks begin today, and the ministers of both countries are in the hall.

9:30 a.m.

The guest arrived in Wonsan on Friday, and his hosts showed him the beach.

11:00 a.m.

The two ministers met today, and they spoke for two hours about trade.
"""


def test_the_clock_of_a_live_blog_moves_no_day():
    days = [d.edtf for d in read_article(RawArticle(LIVE), book()).dates if d.text == "today"]
    assert days == ["2035-07-13", "2035-07-13"]


def test_a_heading_that_is_a_month_tells_no_weekday():
    text = CHRONOLOGY.replace("The minister attends", "On Thursday they meet. The minister attends")
    thursday = next(d for d in read_article(RawArticle(text), book()).dates if d.text == "Thursday")
    assert (thursday.edtf, thursday.basis) == (None, "unresolved")
    assert "does not tell" in thursday.explanation


def test_under_the_heading_of_a_year_a_month_is_of_that_year():
    text = CHRONOLOGY.replace(
        "July 2033\n", "2033\n\nThe new line from the border to the port opens in September.\n\nJuly 2033\n"
    )
    told = next(d for d in read_article(RawArticle(text), book()).dates if d.text == "September")
    assert told.edtf == "2033-09"
    assert "the heading above it" in told.explanation


def test_items_of_a_list_and_what_leads_to_them_are_story():
    lead = "The president flew home on Thursday after two days. Here is how the friendship began:"
    items = "• The two men shook hands shortly after noon on the island\n• No joint statement was signed by them after their talks in the hall"
    found = sentences(read(f"A friendship\n\n{lead}\n\n{items}\n\n{STORY}"))
    assert found[0].startswith("The president flew")
    assert [s for s in found if s.startswith("•")] == items.split("\n")


def test_a_dateline_with_a_full_stop_is_part_of_its_sentence():
    text = "MOSCOW. Aug 12 (Interfax) - Trade between the two countries grew in 2030, the ministry said on Monday, and more is planned."
    document = read(f"Trade grows\n\n{text}")
    assert document.published.day == date(2030, 8, 12)
    assert sentences(document) == [text]


def test_the_address_on_top_of_a_page_is_its_own():
    document = read(f"https://paper.example/top-stories/20300812/trade\n\nTrade grows\n\n{STORY}")
    assert (document.url, document.published.day) == (
        "https://paper.example/top-stories/20300812/trade",
        date(2030, 8, 12),
    )


def test_related_stories_with_their_first_sentences_are_not_the_story():
    prose = "The delegation arrived on Monday, and its hosts in the east were waiting for it at the station."
    cards = "\n\n".join(
        ["A minister in Wonsan", "The minister met his colleague in Wonsan on Friday, an agency reported."] * 2
    )
    document = read_article(RawArticle(f"{prose}\n\n{prose}\n\n{prose}\n\nRelated articles\n\n{cards}\n"), book())
    assert not any("Wonsan" in text for text in sentences(document))


def test_a_see_also_between_two_paragraphs_ends_no_story():
    paragraph = "The delegation from the north arrived on Monday, and its hosts in the east were waiting for it."
    aside = f"{paragraph}\n\n{paragraph[:-1]} again.\n\nSee also:\nA Headline About Something Else\n\nIt left on Tuesday, after two days of talks with the ministers of trade.\n"
    assert any("It left on Tuesday" in text for text in sentences(read_article(RawArticle(aside), book())))
    closing = aside.replace(
        "It left on Tuesday, after two days of talks with the ministers of trade.",
        "Another Headline\n\nA Third Headline",
    )
    assert not any("Headline" in text for text in sentences(read_article(RawArticle(closing), book())))


def test_a_dateline_may_be_of_the_year_after_the_latest_that_is_named():
    text = (
        "PYONGYANG, August 15. /TASS/. A delegation laid a wreath in Pyongyang on Friday, a correspondent reported.\n\n"
        "The treaty between the two countries was signed in June 2024 and came into force in December of that year.\n"
    )
    published = read_article(RawArticle(text), book()).published
    assert (str(published.day), published.basis) == ("2025-08-15", "inferred")


def test_a_day_in_numbers_is_read_as_the_text_says_it_in_words():
    text = f"Arms and where they go\n\nAnna Writer\n05/02/2031\nMay 2, 2031\n\n{STORY}"
    assert read(text).published.day == date(2031, 5, 2)
