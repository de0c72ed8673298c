"""How a source stands to the others: what is its own, what it alone reports, where it says otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.models import Source

from .browsing import current_columns
from .browsing.columns import Wanted
from .models import Citation, Event

# So many events stand in a list of the page.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """What the source gives for a fact of an event, and what others give."""

    event: Event
    about: str
    own: tuple[str, ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """`alone` are the newest events that no other publisher here reports, `alone_total` how many there are."""

    articles: int
    originals: int
    alone: list[Event]
    alone_total: int
    differences: list[Difference]


def standing_of(source: Source) -> Standing:
    """Counts and lists for the page of a source, in a constant number of queries."""
    columns = current_columns()
    found = columns.find(Wanted(chosen={"source": [source.slug]}))
    alone = _alone(source, found.ids(newest_first=True))
    disputed = columns.find(Wanted(chosen={"source": [source.slug]}, disputed=True))
    events = Event.objects.for_list().in_order(disputed.ids(newest_first=True)[: SHOWN * 5])
    names = columns.facets["source"].labels
    return Standing(
        articles=source.articles.count(),
        originals=source.articles.filter(derived_from=None).count(),
        alone=Event.objects.for_list().in_order(alone[:SHOWN]),
        alone_total=len(alone),
        differences=[d for event in events for d in _differences(event, source, names)][:SHOWN],
    )


def _alone(source: Source, ids: Sequence[int]) -> list[int]:
    """Those of the events whose every citation is of the source's articles."""
    others = (
        Citation.objects.filter(event__citations__passage__article__source=source)
        .exclude(stance=Citation.Stance.REJECTED)
        .exclude(passage__article__source=source)
    )
    shared = set(others.values_list("event_id", flat=True))
    return [pk for pk in ids if pk not in shared]


def _differences(event: Event, source: Source, names: Mapping[str, str]) -> Iterator[Difference]:
    for disagreement in event.disagreements:
        readings = disagreement["readings"]
        own = {r["value"] for r in readings if r["source"] == source.slug}
        others = {(names.get(r["source"], r["source"]), r["value"]) for r in readings if r["source"] != source.slug}
        if own and any(value not in own for _, value in others):
            yield Difference(event, disagreement["about"], tuple(sorted(own)), tuple(sorted(others)))
