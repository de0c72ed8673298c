"""Addresses from which the filtered timeline is taken away: CSV, JSON, calendar, feed."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from .exports import as_calendar, as_csv, as_json
from .filters import EventFilterForm
from .models import Event
from .querysets import EventQuerySet

FEED_LENGTH = 100


def _filtered(request: HttpRequest) -> EventQuerySet:
    return EventFilterForm(request.GET).apply(Event.objects.public())


@require_safe
def events_csv(request: HttpRequest) -> StreamingHttpResponse:
    response = StreamingHttpResponse(as_csv(_filtered(request)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tumen-events.csv"'
    return response


@require_safe
def events_json(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(as_json(_filtered(request)), content_type="application/json")


@require_safe
def events_ics(request: HttpRequest) -> StreamingHttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    response = StreamingHttpResponse(as_calendar(_filtered(request), site), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tumen-events.ics"'
    return response


class EventFeed(Feed):  # type: ignore[type-arg]
    """The events under the filter, last changed first."""

    feed_type = Atom1Feed
    link = "/"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> EventFilterForm:
        return EventFilterForm(request.GET)

    def title(self, form: EventFilterForm) -> str:
        return "Tumen: " + (
            "Russia–North Korea relations"
            if form.is_empty
            else form.sentence(form.apply(Event.objects.public()).count(), form.facets(Event.objects.public()))
        )

    def items(self, form: EventFilterForm) -> list[Event]:
        return list(
            form.apply(Event.objects.public())
            .order_by("-updated_at", "slug")
            .select_related("kind", "place")[:FEED_LENGTH]
        )

    def item_title(self, item: Any) -> Any:
        return f"{item.date_words}: {item.title}"

    def item_description(self, item: Any) -> str:
        return str(item.summary)

    def item_updateddate(self, item: Event) -> datetime:
        return item.updated_at

    def item_pubdate(self, item: Event) -> datetime | None:
        return datetime.combine(item.earliest, time(), UTC) if item.earliest else None
