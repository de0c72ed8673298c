"""Addresses from which the filtered timeline is taken away: CSV, JSON, calendar, feed."""

from datetime import UTC, datetime, time
from itertools import islice
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from .browsing import EventFilterForm
from .exports import as_calendar, as_csv, as_json
from .models import Event

FEED_LENGTH = 100


def _found(request: HttpRequest) -> list[int]:
    return EventFilterForm(request.GET).found.ids()


@require_safe
def events_csv(request: HttpRequest) -> StreamingHttpResponse:
    response = StreamingHttpResponse(as_csv(_found(request)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tumen-events.csv"'
    return response


@require_safe
def events_json(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(as_json(_found(request)), content_type="application/json")


@require_safe
def events_ics(request: HttpRequest) -> StreamingHttpResponse:
    site = request.build_absolute_uri("/").rstrip("/")
    response = StreamingHttpResponse(as_calendar(_found(request), site), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tumen-events.ics"'
    return response


class EventFeed(Feed):  # type: ignore[type-arg]
    """The events under the filter, last changed first."""

    feed_type = Atom1Feed
    link = "/"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> EventFilterForm:
        return EventFilterForm(request.GET)

    def title(self, form: EventFilterForm) -> str:
        return "Tumen: " + ("Russia–North Korea relations" if form.is_empty else form.sentence)

    def items(self, form: EventFilterForm) -> list[Event]:
        wanted = set(form.found.ids())
        changed = Event.objects.public().order_by("-updated_at", "slug").values_list("pk", flat=True)
        latest = list(islice((pk for pk in changed.iterator() if pk in wanted), FEED_LENGTH))
        return Event.objects.select_related("kind", "place").in_order(latest)

    def item_title(self, item: Any) -> Any:
        return f"{item.date_words}: {item.title}"

    def item_description(self, item: Any) -> str:
        return str(item.summary)

    def item_updateddate(self, item: Event) -> datetime:
        return item.updated_at

    def item_pubdate(self, item: Event) -> datetime | None:
        return datetime.combine(item.earliest, time(), UTC) if item.earliest else None
