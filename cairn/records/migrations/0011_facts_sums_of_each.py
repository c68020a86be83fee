# The sums kept of facts say for each who is accused, too. They are derived: the table is made again, and facts and
# sums anew before anything is counted from either.
from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

before = import_module("cairn.records.migrations.0010_facts_sums")
TABLE = before.TABLE.replace("axes BIGINT NOT NULL,", "axes BIGINT NOT NULL, belligerent TEXT NOT NULL,")
TABLE = TABLE.replace("KEY (axes,", "KEY (axes, belligerent,")


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    ordered = " WITHOUT ROWID" if schema_editor.connection.vendor == "sqlite" else ""
    for words in ("DROP TABLE facts_sums", TABLE + ordered, before.EMPTY, "DELETE FROM facts_made"):
        schema_editor.execute(words)


class Migration(migrations.Migration):
    dependencies = [("records", "0010_facts_sums")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
