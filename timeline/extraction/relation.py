"""Which drafts are mentions: both countries take part in them."""

import re

from articles.reading.document import Sentence

from . import modality
from .antecedents import is_definite
from .clauses import Clause, Name
from .draft import Draft, Memory, sides_of
from .figures import find_figures, has_bare_count
from .happening import PARTY
from .speakers import PRONOUN_START
from .topic import TOPIC_KINDS, content_words
from .vocabulary import PARTIES, Vocabulary

# Kinds in which others have their part: a vote of the Council, Washington's sanctions, a missile that hits Kharkiv.
_AMONG_OTHERS = frozenset(
    {"sanction_or_un_vote", "casualty_report", "troop_deployment", "arms_transfer", "missile_or_space", "other"}
)
# Kinds that in a text about the two are theirs where nobody is named: "that pact came into force last month".
_OF_BOTH = frozenset({"treaty", "meeting", "summit", "economic"})
# "A delegation from Moscow".
_PARTY_FROM = re.compile(rf"{PARTY.pattern}\s(?:of\s(?:\w+\s){{1,2}})?from\s(?:the\s)?$")
# The other country, where it is not named.
_COUNTRY = re.compile(r"\bthe\s(?:\w+\s)?(?:country|North|republic|neighbou?r)\b|\bhere\b")
# "talks with a delegation", "their meeting in Rason": who takes part, or where, is told behind the noun.
_WITH_WHOM = re.compile(
    r"\s(?:(?:with|between|of)\b|(?:in|at|on)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z])"
)
# What the Council has for its sanctions.
_OF_SANCTIONS = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hat)\s(?:[\w’'-]+\s){0,2}(?:panel|experts|mandate|veto|monitors)\b"
)
# The two, where they are not named.
_TWO = re.compile(
    r"\b(?:the two|both) (?:countries|nations|sides|capitals|neighbou?rs|allies|states|governments)\b|\bthe countries\b|\b(?:our|their)\s(?:two\s)?(?:countries|nations|peoples)\b|"
    r"\b(?:наш(?:и|ими|их)|обе(?:их|ими)?|дву(?:х|мя)|двум)\s(?:стран(?:ами|ам|ах)?|государств(?:ами|ам|ах)?)\b"
)
_OF_THEM = re.compile(r"\b(?:they|the two|both|the pair)\b", re.IGNORECASE)
# So many paragraphs on, "the vote" is still the one that the two had part in.
NEAR_PARAGRAPHS = 3
_THE_TREATY = re.compile(
    r"(?:and\s+)?(?:It|This|The(?:\s+\w+)?\s+(?:treaty|pact|agreement|accord|document|deal|partnership))\b(?!\s+(?:with|between))"
)
# "ratified the document", "approved it".
_THE_TREATY_BEHIND = re.compile(
    r"\s{1,3}(?:it\b(?!\s(?:was|would|had))|(?:the|this|that)\s(?:\w+\s)?(?:treaty|pact|agreement|accord|document|deal|text)\b(?!\s(?:with|between)\b))"
)


class Relation:
    """Tells mentions of the two countries' relations from other drafts of one text."""

    def __init__(self, text: str, memory: Memory, vocabulary: Vocabulary, *, on_topic: bool = False) -> None:
        """`on_topic`: the text as a whole is about the two countries (see is_on_topic)."""
        self._on_topic = on_topic
        self._text = text
        self._memory = memory
        self._vocabulary = vocabulary

    def _is_elsewhere(self, draft: Draft, clauses: list[Clause]) -> bool:
        """ "... before her trip to Belarus, where she met the minister": with somebody there, unless it is told of both."""
        clause = draft.clause
        if clause.connector != "where" or not draft.index or _OF_THEM.search(clause.words):
            return False
        return _leads_elsewhere(clauses[draft.index - 1]) and not draft.sides >= PARTIES

    def related(self, draft: Draft, clauses: list[Clause], sentence: Sentence) -> bool:
        """Whether both countries take part, told by the clause, its sentence or what it carries on."""
        if self._is_elsewhere(draft, clauses):
            return False
        told = [n for c in clauses for n in c.names if not n.negated or draft.is_speech]
        sides = sides_of(told) | draft.sides
        slug = draft.kind.slug
        if draft.antecedent is not None and (draft.antecedent.sides | sides) >= PARTIES:
            draft.sides = sides | draft.antecedent.sides
            return True
        if slug == "treaty" and sides >= PARTIES:
            draft.sides = sides
            return True
        if slug == "treaty" and self._is_the_treaty(draft):
            draft.sides = set(PARTIES)
            return True
        if slug in ("meeting", "summit", "treaty"):
            near = draft.sides | {n.side for n in _same_time(draft, clauses)}
            draft.sides = near
            return near >= PARTIES or self._of_topic(draft, clauses, sentence)
        if slug == "visit":
            return self._visit_related(draft, clauses, sentence)
        if sides >= PARTIES:
            draft.sides = sides
            return True
        if sides_of([n for c in clauses for n in c.names]) >= PARTIES and slug == "parade":
            draft.stance = "context"
            return True
        of_both = self._on_topic or self._memory.sides >= PARTIES
        if draft.is_speech and of_both and _TWO.search(self._text, clauses[0].start, clauses[-1].end):
            return True
        if sentence.paragraph - self._memory.paragraph <= NEAR_PARAGRAPHS and self._goes_on_about_told(draft, clauses):
            return True
        return self._carried(draft, sides, sentence) or self._of_topic(draft, clauses, sentence)

    def is_of_the_two(self, clause: Clause, clauses: list[Clause]) -> bool:
        """Whether a clause of a text about the two is on them: where its sentence names both, one of them or nobody else; where it
        does not, one of them and nobody else, or nobody and words of what was told of the two.

        A place alone may be that of another story's paragraph, unless both were named right before or its words are those of this one.
        """
        sides = sides_of(clause.names)
        if not self._on_topic:
            return sides == PARTIES and any(n.actor is not None for n in clause.names)
        if sides_of([n for c in clauses for n in c.names]) >= PARTIES:
            return bool(sides & PARTIES) or not sides
        if not sides <= PARTIES:
            return False
        acting = any(n.place is None for n in clause.names)
        near = acting or self._memory.sides >= PARTIES
        return bool(sides) and near or self._shares_words(clauses, theme=True)

    def _goes_on_about_told(self, draft: Draft, clauses: list[Clause]) -> bool:
        """ "Kyiv said the vote was a confession", "The panel's mandate ends in April": about what the two did, told before."""
        slug = draft.kind.slug
        if slug == "sanction_or_un_vote" and draft.own_date:
            return self._is_told_of_both(slug) and _OF_SANCTIONS.search(draft.clause.words) is not None
        if not draft.is_speech or not draft.own_date:
            return False
        return any(
            self._is_told_of_both(trigger.kind) and is_definite(self._text[clause.start : hit.start])
            for clause in clauses
            for hit in clause.hits
            for trigger in hit.triggers
            if trigger.part == "noun" and hit is not draft.hit and not _WITH_WHOM.match(self._text, hit.end)
        )

    def _is_told_of_both(self, kind: str) -> bool:
        last = self._memory.last.get(kind)
        return last is not None and last.sides >= PARTIES

    def _is_the_treaty(self, draft: Draft) -> bool:
        """ "The pact entered into force", "It was ratified": what becomes of the treaty told before."""
        last = self._memory.last.get("treaty")
        words = draft.clause.lead + draft.clause.words
        return (
            draft.trigger.part == "verb"
            and last is not None
            and last.sides >= PARTIES
            and bool(_THE_TREATY.match(words) or _THE_TREATY_BEHIND.match(self._text, draft.hit.end))
        )

    def _of_topic(self, draft: Draft, clauses: list[Clause], sentence: Sentence) -> bool:
        """In a text about the two, a dated happening that names one of them and nobody else."""
        if not self._on_topic or draft.dating is None or draft.modality == modality.DENIED and not draft.is_speech:
            return False
        told = sides_of([n for n in draft.clause.names if not n.negated]) | draft.sides
        if draft.kind.slug in _AMONG_OTHERS or draft.is_speech:
            named = sides_of([n for c in _with_content(draft, clauses) for n in c.names])
            tells = draft.is_speech or draft.kind.slug == "casualty_report"
            speaker = {a.country for a in (draft.subject, draft.speaker) if a is not None} if tells else set()
            of_theirs = draft.kind.slug in TOPIC_KINDS | {"missile_or_space"} and named <= PARTIES | speaker
            # "Speaking in Seoul, he told his hosts": who "he" is was told before.
            acts = tells or draft.kind.slug == "sanction_or_un_vote"  # "It backed the resolution"
            speaks = {draft.subject.country} if acts and draft.subject is not None else set()
            return (
                bool((named | speaks) & PARTIES)
                or self._coheres(clauses, sentence, theme=draft.is_speech or draft.kind.slug == "sanction_or_un_vote")
                or of_theirs
                or (draft.is_speech and draft.own_date and self._counts_told(clauses))
            )
        if told - PARTIES or not (told & PARTIES or draft.kind.slug in _OF_BOTH):
            return False
        if not told and draft.kind.slug == "economic" and not self._coheres(clauses, sentence):
            # A paragraph glued in from another story has its lines and trains as well; a river between the two is theirs.
            between = any(n.place is not None and not n.place.country for c in clauses for n in c.names)
            goes_on = (
                draft.own_date
                and self._is_told_of_both("economic")
                and sentence.paragraph - self._memory.paragraph <= NEAR_PARAGRAPHS
            )
            if not between and not goes_on and not _TWO.search(self._text, clauses[0].start, clauses[-1].end):
                return False
        draft.sides = set(PARTIES)
        return True

    def _counts_told(self, clauses: list[Clause]) -> bool:
        """ "NHK reported that 25,000 labourers were being considered": what the two's soldiers, workers or arms are counted by."""
        return bool(find_figures(self._text, clauses[0].start, clauses[-1].end))

    def _coheres(self, clauses: list[Clause], sentence: Sentence, *, theme: bool = False) -> bool:
        """Whether the sentence shares a word or the paragraph with the last one that told of the two; what is said also
        with all of them.
        """
        return sentence.paragraph == self._memory.paragraph or self._shares_words(clauses, theme=theme)

    def _shares_words(self, clauses: list[Clause], *, theme: bool) -> bool:
        words = content_words(self._text[clauses[0].start : clauses[-1].end])
        return bool(words & self._memory.words) or (theme and bool(words & self._memory.theme))

    def _visit_related(self, draft: Draft, clauses: list[Clause], sentence: Sentence) -> bool:
        """A visit joins the two when somebody of one goes to the other, or meets somebody of it."""
        unnamed = draft.subject is None or draft.subject.kind == "state" and PARTY.search(draft.clause.words)
        if unnamed and self._on_topic and draft.own_date:
            return self._unnamed_visit(draft)
        if draft.subject is None or draft.subject.country not in PARTIES or draft.subject.kind == "state":
            return False
        words = f"{draft.subject.name} {self._text[clauses[0].start : clauses[-1].end]}"
        if draft.subject.kind == "body" and not PARTY.search(words):
            return False  # an airline visits nobody
        place = self._vocabulary.place.get(draft.place)
        other = next(iter(PARTIES - {draft.subject.country}))
        if place is not None and place.country != other:
            return False
        onward = draft.clause.connector == "where" and draft.index and _leads_elsewhere(clauses[draft.index - 1])
        if place is None and onward:
            return False  # "Beijing, where he was due the next day"
        # "set off from Pyongyang on Monday and reached Beijing on Tuesday"
        goes_on = [c for c in clauses[draft.index + 1 : draft.index + 2] if c.connector == "and"]
        places = {n.place.country for c in (draft.clause, *goes_on) for n in c.names if n.place is not None}
        if place is None and places - PARTIES:
            return False  # on the way to somebody else
        draft.sides = {draft.subject.country, place.country} if place else draft.sides
        return draft.sides >= PARTIES or self._of_topic(draft, clauses, sentence)

    def _unnamed_visit(self, draft: Draft) -> bool:
        """ "A group of Russians entered the country": somebody of the one, where the place, if any, lies in the other."""
        named = [n for n in draft.clause.names if not n.negated]
        place = self._vocabulary.place.get(draft.place)
        # "Russia's Military Academy": a country that is a place by itself, and here tells whose they are.
        theirs = [
            n
            for n in named
            if n.place is None
            or self._text.startswith(("’s ", "'s "), n.end)
            or _PARTY_FROM.search(self._text, draft.clause.start, n.start)
        ]
        visitors = sides_of(theirs) - ({place.country} if place else set())
        # "A delegation of the health ministry left for Moscow", in a text about the two.
        party = PARTY.search(self._text, draft.clause.start, draft.hit.start)
        unsaid = place is not None and party is not None and sides_of(named) == {place.country}
        if not (visitors or unsaid) or not sides_of(named) <= PARTIES:
            return False
        if not (place or _COUNTRY.search(draft.clause.words)):
            return False
        draft.sides = set(PARTIES)
        return True

    def _carried(self, draft: Draft, sides: set[str], sentence: Sentence) -> bool:
        """One side is named, the other is what the story was on: troops in Kursk, a statement on the same matter."""
        if not sides & PARTIES or not (sides | self._memory.sides) >= PARTIES:
            return False
        if sentence.paragraph - self._memory.paragraph > 1:
            return False
        words = content_words(self._text[sentence.start : sentence.end])
        coheres = (
            bool(words & self._memory.words)
            or bool(PRONOUN_START.search(self._text[sentence.start : sentence.end]))
            or has_bare_count(draft.clause.words)
        )
        if draft.kind.slug in TOPIC_KINDS or (draft.is_speech and draft.own_date):
            draft.sides = sides | self._memory.sides
            return coheres
        return False


def _leads_elsewhere(before: Clause) -> bool:
    """Whether the last one named in the clause before "where" is of a third country."""
    return any(n.side and n.side not in PARTIES for n in before.names[-1:])


def _with_content(draft: Draft, clauses: list[Clause]) -> list[Clause]:
    """The draft's clause with what belongs to it: up to the semicolon on either side."""
    position = draft.index
    while position and clauses[position].connector != ";":
        position -= 1
    behind = (n for n in range(draft.index + 1, len(clauses)) if clauses[n].connector == ";")
    return clauses[position : next(behind, len(clauses))]


def _same_time(draft: Draft, clauses: list[Clause]) -> list[Name]:
    names = list(draft.clause.names)
    for position in range(draft.index + 1, len(clauses)):
        if clauses[position].link != "same":
            break
        names += clauses[position].names
    if draft.clause.link == "same" and draft.index:
        names += clauses[draft.index - 1].names
    return names
