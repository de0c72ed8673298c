"""What stands out in the list."""

import pytest

from timeline.salience import MAIN, PLAIN, QUIET, salience


@pytest.mark.parametrize(
    ("sources", "articles", "modality", "reviewed", "expected"),
    [
        (2, 2, "asserted", False, MAIN),
        (1, 3, "claimed", False, MAIN),
        (1, 1, "asserted", True, MAIN),
        (1, 1, "asserted", False, PLAIN),
        (0, 1, "asserted", False, QUIET),
        (0, 1, "asserted", True, QUIET),
        (1, 1, "planned", True, QUIET),
        (2, 2, "denied", False, PLAIN),
    ],
)
def test_salience(sources, articles, modality, reviewed, expected):
    told = salience(independent_sources=sources, articles=articles, modality=modality, reviewed=reviewed)
    assert told == expected
