from django.db import migrations, models

from timeline.searching import normalise

BATCH = 500


def write_words(apps, schema_editor):
    """The column held the text in small letters; it holds the words as the index takes them from here on."""
    events = apps.get_model("timeline", "Event").objects
    rows = []
    for event in events.only("pk", "search_words").iterator(chunk_size=BATCH):
        event.search_words = normalise(event.search_words)
        rows.append(event)
        if len(rows) == BATCH:
            events.bulk_update(rows, ["search_words"])
            rows = []
    events.bulk_update(rows, ["search_words"])


class Migration(migrations.Migration):

    dependencies = [("timeline", "0006_revision")]

    operations = [
        migrations.RenameField("event", "search_text", "search_words"),
        migrations.AlterField(
            "event",
            "search_words",
            models.TextField(
                blank=True,
                editable=False,
                help_text="The words of title, names and passages as the search index holds them.",
            ),
        ),
        migrations.RunPython(write_words, migrations.RunPython.noop),
    ]
