"""An event for other programs and for footnotes: schema.org JSON-LD, and citations in four styles."""

import json
from datetime import date
from typing import Any

from articles.edtf import day_in_words

from .models import Citation, Event

SITE = "Tumen: a timeline of Russia–North Korea relations"

# Django's own way of making JSON harmless inside a script element.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def linked_data(event: Event, address: str, site: str) -> str:
    """JSON-LD of the event: schema.org Event with a Quotation for each supporting passage.

    `address` is the page's own, `site` the start of all addresses. The dates stand only where the
    event is known to the day: schema.org has no place for "summer 2024". Safe to put into a page as it is.
    """
    exact = event.precision == "day" and "~" not in event.date
    record: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": event.title,
        "description": event.summary,
        "temporalCoverage": event.date or None,
        "startDate": event.earliest.isoformat() if exact and event.earliest else None,
        "endDate": event.latest.isoformat() if exact and event.latest else None,
        "location": {"@type": "Place", "name": event.place.name} if event.place else None,
        "actor": [{"@type": _TYPES.get(a.kind, "Organization"), "name": a.name} for a in event.actors.all()] or None,
        "subjectOf": [_quotation(c, site) for c in event.citations.all() if c.stance == Citation.Stance.SUPPORTS],
    }
    told = {key: value for key, value in record.items() if value}
    return json.dumps(told, ensure_ascii=False).translate(_ESCAPES)


_TYPES = {"person": "Person", "state": "Country"}


def _quotation(citation: Citation, site: str) -> dict[str, Any]:
    article = citation.passage.article
    source: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": article.display_title,
        "publisher": {"@type": "Organization", "name": article.publisher},
        "url": article.url or f"{site}{article.get_absolute_url()}",
    }
    if article.published:
        source["datePublished"] = article.published.isoformat()
    return {
        "@type": "Quotation",
        "text": citation.passage.quote,
        "url": f"{site}{citation.passage.get_absolute_url()}",
        "isPartOf": source,
    }


def citations_of(event: Event, address: str, today: date) -> list[tuple[str, str]]:
    """(style, text): Chicago, APA, BibTeX and RIS, with the day of access."""
    title, seen = event.title.rstrip("."), day_in_words(today)
    changed = event.updated_at.date()
    return [
        ("Chicago", f"“{title}.” {SITE}. Last changed {day_in_words(changed)}. Accessed {seen}. {address}."),
        ("APA", f"{title}. ({changed.year}). {SITE}. Retrieved {seen}, from {address}"),
        ("BibTeX", _bibtex(event, title, address, today)),
        ("RIS", _ris(title, address, changed, today)),
    ]


def _bibtex(event: Event, title: str, address: str, today: date) -> str:
    fields = {
        "title": f"{{{_plain(title)}}}",
        "organization": SITE,
        "year": str(event.updated_at.year),
        "url": address,
        "urldate": today.isoformat(),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{tumen-{event.slug},\n{lines}\n}}"


def _plain(words: str) -> str:
    """Without the marks that mean something to BibTeX."""
    return words.translate({ord(mark): None for mark in "{}\\"}).replace("&", "\\&").replace("%", "\\%")


def _ris(title: str, address: str, changed: date, today: date) -> str:
    tags = (("TY", "ELEC"), ("TI", title), ("T2", SITE), ("PY", str(changed.year)), ("UR", address), ("Y2", f"{today:%Y/%m/%d}"), ("ER", ""))  # fmt: skip
    return "\n".join(f"{tag}  - {value}" for tag, value in tags)
