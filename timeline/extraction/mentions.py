"""find_mentions: the event mentions of one text, each with its date, actors, place and modality."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles import edtf
from articles.reading.dates import DateExpression
from articles.reading.document import Document, Sentence

from . import modality
from .cast import Cast
from .clauses import Clause, Hit, Name, read_sentence
from .dating import SentenceDates, is_object_of_speech
from .draft import Draft, Memory, actors_of, sides_of
from .figures import find_figures
from .folding import fold
from .mention import Dating, EventMention
from .vocabulary import PARTIES, WORD, Actor, Trigger, Vocabulary

# Languages whose triggers the vocabulary may hold. Texts in others keep their dates only.
LANGUAGES = ("en", "ru")

_BOTH = re.compile(
    r"\b(?:they|them|both|the two (?:countries|leaders|sides|nations|neighbou?rs|men)|the pair|each other|the sides|one another|the countries|стороны|они)\b",
    re.IGNORECASE,
)
_PRONOUN_START = re.compile(
    r"^\W*(?:they|he|she|it|the (?:agency|service|spokes\w+|ministry|officials?|statement|leaders?|two)|this|these|both|он|она|они)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_SAME_SPEAKER = re.compile(
    r"\b(?:the|this|that) (?:same )?(?:service|agency|ministry|spokes\w+|officials?|lawmakers|statement|source|report)\s*$",
    re.IGNORECASE,
)
_HIM = re.compile(r"^\W+(?:him|her)\b", re.IGNORECASE)
_TOPIC_KINDS = frozenset({"troop_deployment", "casualty_report", "arms_transfer"})
_STOP = frozenset(
    [
        "which",
        "their",
        "there",
        "about",
        "after",
        "before",
        "would",
        "could",
        "first",
        "second",
        "other",
        "under",
        "while",
        "where",
        "those",
        "these",
        "being",
        "during",
        "president",
        "leader",
        "minister",
        "north",
        "south",
        "korea",
        "korean",
        "russia",
        "russian",
        "according",
        "including",
        "against",
    ]
)
_SPOKESMAN = re.compile(r"\b(?:spokes\w+|aide|press secretary|adviser|advisor)\b", re.IGNORECASE)

_DATELINE = re.compile(
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ .,'’/-]{2,40}(?:,\s[^()/—–]{3,24}?)?\.?\s*(?:\([^)]{2,30}\)|/[A-ZА-Я ]{2,20}/\.?)\s*[-–—.]?\s*"
)

# Nobody writes a longer sentence: it is a list or a text without full stops.
MAX_SENTENCE = 1500

MAX_DETAIL = 110


def find_mentions(document: Document, vocabulary: Vocabulary) -> list[EventMention]:
    """Every mention of an event between the two countries, in text order.

    A mention needs words that name a kind of event and both sides of the relation in reach; where
    the date is not told it stays undated. Returns [] for languages without triggers.
    """
    if document.language not in LANGUAGES:
        return []
    return _Reader(document, vocabulary).mentions()


class _Reader:
    """Goes through one document sentence by sentence; Memory carries what later sentences point back to."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._text = document.text
        self._vocabulary = vocabulary
        self._cast = Cast(document.text, [(s.start, s.end) for s in document.sentences], vocabulary)
        self._memory = Memory()
        self._starts = [d.start for d in document.dates]

    def mentions(self) -> list[EventMention]:
        found: list[EventMention] = []
        for sentence in self._document.sentences:
            if sentence.end - sentence.start <= MAX_SENTENCE:
                found.extend(self._sentence(sentence))
        return found

    def _dates(self, sentence: Sentence) -> Sequence[DateExpression]:
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return self._document.dates[first:last]

    def _sentence(self, sentence: Sentence) -> list[EventMention]:
        dateline = _DATELINE.match(self._text, sentence.start, sentence.end)
        start = dateline.end() if dateline else sentence.start
        quotes = _quoted(self._text, start, sentence.end)
        dates = [d for d in self._dates(sentence) if d.start >= start and not any(a <= d.start < b for a, b in quotes)]
        clauses = read_sentence(self._text, start, sentence.end, dates, self._vocabulary, self._document.language)
        names = [name for clause in clauses for name in clause.names]
        self._cast.resolve(names)
        for first, last in modality.negated_stretches(self._text[start : sentence.end]):
            for name in names:
                name.negated = name.negated or first <= name.start - start < last
        drafts = self._drafts(clauses)
        kept = fold(self._text, [d for d in drafts if self._related(d, clauses, sentence)], self._vocabulary)
        mentions = [self._mention(draft, sentence, clauses) for draft in kept]
        self._remember(sentence, clauses, names, drafts, kept)
        return mentions

    # -- drafts -------------------------------------------------------------------------------------

    def _drafts(self, clauses: list[Clause]) -> list[Draft]:
        dates = SentenceDates(self._text, clauses, self._memory, self._vocabulary)
        quotes = _quoted(self._text, clauses[0].start, clauses[-1].end) if clauses else []
        drafts = []
        for index, clause in enumerate(clauses):
            for hit in clause.hits:
                if any(a <= hit.start < b for a, b in quotes) or _in_attribution(self._text, clause, hit):
                    continue
                trigger = self._trigger(hit, clause)
                if trigger is None:
                    continue
                draft = Draft(self._vocabulary.kind[trigger.kind], trigger, hit, clause, index)
                self._fill(draft, clauses, dates)
                self._continue_statement(draft, clauses, dates)
                if self._happens(draft):
                    drafts.append(draft)
        return self._casualties(drafts, clauses)

    def _continue_statement(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        """ "They said ...": more of the statement that the sentence before dated."""
        before = self._memory.statement
        if (
            before is None
            or draft.trigger.part != "say"
            or draft.dating is not None
            or draft.index
            or draft.subject is not before.subject
        ):
            return
        if self._memory.statement_is_last and _PRONOUN_START.search(clauses[0].words):
            draft.kind, draft.dating, draft.own_date = before.kind, dates.pointing_back(before), True
            draft.modality, draft.stance, draft.sides = before.modality, "context", set(before.sides)
            draft.antecedent = before

    def _casualties(self, drafts: list[Draft], clauses: list[Clause]) -> list[Draft]:
        """A dated report of losses is one event, a casualty report of that day; its content is not a second one."""
        if not any(t.kind == "casualty_report" for c in clauses for h in c.hits for t in h.triggers):
            return drafts
        figures = find_figures(self._text, clauses[0].start, clauses[-1].end)
        reports = [d for d in drafts if d.trigger.part == "say" and d.own_date]
        if not reports or not any(f.quantity in ("soldiers killed", "soldiers wounded") for f in figures):
            return drafts
        for report in reports:
            report.kind = self._vocabulary.kind["casualty_report"]
        return [d for d in drafts if d in reports or d.kind.slug != "casualty_report"]

    def _trigger(self, hit: Hit, clause: Clause) -> Trigger | None:
        words = {word.lower() for word in WORD.findall(clause.words)}
        fitting = [
            t for t in hit.triggers if t.kind in self._vocabulary.kind and (not t.needs or words.intersection(t.needs))
        ]
        return min(fitting, key=lambda t: (t.weak, not t.needs), default=None)

    def _fill(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        clause, hit = draft.clause, draft.hit
        self._date(draft, clauses, dates)
        self._people(draft, clauses)
        draft.place = self._place(draft, clauses)
        before = self._text[clause.start : hit.start]
        self._speaker(draft, clauses)
        negated = modality.is_negated(_around(self._text, clause, hit))
        if modality.is_called_off(clause.words) and draft.kind.slug in ("visit", "meeting", "summit"):
            draft.modality, draft.called_off = modality.PLANNED, True
        elif negated and not draft.is_speech or modality.is_denial(hit.text) and draft.is_speech:
            draft.modality = modality.DENIED
        elif modality.is_planned(before + hit.text) or (
            modality.is_infinitive(before) and draft.trigger.part == "verb"
        ):
            draft.modality = modality.PLANNED
        elif modality.is_hearsay(clause.words) or self._third_party(draft):
            draft.modality = modality.CLAIMED

    def _date(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        clause, hit = draft.clause, draft.hit
        speech = next(
            (h for h in clause.hits if h is not hit and any(t.part in ("say", "speech") for t in h.triggers)), None
        )
        if not draft.is_speech and speech and is_object_of_speech(self._text, speech, hit):
            draft.antecedent = dates.antecedent(draft.index, hit)
            draft.content = True
            return
        draft.dating = self._until(dates.own(draft.index, hit), before=hit)
        draft.own_date = draft.dating is not None
        if draft.dating is None:
            draft.dating, draft.antecedent = dates.inherited(draft.index, hit)

    def _until(self, dating: Dating | None, before: Hit) -> Dating | None:
        """ "will send more by December": some time from the report to December, not in December."""
        published = self._document.published.day
        if dating is None or published is None or dating.start < before.end:
            return dating
        if not _BY_THEN.search(self._text[max(0, dating.start - 16) : dating.start]):
            return dating
        latest = edtf.bounds(dating.edtf)[1]
        if latest is None or latest <= published or "/" in dating.edtf:
            return dating
        why = f"“by {dating.words}” means some time between the report and then. {dating.explanation}"
        return replace(dating, edtf=f"{published.isoformat()}/{dating.edtf.rstrip('~')}", explanation=why)

    def _people(self, draft: Draft, clauses: list[Clause]) -> None:
        clause, hit = draft.clause, draft.hit
        before = [n for n in clause.names if n.end <= hit.start]
        draft.subject = _subject(self._text, before, hit)
        if draft.subject is None and draft.trigger.part == "say" and not _PRONOUN_START.search(clause.words):
            behind = [n for n in clause.names if n.actor is not None and n.actor.kind in ("media", "body")]
            draft.subject = behind[0].actor if behind else None
        if draft.subject is None and clause.connector == "tail":
            draft.subject = self._speaking(clause, hit)
        inherits = draft.trigger.part != "noun" or clause.link == "same" or clause.connector == "who"
        if draft.subject is None and draft.index > 0 and clause.connector != "tail" and inherits:
            earlier = [n for c in clauses[: draft.index] for n in c.names]
            named = actors_of(earlier)
            persons = [a for a in named if a.kind == "person"] or named
            draft.subject = (persons[-1] if clause.connector == "who" else persons[0]) if persons else None
        if draft.subject is None and _PRONOUN_START.search(clauses[0].words):
            draft.subject = self._memory.subject
        actors = ([draft.subject] if draft.subject else []) + actors_of(clause.names)
        sides = sides_of([n for n in clause.names if not n.negated]) | (
            {draft.subject.country} if draft.subject else set()
        )
        if _BOTH.search(clause.words) or not sides >= PARTIES:
            more = self._antecedents(draft, clauses)
            if _BOTH.search(clause.words) or draft.antecedent is not None:
                actors += more
                sides |= {actor.country for actor in more}
        if _HIM.search(self._text[hit.end : clause.end]) and (other := self._other_person(draft, clauses)):
            actors.append(other)
            sides.add(other.country)
        negated = {n.actor for n in clause.names if n.negated}
        if draft.kind.slug == "visit":
            actors = [a for a in actors if a is draft.subject or a.kind == "person"]
        draft.actors = [a for a in dict.fromkeys(actors) if a not in negated or a is draft.subject]
        draft.sides = sides

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
        if re.search(r"\b(?:countries|nations|sides|neighbou?rs)\b", draft.clause.words):
            return states
        return [a for a in self._memory.actors if a.country in PARTIES]

    def _place(self, draft: Draft, clauses: list[Clause]) -> str:
        hit = draft.hit
        here = [
            n
            for n in draft.clause.names
            if n.place is not None and (n.located or n.place.slug.startswith("russian-embassy"))
        ]
        after = [n for n in here if n.start >= hit.end]
        if draft.kind.slug in ("statement", "casualty_report"):
            return ""
        if draft.antecedent is not None:
            return draft.antecedent.place
        chosen = _finest(after, self._vocabulary) or (
            _finest(here, self._vocabulary) if draft.kind.slug != "visit" else ""
        )
        if chosen:
            return chosen
        if draft.kind.slug in _TOPIC_KINDS:
            return ""
        for clause in clauses[draft.index + 1 :]:
            if clause.link != "same":
                break
            if found := _finest([n for n in clause.names if n.located], self._vocabulary):
                return found
        if draft.clause.link == "same" and draft.index and draft.kind.slug != "visit":
            return _finest([n for n in clauses[draft.index - 1].names if n.located], self._vocabulary)
        return ""

    def _speaker(self, draft: Draft, clauses: list[Clause]) -> None:
        """Who says it: in front ("Seoul said that"), behind (", KCNA reported") or "according to"."""
        sentence = self._text[clauses[0].start : clauses[-1].end]
        if draft.is_speech:
            draft.speaker = draft.subject
            draft.attribution = self._named_speaker(draft.clause, draft.hit, draft.subject)
            return
        named = modality.according_to(sentence)
        speaker = self._actor_in(clauses, named) if named else None
        spoken = _speech_clause(clauses, draft.index)
        if named and not (spoken and speaker is not None and speaker.kind == "media"):
            draft.attribution, draft.speaker = named, speaker
            return
        if spoken is not None:
            clause, hit = spoken
            draft.speaker = self._speaking(clause, hit)
            draft.attribution = self._named_speaker(clause, hit, draft.speaker)

    def _speaking(self, clause: Clause, hit: Hit) -> Actor | None:
        """Who speaks in a clause: "Seoul said", "said Pushilin", "the service said" (the one that spoke before)."""
        before = [n for n in clause.names if n.end <= hit.start]
        if subject := _subject(self._text, before, hit):
            return subject
        if _SAME_SPEAKER.search(self._text[clause.start : hit.start]) or _PRONOUN_START.search(clause.words):
            return self._memory.speaker or self._memory.subject
        behind = [n for n in clause.names if n.actor is not None and n.start >= hit.end]
        return behind[0].actor if behind and behind[0].start - hit.end < 40 else None

    def _named_speaker(self, clause: Clause, hit: Hit, subject: Actor | None) -> str:
        words = self._text[clause.start : hit.start]
        if subject is not None and not _SPOKESMAN.search(words):
            return subject.name
        chunk = re.split(r"[,;—–“”\"]|\bthat\b", words)[-1] if not _SPOKESMAN.search(words) else words.strip(' ,“”"')
        for date in clause.dates:
            chunk = chunk.replace(date.text, " ")
        chunk = re.sub(
            r"^(?:\W|on|in|the|and|but|as|last week|earlier|later)+\b", "", " ".join(chunk.split()), flags=re.IGNORECASE
        )
        return chunk.strip()[:80]

    def _actor_in(self, clauses: list[Clause], words: str) -> Actor | None:
        for clause in clauses:
            for name in clause.names:
                if name.text and name.text in words:
                    found = next((m for m in name.meanings if isinstance(m, Actor)), None)
                    if name.actor or found:
                        return name.actor or found
        return None

    def _third_party(self, draft: Draft) -> bool:
        """Whether somebody outside the two countries is the only one to say it. Media report; they do not claim."""
        speaker = draft.speaker
        if speaker is None:
            return False
        if draft.is_speech and speaker.kind == "media":
            return True
        return speaker.country not in PARTIES and speaker.kind != "media"

    # -- which drafts are mentions --------------------------------------------------------------------

    def _happens(self, draft: Draft) -> bool:
        """Drops what the words only wish, deny in passing or say without a date."""
        slug = draft.kind.slug
        if draft.is_speech:
            return draft.own_date or draft.dating is not None
        if draft.modality == modality.DENIED:
            return False
        if draft.modality == modality.PLANNED and not draft.own_date:
            return slug in _TOPIC_KINDS and bool(find_figures(self._text, draft.clause.start, draft.clause.end))
        if slug == "economic" and draft.subject is not None and draft.subject.kind == "person":
            return False
        if slug == "visit" and draft.content and draft.antecedent is None and not draft.place:
            return False
        if draft.trigger.weak and draft.dating is None:
            return False
        if slug == "casualty_report":
            return any(f.unit == "soldiers" for f in find_figures(self._text, draft.clause.start, draft.clause.end))
        return True

    def _related(self, draft: Draft, clauses: list[Clause], sentence: Sentence) -> bool:
        """Whether both countries take part, told by the clause, its sentence or what it carries on."""
        told = [n for c in clauses for n in c.names if not n.negated or draft.is_speech]
        sides = sides_of(told) | draft.sides
        slug = draft.kind.slug
        if draft.antecedent is not None and (draft.antecedent.sides | sides) >= PARTIES:
            draft.sides = sides | draft.antecedent.sides
            return True
        if slug == "treaty" and sides >= PARTIES:
            draft.sides = sides
            return True
        if slug in ("meeting", "summit", "treaty"):
            near = draft.sides | {n.side for n in _same_time(draft, clauses)}
            draft.sides = near
            return near >= PARTIES
        if slug == "visit":
            return self._visit_related(draft)
        if sides >= PARTIES:
            draft.sides = sides
            return True
        if sides_of([n for c in clauses for n in c.names]) >= PARTIES and slug == "parade":
            draft.stance = "context"
            return True
        return self._carried(draft, sides, sentence)

    def _visit_related(self, draft: Draft) -> bool:
        """A visit joins the two when somebody of one goes to the other, or meets somebody of it."""
        if draft.subject is None or draft.subject.country not in PARTIES or draft.subject.kind == "state":
            return False
        place = self._vocabulary.place.get(draft.place)
        other = next(iter(PARTIES - {draft.subject.country}))
        if place is not None and place.country != other:
            return False
        draft.sides = {draft.subject.country, place.country} if place else draft.sides
        return draft.sides >= PARTIES

    def _carried(self, draft: Draft, sides: set[str], sentence: Sentence) -> bool:
        """One side is named, the other is what the story was on: troops in Kursk, a statement on the same matter."""
        if not sides & PARTIES or not (sides | self._memory.sides) >= PARTIES:
            return False
        if sentence.paragraph - self._memory.paragraph > 1:
            return False
        words = _content_words(self._text[sentence.start : sentence.end])
        coheres = bool(words & self._memory.words) or bool(
            _PRONOUN_START.search(self._text[sentence.start : sentence.end])
        )
        if draft.kind.slug in _TOPIC_KINDS or (draft.is_speech and draft.own_date):
            draft.sides = sides | self._memory.sides
            return coheres
        return False

    # -- the finished mention -------------------------------------------------------------------------

    def _mention(self, draft: Draft, sentence: Sentence, clauses: list[Clause]) -> EventMention:
        figures = find_figures(self._text, sentence.start, sentence.end)
        kind = draft.kind.slug
        why = f"“{draft.hit.text}” points to the kind “{self._vocabulary.kind[kind].label}”"
        return EventMention(
            start=sentence.start,
            end=sentence.end,
            kind=kind,
            dating=draft.dating,
            actors=tuple(a.slug for a in draft.actors),
            sides=tuple(sorted(draft.sides & PARTIES)),
            place=draft.place,
            modality=draft.modality,
            attribution=draft.attribution,
            speaker=draft.speaker.slug if draft.speaker else "",
            stance=draft.stance,
            verb=draft.trigger.present,
            detail=self._detail(draft, clauses),
            clause=self._without_dates(draft.clause.start, self._clause_end(draft, clauses), clauses),
            why=why,
            called_off=draft.called_off,
            figures=tuple(figures),
        )

    def _detail(self, draft: Draft, clauses: list[Clause]) -> str:
        """The words of the text behind the verb (for a report, its content), without the date words."""
        start, end = draft.hit.end, draft.clause.end
        if draft.trigger.part == "say":
            following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
            if draft.clause.connector == "tail" or (following is None and draft.index):
                start, end = clauses[0].start, draft.clause.start
            elif following is not None:
                start, end = following.start, clauses[-1].end
        for following in clauses[draft.index + 1 :]:
            # "confirmed that ...", "an agreement that ...": the words alone would say too little.
            content = draft.trigger.part == "speech" and following.link == "content"
            bare = (
                draft.kind.slug == "treaty"
                and following.words.startswith("that ")
                and len(self._without_dates(start, end, clauses).split()) <= 2
            )
            if not (content or bare):
                break
            end = following.end
        return self._without_dates(start, end, clauses)

    def _clause_end(self, draft: Draft, clauses: list[Clause]) -> int:
        """The end of the clause with the "that ..." which explains its last noun."""
        following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
        return following.end if following is not None and following.words.startswith("that ") else draft.clause.end

    def _without_dates(self, start: int, end: int, clauses: list[Clause]) -> str:
        cuts = sorted((d.start, d.end) for c in clauses for d in c.dates if start <= d.start < end)
        words, position = "", start
        for first, last in cuts:
            words += self._text[position:first]
            words = (
                re.sub(r"\b(?:on|in|at|of|by|the)\s*$", "", words) if not words.rstrip().endswith("of the") else words
            )
            position = max(position, last)
        return _shortened(words + self._text[position:end])

    def _remember(
        self, sentence: Sentence, clauses: list[Clause], names: list[Name], drafts: list[Draft], kept: list[Draft]
    ) -> None:
        memory = self._memory
        if sentence.paragraph - memory.paragraph > 1:
            memory.sides = set()
        for draft in drafts:
            if (
                not draft.is_speech
                and draft.modality in (modality.ASSERTED, modality.CLAIMED)
                and draft.antecedent is None
                and (draft.own_date or draft.kind.slug not in memory.last)
            ):
                memory.last[draft.kind.slug] = draft
        statements = [d for d in drafts if d.is_speech and d.own_date]
        memory.statement_is_last = bool(statements)
        speakers = [d.subject for d in drafts if d.is_speech and d.subject is not None and d.subject.kind != "media"]
        speakers += [d.speaker for d in drafts if d.speaker is not None and d.speaker.kind != "media"]
        memory.speaker = speakers[0] if speakers else memory.speaker
        memory.statement = statements[-1] if statements else memory.statement
        sides = sides_of(names) & PARTIES
        actors = [a for a in actors_of(names) if a.kind != "media"]
        if sides >= PARTIES:
            memory.sides, memory.paragraph = set(PARTIES), sentence.paragraph
            memory.words = _content_words(self._text[sentence.start : sentence.end])
        elif kept:
            memory.paragraph = sentence.paragraph
            memory.words |= _content_words(self._text[sentence.start : sentence.end])
        if {a.country for a in actors} >= PARTIES:
            memory.actors = actors
        if actors:
            memory.subject = actors[0]


def _subject(text: str, before: list[Name], hit: Hit) -> Actor | None:
    """The actor that the verb belongs to: the last one before it, or the one that an apposition explains."""
    actors = [n for n in before if n.actor is not None]
    if not actors:
        return None
    first = actors[0]
    if re.match(r",\s[^,]{3,80},\s", text[first.end : hit.start]) or _PREPOSITION.search(
        text[: actors[-1].start][-30:]
    ):
        return first.actor
    return (
        actors[-1].actor
        if len(actors) == 1 or not re.search(r"\band\s+(?:the\s+)?$", text[: actors[-1].start][-12:])
        else actors[-2].actor
    )


_PREPOSITION = re.compile(
    r"\b(?:of|to|with|by|for|from|against|over|in|at)\s+(?:the\s+|his\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


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


def _speech_clause(clauses: list[Clause], index: int) -> tuple[Clause, Hit] | None:
    """The clause whose reporting verb governs clauses[index]."""
    for position in range(index, -1, -1):
        if clauses[position].link == "content" and position:
            for hit in clauses[position - 1].hits:
                if any(t.part in ("say", "speech") for t in hit.triggers):
                    return clauses[position - 1], hit
    for clause in clauses[index + 1 :]:
        if clause.connector == "tail":
            for hit in clause.hits:
                if any(t.part == "say" for t in hit.triggers):
                    return clause, hit
    return None


def _same_time(draft: Draft, clauses: list[Clause]) -> list[Name]:
    names = list(draft.clause.names)
    for position in range(draft.index + 1, len(clauses)):
        if clauses[position].link != "same":
            break
        names += clauses[position].names
    if draft.clause.link == "same" and draft.index:
        names += clauses[draft.index - 1].names
    return names


def _in_attribution(text: str, clause: Clause, hit: Hit) -> bool:
    """ "according to a readout of the meeting": says who tells it, not what happened."""
    return bool(re.search(r"\baccording to\b[^,.;]*$", text[clause.start : hit.start], re.IGNORECASE))


def _around(text: str, clause: Clause, hit: Hit) -> str:
    """The clause up to the trigger and a little behind it: a "not" far behind belongs to something else."""
    stop = min(clause.end, hit.end + 25)
    return text[clause.start : stop] if stop == clause.end else text[clause.start : stop].rsplit(None, 1)[0]


_QUOTATION = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"|«[^»]*(?:»|$)")

# Shorter quotations are single words or names ("friendly nations"), not speech.
MIN_SPEECH = 50


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of quotations long enough to be speech."""
    spans = [m.span() for m in _QUOTATION.finditer(text[start:end]) if len(m.group()) > MIN_SPEECH]
    return [(start + a, start + b) for a, b in spans]


def _content_words(words: str) -> set[str]:
    return {w.lower()[:7] for w in WORD.findall(words) if len(w) > 4 and w.lower() not in _STOP}


def _shortened(words: str) -> str:
    words = re.sub(r"\s+([,.;:])", r"\1", " ".join(words.split())).strip(" ,;:.—–-")
    words = re.sub(r"^(?:that|which|who)\s+", "", words)
    if len(words) <= MAX_DETAIL:
        return words
    cut = words[:MAX_DETAIL]
    stop = max(cut.rfind(", "), cut.rfind(" – "), cut.rfind(" — "))
    return (cut[:stop] if stop > 40 else cut[: cut.rfind(" ")] + " …").strip(" ,;")
