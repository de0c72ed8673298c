"""People whom the vocabulary does not know by the name that a text uses.

A text introduces them with a country and an office ("Russian Culture Minister Olga Lyubimova", "Oleg Kozhemyako,
governor of Russia's Primorye region") and calls them by their last name from then on. They take part in what happens,
though no page lists them.
"""

import re
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articles.reading.document import Sentence

from .scanning import Scan
from .vocabulary import PARTIES, Actor, Adjective, Place

_OFFICE = (
    r"(?:[Mm]inister|[Gg]overnor|[Ss]peaker|[Cc]hair(?:man|woman|person)?|[Aa]mbassador|[Ee]nvoy|[Hh]ead|[Cc]hief|[Dd]irector|[Cc]ommander|"
    r"[Oo]fficial|[Ll]awmaker|[Ss]enator|[Mm]ayor|[Dd]iplomat|[Ss]ecretary|[Aa]ide|[Aa]dviser|[Aa]dvisor|[Mm]arshal|[Gg]eneral|[Aa]dmiral|"
    r"[Cc]olonel|[Cc]onsul|[Dd]eputy|[Pp]resident|[Pp]remier|[Rr]ector|[Pp]rofessor|[Aa]cademician|[Pp]atriarch|[Mm]etropolitan|[Bb]ishop|[Cc]osmonaut|[Ss]poke(?:sman|swoman|sperson))"
)
# What else stands in the name of an office: a field with a capital letter or one of these, never a verb, and never
# another country's adjective.
_FIELD = (
    r"(?:(?!\w+(?:ian|ese|ish|ench|utch|eek)\b)[A-Z][\w-]{1,30}|&|and|of|the|for|prime|vice|first|deputy|acting|former|then|foreign|defen[cs]e|"
    r"culture|natural|resources|trade|economic|economy|development|health|sports?|transport|military|security|interior|finance|energy|"
    r"education|science|agriculture|regional|state|federal|senior|parliamentary|party|railways?)"
)
_NAME = r"(?P<name>[A-Z](?:[\w-]|['’](?!s\b)){1,30}(?:\s[A-Z](?:[\w-]|['’](?!s\b)){1,30}){1,2})"
# Behind the country: "Russian Digital Development Minister Maksut Shadayev", "Russia's minister of culture, Olga Lyubimova".
_BEHIND = re.compile(
    rf"(?:['’]s)?\s(?:{_FIELD}\s){{0,7}}{_OFFICE}(?:\s(?:of|for)(?:(?:\s{_FIELD}){{1,5}}?|(?:\s[a-z&-]{{1,30}}){{1,5}}(?=,)))?,?\s{_NAME}\b"
)
# Behind an office of the vocabulary, whose bearer was another then: "Russian Culture Minister" Mikhail Shvydkoy.
_BEHIND_OFFICE = re.compile(rf",?\s{_NAME}\b")
# Before it: "Oleg Kozhemyako, the governor of" Russia's Primorye region, "Alexander Kozlov," Russia's natural resources minister.
_BEFORE = re.compile(
    rf"{_NAME},\s(?:(?:the|an?|who\s(?:heads?|leads?|chairs?))\s)?(?P<office>(?:{_FIELD}\s){{0,5}}{_OFFICE}\s(?:of|for|to|in)\s)?(?:the\s)?$"
)
_OFFICE_BEHIND = re.compile(rf"(?:['’]s)?\s(?:{_FIELD}\s){{0,6}}{_OFFICE}\b")
# These begin no name, nor stand in one.
_NO_NAME = re.compile(
    rf"\b(?:{_OFFICE}|Prime|Vice|Deputy|First|Foreign|Defen[cs]e|Culture|Trade|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
# A last name behind a capitalised word is somebody else's, unless that word is an office, a title or a day.
_BEFORE_SURNAME = re.compile(r"(?P<word>[A-Z][\w’'-]{0,30})\s$")
_OF_SAME = re.compile(
    rf"{_OFFICE}|Mr|Mrs|Ms|Dr|Prof|\w{{2,7}}day|But|And|In|On|The|When|While|After|Before|As|Then|Both|Later"
)
_APPOSITION = re.compile(r",\s(?:(?:the|an?)\s)?")
# "With Lavrov, the Russian president, ...": two people.
_OPENS = re.compile(r"\b(?:[Ww]ith|[Uu]nlike|[Bb]esides|[Ll]ike|[Aa]longside|[Aa]part from)\s$")
# So far, in characters, a name may stand before the country.
REACH = 110
# There the family name comes first.
_FAMILY_NAME_FIRST = ("kp", "kr", "cn")
_MONTHS = frozenset(month_name)
MIN_SURNAME, MIN_FAMILY_NAME = 4, 3
# Behind a family name: a given name, so that another person is meant, unless it is a day.
_GIVEN_NAME = re.compile(r"[\s-](?!\w{2,7}day\b)[A-Z][a-z]")


def with_newcomers(text: str, sentences: Sequence[Sentence], scans: Sequence[Scan]) -> list[Scan]:
    """The scans of the sentences with the names of people whom the text itself introduces, and each person once."""
    return [_without_appositions(scan, text) for scan in _with_introduced(text, sentences, scans)]


def _with_introduced(text: str, sentences: Sequence[Sentence], scans: Sequence[Scan]) -> Sequence[Scan]:
    known = {name: actor for scan in scans for name, actor in _known_in(scan, text)}
    fresh = {name: actor for scan in scans for name, actor in _introduced_in(scan, text) if name not in known}
    called = _surnames(fresh | known) | fresh
    if not called:
        return scans
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, called), key=len, reverse=True))})\b")
    return [
        _added(
            scan,
            [
                (*match.span(), (called[match.group()],))
                for match in pattern.finditer(text, s.start, s.end)
                if match.group() in fresh or _is_meant(text, match, s.start)
            ],
        )
        for s, scan in zip(sentences, scans, strict=True)
    ]


def _without_appositions(scan: Scan, text: str) -> Scan:
    """The scan without offices that only explain the name before them: "Vassily Nebenzia, the Russian ambassador,"."""
    kept: list[tuple[int, int, Any]] = []
    for start, end, meanings in scan.names:
        explains = (
            kept
            and _is_person(kept[-1][2])
            and _APPOSITION.fullmatch(text, kept[-1][1], start)
            and text.startswith(",", end)
            and not _OPENS.search(text, max(0, kept[-1][0] - REACH), kept[-1][0])
        )
        roles = {role.lower() for m in meanings if isinstance(m, Actor) for role in m.roles}
        if not (explains and text[start:end].lower() in roles):
            kept.append((start, end, meanings))
    return Scan(kept, scan.hits) if len(kept) < len(scan.names) else scan


def _is_person(meanings: tuple[Actor | Place | Adjective, ...]) -> bool:
    return all(isinstance(m, Actor) and m.kind == "person" for m in meanings)


def _is_meant(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether a last name stands for its only bearer here: "Petrov", "Governor Petrov", not "Anna Petrov", "Ryu Jin"."""
    start = match.start()
    if _GIVEN_NAME.match(text, match.end()):
        return False
    before = _BEFORE_SURNAME.search(text[max(begin, start - 32) : start])
    return before is None or _OF_SAME.fullmatch(before["word"]) is not None


def _added(scan: Scan, more: list[tuple[int, int, Any]]) -> Scan:
    """The scan with more names, but for those that the vocabulary knows already."""
    new = [n for n in more if not any(a < n[1] and n[0] < b for a, b, _ in scan.names)]
    return Scan(sorted([*scan.names, *new], key=lambda n: n[:2]), scan.hits) if new else scan


def _known_in(scan: Scan, text: str) -> Iterator[tuple[str, Actor]]:
    """People of the vocabulary by the full names that the text gives them."""
    for start, end, meanings in scan.names:
        if len(meanings) == 1 and isinstance(meanings[0], Actor) and meanings[0].kind == "person":
            name = text[start:end]
            if " " in name and name not in meanings[0].roles:
                yield name, meanings[0]


def _introduced_in(scan: Scan, text: str) -> Iterator[tuple[str, Actor]]:
    for start, end, meanings in scan.names:
        country = _country(meanings)
        people = [m for m in meanings if isinstance(m, Actor) and m.kind == "person"]
        office = any(text[start:end] in person.roles for person in people)
        if country not in PARTIES or (people and not office):
            continue
        match = _BEHIND_OFFICE.match(text, end) if office else _BEHIND.match(text, end)
        if match is None and not office:
            match = _BEFORE.search(text[max(0, start - REACH) : start])
            if match and not match["office"] and not _OFFICE_BEHIND.match(text, end):
                match = None
        if match and not _NO_NAME.search(match["name"]):
            yield match["name"], Actor("", match["name"], "person", country)


def _country(meanings: tuple[Actor | Place | Adjective, ...]) -> str:
    """The one country that all meanings of a name stand for; "" where there are several."""
    countries = {m.of.country if isinstance(m, Adjective) else m.country for m in meanings}
    return countries.pop() if len(countries) == 1 else ""


def _surnames(people: Mapping[str, Actor]) -> dict[str, Actor]:
    """The names by which a text goes on to call the people whom it names in full, where they stand for one person only."""
    bearers: dict[str, list[Actor]] = {}
    for name, actor in people.items():
        if surname := _surname(name, actor):
            bearers.setdefault(surname, []).append(actor)
    return {
        surname: actors[-1]
        for surname, actors in bearers.items()
        if len(set(actors)) == 1 or actors[-1].country not in _FAMILY_NAME_FIRST
    }


def _surname(name: str, actor: Actor) -> str:
    """The name without the given one; "" for "Kim", whom the cast of the text tells apart."""
    if actor.country in _FAMILY_NAME_FIRST:
        family = name.split(maxsplit=1)[0]
        return family if len(family) >= MIN_FAMILY_NAME and family != "Kim" and family[0].isupper() else ""
    last = name.rsplit(maxsplit=1)[-1]
    fits = len(last) >= MIN_SURNAME and last[0].isupper() and last not in _MONTHS
    return last if fits else ""
