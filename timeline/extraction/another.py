"""One more of what was told before: "The first was held in Moscow last November", "Another 3,000 followed in January".

No word of the vocabulary names it there: what it is, the reader knows from the sentence before.
"""

import re
from collections.abc import Iterable

from .clauses import Clause, Hit
from .draft import Draft
from .vocabulary import PARTIES

# Who comes once more, and what is held once more; a noun has to be one of its kind.
_NOUNS = {"round": "meeting", "session": "meeting", "party": "visit", "group": "visit", "delegation": "visit"}
_ONE = re.compile(
    r"(?:(?:the|an?)\s(?:first|second|third|fourth|fifth|next|last|latest|previous|other|new|further|earlier|preceding)|another)"
    rf"(?:\s(?P<noun>one|{'|'.join(_NOUNS)}))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:(?:another|an?\sfurther)\s(?:\w{1,12}\s)?\d[\d,.]{0,12}(?:\sor\s(?:so|more))?|(?:(?:some|about|around|roughly|nearly|at\sleast|up\sto)\s)?\d[\d,.]{0,12}(?:\sor\sso)?\smore)",
    re.IGNORECASE,
)
_BE = r"(?:(?:was|were|is|are|had\sbeen|has\sbeen|have\sbeen|will\sbe|would\sbe|is\sto\sbe|are\sto\sbe)\s(?:also\s|then\s)?)"
_HELD = re.compile(
    rf"\s(?:{_BE}(?:held|convened|planned|scheduled|due|expected|slated|penciled\sin|pencilled\sin|set)|took\splace|will\stake\splace|is\sto\stake\splace|followed|came|will\sfollow|is\sto\sfollow)\b"
)
_WENT = re.compile(
    rf"\s(?:followed|joined\sthem|came|went|arrived|(?:had\s|have\s)gone|will\sfollow|are\sto\sfollow|{_BE}(?:sent|brought|taken|moved|shipped|added))\b(?!\s(?:home|back|to\s(?:an?|the)\s))"
)
_OPENING = re.compile(r"(?:(?:and|but|then)\s|[;\s])*", re.IGNORECASE)
# Kinds that come again, and those that are counted.
_HELD_KINDS = frozenset({"summit", "meeting", "visit"})
_COUNTED_KINDS = frozenset({"troop_deployment", "arms_transfer"})
_SENTENCE_END = re.compile(r"[a-z0-9”\"’)][.!?][”\"’)]?\s+[A-Z“\"]")
# So far back, in characters, stands what it is one more of.
REACH = 400


class Another:
    """Finds them in the clauses of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def hits(self, clauses: list[Clause], told: Iterable[Draft]) -> list[tuple[int, Hit, Draft]]:
        """(clause, its verb, what it is one more of) where the clause has a date; `told`: what was told so far."""
        found = []
        drafts = list(told)
        for index, clause in enumerate(clauses if drafts else ()):
            others = any(n.side and n.side not in PARTIES for n in clause.names)
            if others or not clause.dates or any(h.triggers[0].kind in _HELD_KINDS for h in clause.hits):
                continue
            for subject, verb, kinds in ((_ONE, _HELD, _HELD_KINDS), (_COUNTED, _WENT, _COUNTED_KINDS)):
                words = self._match(clause, subject, verb)
                like = self._last(drafts, words[1].start()) if words else None
                if words and like is not None and like.kind.slug in kinds and _fits(words[0], like):
                    hit = Hit(words[1].start(), words[1].end(), (like.trigger,), words[1].group())
                    found.append((index, hit, like))
                    break
        return found

    def _match(
        self, clause: Clause, subject: re.Pattern[str], verb: re.Pattern[str]
    ) -> tuple[re.Match[str], re.Match[str]] | None:
        """Such a subject at the beginning of the clause, or behind its opening date, and the verb right behind it."""
        opening = _OPENING.match(self._text, clause.start)
        start = opening.end() if opening else clause.start
        date = next((d for d in clause.dates if 0 <= d.start - start <= len("in early ")), None)
        for at in (start, *((date.end + len(", "), date.end + 1) if date else ())):
            one = subject.match(self._text, at, clause.end)
            if one and (told := verb.match(self._text, one.end(), clause.end)):
                return one, told
        return None

    def _last(self, drafts: list[Draft], before: int) -> Draft | None:
        """What was told last, in the same sentence or the one right before, where the two countries had part in it."""
        near = [d for d in drafts if before - REACH <= d.hit.start < before]
        last = max(near, key=lambda d: d.hit.start, default=None)
        if last is None or not last.sides >= PARTIES:
            return None
        between = self._text[last.hit.end : before]
        if "\n\n" in between or len(_SENTENCE_END.findall(between)) > 1:
            return None
        return last


def _fits(one: re.Match[str], like: Draft) -> bool:
    """Whether the noun, if there is one, is of what was told: "another group" of a visit."""
    noun = (one.groupdict().get("noun") or "one").lower()
    kind = "meeting" if like.kind.slug == "summit" else like.kind.slug
    return noun == "one" or _NOUNS[noun] == kind
