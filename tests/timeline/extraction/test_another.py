"""One more of what was told before, which no word of the vocabulary names once more."""

import pytest

from tests.factories import ALLIES, told


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March. The first round took place in Moscow last November.",
            ("meeting", "2030-11", "moscow"),
        ),
        (
            "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March; the next is to be held in Moscow in June.",
            ("meeting", "2031-06", "moscow"),
        ),
        (
            "Russia needs North Korea. Lavrov came to North Korea on 2 March. Lavrov and Choe Son Hui held talks on 3 March. "
            "The first round took place in Moscow last November.",
            ("meeting", "2030-11", "moscow"),
        ),
        (
            "A group of Russian tourists visited Pyongyang on 3 March. Another group followed on Thursday.",
            ("visit", "2031-03-06", "pyongyang"),
        ),
        (
            "North Korea sent 8,000 soldiers to Russia in November. Another 3,000 or so followed in January.",
            ("troop_deployment", "2031-01", ""),
        ),
    ],
)
def test_one_more_is_of_the_kind_of_what_was_told(story, expected):
    assert expected in told(f"{ALLIES}{story}")


@pytest.mark.parametrize(
    "story",
    [
        "Russia and North Korea like each other. The first was in Moscow last November.",  # the first what?
        "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March. The first one was garlanded last November.",
        "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March. The first was never held in November.",
        "Lavrov met Choe Son Hui in Moscow on 3 March. South Korea’s choir sang. The first was held in November.",
        # with others, of others, of another sort, or told of others since
        "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March. The other was held in November with Iran’s Abbas Araghchi.",
        "Kim Jong Un and Putin held a summit in Vladivostok in April 2019. Kim and Trump met too. The first took place in Singapore in November 2030.",
        "Lavrov and Choe Son Hui held talks in Pyongyang on 3 March. Another party was held in Sochi in November.",
        "North Korea sent soldiers to Russia in 2024. Tourists are back as well. Some 100 came in November.",
        "North Korea sent 8,000 soldiers to Russia in 2024. Another 300 were sent home in November.",
    ],
)
def test_one_more_of_nothing_is_none(story):
    assert not [kind for kind, when, _ in told(f"{ALLIES}{story}") if when.startswith("2030") and kind != "other"]
