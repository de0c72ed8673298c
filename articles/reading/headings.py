"""Headings that are dates: the entries of a chronology, the sections of a digest, the clock of a live blog."""

import re
from collections.abc import Sequence

from .dates import DateExpression
from .document import Block

# A heading has no more words besides its date, and is no longer than this.
MAX_OTHER_WORDS = 1
MAX_LENGTH = 60
# One line that is only a date is the article's own date line; headings come in numbers.
MIN_HEADINGS = 2

_WORD = re.compile(r"[^\W\d_]{2,}")


def date_headings(
    text: str, blocks: Sequence[Block], story: Sequence[Block], dates: Sequence[DateExpression]
) -> tuple[DateExpression, ...]:
    """The dates that head parts of the story, in text order; () when there are fewer than two."""
    told = {block.start for block in story}
    found = []
    for block in blocks:
        if block.start in told or block.end - block.start > MAX_LENGTH:
            continue
        inside = [d for d in dates if block.start <= d.start and d.end <= block.end and d.edtf]
        # "July 25–27, 2023" is two expressions, both with the whole of it.
        if not inside or len({d.edtf for d in inside}) > 1:
            continue
        rest = text[block.start : inside[0].start] + " " + text[inside[-1].end : block.end]
        if len(_WORD.findall(rest)) <= MAX_OTHER_WORDS:
            found.append(inside[0])
    between = [d for d in found if story and d.start > story[0].start]
    return tuple(found) if len(found) >= MIN_HEADINGS and between else ()
