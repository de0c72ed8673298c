"""Which shelves must be merged anew, and in which parts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Count, F

from articles.models import Article, Passage
from articles.parts import parts
from timeline.models import Citation, Event, Mention, StaleShelf

# So many mentions are merged in one transaction: memory stays small, and an interruption loses little.
MENTIONS_AT_ONCE = 4000
SHELVES_OF_A_LARGE_IMPORT = 20


def mark_stale(shelves: Iterable[str]) -> None:
    """Notes that these shelves' events must be made anew. The caller holds the transaction."""
    StaleShelf.objects.bulk_create([StaleShelf(shelf=s) for s in sorted(set(shelves))], ignore_conflicts=True)


def mark_articles_stale(article_ids: Iterable[int]) -> None:
    """The shelves on which these articles, and all that copy them, have mentions."""
    pending, seen = set(article_ids), set[int]()
    while pending:
        seen |= pending
        pending = set(_copies_of(pending)) - seen
    for part in parts(sorted(seen)):
        mark_stale(Mention.objects.filter(article__in=part).values_list("shelf", flat=True).distinct())


def _copies_of(article_ids: Iterable[int]) -> Iterator[int]:
    for part in parts(sorted(article_ids)):
        yield from Article.objects.filter(derived_from__in=part).values_list("id", flat=True)


def mark_all_stale() -> None:
    """Every shelf that holds a mention or an event."""
    mark_stale(Mention.objects.values_list("shelf", flat=True).distinct())
    mark_stale(Event.objects.values_list("shelf", flat=True).distinct())


def renew_statistics() -> None:
    """Lets PostgreSQL count the tables that an import has just filled.

    It does so by itself within minutes; until then it takes them for empty, and may join thousands of rows as if they
    were ten. SQLite plans by the indexes alone.
    """
    if connection.vendor == "postgresql" and StaleShelf.objects.count() >= SHELVES_OF_A_LARGE_IMPORT:
        tables = ", ".join(model._meta.db_table for model in (Article, Passage, Mention, Citation, Event))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {tables}")


def stale_parts() -> Iterator[list[str]]:
    """The stale shelves in parts that can be merged each in its own transaction.

    An event whose mentions have moved to another shelf (its article got another date) must meet them
    there, so the two shelves stand in one part.
    """
    stale = sorted(StaleShelf.objects.values_list("shelf", flat=True))
    sizes: dict[str, int] = defaultdict(int)
    for part in parts(stale):
        counts = Mention.objects.filter(shelf__in=part).values_list("shelf").annotate(n=Count("id"))
        sizes.update(dict(counts.order_by()))
    chosen: list[str] = []
    for group in _groups(stale):
        if chosen and sum(sizes[s] for s in (*chosen, *group)) > MENTIONS_AT_ONCE:
            yield chosen
            chosen = []
        chosen += group
    if chosen:
        yield chosen


def _groups(stale: list[str]) -> list[list[str]]:
    """The shelves, those together between which an event's passages have moved."""
    group = {shelf: [shelf] for shelf in stale}
    for part in parts(stale):
        left = (
            Citation.objects.filter(event__shelf__in=part, passage__mentions__isnull=False)
            .exclude(passage__mentions__shelf=F("event__shelf"))
            .values_list("event__shelf", "passage__mentions__shelf")
            .order_by()  # the order of citations would make every one of them distinct
            .distinct()
        )
        for old, new in sorted(left):
            if new in group and group[old] is not group[new]:
                joined = sorted(group[old] + group[new])
                group.update(dict.fromkeys(joined, joined))
    return [members for shelf, members in sorted(group.items()) if members[0] == shelf]
