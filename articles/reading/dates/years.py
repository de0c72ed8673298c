"""In which year a month or a day lies that is told without one.

In news it is the nearest to the published date, on the side that the tense tells; in a history it follows the date told
before it; in a chronology's entry it is near the date that opens the entry.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from .context import REACH_BACK, Context, ends_sentence
from .how import NEAREST_DAY, NEAREST_MONTH, How
from .values import SEASON_MONTHS, day_value, last_day, month_value
from .words import MONTHS

# A day this close to the published date is meant even where the tense seems to say otherwise.
NEAR_DAYS = 45
# In months: so near a month is meant even where the tense seems to say otherwise, when the other is so far.
NEAR_MONTHS, FAR_MONTHS = 2, 9
# So far, in characters and in days, a date told with its year reaches to one without.
MAX_BESIDE, BESIDE_DAYS = 300, 31
# So far it reaches to another sentence of its paragraph.
MAX_APART = 600
# So many years away "Saturday, 4 May" is looked for in a history and in news.
FAR_YEARS, NEAR_YEARS = 6, 1
DAYS_OF_A_YEAR = 366

_NAME = rf"(?:{'|'.join(MONTHS)})\.?"
_IN_FULL = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s(?P<month>{_NAME}),?\s(?P<year>\d{{4}})\b|\b(?P<month2>{_NAME})\s(?P<day2>\d{{1,2}}),?\s(?P<year2>\d{{4}})\b",
    re.IGNORECASE,
)

_WILL = re.compile(
    r"\bwill\b|\b(?:is|are)\s(?:now\s)?(?:to\b|(?:due|expected|scheduled|set|planned|planning|preparing|going)\s(?:to|in|for|on)\b)"
)
_SAYS = re.compile(r"\b(?:said|says|told|reported|announced|wrote|according|showed|estimated)\b")
_THIS_YEAR = re.compile(r"\b(?:this\s(?:year|month|week)|last\s(?:month|week))\b")


@dataclass(frozen=True, slots=True)
class InYear:
    """A month or day with its year, how that is known, and the date or year that it was counted from."""

    value: str
    how: How
    anchor: date | str | None


def month_in_year(ctx: Context, month: int, start: int, end: int) -> InYear | None:
    """The month whose name stands at the span; None when the text tells no year."""
    tense = ctx.tense(start, end)
    if entry := _year_of_entry(ctx, month, start, tense):
        return _near_entry(month_value(entry, month), ctx)
    if _is_of_story(ctx, start, end):
        return _month_of_story(ctx, month, tense)
    if tense == "past" and (beside := _year_told_beside(ctx, start)):
        return InYear(month_value(beside, month), How.told("in the year told before it"), str(beside))
    assert ctx.published is not None
    year, now = ctx.published.year, ctx.published.month
    recent = (now - month) % 12 <= NEAR_MONTHS
    if tense == "past" and not recent and (looked_back := _year_of_season(ctx, month, start)):
        return InYear(month_value(looked_back, month), How.told("in the season told before it"), str(looked_back))
    if tense == "future":
        behind = (now - month) % 12
        near = 0 < behind <= NEAR_MONTHS and 12 - behind >= FAR_MONTHS
        year += -(month > now) if near else month < now
    else:
        year -= month > now
    return InYear(month_value(year, month), NEAREST_MONTH, ctx.published)


def day_in_year(ctx: Context, month: int, day: int, start: int, end: int, weekday: int | None = None) -> InYear | None:
    """The day told at the span; a `weekday` told beside it has to fit. None when the text tells no year."""
    if day > 29 and day > last_day(2023, month):
        return None
    if beside := _year_beside(ctx, month, day, start):
        value = _full(beside, month, day)
        return InYear(value, How.told("in the year of the date before it"), str(beside)) if value else None
    if ctx.published is None and not ctx.narrative and (told := _year_in_full(ctx.text, month, day)):
        value = _full(told, month, day)
        return (
            InYear(value, How.told("in the year with which the text tells it elsewhere"), str(told)) if value else None
        )
    found = _day_in_year(ctx, month, day, start, end)
    if found is None or weekday is None or date.fromisoformat(found.value).weekday() == weekday:
        return found
    return _on_weekday(ctx, date.fromisoformat(found.value), weekday) or found


@lru_cache(maxsize=2)
def _days_in_full(text: str) -> dict[tuple[int, int], set[int]]:
    """(month, day) -> the years with which a text tells that day: "31 May 2018", "May 31, 2018"."""
    told: dict[tuple[int, int], set[int]] = defaultdict(set)
    for match in _IN_FULL.finditer(text):
        month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
        told[month, int(match["day"] or match["day2"])].add(int(match["year"] or match["year2"]))
    return told


def _year_in_full(text: str, month: int, day: int) -> int | None:
    """The year of that day where a text without a published date tells it in full: "on May 31 ... 31 May 2018" is 2018."""
    years = _days_in_full(text).get((month, day), set())
    return next(iter(years)) if len(years) == 1 else None


def _on_weekday(ctx: Context, told: date, weekday: int) -> InYear | None:
    """The day in the nearest year in which it is that weekday; None near the published date, where a slip is likelier."""
    if ctx.published is not None and abs((told - ctx.published).days) <= NEAR_DAYS:
        return None
    reach = FAR_YEARS if ctx.narrative else NEAR_YEARS
    for year in sorted(range(told.year - reach, told.year + reach + 1), key=lambda year: abs(year - told.year)):
        value = _full(year, told.month, told.day)
        if value and date.fromisoformat(value).weekday() == weekday and not _is_behind(value, told, ctx):
            return InYear(value, How.told("in the nearest year in which it is that day of the week"), str(told.year))
    return None


def _is_behind(value: str, told: date, ctx: Context) -> bool:
    """Whether another year would move a day that is past behind the published date."""
    return ctx.published is not None and told <= ctx.published < date.fromisoformat(value)


def _day_in_year(ctx: Context, month: int, day: int, start: int, end: int) -> InYear | None:
    tense = ctx.tense(start, end)
    if entry := _year_of_entry(ctx, month, start, tense):
        value = _full(entry, month, day)
        return _near_entry(value, ctx) if value else None
    if _is_of_story(ctx, start, end):
        told = _month_of_story(ctx, month, tense)
        value = _full(int(told.value[:4]), month, day) if told else None
        return replace(told, value=value) if told and value else None
    assert ctx.published is not None
    value = _nearest_day(ctx.published, month, day, tense)
    near = value is not None and abs((date.fromisoformat(value) - ctx.published).days) <= NEAR_DAYS
    if tense == "past" and value and not near:
        season = _year_of_season(ctx, month, start)
        if looked_back := season or _year_of_look_back(ctx, month, day, start):
            how = How.told("in the season told before it") if season else How.told("in the year of the date before it")
            return InYear(_full(looked_back, month, day) or value, how, str(looked_back))
    return InYear(value, NEAREST_DAY, ctx.published) if value else None


def _near_entry(value: str, ctx: Context) -> InYear:
    assert ctx.entry is not None
    return InYear(value, How.told("nearest to the date of its entry"), day_value(ctx.entry[0]))


def _nearest_day(published: date, month: int, day: int, tense: str) -> str | None:
    """The day in the year that fits: not ahead of the published date unless the tense says so."""
    years = [published.year + by for by in (-1, 0, 1)]
    days = [date(year, month, day) for year in years if day <= last_day(year, month)]
    if not days:
        return None
    ahead = (min(days, key=lambda d: abs((d - published).days)) - published).days
    # The nearest one is nearly always meant; only a plain contradiction of the tense overrules it.
    if tense == "past" and ahead > NEAR_DAYS:
        days = [d for d in days if d <= published] or days
    elif tense == "future" and ahead < -NEAR_DAYS:
        days = [d for d in days if d >= published] or days
    return day_value(min(days, key=lambda d: abs((d - published).days)))


def _is_of_story(ctx: Context, start: int, end: int) -> bool:
    """Whether the year is that of the dates before it, not that of publication.

    In a history too "will open in July" and "said on Tuesday that she had been ill since May" are of its own day.
    """
    if ctx.published is None or not ctx.narrative:
        return ctx.published is None
    news = ctx.news
    if news is not None and start - news[1] <= REACH_BACK and not ends_sentence(ctx.text, news[1], start):
        return False
    sentence = " ".join(ctx.sentence(start, end))
    return _WILL.search(sentence) is None and _THIS_YEAR.search(sentence) is None


def _month_of_story(ctx: Context, month: int, tense: str) -> InYear | None:
    if ctx.last_year is None or _is_undated_news(ctx):
        return None
    if ctx.stretch is not None and (value := _within(ctx.stretch, month)):
        return InYear(value, How.told("within the stretch of time told before it"), f"{ctx.last_year}")
    year = ctx.last_year
    ref_month = int(ctx.ref[5:7]) if ctx.ref and re.match(r"\d{4}-\d\d", ctx.ref) else None
    # A story that goes from November to January has passed into the next year.
    if ctx.stretch is None and ref_month and ref_month >= 10 and month <= 3:
        year += 1
    value = month_value(year, month)
    published = ctx.published
    if published and tense != "future" and year == published.year and month > published.month:
        return InYear(
            month_value(year - 1, month), How.published("the last such month before the published date"), published
        )
    return InYear(value, How.told("year of the date before it"), f"{ctx.last_year}")


def _is_undated_news(ctx: Context) -> bool:
    """Whether nothing tells what year the text is of: only years that it names in passing."""
    return ctx.published is None and not ctx.narrative and ctx.told is None


def _within(stretch: tuple[date | None, date | None], month: int) -> str | None:
    """ "Between November 1942 and May 1943 ... on 8 November": such a month of the stretch, where there is one only."""
    first, last = stretch
    if first is None or last is None or (last - first).days > DAYS_OF_A_YEAR:
        return None
    year = first.year + (month < first.month)
    return month_value(year, month) if (year, month) <= (last.year, last.month) else None


def _year_beside(ctx: Context, month: int, day: int, start: int) -> int | None:
    """The year of a date told before in the sentence, when the day lies near it and not in the published year.

    "Pictures released in October 2023 showed ships between 7 September and 1 October": those of 2023.
    """
    if ctx.told is None or ctx.published is None or ctx.narrative or day > last_day(ctx.told[0].year, month):
        return None
    told, end = ctx.told
    if told.year == ctx.published.year or start - end > MAX_BESIDE or ends_sentence(ctx.text, end, start):
        return None
    near = BESIDE_DAYS if ctx.text[end:start] != ", on " else 366  # "two weeks later, on May 16": one and the same
    return told.year if abs((date(told.year, month, day) - told).days) <= near else None


def _year_told_beside(ctx: Context, start: int) -> int | None:
    """ "The year before he had stopped in Pyongyang in July": of a year that its sentence counts from another date of the text."""
    year, end = ctx.counted_year
    if not year or ends_sentence(ctx.text, end, start) or _SAYS.search(ctx.text, end, start):
        return None  # "against $12 million a year earlier, customs said in May"
    return year


def _year_of_season(ctx: Context, month: int, start: int) -> int | None:
    """ "In the summer of 2001 he set out. He crossed on July 26": a month of a season told in the paragraph, of another year."""
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA)", ctx.ref or "")
    if season is None or ctx.published is None or int(season[1]) >= ctx.published.year - 1:
        return None
    first = SEASON_MONTHS[season[2]]
    return int(season[1]) if first <= month <= first + 2 and "\n\n" not in ctx.text[ctx.ref_end : start] else None


def _year_of_look_back(ctx: Context, month: int, day: int, start: int) -> int | None:
    """ "He met him on July 26, 2001. On August 4 they signed": soon behind a day of another year, in one paragraph."""
    if ctx.told is None or ctx.published is None or ctx.told[0].year >= ctx.published.year - 1:
        return None
    told, end = ctx.told
    value = _full(told.year, month, day)
    if value is None or start - end > MAX_APART or "\n\n" in ctx.text[end:start] or ctx.ref != ctx.day:
        return None
    return told.year if 0 < (date.fromisoformat(value) - told).days <= BESIDE_DAYS else None


def _year_of_entry(ctx: Context, month: int, start: int, tense: str) -> int | None:
    """The year of a month told in a chronology's entry: the one nearest to the entry's own, or the next."""
    if ctx.entry is None or start > ctx.entry[1] or ctx.narrative:
        return None
    told = ctx.entry[0]
    away = {year: 12 * (year - told.year) + month - told.month for year in (told.year - 1, told.year, told.year + 1)}
    near = [year for year in away if away[year] >= 0] if tense == "future" else list(away)
    return min(near, key=lambda year: (abs(away[year]), -away[year]))


def _full(year: int, month: int, day: int) -> str | None:
    return day_value(date(year, month, day)) if 1 <= day <= last_day(year, month) else None
