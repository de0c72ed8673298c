from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RenameField("article", "merged", "linked"),
        migrations.RenameField("historicalarticle", "merged", "linked"),
        migrations.AlterField(
            "article",
            "linked",
            models.BooleanField(
                default=False, editable=False, help_text="Whether it was compared with the others for copies."
            ),
        ),
        migrations.AlterField(
            "historicalarticle",
            "linked",
            models.BooleanField(
                default=False, editable=False, help_text="Whether it was compared with the others for copies."
            ),
        ),
    ]
