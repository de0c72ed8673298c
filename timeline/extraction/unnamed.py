"""Happenings that no word of the vocabulary names.

No list of verbs is ever complete. In a text about the two countries a clause on them with a verb and a date of its
own tells of something nevertheless ("On July 17 the North Koreans held up the ship"). Its kind is the likeliest one
(likely_kind.py), and its title is the clause itself: nothing else is known.
"""

import re
from collections.abc import Collection

from articles import edtf
from articles.reading.dates import DateExpression

from . import modality
from .clauses import Clause, Hit
from .draft import Draft, Memory, actors_of, sides_of
from .framing import quoted
from .likely_kind import BOUND_ELSEWHERE, PASSIVE
from .mention import UNNAMED
from .phrasing import IRREGULAR, stands_alone
from .relation import Relation
from .usable import usable
from .vocabulary import PARTIES, Trigger

PLAIN = Trigger("other", (), "verb", present=UNNAMED)
# A longer time than a year tells little of when something happened, in days.
MAX_DAYS = 366

_PARTICIPLE = rf"(?:\w+ed|{IRREGULAR}|been|beaten|begun|born|broken|chosen|done|driven|drawn|flown|frozen|given|gone|grown|hidden|known|risen|seen|shown|spoken|stolen|sunk|sworn|taken|thrown|worn|written)"
_ADVERB = r"(?:(?:also|still|again|later|then|first|\w+ly)\s){0,2}"
# "was flown", "had been to", "will go"; "was silent" tells of no happening.
_VERB = re.compile(
    rf"\b(?:(?:had|has|have)\s{_ADVERB}(?:been\s{_ADVERB}(?:{_PARTICIPLE}|to|in|at|on|there)|{_PARTICIPLE})"
    rf"|(?:was|were|is|are)\s{_ADVERB}(?:being\s)?(?:{_PARTICIPLE}|\w+ing|due|to|on|in|at|there)"
    rf"|(?:will|would|may|might|could|did)\s{_ADVERB}[a-z]+"
    rf"|{IRREGULAR}|(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!’s\s)(?<!'s\s)(?!hundred|indeed|exceed|sacred|hatred|speed|embed)[a-z]{{3,}}ed)\b"
)
# "Putin takes him round the works on the 13th": in a chronology, or of what is ahead; behind a name, and where no other verb is.
_PRESENT = re.compile(
    r"(?<=\s)(?:(?:also|again|then|later|\w+ly)\s)?[a-z]{2,}s\s(?=(?:the|an?|his|her|its|their|him|it|them|to|in|into|on|at|for|through|over|up|off|out|with|from|by|back|[A-Z0-9“\"])\b)"
)
_HE_ACTS = re.compile(r"\b(?:he|she|it)\b", re.IGNORECASE)
# "It was Kim's turn", "It was July 26": the verb tells nothing.
_IT_WAS = re.compile(
    r"\W{0,3}(?:and\s|but\s)?it\s(?:was|is|will\sbe|has\sbeen)\b(?![^,;]{2,50}\sthat\s)", re.IGNORECASE
)
_CLEFT = re.compile(r"\W{0,3}(?:and\s|but\s)?it\s(?:was|is)\s[^,;]{2,50}?\sthat\s", re.IGNORECASE)
# Clauses that say more of something told elsewhere.
_DESCRIBING = ("whom", "since", "before", "until")
_RELATIVE = ("which", "who", "where")
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|when|while|after|as|that|then|also|having|on|in|at|by|from|early|late|earlier|later)\b\W*)*",
    re.IGNORECASE,
)
# "he recalled, ...", "did the same", "repeated it": what happened stands in another sentence.
_NO_CONTENT = re.compile(r",|\s(?:the\ssame|suit|it|so|likewise)\b")
# "The first one", "he", "it": the noun stands in another sentence, and a title that named one would be a guess.
_NO_NOUN = re.compile(
    r"(?:(?:he|she|it|they|there|who|which|I|we|you)\b.*)|(?:the|this|that|both|another)(?:\s(?:first|second|third|last|latest|previous|next|other|same|Soviet|Russian|North Korean|one|ones|two))*\s*",
    re.IGNORECASE | re.DOTALL,
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they)$", re.IGNORECASE)
_HIM = re.compile(r"\b(?:him|her)\b")
# What somebody is like, or would like.
_STATE = re.compile(
    r"(?:seemed|appeared(?!\s(?:in|at|on|beside|with|before|alongside)\b)|wanted|remained|needed|knew|felt|liked|hoped|looked(?!\s(?:at|in|on|over|round|around|after|through|back)\b))\b"
)
_HE = re.compile(r"(?:[A-Z][\w’'-]{0,24},?\s){0,3}(?i:he|she)")
_SINCE = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had)\s")
# "the first flight since the 1990s": nothing began then.
_FIRST_SINCE = re.compile(
    r"\b(?:first|only|biggest|largest|longest|highest|most|best|worst|last|ever|few|little|less|rarely|hardly|scarcely|seldom|neither|nobody|not|no|never|\w+est)\b|n[’']t\b",
    re.IGNORECASE,
)
# Given name and surname.
_STRANGER = re.compile(r"[A-Z][a-z’'-]{1,20}\s[A-Z][a-z’'-]{1,20}(?:\s|,|$)")
_BEHIND_PARTICIPLE = re.compile(r",\s[a-z]{2,}(?:ed|wn|en|ilt|un)\s[^,]{0,40}$")
# "If", "whether", "nearly": what is only thought of.
_DOUBT = re.compile(r"\b(?:if|whether|unless|doubt\w*)\b|\b(?:nearly|almost)\s\w+(?:ed|t)\b", re.IGNORECASE)
# What a leader lives through concerns his own country.
_OF_ONE_LIFE = re.compile(
    r"\b(?:(?:came|rose|returned)\sto\spower|took\s(?:power|office|over)|(?:was|were)\s(?:born|(?:re-?)?elected|inaugurated)|assumed\soffice|turned\s\d+|succeeded\shis)\b"
)
# With fewer words beside its date a clause tells too little.
MIN_WORDS = 4


class Unnamed:
    """Finds them in the clauses of one text, sentence by sentence."""

    def __init__(self, text: str, memory: Memory, relation: Relation) -> None:
        self._text = text
        self._memory = memory
        self._relation = relation

    def hits(self, clauses: list[Clause], told: Collection[int]) -> list[tuple[int, Hit]]:
        """(clause, its verb) where something is told on a date; `told`: where the dates stand that date something else."""
        quotes = quoted(self._text, clauses[0].start, clauses[-1].end) if clauses else []
        found = []
        for index, clause in enumerate(clauses):
            # Where the clause tells something already, its other dates belong to that as well.
            if clause.hits and any(d.start in told for d in clause.dates) or not self._is_dated(clause, told):
                continue
            if (
                _only_describes(clause)
                or _OF_ONE_LIFE.search(clause.words)
                or _is_of_source(clauses, index)
                or _is_doubted(clauses, index)
            ):
                continue
            if clause.connector in _RELATIVE and not self._adds(clause, clauses[index - 1]):
                continue
            verb = self._verb(clause)
            if verb is None or any(a <= verb.start() < b for a, b in quotes):
                continue
            if not self._is_of_him(clause, verb.start()) and not self._relation.is_of_the_two(clause, clauses):
                continue
            if self._has_subject(clause, verb) and not _of_outsiders(clause, verb) and self._is_its_date(clause, verb):
                found.append((index, Hit(verb.start(), verb.end(), (PLAIN,), verb.group())))
        return found

    def _adds(self, clause: Clause, before: Clause) -> bool:
        """ "the ship that sank in May" tells which ship, ", which sank in May" what happened; Trump, who met Kim, is of others."""
        last = [n for n in before.names if n.side][-1:]
        if any(n.side not in PARTIES for n in last) or not self._text.startswith(", ", clause.start - 2):
            return False
        # "Moscow, which was painted": it may be what is in Moscow.
        return not (clause.connector == "which" and last and last[0].place and clause.start - last[0].end == len(", "))

    def _verb(self, clause: Clause) -> re.Match[str] | None:
        """The clause's verb; "The Angara, registered in 2019, puzzled": the participle behind a single comma is none."""
        for verb in _VERB.finditer(self._text, self._start(clause), clause.end):
            before = self._text[clause.start : verb.start()]
            if not (verb.group().endswith("ed") and before.endswith(", ") and before.count(",") == 1):
                return verb
        acting = [n.end for n in clause.names] + [
            m.end() for m in _HE_ACTS.finditer(self._text, clause.start, clause.end)
        ]
        return next(filter(None, (_PRESENT.match(self._text, end + 1, clause.end) for end in sorted(acting))), None)

    def _start(self, clause: Clause) -> int:
        """Where the clause begins, behind "It was on 3 March that"."""
        cleft = _CLEFT.match(self._text, clause.start, clause.end)
        return cleft.end() if cleft else clause.start

    def _has_subject(self, clause: Clause, verb: re.Match[str]) -> bool:
        """Whether words that name somebody or something stand before the verb, and tell with it what happened."""
        subject = self._subject(clause, verb.start())
        date_alone = any(d.end + 1 == verb.start() for d in clause.dates) and subject.endswith((", ", ","))
        if clause.connector in ("which", "who") and self._text[clause.start : verb.start()].strip() in ("which", "who"):
            return True
        unclear = not self._is_of_him(clause, verb.start()) and (
            _NO_NOUN.fullmatch(subject) or _PRONOUN.search(subject)
        )
        if not subject.strip(" ,") or date_alone or unclear:
            return False  # "2025 has been a good year"
        if _STRANGER.match(subject) and all(n.place is not None for n in clause.names):
            return False  # "Ann Other visited Wonsan"
        return not _NO_CONTENT.match(self._text, verb.end()) and not _STATE.match(self._text, verb.start())

    def _is_of_him(self, clause: Clause, verb: int) -> bool:
        """ "The next day he planted a tree": who that is was told before."""
        return _HE.fullmatch(self._subject(clause, verb)) is not None

    def knows_who(self, draft: Draft, clauses: list[Clause], told: str) -> bool:
        """Whether it is known whom "who", "which" and "he" stand for; `told` are the draft's words for a title."""
        relative = draft.clause.connector in ("which", "who")
        if not relative and not self._is_of_him(draft.clause, draft.hit.start):
            return True
        if " ".join(draft.hit.text.split()) not in told or not stands_alone(told):
            return False  # the title would be of another clause
        return not told.startswith(("which ", "who ")) if relative else self._knows_him(draft, clauses)

    def _knows_him(self, draft: Draft, clauses: list[Clause]) -> bool:
        """Whether he is one of the two countries' people and can be nobody else."""
        him = draft.subject
        if him is None or him.kind != "person" or PASSIVE.match(self._text, draft.hit.start):
            return False  # "He was buried": that may be another one
        if BOUND_ELSEWHERE.search(draft.clause.words) and not draft.place:
            return False
        ahead = clauses[: draft.index]
        named = {a for c in ahead for a in actors_of(c.names) if a.kind == "person"}
        alone = named == {him} or not named and self._memory.alone
        if not alone or any(_HIM.search(c.words) for c in ahead):
            return False
        return sides_of(draft.clause.names) | {him.country} <= PARTIES

    def _subject(self, clause: Clause, verb: int) -> str:
        """The words before the verb, without dates and what opens the clause."""
        words, position = "", self._start(clause)
        for date in clause.dates:
            if position <= date.start and date.end <= verb:
                words += self._text[position : date.start]
                position = date.end
        return _OPENING.sub("", " ".join(f"{words}{self._text[position:verb]}".split()))

    def _is_dated(self, clause: Clause, told: Collection[int]) -> bool:
        return any(
            (self._dates(date) or self._has_gone_on(clause, date))
            and date.start not in told
            and not self._of_participle(clause, date)
            for date in clause.dates
        )

    def _has_gone_on(self, clause: Clause, date: DateExpression) -> bool:
        """ "has been taught since last year", "Trains have been crossing again since November": what began then."""
        before = self._text[clause.start : date.start]
        told = date.edtf is not None and date.timex_type == "DATE" and _SINCE.search(before) is not None
        return told and _HAS.search(before) is not None and _FIRST_SINCE.search(before) is None

    def _of_participle(self, clause: Clause, date: DateExpression) -> bool:
        """ "The Angara, registered in 2019, puzzled ...": the date is none of the main verb's."""
        return (
            self._text.startswith(",", date.end)
            and _BEHIND_PARTICIPLE.search(self._text, clause.start, date.start) is not None
        )

    def _is_its_date(self, clause: Clause, verb: re.Match[str]) -> bool:
        """ "Guests should keep off the cliffs: a man fell on Sunday": behind a colon something else is told."""
        colon = self._text.find(":", clause.start, verb.start())
        if colon >= 0 and not any(
            self._text[clause.start : d.start].strip(" •·–—-") == "" and d.end == colon for d in clause.dates
        ):
            return False  # but "January 2020: Pyongyang closes its borders"
        return any(d.start < verb.end() or ":" not in self._text[verb.end() : d.start] for d in clause.dates)

    def _dates(self, date: DateExpression) -> bool:
        # "Hours later" is a length of time, and yet tells the day.
        tells_day = date.timex_type in ("DATE", "TIME") or date.basis == "calculated"
        if not usable(date, self._text) or not tells_day or date.edtf is None:
            return False
        earliest, latest = edtf.bounds(date.edtf)
        return earliest is not None and latest is not None and (latest - earliest).days <= MAX_DAYS


def _of_outsiders(clause: Clause, verb: re.Match[str]) -> bool:
    """ "While Russia likes North Korea, Japan impounded a Chinese trawler": others act, and on nobody of the two."""
    before = [n.side for n in clause.names if n.side and n.end <= verb.start()]
    return (
        bool(before)
        and before[-1] not in PARTIES
        and not any(n.side in PARTIES for n in clause.names if n.start >= verb.end())
    )


def _only_describes(clause: Clause) -> bool:
    """Whether it says more of something told elsewhere, or hardly anything."""
    words = len(clause.words.split()) - sum(len(d.text.split()) for d in clause.dates)
    opening = clause.words.lstrip()
    return (
        clause.connector in _DESCRIBING
        or words < MIN_WORDS
        or _IT_WAS.match(clause.words) is not None
        or opening[:1] in ("“", '"', "«")
        or opening.lower().startswith("according to ")
        and "," not in clause.words[:-2]
    )


def _is_of_source(clauses: list[Clause], index: int) -> bool:
    """ "According to a report that ten states brought out on 3 March, ...": tells of the source, not what it says."""
    before = "".join(clause.words for clause in clauses[:index]).lstrip()
    return before.lower().startswith("according to") and "," not in before


def _is_doubted(clauses: list[Clause], index: int) -> bool:
    """Whether it is denied, doubted or asked in the clause itself, or in the one whose content it is."""
    clause = clauses[index]
    if modality.is_negated(clause.words) or _DOUBT.search(clause.words) or modality.is_denial(clause.words):
        return True
    governing = (
        clauses[index - 1].words if index and (clause.link == "content" or clause.words.startswith("that ")) else ""
    )
    return modality.is_denial(governing) or modality.is_negated(governing) or _DOUBT.search(governing) is not None
