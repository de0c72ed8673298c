"""What a number of soldiers counts: killed, wounded, captured, sent; and a part of a whole ("300 of the 11,000").

A number is given a fate only where the words between the two allow it: "300 of the 11,000 soldiers sent were killed" is of
300 dead, and "3,000 soldiers came to replace those killed" of none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .numbers import BOUND, NUMBER, start_of

# What is counted when soldiers, or their losses, are.
WORDS = frozenset(
    {"soldier", "soldiers", "troops", "personnel", "servicemen", "fighters", "casualties", "deaths", "fatalities"}
)
# So far, in characters, around a sentence the text may tell that it is about a war.
AROUND = 600
# So far, in characters, from a number to its fate.
FAR = 110
# No pattern of what stands before a number asks for more characters.
LONG = 160

_BOTH, _KILLED, _HURT = "soldiers killed or wounded", "soldiers killed", "soldiers wounded"
_CAPTURED, _MISSING, _SENT, _ANY = "soldiers captured", "soldiers missing", "soldiers sent", "soldiers"

_FATES = (
    (_BOTH, r"(?:killed|dead) (?:or|and) (?:wounded|injured)|casualties|losses"),
    (_KILLED, r"killed|dead|died|dying|dies|perished|slain|deaths?|fatalities|lost|fallen|death toll|toll"),
    (_HURT, r"wounded|injured|hurt"),
    (_CAPTURED, r"captured|taken prisoner|taken captive"),
    (_MISSING, r"missing"),
)  # fmt: skip
_FATE = re.compile("|".join(rf"(?P<f{i}>\b(?:{words})\b)" for i, (_, words) in enumerate(_FATES)), re.IGNORECASE)
# Without any of these a sentence tells no number of soldiers but in their name.
_MAY_TELL = re.compile(rf"{_FATE.pattern}|\b(?:sent|deployed|killing)\b", re.IGNORECASE)
_SENDING = re.compile(
    r"\b(?:deploy\w*|redeploy\w*|sent|send\w*|dispatch\w*|despatch\w*|shipped|carried|arriv\w+|transfer\w+|contribut\w+|station\w+|"
    r"fight\w*|fought|reinforce\w*)\b",
    re.IGNORECASE,
)
# Where what is told of a number ends.
_ENDS = re.compile(
    r"[;:]|,\s(?:and|but|while|where|though|although|as|according|when|after|before|since)\b|"
    r"\s(?:and|but|of whom|of which|of them)\s(?=none|no|some|not|then|most|many|nobody)",
    re.IGNORECASE,
)
# Behind these the fate is another's, or nobody's.
_NOT_THEIRS = re.compile(
    r"\b(?:those|others?|comrades|replac\w+|none|nobody|no|without|not|never|after|before|since|when|because|if|civilians?|avenge|honou?r\w*|"
    r"some|many|most|half|percent|who had)\b",
    re.IGNORECASE,
)
# "300 soldiers killed 20 of theirs": they did it.
_ACTIVE = re.compile(
    rf"\s(?:the\s|a\s|some of|{BOUND}{NUMBER}|Ukrain|Russian|civilian|several|dozens|hundreds|their\s)", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:were|was|been|be|being|are|is|get|got)\s(?:[a-z]+\s)?$", re.IGNORECASE)
# "4,000 soldiers, a third of those sent, have been killed".
_ASIDE = re.compile(r",[^,;]{1,60},")
_DID = re.compile(
    r"\b(?P<verb>kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|los(?:t|ing|es|e)|captur(?:ed|ing|es))"
    r"(?P<too>\s(?:or|and|/)\s(?:kill|wound|injur)\w+)?\s+(?:the\s|its\s|their\s)?$",
    re.IGNORECASE,
)
_STEMS = {"kill": _KILLED, "los": _KILLED, "wound": _HURT, "injur": _HURT, "captur": _CAPTURED}
_TOLLED = re.compile(
    r"\b(?P<noun>casualties|losses|loss|deaths?|fatalities|death toll|toll|killing|number\b[^.;,\d]{0,60}?\b(?:killed|dead|wounded|injured|captured|casualties|losses))\b"
    r"[^.;,\d]{0,40}?\s(?:reached|reach|exceeded|exceed|topped|passed|surpassed|stood at|stand at|rose to|risen to|rising to|at|to|of|were|was|is|are)\s+$",
    re.IGNORECASE,
)
# "300 had been killed and 2,700 wounded": of a war's reports, soldiers.
_BARE = re.compile(
    rf"\b{BOUND}{NUMBER}(?=(?:\s(?!killed|dead|died|wounded|injured|hurt|captured)[^\W\d_][\w’'-]*){{0,5}}?"
    r"\s(?P<fate>killed|dead|died|perished|wounded|injured|hurt|captured|sent|deployed)\b(?!\s+(?:North|Korean|soldier|men\b|prisoner|captive|troops|service|(?:or|and)\smissing)))",
    re.IGNORECASE,
)
# Between the number and what became of them: no letters, trucks or shells.
_OF_MEN = re.compile(
    r"(?:\s(?:of|the|its|who|fallen|North|Koreans?|them|these|those|whom|more|others?|or|so|men|lives|bodies|dead|fighters|combatants|servicemen|engineers|sappers|builders|military|army|combat|special|forces|elite|operations?|units?|infantry|and|ill|commandos|paratroopers|"
    r"officers|generals|advisers|prisoners|volunteers|personnel|recruits|conscripts|"
    r"were|was|is|are|had|has|have|been|be|being|to|will|would|may|might|could|also|already|later|then|since|now|far|believed|thought|said|reported|feared|either|both|(?:reported|alleged|probab|apparent|like|near|most|recent|previous|eventual|final|initial|subsequent|severe|serious|fatal)ly))*\s",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\s*(?:[.,;)]|$|(?:on|in|at|over|since|during|by|of|more|others|last|this)\b)")
_NUMBERED = re.compile(rf"{BOUND}{NUMBER}", re.IGNORECASE)
_BEHIND_FATE = re.compile(
    rf"(?<=[\s(]){BOUND}{NUMBER}\b(?!\s*(?:%|percent|per cent|times|days|weeks|months|years|hours|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|[-\s](?:year|month|day)|\s(?:million\s)?(?:dollars|rubles|roubles)|[.,]\d|\s[A-Za-z’'-]+\s(?:percent))",
    re.IGNORECASE,
)
# The other number of "300 of the 11,000".
_PART = re.compile(
    rf"\b{BOUND}{NUMBER}\s(?:out\s)?of\s(?:the\s|its\s|their\s|those\s|these\s)?(?:(?:some|about|around|roughly|nearly|up to|estimated|an estimated|more than|over)\s)?$",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"(?:(?:^|[,(—–-]\s?)(?:out\s)?of|(?:\b(?:none|some|many|most|half|third|thirds|quarter|percent|per cent|part|few|several|each|any)|%|\d|"
    r"\b(?:hundred|thousand|hundreds|thousands|dozens))\s(?:out\s)?of)\s(?:the\s|its\s|their\s|those\s|these\s)?(?:(?:estimated|total of)\s)?$",
    re.IGNORECASE,
)
_NATIONS = re.compile(
    r"\b(?P<other>Russian|Ukrainian|South Korean|American|U\.?S\.?|Chinese|Japanese|Soviet|NATO|Polish|French|British)\b"
)
_AND = re.compile(r",?\s(?:and|or)\s")
_DEATHS = ("casualties", "deaths", "fatalities")
_AT_WAR = re.compile(
    r"\b(?:soldiers?|troops|forces|army|military|combat|battle\w*|front|Kursk|war|fight\w*|Chiefs of Staff|units?)\b",
    re.IGNORECASE,
)
_DISASTER = re.compile(
    r"\b(?:flood\w*|typhoon\w*|storms?|earthquake|quake|crash\w*|collision|fire|blast|explosion|covid\S*|virus|epidemic|outbreak|famine|disaster)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands)\b[^,;]{0,40}\b(?:troops|soldiers|servicemen|fighters|men)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of soldiers in a sentence.

    It starts with its bound, ends with what it counts or, for a bare number, with its fate; `after` is where the words
    begin that may tell its fate.
    """

    start: int
    number: int
    end: int
    after: int
    unit: str = "soldiers"
    modifiers: str = ""


def are_many(words: str) -> bool:
    """Whether a number of men is told in words: "hundreds of North Korean soldiers"."""
    return bool(_MANY.search(words))


def number_at(sentence: str, count: Count) -> re.Match[str] | None:
    """The match of the count's bound and number."""
    return _NUMBERED.match(sentence, count.start)


def fates(sentence: str, counts: Sequence[Count], before: str = "") -> list[tuple[Count, str]]:
    """Each number of soldiers with what it counts ("soldiers killed"); `before` is what the text tells before."""
    if not counts and not _MAY_TELL.search(sentence):
        return []
    at_war = _AT_WAR.search(sentence) or (_AT_WAR.search(before) and not _DISASTER.search(sentence))
    named = [c for c in counts if at_war or c.unit not in _DEATHS]
    every = sorted([*named, *_unnamed(sentence, named, bool(at_war))], key=lambda c: c.number)
    found: list[tuple[Count, str]] = []
    for index, count in enumerate(every):
        behind = next((c.start for c in every[index + 1 : index + 3] if c.start >= count.end), len(sentence))
        quantity = _fate(sentence, count, behind)
        joined = found and _AND.fullmatch(sentence, found[-1][0].end, count.start) and count in named
        if joined and quantity not in (_SENT, _ANY):  # "1,000 Russian and 30 North Korean soldiers were killed"
            found[-1] = (found[-1][0], f"{_whose(found[-1][0])}{quantity}")
        found.append((count, f"{_whose(count)}{quantity}"))
    return found


def _whose(count: Count) -> str:
    """ "Russian " where the soldiers are not said to be North Korea's."""
    nation = _NATIONS.search(count.modifiers)
    return f"{nation['other']} " if nation else ""


def _unnamed(sentence: str, named: Sequence[Count], at_war: bool) -> list[Count]:
    """Numbers of soldiers without the word: "300 of the 11,000 soldiers", "300 were killed", "casualties reached 4,000"."""
    found: list[Count] = []
    covered = bytearray(len(sentence))
    for count in named:
        covered[count.start : count.end] = b"\1" * (count.end - count.start)

    def add(match: re.Match[str], at: int, end: int, after: int) -> None:
        if not covered[at + match.start("number")]:
            found.append(Count(at + start_of(match), at + match.start("number"), end, after))
            covered[at + start_of(match) : end] = b"\1" * (end - at - start_of(match))

    for match in _BARE.finditer(sentence):
        if _OF_MEN.fullmatch(sentence, match.end("scale"), match.start("fate")):
            add(match, 0, match.end("fate"), match.end("scale"))
    for count in [*named, *found]:
        at, words = _before(sentence, count.start)
        if part := _PART.search(words):
            add(part, at, count.end, count.after)
    for match in _BEHIND_FATE.finditer(sentence):
        ahead = _before(sentence, start_of(match))[1]
        if (at_war and _TOLLED.search(ahead)) or (named and _DID.search(ahead) and _ends_there(sentence, match)):
            add(match, 0, match.end("scale"), match.end("scale"))
    return found


def _before(sentence: str, at: int) -> tuple[int, str]:
    """The words up to a place, no more than a pattern can ask for and none of them cut, and where they begin."""
    first = max(0, at - LONG)
    if first:
        first = sentence.find(" ", first, at) + 1 or at
    return first, sentence[first:at]


def _ends_there(sentence: str, match: re.Match[str]) -> bool:
    """Whether nothing that is counted stands behind the number: "wounded 47 on Tuesday"."""
    return _STOPS.match(sentence, match.end("scale")) is not None


def _fate(sentence: str, count: Count, next_start: int) -> str:
    ahead = _before(sentence, count.start)[1]
    if count.unit in _DEATHS:
        return _BOTH if count.unit == "casualties" else _KILLED
    if not _OF_WHOLE.search(ahead):
        told = (_fate_before(ahead), _fate_behind(sentence, count, next_start))
        if fate := _BOTH if _BOTH in told else told[0] or told[1]:
            return fate
    around = sentence[max(0, count.start - FAR) : count.end + FAR]
    return _SENT if _SENDING.search(around) else _ANY


def _fate_before(ahead: str) -> str:
    """What the words before the number tell: "killed 300", "casualties reached 4,000"."""
    if did := _DID.search(ahead):
        verb = did["verb"].lower()
        return _BOTH if did["too"] else next(fate for stem, fate in _STEMS.items() if verb.startswith(stem))
    if tolled := _TOLLED.search(ahead):
        fate = _FATE.search(tolled["noun"])
        return _named(fate) if fate else _KILLED  # "the loss of", "the killing of"
    return ""


def _named(fate: re.Match[str]) -> str:
    """The quantity that a match of _FATE tells."""
    return _FATES[int((fate.lastgroup or "f0")[1:])][0]


def _fate_behind(sentence: str, count: Count, next_start: int) -> str:
    """What the words behind the number tell became of them, up to the next number."""
    end = min(next_start, count.after + FAR)
    if stop := _ENDS.search(sentence, count.after, end):
        end = stop.start()
    fate = _FATE.search(sentence, count.after, end)
    if fate is None or _NOT_THEIRS.search(_ASIDE.sub(" ", sentence[count.after : fate.start()])):
        return ""
    if _ACTIVE.match(sentence, fate.end()) and not _PASSIVE.search(sentence, count.after, fate.start()):
        return ""
    return _named(fate)
