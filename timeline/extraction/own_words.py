"""Titles in the text's own words: who says what, or the clause that tells it. The first words that read as a sentence win."""

import re
from collections.abc import Sequence

from .mention import EventMention
from .phrasing import MIN_WORDS, PRONOUN, completes, has_subject, shortened, stands_alone, without_loose_end
from .russian import is_russian
from .vocabulary import Actor, Vocabulary

_ROLE_BEFORE_NAME = re.compile(
    r"\b(?:North Korean|Russian|North Korea[’']s|Russia[’']s)\s+(?:leader|President|president|ruler)\s+(?=[A-Z])"
)
_CUT = re.compile(r",\s|;|:\s|\s[—–]\s")
# A title is not cut before this, in characters.
MIN_TITLE = 24
# "said | after the meeting that ...": when or where it was said stands beside the title.
_SAID_WHEN = re.compile(
    r"^(?:(?:later|afterwards?|earlier|again|also|there|then|publicly)\s|(?:after|at|during|before|in|on|to)\s[^,;:]{1,60}?\s|(?:reporters|journalists|lawmakers|members|deputies|diplomats|viewers)\s)?(?:that|что),?\s"
)
# "To send them was theirs to decide": no sentence of the usual make, but a whole one.
_LOOSE = re.compile(r"(?:To|That|Whether|How|Why|What)\s(?:\S+\s){5}")
_WHAT_IN_RUSSIAN = re.compile(r"^[^,]{0,60}?,?\s?\bчто\s(?P<said>\S.{11,})", re.DOTALL)
_AS_SAYING = re.compile(r"^.*?\bas saying\s+|^emerged in .*? suggesting that\s+")
# Words that stand for him who acts, behind the place if one opens the clause.
_SUBJECT = re.compile(
    r"(?P<where>(?:(?:In|At|From|Near)\s(?:[A-Z][\w’'-]{1,24},?\s){1,3})?)(?P<pronoun>(?i:he|she|it))\b(?!\sand\b)"
)
# What states and bodies do; elsewhere "it" may be a ship or a bridge.
_DONE_BY_STATES = re.compile(
    r"it\s(?:also\s|first\s|then\s|\w+ly\s)?(?:said|voted|vetoed|backed|joined|abstained|recogni[sz]ed|signed|ratified|approved|opposed|denied|admitted|acknowledged|"
    r"rejected|called|condemned|warned|urged|announced|confirmed|informed|published|made\spublic|owned\sup|was\s(?:one\sof|among)|is\ssaid)\b",
    re.IGNORECASE,
)
# "pledges | to help", not "pledges | at the talks".
_TO_DO = re.compile(r"to\s(?!the\b|an?\b|its\b|his\b|their\b)[a-z]+|that\s")


class OwnWords:
    """The titles that the mentions of one event offer, the leading one first."""

    def __init__(self, lead: EventMention, mentions: Sequence[EventMention], vocabulary: Vocabulary) -> None:
        self._lead = lead
        self._mentions = [lead, *(m for m in mentions if m is not lead)]
        self._vocabulary = vocabulary

    def statement(self) -> str:
        """ "Shoigu: North Korea will send 1,000 sappers", "Putin thanks Kim Jong Un", else the clause."""
        offered = [words for mention in self._mentions if (words := self._said(mention))]
        if offered:
            return offered[0]
        clause = self.clause()
        # "To send them or not was theirs to decide, Putin said": better than nothing but who said it.
        loose = "" if stands_alone(clause) else self._said(self._lead, loosely=True)
        return loose or clause

    def speaker(self) -> str:
        """Who says it; "Reports" where nobody is named."""
        known = [a for m in self._mentions if (a := self._vocabulary.actor.get(m.speaker))]
        named = [m.attribution for m in self._mentions if m.attribution]
        return known[0].title_name if known else named[0] if named else "Reports"

    def clause(self) -> str:
        """The first clause that reads as a sentence; one that needs what was told before comes last."""
        offered = [words for mention in self._mentions if stands_alone(words := self._clause(mention))]
        whole = [words for words in offered if not PRONOUN.match(words)]
        if whole or offered:
            return [*whole, *offered][0]
        cut = self._clause(self._lead)
        return cut if len(cut.split()) >= MIN_WORDS else self._lead.clause or self._bare()

    # -- of one mention -----------------------------------------------------------------------------

    def _who(self, mention: EventMention) -> str:
        """The spokesman named, else the speaker that the vocabulary knows."""
        actor = self._vocabulary.actor.get(mention.speaker)
        if actor is None:
            return mention.attribution
        own_name = mention.attribution.startswith(actor.title_name) or mention.attribution == actor.name
        return (
            actor.title_name if own_name or not mention.attribution or mention.verb != "says" else mention.attribution
        )

    def _said(self, mention: EventMention, *, loosely: bool = False) -> str:
        """ "Shoigu: it will come"; `loosely` also where what is said is no sentence by itself."""
        who = self._who(mention)
        if not mention.verb or not who:
            return ""
        detail = without_role(mention.detail)
        if is_russian(detail):  # what was said stands behind "что"; other words are no sentence behind an English name
            what = _WHAT_IN_RUSSIAN.match(detail)
            return f"{who}: {what['said']}" if what and mention.verb == "says" else ""
        if mention.verb == "says":
            content = _SAID_WHEN.sub("", _AS_SAYING.sub("", detail))
            enough = completes(content) or (loosely and bool(_LOOSE.match(content)))
            return f"{who}: {self._of_himself(content, mention)}" if enough else ""
        words = without_loose_end(re.split(r"[;:]|\s[—–]\s|,\s", detail)[0].strip(" .")).rstrip('“" ')
        words = words if words.count('"') % 2 == 0 and words.count("“") == words.count("”") else ""
        if len(words.split()) < MIN_WORDS - 1 or not (_TO_DO.match(words) or has_subject(words)):
            return ""
        return f"{who} {agreeing(who, mention.verb)} {words}"

    def _of_himself(self, content: str, mention: EventMention) -> str:
        """ "White House: it released images", where the content opens with the speaker once more."""
        actor = self._vocabulary.actor.get(mention.speaker)
        if actor is None or actor.kind not in ("state", "body"):
            return content
        names = "|".join(map(re.escape, sorted(_names_of(actor))))
        return re.sub(rf"^(?:the\s)?(?:{names})(?=\s(?-i:[a-z]))", "it", content, flags=re.IGNORECASE)

    def _clause(self, mention: EventMention) -> str:
        """The clause up to the first stop at which it says something."""
        words = without_role(mention.clause)
        if is_russian(words):
            return words
        words = self._named(words, mention)
        for stop in _CUT.finditer(words):
            if stop.start() >= MIN_TITLE and stands_alone(words[: stop.start()]):
                words = words[: stop.start()]
                break
        return without_loose_end(shortened(words))

    def _named(self, words: str, mention: EventMention) -> str:
        """ "He thanked", "It voted": with the name of him who acts, where the pronoun can stand for nobody else."""
        actor = self._vocabulary.actor.get(mention.speaker or (mention.actors[0] if mention.actors else ""))
        pronoun = _SUBJECT.match(words)
        if actor is None or pronoun is None:
            return words
        person = pronoun["pronoun"].lower() != "it"
        acts = (
            actor.kind == "person"
            if person
            else actor.kind in ("state", "body") and _DONE_BY_STATES.match(words, pronoun.start("pronoun"))
        )
        named = f"{pronoun['where']}{actor.title_name}{words[pronoun.end() :]}"
        return named if acts and actor.title_name not in words else words

    def _bare(self) -> str:
        lead = self._lead
        actor = self._vocabulary.actor.get(lead.speaker or (lead.actors[0] if lead.actors else ""))
        return f"{actor.title_name if actor else ''} {lead.verb}".strip()


def without_role(words: str) -> str:
    """ "Russian President Putin" -> "Putin"."""
    return _ROLE_BEFORE_NAME.sub("", words)


def _names_of(actor: Actor) -> set[str]:
    return {name.lower().removeprefix("the ") for name in (actor.name, actor.title_name)}


_PLURAL = re.compile(
    r"\b(?:tourists|visitors|guests|troops|forces|soldiers|engineers|sappers|builders|workers|labou?rers|officials|experts|envoys|"
    r"diplomats|lawmakers|delegates|students|athletes|children|families|veterans|media|monitors)$"
)


def agreeing(subject: str, verb: str) -> str:
    """The verb in the plural where the subject is: agreeing("Russian tourists", "visits") == "visit"."""
    plural = " and " in subject or bool(_PLURAL.search(subject))
    if not plural:
        return verb
    return verb[:-3] + "y" if verb.endswith("ies") else verb[:-1] if verb.endswith("s") else verb
