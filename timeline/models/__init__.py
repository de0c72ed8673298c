"""What happened: the vocabulary, events and what supports them, and the record of imports."""

from .events import Citation, Event, Mention, Modality, OldSlug, StaleShelf, validate_edtf
from .imports import ImportOutcome, ImportRun
from .reports import MistakeReport
from .revision import Revision
from .vocabulary import Actor, Kind, Place, Trigger

__all__ = [
    "Actor",
    "Citation",
    "Event",
    "ImportOutcome",
    "ImportRun",
    "Kind",
    "Mention",
    "MistakeReport",
    "Modality",
    "OldSlug",
    "Place",
    "Revision",
    "StaleShelf",
    "Trigger",
    "validate_edtf",
]
