"""Pages of the site itself."""

import re

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.models import Article
from timeline.browsing import current_columns, lines_of
from timeline.models import Event, Kind, Place
from timeline.salience import MAIN, PLAIN, QUIET

from .keeping import kept_until_a_change


@kept_until_a_change
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    counts = {
        "events": len(current_columns().ids),
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


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """The tokens and components on one page, for those who work on them: while DEBUG is on."""
    if not settings.DEBUG:
        raise Http404("There is no such page.")
    sheet = (settings.BASE_DIR / "static" / "css" / "site.css").read_text()
    light = sheet[: sheet.index("@media")]
    best = Event.objects.public().order_by("-independent_sources", "slug").values_list("pk", flat=True)
    by_salience = {event.salience: event for event in reversed(lines_of(list(best[:200])))}
    context = {
        "tokens": re.findall(r"--([\w-]+): #", light),
        "kinds": Kind.objects.order_by("label"),
        "events": [by_salience[name] for name in (MAIN, PLAIN, QUIET) if name in by_salience],
    }
    return render(request, "timeline/styleguide.html", context)
