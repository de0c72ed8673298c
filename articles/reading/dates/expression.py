"""DateExpression: what find_dates returns."""

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
