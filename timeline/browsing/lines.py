"""The lines of a list: events with the names that each of them shows."""

from collections import defaultdict
from collections.abc import Sequence

from timeline.models import Actor, Event

from .snapshot import current_names


def lines_of(ids: Sequence[int]) -> list[Event]:
    """These events in this order, with kind, place and `who`; two queries for any number of them.

    The names come from memory: the vocabulary is small, and is read once for each state of the timeline.
    """
    names = current_names()
    events = Event.objects.for_list().in_order(ids)
    who: dict[int, list[Actor]] = defaultdict(list)
    takes_part = Event.actors.through.objects.filter(event__in=ids).values_list("event_id", "actor_id")
    for pk, actor in takes_part:
        if actor in names.actors:
            who[pk].append(names.actors[actor])
    for event in events:
        if event.kind_id in names.kinds:
            event.kind = names.kinds[event.kind_id]
        if event.place_id is not None and event.place_id in names.places:
            event.place = names.places[event.place_id]
        event.who = sorted(who[event.pk], key=lambda actor: (actor.name, actor.pk))
    return events
