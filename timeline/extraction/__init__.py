"""Plain Python: event mentions out of a document, and events out of mentions."""

from .figures import Figure
from .mention import Dating, EventMention
from .mentions import find_mentions
from .merging import merge_mentions
from .sighting import MergedEvent, Origin, Sighting
from .vocabulary import PARTIES, Actor, Kind, Place, Trigger, Vocabulary

__all__ = [
    "PARTIES",
    "Actor",
    "Dating",
    "EventMention",
    "Figure",
    "Kind",
    "MergedEvent",
    "Origin",
    "Place",
    "Sighting",
    "Trigger",
    "Vocabulary",
    "find_mentions",
    "merge_mentions",
]
