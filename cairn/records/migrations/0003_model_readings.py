import django.db.models.deletion
from django.db import migrations, models

import cairn.records.models.fields


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_events_and_placings"),
    ]

    operations = [
        migrations.CreateModel(
            name="ModelReadingRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.TextField(db_index=True)),
                ("value", cairn.records.models.fields.ValueField()),
                ("made_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="model_readings",
                        to="records.report",
                    ),
                ),
            ],
        ),
    ]
