"""Texts in Russian: all forms of the words that the vocabulary lists, who acts behind the verb, what is still to come."""

import pytest

from tests.factories import mentions, vocabulary_from_fixture
from timeline.extraction import Origin, Sighting, merge_mentions
from timeline.extraction.russian import is_ahead, is_said_by_nobody, lemma

PUBLISHED = "2031-03-07"  # a Friday


def told(text):
    return [
        (m.kind, m.dating.edtf if m.dating else "", m.modality, m.actors)
        for m in mentions(text, PUBLISHED, language="ru")
    ]


def title(text):
    origin = Origin("key", PUBLISHED, "source", "key")
    read = mentions(text, PUBLISHED, language="ru")
    (event,) = merge_mentions([Sighting(m, origin, n, n) for n, m in enumerate(read)], vocabulary_from_fixture())
    return event.title


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("Путин Путина Путиным", "путин"),
        ("Ын Ына Ыну Ыном", "ын"),
        ("Пескова Песковым Песков", "песков"),
        ("сапёров саперы", "сапер"),
        ("встретились встретятся встретился", "встретиться"),
        ("подписан подписали подписанный", "подписать"),
        ("ветировала ветировали", "ветировать"),
    ],
)
def test_forms_of_one_word_have_one_dictionary_form(forms, expected):
    assert {lemma(form.lower()) for form in forms.split()} == {expected}


def test_words_of_other_languages_are_their_own_dictionary_form():
    assert lemma("meetings") == "meetings"


def test_no_word_is_too_long():
    word = "ы" * 100_000
    assert lemma(word) == word
    assert not is_ahead(word)


def test_the_future_is_ahead_and_the_past_is_not():
    assert is_ahead("посетит")
    assert is_ahead("встретиться с ним")
    assert not is_ahead("посетил")
    assert not is_ahead("will visit")
    assert is_said_by_nobody("напомним")
    assert not is_said_by_nobody("напомнил")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Министр Сергей Шойгу встретился 4 марта с Ким Чен Ыном в Пхеньяне.",
            ("meeting", "2031-03-04", "asserted", ("shoigu", "kim-jong-un")),
        ),
        (
            "В среду в КНДР летал зампред Совета безопасности Дмитрий Медведев.",
            ("visit", "2031-03-05", "asserted", ("medvedev",)),
        ),
        ("Ким Чен Ын посетит Москву 9 мая.", ("visit", "2031-05-09", "planned", ("kim-jong-un",))),
        (
            "Визит Сергея Лаврова в КНДР состоится 11-13 апреля.",
            ("visit", "2031-04-11/2031-04-13", "planned", ("lavrov",)),
        ),
        (
            "Он говорил о договоре о партнёрстве, который Владимир Путин и Ким Чен Ын подписали 19 июня прошлого года.",
            ("treaty", "2030-06-19", "asserted", ("putin", "kim-jong-un")),
        ),
        (
            "Россия в четверг ветировала в Совбезе ООН резолюцию о санкциях против Северной Кореи.",
            ("sanction_or_un_vote", "2031-03-06", "asserted", ("russia", "un-security-council")),
        ),
    ],
)
def test_russian_news_is_read_in_all_its_forms(text, expected):
    found = told(text)
    kind, date, modality, actors = next(f for f in found if f[0] == expected[0])
    assert (kind, date, modality) == expected[:3]
    assert set(expected[3]) <= set(actors)


def test_what_is_adopted_is_no_guest():
    text = "Закон о договоре с КНДР принят в Москве 4 марта. Россия и КНДР приняли решение о мосте 5 марта."
    assert "meeting" not in [f[0] for f in told(text)]


def test_what_nobody_says_is_no_statement():
    assert "statement" not in [f[0] for f in told("Напомним, 4 марта в России побывал Ким Чен Ын.")]
    text = "Россия и КНДР подписали договор. В четверг в Кремле отказались комментировать сообщения из КНДР."
    assert "statement" not in [f[0] for f in told(text)]


def test_titles_are_english_where_kind_and_names_tell_enough():
    text = "Министр Сергей Шойгу встретился 4 марта с Ким Чен Ыном в Пхеньяне."
    assert title(text) == "Shoigu and Kim Jong Un meet in Pyongyang"


def test_titles_keep_whole_what_was_said_in_russian():
    text = "Валерий Герасимов 4 марта подтвердил, что военные КНДР воевали на стороне России."
    assert title(text) == "Валерий Герасимов подтвердил, что военные КНДР воевали на стороне России"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В 2029 году Пхеньян перестал ввозить нефтепродукты из России.",
            "Пхеньян перестал ввозить нефтепродукты из России",
        ),
        (
            "Россия в четверг, 6 марта, ветировала в Совбезе ООН резолюцию о санкциях против КНДР.",
            "Россия ветировала в Совбезе ООН резолюцию о санкциях против КНДР",
        ),
        (
            "Полёты между Россией и КНДР, которые прекратились из-за пандемии, были возобновлены в августе.",
            "Полёты между Россией и КНДР, которые прекратились из-за пандемии, были возобновлены",
        ),
    ],
)
def test_titles_in_russian_read_as_sentences_without_their_dates(text, expected):
    assert title(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Матч Россия - КНДР завершился 3:0 - 5 марта команда КНДР прибыла в Москву.",
        "Северокорейский военный атташе прибыл в Москву 4 марта.",
        "Северокорейские инженеры 4 марта приняли участие в форуме в Москве.",
        "Россия поставила вопрос о ракетах КНДР в Совбезе 4 марта.",
        "КНДР получила от России ракеты 4 марта.",
    ],
)
def test_words_of_troops_and_arms_in_other_senses_tell_of_neither(text):
    assert not {"troop_deployment", "arms_transfer"} & {f[0] for f in told(text)}


def test_what_a_plan_is_for_is_not_when_it_was_signed():
    assert [f[:3] for f in told("Россия и КНДР подписали план обменов на 2032-2034 годы 4 марта.")] == [
        ("treaty", "2031-03-04", "asserted")
    ]


def test_who_tells_what_was_told_before_says_nothing_himself():
    assert told("Россия и КНДР подписали договор. Об этом 4 марта сообщает ЦТАК.")[1:] == []


def test_what_is_said_is_the_title_and_not_who_says_it():
    assert title("Россия и КНДР укрепляют дружбу, заявил 4 марта Сергей Лавров.") == "Россия и КНДР укрепляют дружбу"


def test_arms_of_russia_are_not_north_korean():
    assert title("Россия передала КНДР ракеты ПВО 4 марта.") == "Россия передала КНДР ракеты ПВО"
