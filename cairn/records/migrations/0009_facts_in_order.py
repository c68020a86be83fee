# All that the common questions look at, in the order of the commonest sums: a million incidents need no sorting.
from django.db import migrations

MADE = (
    "CREATE INDEX facts_in_order ON facts (parties, month, grade, reviewed, until, since, first_day, last_day,"
    " country, place, status, killed_min, killed_max, injured_min, injured_max, children_killed_min,"
    " children_killed_max, women_killed_min, women_killed_max, conceded_killed_min, conceded_killed_max)"
)


class Migration(migrations.Migration):
    dependencies = [("records", "0008_held_people")]

    operations = [migrations.RunSQL(MADE, "DROP INDEX facts_in_order")]
