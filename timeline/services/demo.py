"""The demo: its fixture, made from the demo texts, and its editor account."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core import serializers
from django.db.models import Model

from articles.models import Article, CopyKey, Passage, Source
from timeline.models import Actor, Citation, Event, Kind, Mention, Place, Trigger

# The fixture must not depend on the day it is made.
MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)

DEMO_LOGIN = "editor"
DEMO_PASSWORD = "tumen-demo"  # the account exists in a demo database only


def demo_fixture() -> str:
    """All that the demo holds, vocabulary included, as JSON with natural keys; the same for the same texts."""
    objects: list[Model] = [
        *Source.objects.order_by("slug"),
        *Kind.objects.order_by("slug"),
        *Trigger.objects.order_by("id"),
        *Actor.objects.order_by("id"),
        *Place.objects.order_by("id"),
        *sorted(
            Article.objects.select_related("derived_from"), key=lambda a: (a.derived_from is not None, a.file_name)
        ),
        *CopyKey.objects.order_by("article__file_name", "value"),
        *Passage.objects.order_by("article__file_name", "start", "end"),
        *Mention.objects.order_by("article__file_name", "number"),
        *Event.objects.order_by("slug"),
        *Citation.objects.order_by("event__slug", "passage__article__file_name", "passage__start"),
    ]
    for row in objects:
        _fix_times(row)
    text: str = serializers.serialize(
        "json", objects, indent=1, ensure_ascii=False, use_natural_foreign_keys=True, use_natural_primary_keys=True
    )
    return text + "\n"


def _fix_times(row: Any) -> None:
    for name in ("imported_at", "created_at", "updated_at"):
        if hasattr(row, name):
            setattr(row, name, MADE_AT)


def make_demo_editor() -> bool:
    """An editor account for the demo; whether it was made now."""
    users = get_user_model()
    if users.objects.filter(username=DEMO_LOGIN).exists():
        return False
    users.objects.create_superuser(DEMO_LOGIN, "", DEMO_PASSWORD)
    return True
