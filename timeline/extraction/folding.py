"""Several triggers of a sentence may name one happening: a visit "for a summit", a greeting at a parade."""

import re

from .draft import Draft, may_attend
from .vocabulary import Vocabulary

_FELL = re.compile(r"\b(?:killed|died|dead|wounded|injured|perished|fallen|погибли|убиты)\s+(?:while\s+|in\s+)?$")
_MEETINGS = ("summit", "meeting", "visit")


def fold(text: str, drafts: list[Draft], vocabulary: Vocabulary) -> list[Draft]:
    """The drafts of one sentence with those that tell of the same happening made one."""
    kept: list[Draft] = []
    drafts = [d for d in drafts if not _how_they_fell(text, d)]
    for draft in sorted(drafts, key=_standing):
        host = next((other for other in kept if _same_happening(draft, other, vocabulary)), None)
        if host is None:
            kept.append(draft)
        else:
            _absorb(host, draft, vocabulary)
    for draft in kept:
        if _is_what_was_said(draft, kept):
            draft.stance = "context"
    kept = [d for d in kept if not _only_said(d, kept) and not _occasion_of_plan(d, kept) and not _explains(d, kept)]
    return sorted(kept, key=lambda d: d.hit.start)


def _standing(draft: Draft) -> tuple[object, ...]:
    """The telling one first: words of the main clause before those of a relative one, dated before undated."""
    relative = draft.clause.connector == "which" and not draft.trigger.weak
    return (-draft.kind.rank, draft.trigger.weak, relative, not draft.own_date, draft.hit.start)


def _same_happening(draft: Draft, other: Draft, vocabulary: Vocabulary) -> bool:
    if not _same_date(draft, other) or draft.called_off != other.called_off:
        return False
    if not _places_agree(draft, other, vocabulary):
        return False
    if draft.kind.slug == other.kind.slug:
        weak = draft.trigger.weak or other.trigger.weak
        return weak or draft.clause is other.clause or bool(set(draft.actors) & set(other.actors))
    if draft.kind.slug == "other" and other.kind.slug in _MEETINGS:  # "visited Moscow, where he laid flowers"
        return not draft.own_date and bool(set(draft.actors) & set(other.actors))
    if draft.kind.slug in _MEETINGS and other.kind.slug in _MEETINGS:
        unnamed = not any(a.kind == "person" for a in draft.actors) or not any(a.kind == "person" for a in other.actors)
        return (
            bool(set(draft.actors) & set(other.actors)) or draft.antecedent is other.antecedent is not None or unnamed
        )
    return False


def _same_date(draft: Draft, other: Draft) -> bool:
    mine = draft.dating.edtf if draft.dating else ""
    theirs = other.dating.edtf if other.dating else ""
    return mine == theirs or (not mine and not draft.content and draft.clause is other.clause)


def _places_agree(draft: Draft, other: Draft, vocabulary: Vocabulary) -> bool:
    a, b = draft.place, other.place
    return not a or not b or vocabulary.encloses(a, b) or vocabulary.encloses(b, a)


def _absorb(host: Draft, draft: Draft, vocabulary: Vocabulary) -> None:
    if draft.place and (not host.place or vocabulary.encloses(host.place, draft.place)):
        host.place = draft.place
    more = (a for a in draft.actors if may_attend(host.kind.slug, a))
    host.actors = list(dict.fromkeys([*host.actors, *more]))
    host.sides |= draft.sides
    if host.dating is None:
        host.dating = draft.dating


def _how_they_fell(text: str, draft: Draft) -> bool:
    """ "killed fighting for Russia": tells how they were killed, not of a deployment more."""
    before = text[draft.clause.start : draft.hit.start]
    return draft.kind.slug == "troop_deployment" and bool(_FELL.search(before))


def _only_said(draft: Draft, kept: list[Draft]) -> bool:
    """A speech act without a date, one of a dated meeting, or one that only tells again what media report, is no event by itself."""
    if not draft.is_speech:
        return False
    if draft.dating is None:
        return True
    if draft.trigger.part == "say":
        return draft.kind.slug == "statement" and _repeats(draft, kept)
    # "met Kim and thanked him": a part of the meeting.
    return any(
        other.dating is not None
        and other.dating.start == draft.dating.start
        and other.clause is draft.clause
        and other.kind.slug in ("meeting", "summit")
        for other in kept
    )


def _repeats(draft: Draft, kept: list[Draft]) -> bool:
    """ "signed the treaty on Monday, KCNA said on Tuesday": told by media, the saying adds nothing."""
    if draft.subject is None or draft.subject.kind != "media":
        return False
    return any(
        other.own_date and other.trigger.part != "say" and other.modality == "asserted" and not other.called_off
        for other in kept
    )


def _is_what_was_said(draft: Draft, kept: list[Draft]) -> bool:
    """ "said on Tuesday that the North would send 6,000 more": the statement tells of the plan, which has no date."""
    undated = draft.dating is None and draft.antecedent is None and draft.modality == "planned"
    return undated and any(d.is_speech and d.own_date and d.antecedent is None and d.index < draft.index for d in kept)


def _occasion_of_plan(draft: Draft, kept: list[Draft]) -> bool:
    """ "will not come for the parade": the parade is what the plan was for, not what is told."""
    return draft.kind.slug == "parade" and any(
        other.kind.slug == "visit" and other.modality == "planned" and _same_date(draft, other) for other in kept
    )


def _explains(draft: Draft, kept: list[Draft]) -> bool:
    """ "an agreement that writes off the debt": tells what was agreed, not one thing more."""
    return (
        draft.kind.slug in ("economic", "treaty")
        and not draft.own_date
        and draft.clause.words.startswith(("that ", "which "))
        and any(other.index == draft.index - 1 and other.kind.slug == "treaty" for other in kept)
    )
