"""The picture of an event that other sites show where it is shared: its date, title and backing on plain paper."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

# The size that Open Graph and Twitter cards ask for.
WIDTH, HEIGHT = 1200, 630
MARGIN = 84
# The light theme of the style sheet.
PAPER, INK, QUIET, ACCENT = "#fcfbf8", "#1d2127", "#565d66", "#8a2f1d"
# Letters of the title, largest first: the first that lets it stand in MAX_LINES.
TITLE_SIZES = (72, 60, 50, 42)
MAX_LINES = 4
_SIGNS = str.maketrans({"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "\u00a0": " "})


def draw_card(*, when: str, title: str, kind: str, backing: str) -> bytes:
    """The picture as PNG. What no size lets stand in it ends with an ellipsis.

    A title in letters that the typeface lacks (Cyrillic, Hangul) gives way to the kind.
    """
    when, backing = _drawable(when), _drawable(backing)
    title = _drawable(title) or kind
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    draw.text((MARGIN, 74), when, font=_font(40), fill=QUIET)
    size = next((s for s in TITLE_SIZES if len(_lines(title, s)) <= MAX_LINES), TITLE_SIZES[-1])
    lines = _lines(title, size)
    if len(lines) > MAX_LINES:
        lines = [*lines[: MAX_LINES - 1], lines[MAX_LINES - 1] + " ..."]
    for number, line in enumerate(lines):
        draw.text((MARGIN, 146 + number * size * 1.25), line, font=_font(size), fill=INK)
    draw.text((MARGIN, HEIGHT - 152), f"{kind} · {backing}", font=_font(32), fill=ACCENT)
    draw.line((MARGIN, HEIGHT - 96, WIDTH - MARGIN, HEIGHT - 96), fill=QUIET, width=1)
    draw.text(
        (MARGIN, HEIGHT - 78), "Tumen: Russia-North Korea relations, sentence by sentence", font=_font(28), fill=QUIET
    )
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _drawable(words: str) -> str:
    """The words with signs that the typeface has; "" when letters are among them that it lacks."""
    plain = words.translate(_SIGNS)
    return plain if plain == plain.encode("latin-1", "ignore").decode("latin-1") else ""


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The typeface that comes with Pillow: no file of ours, none of the machine's."""
    return ImageFont.load_default(size)


def _lines(words: str, size: int) -> list[str]:
    """The words in lines that are no wider than the picture's column."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
