import subprocess
import sys

from tests.machine import ROOT

# Long enough that a pattern of quadratic time would not end within the limit; `make fuzz` takes a megabyte.
LENGTH, LIMIT = 100_000, 300


def test_no_regular_expression_takes_more_than_linear_time():
    result = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.patterns", str(LENGTH)],
        cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr[-300:]
