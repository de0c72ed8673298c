"""The words in which the rest of the project asks for events."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch, Q

if TYPE_CHECKING:
    from .models import Event


# -"no such phrase", "a phrase", -word, word
_TERM = re.compile(r'(?<!\S)(-?)(?:"([^"]+)"?|([^\s"]+))')


class EventQuerySet(models.QuerySet["Event"]):
    def get_by_natural_key(self, slug: str) -> Event:
        return self.get(slug=slug)

    def public(self) -> EventQuerySet:
        """What readers see: everything that no editor withdrew and that a passage supports."""
        return self.exclude(status="hidden").filter(article_count__gt=0)

    def in_period(self, first: date | None, last: date | None, certainly: bool = False) -> EventQuerySet:
        """Events whose span overlaps the period, or lies `certainly` within it; undated ones are in no period."""
        found = self
        if first:
            found = (
                found.filter(earliest__gte=first)
                if certainly
                else found.filter(Q(latest__gte=first) | Q(latest=None, earliest__isnull=False))
            )
        if last:
            found = (
                found.filter(latest__lte=last)
                if certainly
                else found.filter(Q(earliest__lte=last) | Q(earliest=None, latest__isnull=False))
            )
        return found

    def matching(self, words: str) -> EventQuerySet:
        """Events whose title, summary or passages hold every word and “phrase”, and none that a minus stands before.

        A word is found inside longer ones too, so that `contain*` and `contain` mean the same.
        """
        found = self
        for minus, phrase, word in _TERM.findall(words.lower().replace("“", '"').replace("”", '"')):
            term = " ".join((phrase or word.strip("*-")).split())
            if term:
                holds = Q(search_text__contains=term)
                found = found.exclude(holds) if minus else found.filter(holds)
        return found

    def in_list_order(self, newest_first: bool) -> EventQuerySet:
        """By first possible day, undated events last; the key makes the order total."""
        order = (
            models.F("earliest").desc(nulls_last=True) if newest_first else models.F("earliest").asc(nulls_last=True)
        )
        return self.order_by(order, "latest", "slug")

    def for_list(self) -> EventQuerySet:
        """With all that a line of the list shows, in a constant number of queries."""
        return self.select_related("kind", "place").prefetch_related("actors").defer("search_text", "editors_note")

    def with_citations(self) -> EventQuerySet:
        """With the passages that readers see, their articles and sources."""
        from .models import Citation

        citations = (
            Citation.objects.exclude(stance="rejected")
            .select_related(
                "passage__article__source", "passage__article__agency", "passage__article__derived_from__source"
            )
            .defer("passage__article__text", "passage__article__boilerplate")
            .order_by("passage__article__published", "passage__article_id", "passage__start")
        )
        return self.prefetch_related(Prefetch("citations", queryset=citations))
