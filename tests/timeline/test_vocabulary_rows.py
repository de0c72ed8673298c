"""The vocabulary that comes with Tumen."""

import json
from collections import Counter

from tests.machine import ROOT


def test_nothing_is_in_it_twice():
    rows = json.loads((ROOT / "fixtures" / "vocabulary.json").read_text(encoding="utf-8"))
    names = Counter((row["model"], row["fields"].get("slug") or row["fields"].get("name")) for row in rows)
    assert [name for name, count in names.items() if count > 1] == []
