import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_held_events"),
    ]

    operations = [
        migrations.CreateModel(
            name="GroundCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("upheld", models.BooleanField()),
                ("person", models.TextField()),
                ("reason", models.TextField()),
                ("made_at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ground_checks",
                        to="records.incident",
                    ),
                ),
            ],
        ),
    ]
