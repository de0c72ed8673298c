"""manage.py demo: everything that the demo needs, then serves it."""

import os
import socket
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser

from articles.models import Article
from timeline.management.base import TimelineCommand
from timeline.services.demo import DEMO_LOGIN, DEMO_PASSWORD, make_demo_editor
from timeline.services.vocabulary import ensure_vocabulary

DEMO_TEXTS = Path("fixtures") / "demo"


class Command(TimelineCommand):
    help = "Prepares the demo database (migrations, vocabulary, texts, an editor account) and serves it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="do not serve")

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        if not options["prepare_only"] and _in_use(port):
            raise CommandError(f"Port {port} is in use. Pick another one: make demo PORT={port + 1}")
        call_command("migrate", verbosity=0)
        if ensure_vocabulary():
            self.stdout.write("Vocabulary loaded.")
        if not Article.objects.exists():
            self.stdout.write("Importing the demo texts.")
            self.stdout.flush()
            call_command("import_articles", str(settings.BASE_DIR / DEMO_TEXTS))
        make_demo_editor()
        self.stdout.write(
            f"\nTumen:  http://127.0.0.1:{port}/\nAdmin:  http://127.0.0.1:{port}/admin/  (login {DEMO_LOGIN}, password {DEMO_PASSWORD})\nStop:   Ctrl+C\n"
        )
        self.stdout.flush()
        if not options["prepare_only"]:
            os.execv(
                sys.executable,
                [
                    sys.executable,
                    "-m",
                    "gunicorn",
                    "timeline.wsgi",
                    "--bind",
                    f"127.0.0.1:{port}",
                    "--workers",
                    "2",
                    "--log-level",
                    "warning",
                ],
            )


def _in_use(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
