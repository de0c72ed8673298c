"""Who says it: the speaker of a clause and the words that name them."""

import re

from . import modality
from .clauses import Clause, Hit, Name
from .draft import Draft, Memory
from .topic import TOPIC_KINDS
from .vocabulary import PARTIES, Actor

PRONOUN_START = re.compile(
    r"^\W*(?:they|he|she|it|the (?:agency|service|spokes\w+|ministry|officials?|statement|leaders?|two|minister|president|diplomat|envoy|guest|visitor|chairman|speaker|general|governor|marshal|ambassador|pair|dictator|ruler|secretary|delegation|group|visitors|guests)|this|these|both|он|она|они)\b",
    re.IGNORECASE,
)
_SAME_SPEAKER = re.compile(
    r"\b(?:the|this|that) (?:same )?(?:service|agency|ministry|spokes\w+|officials?|lawmakers|statement|source|report)\s*$",
    re.IGNORECASE,
)
_SPOKESMAN = re.compile(r"\b(?:spokes\w+|aide|press secretary|adviser|advisor)\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|to|with|by|for|from|against|over|in|at)\s+(?:the\s+|his\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)


# Who is not outside the two countries, or only reports.
_NO_OUTSIDER = re.compile(
    r"\b(?:Russia\w*|Moscow|Kremlin|North Korea\w*|Pyongyang|DPRK|[Ss]tate (?:media|news|television)|newspaper|daily|broadcaster|television)\b"
)
# Words before a verb of saying that name nobody.
_NOBODY = re.compile(
    r"(?:(?:i|we|you|it|he|she|they|who|which|that|this|there|was|were|is|are|had|has|have|also|then|later|once)\b\s*)*",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_FULL_NAME_IN_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ][а-яё]+){1,2}$")
_ITS_NOUN = re.compile(r"\b(?:an?|the|one)\s[^,;]{3,30}$", re.IGNORECASE)
# "The agency had", "which on": no part of a name, and no name.
_AUXILIARIES = re.compile(r"(?:\s(?:had|has|have|was|were|is|are|would|will|also|later|then|once|first))+$")
_NO_NAME = re.compile(
    r"(?:was|were|is|are|had|has|which|who|what|that|whose|where(?:as)?|when|while|how|if|there|nobody|nothing|neither)\b",
    re.IGNORECASE,
)
_BELIEF = re.compile(
    r"\b(?:believe[sd]?|think|thinks|thought|suspect(?:s|ed)?|reckons?|assess(?:es|ed)?|conclude[sd]?|fears?)\s(?:that\s)?$"
)
_PASSIVE = frozenset(["said", "reported", "told", "announced", "claimed"])
_BEING = re.compile(r"\b(?:was|were|is|are|been|be)\s(?:also\s)?$")
# So far, in characters, an opening date stands behind the beginning of its clause ("And late on 3 September he ...").
BEFORE_DATE = 14
_HE = re.compile(r"\s{0,2},?\s{0,2}(?:he|she|он|она)\s", re.IGNORECASE)
# "His train crossed the border".
OPENS_WITH_HIS = re.compile(r"\W{0,3}(?:his|her)\s", re.IGNORECASE)


def opens_with_he(text: str, clause: Clause) -> bool:
    """Whether behind its opening date the clause goes on with "he" or "she": "On 3 September he watched the parade"."""
    return any(d.start - clause.start <= BEFORE_DATE and _HE.match(text, d.end) for d in clause.dates[:1])


def opens_with_pronoun(text: str, clause: Clause) -> bool:
    """Whether a clause begins with "he" or "she", at once or behind its opening date."""
    return _HE.match(text, clause.start) is not None or opens_with_he(text, clause)


class Speakers:
    """Finds speakers in the clauses of one text; `memory` knows who spoke before."""

    def __init__(self, text: str, memory: Memory) -> None:
        self._text = text
        self._memory = memory

    def fill(self, draft: Draft, clauses: list[Clause]) -> None:
        """Who says it: in front ("Seoul said that"), behind (", KCNA reported") or "according to"."""
        sentence = self._text[clauses[0].start : clauses[-1].end]
        if draft.is_speech:
            before = self._text[draft.clause.start : draft.hit.start]
            if draft.subject is None and _SAME_SPEAKER.search(before):
                draft.subject = self._memory.speaker
            draft.speaker = draft.subject
            draft.attribution = self._named_speaker(draft.clause, draft.hit, draft.subject)
            return
        named = modality.according_to(sentence)
        speaker = self._actor_in(clauses, named) if named else None
        spoken = _governing(clauses, draft.index)
        if named and not (spoken and speaker is not None and speaker.kind == "media"):
            draft.attribution, draft.speaker = named, speaker
            return
        if spoken is not None:
            clause, hit = spoken
            draft.speaker = self.of_clause(clause, hit)
            draft.attribution = self._named_speaker(clause, hit, draft.speaker)
        elif draft.clause.link == "content" and draft.index:
            self._believed(draft, clauses[draft.index - 1])

    def _believed(self, draft: Draft, thinker: Clause) -> None:
        """ "U.S. officials believe that": no statement of theirs, but nobody else says so."""
        if belief := _BELIEF.search(thinker.words):
            hit = Hit(thinker.start + belief.start(), thinker.start + belief.end(), (), belief.group())
            draft.speaker = subject_of(self._text, [n for n in thinker.names if n.end <= hit.start], hit)
            draft.attribution = self._named_speaker(thinker, hit, draft.speaker)

    def of_clause(self, clause: Clause, hit: Hit) -> Actor | None:
        """Who speaks in a clause: "Seoul said", "said Pushilin", "the service said" (the one that spoke before)."""
        before = [n for n in clause.names if n.end <= hit.start]
        if subject := subject_of(self._text, before, hit):
            return subject
        if _SAME_SPEAKER.search(self._text[clause.start : hit.start]) or PRONOUN_START.search(clause.words):
            return self._memory.speaker or self._memory.subject
        behind = [n for n in clause.names if n.actor is not None and n.start >= hit.end]
        return behind[0].actor if behind and behind[0].start - hit.end < 40 else None

    def _named_speaker(self, clause: Clause, hit: Hit, subject: Actor | None) -> str:
        words = self._text[clause.start : hit.start]
        if subject is None and hit.text.lower() in _PASSIVE and _BEING.search(words):
            return ""  # "arms were said to be on show"
        if words.startswith("that ") and (noun := _ITS_NOUN.search(clause.lead)):
            words = noun.group()  # "a group | that monitors sanctions said"
        if subject is not None and not _SPOKESMAN.search(words):
            return subject.name
        chunk = re.split(r"[,;—–“”\"]|\bthat\b", words)[-1] if not _SPOKESMAN.search(words) else _spokesman(words)
        for date in clause.dates:
            chunk = chunk.replace(date.text, " ")
        chunk = re.sub(
            r"^(?:\W|on|in|the|and|but|as|when|while|after|before|still|last week|earlier|later)+\b",
            "",
            " ".join(chunk.split()),
            flags=re.IGNORECASE,
        )
        chunk = _AUXILIARIES.sub("", re.sub(r"\s(?:on|in|at)\s*(?=,|$)", "", chunk.strip()))
        nobody = _NOBODY.fullmatch(chunk) or _NO_NAME.match(chunk) or not any(map(str.isalpha, chunk))
        if _CYRILLIC.search(chunk):  # titles are in English: a full name can stand in one, other words cannot
            named_in_full = _FULL_NAME_IN_CYRILLIC.search(chunk)
            return named_in_full.group() if named_in_full else ""
        return "" if nobody else chunk[:80]

    def _actor_in(self, clauses: list[Clause], words: str) -> Actor | None:
        for clause in clauses:
            for name in clause.names:
                if name.text and name.text in words:
                    found = next((m for m in name.meanings if isinstance(m, Actor)), None)
                    if name.actor or found:
                        return name.actor or found
        return None

    def is_third_party(self, draft: Draft) -> bool:
        """Whether somebody outside the two countries is the only one to say it. Media report; they do not claim."""
        speaker = draft.speaker
        if speaker is None:
            if draft.is_speech:
                return False
            # Of arms, troops and losses whoever is named in words alone claims what he says.
            outside = draft.attribution != "" and not _NO_OUTSIDER.search(draft.attribution)
            return draft.kind.slug in TOPIC_KINDS and outside or modality.is_outsider(draft.attribution)
        if draft.is_speech and speaker.kind == "media":
            return True
        return speaker.country not in PARTIES and speaker.kind != "media"


def _spokesman(words: str) -> str:
    """The office with the name beside it, without what opens the clause: "Asked about it, | Kremlin spokesman Dmitry Peskov"."""
    parts = words.strip(' ,“”"').split(", ")
    office = next(n for n, part in enumerate(parts) if _SPOKESMAN.search(part))
    named_before = office and _FULL_NAME.fullmatch(parts[office - 1])
    return ", ".join(parts[office - 1 if named_before else office :])


_FULL_NAME = re.compile(r"[A-Z][\w’'.-]{0,20}(?:\s[A-Z][\w’'.-]{0,20}){1,3}")
_GOES_ON = re.compile(r"\s(?:and|but)\s(?:(?:also|then|later|again|\w{1,16}ly)\s){0,2}$")


def subject_of(text: str, before: list[Name], hit: Hit) -> Actor | None:
    """The actor that the verb belongs to: the last one before it, or the one that an apposition explains."""
    actors = [n for n in before if n.actor is not None]
    if not actors:
        return None
    first = actors[0]
    # "Putin met Kim in Beijing on Wednesday and said": the verb goes on with him who did the first thing.
    apart = text[first.end : actors[-1].start].strip(" ,")
    if len(actors) > 1 and _GOES_ON.search(text, actors[-1].end, hit.start) and apart not in ("", "and"):
        return first.actor
    if re.match(r",\s[^,]{3,80},\s", text[first.end : hit.start]) or _PREPOSITION.search(
        text[: actors[-1].start][-30:]
    ):
        return first.actor
    return (
        actors[-1].actor
        if len(actors) == 1 or not re.search(r"\band\s+(?:the\s+)?$", text[: actors[-1].start][-12:])
        else actors[-2].actor
    )


def _governing(clauses: list[Clause], index: int) -> tuple[Clause, Hit] | None:
    """The clause whose reporting verb governs clauses[index]."""
    for position in range(index, -1, -1):
        if clauses[position].link == "content" and position:
            for hit in clauses[position - 1].hits:
                if any(t.part in ("say", "speech") for t in hit.triggers):
                    return clauses[position - 1], hit
    put_in = clauses[index - 1 : index] if clauses[index].connector == "main" else []
    for clause in [*put_in, *clauses[index + 1 :]]:  # "North Korea, | the Pentagon said, | sent soldiers"
        if clause.connector == "tail":
            for hit in clause.hits:
                if any(t.part == "say" for t in hit.triggers):
                    return clause, hit
    return None
