"""How firmly a draft says what it says, from its clause, its date and who says it."""

import re
from datetime import date

from articles import edtf

from . import modality, russian
from .clauses import Clause
from .draft import Draft, Memory
from .figures import counts_soldiers
from .framing import up_to
from .speakers import Speakers
from .topic import TOPIC_KINDS
from .vocabulary import PARTIES

# What one side tells of another: of these nobody's word is taken for a fact.
CONTESTED = TOPIC_KINDS | {"missile_or_space"}
_PLEDGES = re.compile(r"(?:agree|pledge|promise|vow)[sd]?\b", re.IGNORECASE)
# Kinds of which a paragraph that tells what somebody claims may go on to tell.
GOES_ON = ("economic", "other")
MEETINGS = ("visit", "meeting", "summit")


class Firmness:
    """Sets the modality of drafts of one text; `memory` knows what somebody claimed in the sentences before."""

    def __init__(self, text: str, published: date | None, memory: Memory, speakers: Speakers) -> None:
        self._text = text
        self._published = published
        self._memory = memory
        self._speakers = speakers

    def decide(self, draft: Draft, clauses: list[Clause]) -> None:
        """Sets modality, `called_off` and `ahead`, and of a claim that goes on who made it."""
        draft.ahead = not draft.is_speech and self._is_ahead(draft)
        claim = self._memory.claim
        if modality.is_called_off(draft.clause.words) and draft.kind.slug in MEETINGS:
            draft.modality, draft.called_off = modality.PLANNED, True
        elif self._is_denied(draft):
            draft.modality = modality.DENIED
        elif self._is_planned(draft):
            draft.modality = modality.PLANNED
        elif self._is_claimed(draft, clauses):
            draft.modality = modality.CLAIMED
        elif claim is not None and self._goes_on(draft):
            draft.modality, draft.speaker, draft.attribution = modality.CLAIMED, claim.speaker, claim.attribution

    def _is_denied(self, draft: Draft) -> bool:
        if draft.is_speech:
            return modality.is_denial(draft.hit.text)
        return modality.is_negated(up_to(self._text, draft.clause, draft.hit))

    def _is_planned(self, draft: Draft) -> bool:
        clause, hit = draft.clause, draft.hit
        before = self._text[clause.start : hit.start]
        if draft.ahead:
            return True
        told = before if _PLEDGES.match(hit.text) else before + hit.text  # "agreed to forgive the debt" is done
        if modality.is_planned(told):
            return not (self._is_over(draft) and clause.link != "content" and modality.is_told_ahead(told))
        if draft.trigger.language == "ru" and russian.is_ahead(hit.text):
            return True
        verb = any(t.part == "verb" and t.kind == draft.trigger.kind for t in hit.triggers)
        infinitive = verb and modality.is_infinitive(before, self._text[hit.end : clause.end])
        return infinitive and not (self._is_over(draft) and modality.is_purpose_of_journey(before))

    def _is_ahead(self, draft: Draft) -> bool:
        """Whether all of its time lies behind the day of the report."""
        if draft.dating is None or self._published is None or draft.dating.edtf.endswith("~"):
            return False
        earliest = edtf.bounds(draft.dating.edtf)[0]
        return earliest is not None and earliest > self._published

    def _is_over(self, draft: Draft) -> bool:
        """Whether all of its time lies before the day of the report."""
        latest = edtf.bounds(draft.dating.edtf)[1] if draft.dating else None
        return latest is not None and self._published is not None and latest < self._published

    def _is_claimed(self, draft: Draft, clauses: list[Clause]) -> bool:
        """Whether only somebody outside says it; what he says himself is a claim where others may say otherwise."""
        if modality.is_hearsay(draft.clause.words) and draft.kind.slug != "sanction_or_un_vote":
            return True  # sanctions name "companies accused of" something
        if not self._speakers.is_third_party(draft):
            return False
        foreign = draft.speaker is not None and draft.speaker.kind == "media" and draft.speaker.country not in PARTIES
        if foreign or not draft.is_speech:
            return True
        told = (t.kind for c in clauses for h in c.hits for t in h.triggers)
        return not CONTESTED.isdisjoint(told) or counts_soldiers(self._text, clauses[0].start, clauses[-1].end)

    def _goes_on(self, draft: Draft) -> bool:
        """ "Seoul said so. Containers had been moved in September.": the paragraph goes on with what somebody claims."""
        if draft.is_speech or draft.attribution:
            return False
        before = self._text[draft.clause.start : draft.hit.start]
        looks_back = modality.is_looked_back_on(before, draft.hit.text)
        return draft.kind.slug in CONTESTED or (draft.kind.slug in GOES_ON and looks_back)
