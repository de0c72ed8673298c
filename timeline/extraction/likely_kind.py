"""The kind of a happening for which the vocabulary has no word: by who is where, else by the things that are spoken of."""

import re
from collections import defaultdict

from articles import edtf

from .draft import Draft, Memory, actors_of
from .happening import is_leaders_train, is_somebodys_train
from .vocabulary import PARTIES, WORD, Kind, Vocabulary

# Kinds of which a title says nothing but the clause's own words, by the things that their verbs need.
_BY_THINGS = ("economic", "arms_transfer", "troop_deployment", "treaty", "missile_or_space")
# One word that speaks for no other kind, or several that speak for some; more for what must not be said lightly.
MIN_WEIGHT = {"arms_transfer": 1.3, "troop_deployment": 1.3}
# What is said and written.
_OF_WORDS = re.compile(
    r"\b(?:letters?|messages?|telegrams?|cables?|speech|remarks|interview|briefing|wrote|told|declined\sto|refused\sto|complained|protested|(?:let|made)\s(?:\w+\s){1,2}known?)\b"
)
_TOGETHER = re.compile(r"\b(?:with|beside|together|alongside|near|next\sto|shook|each\sother|hands?|for\sthe\stwo)\b")
_GIVES = re.compile(r"(?:had\s|has\s)?(?:handed|gave|given|presented|brought)")
_TO_WHOM = re.compile(r"\s(?:(?:the|President|North|Korean|Russian|leader|Mr\.?|Foreign|Minister)\s){0,4}")
_A_THING = re.compile(r"\s(?:an?|the|his|her|its)\s")
# From a verb to the place where it was done: "pottered about in", "had been to", "was again at".
_STAYS_AT = re.compile(
    r"(?:had|has|have|was|is|will\sbe)?\s?(?:\w{1,20}\s)?(?:(?:\w{1,16}ly|again|about|around|back|out|off|home|himself|herself|also|still|there|later|early)\s){0,3}"
    r"(?:in|at|inside|near|to)\s(?:the\s)?"
)
# "had carried the invitation to", "brought a letter to".
_BRINGS_TO = re.compile(
    r"(?:had\s|has\s)?(?:also\s)?(?:carried|brought|delivered)\s(?:[\w’'-]{1,20}\s){1,5}to\s(?:the\s)?"
)
# "attended a concert in".
_DOES_AT = re.compile(
    r"(?:had\s|has\s)?(?:also\s)?(?:attended|watched|inspected|joined)\s(?:(?!from\b|about\b|that\b|which\b|of\b)[\w’'-]{1,20}\s){1,5}(?:in|at)\s(?:the\s)?"
)
_PRESENT = re.compile(r"(?:\w{1,20}\s)?(?!was\b|is\b)[a-z]{2,20}s\s?")
PASSIVE = re.compile(
    r"(?:had\s|has\s|have\s)?(?:was|were|been|is|are|being)\s(?!in\b|at\b|to\b|on\b|there\b|due\b|\w+ing\b)"
)
# Between him who acts and his verb.
_ACTS = re.compile(r"(?:\s|,\s[^,]{3,80},\s)(?:(?:also|again|then|later|himself|\w+ly)\s){0,2}")
# For a place that the vocabulary does not know: "is due on Friday in Okinawa".
BOUND_ELSEWHERE = re.compile(
    r"\b(?:due|left|leaves?|leaving|flew|fly|flies|gone|go|goes|went|heads?|headed|return(?:s|ed)?|travel(?:s|led|ed)?|arrive[sd]?)\b[^,;]{0,40}?\s(?:in|at|to|for)\s[A-Z]"
)
# No visit lasts longer, in days.
DAYS_OF_VISIT = 7


class LikelyKind:
    """Tells it for the drafts of one text; `memory` knows whose visit is going on."""

    def __init__(self, text: str, vocabulary: Vocabulary, memory: Memory) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._memory = memory

    def of(self, draft: Draft) -> Kind:
        """By who is where, else by the things that are spoken of."""
        train = is_leaders_train(self._text[draft.clause.start : draft.hit.start])
        if self._travels(draft) or train or is_somebodys_train(self._text, draft):
            return self._vocabulary.kind["visit"]
        people = {a.country for a in [*draft.actors, *actors_of(draft.clause.names)] if a.kind == "person"}
        if people >= PARTIES and (_TOGETHER.search(draft.clause.words) or self._hands_over(draft)):
            return self._vocabulary.kind["meeting"]
        if self._is_on_visit(draft):
            return self._vocabulary.kind["visit"]
        if _OF_WORDS.search(draft.clause.words):
            return self._vocabulary.kind["statement"]
        weights: dict[str, float] = defaultdict(float)
        for word in sorted(
            {word.lower() for word in WORD.findall(draft.clause.words)}
        ):  # sums come out alike everywhere
            kinds = self._vocabulary.needed_by.get(word, ())
            for kind in kinds:
                weights[kind] += 1 / len(kinds)
        likeliest = max(_BY_THINGS, key=lambda kind: weights[kind])
        enough = max(MIN_WEIGHT.get(likeliest, 1.0), weights["other"])
        return self._vocabulary.kind[likeliest if weights[likeliest] >= enough else "other"]

    def _hands_over(self, draft: Draft) -> bool:
        """ "He handed Kim a letter": to somebody of the other country, right behind the verb."""
        whom = next((n for n in draft.clause.names if n.start >= draft.hit.end and n.actor is not None), None)
        if _GIVES.fullmatch(draft.hit.text) is None or whom is None or whom.actor is None or draft.subject is None:
            return False
        other = whom.actor.kind == "person" and whom.actor.country != draft.subject.country
        behind = _TO_WHOM.fullmatch(self._text, draft.hit.end, whom.start) and _A_THING.match(self._text, whom.end)
        return other and behind is not None

    def _is_on_visit(self, draft: Draft) -> bool:
        """ "The next day he saw the aircraft works": what a guest does in the days of his visit is part of it."""
        visit, guest = self._memory.last.get("visit"), draft.subject
        if visit is None or guest is None or visit.subject is not guest or guest.kind != "person":
            return False
        if visit.dating is None or draft.dating is None or PASSIVE.match(self._text, draft.hit.start):
            return False
        there = self._vocabulary.place.get(visit.place)
        here = self._vocabulary.place.get(draft.place)
        if (
            there is None
            or there.country == guest.country
            or (here.country != there.country if here else BOUND_ELSEWHERE.search(draft.clause.words))
        ):
            return False
        arrived, acted = edtf.bounds(visit.dating.edtf)[0], edtf.bounds(draft.dating.edtf)[0]
        return arrived is not None and acted is not None and 0 <= (acted - arrived).days <= DAYS_OF_VISIT

    def _travels(self, draft: Draft) -> bool:
        """Whether one of the two acts in a place of the other country: nothing but adverbs stands between verb and place."""
        visitor, hit = draft.subject, draft.hit
        if visitor is None or visitor.kind != "person" or any("mbassador" in role for role in visitor.roles):
            return False
        if draft.clause.connector != "who" and not any(
            n.actor is visitor and _ACTS.fullmatch(self._text, n.end, max(n.end, hit.start)) for n in draft.clause.names
        ):
            return False  # "Kim's portrait was burned in Moscow"
        where = next((n for n in draft.clause.names if n.place and n.start >= hit.end), None)
        if where is None or where.place is None or not {visitor.country, where.place.country} >= PARTIES:
            return False
        if _PRESENT.fullmatch(hit.text) and not self._text[hit.end : where.start].startswith("in "):
            return False  # "Kim turns to Moscow for oil"
        passive = PASSIVE.match(hit.text) is not None
        goes = (
            _DOES_AT.fullmatch(self._text, hit.start, where.start),
            _STAYS_AT.fullmatch(self._text, hit.start, where.start),
            _BRINGS_TO.fullmatch(self._text, hit.start, where.start),
        )
        return not passive and any(goes)
