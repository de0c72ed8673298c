"""Figures: what a number counts, and that no number is given the fate of others."""

import pytest

from tests.factories import mentions
from timeline.extraction.figures import counts_soldiers, find_figures


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of 12,000 North Korean troops sent to Russia some were killed, Zelenskyy said.", [(12000, "soldiers sent")]),
        (
            "About 600 North Korean soldiers have been killed fighting for Russia, of 15,000 sent, lawmakers said.",
            [(600, "soldiers killed"), (15000, "soldiers sent")],
        ),
        (
            "Of the 11,000 soldiers deployed to Kursk, 300 were killed and 2,700 wounded.",
            [(300, "soldiers killed"), (2700, "soldiers wounded"), (11000, "soldiers sent")],
        ),
        (
            "Some 300 of the 11,000 soldiers sent to Russia had been killed.",
            [(300, "soldiers killed"), (11000, "soldiers sent")],
        ),
        (
            "Ukraine killed 50 North Korean soldiers and wounded 47 on Tuesday.",
            [(47, "soldiers wounded"), (50, "soldiers killed")],
        ),
        (
            "At least 30 North Korean soldiers were killed or wounded around Plekhovo.",
            [(30, "soldiers killed or wounded")],
        ),
        ("North Korea has suffered around 4,700 casualties, including 600 deaths.", []),
        (
            "The spy agency said 4,700 troops were killed or injured, including about 600 dead.",
            [(600, "soldiers killed"), (4700, "soldiers killed or wounded")],
        ),
        (
            "More than 10,000 North Korean troops are fighting in Kursk, where at least 1,000 have died.",
            [(1000, "soldiers killed"), (10000, "soldiers sent")],
        ),
        (
            "North Korea sent another 3,000 soldiers in January after losing 4,000 killed or wounded men.",
            [(3000, "soldiers sent"), (4000, "soldiers killed or wounded")],
        ),
        ("A third of the 12,000 soldiers have been killed or wounded.", [(12000, "soldiers")]),
        ("Half of the 11,000 troops sent to Kursk have been killed.", [(11000, "soldiers sent")]),
        ("40 percent of the 11,000 North Korean soldiers sent to Kursk became casualties.", [(11000, "soldiers sent")]),
        (
            "Four thousand North Korean soldiers, a third of those sent, have been killed or wounded.",
            [(4000, "soldiers killed or wounded")],
        ),
        (
            "Nearly 2,000 North Korean soldiers sent to help Russia are believed to have been killed.",
            [(2000, "soldiers killed")],
        ),
        ("North Korea sent 6,000 engineers and sappers to Kursk, Shoigu said.", [(6000, "engineers")]),
        (
            "1,000 sappers and 5,000 military construction workers will go to Kursk.",
            [(1000, "sappers"), (5000, "workers")],
        ),
        ("Seoul believes that 600 of some 15,000 troops have died.", [(600, "soldiers killed"), (15000, "soldiers")]),
        ("The number of North Korean soldiers killed has risen to about 2,000.", [(2000, "soldiers killed")]),
        ("The North lost around 1,000 soldiers in a week.", [(1000, "soldiers killed")]),
        (
            "North Korean casualties exceeded 6,000, more than half of the 11,000 soldiers deployed, the British ministry said.",
            [(6000, "soldiers killed or wounded"), (11000, "soldiers sent")],
        ),
        ("Kyiv says 38 soldiers were captured and 12 killed.", [(12, "soldiers killed"), (38, "soldiers captured")]),
        ("3,000 North Korean troops arrived to replace those killed.", [(3000, "soldiers sent")]),
        ("Kim honoured 101 soldiers killed in Kursk.", [(101, "soldiers killed")]),
        ("Ten thousand troops were sent, and none was killed.", [(10000, "soldiers sent")]),
        ("None of the 3,000 soldiers sent has been killed.", [(3000, "soldiers sent")]),
        ("No more than 300 of the soldiers died.", [(300, "soldiers killed")]),
        (
            "Pyongyang sent 28,000 containers of arms and over 5 million shells.",
            [(28000, "containers"), (5000000, "shells")],
        ),
        ("The two talked for five hours, two hours of them alone.", [(2, "length of talks"), (5, "length of talks")]),
        (
            "Ukraine said 1,000 Russian soldiers and 30 North Korean soldiers were killed on Tuesday.",
            [(30, "soldiers killed"), (1000, "Russian soldiers killed")],
        ),
        ("300 North Korean soldiers killed 20 Ukrainians before they fell back.", [(300, "soldiers")]),
        ("Two North Korean soldiers were captured in Kursk.", [(2, "soldiers captured")]),
        ("300 Ukrainian civilians were killed in 2024 when North Korean missiles struck.", []),
        ("In 2024 North Korean soldiers were sent to Russia.", []),
        ("At least forty people were killed by the floods in North Korea.", [(40, "people")]),
        (
            "The number of dead rose to 600 and of wounded to 4,100 among the North Korean troops.",
            [(600, "soldiers killed")],
        ),
        (
            "North Korean losses in the war stand at 6,000, the ministry said on 15 June 2025.",
            [(6000, "soldiers killed or wounded")],
        ),
        (
            "Zelenskyy said North Korea had lost 4,000 of its 12,000 soldiers, two thirds of them dead.",
            [(4000, "soldiers killed"), (12000, "soldiers")],
        ),
        (
            "As many as 11,000 North Korean soldiers, including 500 officers and three generals, were to be in Kursk by 28 October.",
            [(500, "officers"), (11000, "soldiers")],
        ),
        (
            "North Korea has sent about 15,000 troops, of whom some 600 have been killed and 4,100 wounded.",
            [(600, "soldiers killed"), (4100, "soldiers wounded"), (15000, "soldiers sent")],
        ),
        ("Some 2,000 of them had been killed.", [(2000, "soldiers killed")]),
        ("more than 6,000 of them had been killed or wounded", [(6000, "soldiers killed or wounded")]),
        ("A total of 300 soldiers were killed in January.", [(300, "soldiers killed")]),
        ("All of the 300 soldiers were killed.", [(300, "soldiers killed")]),
        ("The deaths of 101 soldiers were told by Kim.", [(101, "soldiers killed")]),
        (
            "Putin thanked the 12,000 soldiers who fought and the families of those who died.",
            [(12000, "soldiers sent")],
        ),
        ("The leaders talked for two and a half hours.", [(2.5, "length of talks")]),
        ("a dozen soldiers were killed", [(12, "soldiers killed")]),
        ("two dozen soldiers were killed", [(24, "soldiers killed")]),
        ("half a dozen soldiers were killed", [(6, "soldiers killed")]),
        ("half a million shells were sent", [(500000, "shells")]),
        # What is sent, captured or dead, and is no soldier.
        ("About 15,000 North Korean laborers have been sent to Russia.", []),
        ("Some 200 letters were sent to Moscow, and 300 trucks were captured.", []),
        ("Less than four months later he was dead.", []),
        ("On March 18 he said that the North had sent shells.", []),
        ("He was taken alive on December 26 but died of his wounds.", []),
        ("About 2,000 North Koreans had been killed so far.", [(2000, "soldiers killed")]),
        ("The portraits of 101 of the dead were shown.", [(101, "soldiers killed")]),
        ("Of them 6,000 men are to be sent to Kursk.", [(6000, "soldiers sent")]),
        ("up to twenty-five thousand troops could go", [(25000, "soldiers")]),
        ("a hundred thousand soldiers may be sent", [(100000, "soldiers sent")]),
        ("The exercise drew 300,000 troops and 36,000 tanks.", [(300000, "soldiers")]),
        ("Nobody was killed among the 3,000 soldiers.", [(3000, "soldiers")]),
    ],
)
def test_what_a_number_counts(sentence, expected):
    found = find_figures(sentence, 0, len(sentence))
    assert sorted((f.value, f.quantity) for f in found) == expected
    assert all(sentence[f.start : f.end] == f.text for f in found)


def test_deaths_are_soldiers_where_the_text_is_on_a_war():
    before = "North Korean troops have fought in Kursk for months. "
    told = "The North has suffered around 4,700 casualties, including 600 deaths."
    assert find_figures(told, 0, len(told)) == []
    text = before + told
    found = find_figures(text, len(before), len(text))
    assert [(f.value, f.quantity) for f in found] == [(4700, "soldiers killed or wounded"), (600, "soldiers killed")]
    flood = before + "The flood took 600 deaths to be noticed."
    assert find_figures(flood, len(before), len(flood)) == []


def test_many_soldiers_may_be_told_in_words():
    assert counts_soldiers("Hundreds of North Korean soldiers were killed.", 0, 46)
    assert not counts_soldiers("North Korean soldiers were killed.", 0, 34)


def test_a_summit_has_no_containers():
    told = "Since the summit of Putin and Kim Jong Un on 3 March, North Korea has sent 1,000 containers of munitions to Russia."
    found = mentions(told, "2031-03-07", language="en")
    assert {f.quantity for m in found if m.kind == "summit" for f in m.figures} == set()
    assert {f.quantity for m in found if m.kind == "arms_transfer" for f in m.figures} == {"containers"}
