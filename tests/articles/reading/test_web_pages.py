"""What pages of the web do to a text: stamps on its lines, lost spaces, asides in its midst, no date of its own."""

from datetime import date

import pytest

from articles.reading.blocks import split_blocks
from articles.reading.document import RawArticle
from articles.reading.read import read_article
from tests.articles.reading.test_sentences import sentences
from tests.factories import book

STORY = "Kim Jong Un showed Sergei Shoigu a hall full of missiles in Pyongyang on Wednesday, and the two spoke for a long time."


def published(text, received=date(2026, 7, 1)):
    return read_article(RawArticle(text, received=received), book()).published


def told(document):
    return [document.text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(
    "text",
    [
        f"date 2023-07-27 {STORY}",
        f"{STORY} (07/27/23)",
        f"{STORY} July 27, 2023 08:08.",
        f"Hall of missiles shown. July. 27, 2023 08:08.\n\n{STORY}",
        f"Hall of missiles shown\n\nPublished July 27, 2023last updated July 28, 2023What it means\n\n{STORY}",
        f"Menu\nHall of missiles shown\n\nWritten: 2023-07-27 14:45:52Updated: 2023-07-27 15:01:10\n\n{STORY}",
    ],
)
def test_a_stamp_on_a_line_of_text_tells_when_it_was_published(text):
    document = read_article(RawArticle(text), book())
    assert document.published.day == date(2023, 7, 27)
    assert document.published.basis == "stated"
    assert STORY in told(document)


def test_the_pages_own_word_goes_before_the_stamp_of_a_collection():
    text = f"date 2023-06-16 Menu\nHall of missiles shown\n\nPublished: 27 July 2023\n\n{STORY}"
    assert published(text).day == date(2023, 7, 27)


def test_a_long_paragraph_that_a_page_has_run_together_is_story():
    more = "The minister spoke of old friends. The leader spoke of new ones. Nobody spoke of what had been agreed in the hall"
    text = f"Hall of missiles shown\n\nPublished 27 July 2023\n\n{STORY} {more}"
    assert told(read_article(RawArticle(text), book()))[0] == STORY


def test_the_words_of_a_page_are_no_stamp():
    text = "Published 12 May 2020 in Seoul, the book of the general tells of his journey to the north."
    assert len(split_blocks(text)) == 1


def test_a_sentence_that_lost_its_space_ends():
    text = "They will not hesitate.The minister said so on Monday. He works for the U.S.Army now."
    assert sentences(text)[:2] == ["They will not hesitate.", "The minister said so on Monday."]
    assert sentences("Read it at example.com today.") == ["Read it at example.com today."]


def test_related_news_between_two_paragraphs_ends_no_story():
    aside = "Related News |\n\nA panda goes to town\n\nA bridge comes down"
    behind = [
        "The two sides agreed on all the matters that lay on the table, the agency wrote that day.",
        "The general went home by train on the next day and was met by his family at the station.",
    ]
    text = "\n\n".join([STORY, STORY.replace("Wednesday", "Thursday"), aside, *behind])
    assert told(read_article(RawArticle(text), book()))[-2:] == behind


def test_a_dateline_may_have_lost_its_place_and_take_the_year_behind_those_named():
    story = (
        "Sept. 25 (UPI) -- A delegation of the assembly is to go to Moscow in October, the press in Russia reports today.\n\n"
        "The speaker was in Pyongyang in 2018, and the paper wrote on Wednesday that she will be the host now."
    )
    found = published(f"Assembly sends delegation to Moscow\n\n{story}")
    assert found.day == date(2019, 9, 25)
    assert "weekday" in found.explanation


def test_a_dateline_below_a_deck_counts_and_an_anniversary_tells_its_year():
    text = (
        "Leaders send messages\n\nThe two leaders wrote to each other about the surrender of Japan in World War II.\n\n"
        "SEOUL, Aug. 15 (UPI) -- Kim Jong Un and Vladimir Putin sent messages for the 71st anniversary of the Japanese surrender."
    )
    found = published(text)
    assert found.day == date(2016, 8, 15)
    assert "anniversary" in found.explanation


def test_the_day_of_the_lead_is_that_of_the_news_when_its_weekday_is_named():
    lead = "Kim Jong Un left Russia in his train on September 17, 2023, after six days in the east of the country."
    behind = "A governor had given him five drones, the agency said on {} in a short report from the station."
    assert published(f"{lead}\n\n{behind.format('Sunday')}").day == date(2023, 9, 17)
    assert published(f"{lead}\n\n{behind.format('Monday')}").day == date(2023, 9, 18)
    assert published(f"{lead}\n\n{behind.format('Thursday')}").day is None


def test_a_caption_above_the_story_tells_its_day_unless_it_is_of_an_old_photo():
    caption = "A woman walks past a poster in Moscow on June 3, 2025.{} "
    lead = "Sergei Shoigu came to Pyongyang on Wednesday to speak with Kim Jong Un, the agencies of Russia reported."
    head = "Shoigu is in Pyongyang again to speak with Kim"
    assert published(f"{head}\n\n{caption.format('')}(AFP photo)\n\n{lead}").day == date(2025, 6, 4)
    assert published(f"{head}\n\n{caption.format('')}(AFP file photo)\n\n{lead}").day is None


def test_a_day_with_its_weekday_fixes_the_year():
    text = (
        "Kim Jong Un received Sergei Lavrov in Pyongyang on Thursday (May 31), and the two spoke of the talks to come. "
        "It was the first visit of the minister since 2009, the agency said."
    )
    found = published(text)
    assert found.day == date(2018, 5, 31)
    assert found.basis == "inferred"
    assert published(text, received=None).day is None


def test_a_month_in_news_without_a_date_is_not_of_a_year_told_in_passing():
    text = (
        "Sergei Shoigu went to Pyongyang last month for the 70th year since the Korean War (1950-53). "
        "A satellite of the North fell into the sea at the end of May, and the agency said so on Monday."
    )
    document = read_article(RawArticle(text), book())
    assert {d.text: d.edtf for d in document.dates}["May"] is None


def test_the_address_of_a_picture_tells_when_a_page_was_made():
    picture = "![A flag](/images/2025/02/07/49061-flag_370.webp)"
    text = f"A minister comes\n\n{picture}\n\nThe minister of Russia comes to speak with Kim Jong Un about trade and other matters."
    assert published(text).day == date(2025, 2, 7)
    assert published(text.replace(".webp", "/other-story")).day is None


def test_a_lead_that_later_days_follow_is_of_no_news():
    text = (
        "Vladimir Putin and Kim Jong Un stood at the airport in Pyongyang on June 19, 2024, for a long farewell ceremony.\n\n"
        "On Thursday he did not deny that the troops were there, as a court had ruled on Feb. 19, 2026, in another matter."
    )
    assert published(text).day is None


def test_the_day_above_a_masthead_is_that_of_the_reader():
    text = f"Monday, 21 May, 2018\n\nHall of missiles shown to a guest\n\nA. Writer | 27 July, 2017, 05:27\n\n{STORY}"
    assert published(text).day == date(2017, 7, 27)


def test_the_stamp_of_a_page_heads_nothing():
    line = "2026-01-06T09:37+0000"
    text = f"Hall shown\n\n{line}\n\n{STORY}\n\n{line}\n\n{STORY}"
    assert read_article(RawArticle(text), book()).headings == ()


def test_a_dateline_in_two_sentences_is_part_of_the_third():
    text = "SEOUL, December 13. /TASS/. Officers of the regiment have come back to their country. They were met by their leader."
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "lead",
    [
        "Since Russia invaded Ukraine on February 24, 2022, North Korea has become its closest friend in Asia.",
        "The treaty that Putin and Kim signed on June 19, 2024 still shapes the region and its trade in arms.",
        "North Korea and Russia are friends.\n\nHowever, on June 19, 2024 – the day of the treaty – few had foreseen how close.",
        "In 1950 Kim Il Sung asked for arms. At dawn on Sunday, June 25, his troops crossed the parallel to the south.",
    ],
)
def test_a_day_that_is_looked_back_to_is_not_that_of_the_news(lead):
    behind = "Sergei Lavrov visited Pyongyang on Wednesday, met the minister on Thursday and went home on Friday."
    assert published(f"{lead}\n\n{behind}").day is None


def test_where_a_quotation_is_from_is_no_stamp():
    text = (
        "SEOUL, November 20, 2025 (Yonhap) -- A North Korean delegation came to Moscow on Thursday, state media said then.\n\n"
        "The envoy had called the pact “the foundation of all that we do together.” (June 19, 2024)\n\n"
        "Russian officials met the delegation on Friday and spoke with it about coal and timber."
    )
    assert published(text).day == date(2025, 11, 20)


def test_of_two_anniversaries_the_one_whose_weekday_fits_tells_the_year():
    text = (
        "PYONGYANG, Aug. 15 (KCNA) -- The leaders sent messages on Friday for the 80th anniversary of Korea's liberation from Japan.\n\n"
        "They had done so on the 79th anniversary of Korea's liberation from Japan as well, the agency added."
    )
    assert published(text).day == date(2025, 8, 15)


def test_the_picture_of_an_archive_tells_no_day():
    text = (
        "The minister of Russia visited Pyongyang on Tuesday and spoke of trade (https://example.com/2019/04/25/kim.jpg) there.\n\n"
        "He had not been there since the soldiers came to Russia in October 2024, as the paper wrote."
    )
    assert published(text).day is None


def test_teasers_under_related_news_are_no_story():
    teasers = [
        "Vladimir Putin arrived in Pyongyang on Wednesday for a state visit with many guests and a long dinner.",
        "North Korea shipped 3,000 containers of shells to Russia, the ministry in Seoul said in its report.",
    ]
    text = "\n\n".join([STORY, STORY.replace("Wednesday", "Thursday"), "Related news", *teasers])
    assert not set(teasers) & set(told(read_article(RawArticle(text), book())))


@pytest.mark.parametrize(
    "words",
    [
        "The agency released an undated photo that showed Kim Jong Un, who met Sergei Shoigu in Pyongyang on Wednesday.",
        "This image of friendship was broken on Monday, when Russia sent a diplomat of the North home.",
        "(Note: this is a long story.) Sergei Lavrov met Kim Jong Un in Pyongyang on Wednesday, as the agency wrote.",
    ],
)
def test_sentences_on_pictures_and_notes_are_story(words):
    text = "\n\n".join([STORY, words, STORY])
    assert any(words.endswith(sentence) for sentence in told(read_article(RawArticle(text), book())))


def test_a_paper_with_a_dot_in_its_name_ends_no_sentence():
    assert len(sentences("He came on Tuesday, and Gazeta.Ru reported that he had met him there.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Hall of missiles shown\n\n2023. 07. 27. 19:39\n\n{STORY}",
        f"A talk on missiles\nEpisode Date: July 27, 2023The hosts are back. {STORY}",
        f"Hall of missiles shown\n\nPOLITICS - In Brief 27 Jul 2023 by Alex Example\n\n{STORY}",
        f"Thursday, 24 August 2023 12:17 GMT\nHall of missiles shown\n\n2023-07-27 04:11:24\n{STORY}",
        f"Hall of missiles shown\n\n27.07.202314:21\n\n{STORY}",
        f"Hall of missiles shown\n\n27-Jul-2023\n\n{STORY}",
        f"Hall of missiles shown\n\n2023년 7월 27일\n\n{STORY}",
        f"Hall of missiles shown\n\n2023年7月27日\n\n{STORY}",
        f"Hall of missiles shown\n\nFiled July 27, 2023, at 9:45 a.m.\n\n{STORY}",
    ],
)
def test_pages_stamp_their_day_in_many_ways(text):
    found = published(text)
    assert (found.day, found.basis) == (date(2023, 7, 27), "stated")


def test_a_line_that_tells_when_a_text_was_published_is_no_sentence_of_it():
    text = f"Hall of missiles shown\n\nFiled July 27, 2023, at 9:45 a.m.\n\n{STORY}"
    assert told(read_article(RawArticle(text), book())) == [STORY]


def test_the_numbers_behind_a_weekday_tell_the_day_of_the_news():
    text = f"Hall of missiles shown\n\n{STORY}\n\nHe said so as quoted by an agency on Saturday (29/7/2023)."
    found = published(text)
    assert (found.day, found.basis) == (date(2023, 7, 29), "inferred")
    assert published(text.replace("Saturday", "Sunday")).day is None


def test_years_that_a_text_counts_tell_the_year_of_its_dateline():
    text = (
        "SEOUL, April 24 (Agency) — Kim Jong Un left by train on Wednesday to see the president. "
        "The leaders of the two have not met in eight years, since another Kim went there in 2011."
    )
    assert published(text).day == date(2019, 4, 24)
    assert published(text.replace("eight", "many")).day is None
    assert (
        published(text.replace("in eight years, ", "")).day is None
    )  # of 2011 it is not: the weekday would be another


def test_years_that_a_text_counts_in_passing_tell_no_year():
    text = (
        "SEOUL, March 5 (Agency) -- Russia and North Korea agreed. Kim has not gone abroad in four years, since he met Putin "
        "in 2019, before his trip in 2023. In 2024 Putin came."
    )
    assert published(text).day == date(2024, 3, 5)


def test_yesterday_is_no_place_of_a_dateline():
    text = "Вчера, 19 июня – Владимир Путин прибыл в Пхеньян. Его встретил Ким Чен Ын. В 2024 году это первый визит."
    assert published(text).day is None


def test_what_has_lasted_since_a_month_is_past():
    text = (
        "Jan. 16 (UPI) — Moscow has sent the workers home, its foreign ministry says of the ban of 2017. "
        "All contracts have been over since December 2019, it said."
    )
    assert published(text).day == date(2020, 1, 16)


def test_a_dateline_in_russian_may_be_in_small_letters():
    text = (
        "Москва. 24 октября 2024 года. АГЕНТСТВО - Договор ратифицирован Государственной думой в четверг, сообщили там."
    )
    assert published(text).day == date(2024, 10, 24)


def test_a_year_told_elsewhere_is_that_of_the_day_in_a_text_without_a_date():
    text = "Sergei Lavrov met Kim Jong Un in Pyongyang on may 31, the ministry wrote.\n\nTheir photo of 31 may 2018 is above the story."
    document = read_article(RawArticle(text), book())
    assert document.published.day is None
    assert [d.edtf for d in document.dates] == ["2018-05-31", "2018-05-31"]


def test_the_entries_of_a_chronology_run_together_are_sentences():
    text = (
        "Soldiers enter a war Oct 8-13: Soldiers are taken to a port by ship Oct 17: The president says that more may come "
        "Late 2024: All of them are said to be there."
    )
    assert [s[:9] for s in sentences(text)] == ["Soldiers ", "Oct 8-13:", "Oct 17: T", "Late 2024"]
    assert len(sentences("The result was 3: Nobody knew why at 12: The rest is silence.")) == 1


def test_sentences_that_lost_their_space_may_end_and_begin_with_names():
    text = "A ceremony was held by the leader Kim Jong-un.It was on Friday. He spoke of three-thousand.Bae Joo-yon reports.Report: Nobody came. He met Gen.Kim there."
    assert sentences(text) == [
        "A ceremony was held by the leader Kim Jong-un.",
        "It was on Friday.",
        "He spoke of three-thousand.",
        "Bae Joo-yon reports.",
        "Report: Nobody came.",
        "He met Gen.Kim there.",
    ]


def test_a_stamp_makes_no_first_line_of_a_paragraph_too_long():
    lines = [
        "date 2023-11-18 (AGENCY- Paper) Trial shipments of meat to the north of the peninsula",
        "could get under way at the beginning of next year, said Alexander",
        "Kozlov, who heads a ministry in Moscow, as a paper tells with a",
        "reference to an agency of the state, which told it first of",
        "all of them and in some detail.",
    ]
    assert len(split_blocks("\n".join(lines))) == 2  # the stamp and the paragraph
