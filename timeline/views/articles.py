"""An article's page: its text, with the passages that events cite."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Article, Passage
from timeline.models import Citation, Event
from timeline.passages import article_paragraphs

from .keeping import kept_until_a_change


@kept_until_a_change
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
    whole = settings.ARTICLE_TEXT == "whole" or _is_editor(request)
    context = {
        "article": article,
        "whole": whole,
        "paragraphs": article_paragraphs(article, passages.values(), whole=whole),
        "notes": [
            {"passage": passages[pk], "events": events[pk], "number": n} for n, pk in enumerate(passages, start=1)
        ],
        "numbers": {pk: n for n, pk in enumerate(passages, start=1)},
        "asked": int(asked) if asked.isdecimal() and len(asked) < 12 else 0,
        "copies": article.copies.select_related("source"),
    }
    return render(request, "timeline/article_detail.html", context)


def _is_editor(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES and bool(request.user.is_staff)
