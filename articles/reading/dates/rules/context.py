"""Dates counted from another date or event of the text: "two days later", "a week after ..."."""

import re
from datetime import date

from ..context import Context, ends_sentence
from ..how import FROM_PUBLISHED, FROM_TOLD, How
from ..lexer import Token
from ..values import day_value, last_day, month_value, shift
from ..words import MONTHS, UNITS, WEEKDAYS
from ..years import month_in_year
from .core import (
    Match,
    Reading,
    dated,
    day_in_question,
    duration,
    full_date,
    mod_of,
    number_of,
    ordinal_of,
    part_code,
    part_suffix,
    truncate,
    unresolved,
    week_of,
    years_back,
)

# So far, in characters, "that September" points back past another date.
JUST_TOLD = 220
# In the months up to this one "at year-end" may be that of the year before.
NEW_YEAR = 3
# "the year-end meeting"; "was to be ready by year-end".
_DESCRIBES = re.compile(
    r"\s(?!(?:and|or|but|that|the|it|he|she|they|was|were|is|in|at|on|as|with|by|after|for|would|will|had|has|to|from)\b)[a-z]"
)
_WAS_TO = re.compile(r"\b(?:was|were) to\b")
# So many hours before or after something are taken to be of the same day.
FEW_HOURS = 6
_OPENS = re.compile(r"(?:^|[.!?;:\n]\s?)$")
# "the past tense", "in the past few"; not "in the past we".
_PAST_THING = re.compile(
    r"-\w|\s(?!(?:we|they|he|she|it|you|I|the|a|an|some|many|most|such|that|this|and|but|or|has|have|had|was|were|is|are|by|as|to|for|with|when|which|who|only)\b)\w"
)
_COUNTED_FROM = re.compile(r"\b(?:after|before|since|than)\s\d{4}$")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ell\w*)\s\w+|announc\w+|believ\w+|report\w*|warn\w*|add(?:ed|s|ing)|not(?:ed|es|ing)|claim\w*|"
    r"insist\w*|confirm\w*|agreed|stat(?:ed|es)|declar\w+|so)\s+$",
    re.IGNORECASE,
)


def read_from_ref(m: Match, ctx: Context) -> Reading | None:
    """ "two days later", "the previous day", "that year", "the same month", "the following year"."""
    unit = UNITS[m.word("unit")]
    which = m.groups["which"][-1].kind
    if m.word("unit").endswith("s") and not m.one("number"):
        return None
    sign = {"K": 1, "f": 1, "n": 1, "d": 1, "E": -1, "v": -1, "b": -1}.get(which, 0)
    if sign:
        ctx.go_on(m.start, m.end)
    base = ctx.base_day() if unit in ("D", "W", "2W") else ctx.base()
    number = number_of(m.one("number")) if m.one("number") else 1
    if unit.startswith("T"):
        return _hours(number, unit, ctx) if m.one("number") else None
    if base is None:
        return unresolved("DATE", "PAST_REF" if sign <= 0 else "FUTURE_REF", "no date before it to count from")
    if number is None:
        return unresolved("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", "how long is not told", keeps_ref=True)
    if coarse := _told_coarsely(unit, sign, ctx):
        return _days_about(coarse, sign * number * (7 if unit == "W" else 1))
    if sign == 0:
        return dated(truncate(base, unit), How.told("same as the date before it"), base)
    if unit in ("D", "W") and sign and (month := ctx.month_in(m.start)) and month == ctx.ref:
        return _days_from_month(month, sign * number * (7 if unit == "W" else 1))
    if unit == "M" and not truncate(base, unit):
        base = ctx.month_in(m.start) or base  # "in July, ... the armistice of 1953, ... two months later"
    if unit == "Y" and (quarter := ctx.quarter_in(m.start)) and sign < 0 and number is not None:
        how = How.told("the same quarter so much before")
        return dated(years_back(quarter, round(number)), how, quarter, keeps_ref=True)
    start = truncate(base, "D" if unit in ("W", "2W") else unit)
    value = shift(start, unit, sign * number) if start else None
    if value is None:
        return unresolved(
            "DATE",
            "FUTURE_REF" if sign > 0 else "PAST_REF",
            "the date before it is not exact enough to count from",
        )
    if unit == "W" and not m.one("number"):
        value = week_of(value)
    return dated(value, FROM_TOLD, base)


def _told_coarsely(unit: str, sign: int, ctx: Context) -> str | None:
    """The month, year or season before "the same day" or "a week later", when the text has told no day since."""
    ahead = unit in ("D", "W") and sign >= 0
    return ctx.ref if ahead and ctx.day is None and ctx.news is None else None


def _days_about(coarse: str, days: float) -> Reading | None:
    """A day of the month or year told, nobody knows which: it is not that of the report."""
    if days == 0:
        return dated(coarse, How.told("the day of what the date before it tells"), coarse, keeps_ref=True)
    if re.fullmatch(r"\d{4}-\d\d", coarse):
        return _days_from_month(coarse, days)
    return unresolved("DATE", "FUTURE_REF", "the date before it is not exact enough to count from")


def _days_from_month(month: str, days: float) -> Reading | None:
    """ "in June ..., and two weeks later": between the days that lie so far from June's first and last."""
    first, last = (shift(f"{month}-{day:02d}", "D", days) for day in (1, last_day(int(month[:4]), int(month[5:]))))
    if first is None or last is None:
        return None
    whole = f"{first}/{last}"
    return Reading("DATE", first[:7], FROM_TOLD, month, whole=whole)


def read_units_on(m: Match, ctx: Context) -> Reading | None:
    """ "Two months on, ...": two months later; not "spent two months on it"."""
    opens = ctx.text.startswith(",", m.end) and _OPENS.search(ctx.text, max(0, m.start - 3), m.start)
    if not opens or ctx.ref is None:
        return None
    which = m.groups["which"][0]
    later = Token(which.start, which.end, "K", which.word)
    reading = read_from_ref(Match({**m.groups, "which": [later]}, m.start, m.end), ctx)
    ahead = reading is not None and ctx.published is not None and reading.value > day_value(ctx.published)
    return None if ahead else reading


def read_hours_later(m: Match, ctx: Context) -> Reading | None:
    """ "hours later", "minutes earlier": so little that it is the day told before."""
    unit = UNITS[m.word("unit")]
    return _hours(None, unit, ctx) if unit.startswith("T") and m.word("unit").endswith("s") else None


def _hours(number: float | None, unit: str, ctx: Context) -> Reading:
    """A length of time that, counted from the day told before, stays on that day."""
    base = ctx.base_day() if ctx.ref in (None, ctx.day) else None
    if base is None or (unit == "TH" and number is not None and number > FEW_HOURS):
        return unresolved("DURATION", duration(number, unit), "a length of time", keeps_ref=True)
    how = How.told("on the day told before it")
    return Reading("DURATION", duration(number, unit), how, base, keeps_ref=True, whole=base)


def read_month_beside_ref(m: Match, ctx: Context) -> Reading | None:
    """ "the previous April", "the following May": counted from the date before it."""
    base = ctx.base()
    if base is None or not re.match(r"\d{4}-\d\d", base):
        return None
    month, year, now = MONTHS[m.word("month")], int(base[:4]), int(base[5:7])
    year += -(month >= now) if m.groups["which"][0].kind == "v" else (month <= now)
    return dated(month_value(year, month), FROM_TOLD, base)


def read_edge_of_unit(m: Match, ctx: Context) -> Reading | None:
    """ "the end of the month", "late in the year", "later in the year": of the published date in news."""
    unit = UNITS[m.word("unit")]
    if unit not in ("M", "Y", "D", "W", "E", "C"):
        return None
    base = ctx.ref if ctx.narrative else ctx.base()
    if not ctx.narrative and ctx.published:
        base = day_in_question(ctx) if unit == "D" else day_value(ctx.published)
    value = truncate(base, unit) if base else None
    return dated(value, How.told("of the date that the text is on"), base, mod=mod_of(m))


def read_month_of_that_year(m: Match, ctx: Context) -> Reading | None:
    """ "August of that year", "4 October of the same year", "July of the following year"."""
    base = ctx.ref
    if UNITS[m.word("unit")] != "Y" or base is None or not base[:4].isdigit() or len(base) < 4:
        return None
    year = int(base[:4]) + {"f": 1, "n": 1, "v": -1}.get(m.groups["which"][-1].kind, 0)
    month, day = MONTHS[m.word("month")], ordinal_of(m.one("day") or m.one("day2"))
    value = full_date(year, month, day) if day else month_value(year, month)
    return dated(value, How.told("year of the date before it"), base[:4])


def read_that_month(m: Match, ctx: Context) -> Reading | None:
    """ "that February": the one told shortly before, else that of the year that the story is in."""
    month, base = MONTHS[m.word("month")], ctx.ref
    if ctx.text[m.end : m.end + 2].strip().isdigit() or _SAID.search(ctx.text[max(0, m.start - 24) : m.start]):
        return None  # "said that May 9 would be marked"
    told, end = ctx.months.get(month, (0, -JUST_TOLD))
    # "On 31 May 2018 ...; it said in 2015 that he would come that May".
    other = base is not None and ctx.ref_end > end and len(base) == len("2015") and base != str(told)
    other = other and not ends_sentence(ctx.text, ctx.ref_end, m.start)
    other = other and not _COUNTED_FROM.search(ctx.text, max(0, ctx.ref_end - 14), ctx.ref_end)
    if m.start - end < JUST_TOLD and not other:
        return dated(month_value(told, month), FROM_TOLD, str(told))
    if base is None or not base[:4].isdigit() or len(base) < 4:
        return None
    return dated(month_value(int(base[:4]), month), How.told("year of the date before it"), base[:4])


def _month_meant(which: str, ctx: Context) -> str | None:
    """The month of "this", "last" and "next month", counted from the published date; of "that month", the one told before."""
    return ctx.unit("M", {"h": 0, "l": -1, "n": 1}[which]) if which in "hln" else truncate(ctx.ref or "", "M")


def read_day_of_that_month(m: Match, ctx: Context) -> Reading | None:
    """ "the 17th of that month", "the 8th of this month"."""
    day, which = ordinal_of(m.one("day")), m.groups["which"][0].kind
    if UNITS[m.word("unit")] != "M" or day is None:
        return None
    base = _month_meant(which, ctx)
    if base is None:
        return None
    how = FROM_PUBLISHED if which in "hln" else How.told("month of the date before it")
    return dated(full_date(int(base[:4]), int(base[5:7]), day), how, ctx.published if which in "hln" else base)


def read_edge_day_of_month(m: Match, ctx: Context) -> Reading | None:
    """ "the last day of that month", "the first day of October"."""
    first = m.one("first")
    if UNITS[m.word("day_unit")] != "D" or (first is not None and ordinal_of(first) != 1):
        return None
    year = m.one("year")
    if m.one("month") is not None:
        number = MONTHS[m.word("month")]
        told = None if year else month_in_year(ctx, number, m.start, m.end)
        base = month_value(int(year.word), number) if year else told.value if told else None
    elif UNITS[m.word("unit")] != "M":
        return None
    else:
        base = _month_meant(m.groups["which"][0].kind, ctx)
    if base is None or not re.fullmatch(r"\d{4}-\d\d", base):
        return None
    month = (int(base[:4]), int(base[5:7]))
    return dated(full_date(*month, 1 if first else last_day(*month)), How.told("counted in its month"), base)


def read_part_beside(m: Match, ctx: Context) -> Reading | None:
    """ "the evening before", "the next morning", "the same night": a part of the day beside the one before it."""
    sign = {"f": 1, "n": 1, "d": 1, "v": -1, "b": -1}.get(m.groups["which"][-1].kind, 0)
    if m.groups["which"][-1].kind in "bd" and not _ends_there(m, ctx):
        return None  # "the night before he came" is counted from that
    if sign:
        ctx.go_on(m.start, m.end)
    base = ctx.base_day()
    if base is None:
        return None
    day = shift(base, "D", sign)
    if day is None:
        return None
    return Reading("TIME", day + part_suffix(part_code(m)), FROM_TOLD, base)


_OPENS_WITH = re.compile(r"(?:^|[.!?”\"]\s{1,2}|\n[ \t]{0,8})(?:Later\s)?[Ii]n\s$")


def read_part_of_story(m: Match, ctx: Context) -> Reading | None:
    """ "In the evening, a concert was given": of the day that the text is on, where it opens a sentence."""
    base = ctx.base_day()
    if (
        base is None
        or ctx.tense(m.start, m.end) != "past"
        or not _OPENS_WITH.search(ctx.text, max(0, m.start - 12), m.start)
    ):
        return None
    return Reading(
        "TIME", base + part_suffix(part_code(m)), How.told("of the day told before it"), base, keeps_ref=True
    )


def read_weekday_before(m: Match, ctx: Context) -> Reading | None:
    """ "the previous Friday": the last such day before the day before it."""
    base = ctx.base_day()
    if base is None:
        return None
    day = date.fromisoformat(base)
    back = (day.weekday() - WEEKDAYS[m.word("weekday")]) % 7 or 7
    return dated(shift(base, "D", -back), FROM_TOLD, base)


def read_same_of_last_year(m: Match, ctx: Context) -> Reading | None:
    """ "the same month last year", "the same period a year earlier": the date before it, a year back."""
    years = m.word("year_unit") or m.word("back") or m.word("back2")
    if UNITS.get(years) != "Y" or ctx.ref is None or not re.match(r"\d{4}-", ctx.ref):
        return None
    unit = UNITS.get(m.word("unit"))
    value = ctx.ref if unit is None else truncate(ctx.ref, unit)
    return dated(years_back(value, 1), How.told("a year before the date before it"), ctx.ref) if value else None


def read_year_earlier(m: Match, ctx: Context) -> Reading | None:
    """ "year-earlier", "the year-ago quarter": the date before it, a year back."""
    if UNITS[m.word("back")] != "Y" or ctx.ref is None or not re.match(r"\d{4}", ctx.ref):
        return None
    how = How.told("a year before the date before it")
    return dated(years_back(ctx.ref, 1), how, ctx.ref, keeps_ref=True)


def read_year_end(m: Match, ctx: Context) -> Reading | None:
    """ "by year-end", "at year-end 2023": of the year told in its sentence, else of the published one.

    Just behind a turn of the year it is of the one that is over, where the tense is past.
    """
    if m.word("unit") != "year" or m.word("edge") != "end":
        return None
    if year := m.one("year"):
        return dated(year.word, mod="END")
    if _DESCRIBES.match(ctx.text, m.end):
        return None
    tense = ctx.tense(m.start, m.end)
    told = truncate(ctx.ref or "", "Y")
    if told and tense != "future" and not ends_sentence(ctx.text, ctx.ref_end, m.start):
        return dated(told, How.told("year of the date before it"), told, mod="END")
    if ctx.published is None:
        return None
    over = ctx.published.month <= NEW_YEAR and tense == "past"
    over = over and not _WAS_TO.search(ctx.text, max(0, m.start - 60), m.start)
    return dated(f"{ctx.published.year - over}", FROM_PUBLISHED, ctx.published, mod="END")


def read_the_past(m: Match, ctx: Context) -> Reading | None:
    """ "in the past", "mistakes of the past"; not "the past tense"."""
    before = ctx.text[max(0, m.start - 5) : m.start]
    if not re.search(r"\b(?:in|of|from)\s+$", before, re.IGNORECASE) or _PAST_THING.match(ctx.text, m.end):
        return None
    return unresolved("DATE", "PAST_REF", "no calendar date", keeps_ref=True)


def read_day_beside(m: Match, ctx: Context) -> Reading | None:
    """ "the day before." at the end of a clause; "the day before he came" is counted from that."""
    if not _ends_there(m, ctx):
        return None
    return read_from_ref(Match({**m.groups, "which": [sided(m)]}, m.start, m.end), ctx)


def read_unit_before_that(m: Match, ctx: Context) -> Reading | None:
    """ "In 2002 he came. The year before that he was in Moscow"; "the day after that meeting" is counted from it."""
    if not re.match(r"\s*(?:[,.;]|(?:he|she|it|they|we)\b|[A-Z])", ctx.text[m.end : m.end + 12]):
        return None
    return read_from_ref(Match({**m.groups, "which": [sided(m)]}, m.start, m.end), ctx)


def _ends_there(m: Match, ctx: Context) -> bool:
    """Whether no event follows from which "before" could count."""
    behind = ctx.text[m.end : m.end + 16]
    return (
        not re.match(r"\s*(?!that[,.;]|that\s(?:on|in)\b)[A-Za-z“\"]", behind)
        or re.match(r"\s(?:(?:and|or|but)\s(?!(?:after|before|during|since)\b)|(?:in|at|near|with|by)\s)", behind)
        is not None
    )


def sided(m: Match, group: str = "side") -> Token:
    token = m.groups[group][0]
    return Token(token.start, token.end, "K" if token.kind == "d" else "E", token.word)


def read_offset_from_event(m: Match, ctx: Context) -> Reading | None:
    """ "a week after Putin thanked Kim": counted from what follows, so not a date by itself."""
    number, unit = number_of(m.one("number")), UNITS[m.word("unit")]
    if m.groups["which"][0].kind == "s" or not (m.one("number") or unit in ("TH", "TM")):
        return None
    if _ends_there(m, ctx):
        return read_from_ref(Match({**m.groups, "which": [sided(m, "which")]}, m.start, m.end), ctx)
    sign = 1 if m.groups["which"][0].kind == "d" else -1
    relation = (unit, sign * number) if number else None
    if unit.startswith("T"):  # a few hours: the same day
        relation = ("D", 0.0) if number is None or number <= FEW_HOURS else None
    return Reading(
        "DURATION",
        duration(number, unit),
        How("counted from the event named after it", "event"),
        relation=relation,
        keeps_ref=True,
    )
