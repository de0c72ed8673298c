"""The record of imports."""

from django.conf import settings
from django.db import models

from articles.models import Article


class ImportRun(models.Model):
    """One run of the import: when, by whom, with what options."""

    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_runs"
    )
    login = models.CharField(max_length=120, blank=True, help_text="Who was logged in on the machine.")
    options = models.JSONField(default=dict)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"Import of {self.started_at:%d %B %Y %H:%M}"


class ImportOutcome(models.Model):
    """The fate of one file (or line of a .jsonl file) in a run."""

    class Fate(models.TextChoices):
        IMPORTED = "imported", "imported"
        COPY = "copy", "imported as a copy"
        UNCHANGED = "unchanged", "unchanged"
        REFUSED = "refused", "refused"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="outcomes")
    name = models.CharField(max_length=500)
    fate = models.CharField(max_length=10, choices=Fate.choices)
    reason = models.CharField(max_length=500, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    event_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["run", "id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_fate_display()}"
