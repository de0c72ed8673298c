from django.db import migrations, models

from articles import edtf


def tell_precision(apps, schema_editor):
    """Events that were stored before take the precision of their date."""
    rows = apps.get_model("timeline", "Event").objects.exclude(date="")
    for value in set(rows.order_by().values_list("date", flat=True)):
        rows.filter(date=value).update(precision=edtf.precision(value))


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
