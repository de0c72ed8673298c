"""/api/: the same events for programs, page by page, with the filters of the timeline. Read only, no key needed."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from .browsing import FACETS, EventFilterForm, current_columns
from .browsing.columns import position_of
from .exports import event_record, event_records
from .models import Event

PER_PAGE, MOST_PER_PAGE = 50, 200


def _open_to_all(view: Callable[..., JsonResponse]) -> Callable[..., JsonResponse]:
    """Lets scripts of other sites read the answer: it is public, and no cookie plays a part in it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answer


@_open_to_all
@require_safe
def index(request: HttpRequest) -> JsonResponse:
    """What there is, and how to ask for it."""
    return JsonResponse(
        {
            "events": request.build_absolute_uri(reverse("api-events")),
            "event": request.build_absolute_uri(reverse("api-events")) + "{slug}/",
            "vocabulary": request.build_absolute_uri(reverse("api-vocabulary")),
            "filters": {
                "q": "words, “phrases”, -not, beginnings*",
                "from": "a date as people write it, or EDTF",
                "to": "a date as people write it, or EDTF",
                **dict.fromkeys(
                    FACETS, "a slug of the vocabulary or a choice of the timeline; several mean any of them"
                ),
                "least": "at least so many independent sources: 1, 2 or 3",
                "disputed": "1: only those on which sources disagree",
                "within": "1: only those certainly within the period",
                "order": "newest (as it is), oldest, best",
                "limit": f"events on a page, at most {MOST_PER_PAGE}",
                "after": "the slug of the last event of the page before; `next` holds the whole address",
            },
        }
    )


@_open_to_all
@require_safe
def events(request: HttpRequest) -> JsonResponse:
    """A page of events with their citations. A filter that cannot be understood is an error, never ignored."""
    form = EventFilterForm(request.GET)
    if form.errors:
        return JsonResponse({"errors": {name: list(told) for name, told in form.errors.items()}}, status=400)
    asked = request.GET.get("limit", "")
    limit = min(max(int(asked), 1), MOST_PER_PAGE) if asked.isdecimal() and len(asked) < 6 else PER_PAGE
    after = request.GET.get("after", "").replace("\x00", "")
    pivot = Event.objects.filter(slug=after).only("earliest", "latest", "slug").first() if after else None
    if after and pivot is None:
        return JsonResponse({"errors": {"after": [f"There is no event “{after[:120]}”."]}}, status=400)
    position = position_of(pivot.earliest, pivot.latest, pivot.slug) if pivot else None
    page = form.found.page(form.newest_first, limit, after=position)
    following = form.query + ("&" if form.query else "") + urlencode({"limit": limit, "after": page.after})
    return JsonResponse(
        {
            "total": form.found.total,
            "words": form.sentence,
            "next": request.build_absolute_uri(f"{reverse('api-events')}?{following}") if page.after else None,
            "events": list(event_records(page.ids)),
        }
    )


@_open_to_all
@require_safe
def event(request: HttpRequest, slug: str) -> JsonResponse:
    """One event with its citations."""
    row = Event.objects.public().with_names().with_citations().filter(slug=slug).first()
    if row is None:
        return JsonResponse({"errors": {"slug": ["There is no such event."]}}, status=404)
    return JsonResponse(event_record(row))


@_open_to_all
@require_safe
def vocabulary(request: HttpRequest) -> JsonResponse:
    """Every choice of every facet with its name and its number of events."""
    facets = current_columns().facets
    everything = EventFilterForm(QueryDict("")).found
    return JsonResponse(
        {
            name: [
                {"value": value, "name": label, "events": counts.get(value, 0)}
                for value, label in facets[name].labels.items()
            ]
            for name in FACETS
            for counts in [everything.counts(name)]
        }
    )
