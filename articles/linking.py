"""link_copies: which stored article copies which."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from .models import Article, CopyKey
from .parts import parts
from .reading.copies import COPY_SHARE, Comparison, Telling, compare, is_copy, telling_of
from .reading.header import host_of

# An article is compared with so many of those that share a fingerprint with it: those that share most.
MAX_CANDIDATES = 20
# So many texts are kept ready for comparing, some 10 KB each.
MAX_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class _Head:
    """What decides who can copy whom, without the text."""

    id: int
    key: str
    published: date | None
    source_id: int | None
    agency_id: int | None
    url: str
    original_domain: str
    derived_from_id: int | None
    derived_explanation: str

    @property
    def precedence(self) -> tuple[object, ...]:
        """Who comes first: the earlier date, then the known publisher, then the agency's own text, then the key."""
        return (
            self.published.isoformat() if self.published else "9999",
            self.source_id is None,
            self.agency_id is None,
            self.key,
        )

    @property
    def set_by_editor(self) -> bool:
        """Whether an editor has decided what the article is derived from."""
        return self.derived_explanation.startswith("Set by an editor")

    def names(self, other: "_Head") -> bool:
        """Whether it names the other's site as its original source."""
        return bool(self.original_domain) and host_of(other.url).endswith(self.original_domain)

    def can_copy(self, other: "_Head") -> bool:
        return not other.names(self) and (self.names(other) or other.precedence < self.precedence)


_HEAD = tuple(_Head.__dataclass_fields__)


@transaction.atomic
def link_copies(article_ids: Collection[int]) -> set[int]:
    """Finds for these articles, and for those that share a fingerprint with them, what each copies.

    Returns the ids of the articles whose origin changed. The result depends on the set of stored
    articles only, not on the order in which they came.
    """
    changed: set[int] = set()
    tellings = _Tellings()
    queue = sorted(set(article_ids).union(*(found.keys() for _, found in _sharing(sorted(article_ids)))))
    for part in parts(queue):
        candidates = dict(_sharing(part))
        heads = _heads(set(part).union(*(found.keys() for found in candidates.values())))
        possible = {pk: _possible(heads[pk], candidates.get(pk, Counter()), heads) for pk in part}
        tellings.load({pk for one, others in possible.items() if others for pk in (one, *(h.id for h in others))})
        changed.update(pk for pk in part if _link(heads[pk], possible[pk], tellings))
    return changed


def _link(head: _Head, possible: Sequence[_Head], tellings: "_Tellings") -> bool:
    """Sets what the article is derived from; whether that is another article than before."""
    if head.set_by_editor:
        return False
    origin, comparison = _origin_of(head, possible, tellings)
    if (origin.id if origin else None) == head.derived_from_id:
        return False
    Article.objects.filter(pk=head.id).update(
        derived_from=origin.id if origin else None,
        derived_share=round(max(comparison.words, comparison.sentences), 3) if comparison else None,
        derived_explanation=_explained(head, origin, comparison) if origin and comparison else "",
    )
    return True


def _possible(head: _Head, shared: Counter[int], heads: dict[int, _Head]) -> list[_Head]:
    """The articles that this one may copy, the earliest first."""
    closest = sorted(shared, key=lambda pk: (-shared[pk], _days_apart(head, heads[pk]), heads[pk].key))[:MAX_CANDIDATES]
    return sorted((heads[pk] for pk in closest if head.can_copy(heads[pk])), key=lambda other: other.precedence)


def _origin_of(head: _Head, possible: Sequence[_Head], tellings: "_Tellings") -> tuple[_Head | None, Comparison | None]:
    """The earliest article that this one copies, with how much of it stands there."""
    for other in possible:
        named = head.names(other)
        comparison = compare(tellings[head.id], tellings[other.id], named=named)
        if is_copy(comparison, named):
            return other, comparison
    return None, None


def _days_apart(head: _Head, other: _Head) -> int:
    return abs((head.published - other.published).days) if head.published and other.published else 10**6


def _sharing(article_ids: Sequence[int]) -> Iterator[tuple[int, Counter[int]]]:
    """(article, how many fingerprints it shares with which others), for those that share any."""
    for part in parts(article_ids):
        mine = list(CopyKey.objects.filter(article__in=part).values_list("article_id", "value"))
        holders: dict[str, list[int]] = defaultdict(list)
        # The values go into the query as they are: joined, a table not counted since it was empty is read once a row.
        for values in parts(sorted({value for _, value in mine})):
            for value, pk in CopyKey.objects.filter(value__in=values).values_list("value", "article_id"):
                holders[value].append(pk)
        found: dict[int, Counter[int]] = defaultdict(Counter)
        for pk, value in mine:
            if len(holders[value]) > 1:
                found[pk].update(holders[value])
        for pk, shared in found.items():
            del shared[pk]
            yield pk, shared


def _heads(article_ids: Iterable[int]) -> dict[int, _Head]:
    found = {}
    for part in parts(sorted(article_ids)):
        for row in Article.objects.filter(pk__in=part).values_list(*_HEAD):
            found[row[0]] = _Head(*row)
    return found


class _Tellings(dict[int, Telling]):
    """What articles tell, kept while one call compares many."""

    def load(self, article_ids: Collection[int]) -> None:
        """Makes those of the articles ready that are not; others may go to make room."""
        if len(self.keys() | article_ids) > MAX_KEPT:
            self.clear()
        for part in parts(sorted(set(article_ids) - self.keys())):
            for pk, text, boilerplate in Article.objects.filter(pk__in=part).values_list("id", "text", "boilerplate"):
                self[pk] = telling_of(_story(text, boilerplate))


def _story(text: str, boilerplate: Iterable[tuple[int, int, str]]) -> str:
    """The text without what reading marked as boilerplate."""
    position, kept = 0, []
    for start, end, _ in sorted(boilerplate):
        kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    return "\n\n".join(kept)


def _explained(head: _Head, origin: _Head, comparison: Comparison) -> str:
    """How much of the other text it holds and in which way, and how sure it is which came first."""
    share = max(comparison.words, comparison.sentences)
    how = "word for word" if comparison.words >= COPY_SHARE else "retold, sentence by sentence"
    return f"{share:.0%} of it stands in the other text too, {how}. {_direction(head, origin)}"


def _direction(head: _Head, origin: _Head) -> str:
    if head.names(origin):
        return f"It names {head.original_domain} as its original source."
    if not head.published or not origin.published:
        return "Which of the two came first is not certain: a date is missing."
    days = (head.published - origin.published).days
    if days > 0:
        return f"It was published {days} day{'' if days == 1 else 's'} later."
    return "Both are of the same day: which came first is not certain."
