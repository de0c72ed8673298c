"""Which date words of a sentence can date an event of it: not what only names, compares, or tells what something is for."""

import re

from articles.edtf import precision
from articles.reading.dates import DateExpression

from .modality import UP_TO_UNTIL

_NOT_OF_EVENT = re.compile(
    r"\b(?:since|(?<!not )until|(?<!not )till|than in|(?:go(?:es|ing)?|went|dat\w+) back to|invasion of \w+ in|war (?:of|in|from)|(?:treaty|pact|law|act|agreement|declaration|crisis) of|resolution(?: \d+)?(?: \(\d{4}\))? of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "grew by half from a year ago", "than in the same months of last year", "compared with 2019": what it is measured by.
_COMPARED = re.compile(
    r"\b(?:(?:compar(?:ed|ison|ing)|measured)\s(?:with|to|against)|than|versus|against)\s(?:(?:that|those)\s(?:of|in)\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_MEASURED_BY = re.compile(r"\b(?:from|over|on|up|down)\s(?:the\s)?$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?:an?|one|the)\syear\s(?:ago|earlier|before)$|(?:the\s)?(?:same|corresponding)\s(?:months?|period|time|quarter|half)\b",
    re.IGNORECASE,
)
# "did not say a word until April 28": then it did.
_NOT_UNTIL = re.compile(
    rf"\b(?:not|n[’']t|never|nobody|no\sone|neither|waited|took(?=\suntil))\b{UP_TO_UNTIL}\b(?:until|till)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "a plan for 2026"; not "scheduled for May".
_FOR = re.compile(
    r"(?<!scheduled )(?<!planned )(?<!set )(?<!due )(?<!slated )\bfor(?:\s+the\s+(?:years?|period|seasons?))?(?:\s+\d{4}(?:\s*[-–]\s*|\s+(?:and|to)\s+))?\s*$|\bна\s(?:период\s(?:с\s)?)?$"
)
_GREETING_FOR = re.compile(
    r"\b(?:messages?|letters?|greetings?|cards?|wishes|congratulations|telegrams?)\sfor\s(?:the\s)?$"
)
# In front of the name of a day.
_CALLED = re.compile(r"\b(?:as|called|named|dubbed|title|known as)\s(?:the\s)?[“\"‘']?$")
# Within "(1950-53)", behind its first year.
_SPAN_BEFORE = re.compile(r"\(\d{4}\s?[-–]\s?$")


def usable(date: DateExpression, text: str) -> bool:
    """Whether the words give an event of this sentence a calendar date."""
    if date.edtf is None or date.basis == "unresolved":
        return False
    if precision(date.edtf) in ("decade", "century"):
        return False  # too wide to tell when something happened
    before = text[max(0, date.start - 40) : date.start]
    if is_what_for(date, text) or _only_names(date, text, before) or _is_measure(date, before):
        return False
    return (
        not _NOT_OF_EVENT.search(before) or _NOT_UNTIL.search(text[max(0, date.start - 160) : date.start]) is not None
    )


def _only_names(date: DateExpression, text: str, before: str) -> bool:
    """ "the Korean War (1950-53)", "keeps it as “Victory Day”": the date tells of what or which, not when it happened."""
    if date.rule == "named-day":
        return _CALLED.search(before) is not None
    years = date.edtf is not None and "/" in date.edtf and not text[date.start : date.end].count(" ")
    return years and before.endswith("(") or _SPAN_BEFORE.search(before) is not None


def _is_measure(date: DateExpression, before: str) -> bool:
    """ "Trade grew by half from a year ago": the time with which another is compared."""
    year_before = _YEAR_BEFORE.match(date.text) is not None
    return _COMPARED.search(before) is not None or year_before and _MEASURED_BY.search(before) is not None


def is_what_for(date: DateExpression, text: str) -> bool:
    """ "A plan of exchanges for 2026", "a message for New Year's Day": the time that something is for, not when it happens."""
    years = date.edtf is not None and (precision(date.edtf) == "year" or "/" in date.edtf)
    before = text[max(0, date.start - 40) : date.start]
    greeting = date.rule == "named-day" and _GREETING_FOR.search(before) is not None
    return greeting or (years and _FOR.search(before) is not None)
