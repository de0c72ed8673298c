"""One more of what was told before: "The first was held in Moscow last November", "Another 3,000 followed in January".

No word of the vocabulary names it there: what it is, the reader knows from the sentence before.
"""

import re
from collections.abc import Iterable

from .clauses import Clause, Hit
from .draft import Draft
from .vocabulary import PARTIES

# Who comes once more, and what is held once more.
_ONE = re.compile(
    r"(?:(?:the|an?)\s(?:first|second|third|fourth|fifth|next|last|latest|previous|other|new|further|earlier|preceding)"
    r"(?:\s(?:one|round|session|meeting|party|group|delegation|batch|contingent|wave|shipment))?|another(?:\s(?:one|party|group|delegation|batch|contingent|wave|shipment))?)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:(?:another|an?\sfurther|some|about|around|roughly|nearly|at\sleast|up\sto|as\smany\sas|more\sthan)\s){0,2}\d[\d,.]*(?:\sthousand)?(?:\smore)?(?:\sor\s(?:so|more))?(?:\smore)?",
    re.IGNORECASE,
)
_BE = r"(?:(?:was|were|is|are|had\sbeen|has\sbeen|have\sbeen|will\sbe|would\sbe|is\sto\sbe|are\sto\sbe)\s(?:also\s|then\s)?)"
_HELD = re.compile(
    rf"\s(?:{_BE}(?:held|convened|planned|scheduled|due|expected|slated|penciled\sin|pencilled\sin|set)|took\splace|will\stake\splace|is\sto\stake\splace|followed|came|will\sfollow|is\sto\sfollow)\b"
)
_WENT = re.compile(
    rf"\s(?:followed|joined\sthem|came|went|arrived|(?:had\s|have\s)gone|will\sfollow|are\sto\sfollow|{_BE}(?:sent|brought|taken|moved|shipped|added))\b"
)
_OPENING = re.compile(r"(?:(?:and|but|then)\s|[;\s])*", re.IGNORECASE)
# Kinds that come again, and those that are counted.
_HELD_KINDS = frozenset({"summit", "meeting", "visit"})
_COUNTED_KINDS = frozenset({"troop_deployment", "arms_transfer"})
# So far back, in characters, stands what it is one more of.
REACH = 400


class Another:
    """Finds them in the clauses of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def hits(self, clauses: list[Clause], told: Iterable[Draft]) -> list[tuple[int, Hit, Draft]]:
        """(clause, its verb, what it is one more of) where the clause has a date; `told`: what was told so far."""
        found = []
        drafts = [d for d in told if d.sides >= PARTIES and d.antecedent is None]
        for index, clause in enumerate(clauses if drafts else ()):
            if not clause.dates or clause.hits and any(h.triggers[0].kind in _HELD_KINDS for h in clause.hits):
                continue
            if match := self._match(clause, _ONE, _HELD):
                kinds = _HELD_KINDS
            elif match := self._match(clause, _COUNTED, _WENT):
                kinds = _COUNTED_KINDS
            else:
                continue
            like = self._last(drafts, kinds, match.start())
            if like is not None:
                found.append((index, Hit(match.start(), match.end(), (like.trigger,), match.group()), like))
        return found

    def _match(self, clause: Clause, subject: re.Pattern[str], verb: re.Pattern[str]) -> re.Match[str] | None:
        """The verb right behind such a subject at the beginning of the clause, or behind its opening date."""
        opening = _OPENING.match(self._text, clause.start)
        start = opening.end() if opening else clause.start
        date = next((d for d in clause.dates if 0 <= d.start - start <= len("in early ")), None)
        for at in (start, *((date.end + len(", "), date.end + 1) if date else ())):
            one = subject.match(self._text, at, clause.end)
            if one and (told := verb.match(self._text, one.end(), clause.end)):
                return told
        return None

    def _last(self, drafts: list[Draft], kinds: frozenset[str], before: int) -> Draft | None:
        near = [d for d in drafts if d.kind.slug in kinds and before - REACH <= d.hit.start < before]
        return max(near, key=lambda d: d.hit.start, default=None)
