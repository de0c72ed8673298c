"""How firmly a happening is told: the same kinds of it as plans, facts, claims and denials."""

import pytest

from tests.factories import mentions

PUBLISHED = "2031-03-07"  # a Friday
BOTH = "Russia and North Korea have drawn closer since the war in Ukraine began. Moscow and Pyongyang speak of an alliance.\n\n"
PLANS = (
    "Putin will meet Kim Jong Un in Vladivostok next week.",
    "Putin is to meet Kim Jong Un in Vladivostok on Monday.",
    "Putin is expected to meet Kim Jong Un in Vladivostok in April.",
    "Putin is scheduled to hold talks with Kim Jong Un on March 15.",
    "Putin plans to visit North Korea in May, the Kremlin said.",
    "Lavrov is due to arrive in Pyongyang on Saturday.",
    "Kim Jong Un is set to travel to Russia in September.",
    "Putin has been invited to visit North Korea in the summer.",
    "Kim Jong Un may visit Moscow in May, Peskov said.",
    "Talks between Lavrov and Choe Son Hui are planned for next Tuesday.",
    "A visit by Putin to North Korea is being prepared for June, Peskov said.",
    "The Kremlin said on Tuesday that Putin would visit North Korea in May.",
    "Putin accepted an invitation to visit Pyongyang in the autumn.",
    "Kim Jong Un's visit to Moscow is scheduled for May 9.",
    "Putin's upcoming trip to Pyongyang next month will be his second.",
    "Moscow and Pyongyang are preparing for a summit in Vladivostok next month.",
    "Shoigu heads to Pyongyang next Monday for talks with Kim Jong Un.",
    "Putin and Kim Jong Un could meet in Vladivostok in April, a newspaper reported.",
    "A summit between Putin and Kim Jong Un will take place in Vladivostok on April 25.",
    "Kim Jong Un intends to visit Russia this year.",
    "Kim Jong Un promised to visit Moscow next year.",
    "Putin hopes to see Kim Jong Un in Moscow in May.",
    "Russia expects Kim Jong Un to visit Moscow in May.",
    "Putin and Kim Jong Un agreed to meet again in Moscow in May.",
)
FACTS = (
    "Putin met Kim Jong Un in Vladivostok last week.",
    "Kim Jong Un travelled to Vladivostok in April 2019 to meet Putin.",
    "Putin flew to Pyongyang on Monday for talks with Kim Jong Un.",
    "In September 2023 Kim Jong Un took his train to Russia to meet Putin.",
    "Kim Jong Un, who was expected to visit Beijing, met Putin in Moscow on Monday.",
    "Putin became the first Russian president to visit North Korea in July 2000.",
    "Putin, who will turn 80 next year, visited Pyongyang on Monday.",
    "The planned trip took place: Putin visited Pyongyang on Monday.",
    "As planned, Putin met Kim Jong Un in Pyongyang on Monday.",
    "Putin met Kim Jong Un on Monday to discuss future cooperation.",
    "Kim Jong Un welcomed Lavrov in Wonsan on Monday and promised that his country would stand by Russia.",
    "Kim Jong Un left for Russia by train on Monday.",
    "Kim Jong Un's visit to Russia last week was his first since 2019.",
    "Putin met Kim Jong Un on Monday despite calls not to do so.",
    "Putin arrived in Pyongyang on Monday, no more than a week after his visit to Beijing.",
)
DENIALS = (
    "The Kremlin denied on Monday that Putin had met Kim Jong Un.",
    "Russia has denied receiving weapons from North Korea in 2023.",
    "Peskov on Monday dismissed reports that North Korea had sent troops to Russia.",
    "North Korea on Tuesday rejected claims that it had sent arms to Russia.",
)
CLAIMS = (
    "South Korea's intelligence service said on Wednesday that about 3,000 North Korean soldiers were in Russia.",
    "North Korea sent 3,000 troops to Russia in October, Seoul's spy agency said.",
    "According to Kyiv, North Korea shipped 1,000 containers of munitions to Russia in January.",
    "North Korea reportedly sent 3,000 soldiers to Russia in October.",
    "North Korea is believed to have sent 3,000 soldiers to Russia in October.",
    "South Korea's intelligence agency estimates that North Korea sent 3,000 soldiers to Russia in October.",
    "The White House said on Monday that North Korea had shipped 1,000 containers of munitions to Russia.",
    "Zelenskyy said on Monday that 3,000 North Korean soldiers had been killed or wounded in Kursk.",
    "Ukraine says that North Korean troops entered battle in Kursk in November.",
    "U.S. officials believe North Korea delivered rockets to Russia in November.",
    "North Korea has allegedly supplied Russia with shells since August 2022.",
    "Washington accused North Korea on Monday of sending missiles to Russia.",
    "South Korean lawmakers said after a briefing on Wednesday that 600 North Korean soldiers had been killed.",
    "The NIS told lawmakers on Wednesday that North Korea had sent 11,000 soldiers to Russia in October.",
    "North Korea, the Pentagon said, sent 10,000 soldiers to Russia in October.",
)
ACTS = (
    "South Korea's foreign ministry called on Russia on Monday to stop military cooperation with North Korea.",
    "The United States condemned the visit of Kim Jong Un to Russia on Monday.",
    "South Korea summoned the Russian ambassador on Friday over the treaty with North Korea.",
    "Japan expressed concern on Monday about the treaty between Russia and North Korea.",
    "Lavrov thanked North Korea on Monday for its support.",
    "Russia and North Korea signed a treaty on Monday.",
    "The State Duma voted to ratify the treaty with North Korea on Oct. 24, 2030.",
    "Russia agreed to forgive most of North Korea's debt in September 2012.",
    "Russia vetoed a resolution to extend the panel on North Korea on March 28, 2024.",
    "North Korea voted against a UN resolution condemning Russia on March 2, 2022.",
    "Rail service between Russia and North Korea resumed on Monday.",
)
MEETING = {"meeting", "summit", "visit"}
SENDING = {"troop_deployment", "arms_transfer", "casualty_report", "statement", "missile_or_space"}
ACTING = {"statement", "treaty", "sanction_or_un_vote", "economic"}


def told(text):
    """Kind and modality of what the text behind the opening tells."""
    return [(m.kind, m.modality) for m in mentions(BOTH + text, PUBLISHED, language="en") if m.start >= len(BOTH)]


@pytest.mark.parametrize(
    ("modality", "kinds", "text"),
    [
        *(("planned", MEETING, text) for text in PLANS),
        *(("asserted", MEETING, text) for text in FACTS),
        *(("denied", MEETING | SENDING, text) for text in DENIALS),
        *(("claimed", SENDING, text) for text in CLAIMS),
        *(("asserted", ACTING, text) for text in ACTS),
    ],
)
def test_how_firmly_it_is_told(modality, kinds, text):
    assert any(kind in kinds and how == modality for kind, how in told(text))


def test_would_tells_of_the_past_where_its_date_is_over():
    text = "In July 2023 Shoigu would stand beside Kim Jong Un at a parade in Pyongyang."
    assert told(text) == [("parade", "asserted")]


def test_a_paragraph_goes_on_with_what_somebody_claims():
    text = (
        "Seoul's spy agency said on Tuesday that North Korea had sent 3,000 soldiers to Russia. "
        "Containers of munitions had been shipped from Rajin to Russia in September."
    )
    found = [m for m in mentions(BOTH + text, PUBLISHED, language="en") if m.kind == "arms_transfer"]
    assert [(m.modality, m.speaker) for m in found] == [("claimed", "nis")]
    apart = mentions(BOTH + text.replace("Russia. C", "Russia.\n\nC"), PUBLISHED, language="en")
    assert [m.modality for m in apart if m.kind == "arms_transfer"] == ["asserted"]


def test_what_is_still_to_come_is_not_when_it_was_said():
    found = mentions(BOTH + "Kim Jong Un promised to visit Moscow next year.", PUBLISHED, language="en")
    assert ("visit", "2032", "planned") in [(m.kind, m.dating.edtf, m.modality) for m in found if m.dating]
    assert not any(m.kind == "statement" and m.dating and m.dating.edtf == "2032" for m in found)
