"""The project's own gold holds together, and no figure on it falls below the one last committed."""

import json
from datetime import date

import pytest

from articles import edtf
from tests.accuracy.gold import DATES, DATES_HELD_OUT, FOLDER, HELD_OUT, date_figures, figures, load_gold, score_events
from tests.accuracy.score import COMMITTED, drops


def test_there_are_enough_texts_with_traps_among_them():
    golds = load_gold()
    assert len(golds) >= 40
    assert sum(not gold.events for gold in golds) >= 4
    assert {gold.language for gold in golds} == {"en", "ru"}


ALL = [gold for folder in (FOLDER, HELD_OUT, DATES, DATES_HELD_OUT) for gold in load_gold(folder)]


@pytest.mark.parametrize("gold", ALL, ids=lambda gold: gold.name)
def test_the_gold_of_a_text_stands_in_the_text(gold):
    position = 0
    for wanted in gold.dates:
        position = gold.text.index(wanted["text"], wanted.get("start", position))
        assert position == wanted.get("start", position)
    for event in gold.events:
        assert edtf.bounds(event["edtf"]) != (None, None) or not (event["edtf"] or event["datable_from_text"])
        assert event["when_words"] in gold.text
    if len(gold.published) == 10:
        date.fromisoformat(gold.published)


def test_no_figure_falls_below_the_committed_one():
    ours = {
        "own gold": figures(load_gold())[0],
        "own, held out": figures(load_gold(HELD_OUT))[0],
        "own dates": date_figures(load_gold(DATES))[0],
        "own dates, held out": date_figures(load_gold(DATES_HELD_OUT))[0],
    }
    assert drops(ours, json.loads(COMMITTED.read_text())) == []


def test_texts_on_other_matters_give_nothing_and_noise_is_no_evidence():
    score = score_events(load_gold())
    assert score.counts["silent"] == sum(not gold.events for gold in load_gold())
    assert score.counts["noisy"] == 0
