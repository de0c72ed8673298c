"""What media only report: "Kim has sent a letter, state media said on Tuesday" is a letter of about Tuesday, no statement."""

import re
from collections.abc import Sequence

from articles.edtf import precision
from articles.reading.dates import DateExpression

from . import modality
from .clauses import Clause, Hit
from .draft import Draft
from .mention import Dating
from .usable import usable

# Media that the words do not name.
_MEDIA = re.compile(
    r"\b(?:media|news\s(?:agenc(?:y|ies)|service|outlets?|reports?)|newspapers?|dail(?:y|ies)|broadcasters?|television|TV)\b"
)
# "Reports of the daily on Friday said": further before the verb stands somebody else.
REACH_OF_SPEAKER = 60


def reported_on(text: str, clauses: Sequence[Clause]) -> DateExpression | None:
    """The day on which media reported what the sentence tells, where they name one."""
    for clause in clauses:
        for hit in clause.hits:
            if any(t.part == "say" for t in hit.triggers) and _by_media(text, clause, hit):
                days = [d for d in clause.dates if usable(d, text) and precision(d.edtf or "") == "day"]
                return days[0] if days else None
    return None


def as_reported(day: DateExpression) -> Dating:
    """The date of what media reported on that day without naming another: about that day."""
    why = f"It was reported “{day.text}” and no other day is named: about then. {day.explanation}"
    anchor = day.anchor.isoformat() if day.anchor else ""
    return Dating(f"{(day.edtf or '').rstrip('~')}~", "inferred", day.start, day.end, day.text, why, anchor)


def without_reports(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only say that media told the others; what is announced for later was said all the same."""
    told = [d for d in drafts if d.dating is not None and d.modality != modality.PLANNED and not _is_report(d)]
    return [d for d in drafts if not (_is_report(d) and any(_is_content(other, d) for other in told))]


def _is_report(draft: Draft) -> bool:
    if draft.trigger.part != "say":
        return False
    if draft.subject is not None:
        return draft.subject.kind == "media"
    return _MEDIA.search(draft.attribution) is not None


def _is_content(told: Draft, report: Draft) -> bool:
    """Whether it stands in the words that the report is of: in front of a speaker behind them, else behind."""
    return told.index < report.index if report.clause.connector == "tail" else told.index > report.index


def _by_media(text: str, clause: Clause, hit: Hit) -> bool:
    before = text[max(clause.start, hit.start - REACH_OF_SPEAKER) : hit.start]
    kinds = [n.actor.kind for n in clause.names if n.actor is not None and n.end <= hit.start]
    return kinds[-1] == "media" if kinds else _MEDIA.search(before) is not None
