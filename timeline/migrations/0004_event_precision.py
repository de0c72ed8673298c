from collections import defaultdict

from django.db import migrations, models

from articles import edtf


def tell_precision(apps, schema_editor):
    """Events that were stored before take the precision of their date."""
    rows = apps.get_model("timeline", "Event").objects.exclude(date="")
    by_precision = defaultdict(list)
    for pk, date in rows.order_by().values_list("pk", "date"):
        by_precision[edtf.precision(date)].append(pk)
    for precision, keys in by_precision.items():
        for first in range(0, len(keys), 500):
            rows.filter(pk__in=keys[first : first + 500]).update(precision=precision)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0003_actor_years")]

    operations = [
        migrations.AddField(
            model_name="event",
            name="precision",
            field=models.CharField(db_index=True, default="unknown", editable=False, max_length=10),
        ),
        migrations.AddField(
            model_name="historicalevent",
            name="precision",
            field=models.CharField(db_index=True, default="unknown", editable=False, max_length=10),
        ),
        migrations.RunPython(tell_precision, migrations.RunPython.noop, elidable=True),
    ]
