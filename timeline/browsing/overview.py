"""The overview: how many events each decade, year, month or day holds under the filters, as bars of an SVG.

A bar counts the events that lie wholly in its time. An event known to the year only stands in no
single month; such events are counted beside the bars, never drawn where no text puts them.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import numpy as np

from articles import edtf

from .columns import NO_NUMBER, Found, numbers_of
from .form import EventFilterForm
from .snapshot import current_names

# The drawing is so many pixels high; across, a bar is 1 wide, and labels are placed in percent.
HEIGHT = 96
MAX_LABELS = {"decade": 10, "year": 9, "month": 6, "day": 8}

# The longest period, in days, that is drawn by days and by months, and in years by years.
DAYS_BY_DAY = 62
DAYS_BY_MONTH = 3 * 366
YEARS_BY_YEAR = 80

# No decade before this year can be written down as a date.
FIRST_YEAR = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time, numbered from the left: `middle` in percent, `value` as the period fields take it."""

    number: int
    value: str
    name: str
    count: int
    middle: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Shape:
    """The bars up to the top of one kind of event, as an SVG path; the shapes before it are drawn over this one."""

    kind: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Overview:
    """`loose` events are too imprecise for one bar; `wider` is the address of the next wider period or ""."""

    grain: str
    bars: tuple[Bar, ...]
    shapes: tuple[Shape, ...]
    loose: int
    wider: str
    height: int = HEIGHT

    @property
    def labelled(self) -> list[Bar]:
        """The bars that have a label under them; not all have room for one."""
        return [bar for bar in self.bars if bar.label]


def draw_overview(form: EventFilterForm) -> Overview | None:
    """The overview of the events that the form finds, None where fewer than two stretches of time could be drawn."""
    found = form.found
    first, last = _span(form)
    if first is None or last is None or first > last:
        return None
    first = max(first, date(FIRST_YEAR, 1, 1))
    grain = _grain(first, last)
    stretches = list(_stretches(grain, first, last))
    if len(stretches) < 2:
        return None
    counts, loose = _counts(grain, found, stretches, first)
    labels = {kind.slug: kind.label for kind in current_names().kinds.values()}
    return Overview(
        grain, _bars(form, grain, stretches, counts), _shapes(stretches, counts, labels), loose, _wider(form)
    )


def _span(form: EventFilterForm) -> tuple[date | None, date | None]:
    """The chosen period, closed where it is open by the first and last event."""
    first, last = form.period
    days = form.found.columns.earliest[form.found.mask]
    days = days[~np.isnat(days)]
    if len(days):
        first, last = first or days.min().item(), last or days.max().item()
    return first, last


def _grain(first: date, last: date) -> str:
    days = (last - first).days
    if days <= DAYS_BY_DAY:
        return "day"
    if days <= DAYS_BY_MONTH:
        return "month"
    return "year" if last.year - first.year < YEARS_BY_YEAR else "decade"


def _stretches(grain: str, first: date, last: date) -> Iterator[str]:
    """The dates (EDTF) of all stretches from the first day to the last."""
    if grain == "day":
        for number in range((last - first).days + 1):
            yield (first + timedelta(days=number)).isoformat()
    elif grain == "month":
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield f"{number // 12:04}-{number % 12 + 1:02}"
    elif grain == "year":
        for year in range(first.year, last.year + 1):
            yield f"{year:04}"
    else:
        for decade in range(first.year // 10, last.year // 10 + 1):
            yield f"{decade:03}X"


def _counts(grain: str, found: Found, stretches: list[str], first: date) -> tuple[dict[str, dict[str, int]], int]:
    """(stretch -> kind -> events wholly in it, events that are in no single one)."""
    kinds = found.columns.facets["kind"]
    rows = kinds.rows[found.mask[kinds.rows]]
    codes = kinds.codes[found.mask[kinds.rows]]
    one, two = found.columns.numbered(grain)
    one, two = one[rows], two[rows]
    start = int(numbers_of(np.array([first], dtype="datetime64[D]"), grain)[0])
    inside = (one == two) & (one >= start) & (one < start + len(stretches))
    size = len(kinds.slugs)
    table = np.bincount((one[inside] - start) * size + codes[inside], minlength=len(stretches) * size)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for cell in np.flatnonzero(table):
        counts[stretches[cell // size]][kinds.slugs[cell % size]] = int(table[cell])
    loose = ~inside & ((one != NO_NUMBER) | (two != NO_NUMBER))
    return counts, int(np.count_nonzero(loose))


def _bars(
    form: EventFilterForm, grain: str, stretches: list[str], counts: dict[str, dict[str, int]]
) -> tuple[Bar, ...]:
    step = 100 / len(stretches)
    every = -(-len(stretches) // MAX_LABELS[grain])
    bars = []
    address_of = form.address_of_a_time()
    for number, stretch in enumerate(stretches):
        count = sum(counts[stretch].values()) if stretch in counts else 0
        bars.append(
            Bar(
                number=number,
                value=stretch,
                name=f"{edtf.in_words(stretch)}: {count} event{'' if count == 1 else 's'}",
                count=count,
                middle=f"{(number + 0.5) * step:.3f}",
                label=_label(grain, stretch) if number % every == 0 else "",
                address=address_of(stretch),
            )
        )
    return tuple(bars)


def _shapes(stretches: list[str], counts: dict[str, dict[str, int]], labels: Mapping[str, str]) -> tuple[Shape, ...]:
    """One shape a kind, piled upon each other in the order of the labels; the highest bar fills the room."""
    highest = max((sum(by_kind.values()) for by_kind in counts.values()), default=1)
    unit = (HEIGHT - 4) / highest
    piled = [0] * len(stretches)
    shapes = []
    for kind, label in labels.items():
        added = [(number, counts[s][kind]) for number, s in enumerate(stretches) if s in counts and kind in counts[s]]
        for number, count in added:
            piled[number] += count
        if added:
            shapes.append(Shape(kind, label, _skyline([HEIGHT - count * unit for count in piled])))
    return tuple(shapes)


def _skyline(tops: list[float]) -> str:
    """The path over bars that reach up to `tops` from the ground; neighbours of one height are one line."""
    path, number = [f"M0 {HEIGHT}"], 0
    for top, run in groupby(tops):
        number += sum(1 for _ in run)
        path.append(f"V{top:.1f}H{number}")
    return "".join([*path, f"V{HEIGHT}z"])


def _label(grain: str, stretch: str) -> str:
    if grain == "decade":
        return f"{stretch[:3]}0s"
    if grain == "year":
        return stretch
    month = calendar.month_abbr[int(stretch[5:7])]
    return f"{month} {stretch[:4]}" if grain == "month" else f"{int(stretch[8:])} {month}"


def _wider(form: EventFilterForm) -> str:
    """One step out: from a month to its year, from any other period to the whole."""
    first, last = form.value("from"), form.value("to")
    if not first and not last:
        return ""
    if first == last and edtf.precision(first) in ("day", "month"):
        outer = first[:7] if edtf.precision(first) == "day" else first[:4]
        return form.address(**{"from": outer, "to": outer})
    return form.address(**{"from": "", "to": ""})
