"""A sentence cut into clauses, with the names, dates and trigger words found in each.

The cut is shallow: at conjunctions, relative pronouns, semicolons and reporting verbs. That is enough
to keep apart the happenings of a sentence that has several, each with its own date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.reading.dates import DateExpression

from .modality import is_planned
from .phrasing import IRREGULAR
from .scanning import Scan
from .vocabulary import Actor, Adjective, Place, Trigger

# How a connector ties its clause in time to the one before it:
#   same     happened together: a date is shared both ways
#   apart    a time of its own: dates are not shared
#   content  what somebody says: the date of the speech is not that of its content
#   resumed  the main clause goes on behind a relative one, in the time of its own beginning
CONNECTORS: dict[str, str] = {
    "during which": "same", "at which": "same", "in which": "same", "as well as": "same",
    "at a time when": "apart", "amid": "same", "when": "same", "while": "same", "where": "same", "which": "same", "who": "apart", "whom": "apart",
    "after": "same", "following": "same", "as": "same", "since": "apart", "before": "apart",
    "although": "apart", "though": "apart", "but": "apart", "because": "apart", "whereas": "apart",
    "that": "content", "ahead of": "apart", "until": "apart",
    "когда": "same", "где": "same", "после": "same", "во время": "same", "что": "content", "который": "apart",
    "которая": "apart", "которое": "apart", "которые": "apart", "которого": "apart", "которой": "apart",
    "которую": "apart", "которым": "apart", "которых": "apart", "которому": "apart", "котором": "apart", "куда": "apart",
    "но": "apart", "поскольку": "apart", "перед": "apart", "а": "apart", "чтобы": "apart", "хотя": "apart",
    "так как": "apart", "потому что": "apart", "после того как": "same", "в ходе": "same",
}  # fmt: skip

# With a date behind them these begin no clause, and the date is none of the verb.
PREPOSITIONS = ("since", "until")

_SAY_IN_RUSSIAN = (
    r"заявил[аио]?|заявля[ею]т|сообщил[аио]?|сообща[ею]т|сказал[аи]?|сказано|пиш[еу]т|написал[аи]?|переда[её]т|передают|передал[аи]?|"
    r"рассказал[аи]?|рассказыва[ею]т|отметил[аи]?|отмеча[ею]т|подчеркнул[аи]?|добавил[аи]?|уточнил[аи]?|пояснил[аи]?|утвержда[ею]т|счита[ею]т|полага[ею]т|говорится"
)
_SAY = (
    r"(?:said|says|say|(?:was|were|is)\squoted\s(?:by\s[^,;]{2,30}\s)?as\ssaying|claims?|claimed|added|adds|believes?|noted|reported|announced|told|(?:report|data|figures|statistics|survey|imagery|images)\sshowed|"
    + _SAY_IN_RUSSIAN
    + ")"
)
_WHEN = r"(?:\s+(?:(?:late\s+|early\s+)?(?:on\s+)?|last\s+)(?:\w+day|today|yesterday|week|month|year|\w+ \d{1,2}))?"

_CONNECTOR = re.compile(
    r"(?<![\w-])(?P<word>"
    + "|".join(sorted(map(re.escape, CONNECTORS.keys() - {"а"}), key=len, reverse=True))
    + r")\s|(?P<semi>;|\s[—–]|(?<=[a-z]{2}):(?=\s[A-Z]))\s|,\s+(?P<and>(?:and|adding|saying|acknowledging|while|а)\s)"
)
# "said that", "confirmed to them that": content. Any other "that" only explains the noun before it.
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tell\w*|claim\w*|announc\w+|confirm\w*|report\w*|warn\w*|stat(?:ed|es|ing)|declar\w+|believ\w+|estimat\w+|add(?:ed|s|ing)|"
    r"admit\w*|acknowledg\w+|den(?:y|ied|ies)|promis\w+|pledg\w+|suggest\w*|reveal\w*|proof|insist\w*|agreed|noted|hint\w*|mean\w*|so|clear|inform(?:s|ed|ing)|brief(?:ed|ing)|"
    r"emphasi[sz]\w+|stress\w*|underlin\w+|underscor\w+|point(?:ed|s|ing)\sout|reiterat\w+|reaffirm\w*|vow\w*|hop(?:ed|es|ing)|remark\w*|convinced|confident)\b(?:[^,;]{0,40}|[^;]{0,60},\s)$"
)
# "said that it was so and that more would come".
_AND_THAT = re.compile(r"\b(?:and|but)\s$")
# "..., the White House said on Friday.": the speaker behind the content. "A spokesman, Miller, said it would ..." is none.
_TAIL = re.compile(
    r",[”\"]?\s+(?!"
    + _SAY
    + r"\b[^,;]*\b(?:would|will|had|was|were|has|have|is|are|could|should|can|may|might)\b)(?=(?:[A-Z]{3,8},\s(?:the|an?)\s[^,;“”\"]{3,50},\s)?(?:[^,;“”\"]{2,90}?\s(?<!which\s)(?<!that\s)(?<!who\s))?"
    + _SAY
    + r"\b(?!\s+(?:\w+\s+){0,4}?that\b)(?:[^;“”\"]{0,80}|\s+(?:on|in|at|to|as|by|during|\w+day)\b[^;“”\"]{0,120})(?:;|$))|,\s+(?=according to\b)"
    # "..., said the report by the agency, a state-run body in Seoul."
    r"|,\s+(?=said\s(?:the|an?)\s(?:\w+\s)?(?:report|statement|document|dispatch|release|message|notice|study|survey|paper)\s(?:by|of|from)\s[^;“”\"]{3,160}$)"
    # "..., said Alexander Kozlov, the minister, a paper writes with reference to an agency."
    r"|,\s+(?=(?P<inverted>said)\s(?:[A-Z][\w’'.-]{1,20}\s){1,3}[A-Z][\w’'.-]{1,20},\s[^;“”\"]{3,160}$)"
)
_PUT_IN = re.compile(r",\s(?:in|at|during|on|after|before|citing|quoting|speaking)\s[^,;]{3,80}$")
# "In March alone, the White House said on May 2, Russia shipped ...": the main clause goes on behind the speaker.
_INSERTED = re.compile(
    rf",\s(?P<speech>(?!which\b|who\b|that\b)(?:[^,;“”\"]{{2,60}}?\s(?<!which\s)(?<!that\s)(?<!who\s))?{_SAY}"
    r"(?:\s(?:on|in|at|last|this|earlier)\b[^,;“”\"]{0,30}|\s\w+day)?),\s(?!adding\b|who\b|which\b|citing\b|quoting\b)"
)
# "Kirby said the U.S. believes ...": content without "that".
_HEAD = re.compile(
    r"\b"
    + _SAY.replace("|told", "")
    + _WHEN
    + r"\s+(?=[^\W\d_“\"'‘])(?!(?:it|this|them|so)\s(?:(?:on|in|at|last|later|earlier|yesterday|today|two|three|four|five|six|a|an|the)\b|\w+day\b|\d)|\w+day\b|today\b|earlier\b|during\b|that\b|on\b|in\b|at\b|to\b|as\b|by\b|he\b.{0,12}$)"
)
_WHAT = re.compile(r"(?<!of )\bwhat\s(?:[\w.’'-]+\s){1,4}$")
# "since February 2020, when it was suspended": what "it" is stands before.
_ABOUT_BEFORE = re.compile(r"(?:when|after|before|until|as|while|where)\s(?:it|they)\b")
# So far before a relative clause, in characters, stands the noun that it tells of.
NOUN = 30
# A relative clause between commas is no longer than so many characters.
REACH_OF_RELATIVE = 120
_ON = re.compile(r"(?P<comma>,\s)(?:(?:in|at)\s(?:the\s)?(?:[A-Z]\w+\s){1,2})?(?:(?:on|in|early|late)\s(?:the\s)?)?$")
# Where "two days after" ends at the latest when a sentence begins with it, in characters.
MAX_OFFSET = 24
# Words besides the date that an opening like "Back in May," may have.
MAX_OPENING = 4
# "It ends on Friday, the agency said": that is told of Friday, and said on another day.
_TELLS = re.compile(r"\W{0,3}(?:it|he|she|they|there|we)\s(?!and\b|all\b)", re.IGNORECASE)
# "an estimated 11,000": a verb's form that only describes a noun.
_ADJECTIVE = re.compile(
    r"\b(?:an?|the|of|its|their|some)\s+(?:estimated|reported|claimed|stated|promised|alleged|said|closed|wounded|captured|opened)$|\b(?:economic|existing|despite|western|financial)\ssanctions$",
    re.IGNORECASE,
)
# Nobody thanks anybody.
_OWING_TO = re.compile(r"thanks\s(?:\w+\s){0,2}to\b")
# "On 24 August Kim, four months before his death, had talks"; so far, in characters, the first comma is looked for.
_OFFSET_ASIDE = re.compile(r"(?:after|before)\s[^,;]{3,40},\s")
_COMMA_BEFORE_UNIT, REACH_OF_COUNT = re.compile(r",\s(?:\w+\s){1,5}$"), 60
_UNIT_BEFORE = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?)\s*$")
_OPENING = re.compile(r"(?:As|After|Since|When|Following|During|At the end of|Before)\b")
# "before dawn", "after midnight" tell the hour.
_HOUR = r"(?:dawn|daybreak|sunrise|noon|midday|dusk|dark|sunset|nightfall|midnight)\b"
# Behind these words a connector is none, ...
_NONE_BEHIND = {
    "as": re.compile(
        r"\b(?:such|well|same|known|viewed|seen|described|recogni[sz]ed|regarded|considered|treated|appointed|elected|sworn in|served|serves|works?|worked|acted|so|as (?:far|many|much|few|little|large|high|early|late|recently)|is)\s*$"
    ),
    "that": re.compile(
        r"\b(?:so|than|like|at|in|on|after|before|all)\s*$|^\W*(?:[Aa]nd |[Bb]ut )?[Ii]t (?:was|is) (?:only |not |on |in |at |during |there |then ){1,3}[^,;]{0,40}$"
    ),
    "after": re.compile(r"\b(?:look\w*|named|soon|shortly)\s*$"),
    "following": re.compile(r"\b(?:the|a)\s*$"),
    "since": re.compile(r"\b(?:ever|long|days|weeks|months|years|decades)\s*$"),
    "while": re.compile(r"\b(?:an?|short|little|long|worth)\s*$"),
    "before": re.compile(r"\b(?:knelt|kneel\w*|bow\w*|appear\w*|stood|spoke|speak\w*)\s*$"),
}
# ... nor with these behind it.
_NONE_WITH = {
    "as": re.compile(r"as\s+(?:well|many|much|a\b|an\b|the\b|of|part|its|saying|\w+ly\b)"),
    "that": re.compile(
        r"that\s+(?:year|day|month|time|week|country|spring|summer|autumn|fall|winter|(?:March|May|June|July|[A-Z][a-z]+(?:ary|ril|ust|ber|day))(?!\s+\d))\b"
    ),
    "after": re.compile(rf"after\s+{_HOUR}"),
    "since": re.compile(
        r"since\s+(?:then|\d|(?:the|its)\s(?:[\w’'-]+\s){0,2}?(?:pandemic|war|collapse|end|start|beginning|outbreak|break-?up|lockdown)\b)"
    ),
    "before": re.compile(
        rf"before\s+(?:{_HOUR}|(?:that|then)\s*(?:[,.;]|(?:on|in)\b)|(?:the|that)\s+(?:war|year)|(?:the\s+(?:end|middle|start|beginning)\s+of|\d|next\s+(?:week|month|year|spring|summer|autumn|winter)))"
    ),
    # "and before that on 4 February": a date more, of the same verb.
    "and": re.compile(r"and\s(?:again|once\smore|before\sthat)\s(?:on|in)\s"),
    "until": re.compile(r"until\s+(?:\d|\w+day|now|[A-Z])"),
    "because": re.compile(r"because\sof\b"),
}


# "and met", "and was then received": a second verb of the same subject.
_AND_VERB = re.compile(
    r"(?:\b(?:and|then|и)|,)\s+(?:(?:also|then|later|again|was|were|is|are|has|had|been|\w+ly|затем|потом)\s+){0,3}$"
)

# Between that subject and its verb.
_OWN_SUBJECT = re.compile(r"\s(?:(?:also|then|later|has|had|was|were|\w+ly)\s){0,3}")

# "The pact, which has four articles, entered into force": behind the relative clause the main one goes on with its verb.
RELATIVE = ("which", "who", "whom", "where", "when")
_PAST = rf"[a-z]{{2,}}ed|{IRREGULAR}|said|was|were|has|had|is|will"
_RESUMES = re.compile(
    r"(?:which|who|whom|where|when)\s[^;]{3,160}?,\s+(?!\w+ed\s+by\b)(?=(?:(?:also|later|then|has|have|had|was|were|is|are|will|would)\s+)*"
    rf"(?:he|she|they|{_PAST})\b)"
)
_FINITE = re.compile(
    rf"\b(?:{_PAST}|are|have|would|could|can|may|should|fell|ran|rode|stood|sat|spoke|began|became|put|set|met|won|lost|fought|brought|built|"
    r"lie|border|[a-z]{3,}s)\b"
)


@dataclass(slots=True)
class Name:
    """A name in the text and what it may stand for; `actor` and `place` are set when resolved."""

    start: int
    end: int
    text: str
    meanings: tuple[Actor | Place | Adjective, ...]
    actor: Actor | None = None
    place: Place | None = None
    side: str = ""
    located: bool = False  # behind "in", "at", "to": where something is, not what it is about
    negated: bool = False  # in a part of the sentence that says it was not so


@dataclass(frozen=True, slots=True)
class Hit:
    """Trigger words in the text, with the kinds that they may name."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]
    text: str


@dataclass(slots=True)
class Clause:
    """`link` is how the clause stands in time to the one before it; "" for the first.

    `lead` are words before it that its verb tells of: "trains stopped in May and" before "resumed in June", "the treaty"
    before "that he signed".
    """

    start: int
    end: int
    connector: str
    link: str
    words: str
    names: list[Name] = field(default_factory=list)
    dates: list[DateExpression] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    lead: str = ""


def split_clauses(text: str, start: int, end: int, dates: Sequence[DateExpression] = ()) -> list[Clause]:
    """The clauses of text[start:end], in order; together they cover the sentence. No cut goes through one of `dates`."""
    # "Two weeks after" is no date by itself: what it counts from begins with its last word.
    told = [(d.start - start, d.end - start) for d in dates if d.relation is None]
    sentence = _without_commas(text[start:end], told)
    quotes = [match.span() for match in re.finditer(r"[“\"«][^”\"»]{0,400}[”\"»]", sentence)]
    cuts = {0: ""}
    for match in _CONNECTOR.finditer(sentence):
        word = match["word"] or (match["and"] or "").strip() or ";"
        position = match.start("and") if match["and"] else match.start()
        if position == 0 or _is_none(word, sentence, position):
            continue
        if any(first - 5 <= position + len(word) < first for first, _ in told) and word in PREPOSITIONS:
            continue  # "since July 2000"
        if word in ("after", "before") and _UNIT_BEFORE.search(sentence[:position]):
            word = f"offset {word}"
        if word == "that" and not _SPEAKS.search(sentence[:position]):
            further = _AND_THAT.search(sentence[:position]) and "that" in cuts.values()
            word = "that" if further else "which"
        cuts[position] = word
        if main := _resumed(sentence, position, word) or _date_behind(sentence, position, word, told):
            cuts.setdefault(main, "resumed")
    for match in _HEAD.finditer(sentence):
        if _WHAT.search(sentence, max(0, match.start() - NOUN), match.start()):
            continue  # "shipped what Seoul says are shells"
        if _FINITE.search(sentence, match.end()):  # "announced the trip on Monday." has no verb of its own
            cuts.setdefault(match.end(), "said")
    _cut_speakers(sentence, cuts)
    if _OPENING.match(sentence) or any(at <= MAX_OFFSET and word.startswith("offset") for at, word in cuts.items()):
        _cut_opening(sentence, cuts)
    positions = sorted(
        p for p in cuts if not any(a < p < b - 1 for a, b in quotes) and not any(a < p < b for a, b in told)
    )
    clauses: list[Clause] = []
    for begin, stop in zip(positions, [*positions[1:], len(sentence)], strict=True):
        word = cuts[begin]
        # "the treaty that he signed": what the relative clause tells of stands right before it.
        if word == "resumed":
            lead = sentence[: clauses[-1].start - start]  # "Shoigu, | who heads the council, | met Kim": no council
        elif _ABOUT_BEFORE.match(sentence, begin) or word.startswith("котор"):
            lead = sentence[:begin]
        else:
            lead = sentence[max(0, begin - NOUN) : begin] if word == "which" else ""
        words = text[start + begin : start + stop]
        clauses.append(Clause(start + begin, start + stop, word, _link(word), words, lead=lead))
    return clauses


def _without_commas(sentence: str, dates: Sequence[tuple[int, int]]) -> str:
    """The sentence with spaces for the commas of its dates: "on May 9, 2025, they met" has one that parts clauses."""
    for first, last in dates:
        sentence = sentence[:first] + sentence[first:last].replace(",", " ") + sentence[last:]
    return sentence


def _is_none(connector: str, sentence: str, position: int) -> bool:
    """Whether the word at the position joins no clauses there: "such as", "soon after", "that year"."""
    behind, ahead = _NONE_BEHIND.get(connector), _NONE_WITH.get(connector)
    if behind is not None and behind.search(sentence[:position]):
        return True
    return ahead is not None and ahead.match(sentence, position) is not None


def _cut_speakers(sentence: str, cuts: dict[int, str]) -> None:
    """ "..., the White House said on Friday.", and what goes on behind it."""
    # ", when officials said so": that dates what they said, and speaks of nothing before.
    # "The ministry, in a briefing on Tuesday, told Moscow to stop": before the comma nothing is told yet.
    tail = _TAIL.search(sentence)
    told = tail and (_FINITE.search(sentence, 0, tail.start()) or not _PUT_IN.search(sentence, 0, tail.start()))
    if tail and told and cuts.get(tail.end()) not in ("when", "while", "after", "before"):
        cuts[tail.end()] = "tail"
        if tail["inverted"]:  # what follows is who says it, no content
            cuts.pop(next((at for at in cuts if cuts[at] == "said" and at > tail.end()), 0), None)
    if (inserted := _INSERTED.search(sentence)) and _FINITE.search(sentence, inserted.end()):
        cuts[inserted.start("speech")] = "tail"
        cuts.setdefault(inserted.end(), "main")


def _resumed(sentence: str, position: int, word: str) -> int:
    """Where the main clause goes on behind the relative one or the offset at `position`; 0 where it does not.

    "when the minister, Choe, was shown drones": before a verb of its own a relative clause is not over.
    """
    if word.startswith("offset"):
        comma = _COMMA_BEFORE_UNIT.search(sentence, max(0, position - REACH_OF_COUNT), position)
        aside = _OFFSET_ASIDE.match(sentence, position)
        return aside.end() if comma and aside and not _FINITE.search(sentence, 0, comma.start()) else 0
    if word not in RELATIVE or not sentence.startswith(", ", position - 2):
        return 0
    main = _RESUMES.match(sentence, position)
    return main.end() if main and _FINITE.search(sentence, position, main.end()) else 0


def _date_behind(sentence: str, position: int, word: str, dates: Sequence[tuple[int, int]]) -> int:
    """ "met Shoigu, who heads the council, on Tuesday": where the main clause goes on with its date; 0 where it does not."""
    if (
        word not in ("who", "which")
        or not sentence.startswith(", ", position - 2)
        or not _FINITE.search(sentence, 0, position)
    ):
        return 0
    for first, _ in dates:
        if position < first <= position + REACH_OF_RELATIVE and (behind := _ON.search(sentence, position, first)):
            return behind.end("comma")
    return 0


def _link(word: str) -> str:
    if word.startswith("offset"):
        return "apart"
    if word == "said":
        return "content"
    if word == "resumed":
        return "resumed"
    if word == "tail":
        return "apart"
    return CONNECTORS.get(word, "same" if word else "")


def _cut_opening(sentence: str, cuts: dict[int, str]) -> None:
    """ "After the parade, they met", "Two days after the parade, they met": the comma closes the opening clause."""
    comma = sentence.find(", ")
    inside = [position for position, word in cuts.items() if 0 < position <= comma + 2]
    if comma > 0 and all(position <= MAX_OFFSET and cuts[position].startswith("offset") for position in inside):
        cuts[comma + 2] = "main"


def read_sentence(text: str, start: int, end: int, dates: Sequence[DateExpression], scan: Scan) -> list[Clause]:
    """The clauses of a sentence with what stands in each."""
    clauses = split_clauses(text, start, end, dates)
    # "five months after that signing": what the date counts from is not what it dates.
    counted_from = {d.end for d in dates if d.rule == "offset-from-that"}
    for clause in clauses:
        first, last = clause.start, clause.end
        clause.names = [Name(a, b, text[a:b], meanings) for a, b, meanings in scan.names if first <= a < last]
        clause.hits = [
            Hit(a, b, meanings, text[a:b])
            for a, b, meanings in scan.hits
            if first <= a < last
            and not _ADJECTIVE.search(text[max(0, a - 12) : b])
            and not _OWING_TO.match(text, a)
            and a - 1 not in counted_from
            and not any(d.start <= a and b <= d.end for d in dates)  # "at the beginning of 2024"
            # "the Central Military Commission": a word inside a name names nothing else.
            and not any(name.start < a < name.end for name in clause.names)
        ]
        clause.dates = [d for d in dates if first <= d.start < last]
    _pass_on(clauses)
    return [part for clause in clauses for part in _coordinated(clause, text)]


def _coordinated(clause: Clause, text: str) -> list[Clause]:
    """ "arrived on Wednesday and met Putin on Thursday": two happenings of one subject, each with a date of its own.

    A plan's verbs stay together: the word that makes it a plan stands before the first of them alone.
    """
    verbs = [h for h in clause.hits if any(t.part != "noun" for t in h.triggers)]
    for before, hit in pairwise(verbs):
        at = _joint(clause, text, hit)
        if at < before.end or is_planned(text[clause.start : before.end]):
            continue
        dates = [d for d in clause.dates if d.edtf is not None and d.timex_type in ("DATE", "TIME")]
        said = min((h.start for h in verbs if h.start > hit.start and h.triggers[0].part == "say"), default=clause.end)
        if not any(d.start < at for d in dates) or not any(at < d.start < said for d in dates):
            continue
        left, right = _cut(clause, at, text)
        return [left, *_coordinated(right, text)]
    return [clause]


def _joint(clause: Clause, text: str, hit: Hit) -> int:
    """Where the "and" before a verb stands, or before the verb with a subject of its own ("and Kim issued"); -1 for none."""
    if joint := _AND_VERB.search(text, clause.start, hit.start):
        return joint.start()
    subject = next((n for n in clause.names if _OWN_SUBJECT.fullmatch(text, n.end, max(n.end, hit.start))), None)
    joint = _AND_VERB.search(text, clause.start, subject.start) if subject else None
    return joint.start() if joint else -1


def _cut(clause: Clause, at: int, text: str) -> tuple[Clause, Clause]:
    """The clause in two, with what stands in each."""
    left = Clause(clause.start, at, clause.connector, clause.link, text[clause.start : at], lead=clause.lead)
    right = Clause(at, clause.end, "and", "same", text[at : clause.end], lead=clause.lead + left.words)
    for part in (left, right):
        part.names = [n for n in clause.names if part.start <= n.start < part.end]
        part.hits = [h for h in clause.hits if part.start <= h.start < part.end]
        part.dates = [d for d in clause.dates if part.start <= d.start < part.end]
    return left, right


def _pass_on(clauses: list[Clause]) -> None:
    """ "In mid-October, Washington said ...", "said a week ago that ...": a date cut off belongs to its neighbour."""
    for number, clause in enumerate(clauses):
        words = len(clause.words.split()) - sum(len(d.text.split()) for d in clause.dates)
        if not clause.dates or clause.hits or clause.names or words > MAX_OPENING:
            continue
        if number == 0 and not _TELLS.match(clause.words):
            # Behind a speaker put into the sentence the main clause goes on: "In March, Washington said, Russia sent ...".
            inserted = [c.connector for c in clauses[1:3]] == ["tail", "main"]
            takers = [clauses[2], clauses[1]] if inserted else clauses[1:2]
            taker = next((c for c in takers if c.connector in ("tail", "main") and not c.dates), None)
            if taker is not None:
                taker.dates, clause.dates = clause.dates, []
        elif number and clause.connector == "said" and not clauses[number - 1].dates:
            clauses[number - 1].dates, clause.dates = clause.dates, []
        elif number > 1 and clause.connector == "resumed" and not clauses[number - 2].dates:
            clauses[number - 2].dates, clause.dates = clause.dates, []
