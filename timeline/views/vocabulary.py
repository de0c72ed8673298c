"""Sources, actors and places: lists, and for each its own timeline."""

from django.db.models import Count, Max, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Source
from timeline.mapping import Spot, draw_map
from timeline.models import Actor, Place
from timeline.standing import standing_of

from .fragments import event_counts, own_timeline
from .keeping import kept_until_a_change

_GROUPS = {"person": "People", "body": "Groups and institutions", "state": "States", "media": "Media"}


@kept_until_a_change
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


@kept_until_a_change
@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source, slug=slug)
    articles = (
        source.articles.select_related("derived_from__source")
        .defer("text", "boilerplate")
        .order_by("-published", "title")
    )
    context = {"source": source, "articles": articles, "standing": standing_of(source)}
    context |= own_timeline("source", slug)
    return render(request, "timeline/source_detail.html", context)


@kept_until_a_change
@require_safe
def actor_list(request: HttpRequest) -> HttpResponse:
    counts = event_counts("actor")
    actors = sorted(Actor.objects.filter(slug__in=counts), key=lambda a: (-counts[a.slug], a.name))
    groups = [(_GROUPS[value], [(a, counts[a.slug]) for a in actors if a.kind == value]) for value in Actor.Kind.values]
    return render(request, "timeline/actor_list.html", {"groups": [g for g in groups if g[1]]})


@kept_until_a_change
@require_safe
def actor_detail(request: HttpRequest, slug: str) -> HttpResponse:
    actor = get_object_or_404(Actor, slug=slug)
    return render(request, "timeline/actor_detail.html", {"actor": actor} | own_timeline("actor", slug))


@kept_until_a_change
@require_safe
def place_list(request: HttpRequest) -> HttpResponse:
    """The places of events, each with the place that it lies in."""
    places = _counted(Place.objects.all())
    # A country is no point: its events are somewhere in it.
    countries = set(Place.objects.filter(parent=None, parts__isnull=False).values_list("pk", flat=True))
    spots = [
        Spot(place.slug, place.name, place.latitude, place.longitude, count)
        for place, count in places
        if place.latitude is not None and place.longitude is not None and place.pk not in countries
    ]
    return render(request, "timeline/place_list.html", {"places": places, "map": draw_map(spots)})


@kept_until_a_change
@require_safe
def place_detail(request: HttpRequest, slug: str) -> HttpResponse:
    place = get_object_or_404(Place.objects.select_related("parent"), slug=slug)
    context = {"place": place, "parts": _counted(place.parts.all())} | own_timeline("place", slug)
    return render(request, "timeline/place_detail.html", context)


def _counted(places: QuerySet[Place]) -> list[tuple[Place, int]]:
    """The places that have events, with how many, most first."""
    counts = event_counts("place")
    rows = places.filter(slug__in=counts).select_related("parent")
    return [(place, counts[place.slug]) for place in sorted(rows, key=lambda p: (-counts[p.slug], p.name))]
