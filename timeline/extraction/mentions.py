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
from .clauses import Clause, Hit, Name, Scan, countries_in, read_sentence, scan
from .dating import SentenceDates, is_object_of_speech
from .draft import Draft, Memory, actors_of, sides_of
from .figures import Figure, find_figures
from .folding import fold
from .mention import Dating, EventMention
from .relation import TOPIC_KINDS, Relation, content_words, is_on_topic
from .shelves import shelve
from .speakers import PRONOUN_START, Speakers, subject_of
from .vocabulary import PARTIES, WORD, Actor, Trigger, Vocabulary
from .wording import clause_end, detail_of, without_dates

# Languages whose triggers the vocabulary may hold. Texts in others keep their dates only.
LANGUAGES = ("en", "ru")

_BOTH = re.compile(
    r"\b(?:they|them|both|the two(?= (?:met|meet|talked|spoke|sat|held|signed|shook|were|had|have|then|also)\b)|the two (?:countries|leaders|sides|nations|neighbou?rs|men)|the pair|each other|the sides|one another|the countries|стороны|они)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_BY = re.compile(r"^\s+(?:by|of)\s+(?:[\w.’'-]+\s+){0,5}$")
_HIM = re.compile(r"^\W+(?:him|her)\b", re.IGNORECASE)

_DATELINE = re.compile(
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ .,'’/-]{2,40}(?:,\s[^()/—–]{3,24}?)?\.?\s*(?:\([^)]{2,30}\)|/[A-ZА-Я ]{2,20}/\.?)\s*[-–—.]?\s*"
)

# Two teams that "met" hold no talks: a text with so many different words of a match tells of one.
_SPORT = re.compile(
    r"\b(?:match|goals?|half-time|penalty|striker|midfielder|goalkeeper|kick-off|coach|tournament|league|world cup|"
    r"semi-?final|quarter-?final|qualifiers?|substitute|referee|offside|equaliser|equalizer|scored|fifa|stadium)\b"
)
WORDS_OF_SPORT = 4

# Nobody writes a longer sentence: it is a list or a text without full stops.
MAX_SENTENCE = 1500


def find_mentions(document: Document, vocabulary: Vocabulary) -> list[EventMention]:
    """Every mention of an event between the two countries, in text order.

    A mention needs words that name a kind of event and both sides of the relation in reach; where
    the date is not told it stays undated. Returns [] for languages without triggers.
    """
    if document.language not in LANGUAGES or len(set(_SPORT.findall(document.text.lower()))) >= WORDS_OF_SPORT:
        return []
    published = document.published.day
    mentions = _Reader(document, vocabulary).mentions()
    return shelve(mentions, published.isoformat() if published else "", vocabulary)


class _Reader:
    """Goes through one document sentence by sentence; Memory carries what later sentences point back to."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._text = document.text
        self._vocabulary = vocabulary
        self._scans = [
            scan(document.text, s.start, s.end, vocabulary, document.language)
            for s in document.sentences
            if s.end - s.start <= MAX_SENTENCE
        ]
        published = document.published.day
        self._cast = Cast(document.text, self._scans, published.year if published else None)
        self._memory = Memory()
        self._speakers = Speakers(document.text, self._memory)
        self._on_topic = self._is_on_topic()
        self._relation = Relation(document.text, self._memory, vocabulary, on_topic=self._on_topic)
        self._starts = [d.start for d in document.dates]

    def _is_on_topic(self) -> bool:
        title = scan(self._document.title, 0, len(self._document.title), self._vocabulary, self._document.language)
        return is_on_topic([countries_in(found) for found in self._scans], countries_in(title))

    def mentions(self) -> list[EventMention]:
        short = [s for s in self._document.sentences if s.end - s.start <= MAX_SENTENCE]
        return [m for sentence, found in zip(short, self._scans, strict=True) for m in self._sentence(sentence, found)]

    def _dates(self, sentence: Sentence) -> Sequence[DateExpression]:
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return self._document.dates[first:last]

    def _sentence(self, sentence: Sentence, scan: Scan) -> list[EventMention]:
        dateline = _DATELINE.match(self._text, sentence.start, sentence.end)
        start = dateline.end() if dateline else sentence.start
        quotes = _quoted(self._text, start, sentence.end)
        dates = [d for d in self._dates(sentence) if d.start >= start and not any(a <= d.start < b for a, b in quotes)]
        clauses = read_sentence(self._text, start, sentence.end, dates, scan)
        names = [name for clause in clauses for name in clause.names]
        self._cast.resolve(names)
        for first, last in modality.negated_stretches(self._text[start : sentence.end]):
            for name in names:
                name.negated = name.negated or first <= name.start - start < last
        drafts = self._drafts(clauses)
        kept = fold(self._text, [d for d in drafts if self._relation.related(d, clauses, sentence)], self._vocabulary)
        figures = tuple(find_figures(self._text, sentence.start, sentence.end)) if kept else ()
        mentions = [self._mention(draft, sentence, clauses, figures) for draft in kept]
        self._remember(sentence, clauses, names, drafts, kept)
        return mentions

    # -- drafts -------------------------------------------------------------------------------------

    def _drafts(self, clauses: list[Clause]) -> list[Draft]:
        dates = SentenceDates(
            self._text,
            clauses,
            self._memory,
            self._vocabulary,
            heading=self._heading_of(clauses[0].start) if clauses else None,
            published=self._document.published.day,
        )
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
                if self._relation.happens(draft):
                    drafts.append(draft)
        return self._casualties(drafts, clauses)

    def _heading_of(self, start: int) -> DateExpression | None:
        before = [h for h in self._document.headings if h.end <= start]
        return before[-1] if before else None

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
        if self._memory.statement_is_last and PRONOUN_START.search(clauses[0].words):
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
        needy = any(t.needs for t in hit.triggers)
        words = {word.lower() for word in WORD.findall(clause.words)} if needy else set()
        fitting = [
            t for t in hit.triggers if t.kind in self._vocabulary.kind and (not t.needs or words.intersection(t.needs))
        ]
        return min(fitting, key=lambda t: (t.weak, not t.needs), default=None)

    def _fill(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        clause, hit = draft.clause, draft.hit
        self._date(draft, clauses, dates)
        self._people(draft, clauses)
        self._of_their_time(draft)
        draft.place = self._place(draft, clauses)
        if draft.kind.slug == "visit" and PRONOUN_START.search(clauses[0].words):
            self._visitor(draft)
        before = self._text[clause.start : hit.start]
        self._speakers.fill(draft, clauses)
        negated = modality.is_negated(_around(self._text, clause, hit))
        if modality.is_called_off(clause.words) and draft.kind.slug in ("visit", "meeting", "summit"):
            draft.modality, draft.called_off = modality.PLANNED, True
        elif negated and not draft.is_speech or modality.is_denial(hit.text) and draft.is_speech:
            draft.modality = modality.DENIED
        elif modality.is_planned(before + hit.text) or (
            modality.is_infinitive(before) and draft.trigger.part == "verb"
        ):
            draft.modality = modality.PLANNED
        elif modality.is_hearsay(clause.words) or self._speakers.is_third_party(draft):
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
        if draft.dating is None and draft.antecedent is None:
            draft.dating = dates.under_heading(draft.index, hit)
            draft.own_date = draft.dating is not None

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
        draft.subject = subject_of(self._text, before, hit)
        if draft.subject is None and draft.trigger.part == "say" and not PRONOUN_START.search(clause.words):
            behind = [n for n in clause.names if n.actor is not None and n.actor.kind in ("media", "body")]
            draft.subject = behind[0].actor if behind else None
        if draft.subject is None and clause.connector == "tail":
            draft.subject = self._speakers.of_clause(clause, hit)
        inherits = draft.trigger.part != "noun" or clause.link == "same" or clause.connector == "who"
        if draft.subject is None and draft.index > 0 and clause.connector != "tail" and inherits:
            earlier = [n for c in clauses[: draft.index] for n in c.names]
            named = actors_of(earlier)
            persons = [a for a in named if a.kind == "person"] or named
            draft.subject = (persons[-1] if clause.connector == "who" else persons[0]) if persons else None
        if draft.subject is None and draft.kind.slug == "visit" and draft.trigger.part == "noun":
            by = [n for n in clause.names if n.start >= hit.end and _BY.search(self._text[hit.end : n.start])]
            draft.subject = next((n.actor for n in by if n.actor is not None), None)
        if draft.subject is None and PRONOUN_START.search(clauses[0].words):
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

    def _of_their_time(self, draft: Draft) -> None:
        """In 1949 "Kim" is not the Kim of today, unless the text speaks of him by a name of his own."""
        earliest = edtf.bounds(draft.dating.edtf)[0] if draft.dating else None
        if earliest is None:
            return
        for actor in draft.actors:
            if actor.serves_in(earliest.year) or actor.slug in self._cast.named:
                continue
            holder = self._vocabulary.holder(actor, earliest.year)
            if holder is not None:
                draft.actors = list(dict.fromkeys(holder if a is actor else a for a in draft.actors))
                draft.subject = holder if draft.subject is actor else draft.subject

    def _visitor(self, draft: Draft) -> None:
        """ "The guest toured ...": whoever was named last of the country that the place does not lie in."""
        place = self._vocabulary.place.get(draft.place)
        if place is None or draft.subject is None or draft.subject.country != place.country:
            return
        others = [a for a in self._memory.persons.values() if a.country in PARTIES - {place.country}]
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
        if re.search(r"\b(?:countries|nations|sides|neighbou?rs)\b", draft.clause.words):
            return states if self._on_topic or self._memory.sides >= PARTIES else []
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
        if draft.kind.slug in TOPIC_KINDS:
            return ""
        for clause in clauses[draft.index + 1 :]:
            if clause.link != "same" or (clause.hits and clause.dates):
                break
            if found := _finest([n for n in clause.names if n.located], self._vocabulary):
                return found
        if draft.clause.link == "same" and draft.index and draft.kind.slug != "visit":
            return _finest([n for n in clauses[draft.index - 1].names if n.located], self._vocabulary)
        return ""

    # -- the finished mention -------------------------------------------------------------------------

    def _mention(
        self, draft: Draft, sentence: Sentence, clauses: list[Clause], figures: tuple[Figure, ...]
    ) -> EventMention:
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
            detail=detail_of(self._text, draft, clauses),
            clause=without_dates(self._text, draft.clause.start, clause_end(draft, clauses), clauses),
            why=why,
            called_off=draft.called_off,
            figures=figures,
        )

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
            memory.words = content_words(self._text[sentence.start : sentence.end])
        elif kept:
            memory.paragraph = sentence.paragraph
            memory.words |= content_words(self._text[sentence.start : sentence.end])
        if {a.country for a in actors} >= PARTIES:
            memory.actors = actors
        if actors:
            memory.subject = actors[0]
        memory.persons.update({a.country: a for a in actors if a.kind == "person"})


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
