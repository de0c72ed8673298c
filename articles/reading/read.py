"""read_article: the stages of reading in order."""

import re
from dataclasses import replace

from .blocks import split_blocks
from .boilerplate import looks_like_list, looks_like_story, mark_boilerplate
from .dates import find_dates
from .document import Block, Document, Layout, Marked, Published, RawArticle
from .header import OutletBook, read_header
from .headings import date_headings, datelines, dates_under_headings
from .language import tell_language
from .published import read_published, tells_when_published
from .sentences import split_sentences

# A last paragraph without a full stop is a text cut off, not a heading, when it is this long.
CUT_OFF_WORDS = 9
SENTENCE_WORDS = 4
_LETTERS = re.compile(r"[^\W\d_]+")


def read_article(raw: RawArticle, book: OutletBook, published: Published | None = None) -> Document:
    """Everything that reading finds in one article.

    `published` overrides what the text tells (an editor's date, or that of the article it copies).
    Never raises on any text.
    """
    text = raw.text
    language = raw.language[:2].lower() or tell_language(text)
    blocks = split_blocks(text)
    marked, kept = mark_boilerplate(text, blocks)
    header = read_header(raw, blocks, kept, marked, book)
    layout = Layout(blocks, marked, _story(text, kept, header.head_end, language))
    found = published or read_published(raw, header, layout, language)
    document = Document(
        text=text,
        language=language,
        title=header.title,
        byline=header.byline,
        url=header.url,
        outlet=header.outlet,
        outlet_name=header.outlet_name,
        agency=header.agency,
        original_domain=header.original_domain,
        text_kind=header.text_kind,
        published=found,
        sentences=tuple(split_sentences(text, layout.story)),
        boilerplate=tuple(sorted(marked + _head(kept, header.head_end), key=lambda m: m.start)),
    )
    dates = tuple(find_dates(text, found.day, language))
    headings = date_headings(text, layout, dates)
    items = datelines(text, layout, dates)
    heads = sorted((*headings, *items), key=lambda d: d.start)
    return replace(
        document, dates=dates_under_headings(text, dates, heads, language), headings=headings, datelines=items
    )


def _head(kept: list[Block], head_end: int) -> list[Marked]:
    return [Marked(b.start, b.end, "head") for b in kept if b.end <= head_end]


def _story(text: str, kept: list[Block], head_end: int, language: str) -> list[Block]:
    behind = (b for b in kept if b.start >= head_end)
    body = [b for b in behind if not tells_when_published(text[b.start : b.end], language)]
    prose = {b.start for b in body if looks_like_story(text[b.start : b.end])}
    # What stands behind the last paragraph of prose is a list of links rather than of news.
    last = max(prose, default=0)
    return [
        b
        for b in body
        if b.start in prose
        or (b.start < last and looks_like_list(text[b.start : b.end]))
        or _sentence_like(text[b.start : b.end])
        or (b is body[-1] and len(text[b.start : b.end].split()) >= CUT_OFF_WORDS)
    ]


def _sentence_like(words: str) -> bool:
    """Short paragraphs of a story: a quotation, a reply; not a heading, which has no full stop."""
    if len(words.split()) < SENTENCE_WORDS or len(_LETTERS.findall(words)) < SENTENCE_WORDS - 1:
        return False  # "June. 10, 2024 08:08."
    return words.rstrip("”\"’')").endswith((".", "!", "?", "…", "。"))
