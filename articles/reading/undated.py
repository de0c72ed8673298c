"""What a text tells of its own date when it does not state it: through anniversaries, weekdays, its lead, captions."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from articles.edtf import day_in_words

from .dates import DateExpression, find_dates
from .dates.calendar import anniversaries
from .dates.words import MONTH_NAMES, MONTHS, NUMBER_WORDS
from .document import Block, Layout, Published, RawArticle, plausible

# The lead, in paragraphs and in characters.
LEAD_PARAGRAPHS = 3
LEAD_CHARACTERS = 500
# An anniversary that a dateline is of lies so many days from it at most.
DAYS_OF_AN_ANNIVERSARY = 7
WEEKDAY_PARAGRAPHS = 5
# A year that stands alone so far behind the others is one that something is planned for.
YEARS_AHEAD = 15
# In so many years a day of the month is nearly never the same weekday twice.
YEARS_BACK = 4
# So many years back the year of "Thursday (May 31)" is looked for: longer than it takes a day to fall on its weekday anew.
YEARS_BACK_OF_WEEKDAY = 12
# A text whose latest year lies so far back is a history.
YEARS_OF_HISTORY = 30
# A weekday behind these words is not that of the news.
_NOT_NOW = re.compile(r"\b(?:will|would|due|expected|scheduled|set|next|last|every|previous)\b[^.;]{0,80}$")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH_NAME = rf"(?:{MONTH_NAMES}|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_DAY_WITH_WEEKDAY = re.compile(
    rf"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:, (?:on )?| \()(?P<day>{_MONTH_NAME} \d{{1,2}}|\d{{1,2}} {_MONTH_NAME})\b(?!,? \d{{4}})"
)
_WEEKDAY_IN_BRACKETS = re.compile(
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? \((?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)\)"
)
# A text that tells of a day so much later is no news of the first.
DAYS_OF_NEWS = 31
# "Since Russia invaded on February 24, 2022", "the treaty that they signed on June 19, 2024": no lead of that day.
_LOOKS_BACK = re.compile(
    r"\b(?:[Hh]owever|[Yy]et|[Bb]ut|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|that|which|who|whose|when|once|ago|ever|anniversary|invasion|treaty|pact|war)\b"
)
# A photo of another day.
_OLD_PHOTO = re.compile(r"\b(?:file|archive)\b", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(
    r"(?<=/)(?P<y>20\d\d)/(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])/\S*\.(?:jpe?g|png|webp|gif)\b"
)
_SINCE = re.compile(rf"\bsince (?P<month>{_MONTH_NAME}) (?P<year>(?:19|20)\d\d)\b")
_COUNTS = {word: number for word, number in NUMBER_WORDS.items() if isinstance(number, int)}
_COUNTED = re.compile(
    rf"\b(?:has|have)(?:\snot|n['’]t|\snever)\b[^.;]{{1,60}}\b(?:in|for) (?P<count>{'|'.join(_COUNTS)}|\d{{1,2}}) years,? since\b[^.;]{{0,160}}?\bin (?P<year>(?:19|20)\d\d)\b"
)
MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d")
YEAR = re.compile(r"(?<![\d.,$€£])(?:19[4-9]\d|20\d\d)(?!\d|,\d|\.\d)")
# No day is told in full without a year: to look for one in every line of a page's head costs more than all its other stages.
_WITH_YEAR = re.compile(r"\d{4}|['’]\d\d\b|\d[./-]\d{1,2}[./-]\d\d")
# The year of a date in Korean, Chinese or Japanese, which a page may write above a text in another language.
_EAST_ASIAN = re.compile(r"(?<=\d)[년年]")
# "Published November 22, 2024last updated", "14:45:52Updated": a page has run its lines together.
_RUN_TOGETHER = re.compile(r"(?:\d{4}|\d\d:\d\d(?::\d\d)?)(?=[^\W\d_]{4})")


def inferred(raw: RawArticle, layout: Layout, language: str) -> Published | None:
    """The published date of a text that does not state it, with why; None where nothing fixes it."""
    return (
        _from_anniversary(raw.text, layout.story, language)
        or _from_lead(raw, layout, language)
        or _from_brackets(raw, layout.story)
        or _from_weekday(raw, layout.story, language)
        or _from_pictures(raw)
    )


def years_of_day(raw: RawArticle, story: Sequence[Block], month: int, day: int, language: str) -> tuple[list[int], str]:
    """Years in which the dateline's day is the weekday that the text names first, or the day after it; else the latest named.

    Where the text names no year, those are tried in which the text can have come in as news.
    """
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return [], ""
    if fixed := _years_of_anniversaries(raw, story, month, day, language):
        return fixed, "the year is that of the anniversary that it tells of"
    # "A plan for 2025 to 2027": nothing was published after it came in.
    last = raw.received.year - ((month, day) > (raw.received.month, raw.received.day)) if raw.received else 9998
    named = [year for year in _years_of(raw.text) if year <= last]
    first = _first_year(raw.text, month)
    if named:
        # An article may well name last year and not its own.
        years = range(max(named[0], first), min(max(named[-1] + 1, first), last) + 1)
        among = "among those that the text names, or the next"
    elif raw.received:
        years = range(max(1, last - YEARS_BACK), last + 1)
        among = "the latest such year before the text came in; it names none itself"
    else:
        return [], ""
    weekdays = _weekdays_of(raw.text, story[0], language, news_only=not named)
    for later in (0, 1):
        if weekdays and (fitting := [year for year in years if _falls_on(year, month, day, weekdays[0] + later)]):
            return fitting, f"the year is one in which its weekday fits, {among}"
    further = [w for block in story[1:WEEKDAY_PARAGRAPHS] for w in _weekdays_of(raw.text, block, language)]
    if further and not weekdays and named:
        told = _years_of(raw.text)  # with those of plans: "to be ready in 2026" is told not long before
        tried = range(named[0], last + 1) if raw.received else named
        fitting = [y for y in tried if any(_falls_on(y, month, day, further[0] + later) for later in (0, 1))]
        if fitting:
            best = min(fitting, key=lambda y: (min(abs(y - year) for year in told), -y))
            return [best], "the year is the one nearest to those that the text names in which its weekday fits"
    counted = [y for y in _counted_years(raw.text) if y <= last and y >= max(named, default=y)]
    if counted and (not weekdays or any(_falls_on(counted[-1], month, day, weekdays[0] + later) for later in (0, 1))):
        return counted[-1:], "the year is so many after the one that the text counts from"
    if weekdays:
        return [], ""  # the dateline is of none of the years that the text names
    if named and named[-1] < first <= last:
        return [first], "the year is the first in which what the text looks back to is past"
    return named[-1:], "the year is the latest that the text names"


def _first_year(text: str, month: int) -> int:
    """The first year in which a day of that month lies behind what the text says has lasted "since December 2019"; else 0."""
    started = [(int(m["year"]), MONTHS[m["month"].lower().rstrip(".")]) for m in _SINCE.finditer(text)]
    return max((year + (month < begun) for year, begun in started), default=0)


def _counted_years(text: str) -> list[int]:
    """ "They have not met in eight years, since Kim went in 2011": 2019."""
    return sorted(
        int(m["year"]) + (int(m["count"]) if m["count"].isdigit() else _COUNTS[m["count"]])
        for m in _COUNTED.finditer(text)
    )


def _from_anniversary(text: str, story: Sequence[Block], language: str) -> Published | None:
    """An anniversary fixes the day when the text names that day's weekday in its first paragraphs."""
    if language != "en" or not story:
        return None
    lead_end = story[min(LEAD_PARAGRAPHS, len(story)) - 1].end
    body = text[story[0].start : story[-1].end]
    weekdays = [
        d
        for d in find_dates(text[story[0].start : lead_end])
        if d.timex_type != "SET" and d.timex_value.startswith("XXXX-WXX-")
    ]
    if not weekdays:
        return None
    wanted = int(weekdays[0].timex_value[9]) - 1
    fitting = [a for a in anniversaries(body) if a.day.weekday() == wanted]
    if not fitting or len({a.day for a in fitting}) > 1:
        return None
    chosen = fitting[0]
    start = story[0].start + chosen.start
    words = " ".join(text[start : story[0].start + chosen.end].split())
    return Published(
        chosen.day,
        "inferred",
        f"Published about {day_in_words(chosen.day)}: the text names no date, but “{words}” and “{weekdays[0].text}” fit that day only ({chosen.name}).",
        start,
        story[0].start + chosen.end,
    )


def _from_lead(raw: RawArticle, layout: Layout, language: str) -> Published | None:
    """The day that the lead tells in full, or a caption above the story, when the text goes on to name its weekday bare.

    "ended his trip on September 17, 2023", and "on Sunday" below it; "Wednesday, Oct. 12, 2022" under a photo, and "on
    Wednesday". Where it names the weekday behind that day, it is of the day after.
    """
    if language != "en" or not layout.story:
        return None
    lead = layout.story[0]
    above = [block for block in layout.blocks if block.start < lead.start]
    for block in (Block(lead.start, min(lead.end, lead.start + LEAD_CHARACTERS)), *above):
        words = raw.text[block.start : block.end]
        days = full_days(words, language)
        if not days or (block.start < lead.start and _OLD_PHOTO.search(words)):
            continue
        if block.start == lead.start and _LOOKS_BACK.search(
            words[words.rfind(". ", 0, days[0].start) + 1 : days[0].start]
        ):
            continue
        day = date.fromisoformat(days[0].edtf or "")
        if raw.received and day > raw.received:
            continue
        last = max((date.fromisoformat(d.edtf or "") for d in full_days(raw.text, language)), default=day)
        if last > day + timedelta(days=DAYS_OF_NEWS):
            continue  # it looks back
        bare = [w for told in layout.story[:WEEKDAY_PARAGRAPHS] for w in _weekdays_of(raw.text, told, language)]
        following = day + timedelta(days=1)
        if following.weekday() in bare and (raw.received is None or following <= raw.received):
            day = following
        elif day.weekday() not in bare:
            continue
        start, end = block.start + days[0].start, block.start + days[0].end
        told = "its lead is of that time" if block.start == lead.start else "a caption above it is of that time"
        why = f"Published about {day_in_words(day)}: the text does not tell when, but {told} (“{days[0].text}”), and it names the weekday."
        return Published(day, "inferred", why, start, end)
    return None


def _from_brackets(raw: RawArticle, story: Sequence[Block]) -> Published | None:
    """ "He said so, as quoted by an agency, on Saturday (21/1/2023)": so papers in South-East Asia tell the day of the news."""
    for block in story[:WEEKDAY_PARAGRAPHS]:
        match = _WEEKDAY_IN_BRACKETS.search(raw.text, block.start, block.end)
        if match is None or _NOT_NOW.search(raw.text, block.start, match.start()):
            continue
        numbers = [int(match[name]) for name in ("y", "m", "d")]
        turned = [numbers, [numbers[0], numbers[2], numbers[1]]]
        days = [date(y, m, d) for y, m, d in turned if 1 <= m <= 12 and 1 <= d <= calendar.monthrange(y, m)[1]]
        fitting = [day for day in days if _WEEKDAYS[day.weekday()] == match["weekday"][:3].lower() and plausible(day)]
        if fitting:
            why = f"Published about {day_in_words(fitting[0])}: the text does not tell when, but what it reports is of “{match.group()}”."
            return Published(fitting[0], "inferred", why, match.start(), match.end())
    return None


def _from_weekday(raw: RawArticle, story: Sequence[Block], language: str) -> Published | None:
    """ "On Thursday (May 31)" in a text that tells no year: the latest one in which that day is that weekday.

    Not before the latest year that it names, and not after it came in.
    """
    if language != "en" or not story or raw.received is None:
        return None
    body = raw.text[story[0].start : story[-1].end]
    match = _DAY_WITH_WEEKDAY.search(body)
    if match is None or _NOT_NOW.search(body, 0, match.start()):
        return None
    told = next((d for d in find_dates(match["day"]) if MONTH_DAY.fullmatch(d.timex_value)), None)
    if told is None:
        return None
    month, day = int(told.timex_value[5:7]), int(told.timex_value[8:10])
    weekday = _WEEKDAYS.index(match["weekday"][:3].lower())
    last = raw.received.year - ((month, day) > (raw.received.month, raw.received.day))
    named = [year for year in _years_of(raw.text) if year <= last]
    told_of = any(_falls_on(year, month, day, weekday) for year in named)
    if told_of or (named and named[-1] < last - YEARS_OF_HISTORY):
        return None  # "in 1950 ... On Sunday, June 25": a day of that year
    years = range(max([last - YEARS_BACK_OF_WEEKDAY, *named[-1:]]), last + 1)
    fitting = [year for year in years if _falls_on(year, month, day, weekday)]
    if not fitting:
        return None
    found = date(fitting[-1], month, day)
    why = f"Published about {day_in_words(found)}: the text tells no year; it is the latest before the text came in, and not before those that it names, in which “{match.group()}” fits."
    return Published(found, "inferred", why, story[0].start + match.start(), story[0].start + match.end())


def _years_of_anniversaries(raw: RawArticle, story: Sequence[Block], month: int, day: int, language: str) -> list[int]:
    """The year of the day, where the text tells of an anniversary that falls on it or nearly: the latest in which its weekday fits."""
    body = raw.text[story[0].start : story[-1].end]
    latest = raw.received.year if raw.received else 9998
    years = {
        a.day.year
        for a in anniversaries(body)
        if a.day.year <= latest
        and calendar.monthrange(a.day.year, month)[1] >= day
        and abs((date(a.day.year, month, day) - a.day).days) <= DAYS_OF_AN_ANNIVERSARY
    }
    weekdays = _weekdays_of(raw.text, story[0], language)
    fitting = [y for y in years if any(_falls_on(y, month, day, w + later) for w in weekdays for later in (0, 1))]
    return sorted(fitting or years)[-1:]


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    """Whether the day of that year is the weekday, 0 for Monday; beyond 6 they begin anew."""
    return calendar.monthrange(year, month)[1] >= day and date(year, month, day).weekday() == weekday % 7


def _weekdays_of(text: str, block: Block, language: str, *, news_only: bool = False) -> list[int]:
    """The weekdays, 0 for Monday, that a paragraph names; `news_only` leaves out those that lie ahead."""
    return [
        int(told.timex_value[9]) - 1
        for told in find_dates(text[block.start : block.end], language=language)
        if told.timex_value.startswith("XXXX-WXX-")
        and not (news_only and _NOT_NOW.search(text, block.start, block.start + told.start))
    ]


def _years_of(text: str) -> list[int]:
    """Years that the text names and that are not ahead of the others by more than one: plans reach further."""
    years = sorted({int(y) for y in YEAR.findall(text)})
    while len(years) > 1 and years[-1] - years[-2] > YEARS_AHEAD:
        years.pop()
    return years


def full_days(words: str, language: str) -> list[DateExpression]:
    """The days that the words tell with their year, on which an article can have been published; up to where lines run together."""
    if not _WITH_YEAR.search(words):
        return []
    if joined := _RUN_TOGETHER.search(words):
        words = words[: joined.end()]
    if east_asian := _EAST_ASIAN.search(words):
        language = "ko" if east_asian.group() == "년" else "zh"
    found = find_dates(words, language=language) or (find_dates(words) if language != "en" else [])
    days = [d for d in found if d.basis == "stated" and d.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", d.edtf)]
    return [d for d in days if plausible(date.fromisoformat(d.edtf or ""))]


def _from_pictures(raw: RawArticle) -> Published | None:
    """The latest day in an address of a picture that a page has left in its text."""
    found = [
        (date(int(m["y"]), int(m["m"]), int(m["d"])), m)
        for m in _DAY_IN_ADDRESS.finditer(raw.text)
        if int(m["d"]) <= calendar.monthrange(int(m["y"]), int(m["m"]))[1]
    ]
    days = [(day, m) for day, m in found if plausible(day) and not (raw.received and day > raw.received)]
    if not days:
        return None
    day, match = max(days, key=lambda pair: pair[0])
    if any(year > day.year for year in _years_of(raw.text)):
        return None  # of an archive
    why = f"Published about {day_in_words(day)}: the text does not tell when, but the address of a picture in it is of that day (“{match.group().strip('/')}”)."
    return Published(day, "inferred", why, match.start(), match.end())
