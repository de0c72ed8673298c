"""What frames the statements of a sentence and is none itself: long quotations, who is cited."""

import re

from articles.reading.dates.words import MONTH_NAMES

from .clauses import Clause, Hit


def in_attribution(text: str, clause: Clause, hit: Hit) -> bool:
    """ "according to a readout of the meeting": says who tells it, not what happened.

    "According to Russian figures trade grew" has its verb without a comma.
    """
    before = text[clause.start : hit.start]
    if hit.triggers[0].part == "verb" and before.lower().startswith("according to"):
        return False
    return bool(re.search(r"\baccording to\b[^,.;]*$", before, re.IGNORECASE))


def up_to(text: str, clause: Clause, hit: Hit) -> str:
    """The clause up to the trigger and a little behind it: a "not" far behind belongs to something else."""
    stop = min(clause.end, hit.end + 25)
    words = text[hit.end : stop] if stop == clause.end else text[hit.end : stop].rsplit(None, 1)[0]
    # "ratified it without a vote against": so it was ratified.
    return text[clause.start : hit.end] + words.split(" without ")[0].split(", ")[0]


_QUOTATION = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"|^\"(?=[^\"]*\bI\b)[^\"]*$|«[^»]*(?:»|$)")

# Shorter quotations are single words or names ("friendly nations"), not speech.
MIN_SPEECH = 50


# Who speaks of himself or to somebody, supposes or denies reports nothing.
_SPEAKS = re.compile(
    r"[!?]|\b(?:I|(?i:we|ours?|us|my|me|your?|let|will|would|should|must|could|might|cannot|if|suppose|nobody|never|not|no|lies?|myths?|claims?|today|tomorrow)|may)\b"
)
# Whose words are quoted as those of a report.
_REPORTS = re.compile(
    r"\b(?:KCNA|TASS|Tass|Yonhap|Rodong|Interfax|[Aa]genc(?:y|ies)|newspaper|daily|dispatch|report(?:s|ed)?|broadcaster|(?:state|official) media|ministry|embassy|statement|readout|press service|officials?|sources?)\b"
)
_TELLS_WHEN = re.compile(
    rf"\b(?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:on|in|from) (?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?(?:{MONTH_NAMES})\b|\bin (?:19|20)\d\d\b"
)
_DAY_TOLD = re.compile(
    rf"\bon (?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d{{1,2}})\b"
)


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of quotations long enough to be speech, but for those that report, as agencies are quoted.

    "“The minister arrived here on Thursday”, the agency said" tells what happened, and when.
    """
    sentence = text[start:end]
    found = _QUOTATION.finditer(sentence)
    return [
        (start + m.start(), start + m.end())
        for m in found
        if len(m.group()) > MIN_SPEECH and not _is_report(m, sentence)
    ]


def _is_report(quotation: re.Match[str], sentence: str) -> bool:
    around = sentence[: quotation.start()] + sentence[quotation.end() :]
    whole = not around.strip(" .,")  # a paragraph of another paper's, of which this is one sentence
    if not whole and not _REPORTS.search(around) and not _DAY_TOLD.search(quotation.group()):
        return False
    return _TELLS_WHEN.search(quotation.group()) is not None and not _SPEAKS.search(quotation.group())
