"""The columns: filters against a plain reading of the same rows, order, pages, facets."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline.browsing.columns import Columns, Facet, Wanted, position_of

days = st.none() | st.dates(date(2018, 1, 1), date(2018, 1, 20))


@st.composite
def rows(draw):
    """(earliest, latest, kind, independent sources, disputed) of some events, in list order with their slugs."""
    made = draw(st.lists(st.tuples(days, days, st.sampled_from("abc"), st.integers(0, 3), st.booleans()), max_size=30))
    fixed = [(min(e, x), max(e, x), *rest) if e and x else (e, x, *rest) for e, x, *rest in made]
    named = [(*row, f"s{n:02}") for n, row in enumerate(fixed)]
    return sorted(named, key=lambda r: position_of(r[0], r[1], r[5]))


def columns_of(made) -> Columns:
    def as_days(values):
        return np.array([v.isoformat() if v else "NaT" for v in values], dtype="datetime64[D]")

    return Columns(
        ids=np.arange(100, 100 + len(made)),
        slugs=[r[5] for r in made],
        earliest=as_days([r[0] for r in made]),
        latest=as_days([r[1] for r in made]),
        independent=np.array([r[3] for r in made], dtype=np.int64),
        disputed=np.array([r[4] for r in made], dtype=bool),
        facets={"kind": Facet.of({"a": "A", "b": "B", "c": "C"}, range(len(made)), [r[2] for r in made])},
    )


def fits(row, wanted: Wanted) -> bool:
    first, last, kind, independent, disputed, _ = row
    if wanted.chosen.get("kind") and kind not in wanted.chosen["kind"]:
        return False
    if independent < wanted.least or (wanted.disputed and not disputed):
        return False
    if (wanted.first or wanted.last) and not (first or last):
        return False
    if wanted.within:
        return (not wanted.first or (first is not None and first >= wanted.first)) and (
            not wanted.last or (last is not None and last <= wanted.last)
        )
    return (not wanted.first or last is None or last >= wanted.first) and (
        not wanted.last or first is None or first <= wanted.last
    )


wishes = st.builds(
    Wanted,
    chosen=st.builds(dict, kind=st.lists(st.sampled_from("abcx"), max_size=2)),
    first=days,
    last=days,
    within=st.booleans(),
    least=st.integers(0, 2),
    disputed=st.booleans(),
)


@given(rows(), wishes)
def test_what_is_found_and_counted_is_what_a_plain_reading_finds(made, wanted):
    found = columns_of(made).find(wanted)
    assert found.ids() == [100 + n for n, row in enumerate(made) if fits(row, wanted)]
    assert found.total == len(found.ids())
    apart = Wanted({}, wanted.first, wanted.last, wanted.within, wanted.least, wanted.disputed)
    kinds = [row[2] for row in made if fits(row, apart)]
    assert found.counts("kind") == {kind: kinds.count(kind) for kind in set(kinds)}


@given(rows(), st.booleans(), st.integers(1, 7))
def test_pages_one_after_another_are_the_list_and_lead_back(made, newest_first, size):
    columns = columns_of(made)
    found = columns.find(Wanted())
    at = {slug: position_of(made[n][0], made[n][1], slug) for n, slug in enumerate(columns.slugs)}
    whole, after = [], ""
    while True:
        page = found.page(newest_first, size, after=at.get(after))
        if page.before:
            back = found.page(newest_first, size, before=at[page.before])
            assert back.ids == whole[-len(back.ids) :]
        whole += page.ids
        after = page.after
        if not after:
            break
    assert whole == found.ids(newest_first)


def test_newest_first_turns_the_days_only_and_keeps_undated_events_last():
    made = [
        (date(2018, 1, 1), date(2018, 1, 1), "a", 0, False, "one"),
        (date(2018, 1, 2), date(2018, 1, 2), "a", 0, False, "two"),
        (date(2018, 1, 2), date(2018, 1, 5), "a", 0, False, "three"),
        (None, None, "a", 0, False, "four"),
    ]
    found = columns_of(made).find(Wanted())
    assert found.ids(newest_first=True) == [101, 102, 100, 103]


def test_an_event_with_one_value_twice_counts_once():
    facet = Facet.of({"x": "X"}, [0, 0, 1], ["x", "x", "unknown"])
    assert facet.counts(np.ones(2, dtype=bool)) == {"x": 1}
