"""What readers report as wrong."""

from django.db import models

from .events import Event


class MistakeReport(models.Model):
    """A reader's note for editors about one event; it changes nothing by itself."""

    event = models.ForeignKey(Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports")
    slug = models.CharField(max_length=120, editable=False, help_text="The event’s address when the note was written.")
    words = models.TextField("what is wrong", max_length=2000)
    sender = models.CharField(
        max_length=64, db_index=True, editable=False, help_text="A fingerprint that changes daily; no address is kept."
    )
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    handled = models.BooleanField(default=False)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.slug}: {self.words[:60]}"
