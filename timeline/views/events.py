"""An event's page, with all that is known of it and from whom."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.edtf import day_in_words
from articles.models import Article
from timeline.card import draw_card
from timeline.models import Citation, Event, OldSlug
from timeline.related import outcome_of, plans_of, series_of
from timeline.sharing import citations_of, linked_data

from .fragments import is_fragment, vary_on_fragment
from .keeping import kept_until_a_change


@kept_until_a_change
@require_safe
@vary_on_fragment
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One event with all that is known of it, by source. Old addresses lead on."""
    event = Event.objects.public().with_names().with_citations().filter(slug=slug).first()
    if event is None:
        return _moved_or_gone(slug)
    context = {"event": event, "reports": by_source(event)}
    if is_fragment(request):
        return render(request, "timeline/_passages.html", context)
    address = request.build_absolute_uri(event.get_absolute_url())
    context |= {
        "card": request.build_absolute_uri(reverse("card", args=[event.slug])),
        "address": address,
        "linked_data": linked_data(event, address, address.removesuffix(event.get_absolute_url())),
        "cite": citations_of(event, address, localdate()),
        "backing": event.backing_words,
        "disagreements": disagreement_rows(event),
        "outcome": outcome_of(event),
        "plans": plans_of(event),
        "series": series_of(event),
        "first": first_report(event),
    }
    return render(request, "timeline/event_detail.html", context)


@kept_until_a_change
@require_safe
def event_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of the event for those who share its page."""
    event = Event.objects.public().for_list().select_related("kind").filter(slug=slug).first()
    if event is None:
        raise Http404("There is no such event.")
    told = f"{event.doubt_words}: {event.title}" if event.doubt_words else event.title
    picture = draw_card(when=event.date_words, title=told, kind=event.kind.label, backing=event.independence_words)
    return HttpResponse(picture, content_type="image/png")


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


@dataclass(slots=True)
class Report:
    """What one article says of an event; `copies` are the articles here that copy or rewrite it."""

    article: Article
    citations: list[Citation]
    copies: list["Report"] = field(default_factory=list)


def by_source(event: Event) -> list[Report]:
    """The reports of an event, the oldest first, each copy under the report that it leans on."""
    ordered = sorted(event.citations.all(), key=lambda c: (_day(c), c.passage.article_id, c.passage.start))
    reports = {
        article.pk: Report(article, list(rows)) for article, rows in groupby(ordered, key=lambda c: c.passage.article)
    }
    tops: list[Report] = []
    for report in reports.values():
        origin = reports.get(report.article.derived_from_id)
        (tops if origin is None else origin.copies).append(report)
    return tops


def first_report(event: Event) -> Citation | None:
    """The oldest supporting citation of a known day; None where no day is known or all reports are of one day."""
    told = [c for c in event.citations.all() if c.stance == Citation.Stance.SUPPORTS and c.passage.article.published]
    days = {c.passage.article.published for c in told}
    if len(days) < 2:
        return None
    return min(told, key=lambda c: (_day(c), c.passage.article.derived_from_id is not None, c.passage.article_id))


def _day(citation: Citation) -> str:
    published = citation.passage.article.published
    return published.isoformat() if published else "9999"
