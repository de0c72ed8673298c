"""What the machine has for the tests."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_chromium() -> str | None:
    """A Chromium or Chrome, or None."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"):
        if found := shutil.which(name):
            return found
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return mac if os.path.exists(mac) else None


def find_shared(name: str) -> Path | None:
    """A folder of the data that lies beside the project, or None."""
    folder = ROOT.parent / "shared" / name
    if not folder.is_dir():
        folder = Path(os.environ.get("TUMEN_SHARED", "/nonexistent")) / name
    return folder if folder.is_dir() else None


def find_seeds() -> Path | None:
    """The folder of the five real texts, or None."""
    return find_shared("seeds")
