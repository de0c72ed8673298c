"""The words in which the rest of the project asks for events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch

if TYPE_CHECKING:
    from .models import Event


# What a line of the list shows.
_LINE = (
    "slug", "title", "date", "earliest", "latest", "precision", "modality", "called_off", "attribution", "status",
    "independent_sources", "article_count", "disagreements", "kind", "place",
)  # fmt: skip


class EventQuerySet(models.QuerySet["Event"]):
    def get_by_natural_key(self, slug: str) -> Event:
        return self.get(slug=slug)

    def public(self) -> EventQuerySet:
        """What readers see: everything that no editor withdrew and that a passage supports."""
        return self.exclude(status="hidden").filter(article_count__gt=0)

    def in_order(self, ids: Sequence[int]) -> list[Event]:
        """These events in this order, without those that are gone meanwhile."""
        rows = {event.pk: event for event in self.filter(pk__in=ids)}
        return [rows[pk] for pk in ids if pk in rows]

    def for_list(self) -> EventQuerySet:
        """With the columns that a line of the list shows; names that it shows too are not joined (see browsing/lines.py)."""
        return self.only(*_LINE)

    def with_names(self) -> EventQuerySet:
        """With kind, place and actors, without the columns that no page shows."""
        rows = self.select_related("kind", "place").prefetch_related("actors")
        return rows.defer("search_words", "editors_note", "machine", "edited_fields")

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
