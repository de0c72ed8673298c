"""Events that belong to one story: a plan and what came of it, and one quantity reported again later.

Worked out when a page is asked for, from what is stored, so that there is nothing to keep in step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Min, Q, QuerySet

from articles.edtf import day_in_words
from timeline.extraction.disagreements import ROUNDING
from timeline.extraction.fitting import FAMILIES, family_of

from .models import Event, Mention, Modality, Place
from .querysets import EventQuerySet

# A plan is kept so long after its date, or, without one, after it was told; later it was another plan.
LATE = timedelta(days=90)
KEPT_WITHIN = timedelta(days=365)
# People and place tell one such happening from another; of troops, arms and treaties they do not.
_FAMILIES = ("meet", "parade")
# Figures so long before and after belong to one series.
SERIES_REACH = timedelta(days=730)
# So many events are looked at for one page.
MAX_LOOKED_AT = 60

# Quantities that grow with time, so that a later figure updates an earlier one.
GROWING = (
    "soldiers killed",
    "soldiers wounded",
    "soldiers killed or wounded",
    "soldiers captured",
    "soldiers sent",
    "containers",
)
MAX_SERIES = 40


def outcome_of(plan: Event) -> Event | None:
    """The first event that did what the plan said: same family of kinds, same people, a place that fits, later."""
    if plan.modality != Modality.PLANNED or plan.called_off or family_of(plan.kind.slug) not in _FAMILIES:
        return None
    told = Event.objects.filter(pk=plan.pk).aggregate(day=Min("citations__passage__article__published"))["day"]
    return _outcome(plan, told, _parents())


def _outcome(plan: Event, told: date | None, parents: dict[int, int | None]) -> Event | None:
    if told is None:
        return None
    held = _of_one_family(plan).exclude(modality__in=(Modality.PLANNED, Modality.DENIED)).filter(called_off=False)
    until = plan.latest + LATE if plan.latest else told + KEPT_WITHIN
    rows = held.filter(earliest__gte=told, earliest__lte=until).order_by("earliest", "slug")[:MAX_LOOKED_AT]
    return next((row for row in rows if _keeps(plan, row, parents)), None)


def plans_of(event: Event) -> list[Event]:
    """The plans that this event fulfilled, the latest first."""
    if event.modality in (Modality.PLANNED, Modality.DENIED) or event.called_off or event.earliest is None:
        return []
    if family_of(event.kind.slug) not in _FAMILIES:
        return []
    plans: QuerySet[Any] = _of_one_family(event).filter(modality=Modality.PLANNED, called_off=False)
    plans = plans.filter(Q(earliest=None) | Q(earliest__lte=event.latest), first_told__lte=event.latest)
    rows = plans.order_by("-first_told", "slug")[:MAX_LOOKED_AT]
    parents = _parents()
    fitting = [plan for plan in rows if _keeps(plan, event, parents)][:3]
    return [plan for plan in fitting if _outcome(plan, plan.first_told, parents) == event]


def _of_one_family(event: Event) -> EventQuerySet:
    """Events of its family of kinds with one of its people, each with the day on which it was `first_told`."""
    family = family_of(event.kind.slug)
    kinds = [slug for slug, name in FAMILIES.items() if name == family] or [event.kind.slug]
    persons = [actor.pk for actor in event.actors.all() if actor.kind == "person"]
    wanted = persons or [actor.pk for actor in event.actors.all()]
    rows = Event.objects.public().exclude(pk=event.pk).filter(kind__slug__in=kinds, actors__in=wanted)
    told = Min("citations__passage__article__published")
    return rows.annotate(first_told=told).select_related("kind", "place").prefetch_related("actors")


def _keeps(plan: Event, event: Event, parents: dict[int, int | None]) -> bool:
    """Whether all people of the plan take part, at a place that fits."""
    planned = _people(plan)
    return bool(planned) and planned <= _people(event) and _places_agree(plan.place_id, event.place_id, parents)


def _people(event: Event) -> set[str]:
    persons = {actor.slug for actor in event.actors.all() if actor.kind == "person"}
    return persons or {actor.slug for actor in event.actors.all() if actor.kind != "media"}


def _places_agree(one: int | None, other: int | None, parents: dict[int, int | None]) -> bool:
    return one is None or other is None or one in _chain(other, parents) or other in _chain(one, parents)


def _parents() -> dict[int, int | None]:
    return dict(Place.objects.values_list("pk", "parent_id"))


def _chain(place: int | None, parents: dict[int, int | None]) -> list[int]:
    """The place and all that it lies in."""
    chain: list[int] = []
    while place is not None and place not in chain:
        chain.append(place)
        place = parents.get(place)
    return chain


@dataclass(frozen=True, slots=True)
class Point:
    """One report of a quantity: what it gave, when, and who said so; `event` is the page that shows it."""

    words: str
    value: float
    when: str
    order: tuple[str, str, str]
    speaker: str
    event: Event
    here: bool


def series_of(event: Event) -> list[tuple[str, list[Point]]]:
    """(quantity, its reports by date) for what this event gives and other events of its kind give too."""
    mine = {f["quantity"] for m in _mentions_of([event]) for f in m.details.get("figures", ())}
    wanted = [quantity for quantity in GROWING if quantity in mine]
    if not wanted or event.modality == Modality.PLANNED:
        return []
    others = Event.objects.public().filter(kind=event.kind).exclude(modality=Modality.PLANNED).exclude(pk=event.pk)
    if event.earliest:
        near = others.filter(earliest__gte=event.earliest - SERIES_REACH, earliest__lte=event.earliest + SERIES_REACH)
        others = near.order_by("earliest", "slug")
    events = [event, *others[: MAX_LOOKED_AT * 2]]
    points = _points(events, wanted, event)
    found = [(quantity, sorted(points[quantity], key=lambda p: p.order)[:MAX_SERIES]) for quantity in wanted]
    return [(quantity, rows) for quantity, rows in found if _differ([point.value for point in rows])]


def _differ(values: Sequence[float]) -> bool:
    """Whether the values are further apart than rounding."""
    return bool(values) and max(values) - min(values) > ROUNDING * max(values)


def _mentions_of(events: Sequence[Event]) -> list[Mention]:
    """The mentions behind the supporting citations of these events, with the event's key as `event_id`."""
    rows = (
        Mention.objects.filter(passage__citations__event__in=events, passage__citations__stance="supports")
        .annotate(event_id=Min("passage__citations__event", filter=Q(passage__citations__event__in=events)))
        .select_related("article", "kind")
        .defer("article__text", "article__boilerplate")
        .order_by("article__published", "article__key", "number")
    )
    return list(rows)


def _points(events: Sequence[Event], wanted: Sequence[str], here: Event) -> dict[str, list[Point]]:
    by_id = {event.pk: event for event in events}
    points: dict[str, dict[tuple[int, float], Point]] = {quantity: {} for quantity in wanted}
    for mention in _mentions_of(events):
        event = by_id[mention.event_id]  # type: ignore[attr-defined]
        for figure in mention.details.get("figures", ()):
            if figure["quantity"] not in points or mention.kind_id != event.kind_id:
                continue
            published = mention.article.published
            when = (
                event.date_words if event.date else f"told {day_in_words(published)}" if published else "date not known"
            )
            first = event.earliest.isoformat() if event.earliest else "9999"
            order = (first, published.isoformat() if published else "9999", event.slug)
            speaker = event.attribution or mention.article.publisher
            point = Point(figure["text"], figure["value"], when, order, speaker, event, event.pk == here.pk)
            points[figure["quantity"]].setdefault((event.pk, figure["value"]), point)
    return {quantity: list(rows.values()) for quantity, rows in points.items()}
