# What the facts of today add up to, for what most questions ask of: a million incidents are answered for at once.
# Facts are made anew, and these with them, before anything is counted from either.
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

MEASURES = (
    *("killed", "injured", "children_killed", "women_killed", "conceded_killed", "men_killed"),
    *("protected_killed", "children_injured", "women_injured", "men_injured", "protected_injured"),
    *("conceded_injured", "combatants_killed", "combatants_injured", "everyone_killed"),
    *("everyone_injured", "disputed_killed", "disputed_injured", "missing"),
)
SUMMED = ("incidents", *(f"{one}_{what}" for one in MEASURES for what in ("min", "max", "known", "closed")))
KEYS = "axes, parties, month, place, country, grade, status, reviewed"
TABLE = (
    "CREATE TABLE facts_sums (axes BIGINT NOT NULL, parties BIGINT NOT NULL, month BIGINT NOT NULL,"
    " place BIGINT NOT NULL, country TEXT NOT NULL, grade TEXT NOT NULL, status TEXT NOT NULL,"
    " reviewed BIGINT NOT NULL, first_day BIGINT, last_day BIGINT,"
    f" {', '.join(f'{each} BIGINT NOT NULL' for each in SUMMED)}, PRIMARY KEY ({KEYS}))"
)
EMPTY = "CREATE INDEX facts_sums_of_none ON facts_sums (axes) WHERE incidents = 0"


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    ordered = " WITHOUT ROWID" if schema_editor.connection.vendor == "sqlite" else ""
    for words in (TABLE + ordered, EMPTY, "DELETE FROM facts_made"):
        schema_editor.execute(words)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE facts_sums")


class Migration(migrations.Migration):
    dependencies = [("records", "0009_facts_in_order")]

    operations = [migrations.RunPython(make, drop)]
