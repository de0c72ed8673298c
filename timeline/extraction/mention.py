"""EventMention: one place in one text that speaks of an event, as a value."""

from dataclasses import dataclass

from .figures import Figure


@dataclass(frozen=True, slots=True)
class Dating:
    """When, and how that was read. `basis` is stated, calculated or relative; `anchor` an ISO day or "".

    `start` and `end` are the span of the date words in the article, -1 where another sentence gives them.
    """

    edtf: str
    basis: str
    start: int
    end: int
    words: str
    explanation: str
    anchor: str = ""


# The verb of a mention whose happening no word of the vocabulary names.
UNNAMED = "…"


@dataclass(frozen=True, slots=True)
class EventMention:
    """text[start:end] is the passage. `dating` is None where the text gives no date.

    `actors` are slugs, the subject first; `visitor` is the name of one who travels and is no actor; `detail` is the rest of the clause behind the verb and
    `clause` the whole of it, without date words, for the title. `stance` is supports or context. `speaker` is who says it (slug or ""), `attribution` in words.
    `same_as` is the number of the article's dated mention that an undated one speaks of, `shelf` where
    mentions that can be the same happening stand together (shelves.py).
    """

    start: int
    end: int
    kind: str
    dating: Dating | None
    actors: tuple[str, ...]
    sides: tuple[str, ...]
    place: str
    modality: str
    attribution: str = ""
    speaker: str = ""
    stance: str = "supports"
    verb: str = ""
    detail: str = ""
    clause: str = ""
    why: str = ""
    called_off: bool = False
    figures: tuple[Figure, ...] = ()
    visitor: str = ""
    same_as: int | None = None
    shelf: str = ""
