"""Lists in pieces."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def parts(items: Sequence[Item], size: int = 500) -> Iterator[Sequence[Item]]:
    """The list in pieces short enough for the parameters of one query."""
    for first in range(0, len(items), size):
        yield items[first : first + size]
