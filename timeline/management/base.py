"""What all commands on the timeline have in common."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, ProgrammingError, connection


class TimelineCommand(BaseCommand):
    """A command that says in plain words, with exit code 2, when there is no database to work on."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except (OperationalError, ProgrammingError) as error:
            if told := _why_unusable(error):
                raise CommandError(told, returncode=2) from error
            raise


def _why_unusable(error: DatabaseError) -> str:
    """In the reader's words; "" when the database is there and ready, and something else failed."""
    said = str(error).strip().partition("\n")[0]
    if connection.connection is None:
        return f"The database cannot be opened ({said}). DATABASE_URL says where it is; README tells how to set it."
    if "no such table" in said or "does not exist" in said:
        return "The database is not ready. Run: manage.py migrate"
    return ""
