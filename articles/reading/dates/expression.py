"""DateExpression: what find_dates returns."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a text that name a time.

    `text[start:end] == self.text`. `timex_type` is DATE, TIME, DURATION or SET and `timex_value` the
    TIMEX3 value. `edtf` is None where the words name no calendar date. `basis` is stated, calculated,
    relative (counted from an event: `relation` is (unit, signed number)) or unresolved; `anchor` is
    the date counted from. `explanation` is one sentence for readers.
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex_value: str
    edtf: str | None
    explanation: str
    anchor: date | None
    basis: str
    rule: str
    mod: str = ""
    relation: tuple[str, float] | None = None


def without_overlaps(found: list[DateExpression], more: list[DateExpression]) -> list[DateExpression]:
    """`found`, in which nothing overlaps, with those of `more` that overlap none of it, in text order."""
    result = sorted(found, key=lambda d: d.start)
    starts = [d.start for d in result]
    free: list[DateExpression] = []
    for expression in sorted(more, key=lambda d: d.start):
        index = bisect_right(starts, expression.start)
        clear = (index == 0 or result[index - 1].end <= expression.start) and (
            index == len(starts) or expression.end <= starts[index]
        )
        if clear and not (free and expression.start < free[-1].end):
            free.append(expression)
    return sorted(result + free, key=lambda d: d.start)
