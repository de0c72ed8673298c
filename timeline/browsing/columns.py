"""What readers filter by, as columns in memory: one row an event, in date order.

A filter is a mask over the rows, a facet's counts are one `bincount`: both take the same few hundred
microseconds whatever is chosen. Plain Python with numpy; no database.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]  # [D]; NaT where no day is known

# (first day as an ordinal, last day as an ordinal, slug): where an event stands in the list.
Position = tuple[int, int, str]
_LAST = 10**7
# The number of the stretch of time of a day that is not known: further back than any.
NO_NUMBER = -(10**9)


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: pairs of a row and a value's number. An event may have several values or none.

    `labels` holds every value that can be chosen, with its name for readers; `slugs` those in use.
    """

    slugs: tuple[str, ...]
    labels: Mapping[str, str]
    rows: Numbers
    codes: Numbers

    @classmethod
    def of(cls, labels: Mapping[str, str], rows: Iterable[int], values: Iterable[str]) -> "Facet":
        """From a row and a value for each pair; a pair that comes twice counts once."""
        number = {name: n for n, name in enumerate(labels)}
        codes = np.fromiter((number.get(value, -1) for value in values), dtype=np.int64)
        where = np.fromiter(rows, dtype=np.int64, count=len(codes))
        size = max(len(number), 1)
        pairs = np.unique((where * size + codes)[codes >= 0])
        return cls(tuple(number), labels, pairs // size, pairs % size)

    def mask(self, chosen: Sequence[str], size: int) -> Mask:
        """The rows that have one of the chosen values."""
        wanted = np.array([slug in chosen for slug in self.slugs], dtype=bool)
        found = np.zeros(size, dtype=bool)
        if wanted.any():
            found[self.rows[wanted[self.codes]]] = True
        return found

    def counts(self, mask: Mask) -> dict[str, int]:
        """How many rows of the mask have each value; values that none has are left out."""
        numbers = np.bincount(self.codes[mask[self.rows]], minlength=len(self.slugs))
        return {self.slugs[code]: int(numbers[code]) for code in np.flatnonzero(numbers)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks for. `first` and `last` close a period; `ids` are the events that a search found,
    `ranked` when they come in the order in which they are to be listed."""

    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    within: bool = False
    least: int = 0
    disputed: bool = False
    ids: Sequence[int] | None = None
    ranked: bool = False


@dataclass(frozen=True)
class Columns:
    """All public events. The rows stand in list order, oldest first: first day, last day, slug; unknown days last."""

    ids: Numbers
    slugs: Sequence[str]
    earliest: Days
    latest: Days
    independent: Numbers
    disputed: Mask
    facets: Mapping[str, Facet]

    @cached_property
    def newest(self) -> Numbers:
        """The rows, newest first: by first day backwards, all else as it was, undated ones last."""
        known = ~np.isnat(self.earliest)
        ordinals = np.where(known, -self.earliest.astype("datetime64[D]").astype(np.int64), _LAST)
        return np.argsort(ordinals, kind="stable")

    @cached_property
    def oldest(self) -> Numbers:
        return np.arange(len(self.ids))

    def numbered(self, grain: str) -> tuple[Numbers, Numbers]:
        """Each row's first and last decade, year, month or day, as `numbers_of` counts them."""
        if grain not in self._numbered:
            self._numbered[grain] = (numbers_of(self.earliest, grain), numbers_of(self.latest, grain))
        return self._numbered[grain]

    @cached_property
    def _numbered(self) -> dict[str, tuple[Numbers, Numbers]]:
        return {}

    def find(self, wanted: Wanted) -> "Found":
        """The events that fit, with each filter's own mask, so that a facet can be counted without itself."""
        masks: dict[str, Mask] = {}
        size = len(self.ids)
        for name, chosen in wanted.chosen.items():
            if chosen:
                masks[name] = self.facets[name].mask(chosen, size)
        if wanted.first or wanted.last:
            masks["period"] = self._in_period(wanted.first, wanted.last, wanted.within)
        if wanted.least:
            masks["least"] = self.independent >= wanted.least
        if wanted.disputed:
            masks["disputed"] = self.disputed
        if wanted.ids is not None:
            masks["q"] = np.isin(self.ids, np.array(wanted.ids, dtype=np.int64))
        ranking = self._rows_of(wanted.ids) if wanted.ids is not None and wanted.ranked else None
        return Found(self, masks, ranking)

    def _rows_of(self, ids: Sequence[int]) -> Numbers:
        """The rows of these events, in their order, without those that are not public."""
        wanted = np.array(ids, dtype=np.int64)
        order = np.argsort(self.ids)
        at = np.searchsorted(self.ids, wanted, sorter=order)
        rows = order[np.minimum(at, len(order) - 1)] if len(order) else at
        return rows[self.ids[rows] == wanted] if len(order) else rows[:0]

    def _in_period(self, first: date | None, last: date | None, within: bool) -> Mask:
        """Events whose span overlaps the period, or lies wholly `within` it; undated ones are in no period."""
        one, two = np.datetime64(first, "D"), np.datetime64(last, "D")
        no_first, no_last = np.isnat(self.earliest), np.isnat(self.latest)
        found: Mask = np.ones(len(self.ids), dtype=bool)
        if first:
            found &= self.earliest >= one if within else (self.latest >= one) | (no_last & ~no_first)
        if last:
            found &= self.latest <= two if within else (self.earliest <= two) | (no_first & ~no_last)
        return found


@dataclass(frozen=True)
class Found:
    """The events under some filters."""

    columns: Columns
    masks: Mapping[str, Mask]
    ranking: Numbers | None = None

    @cached_property
    def mask(self) -> Mask:
        return self._mask()

    def _mask(self, without: str = "") -> Mask:
        found: Mask = np.ones(len(self.columns.ids), dtype=bool)
        for name, mask in self.masks.items():
            if name != without:
                found &= mask
        return found

    @cached_property
    def total(self) -> int:
        return int(np.count_nonzero(self.mask))

    def counts(self, name: str) -> dict[str, int]:
        """How many events each value of the facet would show under the other filters."""
        return self.columns.facets[name].counts(self._mask(without=name) if name in self.masks else self.mask)

    def rows(self, newest_first: bool) -> Numbers:
        """The rows in list order: best fit first where the search ranked them."""
        if self.ranking is not None:
            return self.ranking[self.mask[self.ranking]]
        order = self.columns.newest if newest_first else self.columns.oldest
        return order[self.mask[order]]

    def ids(self, newest_first: bool = False) -> list[int]:
        """The events' keys in list order."""
        return self.columns.ids[self.rows(newest_first)].tolist()  # type: ignore[no-any-return]

    def page(
        self, newest_first: bool, size: int, after: Position | None = None, before: Position | None = None
    ) -> "Page":
        """At most `size` events behind or in front of a position, which need not be in the list any more."""
        rows = self.rows(newest_first)
        start, end = 0, min(size, len(rows))
        if after is not None:
            start = self._bisect(rows, after, newest_first, behind=True)
            end = min(start + size, len(rows))
        elif before is not None:
            end = self._bisect(rows, before, newest_first, behind=False)
            start = max(0, end - size)
        slugs = self.columns.slugs
        return Page(
            self.columns.ids[rows[start:end]].tolist(),
            slugs[rows[end - 1]] if start < end < len(rows) else "",
            slugs[rows[start]] if 0 < start < end else "",
        )

    def _bisect(self, rows: Numbers, at: Position, newest_first: bool, behind: bool) -> int:
        """Where in the list the position is: the number of rows up to it, with itself when `behind`."""
        if self.ranking is not None:
            here = [n for n, row in enumerate(rows) if self.columns.slugs[row] == at[2]]
            return here[0] + behind if here else len(rows) if behind else 0
        return (bisect_right if behind else bisect_left)(
            rows, _key(at, newest_first), key=lambda row: self._key(row, newest_first)
        )

    def _key(self, row: int, newest_first: bool) -> Position:
        first, last = self.columns.earliest[row].item(), self.columns.latest[row].item()
        return _key(position_of(first, last, self.columns.slugs[row]), newest_first)


@dataclass(frozen=True, slots=True)
class Page:
    """Keys of the events on a page; the slugs to go on from, each way, "" at an end of the list."""

    ids: list[int]
    after: str
    before: str


def numbers_of(days: Days, grain: str) -> Numbers:
    """Each day's "decade", "year", "month" or "day", numbered without gaps; NO_NUMBER where no day is known."""
    unit = {"decade": "Y", "year": "Y", "month": "M", "day": "D"}[grain]
    numbers = days.astype(f"datetime64[{unit}]").astype(np.int64)
    if grain == "decade":
        numbers = (numbers + 1970) // 10
    return np.where(np.isnat(days), NO_NUMBER, numbers)


def position_of(earliest: date | None, latest: date | None, slug: str) -> Position:
    """Where an event stands in the list, oldest first."""
    return (earliest.toordinal() if earliest else _LAST, latest.toordinal() if latest else _LAST, slug)


def _key(position: Position, newest_first: bool) -> Position:
    first, last, slug = position
    return (-first if newest_first and first != _LAST else first, last, slug)
