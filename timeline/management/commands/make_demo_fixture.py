"""manage.py make_demo_fixture: fixtures/demo.json, made from fixtures/demo/*.txt in a database of its own."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from articles.models import Article
from timeline.models import Event
from timeline.services.demo import demo_fixture
from timeline.services.importing import import_paths


class Command(BaseCommand):
    help = "Writes the demo fixture. Needs a migrated database without articles, which it leaves as it was."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, default=settings.BASE_DIR / "fixtures" / "demo.json")

    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists() or Event.objects.exists():
            self.stderr.write("This database holds articles. Point DATABASE_URL at an empty one.")
            raise SystemExit(1)
        with transaction.atomic():
            import_paths([settings.BASE_DIR / "fixtures" / "demo"])
            options["output"].write_text(demo_fixture(), encoding="utf-8")
            transaction.set_rollback(True)
        self.stdout.write(f"Written: {options['output']}")
