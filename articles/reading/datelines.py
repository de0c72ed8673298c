"""The dateline that a story begins with: "SEOUL, Oct. 18 (Yonhap) --", "PYONGYANG, June 17. /TASS/.", "2019-09-05 --".

One grammar for all who need it: it tells the day, it names the agency, and it is no part of the first sentence.
"""

import re
from dataclasses import dataclass

# In characters; what is longer is a sentence.
LONGEST = 90

_CITY = r"[A-ZА-ЯЁ][A-ZА-ЯЁ.'’/ -]{2,30}(?:,\s[A-Z][A-Za-z]*(?:[ -][A-Z][a-z]+)?\.?)?"
# "However, May 9": a sentence, and no place.
_TOWN = (
    r"(?!(?:In|On|At|By|From|Since|After|Before|Until|However|Then|Later|Earlier|Today|Yesterday|Finally|Meanwhile|Вчера|Сегодня|Завтра|Накануне|Однако|Позже|Ранее|Утром|Вечером|Днём|Днем|Ночью)\b)"
    r"(?:[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}|[А-ЯЁ][а-яё]{2,20}(?:-[А-ЯЁа-яё]{2,20}){0,2})"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?"
_YEAR = r"(?:,?\s(?:Juche\s\d{2,3}\s)?\(?\d{4}\)?(?:\sгода)?)?"
_DAY = rf"(?P<day>{_WEEKDAY}(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s(?:{_MONTH}|[а-я]{{3,8}}))\b{_YEAR}|\d\d\.\d\d\.\d{{4}})"
_AGENCY = r"(?:\((?!\d{4}\))(?P<agency>[^()\n]{2,30})\)|/(?P<slashed>[A-ZА-ЯЁ][^/\n]{1,32})/\.?)"
_DASH = r"\s?(?:--|[-–—_])\s*"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # "VLADIVOSTOK, Russia (AP) —", "PYONGYANG, June 17. /TASS/. ", "MOSCOW. Aug 12 (Interfax) -"
        rf"{_CITY}(?:[,.]?\s{_DAY})?[.,]?\s*{_AGENCY}(?:{_DASH})?\s*",
        # "Pyongyang, May 10, Juche 114 (2025) (KCNA) --"
        rf"{_TOWN},\s{_DAY}[.,]?\s*{_AGENCY}(?:{_DASH})?\s*",
        # "Moscow (Reuters) - "
        rf"{_TOWN}\s{_AGENCY}{_DASH}",
        # "SEOUL, Jan 13 - ", "Prague, 20 June 1997 --"
        rf"(?:{_CITY}|{_TOWN}),\s{_DAY}\s{_DASH}",
        # "PYONGYANG, June 17, 2025. Kim has decided": nothing but a full stop parts it from the story
        rf"{_CITY},\s{_DAY}\.\s+(?=[A-Z“\"])",
        # "TOKYO -- "; but "KIM -- who had come by train -- left"
        rf"{_CITY}\s(?:--|[-–—])\s+(?![^\n]{{0,400}}\s(?:--|[-–—])\s)",
        # "May 15 (UPI) -- ": a page has left out the place
        rf"{_DAY}\s{_AGENCY}{_DASH}",
        # "(Reuters) -"
        rf"\((?P<agency>[A-Z][A-Za-z]{{1,11}}|dpa)\){_DASH}",
        # "2019-09-05 -- "
        rf"(?P<day>\d{{4}}-\d\d-\d\d)\s{_DASH}(?=[A-Z“\"])",
        # "Seoul, Dec 9 Kim Jong Un has sent": a portal has left out the agency
        rf"{_TOWN},\s{_DAY}\s(?=[A-Z][a-z]+\s)",
        # "Москва. 20 августа. ИНТЕРФАКС - ", "Москва, 23 апреля - "
        rf"(?:\S{{3,20}}\s)?{_TOWN}[.,]\s{_DAY}(?:,\s\d\d:\d\d)?(?:\.\s(?:[А-ЯЁ.]{{3,15}}{_DASH})?|{_DASH})",
    )
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where the story begins behind it, `day` the span of its day, (-1, -1) without one."""

    end: int
    day: tuple[int, int]
    agency: str


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that stands at `start`, with nothing of what begins at `end`; None where there is none."""
    for form in _FORMS:
        if match := form.match(text, start, min(end, start + LONGEST)):
            parts = match.groupdict()
            return Dateline(
                match.end(),
                match.span("day") if "day" in parts else (-1, -1),
                parts.get("agency") or parts.get("slashed") or "",
            )
    return None
