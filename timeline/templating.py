"""What templates can call: addresses, static files, and filters for passages and days. All of it is plain text that is escaped.

Pages are Jinja2 templates: a list of events is answered afresh for every filter, and Jinja2 renders it several times as
fast as Django's own templates do. Those of the admin are Django's.
"""

from collections.abc import Sequence
from typing import Any

from django.template import defaultfilters
from django.templatetags.static import static
from django.urls import reverse
from django_htmx.jinja import htmx_script
from jinja2 import Environment

from articles.edtf import day_in_words
from articles.models import Passage
from timeline.models import Actor
from timeline.passages import quote_pieces, text_fragment


def url(name: str, *arguments: Any) -> str:
    """The address of a page by its name in urls.py."""
    return reverse(name, args=arguments)


def publisher_link(passage: Passage) -> str:
    """The publisher's page at the quote, "" when the article has no address."""
    return text_fragment(passage.article, passage)


def names(actors: Sequence[Actor]) -> str:
    """Up to four names in a row."""
    shown = ", ".join(actor.name for actor in list(actors)[:4])
    return f"{shown} and others" if len(actors) > 4 else shown


def environment(**options: Any) -> Environment:
    """The environment of all templates of the pages."""
    pages = Environment(**options)
    pages.globals.update(url=url, static=static, htmx_script=htmx_script)
    pages.filters.update(
        day=day_in_words,
        names=names,
        pieces=quote_pieces,
        publisher_link=publisher_link,
        capfirst=defaultfilters.capfirst,
        pluralize=defaultfilters.pluralize,
        slugify=defaultfilters.slugify,
        truncatechars=defaultfilters.truncatechars,
    )
    return pages
