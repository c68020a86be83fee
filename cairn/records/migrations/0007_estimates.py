from django.db import migrations, models

import cairn.records.models.fields


class Migration(migrations.Migration):
    dependencies = [("records", "0006_facts")]

    operations = [
        migrations.CreateModel(
            name="EstimateRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(db_index=True)),
                ("said", cairn.records.models.fields.RowField()),
                ("overlap", cairn.records.models.fields.RowField()),
                ("made_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
