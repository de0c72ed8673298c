"""manage.py reextract: reads the stored texts again after rules or vocabulary changed."""

import sys
from typing import Any

from tqdm import tqdm

from timeline.management.base import TimelineCommand
from timeline.services.rereading import reread_all


class Command(TimelineCommand):
    help = "Reads every stored article again, merges anew, and prints which events that added, removed and changed."

    def handle(self, *args: Any, **options: Any) -> None:
        bar = (lambda ids: tqdm(ids, desc="Reading", unit="article")) if sys.stderr.isatty() else None
        difference = reread_all(progress=bar)
        for what, lines in difference.items():
            for line in lines:
                self.stdout.write(f"{what:<8} {line}")
        self.stdout.write(", ".join(f"{len(lines)} {what}" for what, lines in difference.items()) + ".")
