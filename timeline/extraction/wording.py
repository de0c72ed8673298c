"""The text's own words for titles: a clause, or what follows its verb, without date words and cut with care."""

import re

from .clauses import MAX_OPENING, Clause
from .dating import is_what_for
from .draft import Draft

MAX_DETAIL = 110


def detail_of(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The words of the text behind the verb (for a report, its content), without the date words."""
    start, end = draft.hit.end, draft.clause.end
    if draft.trigger.part == "say":
        following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
        if draft.clause.connector == "tail" or (following is None and draft.index):
            start, end = clauses[0].start, draft.clause.start
            opening = without_dates(text, start, end, clauses)
            inserted = following is not None and following.connector == "main"
            # "In mid-October, Washington said ...", "In January alone, Washington said, Russia sent ..."
            if following is not None and (not opening or (inserted and len(opening.split()) <= MAX_OPENING)):
                start, end = following.start, clauses[-1].end
        elif following is not None:
            start, end = following.start, clauses[-1].end
    for following in clauses[draft.index + 1 :]:
        # "confirmed that ...", "an agreement that ...": the words alone would say too little.
        content = draft.trigger.part == "speech" and following.link == "content"
        bare = (
            draft.kind.slug == "treaty"
            and following.words.startswith("that ")
            and len(without_dates(text, start, end, clauses).split()) <= 2
        )
        if not (content or bare):
            break
        end = following.end
    return without_dates(text, start, end, clauses)


def clause_end(draft: Draft, clauses: list[Clause]) -> int:
    """The end of the clause with the "that ..." which explains its last noun."""
    following = clauses[draft.index + 1] if draft.index + 1 < len(clauses) else None
    return following.end if following is not None and following.words.startswith("that ") else draft.clause.end


def told_of(text: str, draft: Draft, clauses: list[Clause]) -> str:
    """The clause without what is put in between its subject and its verb: "Animals, among them a lion, were given to ..."."""
    start, verb, end = draft.clause.start, draft.hit.start, clause_end(draft, clauses)
    before = text[start:verb].rstrip()
    if inserted := _INSERTED.search(before):
        subject = without_dates(text, start, start + inserted.start(), clauses)
        return shortened(f"{subject} {without_dates(text, verb, end, clauses, limits=draft.hit.end)}")
    if before.startswith("According to") and ", " in before:
        start += before.index(", ") + 2
    return without_dates(text, start, end, clauses, limits=draft.hit.end)


# Between a subject and its verb: "Animals, among them a lion, two bears and a camel,", "Shoigu, the minister,"; not the middle of a list.
_INSERTED = re.compile(r",\s(?:(?:among|including|with)\s.{2,200}|(?:(?!\sand\s)[^,]){2,80}),$")
# "Ready by the end of 2026", "between March and May".
_LIMIT = re.compile(r"\b(?:by|until|till|between|from)\s(?:the\s)?$")
_SECOND_LIMIT = re.compile(r"\s(?:and|to)\s(?:the\s)?")


def without_dates(text: str, start: int, end: int, clauses: list[Clause], *, limits: int | None = None) -> str:
    """The words without their dates; behind `limits`, "ready by the end of 2026" keeps its own."""
    cuts, kept = [], -1
    for date in sorted((d for c in clauses for d in c.dates if start <= d.start < end), key=lambda d: d.start):
        bounds = (
            limits is not None and date.start >= limits and _LIMIT.search(text, max(start, date.start - 16), date.start)
        )
        if bounds or kept >= 0 and _SECOND_LIMIT.fullmatch(text, kept, date.start) or is_what_for(date, text):
            kept = date.end
        else:
            cuts.append((date.start, date.end))
    words, position = "", start
    for first, last in cuts:
        words += text[position:first]
        words = (
            re.sub(r"\b(?:on|in|at|of|by|from|since|the|back in)\s*$", "", words, flags=re.IGNORECASE)
            if not words.rstrip().endswith("of the")
            else words
        )
        position = max(position, last)
        if text.startswith(("’s ", "'s "), position):  # "this year's talks"
            position += 3
    return shortened(words + text[position:end])


def shortened(words: str) -> str:
    words = re.sub(r"\s\(\s?\)", "", " ".join(words.split()))  # where a year stood
    words = re.sub(r"\s+([,.;:])", r"\1", words).strip(" ,;:.—–-")
    words = re.sub(r"^(?:that|which|who)\s+", "", words)
    words = re.sub(r"[.,]?(?:\[\d{1,3}\])+$", "", words)  # marks of notes
    if len(words) <= MAX_DETAIL:
        return words
    cut = words[:MAX_DETAIL]
    stop = max(cut.rfind(", "), cut.rfind(" – "), cut.rfind(" — "))
    return (cut[:stop] if stop > 40 else cut[: cut.rfind(" ")] + " …").strip(" ,;")
