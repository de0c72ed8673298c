"""What all rules are made of: Reading, Match, Rule, and the small steps that they share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ..context import Context
from ..how import STATED, How
from ..lexer import Token
from ..values import day_value, last_day
from ..words import NUMBER_WORDS, ORDINAL_WORDS, PARTS_OF_DAY


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of the words.

    `how` says what the value was counted from; `anchor` is that date. `relation` is set
    where the words are counted from another event ("a week after ..."): (unit, signed number).
    """

    type: str
    value: str
    how: How = STATED
    anchor: str | None = None
    mod: str = ""
    relation: tuple[str, float] | None = None
    keeps_ref: bool = False
    whole: str | None = None  # EDTF of the whole range of which this is one end
    apart: bool = False  # "June 4 and 17": two days, and nothing of what lies between them
    note: str = ""  # a sentence more for the explanation


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens of one candidate, by group name, with the text they stand in."""

    groups: dict[str, list[Token]]
    start: int
    end: int

    def one(self, name: str) -> Token | None:
        tokens = self.groups.get(name)
        return tokens[0] if tokens else None

    def word(self, name: str) -> str:
        token = self.one(name)
        return token.word.rstrip(".") if token else ""


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: str
    example: str
    read: Callable[[Match, Context], Reading | None]


def number_of(token: Token | None) -> float | None:
    if token is None:
        return None
    word = token.word.rstrip(".")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in ("a", "an"):
        return 1
    digits = word.replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return None


def ordinal_of(token: Token | None) -> int | None:
    if token is None:
        return None
    if token.word in ORDINAL_WORDS:
        return ORDINAL_WORDS[token.word]
    digits = re.match(r"\d+", token.word)
    return int(digits.group()) if digits else None


def year_of(token: Token | None) -> int | None:
    """The year of "2024" or of "'39" (nearest century before 2030, as news and histories use it)."""
    if token is None:
        return None
    number = int(token.word.strip("'’"))
    if number < 100:
        return (2000 if number < 30 else 1900) + number
    return number


def full_date(year: int, month: int, day: int) -> str | None:
    return day_value(date(year, month, day)) if 1 <= day <= last_day(year, month) else None


def dated(value: str | None, how: How = STATED, anchor: date | str | None = None, **more: object) -> Reading | None:
    if value is None:
        return None
    from_day = day_value(anchor) if isinstance(anchor, date) else anchor
    return Reading("DATE", value, how, from_day, **more)  # type: ignore[arg-type]


def unresolved(type_: str, value: str, why: str, **more: object) -> Reading:
    """A reading without a calendar date, and why it has none."""
    return Reading(type_, value, How(why, ""), **more)  # type: ignore[arg-type]


def mod_of(m: Match) -> str:
    word = m.word("mod") or m.word("edge")
    if word in ("early", "start", "beginning"):
        return "START"
    if word in ("mid", "middle"):
        return "MID"
    if word in ("late", "end", "close"):
        return "END"
    return "APPROX" if m.word("about") else ""


_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|and|during|through|before|"
    r"after|between|for|on|or|end|each|every)|[-–(]|[a-z][’']s)\s*$",
    re.IGNORECASE,
)


def month_like(m: Match, ctx: Context) -> bool:
    """ "May" and "March" alone are months only behind a word that takes a time."""
    return bool(_BEFORE_MONTH.search(ctx.text[max(0, m.start - 12) : m.start]))


def counts_from_told(m: Match, ctx: Context) -> bool:
    """Whether "the next year" goes on from the date before it: in a history, and behind a date of the past, told as past.

    "He came in 2000, and went to Moscow the next year."
    """
    return ctx.narrative or ctx.text[m.start : m.start + 3].lower() == "the" and ctx.lies_back(m.start, m.end)


def part_code(m: Match) -> str:
    return PARTS_OF_DAY.get(m.word("part"), "")


def part_suffix(part: str) -> str:
    return part if part.startswith("T") else f"T{part}"


def truncate(value: str, unit: str) -> str | None:
    """The value cut to the unit: truncate("2025-05-09", "Y") == "2025"; None if it is coarser."""
    value = value.split("T")[0]
    if unit in ("D", "WE"):
        return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if unit in ("W", "2W"):
        return week_of(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    if not value[:4].isdigit() or len(value) < 4:
        return None
    if unit == "M":
        return value[:7] if re.match(r"\d{4}-\d\d", value) else None
    return {"Y": value[:4], "E": value[:3], "C": value[:2]}.get(unit)


def years_back(value: str, number: int) -> str:
    """A value with a year, so many years before: years_back("2025-Q2", 1) == "2024-Q2"."""
    return f"{int(value[:4]) - number:04d}{value[4:]}"


def week_of(value: str) -> str:
    iso = date.fromisoformat(value).isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def day_in_question(ctx: Context) -> str:
    """The day that the news is about: the last one named when it is of this week, else the published day."""
    assert ctx.published is not None
    if (
        ctx.ref
        and re.fullmatch(r"\d{4}-\d\d-\d\d", ctx.ref)
        and 0 <= (ctx.published - date.fromisoformat(ctx.ref)).days < 7
    ):
        return ctx.ref
    return day_value(ctx.published)


# TIMEX3 writes "decades" and "centuries" with two letters.
UNTOLD = {"E": "DE", "C": "CE"}


def duration(number: float | None, unit: str) -> str:
    """TIMEX3 duration: duration(2.5, "TH") == "PT2.5H", duration(None, "D") == "PXD"."""
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if number is None:
        return f"P{time}X{UNTOLD.get(unit, unit)}"
    if unit in ("E", "C"):
        number, unit = number * (10 if unit == "E" else 100), "Y"
    if unit == "2W":
        number, unit = number * 2, "W"
    shown = int(number) if number == int(number) else number
    return f"P{time}{shown}{unit}"
