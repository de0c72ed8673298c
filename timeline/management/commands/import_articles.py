"""manage.py import_articles PATH...: news texts in, dated events out."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from timeline.management.base import TimelineCommand
from timeline.reports import report_as_json, report_as_text
from timeline.services.importing import NothingToImport, import_paths


class Command(TimelineCommand):
    help = "Imports news texts (.txt, .html, .jsonl) from files and folders and reads the dated events in them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
        parser.add_argument("--dry-run", action="store_true", help="show what would come out and write nothing")
        parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print the report")

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = options["format"] == "json" or not sys.stderr.isatty()
        try:
            report = import_paths(options["paths"], dry_run=options["dry_run"], progress=None if quiet else _with_bar)
        except NothingToImport as error:
            raise CommandError(str(error), returncode=2) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(report_as_json(report), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(report_as_text(report))
        if report.count("refused"):
            sys.exit(1)


def _with_bar(files: list[Path]) -> Iterable[Path]:
    return tqdm(files, desc="Importing", unit="file")
