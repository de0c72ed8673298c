"""Whether what a draft's words may name happened at all: not what is only wished, denied, spoken of or of another kind."""

import re

from articles.reading.dates.words import MONTH_NAMES

from . import modality, russian
from .draft import Draft
from .figures import counts_soldiers, find_figures
from .topic import TOPIC_KINDS
from .vocabulary import PARTIES

# Who travels for a state.
PARTY = re.compile(
    r"\b(?:delegations?|group|party|mission|team|officials|ministers|diplomats|lawmakers|tourists|skiers|experts|troupe|soldiers|troops|workers|ensemble|students|visitors|"
    r"делегаци[яиюей]+|туристы?|депутаты?|дипломаты?|министры?|военные|солдаты|рабочие|студенты|граждан(?:ин|е)|ансамбль)\b"
)
# No business of railways or airlines.
_LEADERS_TRAIN = re.compile(
    r"\b(?:armou?red|bulletproof|special|private|personal|his|her|(?:leader|Kim(?:\sJong[\s-][UuIi][nl])?|Putin)[’']s)\s+(?:\w+\s+)?"
    r"(?:train|plane|jet|aircraft|airliner|motorcade)\b"
)
_HIS_TRAIN = re.compile(r"[’']s\s(?:\w{1,20}\s)?(?:train|plane|jet|aircraft|airliner)\s(?!of\b)")
_SERVICE = re.compile(
    r"\b(?:flights?|trains?|airliner|boeing|ferry|coal|cargo(?:es)?|freight|carriages?|railcars?)\b", re.IGNORECASE
)
# Whom a country's own welcome.
_OWN_PEOPLE = re.compile(
    r"\b(?:soldiers|troops|families|relatives|regiment|units?|veterans|passengers|engineers|sappers|combatants|widows)\b"
)
_WITH = re.compile(r"\b(?:with|between)\s(?:[\w.’'-]+\s){0,3}$")
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
    r"gifts?|presents?|invitations?|reports?|confirmation|information|permission|credentials)\b",
    re.IGNORECASE,
)
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
# Right before a verb that is theirs.
_PLURAL_NOUN = re.compile(r"\s(?!always\b|sometimes\b|afterwards\b)[a-z]{3,20}s\s$")
# "Об этом сообщает агентство": who tells what was told before.
_OF_SOURCE = re.compile(r"\W{0,3}(?:[Оо]б\sэтом|[Кк]ак)\b")
# Who "which" may stand for when it says something.
_SPEAKS_BEFORE = re.compile(
    rf"(?:\b(?!\w+day\b|{MONTH_NAMES})[A-Z][\w’'.-]*|\b(?:ministry|office|service|agency|government|statement|report|news\w*|body|council|party|embassy|group|tank|institute|paper|daily|site|media|company|channel|command|staff))\)?,?\s$"
)
_PASSIVE_SAYING = ("said", "reported", "claimed", "alleged", "estimated", "announced", "declared")
_WHAT_SAYS, _WERE = re.compile(r"\bwhat\s(?:[\w.’'-]+\s){1,4}$"), re.compile(r"\s(?:was|were|is|are|had|has)\b")
_NOBODY = re.compile(r"\b(?:nobody|no\sone|nothing)\s(?:(?:has|have|had|is|was|yet|ever|been)\s){0,2}$", re.IGNORECASE)
# So far, in characters, these stand before the verb of saying.
REACH_OF_HEDGE = 60
# "in spite of Western sanctions", "abiding by the sanctions", "the sanctions deadline": there are some, and nobody imposes them.
_SANCTIONS_THERE_ARE = re.compile(
    r"\b(?:despite|spite\sof|amid|abid\w+\sby|because\sof|due\sto|owing\sto|thanks\s(?:\w+\s)?to|skirt\w*|evad\w*|bypass\w*|circumvent\w*|violat\w+)\s(?:[\w.’'-]+\s){0,3}$"
)
_OF_SANCTIONS_NOUN = re.compile(r"\s(?:deadline|regime|relief)\b")
# "left Russia out of his speech", "left Pyongyang isolated".
_LEFT_OUT = re.compile(r"\s{1,3}(?:out|isolated|without|dependent|alone|vulnerable|with\s{1,3}(?:no|little|few))\b")


def is_leaders_train(words: str) -> bool:
    """Whether they speak of a train or plane in which a leader travels."""
    return _LEADERS_TRAIN.search(words) is not None


def is_somebodys_train(text: str, draft: Draft) -> bool:
    """ "Shoigu's plane landed": he did; not "Putin admired Kim's train"."""
    people = (n for n in draft.clause.names if n.actor and n.actor.kind == "person" and n.end < draft.hit.start)
    return any(_HIS_TRAIN.match(text, n.end) for n in people)


class Happening:
    """Tells what happens from what looks like it, in the drafts of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

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
        if self._which_adds(draft) or self._is_hedge(draft) or russian.is_said_by_nobody(draft.hit.text):
            return False
        media = draft.subject is not None and draft.subject.kind == "media"
        if _OF_SOURCE.match(draft.clause.words) and (draft.subject is None or media):
            return False
        reports = media if draft.subject is not None else not draft.attribution
        return draft.own_date or draft.dating is not None and not (reports and draft.dating.basis == "inferred")

    def _is_hedge(self, draft: Draft) -> bool:
        """ "It is said by officials to have sent rockets", "what it said were rail cars", "nobody has confirmed": nobody says that then."""
        before = self._text[max(draft.clause.start, draft.hit.start - REACH_OF_HEDGE) : draft.hit.start]
        said_to = modality.is_hearsay_behind(self._text, draft.hit.end) and draft.hit.text.lower() in _PASSIVE_SAYING
        what = _WHAT_SAYS.search(before) is not None and _WERE.match(self._text, draft.hit.end) is not None
        return said_to or what or _NOBODY.search(before) is not None

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
        theirs = is_leaders_train(draft.clause.words) or is_somebodys_train(self._text, draft)
        return (person and of_travel) or theirs

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
        if PARTY.search(draft.clause.words):
            return False
        return _SERVICE.search(self._text, draft.clause.start, draft.hit.start) is not None
