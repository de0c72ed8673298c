"""The text's own words for titles: a clause, or what follows its verb, without the dates that stand beside a title anyway."""

import re

from articles.reading.dates import DateExpression

from .clauses import CONNECTORS, MAX_OPENING, RELATIVE, Clause, Name
from .draft import Draft
from .phrasing import IRREGULAR, has_subject, has_verb, is_verb, shortened, stands_alone, without_loose_end
from .usable import is_what_for


def detail_of(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The words of the text behind the verb (for a report, its content), without the date words."""
    start, end = draft.hit.end, draft.clause.end
    if draft.trigger.part == "say":
        following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
        if draft.clause.connector == "tail" or (following is None and draft.index):
            start, end = clauses[0].start, draft.clause.start
            opening = without_dates(text, start, end, clauses)
            inserted = following is not None and following.connector == "main"
            # "In mid-October, Washington said ...", "In January alone, Washington said, Russia sent ..."
            if following is not None and (not opening or (inserted and len(opening.split()) <= MAX_OPENING)):
                start, end = following.start, clauses[-1].end
        elif following is not None:
            start, end = following.start, clauses[-1].end
    for following in clauses[draft.index + 1 :]:
        # "confirmed that ...", "an agreement that ...": the words alone would say too little.
        content = draft.trigger.part == "speech" and following.link == "content"
        bare = (
            draft.kind.slug == "treaty"
            and following.words.startswith("that ")
            and len(without_dates(text, start, end, clauses).split()) <= 2
        )
        if not (content or bare):
            break
        end = following.end
    return _without_offset(without_dates(text, start, end, clauses), end, clauses)


def _without_offset(words: str, end: int, clauses: list[Clause]) -> str:
    """ "invited him less than two weeks | before the summit": how long before goes with what it is before."""
    offset = any(c.start == end and c.connector.startswith("offset") for c in clauses)
    return _OFFSET.sub("", words) if offset else words


_OFFSET = re.compile(
    r",?\s(?:(?:just|only|some|about|barely|less\sthan|more\sthan)\s){0,2}(?:(?:an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|several|a\sfew|\d{1,3})\s?)?"
    r"(?:hours?|days?|weeks?|months?|years?)$",
    re.IGNORECASE,
)


def told_of(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The clause as a sentence of its own: with the noun that "which" stands for, else with what stands before it.

    "The resort, which took in its first guests in July" -> "The resort took in its first guests". What cannot stand alone
    comes as it is.
    """
    if draft.trigger.language == "ru":
        return _told_in_russian(text, draft, clauses)
    own = _clause(text, draft, clauses)
    if stands_alone(own) and not _is_relative(draft.clause):
        return own
    if (resumed := _resumed(text, draft, clauses)) and stands_alone(resumed):
        return resumed
    if (of_noun := _of_its_noun(text, draft, clauses)) and stands_alone(of_noun):
        return of_noun
    end = _clause_end(draft, clauses)
    for first in reversed(range(draft.index)):
        longer = without_loose_end(_opened(without_dates(text, clauses[first].start, end, clauses)))
        if has_subject(longer) and stands_alone(longer):
            return longer
    for last in clauses[draft.index + 1 :]:
        longer = _opened(without_dates(text, draft.clause.start, last.end, clauses))
        if stands_alone(longer):
            return longer
    whole = _opened(without_dates(text, clauses[0].start, clauses[-1].end, clauses))
    return whole if stands_alone(whole) or not has_subject(own) else own


def _told_in_russian(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The clause with what it says behind "что"; with what "которые" stands for; of who says it behind, what he says."""
    start, end = draft.clause.start, draft.clause.end
    if draft.clause.connector.startswith("котор"):
        start = clauses[0].start
    if draft.clause.connector == "tail" and draft.index:
        start, end = clauses[0].start, draft.clause.start
    for following in clauses[draft.index + 1 :]:
        if following.link != "content":
            break
        end = following.end
    words = _RUSSIAN_CONNECTIVE.sub("", without_dates(text, start, end, clauses))
    words = _RUSSIAN_LOOSE_END.sub("", _RUSSIAN_COMMA.sub(r"\1", words).strip(" ,"))
    return words if words.count("«") == words.count("»") and words.count('"') % 2 == 0 else words.strip('"«» ')


_RUSSIAN_CONNECTIVE = re.compile(r"^(?:что|когда|где|куда|а|но|и|однако|при этом|также)\s", re.IGNORECASE)
# "телеграмма, с | которой", where the clause ends before its preposition.
_RUSSIAN_LOOSE_END = re.compile(r",?\s(?:с|со|в|во|на|о|об|к|ко|по|из|от|для|при|за|под|у|до)$")
# "Россия в четверг, 28 марта, ветировала": what the date leaves between who acts and the verb.
_RUSSIAN_COMMA = re.compile(r"^(\S+(?:\s\S+){0,3}),(?=\s[а-яё]+(?:л|ла|ло|ли|лся|лась|лись)\b)")


def _is_relative(clause: Clause) -> bool:
    """ "a ship | that Washington accuses of smuggling was back": it lacks its noun; "she regretted | that it was so" does not."""
    if clause.connector != "which" or not clause.words.startswith("that"):
        return clause.connector in ("which", "who", "whom")
    before = clause.lead.split()
    return bool(before) and not is_verb(before[-1])


def _clause(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The clause without what is put in between its subject and its verb: "Animals, among them a lion, were given to ..."."""
    start, verb, end = draft.clause.start, draft.hit.start, _clause_end(draft, clauses)
    before = text[start:verb].rstrip()
    if inserted := _INSERTED.search(before):
        subject = without_dates(text, start, start + inserted.start(), clauses)
        told = shortened(f"{subject} {without_dates(text, verb, end, clauses, limits=draft.hit.end)}")
    else:
        if before.startswith("According to") and ", " in before:
            start += before.index(", ") + 2
        told = without_dates(text, start, end, clauses, limits=draft.hit.end)
    return without_loose_end(_opened(_without_offset(told, end, clauses)))


def _clause_end(draft: Draft, clauses: list[Clause]) -> int:
    """The end of the clause with the "that ..." which explains its last noun."""
    following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
    return following.end if following is not None and following.words.startswith("that ") else draft.clause.end


def _opened(words: str) -> str:
    """The words without the connectors that tie them to others; "Until it came, they had gone hungry" keeps its own."""
    opened = _CONNECTIVE.sub("", words)
    main = opened.partition(", ")[2]
    return words if _SUBORDINATE.match(words) and stands_alone(main) else opened


_SUBORDINATE = re.compile(
    r"(?:until|before|because|although|though|since|whereas|as|when|while|after|following)\s", re.IGNORECASE
)


_CONNECTIVE = re.compile(
    rf"^(?:[Ii]t (?:was|is) (?:only )?(?:(?:on|in|at) [A-Z]\w{{2,20}} )?that )?(?:(?:and|so|also|yet|again|meanwhile|then|in response|{'|'.join(sorted(map(re.escape, CONNECTORS), key=len, reverse=True))})\b,?\s+)*",
    re.IGNORECASE,
)
# Where the noun that ", which" stands for may begin; else it is a name.
_DETERMINER = re.compile(r"\b(?:the|a|an|its|his|their)\s", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'.-]{0,30}(?:\s[A-Z][\w’'.-]{0,30}){0,5}$")
_RELATIVE = re.compile(r"(?:which|who)\s+")


def _resumed(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """ "The republics, which lie in the east, were recognised": "The republics were recognised"; "" where no main clause goes on."""
    if draft.clause.connector != "resumed":
        return ""
    relative = next((n for n in reversed(range(1, draft.index)) if clauses[n].connector in RELATIVE), 0)
    if not relative:
        return ""
    subject = without_dates(text, clauses[relative - 1].start, clauses[relative].start, clauses).rstrip(" ,")
    words = without_dates(text, draft.clause.start, _clause_end(draft, clauses), clauses, limits=draft.hit.end)
    return without_loose_end(_opened(f"{subject} {words}"))


def _of_its_noun(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """ "... to the resort, which opened": "the resort opened"; "" where that is not so."""
    relative = _RELATIVE.match(text, draft.clause.start)
    if relative is None or not draft.index or not text.startswith(", ", draft.clause.start - 2):
        return ""
    before = without_dates(text, clauses[draft.index - 1].start, draft.clause.start, clauses)
    nouns = [before[at.start() :] for at in _DETERMINER.finditer(before)]
    # Of two nouns it may be either: "the builders of the school, which opened".
    nouns = [n for n in nouns if not has_verb(n) and "," not in n]
    noun = nouns[0] if len(nouns) == 1 else "" if nouns else _name_at_end(before)
    if draft.clause.connector == "who" and (person := _person_at_end(clauses[draft.index - 1], draft.clause.start)):
        noun = text[person.start : person.end]
    words = without_dates(text, relative.end(), draft.clause.end, clauses, limits=draft.hit.end)
    return "" if not noun or has_subject(words) else without_loose_end(f"{noun} {words}")


def _person_at_end(before: Clause, start: int) -> Name | None:
    """The person whose name stands right before ", who"."""
    people = [n for n in before.names if n.actor and n.actor.kind == "person"]
    alone = not (len(people) > 1 and before.words[people[-2].end - before.start :].lstrip().startswith("and "))
    return people[-1] if people and alone and start - people[-1].end == len(", ") else None


def _name_at_end(words: str) -> str:
    name = _NAME.search(words)
    return name.group() if name else ""


# Between a subject and its verb: "Animals, among them a lion, two bears and a camel,", "Shoigu, the minister,"; not the middle of a list.
_INSERTED = re.compile(
    r",\s(?:(?:among|including)\s.{2,200}|(?:who|which|whose|an?|the|his|her|its|their|then|now|once|formerly|aged|all|mostly|most|\d+|[A-Z]\w{1,20} (?:included|excepted|aside)|[a-z]{2,20}(?:ed|ing))\b(?:(?!\sand\s)[^,]){0,80}),$"
)
# "Ready by the end of 2026", "between March and May".
_LIMIT = re.compile(r"\b(?:by|until|till|between|from)\s(?:the\s)?$")
_YEAR = re.compile(r"\b\d{4}\b")
# From one date to the next: "between March and May", "on Monday and on Friday".
_PAIRED = re.compile(r"(?:\s(?:and|or|to|until|till|through)\s|\s?[-–—]\s?|,\s)(?:(?:on|in|at|until)\s)?(?:the\s)?")
# What ties a date to its sentence and goes with it.
_TIE = re.compile(
    r"(?:^|(?<=\s)|(?<=\())(?:(?:early|late|later|earlier|only|just|still|hours|minutes|back|beginning|starting|some\s?time|as\s(?:early|late|recently|far\sback)\sas|no\slater\sthan)\s)?"
    r"(?:(?:в|во|на|с|до|к|за|по|on|in|at|of|by|from|since|until|till|between|for|during|over|around|about|before|after|as\sof|dated|early|late)\s)?(?:around\s|about\s)?(?:(?:the|this)\s)?$"
    r"|(?:^|(?<=\s))(?:on|in|at|during)\sthe\s(?:very\s)?same\s$",
    re.IGNORECASE,
)
# "In a statement released on Thursday, ...": the day went, and with it what was done on it.
_PUBLISHED = re.compile(r"(?<=[\w,]\s)(?<!was\s)(?<!were\s)(?<!been\s)(?:released|published|issued|aired|dated)\s?$")
# "It was not until April that either said so": either said so.
_CLEFT = re.compile(r"\b[Ii]t\s(?:was|is)\s(?:only\s|not\s)?(?:until\s|in\s|on\s|at\s|during\s)(?:the\s)?$")
# No "on", "in" or "at" ties these: "tourists checked in a week ago".
_BARE = re.compile(r"\bago$|^(?:yesterday|today|tomorrow|last|this|next)\b", re.IGNORECASE)
_TIED = re.compile(
    r"\b(?:by|from|of|since|until|till|before|after|for|between|during|over|early|late|later|earlier)\s(?:the\s)?$",
    re.IGNORECASE,
)
_COMMA_VERB = re.compile(rf",\s(?:{IRREGULAR}|[a-z]{{3,20}}ed|was|were|had|has|is|are|will|would)\b")
_BEHIND = re.compile(r",?\s(?:local|Moscow|Pyongyang|Seoul|Korean)\stime\b|\s(?:год[ау]?|годом|гг?\.)(?!\w)")
# "The May 2025 parade", "a 2024 treaty": the date belongs to its noun.
_OF_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their)\s(?:[a-z]+\s)?$")
_OF_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|or|in|on|at|to|from|with|by|for|of|as|when|that|which|was|were|is|are|has|had|would|will)\b)[a-z]{3,}"
)
# "2015 was declared a year of friendship", "before 1948 was out".
_WHEN = re.compile(r"\b(?:on|in|at|since|during)\s(?:the\s)?$")
_IS_SUBJECT = re.compile(r"\s(?:was|is|were|has|had|saw|brought|marks|marked)\b")
_QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def without_dates(text: str, start: int, end: int, clauses: list[Clause], *, limits: int | None = None) -> str:
    """The words without their dates; behind `limits`, "ready by the end of 2026" keeps its own."""
    words, position = "", start
    for first, last in _cuts(text, start, end, clauses, limits):
        before = text[position:first]
        if text.startswith(("’s ", "'s "), last):  # "at Friday's talks"
            words, position = f"{words}{before.removesuffix('this ')}the", last + 2
            continue
        if text.startswith(" that ", last) and (cleft := _CLEFT.search(before)):
            words, position = words + before[: cleft.start()], last + len(" that")
            continue
        tie = _TIE.search(before) if not _BARE.search(text, first, last) or _TIED.search(before) else None
        before = before[: tie.start()] if tie else before
        words += _PUBLISHED.sub("", before) if text.startswith((",", ".", " that "), last) else before
        behind = _BEHIND.match(text, last)
        position = behind.end() if behind else last
        if words.rstrip().endswith(",") and _COMMA_VERB.match(text, position):  # "the train, on Monday, left"
            words, position = words.rstrip().removesuffix(","), position + 1
    return shortened(words + text[position:end])


def _cuts(text: str, start: int, end: int, clauses: list[Clause], limits: int | None) -> list[tuple[int, int]]:
    """Where dates stand that can go: no length of time, none of a quotation, of a noun or of what something is for."""
    dates = sorted((d for c in clauses for d in c.dates if start <= d.start < end), key=lambda d: d.start)
    quotations = [m.span() for m in _QUOTATION.finditer(text, start, end)]
    kept: set[int] = set()
    for number, date in enumerate(dates):
        first = number and _PAIRED.fullmatch(text, dates[number - 1].end, date.start)
        second = dates[number + 1 : number + 2]
        told = f"{date.text} {second[0].text if second and _PAIRED.fullmatch(text, date.end, second[0].start) else ''}"
        # Without its year a limit says nothing in a title: "by the end of the month".
        limit = limits is not None and date.start >= limits and _YEAR.search(told)
        bound = limit and _LIMIT.search(text, max(start, date.start - 16), date.start)
        quoted = any(a < date.start < b for a, b in quotations)
        if bound or quoted or (first and dates[number - 1].start in kept) or not _can_go(date, text, start):
            kept.add(date.start)
    cuts: list[tuple[int, int]] = []
    for date in dates:
        if date.start in kept:
            continue
        if cuts and _PAIRED.fullmatch(text, cuts[-1][1], date.start):
            cuts[-1] = cuts[-1][0], date.end
        else:
            cuts.append((date.start, date.end))
    return cuts


def _can_go(date: DateExpression, text: str, start: int) -> bool:
    if date.timex_type not in ("DATE", "TIME") or date.timex_value.endswith("_REF") or is_what_for(date, text):
        return False
    if _IS_SUBJECT.match(text, date.end) and not _WHEN.search(text, start, date.start):
        return False
    of_noun = _OF_NOUN_BEFORE.search(text, max(start, date.start - 24), date.start) and _OF_NOUN_BEHIND.match(
        text, date.end
    )
    return not (of_noun and date.basis == "stated")
