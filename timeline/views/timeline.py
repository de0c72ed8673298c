"""The timeline with its filters, the addresses of periods, and the list for other people's pages."""

from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from articles.edtf import BadDate, bounds
from timeline.browsing import EventFilterForm, draw_overview, lines_of
from timeline.browsing.columns import Position, position_of
from timeline.models import Event
from timeline.passages import footnotes, show_hits

from .fragments import NO_YEAR, by_year, is_fragment, vary_on_fragment
from .keeping import kept_until_a_change

# So many pages follow one another by scrolling alone; then a reader asks, so that the foot can be reached.
PAGES_BY_SCROLLING = 5
BEST_MATCHES = "Best matches"


@kept_until_a_change
@require_safe
@vary_on_fragment
def event_list(request: HttpRequest) -> HttpResponse:
    """The timeline with its filters."""
    form = EventFilterForm(request.GET)
    fragment = is_fragment(request)
    context = _events_context(request, form)
    if fragment and request.GET.get("after"):
        return render(request, "timeline/_event_years.html", context)
    context |= {
        "facets": form.facets(),
        "embed": request.build_absolute_uri(f"{reverse('embed')}?{form.query}".rstrip("?")),
        "overview": None if context["continued"] else draw_overview(form),
    }
    response = render(request, "timeline/_browse.html" if fragment else "timeline/event_list.html", context)
    if fragment:
        # The address without empty fields, so that what is shared and bookmarked is short.
        response["HX-Push-Url"] = form.address()
    return response


def _events_context(request: HttpRequest, form: EventFilterForm) -> dict[str, Any]:
    """A page of the list, from behind one event or up to another."""
    after, before = _pivot(request.GET.get("after", "")), _pivot(request.GET.get("before", ""))
    page = form.found.page(form.newest_first, settings.PAGE_SIZE, after=_position(after), before=_position(before))
    pivot = after or before
    events = lines_of(page.ids)
    if form.query_terms.wanted:
        show_hits(events, form.query_terms)
    scrolled, counted = _number(request, "scrolled", 1), _number(request, "counted", 0)
    notes = footnotes(events, counted + 1)
    return {
        "form": form,
        "footnotes": notes,
        "first_note": counted + 1,
        "counted": counted + len(notes),
        "years": [(BEST_MATCHES, [("", events)])] if form.best_first and events else by_year(events),
        "more": form.address(after=page.after) if page.after else "",
        "back": form.address(before=page.before) if page.before and not is_fragment(request) else "",
        "scrolled": scrolled + 1 if scrolled < PAGES_BY_SCROLLING else 0,
        "continued": (BEST_MATCHES if form.best_first else str(pivot.year or NO_YEAR)) if pivot else "",
    }


def _number(request: HttpRequest, name: str, default: int) -> int:
    """What a page that follows another is told by it; no reader types it."""
    value = request.GET.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 5 else default


def _pivot(slug: str) -> Event | None:
    """The event that another page ended with, though it may have been withdrawn since."""
    if not slug or "\x00" in slug:
        return None
    return Event.objects.filter(slug=slug).only("earliest", "latest", "slug").first()


def _position(event: Event | None) -> Position | None:
    return position_of(event.earliest, event.latest, event.slug) if event else None


@require_safe
def in_period(request: HttpRequest, year: int, month: int | None = None) -> HttpResponse:
    """`/2019/`, `/2019/4/`: addresses that people guess lead to the timeline of that time."""
    value = f"{year:04}" if month is None else f"{year:04}-{month:02}"
    return _to_period(value)


@require_safe
def on_date(request: HttpRequest, words: str) -> HttpResponse:
    """`/on/2019-04-25/`, `/on/june-2024/`: a date as people write it."""
    if words[:1].isdigit() and not words[-1:].isalpha():
        return _to_period(words)
    form = EventFilterForm(QueryDict(urlencode({"from": words.replace("-", " ")})))
    return _to_period(form.value("from"))


def _to_period(value: str) -> HttpResponse:
    try:
        known = value and bounds(value)[0]
    except BadDate:
        known = None
    if not known:
        raise Http404("There is no such date.")
    return redirect(f"{reverse('timeline')}?{urlencode({'from': value, 'to': value})}")


@kept_until_a_change
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """The list under the filters for a frame on somebody else's page: no scripts, links open the site itself."""
    form = EventFilterForm(request.GET)
    keys = form.found.ids(form.newest_first)[: settings.PAGE_SIZE]
    context = {
        "form": form,
        "events": lines_of(keys),
        "address": request.build_absolute_uri(form.address()),
    }
    return render(request, "timeline/embed.html", context)
