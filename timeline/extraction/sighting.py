"""Mentions with the articles that they stand in, and what several of them add up to."""

from dataclasses import dataclass

from .mention import EventMention


@dataclass(frozen=True, slots=True)
class Origin:
    """The article of a mention, as far as merging needs it.

    `key` identifies the article by its content; `published` is an ISO day or ""; `source` the slug of
    its publisher or ""; `root` the key of the article that it copies, or its own.
    """

    key: str
    published: str = ""
    source: str = ""
    root: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with the article that it stands in, its number there, and the id its storage knows it by."""

    mention: EventMention
    origin: Origin
    id: int = 0
    number: int = 0


@dataclass(slots=True)
class MergedEvent:
    """What the sightings of one happening add up to. `sightings` are in canonical order."""

    sightings: list[Sighting]
    kind: str
    date: str
    actors: tuple[str, ...]
    place: str
    modality: str
    title: str = ""
    called_off: bool = False
    attribution: str = ""
    shelf: str = ""
    lead: Sighting | None = None
    dating: Sighting | None = None
