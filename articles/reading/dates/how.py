"""How the value of a date is known: what it was counted from, with the words for its explanation."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["text", "published", "told", "event", ""]

_BASIS: dict[Origin, str] = {
    "text": "stated", "published": "calculated", "told": "calculated", "event": "relative", "": "unresolved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class How:
    """`origin` is what the value was counted from: "text" (nothing, it is stated), the "published" date, a date
    that the text has "told" before, an "event" that it names after it, or "" where nothing gives a value.
    """

    words: str
    origin: Origin

    @classmethod
    def published(cls, words: str) -> "How":
        return cls(words, "published")

    @classmethod
    def told(cls, words: str) -> "How":
        return cls(words, "told")

    @property
    def basis(self) -> str:
        """stated, calculated, relative or unresolved, as DateExpression has it."""
        return _BASIS[self.origin]

    def of_several(self) -> "How":
        """ "the nearest such day" of two or more."""
        return How(self.words.replace("such day ", "such days ").replace("such month ", "such months "), self.origin)


STATED = How("stated", "text")
FROM_PUBLISHED = How.published("counted from the published date")
FROM_TOLD = How.told("counted from the date before it")
NEAREST_DAY = How.published("the nearest such day to the published date")
NEAREST_MONTH = How.published("the nearest such month to the published date")
