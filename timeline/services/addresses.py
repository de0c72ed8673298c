"""Addresses of events: their slugs, from title and date, numbered where two would be the same.

The number must not depend on what was imported first. Events of one base are counted shelf by shelf,
in the order of the shelves' names; on a shelf that is not merged now, in the order that they have.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Q
from django.utils.text import slugify

from articles.parts import parts
from timeline.extraction import MergedEvent
from timeline.models import Event, OldSlug

MAX_SLUG = 90

# Slugs that no merge made: of events that an editor added.
_SET_BY_EDITORS = Q(slug_base="") | ~Q(slug__startswith=F("slug_base"))


@dataclass(frozen=True, slots=True)
class Address:
    """A slug and what it is without its number."""

    slug: str
    base: str


def base_of(event: MergedEvent) -> str:
    return slugify(f"{event.title} {event.date.replace('/', ' to ') or 'undated'}")[:MAX_SLUG].strip("-")


def give_addresses(
    merged: Sequence[MergedEvent],
    matched: Mapping[int, Event],
    shelves: Collection[str],
    editors: Collection[str],
    left: Collection[str],
) -> list[Address]:
    """An address for each merged event; events of other shelves that share a base are renumbered too.

    `matched` are the rows that stand for merged events, `shelves` those that are merged now, `editors`
    the slugs of rows on these shelves that are the editors', `left` the bases that their events had before:
    where one has got another base or is gone, the others of its old base move up.
    """
    bases = [base_of(event) for event in merged]
    here = set(shelves)
    elsewhere = Event.objects.filter(_SET_BY_EDITORS).values_list("slug", "shelf")
    taken = {*editors, *(slug for slug, shelf in elsewhere if shelf not in here)}
    queues: dict[str, list[tuple[str, int, int | Event]]] = defaultdict(list)
    for number, (event, base) in enumerate(zip(merged, bases, strict=True)):
        queues[base].append((event.shelf, number, number))
    for number, row in enumerate(_others({*bases, *left}, here)):
        queues[row.slug_base].append((row.shelf, number, row))
    addresses = [Address("", base) for base in bases]
    renumbered: list[tuple[Event, str]] = []
    for base, queue in queues.items():
        count = 0
        for _, _, item in sorted(queue, key=lambda entry: entry[:2]):
            kept = matched.get(item) if isinstance(item, int) else item
            if kept is not None and "slug" in kept.edited_fields:
                slug = kept.slug
            else:
                slug, count = _next(base, count, taken)
            if isinstance(item, int):
                addresses[item] = Address(slug, base)
            elif item.slug != slug:
                renumbered.append((item, slug))
    _move([(row, addresses[number].slug) for number, row in matched.items()] + renumbered, renumbered)
    _clear({address.slug for address in addresses})
    return addresses


def _next(base: str, count: int, taken: Collection[str]) -> tuple[str, int]:
    while True:
        count += 1
        slug = base if count == 1 else f"{base}-{count}"
        if slug not in taken:
            return slug, count


def _others(bases: set[str], here: set[str]) -> list[Event]:
    """Machine-made events of the other shelves with these bases, each shelf's in the order of their numbers."""
    found: list[Event] = []
    for part in parts(sorted(bases)):
        rows = Event.objects.filter(slug_base__in=part).only("slug", "slug_base", "shelf", "edited_fields")
        found += [row for row in rows if row.shelf not in here]
    return sorted(found, key=lambda row: (row.slug_base, row.shelf, len(row.slug), row.slug))


def _move(wanted: Sequence[tuple[Event, str]], renumbered: Sequence[tuple[Event, str]]) -> None:
    """Sets changing addresses aside first, so that two events can change theirs in turn; old ones lead on."""
    for row, slug in wanted:
        if row.slug != slug:
            OldSlug.objects.update_or_create(slug=row.slug, defaults={"event": row})
            Event.objects.filter(pk=row.pk).update(slug=f"moving-{row.pk}")
    for row, slug in renumbered:
        Event.objects.filter(pk=row.pk).update(slug=slug)
    _clear({slug for _, slug in renumbered})


def _clear(slugs: set[str]) -> None:
    """An address in use is no old one."""
    for part in parts(sorted(slugs)):
        OldSlug.objects.filter(slug__in=part).delete()
