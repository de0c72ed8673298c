from datetime import date

import edtf as library
import pytest

from articles import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-04-25", date(2019, 4, 25), date(2019, 4, 25)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31)),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
        ("2024-34", date(2024, 4, 1), date(2024, 6, 30)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
        ("2025-05-02~", date(2025, 4, 29), date(2025, 5, 5)),
        ("2024-10/2025-04", date(2024, 10, 1), date(2025, 4, 30)),
        ("../2025-05-09", None, date(2025, 5, 9)),
        ("2025-05-09/..", date(2025, 5, 9), None),
        ("", None, None),
    ],
)
def test_bounds(value, first, last):
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["2019-13", "2019-02-30", "yesterday", "2025-05/2024-05", "99", "2024-22-01"])
def test_bounds_refuses_what_is_no_date(value):
    with pytest.raises(edtf.BadDate):
        edtf.bounds(value)


@pytest.mark.parametrize("value", ["2019-04-25", "2024-02", "2019", "2025-05-02~", "2024-10/2025-04", "../2025-05-09"])
def test_every_stored_form_is_edtf_for_the_library_too(value):
    assert library.parse_edtf(value) is not None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-05-02~", "about 2 May 2025"),
        ("2024-06", "June 2024"),
        ("2024-22", "summer 2024"),
        ("2024-10-08/2024-10-13", "8 to 13 October 2024"),
        ("2024-10/2024-12", "October to December 2024"),
        ("2024-10/2025-04", "October 2024 to April 2025"),
        ("../2025-05-09", "by 9 May 2025"),
        ("202X", "the 2020s"),
        ("2024-33", "first quarter of 2024"),
        ("", "date not known"),
    ],
)
def test_in_words(value, words):
    assert edtf.in_words(value) == words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2019", "2019-04-25", "2019-04-25"),
        ("2024-22", "2024-06", "2024-06"),
        ("2024-06", "2024-07", None),
        ("", "2019", "2019"),
        ("2025-05-02~", "2025-05-02", "2025-05-02"),
    ],
)
def test_sharper_is_the_more_exact_date_that_both_allow(one, other, expected):
    assert edtf.sharper(one, other) == expected
    assert edtf.sharper(other, one) == expected
