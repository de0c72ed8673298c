"""Events for programs: JSON, CSV, calendar and feed, all from the same records."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from icalendar import Calendar
from icalendar import Event as Entry

from articles.models import Article

from .models import Citation, Event
from .querysets import EventQuerySet

CSV_COLUMNS = (
    "slug",
    "date",
    "earliest",
    "latest",
    "kind",
    "plover",
    "title",
    "place",
    "actors",
    "modality",
    "called_off",
    "status",
    "independent_sources",
    "articles",
    "summary",
)
CHUNK = 200


def event_records(ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """One record an event, in the order of the keys, at constant memory; the contract of `export_events`."""
    for event in _events(
        Event.objects.select_related("kind", "place").prefetch_related("actors").with_citations(), ids
    ):
        yield event_record(event)


def _events(events: EventQuerySet, ids: Sequence[int]) -> Iterator[Event]:
    for start in range(0, len(ids), CHUNK):
        yield from events.in_order(ids[start : start + CHUNK])


def event_record(event: Event) -> dict[str, Any]:
    names = {c.passage.article.key: _source_name(c.passage.article) for c in event.citations.all()}
    return {
        "slug": event.slug,
        "title": event.title,
        "summary": event.summary,
        "date": event.date or None,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "kind": event.kind.slug,
        "plover": event.kind.plover,
        "place": event.place.name if event.place else None,
        "actors": sorted(actor.name for actor in event.actors.all()),
        "status": event.status,
        "modality": event.modality,
        "called_off": event.called_off,
        "attribution": event.attribution,
        "independent_sources": event.independent_sources,
        "disagreements": [
            {
                "about": disagreement["about"],
                "values": [
                    {
                        "value": r["value"],
                        "source": names.get(r["key"]) or r["source"] or None,
                        "published": r["published"] or None,
                    }
                    for r in disagreement["readings"]
                ],
            }
            for disagreement in event.disagreements
        ],
        "citations": [citation_record(citation) for citation in sorted(event.citations.all(), key=_citation_order)],
    }


def _source_name(article: Article) -> str | None:
    return article.source.name if article.source else article.source_name or None


def _citation_order(citation: Citation) -> tuple[str, str, int]:
    article = citation.passage.article
    return (article.published.isoformat() if article.published else "9999", article.key, citation.passage.start)


def citation_record(citation: Citation) -> dict[str, Any]:
    article, passage = citation.passage.article, citation.passage
    return {
        "source": _source_name(article),
        "article_title": article.display_title if article.title else "",
        "article_url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "published_basis": article.published_basis,
        "text_kind": article.text_kind,
        "quote": passage.quote,
        "start": passage.start,
        "end": passage.end,
        "date_text": citation.date_text,
        "date_explanation": citation.date_explanation,
        "modality": citation.modality,
        "attribution": citation.attribution,
        "stance": citation.stance,
    }


class _Line:
    """A file for csv.writer that hands each line back instead of keeping it."""

    def write(self, value: str) -> str:
        return value


def as_csv(ids: Sequence[int]) -> Iterator[str]:
    """CSV lines, a heading first. Cells that a spreadsheet would run as a formula are quoted away."""
    writer = csv.writer(_Line())
    yield writer.writerow(CSV_COLUMNS)
    for record in event_records(ids):
        row = {
            **record,
            "actors": "; ".join(record["actors"]),
            "articles": len({c["article_url"] or c["quote"] for c in record["citations"]}),
        }
        yield writer.writerow([_harmless(row[column]) for column in CSV_COLUMNS])


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def as_json(ids: Sequence[int]) -> Iterator[str]:
    """A JSON list, an event a line."""
    yield "["
    first = True
    for record in event_records(ids):
        yield ("\n" if first else ",\n") + json.dumps(record, ensure_ascii=False)
        first = False
    yield "\n]\n"


def as_calendar(ids: Sequence[int], site: str) -> Iterator[bytes]:
    """iCalendar of the events that have a first and a last day, entry by entry; the precision stands in the text."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tumen//Timeline of Russia-North Korea relations//EN")
    calendar.add("version", "2.0")
    opening, closing = calendar.to_ical().split(b"END:VCALENDAR")
    yield opening
    dated = Event.objects.filter(earliest__isnull=False, latest__isnull=False).defer("search_words")
    for event in _events(dated, ids):
        yield _entry(event, site).to_ical()
    yield b"END:VCALENDAR" + closing


def _entry(event: Event, site: str) -> Entry:
    assert event.earliest is not None
    assert event.latest is not None
    told = "Called off" if event.called_off else event.get_modality_display()
    entry = Entry()
    entry.add("uid", f"{event.slug}@tumen")
    entry.add("dtstamp", event.updated_at)
    entry.add("dtstart", event.earliest)
    entry.add("dtend", event.latest + timedelta(days=1))
    entry.add("summary", event.title)
    entry.add("description", f"{event.date_words}. {told}. {event.summary}")
    entry.add("url", f"{site}{event.get_absolute_url()}")
    return entry
