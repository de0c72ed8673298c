"""How firmly a clause says what it says: asserted, claimed, planned or denied, and by whom."""

import re

ASSERTED, CLAIMED, PLANNED, DENIED = "asserted", "claimed", "planned", "denied"

# "left without meeting him", "without a treaty"; but "without warning, he left" and "without his minister".
_WITHOUT = r"\bwithout\s(?:\w+ing\b(?![^,]{0,60},)(?<!warning)|(?:an?\s|any\s|the\s)?(?:\w+\s)?(?:treaty|deal|agreement|pact|summit|meeting|talks)\b)"
_NEGATION = re.compile(
    _WITHOUT
    + r"|\b(?:not|never|(?-i:no|NO|No(?!\s[A-Z][a-z]+[\s-][A-Z]))|neither|nor|absent|none|n[’']t|не|нет|ни)\b|n[’']t\b",
    re.IGNORECASE,
)
# Between "not" and "until" of one clause: "he did not arrive in the capital until Tuesday".
UP_TO_UNTIL = r"(?:(?!\b(?:and|but|since)\b)[^.,;]){0,120}"
_NOT_NEGATION = re.compile(
    r"\bnot only\b|\bno longer than\b|\bnot least\b|\bno less\b|\bnot until (?=\d|(?-i:[A-Z]))|"
    rf"(?:\b(?:not|never|neither|nobody)|n[’']t)\b(?={UP_TO_UNTIL}\buntil\s(?:the\s)?(?:\d|(?-i:[A-Z])|last|this))",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|rul(?:e|es|ed) out|refut\w+|dismiss(?:es|ed)?|no proof|unproven|"
    r"brush(?:es|ed)? (?:aside|off)|shrugged off|waved away|rebuffed|fake(?: news)?)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned|ning)? to|plans? for|planned|expect(?:s|ed)?(?: to)?|due (?:to|in|on|at)|set to|scheduled|intends?|hopes? to|"
    r"agreed to|pledged to|promised to|vowed to|upcoming|future|forthcoming|going to|prepar\w+ (?:to|for|an?|the|his|her)|(?-i:may)|might|could|should|ready to|"
    r"wants? to|about to|eventually|are to|is to|собира\w+|планир\w+|намерен\w*|ожида\w+|предсто\w+|будет|будут)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:invit\w+|invitation|ask\w*|urg\w+|allow\w*|order\w*|want\w*|hop\w+|agree(?:s|d|ing)?|pledg\w+|promis\w+|plan(?:s|ned|ning)?|expect\w*|prepar\w+)\b[^.;]{0,70}\bto\s+(?:\w+\s+)?\w*$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# So far, in characters, "is expected to" reaches.
REACH_OF_PLAN = 100
# "went on to sign": what was done.
_WENT_ON = re.compile(
    r"\b(?:took until [^.;]{3,60} for [^.;,]{3,60}|went on|goes on|began|begun|begins|continued|continues|managed|came|comes|started|proceeded|proceeds|(?:was|were) allowed)\s+to\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_WAS_HELD = re.compile(r"\b(?:was|were) (?:also )?(?:held|staged|hosted|organi[sz]ed|given)\b|\btook place\b")
# "came together on Thursday to discuss": they did.
_ASSEMBLED = re.compile(
    r"\b(?:(?:came|got|sat|have come|had come|were brought) (?:together|down)|teamed up|joined (?:hands|forces)|took (?:him|her|them))\b(?:(?!\bto\s(?!the\b|an?\b|his\b|her\b|its\b|their\b))[^.;,]){0,60}\bto\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# "the first leader to visit", "one of five to vote against": they did.
_RANKED = re.compile(
    r"\b(?:first|second|third|last|only|latest|one of)\s(?:[\w’'-]+\s){0,3}"
    r"(?:leaders?|presidents?|ministers?|officials?|foreigners?|states?|countr(?:y|ies)|governments?|nations?|delegations?|"
    r"groups?|chiefs?|heads?|guests?|visitors?|tourists?|people|person|m[ae]n|wom[ae]n|members?|envoys?|diplomats?|generals?|Russians?|Koreans?)"
    r"\s(?:(?:of|in|from)\s(?:[\w’'-]+\s){1,3})?to\s+(?:\w+ly\s+)?$"
)
_VOTED = re.compile(r"\bvoted\b[^.;]{0,50}\bto\s+$", re.IGNORECASE)
_CALLED_OFF = re.compile(
    r"\b(?:will not|won[’']t|would not|not (?:be )?com(?:e|ing)|given up|gave up|called? off|cancel\w*|dropped|scrapp\w+|postpon\w+|not going to)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|alleg\w+|believed|suspect\w+|accus\w+|claim(?:s|ed)?|apparently|appears? to|purported\w*|(?:said|reported|estimated|thought)\s(?:by\s[^,;.]{2,40}?\s)?to\s(?:be|have)|якобы|предположительно)\b",
    re.IGNORECASE,
)
# Behind a verb of saying in the passive: "is said | by officials to have sent".
_TO_HAVE = re.compile(r"\s(?:by\s[^,;.]{2,40}?\s)?to\s(?:be|have)\b")
# "went to Russia in 2019 to meet Putin": of a journey that was made its purpose is told as done.
_JOURNEYED = re.compile(
    r"\b(?:went|gone|came|come|travel(?:l?ed|s)|flew|flown|flies|visit(?:ed|s)|arriv(?:ed|es)|rode|rolled|returned|left|set (?:off|out)|crossed|stopped|"
    r"took (?:his|her|their|a|the)|made (?:his|her|a|the|an)|journey(?:ed)?|trip|train|paid)\b[^.;]{0,100}\bto\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+\s){0,2}$", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\b(?:according to|cited by|as reported by|по данным|по словам)\s+(?P<who>[^,.;“”\"]{3,80})", re.IGNORECASE
)
# Who is named in words only, and is neither of the two nor a paper.
_OUTSIDERS = re.compile(
    r"\b(?:analysts?|experts?|monitors?|researchers?|research group|think tank|observers|investigators|defectors?|activists|sources?|"
    r"(?:Ukrainian|American|U\.?S\.?|South Korean|Western|Japanese|British|European|NATO|allied)\s+(?:\w+\s+)?(?:officials?|intelligence|diplomats?))\b"
)


def is_negated(words: str) -> bool:
    """Whether the clause says that it was not so."""
    return bool(_NEGATION.search(words) and _NEGATION.search(_NOT_NEGATION.sub("", words)))


def negated_stretches(words: str) -> list[tuple[int, int]]:
    """Spans between commas that hold a negation: "..., but they were not among them"."""
    spans, start = [], 0
    for stop in [*(m.start() for m in re.finditer(r",\s|;\s", words)), len(words)]:
        if is_negated(words[start:stop]):
            spans.append((start, stop))
        start = stop
    return spans


def is_denial(words: str) -> bool:
    return bool(_DENIAL.search(words))


def is_called_off(words: str) -> bool:
    """Whether the clause gives up a plan ("will not come", "called off")."""
    return bool(_CALLED_OFF.search(words))


def is_planned(before: str) -> bool:
    """Whether the words of the clause before a trigger put it ahead in time."""
    near = before[-REACH_OF_PLAN:]
    return bool(_FUTURE.search(near)) or bool(_PURPOSE.search(before))


def is_told_ahead(before: str) -> bool:
    """Whether "would" alone puts it ahead: "In July 2023 he would stand beside Kim" tells of what was done."""
    words = {m.group().lower() for m in _FUTURE.finditer(before[-REACH_OF_PLAN:])}
    return words == {"would"} and not _PURPOSE.search(before)


def is_infinitive(before: str, behind: str = "") -> bool:
    """ "to visit": a purpose or a wish, not a happening; but "a ceremony to welcome them was held"."""
    if _WAS_HELD.search(behind):
        return False
    return bool(_INFINITIVE.search(before)) and not any(
        done.search(before) for done in (_VOTED, _WENT_ON, _RANKED, _ASSEMBLED)
    )


def is_purpose_of_journey(before: str) -> bool:
    """Whether the infinitive is what somebody made a journey for."""
    return bool(_JOURNEYED.search(before))


def is_hearsay(words: str) -> bool:
    return bool(_HEARSAY.search(words))


def is_hearsay_behind(text: str, end: int) -> bool:
    """Whether a verb of saying that ends there only tells how firmly something is known: "is said | to have"."""
    return _TO_HAVE.match(text, end) is not None


def is_looked_back_on(before: str, verb: str) -> bool:
    """Whether the verb stands in the pluperfect: "had been moved", "had loaded"."""
    return bool(_PLUPERFECT.search(before) or verb.startswith("had "))


def is_outsider(attribution: str) -> bool:
    """Whether those who are named as saying so are outside the two countries, as far as the words tell."""
    return bool(_OUTSIDERS.search(attribution))


def according_to(words: str) -> str:
    """Who is named behind "according to", "" when nobody is."""
    match = _ACCORDING.search(words)
    return " ".join(match["who"].split()).removeprefix("the ").strip() if match else ""
