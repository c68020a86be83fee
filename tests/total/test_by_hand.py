"""Any question, answered by reading it word by word without the code under test, and by the engine."""

from __future__ import annotations

import calendar
import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.exchange import Row, load_mapping, read_table
from cairn.total import ALL_ALLEGED, Axis, Contested, Measure, Question, as_json, total
from cairn.total.coalitions import known_coalitions
from cairn.total.facts.answering import answer
from cairn.total.facts.databases import fill, in_sqlite
from cairn.values import Grade, KnownIncident
from tests.total.asked import COALITIONS, NORTH, PACT, SOUTH, incidents, questions
from tests.total.facts.test_answering import facts_of

# These are finer than the square that is asked for, which is as large as a circle of some 23 km.
FINE = {None, "subdistrict", "city", "town", "village", "neighbourhood", "street", "landmark"}
FINE |= {"within 100 m", "within 1 m", "exact"}
KINDRED = {NORTH: {NORTH, PACT}, SOUTH: {SOUTH, PACT}, PACT: {PACT, NORTH, SOUTH}}


def days(one: KnownIncident) -> tuple[str, str] | None:
    date = one.finding.date
    if date is None:
        return None
    year, month, day = [*date.text.split("-"), "", ""][:3]
    last = str(calendar.monthrange(int(year), int(month or 12))[1])
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or last}"


def within(held: tuple[str, str] | None, start: str, end: str) -> str:
    """ "yes", "no" or "perhaps"."""
    if held is None:
        return "perhaps"
    if start <= held[0] and held[1] <= end:
        return "yes"
    return "no" if held[1] < start or held[0] > end else "perhaps"


def did_it(one: KnownIncident, name: str, alone: bool) -> str:
    named = {each.name for each in one.finding.belligerents}
    if name in named:
        return "yes"
    if alone or name != PACT:
        return "no"
    if SOUTH in named:
        return "yes"
    return within(days(one), "2016-12-01", "2017-01-31") if NORTH in named else "no"


def where(one: KnownIncident) -> str:
    place = one.finding.place
    if place is None or place.lat is None:
        return "perhaps"
    precision = place.precision.value if place.precision else None
    if precision in FINE:
        return "yes" if place.lon == 36.2 else "no"
    far_off = {"district": 0.31, "governorate": 0.88, "country": 4.4}[str(precision)]
    return "perhaps" if place.lon is not None and place.lon <= 36.4 + far_off else "no"


def asked_for(one: KnownIncident, asked: Question) -> str:
    found = one.finding
    if found.grade == "no harm alleged" or (asked.grades and found.grade not in asked.grades):
        return "no"
    if asked.statuses and found.strike_status not in asked.statuses:
        return "no"
    if asked.countries and (not found.place or found.place.country not in asked.countries):
        return "no"
    names = (
        {found.place.name.lower(), *(each.lower() for each in found.place.within)} if found.place else set()
    )
    if asked.places and names.isdisjoint(name.lower() for name in asked.places):
        return "no"
    said = []
    if asked.period.start or asked.period.end:
        said.append(within(days(one), asked.period.first_day.isoformat(), asked.period.last_day.isoformat()))
    if asked.belligerents:
        each = {did_it(one, name, asked.alone) for name in asked.belligerents}
        said.append("yes" if "yes" in each else "perhaps" if "perhaps" in each else "no")
    if asked.area:
        said.append(where(one))
    return "no" if "no" in said else "perhaps" if "perhaps" in said else "yes"


def killed(one: KnownIncident, asked: Question) -> tuple[int, int | None] | None:
    count = one.finding.killed
    if count is None:
        return None
    named = {each.name for each in one.finding.belligerents}
    side = set().union(*(KINDRED[name] for name in asked.belligerents))
    doubtful = bool(named - side) or (one.finding.grade == Grade.CONTESTED and len(named) < 2)
    in_doubt = asked.contested is Contested.MAXIMUM and asked.belligerents and doubtful
    return (0 if in_doubt else count.min, count.max)


@settings(max_examples=250, deadline=None)
@given(st.lists(incidents, max_size=10), questions)
def test_any_total_equals_what_a_person_would_add_up(known, asked):
    mine = [one for one in known if asked_for(one, asked) == "yes" and (one.reviewed or asked.provisional)]
    perhaps = [one for one in known if asked_for(one, asked) == "perhaps"]
    unreviewed = [one for one in known if asked_for(one, asked) != "no" and not one.reviewed]
    counts = [count for one in mine if (count := killed(one, asked))]
    facts = sqlite3.connect(":memory:")
    fill(facts, facts_of(known, COALITIONS))
    for found in (total(known, asked, COALITIONS), answer(in_sqlite(facts), asked)):
        assert found.total.incidents == len(mine)
        assert found.total.unknown == len(mine) - len(counts)
        assert found.astride == sum(one.reviewed or asked.provisional for one in perhaps)
        assert found.left_unreviewed == (0 if asked.provisional else len(unreviewed))
        if Measure.KILLED in asked.measures:
            sums = found.total.killed
            assert (sums.min, sums.known) == (sum(low for low, _ in counts), len(counts))
            assert sums.open == sum(high is None for _, high in counts)
            assert sums.max == sum(high for _, high in counts if high is not None)
    facts.close()


def test_every_cell_of_a_recorders_table_is_the_same_from_facts(shared_data):
    rows = read_table(shared_data / "reference" / "syria_incidents.csv.gz", load_mapping("airwars"))
    known = [row.value for row in rows if isinstance(row, Row) and isinstance(row.value, KnownIncident)]
    facts = sqlite3.connect(":memory:")
    fill(facts, facts_of(known, known_coalitions()))
    for by in (
        (Axis.BELLIGERENT, Axis.MONTH, Axis.GRADE),
        (Axis.PLACE, Axis.YEAR),
        (Axis.COUNTRY, Axis.STATUS),
    ):
        for contested in Contested:
            asked = Question(by=by, grades=ALL_ALLEGED, contested=contested)
            assert as_json(answer(in_sqlite(facts), asked)) == as_json(total(known, asked))
    facts.close()
