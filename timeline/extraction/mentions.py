"""find_mentions: the event mentions of one text, each with its date, actors, place and modality."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles import edtf
from articles.reading.datelines import dateline_at
from articles.reading.dates import DateExpression
from articles.reading.dates.calendar import anniversaries
from articles.reading.document import Document, Sentence

from . import modality
from .another import Another
from .antecedents import pointing_back
from .cast import Cast
from .clauses import Clause, Hit, Name, read_sentence
from .dating import SentenceDates, is_object_of_speech
from .draft import Draft, Memory, actors_of, sides_of
from .figures import Figure, belongs, counts_soldiers, find_figures
from .firmness import Firmness
from .folding import fold
from .framing import in_attribution, quoted
from .happening import PARTY, Happening
from .likely_kind import LikelyKind
from .mention import Dating, EventMention
from .newcomers import with_newcomers
from .opening import as_news, is_news, openings
from .participants import Participants
from .relation import Relation
from .reported import as_reported, reported_on, without_reports
from .scanning import Scan, countries_in, scan
from .shelves import shelve
from .speakers import OPENS_WITH_HIS, PRONOUN_START, Speakers, opens_with_pronoun
from .topic import content_words, is_on_topic
from .triggering import Triggering
from .unnamed import PLAIN, Unnamed
from .vocabulary import PARTIES, WORD, Vocabulary
from .wording import detail_of, told_of

# Languages whose triggers the vocabulary may hold. Texts in others keep their dates only.
LANGUAGES = ("en", "ru")

_BY_THEN = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)

# Two teams that "met" hold no talks: a text with so many different words of a match tells of one.
_SPORT = re.compile(
    r"\b(?:match|goals?|half-time|penalty|striker|midfielder|goalkeeper|kick-off|coach|tournament|league|world cup|"
    r"semi-?final|quarter-?final|qualifiers?|substitute|referee|offside|equaliser|equalizer|scored|fifa|stadium)\b"
)
WORDS_OF_SPORT = 4

# Somebody else whom "he" may stand for: "a student", "the guard".
_SOMEBODY = re.compile(
    r"\b(?i:an?|the|another|one|young|old)\s(?:[\w’'-]{1,20}\s){0,3}(?:man|woman|boy|girl|student|soldier|sergeant|officer|tourist|cook|guard|worker|diplomat|official|"
    r"spokes\w{3,6}|driver|journalist|reporter|interpreter|aide|captain|sailor|pilot|farmer|child|son|daughter|wife|brother|sister|father|mother|professor|analyst|expert|"
    r"engineer|teacher|singer|guide|priest|doctor|prisoner|defector|lawmaker|researcher|traveller|traveler|visitor|citizen)\b|,\s(?:said|says)\s[A-Z]"
)

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
        self._sentences = [s for s in document.sentences if s.end - s.start <= MAX_SENTENCE]
        scans = [scan(document.text, s.start, s.end, vocabulary, document.language) for s in self._sentences]
        self._scans = with_newcomers(document.text, self._sentences, scans)
        published = document.published.day
        self._cast = Cast(document.text, self._scans, published.year if published else None)
        self._memory = Memory()
        self._openings = openings(document, self._sentences)
        self._news: Dating | None = None  # when the news happened that the sentence being read tells, if it does
        self._news_told = False  # whether the sentence before told some
        self._speakers = Speakers(document.text, self._memory)
        self._firmness = Firmness(document.text, document.published.day, self._memory, self._speakers)
        self._on_topic = self._is_on_topic()
        self._happening = Happening(document.text)
        self._relation = Relation(document.text, self._memory, vocabulary, on_topic=self._on_topic)
        self._participants = Participants(
            document.text, vocabulary, self._memory, self._speakers, on_topic=self._on_topic
        )
        self._triggering = Triggering(document.text, self._memory, vocabulary)
        self._another = Another(document.text)
        self._unnamed = Unnamed(document.text, self._memory, self._relation)
        self._likely_kind = LikelyKind(document.text, vocabulary, self._memory)
        self._starts = [d.start for d in document.dates]

    def _is_on_topic(self) -> bool:
        title = scan(self._document.title, 0, len(self._document.title), self._vocabulary, self._document.language)
        return is_on_topic([countries_in(found) for found in self._scans], countries_in(title))

    def mentions(self) -> list[EventMention]:
        pairs = zip(self._sentences, self._scans, strict=True)
        return [mention for sentence, found in pairs for mention in self._sentence(sentence, found)]

    def _dates(self, sentence: Sentence) -> Sequence[DateExpression]:
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return self._document.dates[first:last]

    def _sentence(self, sentence: Sentence, scan: Scan) -> list[EventMention]:
        if sentence.paragraph != self._memory.claim_paragraph:
            self._memory.claim = None
        start = self._behind_dateline(sentence)
        quotes = quoted(self._text, start, sentence.end)
        dates = [d for d in self._dates(sentence) if d.start >= start and not any(a <= d.start < b for a, b in quotes)]
        clauses = read_sentence(self._text, start, sentence.end, dates, scan)
        names = [name for clause in clauses for name in clause.names]
        self._cast.resolve(names)
        self._leave_out_occasions(clauses, start, sentence.end)
        for first, last in modality.negated_stretches(self._text[start : sentence.end]):
            for name in names:
                name.negated = name.negated or first <= name.start - start < last
        told_when = self._sentence_dates(clauses)
        self._news = self._tells_news(sentence, start, clauses)
        told = self._drafts(clauses, told_when)
        drafts = without_reports(told)
        kept = fold(self._text, [d for d in drafts if self._relation.related(d, clauses, sentence)], self._vocabulary)
        if self._on_topic or sides_of(names) >= PARTIES:
            reports = [d for d in told if d not in drafts]
            again = self._more_of_told(clauses, kept, told_when)
            # "The first round took place in Moscow": more than that something took place.
            kept = [*(d for d in kept if d.kind.slug != "other" or all(d.index != a.index for a in again)), *again]
            more = self._without_trigger(clauses, [*kept, *reports], told_when)
            drafts, kept = [*drafts, *more], sorted([*kept, *more], key=lambda d: d.hit.start)
        figures = tuple(find_figures(self._text, sentence.start, sentence.end)) if kept else ()
        mentions = [self._mention(draft, sentence, clauses, figures) for draft in kept]
        self._news_told = any(m.dating is not None and m.dating.basis == "inferred" for m in mentions)
        self._remember(sentence, clauses, names, drafts, kept)
        return mentions

    def _leave_out_occasions(self, clauses: list[Clause], start: int, end: int) -> None:
        """ "The anniversary of the liberation from Japan": Japan has no part in what is told."""
        occasions = [(start + a.start, start + a.end) for a in anniversaries(self._text[start:end])]
        for clause in clauses if occasions else ():
            clause.names = [
                n
                for n in clause.names
                if not n.side or n.side in PARTIES or not any(a <= n.start < b for a, b in occasions)
            ]

    # -- drafts -------------------------------------------------------------------------------------

    def _sentence_dates(self, clauses: list[Clause]) -> SentenceDates:
        return SentenceDates(
            self._text,
            clauses,
            self._memory,
            self._vocabulary,
            heading=self._heading_of(clauses[0].start) if clauses else None,
            published=self._document.published.day,
        )

    def _without_trigger(self, clauses: list[Clause], kept: list[Draft], dates: SentenceDates) -> list[Draft]:
        """What is told on dates that date nothing else, in words that are none of the vocabulary's."""
        used = {d.dating.start for d in kept if d.dating is not None}
        found = []
        for index, hit in self._unnamed.hits(clauses, used):
            draft = Draft(self._vocabulary.kind["other"], hit.triggers[0], hit, clauses[index], index)
            self._fill(draft, clauses, dates)
            draft.kind = self._likely_kind.of(draft)
            happens = draft.modality != modality.DENIED and not draft.called_off
            dated = draft.own_date and draft.dating is not None and draft.dating.start not in used
            if happens and dated and self._unnamed.knows_who(draft, clauses, told_of(self._text, draft, clauses)):
                found.append(draft)
        return found

    def _more_of_told(self, clauses: list[Clause], kept: list[Draft], dates: SentenceDates) -> list[Draft]:
        """ "The first was held in Moscow last November": one more of what was told, on a date that dates nothing else."""
        used = {d.dating.start for d in kept if d.dating is not None and d.kind.slug != "other"}
        found = []
        for index, hit, like in self._another.hits(clauses, [*self._memory.last.values(), *kept]):
            draft = Draft(like.kind, like.trigger, hit, clauses[index], index)
            self._fill(draft, clauses, dates)
            if not draft.own_date or draft.dating is None or draft.dating.start in used:
                continue
            guest = like.kind.slug == "visit"
            if guest and not (like.subject and PARTY.search(f"{like.subject.name} {draft.clause.words}")):
                continue  # a second party of guests came; an airline visits nobody
            draft.subject, draft.actors = (like.subject, list(like.actors)) if guest else (None, [])
            draft.sides, draft.place = set(PARTIES), draft.place or (like.place if guest else "")
            if draft.modality != modality.DENIED and not draft.called_off:
                found.append(draft)
        return found

    def _drafts(self, clauses: list[Clause], dates: SentenceDates) -> list[Draft]:
        quotes = quoted(self._text, clauses[0].start, clauses[-1].end) if clauses else []
        drafts = []
        for index, clause in enumerate(clauses):
            for hit in clause.hits:
                if any(a <= hit.start < b for a, b in quotes) or in_attribution(self._text, clause, hit):
                    continue
                # "Putin's plane landed" is no business but a visit: where that was the likeliest kind, the next one is tried.
                for trigger in self._triggering.fitting(hit, clause, clauses[0].start):
                    draft = Draft(self._vocabulary.kind[trigger.kind], trigger, hit, clause, index)
                    self._fill(draft, clauses, dates)
                    self._continue_statement(draft, clauses, dates)
                    happens = self._happening.happens(draft)
                    drafts += [draft, *self._again(draft, dates)] if happens else []
                    if happens or draft.kind.slug not in ("economic", "visit", "casualty_report"):
                        break
        return self._casualties(drafts, clauses)

    def _again(self, draft: Draft, dates: SentenceDates) -> list[Draft]:
        """ "was tried in May and again in August": the same once more, on each further date."""
        if draft.dating is None or not draft.own_date or draft.is_speech:
            return []
        return [
            replace(draft, dating=told, place=draft.place if same_place else "")
            for told, same_place in dates.again(draft.index, draft.dating)
        ]

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
            draft.kind, draft.dating, draft.own_date = before.kind, pointing_back(before), True
            draft.modality, draft.stance, draft.sides = before.modality, "context", set(before.sides)
            draft.antecedent = before

    def _casualties(self, drafts: list[Draft], clauses: list[Clause]) -> list[Draft]:
        """A dated report of losses is one event, a casualty report of that day; its content is not a second one."""
        if not any(t.kind == "casualty_report" for c in clauses for h in c.hits for t in h.triggers):
            return drafts
        reports = [d for d in drafts if d.trigger.part == "say" and d.own_date]
        if not reports or not counts_soldiers(self._text, clauses[0].start, clauses[-1].end):
            return drafts
        for report in reports:
            report.kind = self._vocabulary.kind["casualty_report"]
        told = {report.dating.edtf for report in reports if report.dating}
        return [
            d
            for d in drafts
            if d in reports or d.kind.slug != "casualty_report" or d.own_date and d.dating and d.dating.edtf not in told
        ]

    def _fill(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        self._date(draft, clauses, dates)
        self._participants.people(draft, clauses)
        self._participants.of_their_time(draft)
        draft.place = self._participants.place(draft, clauses)
        if draft.kind.slug == "visit" and (
            PRONOUN_START.search(clauses[0].words) or self._participants.has_pronoun(draft)
        ):
            self._participants.visitor(draft, clauses)
        self._speakers.fill(draft, clauses)
        if draft.kind.slug == "meeting" and self._happening.is_homecoming(draft):
            draft.kind = self._vocabulary.kind["other"]
        self._firmness.decide(draft, clauses)

    def _date(self, draft: Draft, clauses: list[Clause], dates: SentenceDates) -> None:
        clause, hit = draft.clause, draft.hit
        speeches = [
            h for h in clause.hits if h.end <= hit.start and any(t.part in ("say", "speech") for t in h.triggers)
        ]
        if not draft.is_speech and speeches and is_object_of_speech(self._text, speeches[-1], hit):
            draft.antecedent = dates.antecedents.of(draft.index, hit)
            draft.content = True
            return
        draft.dating = self._until(dates.own(draft.index, hit), before=hit)
        draft.own_date = draft.dating is not None
        if draft.dating is None:
            draft.dating, draft.antecedent = dates.inherited(draft.index, hit)
        if draft.dating is None and draft.antecedent is None:
            draft.dating = dates.under_heading(draft.index, hit)
            draft.own_date = draft.dating is not None
        if (
            draft.dating is None
            and draft.antecedent is None
            and self._news
            and is_news(draft, reported=self._news.start >= 0)
        ):
            draft.dating = self._news

    def _tells_news(self, sentence: Sentence, start: int, clauses: Sequence[Clause]) -> Dating | None:
        """About when that happened which the sentence tells as news and for which it names no time itself."""
        times = (d for d in self._dates(sentence) if d.start >= start and d.timex_type in ("DATE", "TIME"))
        named = [d for d in times if d.timex_value != "PRESENT_REF"]
        reported = reported_on(self._text, clauses)
        if reported is not None and named == [reported]:
            return as_reported(reported)
        day, number = self._openings.get(sentence.start, (None, 0))
        words = self._text[sentence.start : sentence.end]
        if day is None or named or (number and not self._news_told and PRONOUN_START.search(words)):
            return None
        return as_news(day)

    def _behind_dateline(self, sentence: Sentence) -> int:
        dateline = dateline_at(self._text, sentence.start, sentence.end)
        return dateline.end if dateline else sentence.start

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

    # -- the finished mention -------------------------------------------------------------------------

    def _mention(
        self, draft: Draft, sentence: Sentence, clauses: list[Clause], figures: tuple[Figure, ...]
    ) -> EventMention:
        kind = draft.kind.slug
        why = self._why(draft)
        return EventMention(
            start=sentence.start,
            end=sentence.end,
            kind=kind,
            dating=draft.dating,
            actors=tuple(a.slug for a in draft.actors if a.slug),
            visitor=draft.subject.name if kind == "visit" and draft.subject and not draft.subject.slug else "",
            sides=tuple(sorted(draft.sides & PARTIES)),
            place=draft.place,
            modality=draft.modality,
            attribution=draft.attribution,
            speaker=draft.speaker.slug if draft.speaker else "",
            stance=draft.stance,
            verb=draft.trigger.present,
            detail=detail_of(self._text, draft, clauses),
            clause=told_of(self._text, draft, clauses),
            why=why,
            called_off=draft.called_off,
            figures=tuple(f for f in figures if belongs(f, kind)),
        )

    def _why(self, draft: Draft) -> str:
        label = self._vocabulary.kind[draft.kind.slug].label
        if draft.trigger is PLAIN:
            return f"no word of the vocabulary names it; it is told with a date of its own, and who and what it speaks of point to the kind “{label}”"
        return f"“{draft.hit.text}” points to the kind “{label}”"

    def _remember(
        self, sentence: Sentence, clauses: list[Clause], names: list[Name], drafts: list[Draft], kept: list[Draft]
    ) -> None:
        memory = self._memory
        if sentence.paragraph - memory.paragraph > 1:
            memory.sides = set()
        # Where nothing happened the whole sentence may be what "it" stands for: "The bridge is long. It opens in June."
        telling = [d.clause.words for d in drafts] or [self._text[sentence.start : sentence.end]]
        told = {w.lower() for words in telling for w in WORD.findall(words)}
        same = sentence.paragraph == memory.told_paragraph
        memory.told, memory.last_told = told, memory.told if same else set()
        memory.told_paragraph = sentence.paragraph
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
        claims = [d for d in drafts if d.modality == modality.CLAIMED and d.attribution]
        if claims:
            memory.claim, memory.claim_paragraph = claims[-1], sentence.paragraph
        elif sentence.paragraph != memory.claim_paragraph or any(d.is_speech for d in drafts):
            memory.claim = None
        speakers = [d.subject for d in drafts if d.is_speech and d.subject is not None and d.subject.kind != "media"]
        speakers += [d.speaker for d in drafts if d.speaker is not None and d.speaker.kind != "media"]
        memory.speaker = speakers[0] if speakers else memory.speaker
        memory.statement = statements[-1] if statements else memory.statement
        words = self._text[sentence.start : sentence.end]
        sides = sides_of(names) & PARTIES
        actors = [a for a in actors_of(names) if a.kind != "media"]
        if sides >= PARTIES:
            memory.sides, memory.paragraph = set(PARTIES), sentence.paragraph
            memory.words = content_words(self._text[sentence.start : sentence.end])
            memory.theme |= memory.words
        elif kept:
            memory.paragraph = sentence.paragraph
            memory.words |= content_words(self._text[sentence.start : sentence.end])
        if {a.country for a in actors} >= PARTIES:
            memory.actors = actors
        persons = [a for a in actors if a.kind == "person"]
        if actors:
            memory.subject = actors[0]
            memory.alone = len(persons) == 1 and persons[0] is actors[0]
        memory.persons.update({a.country: a for a in actors if a.kind == "person"})
        # "On March 21 he met Kim", "His train crossed the border": whom the pronoun stands for remains the one who acts.
        meant = [d.subject for d in drafts if d.subject is not None and d.subject.kind == "person"]
        goes_on = opens_with_pronoun(self._text, clauses[0]) or OPENS_WITH_HIS.match(clauses[0].words) is not None
        if meant and meant[0] not in actors and goes_on:
            memory.subject = meant[0]
            memory.persons[meant[0].country], memory.alone = meant[0], True
        elif goes_on and actors:
            memory.alone = False  # "he called Putin": who called is not told
        if memory.alone and (sentence.paragraph != memory.alone_paragraph and not actors or _SOMEBODY.search(words)):
            memory.alone = False
        memory.alone_paragraph = sentence.paragraph
