"""The house rules that a linter of imports cannot see."""

import re
import subprocess
import sys

from tests.machine import ROOT


def _loads_django(module: str) -> bool:
    code = f"import sys, {module}; print(any(m == 'django' or m.startswith('django.') for m in sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return result.stdout.strip() == "True"


def test_reading_loads_no_django():
    assert not _loads_django("articles.reading.read")


def test_extraction_loads_no_django():
    assert not _loads_django("timeline.extraction")


def test_articles_never_speaks_of_the_timeline_app():
    for path in [*ROOT.glob("articles/**/*.py"), *ROOT.glob("templates/articles/**/*.html")]:
        assert not re.search(r"\btimeline\.\w|from timeline|import timeline|['\"]timeline", path.read_text()), path


def test_no_event_or_date_is_hard_coded_outside_the_calendar():
    for path in [*ROOT.glob("articles/**/*.py"), *ROOT.glob("timeline/**/*.py")]:
        if "migrations" in path.parts or path.name == "calendar.py":
            continue
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text())
        code = re.sub(r"help_text=.*|raise .*|Rule\(.*", "", code)
        assert not re.search(r"20(?:00|19|2[0-5])-\d\d-\d\d", code), path


def test_templates_hold_no_inline_script_or_style():
    for path in ROOT.glob("templates/**/*.html"):
        text = path.read_text()
        assert not re.search(
            r"<style|\sstyle=|<script(?![^>]*(?:\bsrc=|type=\"application/ld\+json\"))|\son\w+=", text
        ), path


def test_lock_names_no_registry_and_pins_with_hashes():
    text = (ROOT / "requirements.lock").read_text()
    assert "http" not in text
    assert text.count("--hash=sha256:") > 100
