"""How passages and days are shown; all of it plain text that templates escape."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template

from articles.edtf import day_in_words
from articles.models import Passage
from timeline.models import Actor, Citation
from timeline.passages import Piece, quote_pieces, text_fragment

register = template.Library()


@register.filter
def pieces(citation: Citation) -> list[Piece]:
    """The quote cut at its date words."""
    return quote_pieces(citation)


@register.filter
def day(value: date) -> str:
    """`9 May 2025`."""
    return day_in_words(value)


@register.filter
def publisher_link(passage: Passage) -> str:
    """The publisher's page at the quote, "" when the article has no address."""
    return text_fragment(passage.article, passage)


@register.filter
def names(actors: Sequence[Actor]) -> str:
    """Up to four names in a row."""
    shown = ", ".join(actor.name for actor in list(actors)[:4])
    return f"{shown} and others" if len(actors) > 4 else shown


@register.filter
def get(table: dict[Any, Any], key: Any) -> Any:
    """The entry of a dictionary."""
    return table.get(key)
