"""A saved web page -> its article, through trafilatura (text) and htmldate (published date)."""

from datetime import date

import trafilatura
from htmldate import find_date

from .document import RawArticle
from .formats import Refused, checked

# htmldate's own lower bound is 1995; the upper one must not depend on the day of the import.
LATEST_DATE = "2100-01-01"


def read_html(html: str) -> RawArticle:
    """The article of a saved page, with the title, author, site, address and date that it carries. Raises Refused."""
    document = trafilatura.bare_extraction(html, include_comments=False, include_tables=False, with_metadata=True)
    if document is None:
        raise Refused("No article was found in this page.")
    record = document if isinstance(document, dict) else document.as_dict()
    text = (record.get("text") or "").strip()
    if not text:
        raise Refused("No article was found in this page.")
    found = find_date(html, extensive_search=False, original_date=True, max_date=LATEST_DATE)
    published = date.fromisoformat(found) if found else None
    return checked(
        RawArticle(
            text,
            title=" ".join((record.get("title") or "").split()),
            url=record.get("url") or "",
            published=published,
            published_note=f"the page's metadata says {found}" if found else "",
            source=record.get("sitename") or "",
            author=record.get("author") or "",
            language=(record.get("language") or "")[:2],
        )
    )
