"""The calendar of anniversaries: days that a text may name instead of dating them.

This is the one place in the product where known dates stand. `origin` is the year that an
"80th anniversary" is counted from; `words` is a pattern for what the text calls the day, and
`occasion` for what an anniversary commemorates.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from articles.edtf import day_in_words

from .expression import DateExpression


@dataclass(frozen=True, slots=True)
class NamedDay:
    name: str
    month: int
    day: int
    origin: int | None
    words: str = ""
    occasion: str = ""
    near: str = ""  # where two countries use one name: what stands near this one


_WAR = r"(?:World War (?:II|Two|2)|WW2|WWII|the Second World War|Nazi Germany|the Great Patriotic War)"

CALENDAR: tuple[NamedDay, ...] = (
    NamedDay("Victory Day", 5, 9, 1945, r"Victory Day",
             rf"(?:Soviet(?: Union)?(?:['’]s)? )?(?:victory|triumph|defeat)(?: of the Soviet Union)?(?: over| in| of)? (?:the )?{_WAR}"),
    NamedDay("Victory over Japan Day (China)", 9, 3, 1945, r"(?:Victory|V)[ -]Day",
             r"(?:Japan(?:ese|['’]s)?(?: had)? surrender\w*|surrender of Japan|(?:victory|victories) (?:over|against) Japan\w*|end of (?:the )?"
             + _WAR + r")", near=r"\b(?:China|Chinese|Beijing|Japan)"),
    NamedDay("Surrender of Japan", 9, 2, 1945, "", r"(?:Japan(?:ese|['’]s)?(?: had)? surrender\w*|surrender of Japan|end of (?:the )?" + _WAR + r")"),
    NamedDay("Liberation Day", 8, 15, 1945, r"Liberation Day",
             r"(?:(?:Korea['’]s )?liberation (?:of Korea )?from Japan(?:['’]s|\w*)(?: (?:colonial )?rule)?|Korea['’]s liberation|liberation of Korea|Japan(?:ese|['’]s)?(?: had)? surrender\w*|surrender of Japan)"),
    NamedDay("Korean War armistice", 7, 27, 1953, r"Victory Day in (?:the )?(?:Fatherland|Korean)",
             r"(?:end of the Korean War|Korean War armistice|armistice (?:that|which) \w+ the Korean War)"),
    NamedDay("Workers' Party foundation", 10, 10, 1945, r"Party Foundation Day",
             r"(?:found\w+ of (?:the |its )?(?:ruling )?Workers['’] Party|Workers['’] Party(?:['’]s)? found\w+)"),
    NamedDay("Day of the Republic", 9, 9, 1948, r"(?:Republic Foundation Day|Day of the Republic)",
             r"(?:found\w+ of (?:the )?(?:DPRK|North Korea|Democratic People['’]s Republic))"),
    NamedDay("New Year's Day", 1, 1, None, r"New Year['’]s Day"),
    NamedDay("Christmas Day", 12, 25, None, r"Christmas Day"),
    NamedDay("New Year's Eve", 12, 31, None, r"New Year['’]s Eve"),
)  # fmt: skip

# Days told apart by what stands near them come first, so that they win over the plain name.
_NAMED = [
    (day, re.compile(day.words), re.compile(day.near) if day.near else None)
    for day in sorted(CALENDAR, key=lambda day: not day.near)
    if day.words
]
_NEAR_BEFORE, _NEAR_AFTER = 20, 50
_OCCASIONS = [(day, re.compile(day.occasion, re.IGNORECASE)) for day in CALENDAR if day.occasion and day.origin]
_ANNIVERSARY = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]+(?:anniversary|birthday)|\b(\d{1,3}) years (?:since|after|ago)|\bmark(?:s|ed|ing) (\d{1,3}) years",
    re.IGNORECASE,
)

# An occasion stands within this many characters of its "80th anniversary".
_REACH = 160


@dataclass(frozen=True, slots=True)
class Anniversary:
    """ "the 80th anniversary of ...": the day it fixes, and where the words stand."""

    start: int
    end: int
    day: date
    name: str


def anniversaries(text: str) -> list[Anniversary]:
    """Every anniversary whose number and occasion together fix a day, all candidates of each."""
    found = []
    for match in _ANNIVERSARY.finditer(text):
        count = int(next(group for group in match.groups() if group))
        window = text[match.end() : match.end() + _REACH]
        for day, occasion in _OCCASIONS:
            assert day.origin is not None
            hit = occasion.search(window)
            if hit and "\n\n" not in window[: hit.start()] and 1 <= day.origin + count <= 9999:
                year = day.origin + count
                found.append(
                    Anniversary(match.start(), match.end() + hit.end(), date(year, day.month, day.day), day.name)
                )
    return found


def named_days(text: str, published: date | None) -> list[DateExpression]:
    """ "Victory Day" in a text of a known date: that day of the year nearest to the published date."""
    found: list[DateExpression] = []
    taken: set[int] = set()
    for day, words, near in _NAMED:
        for match in words.finditer(text):
            around = text[max(0, match.start() - _NEAR_BEFORE) : match.end() + _NEAR_AFTER].split("\n\n")[0]
            if (near and not near.search(around)) or match.start() in taken:
                continue
            taken.add(match.start())
            shape = f"XXXX-{day.month:02d}-{day.day:02d}"
            value = _nearest(day.month, day.day, published) if published else None
            name = match.group()
            if value is None:
                why = f"“{name}” is a day of the calendar; the year is not told."
            else:
                why = f"“{name}” is {day_in_words(value)}: the one nearest to the published date, {day_in_words(published)}."  # type: ignore[arg-type]
            found.append(
                DateExpression(
                    match.start(),
                    match.end(),
                    name,
                    "DATE",
                    value.isoformat() if value else shape,
                    value.isoformat() if value else None,
                    why,
                    published,
                    "calculated" if value else "unresolved",
                    "named-day",
                )  # fmt: skip
            )
    return found


def nearest_to(expression: DateExpression, told: date) -> DateExpression:
    """A named day of the year in which it lies nearest to a date that its sentence tells."""
    value = _nearest(int(expression.timex_value[5:7]), int(expression.timex_value[8:]), told)
    why = f"“{expression.text}” is {day_in_words(value)}: the one nearest to the date told before it, {day_in_words(told)}."
    return replace(
        expression,
        timex_value=value.isoformat(),
        edtf=value.isoformat(),
        explanation=why,
        anchor=told,
        basis="calculated",
    )


def _nearest(month: int, day: int, to: date) -> date:
    years = [year for year in (to.year - 1, to.year, to.year + 1) if 1 <= year <= 9999]
    return min((date(year, month, day) for year in years), key=lambda d: abs((d - to).days))
