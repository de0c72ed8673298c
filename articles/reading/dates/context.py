"""What a date expression is counted from: the published date, the date before it, the tense around it."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from .values import SEASON_MONTHS, as_day, day_value, last_day, month_value, shift_month, week_value
from .words import FUTURE_CUES, PAST_CUES

# A text in which this many full years lie this far from its published date tells history: its bare
# months belong to the date told before them, not to the day it was published.
NARRATIVE_YEARS = 2
NARRATIVE_DISTANCE = 2
NARRATIVE_SHARE = 0.6
# A text that also says "today" or "on Friday" is news unless it is full of years.
NARRATIVE_YEARS_WITH_NEWS_WORDS = 6

# A news story this long has at least one word of news in it.
LONG_TEXT = 3000

_YEAR = re.compile(
    r"(?<!Resolution )(?<!resolution )(?<!Committee )(?<!No\. )(?<!No )\b(?:1[0-9]|20)\d\d\b(?!,\d| Committee| [Ss]anctions)"
)
# "to be built by 2030"; so far, in characters, these words stand before the year.
REACH_OF_LIMIT = 24
_UNTIL_YEAR = re.compile(r"\b(?:by|until|till|through|before)\s(?:the end of\s)?$")
_NEWS_WORDS = re.compile(
    r"\b(?:today|yesterday|tomorrow|(?:last|this|next) (?:week|month|year)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,?\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\.?\s\d)))\b"
)
# A full stop behind one letter ("U.N.") or a short title ends no sentence.
_SENTENCE_END = re.compile(r"(?<=[a-z0-9”\"’)%])(?<!\b(?:Mr|Dr|Ms|St|No))[.!?][”\"’')]*\s+(?=[A-Z“\"'])|\n\s*\n|[.!?]$")
# "Gave the go-ahead" looks ahead no more than "gave".
_WORD = re.compile(r"[a-z]+(?:-ahead)?")
# "by early December there were": a limit that lies behind.
_WAS = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "kept",
        "remained",
        "stayed",
        "lasted",
        "denied",
        "refused",
        "took",
        "waited",
        "worked",
        "served",
    ]
)
# So far, in characters, a sentence is looked at around a date.
REACH_BACK = 300
# The pluperfect; behind a date that opens its sentence ("Two days earlier, ships had").
_HAD = re.compile(r"\bhad\s(?!(?:an?|the|no|his|her|their|its|talks|lunch|dinner|breakfast)\b)")
# "wanted to double trade in the next year", "promised a bridge the next year".
_AHEAD = re.compile(
    r"\b(?:promis\w+|plan(?:s|ned|ning)?|want\w*|hop(?:ed|es|ing)|agreed|pledg\w+|would|said|expect\w*|aim\w*)\b|\b(?:in|within|over|during|for)\s$"
)
_HAD_BEHIND = re.compile(
    r",?\s(?:(?!that\s)[\w.’'-]+\s){0,4}had\s(?!(?:an?|the|no|his|her|their|its|talks|lunch|dinner|breakfast)\b)"
)

# What stands in front of and behind the date of a chronology's entry.
_OPENS_ENTRY = re.compile(
    r"[\s•·*–—-]{0,4}(?:[A-Z][a-z]{2,6}day,?\s)?(?:(?:[A-Z][a-z]{2,8}\.?\s)?\d{1,2}(?:\s[A-Z][a-z]{2,8}\.?)?\s?[-–—]\s?)?"
)
_ENTRY_MARK = re.compile(r"\s?[:–—]\s|\s-\s")

# In front of what a figure is compared with.
_COMPARES, REACH_OF_COMPARISON = re.compile(r"\b(?:from|than|compared with|against|versus)\b[^.;]*$"), 60

# "On Thursday he sits down with the president", "It goes back on Tuesday".
_GOES = re.compile(
    r"(?:^|(?<!\bas)(?<!\bwhen)(?<!\bwhile)(?<!\bafter)(?<!\bbefore)(?<!\bwhere)\s)(?:he|she|it|they)\s(?:goes|sits|meets|flies|leaves|travels|heads|returns|arrives|moves|departs|lands|sails|hosts|joins|go|sit|meet|fly|leave|travel|head|return)\b",
    re.IGNORECASE,
)
_RECALLED = re.compile(r"\brecalled that (?:on |in |at )?$")
_SET_PARTICLES = frozenset(["off", "out", "foot", "sail", "up"])
# Behind one of these "start" is a noun.
_DETERMINERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "this"])
# In front of "be" and a participle they put it ahead.
_MODALS = frozenset(["will", "would", "shall", "should", "may", "might", "must", "can", "could", "to"])


@dataclass
class Context:
    """Moves through one text: `ref` is the last calendar value read, as a TIMEX3 value."""

    text: str
    published: date | None
    narrative: bool = False
    ref: str | None = None
    ref_end: int = 0  # where it ends
    day: str | None = None  # the last value read that is a full day
    day_first: bool = False
    last_year: int | None = None
    stretch: tuple[date | None, date | None] | None = None  # when the last value read was of a range: the whole of it
    # Month -> the year in which it was told last, and where that ends.
    months: dict[int, tuple[int, int]] = field(default_factory=dict)
    counted_year: tuple[int, int] = (0, 0)  # the last year that was counted from a date of the text, and where it ends
    told: tuple[date, int] | None = None  # the last month or day that was told with its year, and where it ends
    entry: tuple[date, int] | None = None  # the date that opens a chronology's entry, and where the entry ends
    news: tuple[str, int] | None = (
        None  # in a history: the last weekday that counts from its own day, and where it ends
    )
    # While a sentence looks back: the `ref` and `day` that the story is on, and where the look back ends.
    story: tuple[str | None, str, int] | None = None

    @classmethod
    def of(cls, text: str, published: date | None) -> "Context":
        years = [int(match.group()) for match in _YEAR.finditer(text)]
        pivot = published.year if published else 9999
        far = sum(abs(year - pivot) >= NARRATIVE_DISTANCE for year in years)
        needed = NARRATIVE_YEARS_WITH_NEWS_WORDS if _NEWS_WORDS.search(text) else NARRATIVE_YEARS
        narrative = far >= needed and far >= NARRATIVE_SHARE * len(years)
        if not narrative and published and len(text) > LONG_TEXT:
            # A long text without a word of news in it, whose years, if any, are all far away.
            narrative = far == len(years) and not _NEWS_WORDS.search(text)
        first = next((year for year in years if abs(year - pivot) >= NARRATIVE_DISTANCE), None) if narrative else None
        if published is None and years:
            # News looks back more than ahead, and a history begins with its year.
            behind = [
                int(m.group())
                for m in _YEAR.finditer(text)
                if not _UNTIL_YEAR.search(text[max(0, m.start() - REACH_OF_LIMIT) : m.start()])
            ]
            first = max(behind or years)
        return cls(text, published, narrative, day_first=_day_first(text), last_year=first)

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """The sentence around a span, before and behind it, at most REACH_BACK characters each way."""
        before = self.text[max(0, start - REACH_BACK) : start]
        cut = 0
        for match in _SENTENCE_END.finditer(before):
            cut = match.end()
        stop = _SENTENCE_END.search(self.text, end, end + REACH_BACK)
        return before[cut:], self.text[end : stop.start() if stop else end + REACH_BACK]

    def tense(self, start: int, end: int) -> str:
        """ "future", "past" or "unknown", from the verbs nearest to the span."""
        before, behind = self.sentence(start, end)
        near = before.replace("May", "").lower()[-110:]  # the month is no modal
        words = _WORD.findall(near)[-14:]
        if words and words[-1] == "since" and near.rstrip().endswith("since"):
            return "past"  # "in force since December 4"
        if words and words[-1] in ("until", "till", "by", "through") and near.rstrip().endswith(words[-1]):
            around = {*words, *_WORD.findall(behind.lower()[:80])[:8]}
            return "past" if around & _WAS and not around & FUTURE_CUES else "future"
        recalled = _RECALLED.search(near)
        if recalled:
            words = []  # "it may be recalled that on October 23 Kim broke ground": what governs the clause tells nothing of it
        would = "would " in before
        told = (
            _tense_of(words, at) for at in reversed(range(len(words))) if not (would and _is_under_would(words, at))
        )
        ahead = _WORD.findall(behind[:90].replace("May", "").lower())
        count = len(ahead) - (len(behind) > 90)  # the last one may be cut, and "set" needs its "off" beside it
        told_behind = (_tense_of(ahead, at) for at in range(min(count, 10)))
        if cue := next(filter(None, told), "") or next(filter(None, told_behind), ""):
            return cue
        goes = not recalled and (_GOES.search(before[-40:]) or _GOES.match(behind))
        return "future" if goes else "unknown"

    # -- values counted from the published date -------------------------------------------------

    def weekday(self, weekday: int, tense: str) -> str | None:
        """The named day nearest to the published date on the side that the tense tells.

        On that very weekday it is the day itself: a paper of Friday that says "on Friday" means today.
        """
        if self.published is None:
            return None
        back = (self.published.weekday() - weekday) % 7
        if tense == "future" and back:
            return day_value(self.published + timedelta(days=7 - back))
        return day_value(self.published - timedelta(days=back))

    def enter(self, start: int, end: int) -> None:
        """Notes a date told with its year that opens a line: "12 January 2000: The authority announced ...", "May 3-5, 2001: ..."."""
        line = self.text.rfind("\n", 0, start) + 1
        if _ENTRY_MARK.match(self.text, end) and _OPENS_ENTRY.fullmatch(self.text, line, start):
            stop = self.text.find("\n", end)
            first = date.fromisoformat(f"{self.ref}-01"[:10])
            self.entry = (first, stop if stop >= 0 else len(self.text))

    def look_back(self, value: str, start: int, end: int) -> None:
        """Notes the time of the story when a date before it is told in the pluperfect."""
        now = self.story[1] if self.story else self.day
        back = as_day(value) is not None and now is not None and value < now
        if not back or not self._is_pluperfect(start, end):
            self.story = None
        elif self.day is not None:
            ref, day, _ = self.story or (self.ref, self.day, 0)
            self.story = (ref, day, end)

    def _is_pluperfect(self, start: int, end: int) -> bool:
        if "had" not in self.text[max(0, start - REACH_BACK) : end + REACH_BACK]:
            return False  # cheaper than to look for the sentence
        before, behind = self.sentence(start, end)
        return _HAD.search(before) is not None or _HAD_BEHIND.match(behind) is not None

    def go_on(self, start: int, end: int) -> None:
        """ "... had been taken two days earlier. The next day he went home": counted from what the story was on."""
        if self.story is None or not ends_sentence(self.text, self.story[2], start):
            return
        ref, day, _ = self.story
        # "His plane had landed on Tuesday. The next day he ...", where the story is on the day of the report: none was next yet.
        over = self.published is None or day < day_value(self.published)
        if over and not _HAD_BEHIND.match(self.text, end):
            self.ref, self.day = ref, day
        self.story = None

    def base(self) -> str | None:
        """The value that "that year" or "two days later" is counted from: the last one read."""
        if self.ref:
            return self.ref
        return day_value(self.published) if self.published else None

    def base_day(self) -> str | None:
        """The day that "the same day" or "two days earlier" is counted from."""
        if self.news and self.news[1] > self.ref_end:
            return self.news[0]
        return self.day or (day_value(self.published) if self.published else None)

    def month_in(self, start: int) -> str | None:
        """The last month told before a place of the same sentence."""
        told = [(end, year, month) for month, (year, end) in self.months.items() if end <= start]
        if not told or ends_sentence(self.text, max(told)[0], start):
            return None
        _, year, month = max(told)
        return month_value(year, month)

    def quarter_in(self, start: int) -> str | None:
        """The quarter that a comparison in the same paragraph is with: "up from $2 million a year earlier"."""
        if self.ref is None or not re.fullmatch(r"\d{4}-Q\d", self.ref):
            return None
        if not _COMPARES.search(self.text, max(0, start - REACH_OF_COMPARISON), start):
            return None
        return None if "\n\n" in self.text[self.ref_end : start] else self.ref

    def lies_back(self, start: int, end: int) -> bool:
        """Whether the date told last is of a year before the published one, and the words around a span are in the past."""
        if self.ref is None or self.published is None or not self.ref[:4].isdigit() or len(self.ref) < 4:
            return False
        if _AHEAD.search(self.sentence(start, end)[0]):
            return False
        return int(self.ref[:4]) < self.published.year and self.tense(start, end) == "past"

    def unit(self, unit: str, by: int) -> str | None:
        """last (-1), this (0) or next (1) week, month, year ... counted from the published date."""
        day = self.published
        if day is None:
            return None
        if unit == "D":
            return day_value(day + timedelta(days=by))
        if unit == "W":
            # On a Sunday "this week" is the one that begins.
            ahead = 1 if by == 0 and day.weekday() == 6 else 0
            return week_value(day + timedelta(days=7 * by + ahead))
        if unit == "WE":
            return week_value(day + timedelta(days=7 * by)) + "-WE"
        if unit == "M":
            return month_value(*shift_month(day.year, day.month, by))
        if unit == "Q":
            index = day.year * 4 + (day.month - 1) // 3 + by
            return f"{index // 4}-Q{index % 4 + 1}"
        if unit == "Y":
            return f"{day.year + by:04d}"
        if unit == "E":
            return f"{day.year // 10 + by}"
        if unit == "C":
            return f"{day.year // 100 + by}"
        return None

    def season(self, code: str, which: str, tense: str) -> str | None:
        """ "last summer": the latest summer that is over; "this summer": of the year; else by tense."""
        if self.narrative and which == "":
            return f"{self.last_year}-{code}" if self.last_year else None
        day = self.published
        if day is None:
            return None
        first = date(day.year, SEASON_MONTHS[code], 1)
        if which == "last":
            end_year, end_month = shift_month(first.year, first.month, 2)
            over = date(end_year, end_month, last_day(end_year, end_month)) < day
            # "last summer" said in September of the same year is the year before: the summer
            # that has just ended is "this summer".
            recent = over and (day - date(end_year, end_month, last_day(end_year, end_month))).days > 90
            return f"{day.year if recent else day.year - 1}-{code}"
        if which == "next":
            return f"{day.year if first > day else day.year + 1}-{code}"
        if not which and tense == "future" and shift_month(first.year, first.month, 2) < (day.year, day.month):
            return f"{day.year + 1}-{code}"
        if which == "this" or tense == "future" or first <= day:
            return f"{day.year if first <= day or tense == 'future' or which == 'this' else day.year - 1}-{code}"
        return f"{day.year - 1}-{code}"


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places of the text."""
    return _SENTENCE_END.search(text, start, end + 1) is not None


def _cue(word: str) -> str:
    """What one word alone tells of the time: "future", "past" or ""."""
    if word in FUTURE_CUES:
        return "future"
    return "past" if word in PAST_CUES or (len(word) > 4 and word.endswith("ed")) else ""


def _is_under_would(words: list[str], at: int) -> bool:
    """ "He said he would brief them when he attended the forum on Friday": what he attends lies ahead as well."""
    return words[at - 2 : at - 1] in (["when"], ["once"]) and words[at - 1] in ("he", "she", "it", "they")


def _tense_of(words: list[str], at: int) -> str:
    """What a word tells among those before it: "should be completed" is ahead, "completed" is not."""
    if words[at] == "set" and words[at + 1 : at + 2] and words[at + 1] in _SET_PARTICLES:
        # "set off on Monday", neither "set for Monday" nor "will set off on Monday".
        return "future" if _MODALS.intersection(words[max(0, at - 2) : at]) else "past"
    ahead = words[at] == "to" or words[at : at + 2] == ["preparing", "to"]
    if ahead and words[at - 1 : at] in (["is"], ["are"]):
        return "future"  # "is to end on Wednesday", "is preparing to restart the train in June"
    if words[at] == "preparing" and words[at + 1 : at + 2] == ["for"]:
        return "future"  # "were preparing for the train to pull in on Friday"
    if words[at].endswith("ed") and words[at - 1 : at] in (["is"], ["are"]):
        return "future" if words[at] in FUTURE_CUES else ""  # "as the ships are filled": now
    if words[at] in ("prepared", "arranged", "organized", "organised") and words[at - 1 : at] == ["being"]:
        return "future"  # "a visit is being prepared for June"
    if words[at] in ("plan", "plans") and words[at + 1 : at + 2] in (["of"], ["for"]):
        return ""  # "signed a plan of exchanges on Sunday"
    cue, before = _cue(words[at]), words[max(0, at - 3) : at]
    if words[at] == "next" and words[at + 1 : at + 2] in (["day"], ["morning"], ["evening"]):
        return ""  # counted from a day told before
    if words[at] == "start" and _DETERMINERS.intersection(before[-2:]):
        return ""  # "it got off to a bumpy start on Monday"
    return "future" if cue == "past" and "be" in before and _MODALS.intersection(before) else cue


_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]\d{4}\b")


def _day_first(text: str) -> bool:
    """Whether numeric dates put the day first: some date of the text cannot be read otherwise."""
    firsts = [(int(a), int(b)) for a, b in _NUMERIC.findall(text)]
    return not any(b > 12 for _, b in firsts)
