"""Whether a text is about the two countries, and the words that carry what it is about."""

from collections.abc import Sequence

from .vocabulary import PARTIES, WORD

# Kinds that a paragraph about them carries: "Pyongyang lost some 2,000 soldiers" needs no Russia in the sentence.
TOPIC_KINDS = frozenset({"troop_deployment", "casualty_report", "arms_transfer"})
# A text is about the two when this share of the sentences that name a country name either of them, and each is
# named by this many.
TOPIC_SHARE = 0.5
# Where the title names both, others may tell of them: Kyiv and Seoul on the North Koreans who fight for Russia.
TITLED_SHARE = 1 / 3
TOPIC_SENTENCES = 2
LEAD = 3
_STOP = frozenset(
    [
        "which",
        "their",
        "there",
        "about",
        "after",
        "before",
        "would",
        "could",
        "first",
        "second",
        "other",
        "under",
        "while",
        "where",
        "those",
        "these",
        "being",
        "during",
        "president",
        "leader",
        "minister",
        "north",
        "south",
        "korea",
        "korean",
        "russia",
        "russian",
        "according",
        "including",
        "against",
        "january",
        "february",
        "march",
        "april",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
    ]
)


def is_on_topic(sentences: Sequence[set[str]], title: set[str]) -> bool:
    """Whether a text is about the two countries, from the countries that its sentences and its title name."""
    named = [sides for sides in sentences if sides]
    either = sum(bool(sides & PARTIES) for sides in named)
    each = [sum(party in sides for sides in sentences) for party in sorted(PARTIES)]
    both = title >= PARTIES or any(sides >= PARTIES for sides in sentences[:LEAD]) or min(each) > TOPIC_SENTENCES
    share = TITLED_SHARE if title >= PARTIES else TOPIC_SHARE
    return both and either >= share * len(named) and min(each) >= TOPIC_SENTENCES


def content_words(words: str) -> set[str]:
    """The beginnings of the longer words, without those that stand in every such text."""
    return {w.lower()[:7] for w in WORD.findall(words) if len(w) > 4 and w.lower() not in _STOP}
