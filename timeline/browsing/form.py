"""The one filter object: it validates the query string, applies itself, counts its choices and says itself in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from articles import edtf
from articles.reading.dates import find_dates
from timeline.searching import Query, matching_ids, parse_query

from .columns import Found, Wanted
from .snapshot import current_columns

SWITCHES = ("least", "disputed", "within")
FACETS = ("kind", "actor", "place", "source", "outlet", "modality", "precision", "basis", "status")
ORDERS = (("newest", "Newest first"), ("oldest", "Oldest first"), ("best", "Best match first"))
# A facet shows this many choices until a reader asks for more of it; kinds are few.
CHOICES_AT_ONCE, KINDS_AT_ONCE, MOST_CHOICES = 7, 20, 200
MAX_QUERY = 200
LEAST = (("", "any number"), ("1", "at least 1"), ("2", "at least 2"), ("3", "at least 3"))

_HEADINGS = {
    "kind": "Kind",
    "actor": "Who",
    "place": "Where",
    "source": "Source",
    "outlet": "Kind of source",
    "modality": "How sure",
    "precision": "Date known to",
    "basis": "How the date is known",
    "status": "Checked",
}


class PeriodField(forms.CharField):
    """A date as people write it ("June 2024", "2019", "2024-06-19"), as EDTF."""

    def clean(self, value: Any) -> str:
        words: str = super().clean(value)
        if not words:
            return ""
        try:
            edtf.bounds(words)
            return words
        except edtf.BadDate:
            pass
        # Typed "june 2024" is June; in a text it would have its capital.
        found = [d for d in find_dates(words.title(), published=date.today()) if d.edtf]
        if found:
            return max(found, key=lambda d: d.end - d.start).edtf or ""
        raise forms.ValidationError(f"“{words}” is not a date. Write it like 2019, June 2024 or 2024-06-19.")


class EventFilterForm(forms.Form):
    """Reads `q, from, to` and the facets; unknown keys and values are ignored or explained, never an error page."""

    q = forms.CharField(required=False, max_length=MAX_QUERY, strip=True)
    order = forms.ChoiceField(required=False, choices=ORDERS)
    least = forms.ChoiceField(required=False, choices=LEAST)
    disputed = forms.BooleanField(required=False)
    within = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.fields["from"] = PeriodField(required=False, max_length=40)
        self.fields["to"] = PeriodField(required=False, max_length=40)
        self.chosen = {
            facet: list(dict.fromkeys(v for v in data.getlist(facet) if v and "\x00" not in v))[:20] for facet in FACETS
        }
        # Facets that a reader has unfolded. That is no filter: it stays out of the address.
        self.unfolded = [facet for facet in FACETS if facet in data.getlist("more")]
        self.full_clean()

    def clean(self) -> dict[str, Any]:
        """Explains a period whose end lies before its start."""
        values: dict[str, Any] = super().clean() or {}
        first, last = values.get("from"), values.get("to")
        if first and last:
            earliest, latest = edtf.bounds(first)[0], edtf.bounds(last)[1]
            if earliest and latest and earliest > latest:
                self.add_error("to", f"{edtf.in_words(last).capitalize()} lies before {edtf.in_words(first)}.")
        return values

    # -- what was asked -----------------------------------------------------------------------------

    def value(self, name: str) -> str:
        return self.cleaned_data.get(name) or ""

    @property
    def understood(self) -> dict[str, str]:
        """How the period's words were read, where they say it in other words: "last summer" is "summer 2026"."""
        read = {name: edtf.in_words(self.value(name)) for name in ("from", "to") if self.value(name)}
        typed = {name: self.data.get(name, "").strip().lower() for name in read}
        return {name: words for name, words in read.items() if typed[name] not in (words.lower(), self.value(name))}

    @property
    def newest_first(self) -> bool:
        return self.value("order") != "oldest"

    @property
    def best_first(self) -> bool:
        """By how well the words fit; without words there is nothing to weigh."""
        return self.value("order") == "best" and bool(self.query_terms.wanted)

    @property
    def orders(self) -> list[tuple[str, str]]:
        """The orders that can be chosen."""
        return [order for order in ORDERS if order[0] != "best" or self.query_terms.wanted]

    @cached_property
    def query_terms(self) -> Query:
        return parse_query(self.value("q"))

    @property
    def is_empty(self) -> bool:
        return not (
            self.value("q")
            or self.value("from")
            or self.value("to")
            or any(self.chosen.values())
            or any(map(self.value, SWITCHES))
        )

    @property
    def period(self) -> tuple[date | None, date | None]:
        """First and last day that were asked for; None where the period is open."""
        first, last = self.value("from"), self.value("to")
        return edtf.bounds(first)[0] if first else None, edtf.bounds(last)[1] if last else None

    @cached_property
    def found(self) -> Found:
        """The events that fit."""
        words = self.value("q")
        first, last = self.period
        return current_columns().find(
            Wanted(
                chosen=self.chosen,
                first=first,
                last=last,
                within=bool(self.value("within")),
                least=int(self.value("least") or 0),
                disputed=bool(self.value("disputed")),
                ids=matching_ids(self.query_terms, best_first=self.best_first) if words else None,
                ranked=self.best_first,
            )
        )

    # -- what can be chosen ---------------------------------------------------------------------------

    def facets(self) -> list["FacetChoices"]:
        """Every facet with its choices and how many events each would show."""
        return [facet for name in FACETS if (facet := self._facet(name)).choices]

    def _facet(self, name: str) -> "FacetChoices":
        chosen = self.chosen[name]
        labels = self.found.columns.facets[name].labels
        counts = self.found.counts(name)
        shown = {*counts, *(value for value in chosen if value in labels)}
        choices = [
            Choice(f"{name}-{value}", value, labels[value], counts.get(value, 0), value in chosen) for value in shown
        ]
        choices.sort(key=lambda c: (not c.chosen, -c.count, c.label))
        if name == "status" and len(choices) < 2 and not chosen:
            choices = []
        room = MOST_CHOICES if name in self.unfolded else KINDS_AT_ONCE if name == "kind" else CHOICES_AT_ONCE
        room = max(room, len(chosen))
        rest = self.address(more=[*self.unfolded, name]) if len(choices) > room and name not in self.unfolded else ""
        return FacetChoices(name, _HEADINGS[name], choices[:room], len(choices) - room, rest)

    def _label(self, name: str, value: str) -> str:
        return self.found.columns.facets[name].labels.get(value, value)

    # -- itself in words and as an address --------------------------------------------------------------

    @cached_property
    def chips(self) -> list["Chip"]:
        """Each choice that is set, with the address without it."""
        chips = []
        if self.value("q"):
            chips.append(Chip(f"“{self.value('q')}”", self.address(q="")))
        if self.value("from") and self.value("from") == self.value("to"):
            chips.append(Chip(_in_words(self.value("from")), self.address(**{"from": "", "to": ""})))
        elif self.value("from"):
            chips.append(Chip(f"from {edtf.in_words(self.value('from'))}", self.address(**{"from": ""})))
        if self.value("to") and self.value("from") != self.value("to"):
            chips.append(Chip(f"to {edtf.in_words(self.value('to'))}", self.address(to="")))
        for name, words in self._switch_words():
            chips.append(Chip(words, self.address(**{name: ""})))
        for name, values in self.chosen.items():
            for value in values:
                others = [v for v in values if v != value]
                chips.append(Chip(self._label(name, value), self.address(**{name: others})))
        return chips

    def _switch_words(self) -> list[tuple[str, str]]:
        """(name, words) of the switches that are set."""
        least = self.value("least")
        words = {
            "least": f"by at least {least} independent source{'' if least == '1' else 's'}",
            "disputed": "on which sources disagree",
            "within": "certainly within the period",
        }
        return [(name, words[name]) for name in SWITCHES if self.value(name)]

    def address(self, **changes: Any) -> str:
        """The timeline's address with these values changed; without arguments, as it is."""
        values: dict[str, Any] = {"q": self.data.get("q", ""), "least": self.value("least")}
        values |= {name: "1" for name in ("disputed", "within") if self.value(name)} | self.chosen
        values |= {"order": self.value("order").replace("newest", "")}
        values |= {name: self.data.get(name, "") for name in ("from", "to")} | changes
        query = urlencode({key: value for key, value in values.items() if value}, doseq=True)
        return f"/?{query}" if query else "/"

    def address_of_a_time(self) -> Callable[[str], str]:
        """What gives the address of a stretch of time (EDTF) under the other filters, for many of them."""
        rest = self.address(**{"from": "", "to": ""})[2:]
        return lambda value: f"/?{rest}{'&' if rest else ''}from={value}&to={value}"

    @property
    def query(self) -> str:
        return self.address().partition("?")[2]

    @cached_property
    def sentence(self) -> str:
        """What is shown, in words: "14 events of kind summit, with Kim Jong Un, from 2019 to 2025"."""
        count = self.found.total
        parts = [f"{count} event{'' if count == 1 else 's'}"]
        words = {
            "kind": "of kind",
            "actor": "with",
            "place": "in",
            "source": "reported by",
            "outlet": "told by a source of kind",
            "modality": "told as",
            "precision": "known to",
            "basis": "with a date",
            "status": "",
        }
        for name in FACETS:
            chosen = [self._label(name, value) for value in self.chosen[name]]
            if chosen:
                parts.append(
                    f"{words[name]} {' or '.join(c.lower() if name in ('kind', 'modality', 'outlet') else c for c in chosen)}".strip()
                )
        if self.value("q"):
            parts.append(f"mentioning “{self.value('q')}”")
        first, last = self.value("from"), self.value("to")
        if first and first == last:
            parts.append(_in_words(first))
        elif first and last:
            parts.append(f"from {edtf.in_words(first)} to {edtf.in_words(last)}")
        elif first or last:
            parts.append(f"since {edtf.in_words(first)}" if first else f"up to {edtf.in_words(last)}")
        parts += [words for _, words in self._switch_words()]
        return " ".join(parts)


def _in_words(value: str) -> str:
    """ "in 2024", "on 19 June 2024": one date as a period."""
    return f"{'on' if edtf.precision(value) == 'day' else 'in'} {edtf.in_words(value)}"


@dataclass(frozen=True, slots=True)
class Choice:
    """`id` is that of its box on the page."""

    id: str
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """The choices of a facet that are shown; `rest` is the address that shows `hidden` more, "" when that is all."""

    name: str
    heading: str
    choices: list[Choice]
    hidden: int
    rest: str


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    without: str
