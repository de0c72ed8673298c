"""Whether words cut out of a sentence can stand alone, as a title must: a subject, a verb, and no end hanging loose."""

import re

MAX_WORDS_LENGTH = 110  # characters
# With fewer words they say too little.
MIN_WORDS = 3

_PREPOSITION = r"by|of|to|for|with|from|at|on|in|into|onto|upon|between|during|under|over|about|around|against|among|despite|amid|until|till|since|through|without|behind|along|including|according\sto"
_CONJUNCTION = r"and|but|or|nor|yet|so|which|who|whom|whose|that|where|when|while|as|after|before|because|although|though|if|whether|than|once|unless|what|how|why"
_AUXILIARY = r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|does|do"
# Verbs whose past does not end in -ed.
IRREGULAR = (
    r"became|began|bore|bought|brought|broke|built|came|chose|drew|drove|fell|felt|flew|found|fought|gave|got|grew|held|hung|kept|"
    r"knew|laid|led|left|lent|let|lost|made|met|paid|put|ran|rode|rose|sank|sat|saw|sent|set|showed|shook|shut|sold|spent|spoke|"
    r"stood|struck|swam|threw|took|taught|told|went|woke|won|wore|wrote"
)
_PAST = rf"{IRREGULAR}|cut|hit|said|shed|shot|thought|tore"
_PRESENT = (
    r"says?|tells?|sends?|accuses?|acknowledges?|admits?|agrees?|announces?|asks?|becomes?|begins?|believes?|breaks?|brings?|brushes|calls?|claims?|comes?|concludes?|"
    r"condemns?|confirms?|continues?|denies|deny|estimates?|expects?|expresses|finds?|follows?|gives?|goes|holds?|hopes?|insists?|intends?|invites?|joins?|keeps?|knows?|"
    r"leaves?|makes?|meets?|offers?|opens?|plans?|pledges|praises?|promises|puts?|receives?|recogni[sz]es|rejects?|remains?|reports|repeats?|returns?|runs?|sees?|"
    r"seeks?|sells?|shows?|signs?|speaks?|starts?|stays?|suspects?|takes?|thanks?|thinks?|urges?|visits?|wants?|warns?|welcomes?|wishes|pushes|refuses|fleshes|"
    r"abstains|adopts|appoints|approves|arrives|attends|carries|closes|crosses|delivers|departs|flies|greets|hosts|inspects|lays|looks|ratifies|travels"
)
# "led by", "a report seen by Reuters": a participle, no verb of its own.
_FINITE = re.compile(
    rf"(?:(?<=\s)|^)(?:{_AUXILIARY}|(?:(?:{_PAST}|[a-z]{{2,20}}ed)(?!\sby\b))|{_PRESENT}|(?<=,\s)[a-z]{{3,20}}s(?=\s(?:the|an?|each|to|it|that|its|his|their|[A-Z])))(?=[\s,;.]|$)"
)
# "The bridge, which was agreed": what stands in it is no verb of the bridge's own.
_RELATIVE = re.compile(
    r",?\s(?:which|who|whom|whose|where)\b[^,]{0,160}(?:,|$)|,\s(?:an?|the|one)\s[^,]{0,80}\b(?:that|run|led|seen)\b[^,]{0,80}(?:,|$)"
)
_NO_VERB_BEHIND = re.compile(r"\b(?:the|a|an|who|which|that|to|of|its|his|their)\s$")
_PARTICIPLE_BEHIND = re.compile(r",\s(?:\w{1,20}ly\s)?$")
_AUXILIARIES = re.compile(_AUXILIARY)
# Openings of words that are no subject; "At least 90 wagons" is one.
_NO_SUBJECT = re.compile(
    rf"\W{{0,3}}(?:(?!at\sleast\b|at\smost\b|around\s\d|about\s|over\s\d|between\s\d)(?:{_PREPOSITION})|{_CONJUNCTION}|{_AUXILIARY}|been|being|be|not|only|also|twice|adding|saying|citing|"
    rf"calling|quoting|noting|later|earlier|afterwards|then|(?-i:{_PAST}|[a-z]{{2,20}}(?<!hundr)(?<!unit)ed))\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"\W{0,3}(?:he|she|it|they|its|his|her|their|this|these|that|those|both|him|them|we|I|you|there|one)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[^,“”\"]|,(?=\d)){2,80},\s")
# So far, in characters, a loose end reaches back.
REACH_OF_END = 40
# What a cut leaves hanging.
_LOOSE_END = re.compile(
    rf"\s(?:{_PREPOSITION}|{_CONJUNCTION}|{_AUXILIARY}|been|being|be|the|a|an|its|his|her|their|only|early|late|later|just|back|never|said|says|local\stime|not|"
    r"(?:that|which|what),?\s(?:it|he|she|they)(?:\s(?:said|says))?)$",
    re.IGNORECASE,
)
_UNIT_AT_END = re.compile(r"(\S{1,30}) (hours|minutes)$")
_COUNTS = re.compile(
    r"\d\S*|two|three|four|five|six|seven|eight|nine|ten|\w{1,12}teen|\w{1,12}ty|a|few|several|many|some|within|for|of|in|over|recent|these|those|the|its|his|their|last|past|more|coming|small|early|late|business|working",
    re.IGNORECASE,
)
_ENDS_WELL = re.compile(
    r"\s(?:go|goes|gone|went|carried|going|set|moved|move|held|pressed|broke|taken|brought|called|pass|passed|came|come)\s(?:on|in|over|through|along|off|about|out)$"
)
# "agreed on at", "a date between and": words are missing.
_HOLE = re.compile(
    r"\b(?:on|of|to|with|for|from|between|by)\s(?:at\b(?!\sleast)|of\b|on\b|in\b|during\b|and\b|to\b(?!\s\d)|,|\.)|\b(?:between|from|at|about|around|the|a|of)\sand\b|\bof\sits\sand\b|[“\"]\s?[”\"]|\(\s?\)|\sthe\s(?:of|in|on|at|to|was|is|will)\b"
)
# A verb behind a speaker put in, or right behind the one of speaking: "Kyiv claims, shipped oil", "Seoul says armed the North".
_TORN = re.compile(
    rf"\b(?:says|claims|thinks|believes)(?:,\s|\s)(?:{_PAST}|{_AUXILIARY}|[a-z]{{2,20}}ed)\b|\b(?:said|claimed),\s(?:{_PAST}|[a-z]{{2,20}}ed)\b"
)
# "said that both countries": what was said has no verb.
_SAID_THAT = re.compile(
    r"\b(?:said|says|announced|warned|confirmed|claimed|wrote|told\s\w{2,20})\sthat\s(?P<content>.*)$"
)
# "Not a shell was sent", "if attacked, we help", "whether they go is our business".
_MAY_BE_SAID = re.compile(
    r"\W{0,3}(?:not|only|if|whether|what|how|why|despite|unless|although|though|there)\b", re.IGNORECASE
)
# The looks tell nothing of words in other letters.
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f]{3}")
_QUOTES = re.compile(r"[“”\"]")


# Left where a date stood: "announced [on July 13], the ambassador told ...", "released by an agency [on Monday], she
# spoke", "who | met", "nine days [into the trip], he left".
_LEFT_BEHIND = re.compile(
    r"(?:announced|released|published|carried|issued|signed|held)(?:\sby\s[^,]{3,60})?,\s(?=\S+\s\S+\s\S)"
    r"|(?:that|which|who)\s+|\w{1,20}\s(?:hours|days|weeks|months|years),\s",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\s\(\s?\)")
_SPACE_BEFORE_MARK = re.compile(r"\s([,.;:])")
_COMMAS = re.compile(r",(?:\s?,)+")
_NOTES = re.compile(r"[.,]?(?:\[\d{1,3}\])+$")
_OPENS_CLAUSE = re.compile(rf"\W{{0,3}}(?:{_CONJUNCTION})\b", re.IGNORECASE)


def shortened(words: str) -> str:
    """The words on one line, cut at a comma or between words, without what a date leaves behind that stood there."""
    words = _SPACE_BEFORE_MARK.sub(r"\1", " ".join(words.split()))
    words = _COMMAS.sub(",", words).strip(" ,;:.—–-•·*")
    if "(" in words:
        words = _EMPTY_BRACKETS.sub("", words) if ")" in words else words.removeprefix("(")
    if left := _LEFT_BEHIND.match(words):
        words = words[left.end() :]
    if words.endswith("]"):
        words = _NOTES.sub("", words)
    if len(words) <= MAX_WORDS_LENGTH:
        return words
    cut = words[:MAX_WORDS_LENGTH]
    stop = max(cut.rfind(", "), cut.rfind(" – "), cut.rfind(" — "))
    if stop > 40 and stands_alone(cut[:stop]):
        return cut[:stop].strip(" ,;")
    return f"{without_loose_end(cut[: cut.rfind(' ')])} …"


def without_loose_end(words: str) -> str:
    """ "The trial was due to open on" -> "The trial was due to open"."""
    words = words.strip(" ,;:—–-")
    unit = _UNIT_AT_END.search(words) if words.endswith(("hours", "minutes")) else None
    if unit and not _COUNTS.fullmatch(unit[1]):
        words = words[: unit.start(2)].rstrip(" ,")  # "exploded minutes [after it took off]"
    while loose := _loose_end(words):
        words = words[: loose.start()].rstrip(" ,;:—–-")
    return words


def _loose_end(words: str) -> re.Match[str] | None:
    loose = _LOOSE_END.search(words, max(0, len(words) - REACH_OF_END))
    return loose if loose and not _ENDS_WELL.search(words, max(0, len(words) - REACH_OF_END)) else None


def _is_broken(words: str) -> bool:
    """Whether words are missing: too few, a quotation that is half, a hole, a loose end."""
    too_few = len(words.split()) < MIN_WORDS
    torn = too_few or len(_QUOTES.findall(words)) % 2 or _HOLE.search(words) or _TORN.search(words)
    return bool(torn) or _loose_end(words) is not None


def stands_alone(words: str) -> bool:
    """Whether they read as a sentence: a subject, a verb behind it, and nothing missing. Judged by their looks."""
    words = words.removesuffix(" …")
    if not words.isascii() and _OTHER_LETTERS.search(words):
        return len(words.split()) >= MIN_WORDS
    if _NO_SUBJECT.match(words):
        opening = _OPENING.match(words)  # "In a post, the embassy denied it"
        return opening is not None and not _OPENS_CLAUSE.match(words) and stands_alone(words[opening.end() :])
    said = _SAID_THAT.search(words) if " that " in words else None
    return has_verb(said["content"] if said else words) and not _is_broken(words)


def completes(words: str) -> bool:
    """Whether they can stand behind "Speaker: ": what stands alone, is cut short or opens as no title of its own would."""
    if stands_alone(words):
        return True
    opens = words.endswith("…") and has_subject(words) or _MAY_BE_SAID.match(words) is not None and has_verb(words)
    return opens and not _is_broken(words)


def has_subject(words: str) -> bool:
    """Whether they open with somebody or something, not with a verb, a preposition or a connector."""
    return _NO_SUBJECT.match(words) is None


def is_verb(word: str) -> bool:
    """Whether a word by itself looks like a verb: "regretted", "show"."""
    return _FINITE.fullmatch(word) is not None


def has_verb(words: str) -> bool:
    """Whether a verb follows the first word that is none of an apposition: "The Boeing, operated by Nordwind" has none."""
    words = _RELATIVE.sub(" ", words)
    for verb in _FINITE.finditer(words):
        before = words[: verb.start()]
        participle = (
            before.count(",") == 1 and _PARTICIPLE_BEHIND.search(before) and not _AUXILIARIES.fullmatch(verb.group())
        )
        if before.strip() and not participle and not _NO_VERB_BEHIND.search(before, max(0, len(before) - REACH_OF_END)):
            return True
    return False
