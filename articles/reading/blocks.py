"""Cuts a text into paragraphs and lone lines, whether it is hard-wrapped or has a line a paragraph."""

import re

from .document import Block

# A line counts as wrapped when the next word would have made it longer than this share of the
# longest line of its block. Printed pages are ragged, so it is below 1.
FULL_LINE = 0.85
MIN_WRAP_WIDTH = 60
# Lines together without a full stop at their end are a title and what stands under it, not a paragraph.
LINES_OF_A_HEAD = 5
_CLOSED = (".", "!", "?", "…", "。", "”", '"', ")", ":", "’", "'")

# Lines of a page's head: they are never the middle of a paragraph.
_LABELLED = re.compile(
    r"^\W*(?:published|updated|posted|date|url|link|original|source|by|summary|share|print|photo|read|first|last updated|опубликовано|фото)\b|^\W*\d{1,2}\W+\w+\W+\d{4}\W*(?:\d\d:\d\d)?\W*$|^\W*\w+\W+\d{1,2}\W+\d{4}\W*$",
    re.IGNORECASE,
)

_LINE = re.compile(r"[^\n]+")

_DAY = r"(?:\d{1,2} [а-я]{3,8} \d{4}(?: года| г\.)?|\d{4}-\d\d(?:-\d\d)?(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?|[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
# "date 2023-07-27 The minister ...": the stamp of a page that stands on the line of its first sentence.
_STAMP_BEFORE = re.compile(
    rf"\W{{0,3}}(?i:(?:(?:episode|air|release|publication) )?date|published|posted|дата)(?: on)?:?\s+{_DAY}(?=\s*[A-ZА-ЯЁ“\"'‘(])"
)
# "... a struggle with the West.” (09/13/23)", "... by a freighter. June. 10, 2024 08:08.": the same behind them.
_STAMP_BEHIND = re.compile(
    rf"(?<=[.!?”\"])\s+(?:\((?:\d{{1,2}}/\d{{1,2}}/(?:\d\d|\d{{4}})|{_DAY})\)|{_DAY}(?:,? \d\d:\d\d)\.?)$"
)
LONGEST_STAMP = 40


def split_blocks(text: str) -> list[Block]:
    """The text's paragraphs in order. A single newline ends one unless the line was wrapped there."""
    blocks: list[Block] = []
    for group in _groups(text):
        width = _width(group)
        prose = text[: group[-1][1]].rstrip().endswith(_CLOSED)
        start, end = group[0]
        for next_start, next_end in group[1:]:
            goes_on = prose or text[next_start : next_start + 1].islower() or len(group) > LINES_OF_A_HEAD
            if goes_on and _wrapped(text, start, end, next_start, next_end, width):
                end = next_end
            else:
                blocks += _without_stamps(text, _trimmed(text, start, end))
                start, end = next_start, next_end
        blocks += _without_stamps(text, _trimmed(text, start, end))
    return blocks


def _width(group: list[tuple[int, int]]) -> int:
    """The length of a full line: the longest, but for a first one on which a page has put its stamp as well."""
    lengths = [end - start for start, end in group]
    rest = max(lengths[1:], default=0)
    return rest if len(lengths) >= LINES_OF_A_HEAD and MIN_WRAP_WIDTH <= rest < FULL_LINE * lengths[0] else max(lengths)


def _without_stamps(text: str, block: Block) -> list[Block]:
    """The block, and as blocks of their own the dates that a page has put before or behind its words."""
    start, end = block.start, block.end
    if before := _STAMP_BEFORE.match(text, start, min(end, start + LONGEST_STAMP + 10)):
        start = before.end()
    if behind := _STAMP_BEHIND.search(text, max(start, end - LONGEST_STAMP), end):
        end = behind.start()
    parts = [(block.start, start), (start, end), (end, block.end)]
    return [_trimmed(text, a, b) for a, b in parts if text[a:b].strip()]


def _groups(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines with no blank line between them."""
    groups: list[list[tuple[int, int]]] = []
    last_end = -2
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        if match.start() == last_end + 1 and groups:
            groups[-1].append(match.span())
        else:
            groups.append([match.span()])
        last_end = match.end()
    return groups


def _wrapped(text: str, start: int, end: int, next_start: int, next_end: int, width: int) -> bool:
    following = text[next_start:next_end]
    line_start = text.rfind("\n", 0, end) + 1
    line = text[line_start:end].rstrip()
    if line[line.rfind(" ") + 1 :].startswith(("http://", "https://")) and not re.match(r"https?://", following):
        # An address broken over two lines goes on without a space.
        return " " not in following.strip() and line.endswith(("-", "/", "_", "=", "&", "?"))
    if width < MIN_WRAP_WIDTH or following[:1].isspace() or re.match(r"https?://", following):
        return False
    if _LABELLED.match(following[:60]) or (
        _LABELLED.match(line[:60]) and not line.startswith("http") and not following[:1].islower()
    ):
        return False
    first_word = following.split(maxsplit=1)[0]
    full = len(line) + 1 + len(first_word) > FULL_LINE * width and width <= 120
    if line.endswith((".", "!", "?", ":", "”", '"')) and not first_word[:1].islower():
        return full and len(line) > FULL_LINE * width
    return full or first_word[:1].islower() and len(line) > 40


def _trimmed(text: str, start: int, end: int) -> Block:
    piece = text[start:end]
    return Block(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
