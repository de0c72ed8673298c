"""What several pages share: whether a fragment is wanted, and a list of events under years and months."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.views.decorators.vary import vary_on_headers

from timeline.browsing import current_columns, lines_of
from timeline.browsing.columns import Wanted
from timeline.models import Event

NO_YEAR = "Date not known"
# So many events stand on the page of an actor, a place or a source; the timeline has them all.
ON_A_PAGE = 200

Years = list[tuple[str, list[tuple[str, list[Event]]]]]


# Every page that answers with a fragment varies on what `is_fragment` looks at.
vary_on_fragment = vary_on_headers("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


def is_fragment(request: HttpRequest) -> bool:
    """Whether only the changing part is wanted. A restored history entry needs the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request and not htmx.boosted


def by_year(events: Iterable[Event]) -> Years:
    """Events under their first possible year, and in it under their month where the date tells one."""
    return [
        (str(year) if year else NO_YEAR, [(month, list(some)) for month, some in groupby(rows, key=lambda e: e.month)])
        for year, rows in groupby(events, key=lambda e: e.year)
    ]


def own_timeline(facet: str, slug: str) -> dict[str, Any]:
    """The newest events of an actor, a place or a source, and how many there are in all."""
    found = current_columns().find(Wanted(chosen={facet: [slug]}))
    rows = lines_of(found.ids(newest_first=True)[:ON_A_PAGE])
    return {"years": by_year(rows), "total": found.total}


def event_counts(facet: str) -> dict[str, int]:
    """Slug -> how many public events have it."""
    return current_columns().find(Wanted()).counts(facet)
