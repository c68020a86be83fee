from typing import Any

import django.db.models.deletion
from django.db import migrations, models

import cairn.records.models.fields


class CreateInOrder(migrations.CreateModel):
    """A table of nothing but its key: on SQLite without a second copy of each row beside that."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "sqlite":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        schema_editor.execute(
            "CREATE TABLE records_standsunder (number bigint NOT NULL, day integer NOT NULL,"
            " held bigint NOT NULL, PRIMARY KEY (number, day, held)) WITHOUT ROWID"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_model_readings"),
    ]

    operations = [
        migrations.CreateModel(
            name="Seen",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("many", models.IntegerField()),
            ],
        ),
        CreateInOrder(
            name="StandsUnder",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "number",
                        "day",
                        "held",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("day", models.IntegerField()),
                ("held", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="HeldEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.TextField(default="")),
                ("label", models.CharField(db_index=True, max_length=12)),
                ("origin", models.CharField(max_length=16)),
                ("day", models.IntegerField(db_index=True)),
                ("words", models.TextField()),
                ("traits", cairn.records.models.fields.ValueField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.report"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="KnownDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.IntegerField(db_index=True)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.incident"
                    ),
                ),
            ],
        ),
    ]
