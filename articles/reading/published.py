"""When an article was published, and how that is known.

Candidates are ranked: the file's metadata, a line that says "published", a byline, a line that is
only a date, a dateline, the address; failing all of these, an anniversary that fixes a day whose
weekday the text names, the day of the lead or of a caption, a day told with its weekday. The explanation says what was chosen and what else was there.
"""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.edtf import day_in_words

from .datelines import dateline_at
from .dates import DateExpression, find_dates
from .dates.words import MONTHS
from .document import Block, Layout, Published, RawArticle
from .header import Header
from .undated import LEAD_PARAGRAPHS, MONTH_DAY, YEAR, full_days, inferred, years_of_day

_URL_DATE = re.compile(
    r"/(?P<y>19\d\d|20\d\d)[/-](?P<m>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/-]|$)|[/-](?P<y2>20\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?=\D|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:(?:first )?(?:published|posted|filed|written|issued|created|registered|опубликовано|veröffentlicht|(?:episode|air|release|publication) date)(?:_at| at| on)?\b)",
    re.IGNORECASE,
)
# "date 2023-07-27": what a collection has put above a page; the page's own word comes first.
_STAMP = re.compile(r"^\W*date\b", re.IGNORECASE)
_TO_THE_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_UPDATED = re.compile(r"^\W*(?:(?:last )?(?:updated|modified|edited)|page updated|обновлено)\b", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|von)\s", re.IGNORECASE)
# "Tuesday, 02 January 2024 12:17 GMT" as the first line of a page.
_CLOCK = re.compile(r"^[A-Z][a-z]{2,5}day,? .*\d\d:\d\d", re.DOTALL)
# "In Brief 24 Jan 2020 by Alex Teddy".
_BY_BEHIND = re.compile(r",?\s(?:by|By|BY)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}$")
_OTHER_WORDS = re.compile(r"[^\W\d_]{2,}")
_CAPTION = re.compile(r"\b(?:photo|file|image|archive|picture)\b", re.IGNORECASE)
_NOISE = frozenset(
    [
        "at",
        "on",
        "utc",
        "gmt",
        "msk",
        "kst",
        "est",
        "edt",
        "et",
        "am",
        "pm",
        "updated",
        "published",
        "posted",
        "date",
        "by",
        "asia",
        "world",
        "news",
        "europe",
        "breakingnews",
        "breaking",
        "business",
        "politics",
        "last",
        "min",
        "mins",
        "minute",
        "minutes",
        "read",
        "reading",
        "time",
        "share",
        "save",
        "print",
        "hit",
        "hits",
        "views",
        "comments",
        "all",
        "am",
        "issue",
        "обновлено",
    ]
)

# "The weekly of the port * Saturday, August 24, 2002 * No. 34": a part of the line is a date with its weekday.
_PARTS = re.compile(r"\s[*|·•–—]\s")
_OWN_PART = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:\d{1,2}\s[a-z]{3,9}\.?|[a-z]{3,9}\.?\s\d{1,2}),?\s\d{4}",
    re.IGNORECASE,
)

# How many words besides the date a line may have and still count as "only a date".
MAX_OTHER_WORDS = 3
# With more words a line that begins "Published" is a sentence.
MAX_WORDS_OF_STAMP = 12
# Lines that are only a date, of so many different days and down in the story, are the headings of a chronology.
DAYS_OF_A_CHRONOLOGY = 2
MONTHS_OF_A_YEAR = 12
# A dateline that tells its year and lies so far back is of a page that was looked at later.
LONG_BEFORE = timedelta(days=31)
# East of here a text may be of tomorrow.
DAYS_AHEAD = 2
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")

_RANK = {"label": 0, "byline": 1, "line": 2, "stamp": 3, "dateline": 3, "updated": 4}


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    kind: str
    start: int
    end: int
    words: str
    note: str = ""  # how the year was found, where the words do not tell it
    on_top: bool = False  # nothing stands above it


def read_published(raw: RawArticle, header: Header, layout: Layout, language: str) -> Published:
    """The published date with its basis and explanation; basis "unknown" when nothing tells it."""
    if raw.published:
        return Published(
            raw.published,
            "metadata",
            f"Published {day_in_words(raw.published)}: {raw.published_note or 'the file says so'}.",
        )
    told = [_not_ahead(candidate, raw.received) for candidate in _told(raw, layout, language)]
    url_day = date_in_url(header.url)
    if told:
        return _stated(told, url_day)
    if url_day:
        return Published(
            url_day,
            "url",
            f"Published {day_in_words(url_day)}: the date stands in the article's address, {header.url}.",
        )
    return inferred(raw, layout, language) or Published()


def date_in_url(url: str) -> date | None:
    """The day in an address such as /2025/05/09/ or /2001/dec/19/, else None."""
    for match in _URL_DATE.finditer(url or ""):
        year, month, day = match["y"] or match["y2"], (match["m"] or match["m2"]).lower(), match["d"] or match["d2"]
        try:
            number = MONTHS[month[:3]] if month[:3] in MONTHS else int(month)
            return date(int(year), number, int(day))
        except ValueError:
            continue
    return None


def _stated(told: list[_Candidate], url_day: date | None) -> Published:
    best = min(told, key=lambda c: (_RANK[c.kind], c.start))
    lines = [c for c in told if c.kind == "line"]
    if best.kind == "line" and best.on_top and (lines[-1].day < best.day or _CLOCK.search(best.words)):
        best = lines[-1]  # the day on which the page was looked at, above its masthead
    elif best.kind == "line" and best.on_top:
        best = next((c for c in told if c.kind == "dateline" and not c.note and best.day - c.day > LONG_BEFORE), best)
    best = next((c for c in told if _same_turned_round(best, c)), best)
    words = " ".join(best.words.split())
    if best.note:
        where = "dateline" if best.kind == "dateline" else "text"
        why = f"Published {day_in_words(best.day)}: the {where} says “{words}”; {best.note}."
    else:
        why = f"Published {day_in_words(best.day)}: stated in the text (“{words}”)."
    others = sorted(
        {c.day for c in told if c.day != best.day} | ({url_day} if url_day and url_day != best.day else set())
    )
    if others:
        why += f" Not taken: {', '.join(day_in_words(day) for day in others)}, told less plainly or as an update."
    return Published(best.day, "inferred" if best.note else "stated", why, best.start, best.end)


def _not_ahead(told: _Candidate, received: date | None) -> _Candidate:
    """ "03/12/2026" in a text that came in in November: the twelfth of March. Other forms have one reading only."""
    two_readings = _SLASHES.fullmatch(told.words) and told.day.day <= MONTHS_OF_A_YEAR
    if received is None or not two_readings or told.day <= received + timedelta(days=DAYS_AHEAD):
        return told
    turned = date(told.day.year, told.day.day, told.day.month)
    note = "of its two readings only this one is not ahead of the day on which the text came in"
    return replace(told, day=turned, note=note) if turned <= received else told


def _same_turned_round(numbers: _Candidate, words: _Candidate) -> bool:
    """Whether a day in numbers is, with month and day the other way round, one that the text has in words too."""
    in_words = any(c.isalpha() for c in words.words) and not any(c.isalpha() for c in numbers.words)
    return in_words and numbers.day != words.day and _turned(numbers.day, words.day)


def _told(raw: RawArticle, layout: Layout, language: str) -> list[_Candidate]:
    text, story = raw.text, layout.story
    stories = {block.start for block in story}
    skipped = {
        m.start for m in layout.marked if m.rule in ("caption", "clock of the page", "link", "address label", "rights")
    }
    candidates = []
    for block in layout.blocks:
        words = text[block.start : block.end]
        if block.start in skipped or len(words) > 200:
            continue
        if words.startswith("(") and story and block.start < story[-1].start:
            continue  # where a quotation is from, in the midst of the story
        if block.start not in stories and (kind := _line_kind(words, language)):
            if kind != "masthead":
                candidates += _days(block.start, words, kind, language)
            elif story and block.start < story[0].start:
                candidates += _days(block.start, words, "line", language)
    lines = {c.day for c in candidates if c.kind == "line"}
    inside = any(c.start > story[0].end for c in candidates if c.kind == "line") if story else False
    if len(lines) >= DAYS_OF_A_CHRONOLOGY and inside:
        entries = text.rfind("\n", 0, max(0, story[0].start - 1))
        candidates = [c for c in candidates if c.kind != "line" or text.rfind("\n", 0, entries) >= c.end]
    for at in range(min(len(story), LEAD_PARAGRAPHS)):  # a deck or two may stand above it
        if dateline := _dateline(raw, story[at:], language, by_agency=at > 0):
            return candidates + dateline
    return candidates


def is_stamp(words: str) -> bool:
    """Whether a line says when the text was published or changed ("Updated June 21, 2024", "2026-01-06T09:37+0000")."""
    return bool(_UPDATED.match(words) or _LABEL.match(words) or _STAMP.match(words) or _TO_THE_MINUTE.search(words))


def tells_when_published(words: str, language: str) -> bool:
    """Whether a line says no more than when the text was published: "Filed Nov. 14, 2020, at 9:45 a.m."."""
    short = len(words.split()) <= MAX_WORDS_OF_STAMP
    return short and is_stamp(words) and bool(full_days(words, language))


def _line_kind(words: str, language: str) -> str:
    """What sort of line it is when a day stands in it: label, byline, line, updated, or "" for none."""
    if _UPDATED.match(words):
        return "updated"
    if _LABEL.match(words):
        return "label"
    if _STAMP.match(words):
        return "stamp"
    if _CAPTION.search(words):
        return ""
    found = full_days(words, language)
    if _BYLINE.match(words) or (found and _BY_BEHIND.match(words, found[0].end)):
        return "byline"
    if not found or not (_one_day(found) or _UPDATED.match(words[found[0].end :])):
        return ""
    rest = words[: found[0].start] + " " + words[found[-1].end :]
    others = [w for w in _OTHER_WORDS.findall(rest) if w.lower() not in _NOISE]
    if len(others) <= MAX_OTHER_WORDS:
        return "line"
    return "masthead" if any(_OWN_PART.fullmatch(part) for part in _PARTS.split(words)) else ""


def _one_day(found: list[DateExpression]) -> bool:
    """Whether they tell one day, perhaps in numbers and in words."""
    days = [date.fromisoformat(d.edtf or "") for d in found]
    return all(day == days[0] or _turned(day, days[0]) for day in days)


def _turned(one: date, two: date) -> bool:
    """Whether one is the other with month and day the other way round."""
    return (one.year, one.day, one.month) == (two.year, two.month, two.day)


def _days(offset: int, words: str, kind: str, language: str) -> list[_Candidate]:
    found = full_days(words, language)
    return [
        _Candidate(date.fromisoformat(d.edtf or ""), kind, offset + d.start, offset + d.end, d.text, on_top=not offset)
        for d in (found if _one_day(found) else found[:1])
    ]


def _dateline(raw: RawArticle, story: Sequence[Block], language: str, *, by_agency: bool) -> list[_Candidate]:
    """ "MOSCOW, April 30, 2015. /TASS/": the day in the dateline that the story begins with, with the year that it or the story tells."""
    dateline = dateline_at(raw.text, story[0].start, story[0].end)
    if dateline is None or dateline.day[0] < 0 or (by_agency and not dateline.agency):
        return []
    start, end = dateline.day
    words = raw.text[start:end]
    if full := _days(start, words, "dateline", language):
        return full
    partial = [d for d in find_dates(words, language=language) if MONTH_DAY.fullmatch(d.timex_value)]
    if not partial:
        return []
    month, day = int(partial[0].timex_value[5:7]), int(partial[0].timex_value[8:10])
    told = [int(y) for y in YEAR.findall(words)]
    years, note = (told, "") if told else years_of_day(raw, story, month, day, language)
    days = [date(year, month, day) for year in years if calendar.monthrange(year, month)[1] >= day]
    return [_Candidate(max(days), "dateline", start, end, words.strip(), note)] if days else []
