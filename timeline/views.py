"""The pages. Each answers a plain request with the whole page and an htmx request with its fragment."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.edtf import BadDate, bounds, day_in_words
from articles.models import Article, Passage, Source

from .filters import EventFilterForm
from .models import Actor, Citation, Event, Kind, OldSlug, Place
from .overview import draw_overview
from .passages import article_paragraphs
from .querysets import EventQuerySet
from .related import outcome_of, plans_of, series_of
from .sharing import citations_of, linked_data

NO_YEAR = "Date not known"
_GROUPS = {"person": "People", "body": "Groups and institutions", "state": "States", "media": "Media"}


def _is_fragment(request: HttpRequest) -> bool:
    """Whether only the changing part is wanted. A restored history entry needs the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


@require_safe
@vary_on_headers("HX-Request")
def event_list(request: HttpRequest) -> HttpResponse:
    """The timeline with its filters."""
    form = EventFilterForm(request.GET)
    context = _list_context(request, form, Event.objects.public())
    fragment = _is_fragment(request)
    if fragment and request.GET.get("after"):
        return render(request, "timeline/_event_years.html", context)
    response = render(request, "timeline/_browse.html" if fragment else "timeline/event_list.html", context)
    if fragment:
        # The address without empty fields, so that what is shared and bookmarked is short.
        response["HX-Push-Url"] = form.address()
    return response


def _list_context(request: HttpRequest, form: EventFilterForm, events: EventQuerySet) -> dict[str, Any]:
    found = form.apply(events)
    total = found.count()
    rows, more = _page(
        found.in_list_order(form.newest_first).for_list(), request.GET.get("after", ""), form.newest_first
    )
    facets = form.facets(events)
    pivot = _pivot(request.GET.get("after", ""))
    continued = str(pivot.year or NO_YEAR) if pivot else ""
    return {
        "form": form,
        "years": by_year(rows),
        "total": total,
        "more": more,
        "facets": facets,
        "chips": form.chips(facets),
        "sentence": form.sentence(total, facets),
        "continued": continued,
        "embed": request.build_absolute_uri(f"{reverse('embed')}?{form.query}".rstrip("?")),
        "overview": None if pivot else draw_overview(form, found),
    }


def _page(events: EventQuerySet, after: str, newest_first: bool) -> tuple[list[Event], str]:
    """(a page of events behind the one with the slug `after`, the slug to go on from or "")."""
    pivot = _pivot(after)
    if pivot is not None:
        events = events.filter(_behind(pivot, newest_first))
    rows = list(events[: settings.PAGE_SIZE + 1])
    more = len(rows) > settings.PAGE_SIZE
    rows = rows[: settings.PAGE_SIZE]
    return rows, rows[-1].slug if more else ""


def _pivot(slug: str) -> Event | None:
    """The event that the last page ended with."""
    if not slug or "\x00" in slug:
        return None
    return Event.objects.filter(slug=slug).only("earliest", "latest", "slug").first()


def _behind(pivot: Event, newest_first: bool) -> Q:
    """What follows the pivot in list order: first day, last day, address; undated events come last."""
    if pivot.earliest is None:
        same_day = Q(earliest=None)
        later = Q(pk__in=[])
    else:
        same_day = Q(earliest=pivot.earliest)
        later = Q(earliest__lt=pivot.earliest) if newest_first else Q(earliest__gt=pivot.earliest)
        later |= Q(earliest=None)
    if pivot.latest is None:
        tie = Q(latest=None, slug__gt=pivot.slug)
    else:
        tie = Q(latest__gt=pivot.latest) | Q(latest=pivot.latest, slug__gt=pivot.slug)
    return later | (same_day & tie)


def by_year(events: Iterable[Event]) -> list[tuple[str, list[tuple[str, list[Event]]]]]:
    """Events under their first possible year, and in it under their month where the date tells one."""
    return [
        (str(year) if year else NO_YEAR, [(month, list(some)) for month, some in groupby(rows, key=lambda e: e.month)])
        for year, rows in groupby(events, key=lambda e: e.year)
    ]


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


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@require_safe
def embed(request: HttpRequest) -> HttpResponse:
    """The list under the filters for a frame on somebody else's page: no scripts, links open the site itself."""
    form = EventFilterForm(request.GET)
    found = form.apply(Event.objects.public())
    total = found.count()
    rows = found.in_list_order(form.newest_first).for_list()[: settings.PAGE_SIZE]
    context = {
        "events": rows,
        "total": total,
        "sentence": form.sentence(total, form.facets(Event.objects.public())),
        "address": request.build_absolute_uri(form.address()),
    }
    return render(request, "timeline/embed.html", context)


@require_safe
@vary_on_headers("HX-Request")
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One event with all that is known of it, by source. Old addresses lead on."""
    event = Event.objects.public().for_list().with_citations().filter(slug=slug).first()
    if event is None:
        return _moved_or_gone(slug)
    context = {"event": event, "groups": by_source(event)}
    if _is_fragment(request):
        return render(request, "timeline/_passages.html", context)
    address = request.build_absolute_uri(event.get_absolute_url())
    context |= {
        "address": address,
        "linked_data": linked_data(event, address, address.removesuffix(event.get_absolute_url())),
        "cite": citations_of(event, address, localdate()),
        "backing": event.backing_words,
        "disagreements": disagreement_rows(event),
        "outcome": outcome_of(event),
        "plans": plans_of(event),
        "series": series_of(event),
    }
    return render(request, "timeline/event_detail.html", context)


def _moved_or_gone(slug: str) -> HttpResponse:
    moved = OldSlug.objects.select_related("event").filter(slug=slug).first()
    if moved is None:
        raise Http404("There is no such event.")
    return HttpResponsePermanentRedirect(moved.event.get_absolute_url())


def disagreement_rows(event: Event) -> list[dict[str, Any]]:
    """One row for each value that a report gives, with its citation on this page."""
    cited = {(c.passage.article.key, c.passage.start): c for c in event.citations.all()}
    rows = []
    for disagreement in event.disagreements:
        for reading in disagreement["readings"]:
            citation = cited.get((reading["key"], reading["start"]))
            article = citation.passage.article if citation else None
            rows.append(
                {
                    "about": disagreement["about"],
                    "value": reading["value"],
                    "citation": citation,
                    "source": article.publisher if article else "",
                    "published": day_in_words(article.published) if article and article.published else "date not known",
                }
            )
    return rows


def by_source(event: Event) -> list[dict[str, Any]]:
    """The event's citations by article, originals before the copies that lean on them."""
    citations = sorted(
        event.citations.all(),
        key=lambda c: (c.passage.article.derived_from_id is not None, _day(c), c.passage.article_id, c.passage.start),
    )
    return [
        {"article": article, "citations": list(rows)}
        for article, rows in groupby(citations, key=lambda c: c.passage.article)
    ]


def _day(citation: Citation) -> str:
    published = citation.passage.article.published
    return published.isoformat() if published else "9999"


@require_safe
def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """An article's text with every cited passage marked and linked to its events."""
    article = get_object_or_404(Article.objects.select_related("source", "agency", "derived_from__source"), pk=pk)
    citations = (
        Citation.objects.filter(passage__article=article, event__in=Event.objects.public())
        .exclude(stance=Citation.Stance.REJECTED)
        .select_related("event__kind", "passage")
        .order_by("passage__start", "event__earliest", "event__slug")
    )
    passages: dict[int, Passage] = {}
    events: dict[int, list[Event]] = {}
    for citation in citations:
        passages[citation.passage_id] = citation.passage
        events.setdefault(citation.passage_id, []).append(citation.event)
    asked = request.GET.get("passage", "")
    context = {
        "article": article,
        "paragraphs": article_paragraphs(article, passages.values()),
        "notes": [
            {"passage": passages[pk], "events": events[pk], "number": n} for n, pk in enumerate(passages, start=1)
        ],
        "numbers": {pk: n for n, pk in enumerate(passages, start=1)},
        "asked": int(asked) if asked.isdecimal() and len(asked) < 12 else 0,
        "copies": article.copies.select_related("source"),
    }
    return render(request, "timeline/article_detail.html", context)


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """All sources that have articles, then the others of the vocabulary."""
    sources = Source.objects.annotate(
        n=Count("articles"), first=Min("articles__published"), last=Max("articles__published")
    ).order_by("name")
    unlisted = (
        Article.objects.filter(source=None)
        .exclude(source_name="")
        .values("source_name")
        .annotate(n=Count("id"))
        .order_by("source_name")
    )
    unknown = Article.objects.filter(source=None, source_name="").count()
    return render(
        request,
        "timeline/source_list.html",
        {
            "used": [s for s in sources if s.n],
            "unused": [s for s in sources if not s.n],
            "unknown": unknown,
            "unlisted": unlisted,
        },
    )


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    articles = (
        source.articles.select_related("derived_from__source")
        .defer("text", "boilerplate")
        .order_by("-published", "title")
    )
    events = Event.objects.public().filter(
        pk__in=Citation.objects.filter(passage__article__source=source).exclude(stance="rejected").values("event")
    )
    context = {
        "source": source,
        "articles": articles,
        "years": by_year(events.in_list_order(True).for_list()[:200]),
        "total": events.count(),
    }
    return render(request, "timeline/source_detail.html", context)


@require_safe
def actor_list(request: HttpRequest) -> HttpResponse:
    actors = (
        Actor.objects.annotate(n=Count("events", filter=Q(events__in=Event.objects.public())))
        .filter(n__gt=0)
        .order_by("-n", "name")
    )
    groups = [(_GROUPS[value], [a for a in actors if a.kind == value]) for value in Actor.Kind.values]
    return render(request, "timeline/actor_list.html", {"groups": [g for g in groups if g[1]]})


@require_safe
def actor_detail(request: HttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor, slug=slug)
    events = Event.objects.public().filter(actors=actor)
    context = {"actor": actor, "years": by_year(events.in_list_order(True).for_list()[:200]), "total": events.count()}
    return render(request, "timeline/actor_detail.html", context)


@require_safe
def place_list(request: HttpRequest) -> HttpResponse:
    """The places of events, each under the place that it lies in."""
    places = (
        Place.objects.select_related("parent")
        .annotate(n=Count("events", filter=Q(events__in=Event.objects.public())))
        .filter(n__gt=0)
        .order_by("-n", "name")
    )
    return render(request, "timeline/place_list.html", {"places": places})


@require_safe
def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.select_related("parent"), slug=slug)
    events = Event.objects.public().filter(place=place)
    parts = place.parts.annotate(n=Count("events", filter=Q(events__in=Event.objects.public()))).filter(n__gt=0)
    context = {
        "place": place,
        "parts": parts.order_by("-n", "name"),
        "years": by_year(events.in_list_order(True).for_list()[:200]),
        "total": events.count(),
    }
    return render(request, "timeline/place_detail.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    counts = {
        "events": Event.objects.public().count(),
        "articles": Article.objects.count(),
        "kinds": Kind.objects.order_by("label"),
        "places": Place.objects.count(),
    }
    return render(request, "timeline/about.html", counts)


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answers 200 when the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(settings.STATIC_URL + "img/favicon.svg", permanent=True)
