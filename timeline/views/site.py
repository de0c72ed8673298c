"""Pages of the site itself."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.models import Article
from timeline.browsing import current_columns
from timeline.models import Kind, Place

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
