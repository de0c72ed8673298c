"""The overview: how many events each decade, year, month or day holds under the filters, as bars of an SVG.

A bar counts the events that lie wholly in its time. An event known to the year only stands in no
single month; such events are counted beside the bars, never drawn where no text puts them.
"""

import calendar
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Min
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear

from articles import edtf

from .filters import EventFilterForm
from .models import Kind
from .querysets import EventQuerySet

# The drawing, in pixels upright and in percent across.
HEIGHT = 96
MAX_LABELS = {"decade": 10, "year": 9, "month": 6, "day": 8}

# The longest period, in days, that is drawn by days and by months, and in years by years.
DAYS_BY_DAY = 62
DAYS_BY_MONTH = 3 * 366
YEARS_BY_YEAR = 80


@dataclass(frozen=True, slots=True)
class Segment:
    """The events of one kind in a bar: pixels from the top, and how high."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time; `x` and `width` in percent, `value` as the period fields take it."""

    value: str
    words: str
    count: int
    x: float
    width: float
    middle: float
    label: str
    segments: tuple[Segment, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Overview:
    """`loose` events are too imprecise for one bar; `wider` is the address of the next wider period or ""."""

    grain: str
    bars: tuple[Bar, ...]
    kinds: tuple[tuple[str, str], ...]
    loose: int
    wider: str
    height: int = HEIGHT


def draw_overview(form: EventFilterForm, found: EventQuerySet) -> Overview | None:
    """The overview of the events found, None where fewer than two stretches of time could be drawn."""
    first, last = _span(form, found)
    if first is None or last is None or first > last:
        return None
    grain = _grain(first, last)
    stretches = list(_stretches(grain, first, last))
    if len(stretches) < 2:
        return None
    counts, loose = _counts(grain, found, set(stretches))
    labels = dict(Kind.objects.order_by("-rank", "slug").values_list("slug", "label"))
    shown = {kind for by_kind in counts.values() for kind in by_kind}
    kinds = tuple((slug, label) for slug, label in labels.items() if slug in shown)
    bars = _bars(form, grain, stretches, counts, [slug for slug, _ in kinds])
    return Overview(grain, bars, kinds, loose, _wider(form))


def _span(form: EventFilterForm, found: EventQuerySet) -> tuple[date | None, date | None]:
    """The chosen period, closed where it is open by the first and last event."""
    first, last = form.period
    if first is None or last is None:
        ends = found.aggregate(first=Min("earliest"), last=Max("earliest"))
        first, last = first or ends["first"], last or ends["last"]
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


def _counts(grain: str, found: EventQuerySet, stretches: set[str]) -> tuple[dict[str, dict[str, int]], int]:
    """(stretch -> kind -> events wholly in it, events that are in no single one)."""
    parts: dict[str, Any] = {"y": ExtractYear("earliest"), "y2": ExtractYear("latest")}
    if grain in ("month", "day"):
        parts |= {"m": ExtractMonth("earliest"), "m2": ExtractMonth("latest")}
    if grain == "day":
        parts |= {"d": ExtractDay("earliest"), "d2": ExtractDay("latest")}
    rows = found.order_by().annotate(**parts).values("kind__slug", *parts).annotate(n=Count("pk", distinct=True))
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    loose = 0
    for row in rows:
        one, two = _stretch_of(grain, row, ""), _stretch_of(grain, row, "2")
        if one == two and one in stretches:
            counts[one][row["kind__slug"]] += row["n"]
        elif one or two:
            loose += row["n"]
    return counts, loose


def _stretch_of(grain: str, row: dict[str, int | None], end: str) -> str:
    year = row[f"y{end}"]
    if year is None:
        return ""
    if grain == "decade":
        return f"{year // 10:03}X"
    value = f"{year:04}"
    if grain in ("month", "day"):
        value += f"-{row[f'm{end}']:02}"
    return f"{value}-{row[f'd{end}']:02}" if grain == "day" else value


def _bars(
    form: EventFilterForm, grain: str, stretches: list[str], counts: dict[str, dict[str, int]], kinds: list[str]
) -> tuple[Bar, ...]:
    highest = max((sum(counts[s].values()) for s in stretches if s in counts), default=1)
    step = 100 / len(stretches)
    every = -(-len(stretches) // MAX_LABELS[grain])
    bars = []
    for number, stretch in enumerate(stretches):
        by_kind = counts.get(stretch, {})
        segments, top = [], float(HEIGHT)
        for kind in kinds:
            if by_kind.get(kind):
                height = by_kind[kind] / highest * (HEIGHT - 4)
                top -= height
                segments.append(Segment(kind, round(top, 2), round(height, 2)))
        x = number * step
        bars.append(
            Bar(
                stretch, edtf.in_words(stretch), sum(by_kind.values()), round(x, 3), round(step, 3), round(x + step / 2, 3),
                _label(grain, stretch) if number % every == 0 else "", tuple(segments),
                form.address(**{"from": stretch, "to": stretch}),
            )
        )  # fmt: skip
    return tuple(bars)


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
