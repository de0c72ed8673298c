"""The happenings told before that words like "the meeting" point back to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.edtf import in_words

from .clauses import Clause, Hit
from .draft import Draft, Memory
from .mention import Dating
from .vocabulary import Vocabulary

_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|their|his|its|both|during|this is their|эт\w+)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"\b(?:an?|another|new|next|future|second|first|third)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_EVENT_NOUNS = {
    "summit": ("summit", "meeting"),
    "meeting": ("meeting", "summit"),
    "visit": ("visit",),
    "parade": ("parade",),
    "treaty": ("treaty",),
    "sanction_or_un_vote": ("sanction_or_un_vote",),
}


class Antecedents:
    """Finds what the nouns of one sentence point back to."""

    def __init__(self, text: str, clauses: list[Clause], memory: Memory, vocabulary: Vocabulary) -> None:
        self._text = text
        self._clauses = clauses
        self._memory = memory
        self._vocabulary = vocabulary

    def of(self, index: int, hit: Hit) -> Draft | None:
        """The earlier happening that "the meeting" or "their meeting" points back to."""
        before = self._text[max(self._clauses[index].start - 30, 0) : hit.start]
        if hit.triggers[0].part != "noun" or not _DEFINITE.search(before):
            return None
        if _INDEFINITE.search(before) and not re.search(r"\b(?:this is|it was) (?:their|the)\b", before, re.IGNORECASE):
            return None
        if self._is_told_behind(index, hit):
            return None
        told = self.likeliest(hit)
        return next((d for d in told if self._place_allows(d, index, hit) and self._people_allow(d, index)), None)

    def likeliest(self, noun: Hit) -> Iterator[Draft]:
        """The happenings told before of the kinds that a noun may name, the likeliest first."""
        for trigger in noun.triggers:
            for kind in _EVENT_NOUNS.get(trigger.kind, ()):
                if kind in self._memory.last:
                    yield self._memory.last[kind]

    def _is_told_behind(self, index: int, hit: Hit) -> bool:
        """Whether a relative clause right behind the noun tells and dates it: "the treaty, which they signed in June"."""
        behind = self._clauses[index + 1 : index + 2]
        return bool(
            behind
            and behind[0].connector == "which"
            and behind[0].start - hit.end <= 2
            and behind[0].dates
            and any(t.kind == hit.triggers[0].kind for h in behind[0].hits for t in h.triggers)
        )

    def _place_allows(self, draft: Draft, index: int, hit: Hit) -> bool:
        """Whether the place named right behind the noun, if any, is that of the earlier happening."""
        for name in self._clauses[index].names:
            if name.place and hit.end <= name.start and name.located and name.start - hit.end < 60:
                encloses = self._vocabulary.encloses
                return (
                    not draft.place or encloses(name.place.slug, draft.place) or encloses(draft.place, name.place.slug)
                )
        return True

    def _people_allow(self, draft: Draft, index: int) -> bool:
        """Whether nobody is named whom the earlier happening is known not to have had among its people."""
        theirs = {a for a in draft.actors if a.kind == "person"}
        here = {n.actor for n in self._clauses[index].names if n.actor is not None and n.actor.kind == "person"}
        return len(theirs) < 2 or here <= theirs


def is_definite(before: str) -> bool:
    """Whether a noun behind these words is one that the reader knows: "the", "their last"."""
    return _DEFINITE.search(before) is not None


def pointing_back(draft: Draft) -> Dating | None:
    """The date of the draft for what points back to it, with the reason; None where it has none itself."""
    if draft.dating is None:
        return None
    told = draft.dating
    why = f"These words point back to an event told before, dated by “{told.words}”: {in_words(told.edtf)}. {told.explanation}"
    return replace(told, basis="relative" if told.basis != "stated" else "stated", explanation=why)
