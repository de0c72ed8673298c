"""Participants: who takes part in a happening and where it is, from its clause and what it points back to."""

import re
from collections.abc import Sequence

from articles import edtf

from .clauses import Clause, Name
from .draft import Draft, Memory, actors_of, may_attend, sides_of
from .russian import tells
from .speakers import PRONOUN_START, Speakers, opens_with_he, subject_of
from .topic import TOPIC_KINDS
from .vocabulary import PARTIES, Actor, Vocabulary

# So far, in characters, a name reaches to clauses that go on about whom it names.
REACH_OF_NAME = 400
_BOTH = re.compile(
    r"\b(?:they|(?<!of )(?<!for )(?<!with )them|both|the two(?= (?:met|meet|talked|spoke|sat|held|signed|shook|were|had|have|then|also)\b)|the two (?:countries|leaders|sides|nations|neighbou?rs|men|heads of state|presidents|governments)|the pair|each other|the sides|one another|the countries|стороны|они)\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\b(?:two leaders|both leaders|two presidents|heads of state)\b")
_BILATERAL = re.compile(r"\b(?:bilateral|two-way)\b", re.IGNORECASE)
_BY = re.compile(r"^\s+(?:by|of)\s+(?:[\w.’'-]+\s+){0,5}$")
# "Last month he toured", "his train crossed": the verb's own subject is a pronoun, wherever the sentence begins.
_PRONOUN_BEFORE = re.compile(
    r"\b(?:he|she|they|он|она|гость|(?:his|her|their)\s+(?:\w+\s+)?(?:train|plane|jet|motorcade|ship))\s+"
    r"(?:(?:had|has|have|was|were|is|also|then|later|again|once|twice|first|last|\w+ly|снова|также|уже|затем|потом|сам)\s+){0,3}$",
    re.IGNORECASE,
)
# "His previous trip": whose it is.
_OWN_BEFORE = re.compile(r"\b(?:his|her|their)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# "On his first visit, Putin ...".
_OPENS_WITH_OWN = re.compile(r"\b(?:On|During|In|At|For|After|Before)\s(?:his|her)\s")
_OPENS_WITH_HE = re.compile(r"(?:When|While|As|After|Before|Once|Until)\s(?:he|she)\s")
_HOME = re.compile(r"\bhome\b")
_HIM = re.compile(r"^\W+(?:him|her)\b", re.IGNORECASE)


class Participants:
    """Fills the people and the place of the drafts of one text; `memory` knows who acted before."""

    def __init__(
        self, text: str, vocabulary: Vocabulary, memory: Memory, speakers: Speakers, *, on_topic: bool
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._memory = memory
        self._speakers = speakers
        self._on_topic = on_topic

    def people(self, draft: Draft, clauses: list[Clause]) -> None:
        """Sets who acts, who takes part and which countries are named."""
        self._find_subject(draft, clauses)
        clause, hit = draft.clause, draft.hit
        actors = ([draft.subject] if draft.subject else []) + actors_of(clause.names)
        sides = sides_of([n for n in clause.names if not n.negated]) | (
            {draft.subject.country} if draft.subject else set()
        )
        of_both = bool(_BOTH.search(clause.words) or sides <= PARTIES and _BILATERAL.search(clause.words))
        if of_both or not sides >= PARTIES:
            more = self._antecedents(draft, clauses)
            if of_both or draft.antecedent is not None:
                actors += self._beside(actors, more)
                sides |= {actor.country for actor in more}
        if _HIM.search(self._text[hit.end : clause.end]) and (other := self._other_person(draft, clauses)):
            actors.append(other)
            sides.add(other.country)
        kind = "summit" if _LEADERS.search(clause.words) else draft.kind.slug
        actors = [a for a in actors if may_attend(kind, a)]
        if kind != draft.kind.slug and any(a.leads for a in actors):
            actors += [a for a in self._leaders(draft) if a.country not in {b.country for b in actors if b.leads}]
        negated = {n.actor for n in clause.names if n.negated}
        if draft.kind.slug == "visit":
            actors = [a for a in actors if a is draft.subject or a.kind == "person"]
        draft.actors = [a for a in dict.fromkeys(actors) if a not in negated or a is draft.subject]
        draft.sides = sides

    def _find_subject(self, draft: Draft, clauses: list[Clause]) -> None:
        """Sets who acts: named before the verb, else in the clauses before it, else in the sentences before."""
        clause, hit = draft.clause, draft.hit
        before = [n for n in clause.names if n.end <= hit.start]
        draft.subject = subject_of(self._text, before, hit)
        if draft.subject is None and draft.trigger.part == "say" and not PRONOUN_START.search(clause.words):
            behind = [n for n in clause.names if n.actor is not None and n.actor.kind in ("media", "body")]
            draft.subject = behind[0].actor if behind else None
        if draft.subject is None and clause.connector == "tail":
            draft.subject = self._speakers.of_clause(clause, hit)
        if draft.subject is None and draft.index == 0 and _OPENS_WITH_HE.match(clause.words):
            draft.subject = self._named_behind(clauses)
        inherits = draft.trigger.part != "noun" or clause.link in ("same", "resumed") or clause.connector == "who"
        if draft.subject is None and draft.index > 0 and clause.connector != "tail" and inherits:
            earlier = [n for c in clauses[: draft.index] for n in c.names]
            # "Seoul's agency says that 10,000 labourers were sent": it has no part in what it tells.
            named = [a for a in actors_of(earlier) if clause.link != "content" or a.country in PARTIES]
            persons = [a for a in named if a.kind == "person"] or named
            draft.subject = (persons[-1] if clause.connector == "who" else persons[0]) if persons else None
            if clause.connector == "and" and opens_with_he(self._text, clauses[0]):
                draft.subject = self._memory.subject or draft.subject
        if draft.kind.slug == "visit" and draft.trigger.part == "noun":  # "preparing a trip by Kim"
            by = [n for n in clause.names if n.start >= hit.end and _BY.search(self._text[hit.end : n.start])]
            draft.subject = next(
                (n.actor for n in by if n.actor is not None), _subject_behind(self._text, draft) or draft.subject
            )
        if draft.subject is None and draft.trigger.part == "noun" and self.has_pronoun(draft):  # "during his visit"
            draft.subject = self._guest_named(draft, clauses)
        if draft.subject is None and (PRONOUN_START.search(clauses[0].words) or self.has_pronoun(draft)):
            last = self._memory.last.get("visit") if _HOME.search(clause.words) else None
            draft.subject = (last.subject if last else None) or self._memory.subject
        if opens_with_he(self._text, clause) and (draft.subject is None or draft.subject.kind != "person"):
            draft.subject = self._memory.subject or draft.subject
        draft.subject = draft.subject or _subject_behind(self._text, draft)

    def _leaders(self, draft: Draft) -> list[Actor]:
        """The leaders of the two countries in the year of the draft's date, Russia's first."""
        earliest = edtf.bounds(draft.dating.edtf)[0] if draft.dating else None
        of_now = [next((a for a in self._vocabulary.actors if a.leads and a.country == c), None) for c in ("ru", "kp")]
        of_then = [a and self._vocabulary.holder(a, earliest.year) for a in of_now] if earliest else []
        return [a for a in of_then if a is not None]

    def _beside(self, named: Sequence[Actor], told: Sequence[Actor]) -> list[Actor]:
        """Of those told before only who can be meant beside those named: "Putin said so when the two met" is not of his
        ministers, nor of another leader's.
        """
        own = [a for a in named if a.kind == "person" and a.country in PARTIES]
        if not own:
            return list(told)
        taken = {a.country for a in own}
        return [a for a in told if a.kind != "person" or (a.country not in taken and a.leads >= own[0].leads)]

    def _named_behind(self, clauses: list[Clause]) -> Actor | None:
        """ "When he was in Pyongyang, Shoigu announced ...": the first person of the main clause."""
        main = clauses[1].names if len(clauses) > 1 and clauses[1].connector == "main" else []
        return next((a for a in actors_of(main) if a.kind == "person"), None)

    def _guest_named(self, draft: Draft, clauses: list[Clause]) -> Actor | None:
        """Whose visit "his visit" is, of those whom the sentence names before, or behind where it opens with it: one who is
        not at home where it leads.
        """
        names = [n for c in clauses[: draft.index + 1] for n in c.names]
        places = [n.place.country for n in names if n.place is not None and n.start >= draft.hit.end]
        if _OPENS_WITH_OWN.search(self._text, clauses[0].start, draft.hit.start):
            near = [n for c in clauses[: draft.index + 2] for n in c.names if n.start >= draft.hit.end]
        else:
            near = [n for n in names if n.end <= draft.hit.start]
        people = [a for a in actors_of(near) if a.kind == "person"]
        return next((a for a in people if a.country in PARTIES and a.country not in places), None)

    def has_pronoun(self, draft: Draft) -> bool:
        """Whether the words right before the trigger leave it to the text before who acts."""
        pattern = _OWN_BEFORE if draft.trigger.part == "noun" else _PRONOUN_BEFORE
        return bool(pattern.search(self._text[draft.clause.start : draft.hit.start]))

    def of_their_time(self, draft: Draft) -> None:
        """In 1949 "Kim" is not the Kim of today, unless the clause speaks of him by a name of his own."""
        earliest = edtf.bounds(draft.dating.edtf)[0] if draft.dating else None
        if earliest is None:
            return
        for actor in draft.actors:
            own = self._vocabulary.own_names.get(actor.slug, (actor.name,))
            # "Medvedev, who flew in on Thursday": where the clause does not name him, the words before it do.
            named = any(n.actor is actor for n in draft.clause.names)
            start = draft.clause.start if named else max(0, draft.clause.start - REACH_OF_NAME)
            words = self._text[start : draft.clause.end]
            if actor.since is None or any(name in words for name in own):
                continue
            holder = self._vocabulary.holder(actor, earliest.year)
            if holder is not None:
                draft.actors = list(dict.fromkeys(holder if a is actor else a for a in draft.actors))
                draft.subject = holder if draft.subject is actor else draft.subject

    def visitor(self, draft: Draft, clauses: list[Clause]) -> None:
        """ "The guest toured ...", "during his visit": whoever was named last of the country that the place is not in."""
        place = self._vocabulary.place.get(draft.place)
        if place is None or draft.subject is None or draft.subject.country != place.country:
            return
        here = actors_of([n for c in clauses[: draft.index + 1] for n in c.names if n.end <= draft.hit.start])
        told = [a for a in here if a.kind == "person"] or self._memory.persons.values()
        others = [a for a in told if a.country in PARTIES - {place.country}]
        if others:
            draft.actors = [others[-1], *(a for a in draft.actors if a is not draft.subject)]
            draft.subject = others[-1]
            draft.sides = draft.sides | {others[-1].country}

    def _other_person(self, draft: Draft, clauses: list[Clause]) -> Actor | None:
        """Whom "him" stands for: the last person named before who is not the subject."""
        earlier = [
            a for a in actors_of([n for c in clauses[: draft.index] for n in c.names]) if a.kind == "person"
        ] or self._memory.actors
        others = [a for a in earlier if a is not draft.subject and a.kind == "person"]
        return others[-1] if others else None

    def _antecedents(self, draft: Draft, clauses: list[Clause]) -> list[Actor]:
        """Whom "they" or "their meeting" stands for: the actors told before, in this sentence or the last."""
        if draft.antecedent is not None:
            return list(draft.antecedent.actors)
        here = actors_of([n for c in clauses[: draft.index] for n in c.names])
        if {a.country for a in here} >= PARTIES:
            return [a for a in here if a.country in PARTIES]
        states = [a for a in self._vocabulary.actors if a.kind == "state" and a.country in PARTIES]
        if re.search(r"\b(?:countries|nations|sides|neighbou?rs|bilateral|two-way)\b", draft.clause.words):
            return states if self._on_topic or self._memory.sides >= PARTIES else []
        return [a for a in self._memory.actors if a.country in PARTIES]

    def place(self, draft: Draft, clauses: list[Clause]) -> str:
        hit = draft.hit
        here = [
            n
            for n in draft.clause.names
            if n.place is not None and (n.located or n.place.slug.startswith("russian-embassy"))
        ]
        # "At their summit he invited Kim to Moscow": the summit was not there.
        speech = [h for h in draft.clause.hits if h.start != hit.start and all(t.part == "speech" for t in h.triggers)]
        here = [n for n in here if not any(h.end <= n.start and not h.end <= hit.start <= n.start for h in speech)]
        after = [n for n in here if n.start >= hit.end]
        if draft.kind.slug in ("statement", "casualty_report"):
            return ""
        if draft.antecedent is not None:
            return draft.antecedent.place
        chosen = _finest(after, self._vocabulary) or (
            _finest(here, self._vocabulary) if draft.kind.slug != "visit" or draft.trigger.language == "ru" else ""
        )
        if chosen:
            return chosen
        if draft.kind.slug in TOPIC_KINDS:
            return ""
        for clause in clauses[draft.index + 1 :]:
            if clause.link != "same" or (clause.hits and clause.dates) or clause.connector == "while":
                break
            if found := _finest([n for n in clause.names if n.located], self._vocabulary):
                return found
        if draft.clause.link == "same" and draft.index and draft.kind.slug != "visit":
            return _finest([n for n in clauses[draft.index - 1].names if n.located], self._vocabulary)
        return ""


def _subject_behind(text: str, draft: Draft) -> Actor | None:
    """ "В КНДР летал Медведев", "визит Лаврова": in Russian who acts may stand behind the verb, or right behind the noun."""
    if draft.trigger.language != "ru":
        return None
    noun, end = draft.trigger.part == "noun", draft.hit.end
    behind = [
        n.actor
        for n in draft.clause.names
        if n.actor is not None and n.start >= end and not (noun and any(map(tells, text[end : n.start].split())))
    ]
    return next((a for a in behind if a.kind == "person"), behind[0] if behind else None)


def _finest(names: list[Name], vocabulary: Vocabulary) -> str:
    """The first place, or a finer one inside it that the clause names too ("Pyongyang, North Korea")."""
    places = [n.place for n in names if n.place is not None]
    if not places:
        return ""
    chosen = places[0]
    for place in places[1:]:
        if vocabulary.encloses(chosen.slug, place.slug):
            chosen = place
    return chosen.slug
