"""Which of a word's triggers fit the clause it stands in: what else has to be named, there or right before."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .clauses import Clause, Hit
from .draft import Memory
from .figures import has_bare_count
from .russian import is_passive, lemma
from .vocabulary import WORD, Trigger, Vocabulary

# Clauses whose subject or object stands before them.
_ABOUT_IT = re.compile(
    r"(?:\W|and\s|but\s){0,3}(?:it|he|she|they|the\s(?:first|second|third|fourth|last|previous|next|latest)(?:\sone|\sround)?(?=\s(?:was|took|is|will)))\s(?!was\s(?:agreed|decided|announced|said|reported))",
    re.IGNORECASE,
)
_IT = re.compile(r"\bit\b")
# In front of a participle that describes what follows.
_ARTICLE = re.compile(r"\b(?:an?|the|its|their|newly|recently)\s$")
_OFTEN_DESCRIBE = ("treaty", "arms_transfer", "troop_deployment")
# Who ships; other ships sail.
_SHIPS = re.compile(
    r"\b(?:it|Korea|Pyongyang|North|Russia|Moscow|country|regime|DPRK|also|now|which|that|he)\s$", re.IGNORECASE
)
_CALLS_ON = ("called on", "calls on")
# Between "called on" and the name of whom.
_TITLE = re.compile(r"\s(?:(?!to\b)[\w’'-]+\s){0,4}")
# What he is asked for; "to hand him a letter" is what he is visited for.
_ASKED = re.compile(
    r"[’']s\s|(?:\s(?:on|in|at)\s(?:the\s)?[\w’'-]+){0,3}\s(?:to\s(?!(?:the|an?|his|her|its|their|hand|deliver|convey|pay|present|pass|offer|brief|thank|congratulate|discuss|talk|hear|say|bid)\b)[a-z]"
    r"|for\s(?!talks|an?\b|lunch|dinner|tea))"
)
# What is adopted or taken, not received.
_NO_GUEST = re.compile(r"\s(?:решени|закон|участи|мер[ыау]\b|резолюци|документ|постановлени|план|пакет|присяг)")
# What is put, not supplied.
_NO_GOODS = re.compile(r"\s(?:вопрос|цел[ьи]|задач|подпис|точк|памятник|рекорд)")
# A noun right behind the verb.
_OWN_OBJECT = re.compile(
    r"\s(?!(?:abroad|to|in|from|on|at|by|into|back|out|off|up|down|again|over|there|here|the|an?|another|some|about|around|more|up|than|them|it|him|her|"
    r"with|for|after|before|during|early|late|last|this|next|and|or|as|without|later|earlier|home|through|for|together|under|between)\b)[a-z]{3,}"
)

# "the Workers' Party" has nothing to do with workers, and who arrives by train with no train.
_PARTY = re.compile(r"\b(?:[A-Z][\w’']*\s){1,2}Party\b")
_MEANS = re.compile(r"\bby\s(?:\w+\s)?(?:train|plane|air|boat|ship|ferry|car)\b")
# The verb of the trigger by which a council meets.
OF_A_COUNCIL = "meets on"
# So far, in characters, a count stands from the verb that it belongs to.
NEAR_COUNT = 30


class Triggering:
    """Chooses triggers by their needs (`Trigger.needs`), sentence by sentence of one text."""

    def __init__(self, text: str, memory: Memory, vocabulary: Vocabulary) -> None:
        self._text = text
        self._memory = memory
        self._vocabulary = vocabulary

    def fitting(self, hit: Hit, clause: Clause, sentence: int) -> list[Trigger]:
        """The triggers whose needs the clause meets, the likeliest first; `sentence` is where the sentence begins."""
        if self._is_another_word(hit):
            return []
        known = [t for t in hit.triggers if t.kind in self._vocabulary.kind and not self._describes(t, hit)]
        if hit.text.lower() in _CALLS_ON:
            met = self._is_called_on(hit, clause)
            known = [t for t in known if (t.kind == "meeting") == met]
        if _is_persons(hit, clause):
            known = [t for t in known if t.present != OF_A_COUNCIL]
        words = self._words_around(hit, clause) if any(t.needs for t in known) else set()
        fitting = sorted(_fitting(known, words), key=lambda t: (t.weak, not t.needs))
        if all(t.kind == "visit" for t in fitting) and (told := self._told_before(hit, clause)) is not None:
            words = told | {word.lower() for word in WORD.findall(self._text, sentence, clause.start)}
            more = [t for t in _fitting(known, words) if t not in fitting]
            # "It touched down": what looks like a visit may be that of a plane, but is no march of troops.
            fitting += [t for t in more if not fitting or t.kind == "economic"]
        return fitting

    def _is_another_word(self, hit: Hit) -> bool:
        """ "Two ships", "close to 2,000 miles": no verb."""
        if hit.text.lower() == "ships":
            return _SHIPS.search(self._text, max(0, hit.start - 12), hit.start) is None
        return hit.text.lower() == "close" and self._text.startswith(" to ", hit.end)

    def _is_called_on(self, hit: Hit, clause: Clause) -> bool:
        """ "called on Putin at the Kremlin", but "called on Putin to come"."""
        person = next((n for n in clause.names if n.start >= hit.end and n.actor and n.actor.kind == "person"), None)
        if person is None or not _TITLE.fullmatch(self._text, hit.end, person.start):
            return False
        return _ASKED.match(self._text, person.end, clause.end) is None

    def _describes(self, trigger: Trigger, hit: Hit) -> bool:
        """ "left behind a signed treaty": the participle describes, and tells nothing of when; "принял закон" is no meeting."""
        if trigger.language == "ru" and trigger.kind == "meeting":
            return is_passive(hit.text) or _NO_GUEST.match(self._text, hit.end) is not None
        if trigger.language == "ru" and trigger.kind == "arms_transfer" and _NO_GOODS.match(self._text, hit.end):
            return True
        return (
            trigger.part == "verb"
            and trigger.kind in _OFTEN_DESCRIBE
            and _ARTICLE.search(self._text, max(0, hit.start - 12), hit.start) is not None
            and hit.text.lower().endswith("ed")
        )

    def _words_around(self, hit: Hit, clause: Clause) -> set[str]:
        """The words of a clause that a trigger may need, in lower case."""
        # "the treaty that he signed last year": without a date of its own a relative clause only describes.
        lead = clause.lead if clause.connector != "which" or clause.dates else ""
        around = _PARTY.sub(" ", lead + clause.words)
        if any(t.kind == "visit" for t in hit.triggers):
            around = _MEANS.sub(" ", around)
        words = {word.lower() for word in WORD.findall(around)}
        if any(t.language == "ru" for t in hit.triggers):
            words = set(map(lemma, words))
        near = self._text[max(clause.start, hit.start - NEAR_COUNT) : min(clause.end, hit.end + NEAR_COUNT)]
        if "troop_deployment" in self._memory.last and has_bare_count(near):
            words.add("soldiers")  # "A first group of 1,500 was ferried to Vladivostok"
        return words

    def _told_before(self, hit: Hit, clause: Clause) -> set[str] | None:
        """The words before the sentence in which what its clause is about may have been named: "It took effect".

        A clause with a date of its own is likely to tell something as well. None for one that stands by itself.
        """
        if _OWN_OBJECT.match(self._text, hit.end) or _is_of_noun(hit, clause):
            return None  # "sent flowers" in a text that was on missiles, "ended a visit" in one that was on a treaty
        if _ABOUT_IT.match(clause.lead + clause.words) or _IT.search(self._text, hit.start, hit.end + 4):
            return self._memory.told | self._memory.last_told
        return self._memory.told if any(d.edtf for d in clause.dates) else None


def _is_of_noun(hit: Hit, clause: Clause) -> bool:
    """ "ended a visit": another noun of the vocabulary is what the verb is of."""
    behind = (h for h in clause.hits if 0 < h.start - hit.end <= NEAR_COUNT)
    return any(all(t.part == "noun" for t in h.triggers) for h in behind)


def _is_persons(hit: Hit, clause: Clause) -> bool:
    """ "Shoigu, the secretary of Russia's Security Council, met Kim": he did, and no council."""
    before = [n.actor for n in clause.names if n.actor is not None and n.end <= hit.start]
    return bool(before) and before[-1].kind == "person"


def _fitting(triggers: Sequence[Trigger], words: set[str]) -> list[Trigger]:
    """Those whose needs the words meet."""
    return [t for t in triggers if not t.needs or words & _needs_of(t)]


@lru_cache(maxsize=4096)
def _needs_of(trigger: Trigger) -> frozenset[str]:
    """The words that a trigger needs one of, Russian ones in their dictionary form."""
    return frozenset(map(lemma, trigger.needs))
