"""Which drafts are mentions: something happens in them, and both countries take part."""

import re

from articles.reading.dates.words import MONTH_NAMES
from articles.reading.document import Sentence

from . import modality, russian
from .antecedents import is_definite
from .clauses import Clause, Name
from .draft import Draft, Memory, sides_of
from .figures import counts_soldiers, find_figures, has_bare_count
from .speakers import PRONOUN_START
from .topic import TOPIC_KINDS, content_words
from .vocabulary import PARTIES, Vocabulary

# Kinds in which others have their part: a vote of the Council, Washington's sanctions, a missile that hits Kharkiv.
_AMONG_OTHERS = frozenset(
    {"sanction_or_un_vote", "casualty_report", "troop_deployment", "arms_transfer", "missile_or_space", "other"}
)
# Kinds that in a text about the two are theirs where nobody is named: "that pact came into force last month".
_OF_BOTH = frozenset({"treaty", "meeting", "summit", "economic"})
# Who travels for a state.
_PARTY = re.compile(
    r"\b(?:delegations?|group|party|mission|team|officials|ministers|diplomats|lawmakers|tourists|skiers|experts|troupe|soldiers|troops|workers|ensemble|students|visitors|"
    r"делегаци[яиюей]+|туристы?|депутаты?|дипломаты?|министры?|военные|солдаты|рабочие|студенты|граждан(?:ин|е)|ансамбль)\b"
)
# "A delegation from Moscow".
_PARTY_FROM = re.compile(rf"{_PARTY.pattern}\s(?:of\s(?:\w+\s){{1,2}})?from\s(?:the\s)?$")
# No business of railways or airlines.
_LEADERS_TRAIN = re.compile(
    r"\b(?:armou?red|bulletproof|special|private|personal|his|(?:leader|Kim(?:\sJong[\s-][UuIi][nl])?|Putin)[’'']s)\s+(?:\w+\s+)?(?:train|plane|jet)\b"
)
_SERVICE = re.compile(
    r"\b(?:flights?|trains?|airliner|boeing|ferry|coal|cargo(?:es)?|freight|carriages?|railcars?)\b", re.IGNORECASE
)
# Whom a country's own welcome.
_OWN_PEOPLE = re.compile(
    r"\b(?:soldiers|troops|families|relatives|regiment|units?|veterans|passengers|engineers|sappers|combatants|widows)\b"
)
_WITH = re.compile(r"\b(?:with|between)\s(?:[\w.’'-]+\s){0,3}$")
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
# What was done on the ground of a treaty.
_ON_GROUND_OF = re.compile(
    r"\b(?:under|in line with|in accordance with|according to|as part of|within the framework of|on the basis of|based on|thanks to|citing|invoking|"
    r"with reference to|provided for (?:by|in)|in breach of|in violation of|against)\s(?:the\s|an?\s|their\s|its\s|that\s|this\s)?(?:[\w’'-]+\s){0,4}$",
    re.IGNORECASE,
)
# So near, in characters, behind a treaty its own date stands: "the treaty of 19 June 2024", "the treaty signed in June".
NEAR_DATE = 30
_RECEIVED = re.compile(r"(?:has |have |had )?receiv(?:e|ed|es|ing)", re.IGNORECASE)
_THINGS = re.compile(
    r"\s(?!by\b)(?:[\w’'-]+\s){0,4}?(?:oil|fuel|petroleum|grain|wheat|flour|food|aid|help|assistance|support|weapons|arms|ammunition|munitions|shells|missiles|"
    r"systems|technology|equipment|parts|data|training|money|payments?|goods|supplies|shipments?|letters?|messages?|telegrams?|greetings|medals?|orders?|awards?|"
    r"gifts?|presents?|invitations?|reports?|confirmation|information|permission|orders|credentials)\b",
    re.IGNORECASE,
)
# The two, where they are not named.
_TWO = re.compile(
    r"\b(?:the two|both) (?:countries|nations|sides|capitals|neighbou?rs|allies|states|governments)\b|\bthe countries\b|\b(?:our|their)\s(?:two\s)?(?:countries|nations|peoples)\b|"
    r"\b(?:наш(?:и|ими|их)|обе(?:их|ими)?|дву(?:х|мя)|двум)\s(?:стран(?:ами|ам|ах)?|государств(?:ами|ам|ах)?)\b"
)
_OF_THEM = re.compile(r"\b(?:they|the two|both|the pair)\b", re.IGNORECASE)
# What is visited that is neither a country nor a place known.
_THING = re.compile(
    r"\s(?:the|an?|his|her|their)\s(?!(?:country|North|capital|city|region|republic|two|neighbou?r\w*|regime|isolated|reclusive|Russian|area|site|coastal|eastern|western|northern|southern|port|(?:\w+\s)?[Ee]mbassy|(?:\w+\s)?[Cc]onsulate)\b)"
)
_VISITS = re.compile(r"(?:visit|tour|inspect)\w*", re.IGNORECASE)
# Gatherings of many, and of others.
_OF_OTHERS = re.compile(
    r"\b(?:BRICS|Brics|G-?(?:7|8|20)|ASEAN|Asean|APEC|Apec|NATO|Nato|SCO|EU|CIS|Trump)\s(?:(?!(?:and|he|she|to|with|but)\b)\w+\s)?$"
)
REACH_OF_GATHERING = 24
_OVER = re.compile(
    r"\b(?:over|about|concerning|regarding|discuss\w*|debat\w+|condemn\w*|criticis\w+|criticiz\w+|denounc\w+|for|against)\s(?:[\w’'-]+\s){0,5}$"
)
# So many paragraphs on, "the vote" is still the one that the two had part in.
NEAR_PARAGRAPHS = 3
# Right before a verb that is theirs.
_PLURAL_NOUN = re.compile(r"\s(?!always\b|sometimes\b|afterwards\b)[a-z]{3,20}s\s$")
# "Об этом сообщает агентство": who tells what was told before.
_OF_SOURCE = re.compile(r"\W{0,3}(?:[Оо]б\sэтом|[Кк]ак)\b")
# Who "which" may stand for when it says something.
_SPEAKS_BEFORE = re.compile(
    rf"(?:\b(?!\w+day\b|{MONTH_NAMES})[A-Z][\w’'.-]*|\b(?:ministry|office|service|agency|government|statement|report|news\w*|body|council|party|embassy|group|tank|institute|paper|daily|site|media|company|channel|command|staff))\)?,?\s$"
)
# "in spite of Western sanctions", "abiding by the sanctions", "the sanctions deadline": there are some, and nobody imposes them.
_SANCTIONS_THERE_ARE = re.compile(
    r"\b(?:despite|spite\sof|amid|abid\w+\sby|because\sof|due\sto|owing\sto|thanks\s(?:\w+\s)?to|skirt\w*|evad\w*|bypass\w*|circumvent\w*|violat\w+)\s(?:[\w.’'-]+\s){0,3}$"
)
_OF_SANCTIONS_NOUN = re.compile(r"\s(?:deadline|regime|relief)\b")
# "left Russia out of his speech", "left Pyongyang isolated".
_LEFT_OUT = re.compile(r"\s{1,3}(?:out|isolated|without|dependent|alone|vulnerable|with\s{1,3}(?:no|little|few))\b")
_THE_TREATY = re.compile(
    r"(?:and\s+)?(?:It|This|The(?:\s+\w+)?\s+(?:treaty|pact|agreement|accord|document|deal|partnership))\b(?!\s+(?:with|between))"
)
# "ratified the document", "approved it".
_THE_TREATY_BEHIND = re.compile(
    r"\s{1,3}(?:it\b(?!\s(?:was|would|had))|(?:the|this|that)\s(?:\w+\s)?(?:treaty|pact|agreement|accord|document|deal|text)\b(?!\s(?:with|between)\b))"
)


def is_leaders_train(words: str) -> bool:
    """Whether they speak of a train or plane in which a leader travels."""
    return _LEADERS_TRAIN.search(words) is not None


class Relation:
    """Tells mentions of the two countries' relations from other drafts of one text."""

    def __init__(self, text: str, memory: Memory, vocabulary: Vocabulary, *, on_topic: bool = False) -> None:
        """`on_topic`: the text as a whole is about the two countries (see is_on_topic)."""
        self._on_topic = on_topic
        self._text = text
        self._memory = memory
        self._vocabulary = vocabulary

    def happens(self, draft: Draft) -> bool:
        """Drops what the words only wish, deny in passing or say without a date."""
        slug = draft.kind.slug
        if draft.is_speech:
            return self._is_said(draft)
        if draft.modality == modality.DENIED or self._is_bare_noun(draft):
            return False
        if draft.modality == modality.PLANNED and not (draft.own_date or draft.ahead):
            return slug in TOPIC_KINDS and bool(find_figures(self._text, draft.clause.start, draft.clause.end))
        if self._is_of_another_kind(draft):
            return False
        if slug == "visit" and not draft.place and self._leads_nowhere(draft):
            return False
        if slug == "visit" and (_LEFT_OUT.match(self._text, draft.hit.end) or self._is_service(draft)):
            return False
        if slug == "visit" and self._is_of_object(draft):
            return False
        gathering = slug in ("summit", "meeting") and draft.trigger.part == "noun"
        if gathering and (self._with_others(draft) or self._is_of_others(draft)):
            return False
        if slug == "treaty" and self._with_others(draft):
            return False
        if slug == "visit" and draft.content and draft.antecedent is None and not draft.place:
            return False
        if draft.trigger.weak and draft.dating is None:
            return False
        if slug == "casualty_report":
            return counts_soldiers(self._text, draft.clause.start, draft.clause.end)
        return True

    def _is_of_another_kind(self, draft: Draft) -> bool:
        """Whether the words only look like what they may name: what is spoken of, stands on a treaty, travels or is received."""
        slug, noun = draft.kind.slug, draft.trigger.part == "noun"
        if slug == "arms_transfer":
            return noun and self._is_spoken_of(draft)
        if slug == "treaty":
            return noun and self._is_ground(draft)
        if slug == "meeting":
            return self._is_thing_received(draft)
        return slug == "economic" and self._is_journey(draft)

    def _is_said(self, draft: Draft) -> bool:
        """Whether somebody says it at a time that is known; not what only names the source of what was told before."""
        if self._which_adds(draft) or russian.is_said_by_nobody(draft.hit.text):
            return False
        media = draft.subject is not None and draft.subject.kind == "media"
        if _OF_SOURCE.match(draft.clause.words) and (draft.subject is None or media):
            return False
        reports = media if draft.subject is not None else not draft.attribution
        return draft.own_date or draft.dating is not None and not (reports and draft.dating.basis == "inferred")

    def _which_adds(self, draft: Draft) -> bool:
        """ "Putin began his term, which adds six years": nobody says that; "the Kremlin, which said so" did."""
        start = draft.clause.start
        which = self._text.startswith("which ", start) and draft.hit.start == start + len("which ")
        return which and _SPEAKS_BEFORE.search(self._text, max(0, start - REACH_OF_GATHERING), start) is None

    def _is_bare_noun(self, draft: Draft) -> bool:
        """ "in spite of Western sanctions", "the sanctions deadline": what there is, and nobody imposes there."""
        return draft.hit.text.lower() == "sanctions" and (
            _SANCTIONS_THERE_ARE.search(self._text, draft.clause.start, draft.hit.start) is not None
            or _OF_SANCTIONS_NOUN.match(self._text, draft.hit.end) is not None
        )

    def _is_spoken_of(self, draft: Draft) -> bool:
        """ "blacklisted ships over the arms trade", "met to discuss arms shipments": no shipment of that day."""
        start = max(draft.clause.start, draft.hit.start - REACH_OF_GATHERING * 2)
        return _OVER.search(self._text, start, draft.hit.start) is not None

    def _is_ground(self, draft: Draft) -> bool:
        """ "In line with the treaty, builders were sent in January": no treaty of January."""
        start = max(draft.clause.start, draft.hit.start - REACH_OF_GATHERING)
        if not _ON_GROUND_OF.search(self._text, start, draft.hit.start):
            return False
        near = (d for d in draft.clause.dates if d.end <= draft.hit.start or d.start - draft.hit.end < NEAR_DATE)
        return not any(start <= d.start for d in near)

    def _is_thing_received(self, draft: Draft) -> bool:
        """ "North Korea received oil": nobody was received."""
        return _RECEIVED.fullmatch(draft.hit.text) is not None and _THINGS.match(self._text, draft.hit.end) is not None

    def _is_journey(self, draft: Draft) -> bool:
        """ "Putin flew by plane", "Kim's train crossed the border": no business, though the words are those of it as well."""
        of_travel = draft.trigger.present == "arrive" or any(t.kind == "visit" for t in draft.hit.triggers)
        person = draft.subject is not None and draft.subject.kind == "person"
        return (person and of_travel) or is_leaders_train(draft.clause.words)

    def _leads_nowhere(self, draft: Draft) -> bool:
        """ "visited the bier", "It was in April that": no place where anybody went."""
        if draft.hit.text.lower().endswith((" in", " at")):
            return draft.hit.text.lower() in ("was in", "were in", "is in", "been in", "has been in", "had been in")
        verb = draft.trigger.part == "verb" and _VISITS.fullmatch(draft.hit.text)
        return bool(verb) and _THING.match(self._text, draft.hit.end) is not None

    def is_homecoming(self, draft: Draft) -> bool:
        """ "Kim welcomed the regiment", "received their families": a country among its own people."""
        others = {n.side for n in draft.clause.names} & PARTIES - ({draft.subject.country} if draft.subject else set())
        return (
            draft.trigger.present in ("greets", "welcomes", "receives", "embraces")
            and not others
            and _OWN_PEOPLE.search(self._text, draft.hit.end, min(draft.clause.end, draft.hit.end + 60)) is not None
        )

    def _with_others(self, draft: Draft) -> bool:
        """ "talks with President Trump", "signed a pact with Tehran": theirs and somebody else's."""
        behind = next((n for n in draft.clause.names if n.start >= draft.hit.end), None)
        if behind is None or not behind.side or behind.side in PARTIES:
            return False
        return _WITH.search(self._text, draft.hit.end, behind.start) is not None

    def _is_of_others(self, draft: Draft) -> bool:
        """ "the BRICS summit", "the EU talks"."""
        start = max(draft.clause.start, draft.hit.start - REACH_OF_GATHERING)
        return _OF_OTHERS.search(self._text, start, draft.hit.start) is not None

    def _is_of_object(self, draft: Draft) -> bool:
        """ "pinned medals on combatants returned from Kursk": they were there, not he who pins."""
        another = any(h.end < draft.hit.start and any(t.part == "verb" for t in h.triggers) for h in draft.clause.hits)
        person = draft.subject is not None and draft.subject.kind == "person"
        return person and another and _PLURAL_NOUN.search(self._text, draft.clause.start, draft.hit.start) is not None

    def _is_service(self, draft: Draft) -> bool:
        """ "The first flight touched down": the line visits nobody."""
        if draft.subject is not None and draft.subject.kind == "person" or is_leaders_train(draft.clause.words):
            return False
        if _PARTY.search(draft.clause.words):
            return False
        return _SERVICE.search(self._text, draft.clause.start, draft.hit.start) is not None

    def _is_elsewhere(self, draft: Draft, clauses: list[Clause]) -> bool:
        """ "... before her trip to Belarus, where she met the minister": with somebody there, unless it is told of both."""
        clause = draft.clause
        if clause.connector != "where" or not draft.index or _OF_THEM.search(clause.words):
            return False
        there = [n.side for n in clauses[draft.index - 1].names if n.side][-1:]
        return bool(there) and there[0] not in PARTIES and not draft.sides >= PARTIES

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
        unnamed = draft.subject is None or draft.subject.kind == "state" and _PARTY.search(draft.clause.words)
        if unnamed and self._on_topic and draft.own_date:
            return self._unnamed_visit(draft)
        if draft.subject is None or draft.subject.country not in PARTIES or draft.subject.kind == "state":
            return False
        words = f"{draft.subject.name} {self._text[clauses[0].start : clauses[-1].end]}"
        if draft.subject.kind == "body" and not _PARTY.search(words):
            return False  # an airline visits nobody
        place = self._vocabulary.place.get(draft.place)
        other = next(iter(PARTIES - {draft.subject.country}))
        if place is not None and place.country != other:
            return False
        if place is None and draft.clause.connector == "where" and draft.index:
            before = clauses[draft.index - 1].names[-1:]  # "Beijing, where he was due the next day"
            if any(n.side and n.side not in PARTIES for n in before):
                return False
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
        party = _PARTY.search(self._text, draft.clause.start, draft.hit.start)
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
