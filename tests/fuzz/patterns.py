"""Every regular expression of reading and extraction, run over hostile text.

    python -m tests.fuzz.patterns [LENGTH]

Prints each pattern that takes more than SLOW times as long as the median one for a text, and fails when
there is one: time that grows with the square of the length stands out by orders of magnitude.
"""

import importlib
import pkgutil
import re
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

import articles.reading
import timeline.extraction

MEGABYTE = 1_000_000
SLOW = 1000
# Differences below this many seconds a megabyte are of no interest.
MOMENT = 5.0

PIECES = {
    "letters": "a", "spaces": " ", "lines": "\n", "digits": "1", "words": "said that ", "commas": "a, ", "quotes": '"“',
    "dates": "May 9, 2025 and ", "capitals": "Abc ", "of": "of the ", "dashes": "-–—/.", "thousands": "1,000 ",
    "brackets": "((", "years": "1961 ", "dots": "U.S. ",
}  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """(where it stands, pattern) of every compiled pattern at module level, once each."""
    seen: set[str] = set()
    for package in (articles.reading, timeline.extraction):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(info.name)).items():
                for where, pattern in _found(f"{info.name}.{name}", value):
                    if pattern.pattern not in seen:
                        seen.add(pattern.pattern)
                        yield where, pattern


def _found(where: str, value: Any) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield where, value
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _found(f"{where}[{number}]", item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _found(f"{where}[{key}]", item)
    elif isinstance(getattr(value, "pattern", None), re.Pattern):
        yield where, value.pattern


def main(length: int) -> int:
    slow = []
    everything = list(patterns())
    for kind, piece in PIECES.items():
        text = (piece * (length // len(piece) + 1))[:length]
        taken = {}
        for where, pattern in everything:
            print(f"{kind}: {where}", file=sys.stderr)  # the last line names what hangs
            begun = time.perf_counter()
            for _ in pattern.finditer(text):
                pass
            taken[where] = time.perf_counter() - begun
        usual = statistics.median(taken.values())
        slow += [
            f"{kind}: {where}: {seconds:.1f} s"
            for where, seconds in taken.items()
            if seconds > max(SLOW * usual, MOMENT * length / MEGABYTE)
        ]
    print("\n".join(slow) or f"{len(everything)} patterns, {len(PIECES)} texts of {length:,} characters: none is slow.")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTE))
