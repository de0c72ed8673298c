"""Happenings that no word of the vocabulary names.

No list of verbs is ever complete. In a text about the two countries a clause with a verb, a date of its own and
one of them in it tells of something nevertheless ("On July 17 the North Koreans held up the ship"). It is of the
kind that the people, places and things around the verb speak for, and its title is the clause itself.
"""

import re
from collections import defaultdict
from collections.abc import Collection

from articles import edtf
from articles.reading.dates import DateExpression
from articles.reading.document import Sentence

from . import modality
from .clauses import Clause, Hit
from .dating import usable
from .draft import Draft, actors_of
from .mention import UNNAMED
from .relation import Relation, is_leaders_train
from .vocabulary import PARTIES, WORD, Kind, Trigger, Vocabulary

PLAIN = Trigger("other", (), "verb", present=UNNAMED)
# Kinds of which a title says nothing but the clause's own words, by the things that their verbs need.
_BY_THINGS = ("economic", "arms_transfer", "troop_deployment", "treaty", "missile_or_space")
# One word that speaks for no other kind, or several that speak for some; more for what must not be said lightly.
MIN_WEIGHT = {"arms_transfer": 1.3, "troop_deployment": 1.3}
# What is said and written.
_OF_WORDS = re.compile(
    r"\b(?:letters?|messages?|telegrams?|cables?|speech|remarks|interview|briefing|wrote|posted|told|declined\sto|refused\sto|complained|protested|(?:let|made)\s(?:\w+\s){1,2}known?)\b"
)
# A longer time than a year tells little of when something happened, in days.
MAX_DAYS = 366

_IRREGULAR = (
    r"became|began|bore|bought|brought|broke|built|came|chose|drew|drove|fell|felt|flew|found|fought|gave|got|grew|held|hung|kept|"
    r"knew|laid|led|left|lent|let|lost|made|met|paid|put|ran|rode|rose|sank|sat|saw|sent|set|showed|shook|shut|sold|spent|spoke|"
    r"stood|struck|swam|threw|took|taught|told|went|woke|won|wore|wrote"
)
_PARTICIPLE = rf"(?:\w+ed|{_IRREGULAR}|been|beaten|begun|born|broken|chosen|done|driven|drawn|flown|frozen|given|gone|grown|hidden|known|risen|seen|shown|spoken|stolen|sunk|sworn|taken|thrown|worn|written)"
_ADVERB = r"(?:(?:also|still|again|later|then|first|\w+ly)\s){0,2}"
# "was flown", "had been to", "will go"; "was silent" tells of no happening.
_VERB = re.compile(
    rf"\b(?:(?:had|has|have)\s{_ADVERB}(?:been\s{_ADVERB}(?:{_PARTICIPLE}|to|in|at|on|there)|{_PARTICIPLE})"
    rf"|(?:was|were|is|are)\s{_ADVERB}(?:being\s)?(?:{_PARTICIPLE}|\w+ing|due|to|on|in|at|there)"
    rf"|(?:will|would|may|might|could|did)\s{_ADVERB}[a-z]+"
    rf"|{_IRREGULAR}|(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!’s\s)(?<!'s\s)[a-z]{{3,}}ed)\b"
)
# "It was Kim's turn", "It was July 26": the verb tells nothing.
_IT_WAS = re.compile(r"\W{0,3}(?:and\s|but\s)?it\s(?:was|is|will\sbe|has\sbeen)\b", re.IGNORECASE)
# Clauses that say more of something told elsewhere.
_DESCRIBING = ("which", "who", "whom", "where", "since", "before", "until")
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
_AT = re.compile(r"\b(?:in|at|inside|around|near|across|through|outside)\s(?:the\s)?$")
# With fewer words beside its date a clause tells too little.
MIN_WORDS = 4


class Unnamed:
    """Finds them in the clauses of one text, sentence by sentence."""

    def __init__(self, text: str, vocabulary: Vocabulary, relation: Relation) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._relation = relation

    def hits(self, sentence: Sentence, clauses: list[Clause], told: Collection[int]) -> list[tuple[int, Hit]]:
        """(clause, its verb) where something is told on a date; `told`: where the dates stand that date something else."""
        found = []
        for index, clause in enumerate(clauses):
            # Where the clause tells something already, its other dates belong to that as well.
            if (
                (clause.hits and any(d.start in told for d in clause.dates))
                or clause.connector in _DESCRIBING
                or _says_little(clause)
            ):
                continue
            if not self._is_dated(clause, told) or modality.is_negated(clause.words):
                continue
            if not self._relation.is_of_the_two(clause, clauses, sentence):
                continue
            verb = _VERB.search(self._text, clause.start, clause.end)
            if verb is not None and self._has_subject(clause, verb):
                found.append((index, Hit(verb.start(), verb.end(), (PLAIN,), verb.group())))
        return found

    def _has_subject(self, clause: Clause, verb: re.Match[str]) -> bool:
        """Whether words that name somebody or something stand before the verb, and tell with it what happened."""
        subject = self._subject(clause, verb.start())
        date_alone = any(d.end + 1 == verb.start() for d in clause.dates) and subject.endswith((", ", ","))
        if not subject.strip(" ,") or date_alone or _NO_NOUN.fullmatch(subject):
            return False  # "2025 has been a good year"
        return not _NO_CONTENT.match(self._text, verb.end())

    def _subject(self, clause: Clause, verb: int) -> str:
        """The words before the verb, without dates and what opens the clause."""
        words, position = "", clause.start
        for date in clause.dates:
            if date.end <= verb:
                words += self._text[position : date.start]
                position = date.end
        return _OPENING.sub("", " ".join(f"{words}{self._text[position:verb]}".split()))

    def kind_of(self, draft: Draft) -> Kind:
        """By who is where, else by the things that are spoken of."""
        if self._travels(draft):
            return self._vocabulary.kind["visit"]
        if _OF_WORDS.search(draft.clause.words):
            return self._vocabulary.kind["statement"]
        if {a.country for a in actors_of(draft.clause.names) if a.kind == "person"} >= PARTIES:
            return self._vocabulary.kind["meeting"]
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

    def _travels(self, draft: Draft) -> bool:
        """Whether one of the two is at a place in the other country."""
        visitor = draft.subject
        if visitor is None or visitor.kind != "person" or any("mbassador" in role for role in visitor.roles):
            return False
        if is_leaders_train(draft.clause.words):
            return True
        where = next((n for n in draft.clause.names if n.place and n.located and n.start >= draft.hit.end), None)
        if where is None or where.place is None or not {visitor.country, where.place.country} >= PARTIES:
            return False
        # "sent flowers to Pyongyang" leaves him at home; "had been to Pyongyang" does not.
        been = draft.hit.text.endswith("been to") and where.start - draft.hit.end <= 1
        return been or _AT.search(self._text, draft.hit.start, where.start) is not None

    def _is_dated(self, clause: Clause, told: Collection[int]) -> bool:
        return any(self._dates(date) and date.start not in told for date in clause.dates)

    def _dates(self, date: DateExpression) -> bool:
        if not usable(date, self._text) or date.timex_type not in ("DATE", "TIME") or date.edtf is None:
            return False
        earliest, latest = edtf.bounds(date.edtf)
        return earliest is not None and latest is not None and (latest - earliest).days <= MAX_DAYS


def _says_little(clause: Clause) -> bool:
    words = len(clause.words.split()) - sum(len(d.text.split()) for d in clause.dates)
    return words < MIN_WORDS or _IT_WAS.match(clause.words) is not None or clause.words[:1] in '“"«'
