# What totals need of an incident, as flat rows: derived from the records and in no chain, so that there are no
# models of them. `facts_made` says up to which change they were made, and by which version of the rules.
from django.db import migrations

BOUNDS = " ".join(
    f"{measure}_{bound} BIGINT,"
    for measure in (
        *("killed", "injured", "children_killed", "women_killed", "conceded_killed", "men_killed"),
        *("protected_killed", "children_injured", "women_injured", "men_injured", "protected_injured"),
        *("conceded_injured", "combatants_killed", "combatants_injured", "everyone_killed"),
        *("everyone_injured", "disputed_killed", "disputed_injured", "missing"),
    )
    for bound in ("min", "max")
)
MADE = [
    "CREATE TABLE facts (incident BIGINT NOT NULL, since BIGINT NOT NULL, until BIGINT, first_day BIGINT,"
    " last_day BIGINT, month BIGINT, parties BIGINT, place BIGINT, country TEXT, grade TEXT, status TEXT,"
    f" reviewed BIGINT NOT NULL, {BOUNDS.rstrip(',')})",
    "CREATE INDEX facts_of_incident ON facts (incident)",
    "CREATE TABLE facts_incidents (id BIGINT PRIMARY KEY, incident TEXT NOT NULL, code TEXT NOT NULL)",
    "CREATE TABLE facts_parties (id BIGINT, belligerent TEXT, role TEXT, PRIMARY KEY (id, belligerent, role))",
    "CREATE TABLE facts_places (id BIGINT PRIMARY KEY, name TEXT NOT NULL, country TEXT, precision TEXT,"
    " lat DOUBLE PRECISION, lon DOUBLE PRECISION)",
    "CREATE TABLE facts_areas (place BIGINT, name TEXT, PRIMARY KEY (place, name))",
    "CREATE INDEX facts_areas_by_name ON facts_areas (name)",
    "CREATE TABLE facts_conceded (incident BIGINT NOT NULL, since BIGINT NOT NULL, belligerent TEXT NOT NULL,"
    " killed_min BIGINT, killed_max BIGINT, injured_min BIGINT, injured_max BIGINT)",
    "CREATE INDEX facts_conceded_of_incident ON facts_conceded (incident, since)",
    "CREATE TABLE facts_made (version TEXT NOT NULL, seq BIGINT NOT NULL)",
]
TABLES = (
    "facts_made",
    "facts_conceded",
    "facts_areas",
    "facts_places",
    "facts_parties",
    "facts_incidents",
    "facts",
)


class Migration(migrations.Migration):
    dependencies = [("records", "0005_ground_checks")]

    operations = [
        migrations.RunSQL(MADE, [f"DROP TABLE {table}" for table in TABLES]),
    ]
