"""Facts keep step with the records, whatever changes them, and what nobody recorded is found in them."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Collection
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from cairn.records import actions
from cairn.records.actions import NewIncident, Part
from cairn.records.change import By
from cairn.records.facts import made as facts
from cairn.records.facts.check import unlike_the_records
from cairn.records.facts.sums import unlike_the_facts
from cairn.records.models import Admission, Assessment, Incident, Kind
from cairn.records.queries import known_incidents
from cairn.records.totals import answered
from cairn.records.verify import problems
from cairn.total import ALL_ALLEGED, Area, Axis, Contested, Measure, Period, Question, as_json, total
from cairn.total.facts.kept import COLUMN_OF, GROUPS
from cairn.values import Belligerent, Concession, Finding, Grade, PartialDate, Place, Range, Verdict
from tests.records.told import ANA, EIGHT, OMAR, THREE, incident, propose

NORTH = "Northern Air Force"
DAYS = [dt.date(2024, 1, day) for day in range(1, 8)]
EVERYTHING = Question(by=(Axis.BELLIGERENT, Axis.GRADE, Axis.PLACE), grades=ALL_ALLEGED, provisional=True)
WATCHED = Area("watched", (((35.0, 34.0), (37.0, 34.0), (37.0, 36.0), (35.0, 36.0), (35.0, 34.0)),))
ASKED = [
    EVERYTHING,
    Question(by=(Axis.BELLIGERENT,), grades=ALL_ALLEGED, contested=Contested.MAXIMUM, provisional=True),
    Question(by=(Axis.YEAR, Axis.STATUS), grades=ALL_ALLEGED, area=WATCHED, provisional=True),
    Question(belligerents=(NORTH,), by=(Axis.BELLIGERENT, Axis.MONTH), grades=ALL_ALLEGED, provisional=True),
    Question(places=("tell invented",), measures=tuple(Measure), grades=ALL_ALLEGED, countries=("SY",)),
    Question(period=Period(PartialDate("2017-05-02"), None), grades=ALL_ALLEGED, provisional=True),
]
FINDINGS = [
    THREE,
    EIGHT,
    Finding(killed=Range(1, None), grade=Grade.WEAK, belligerents=(Belligerent(NORTH),)),
    Finding(grade=Grade.FAIR, place=Place("Tell Invented", 35.0, 36.0, country="SY")),
    Finding(injured=Range(2, 4), grade=Grade.CONFIRMED, date=PartialDate("2017-05")),
]


def set_clock(monkeypatch: pytest.MonkeyPatch, day: dt.date, hour: int = 9) -> None:
    at = dt.datetime.combine(day, dt.time(hour), dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: at)


def admit(of: Incident, verdict: Verdict, killed: int | None) -> None:
    said = Concession(NORTH, verdict, None if killed is None else Range.exactly(killed))
    actions.keep_admissions(
        actions.the_machine("read"),
        [],
        [Admission(incident=of, belligerent=NORTH, concession=said, stated_on=PartialDate("2017-06-01"))],
    )


def change_something(chance: random.Random, number: int) -> None:
    """One of the things people and the machine do to incidents."""
    standing = list(Incident.objects.filter(withdrawn_at=None).order_by("id"))
    what = chance.randrange(9) if len(standing) > 2 else 0
    one = chance.choice(standing) if standing else None
    waiting = Assessment.objects.filter(incident__in=standing, kind=Kind.PROPOSAL).order_by("-pk").first()
    if what <= 1 or one is None:
        propose(incident(f"SY2017-{number}"), chance.choice(FINDINGS))
    elif what == 2:
        propose(one, chance.choice(FINDINGS))
    elif what == 3:
        actions.decide(ANA, one, chance.choice(FINDINGS), None)
    elif what == 4 and waiting:
        actions.reject(ANA, waiting)
    elif what == 5 and waiting:
        actions.accept(OMAR, waiting)
    elif what == 6:
        other = chance.choice([each for each in standing if each.id != one.id])
        actions.merge(By("Ana", "one strike"), one, other)
    elif what == 7:
        admit(one, chance.choice([Verdict.CREDIBLE, Verdict.NON_CREDIBLE]), chance.choice([None, 2, 5]))
    elif what == 8:
        parts = [Part(NewIncident(uuid.uuid4(), f"SY2017-{number}{side}"), []) for side in "AB"]
        actions.split(ANA, one, *parts)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_every_days_total_from_facts_is_that_of_the_records(ledger, monkeypatch, seed):
    chance = random.Random(seed)
    for number in range(30):
        set_clock(monkeypatch, DAYS[number // 5], number % 5)
        change_something(chance, number)
    assert facts.in_step()
    assert list(unlike_the_records()) == []
    for day in DAYS:
        asked = replace(EVERYTHING, as_of=PartialDate.on(day))
        assert as_json(answered(asked)) == as_json(total(known_incidents(day), asked))
    for asked in ASKED:
        assert as_json(answered(asked)) == as_json(total(known_incidents(), asked)), asked


def test_facts_made_anew_are_those_that_every_change_renewed(ledger, monkeypatch):
    chance = random.Random(7)
    for number in range(20):
        set_clock(monkeypatch, DAYS[number // 4], number % 4)
        change_something(chance, number)
    before = rows_of("facts") + rows_of("facts_conceded")
    facts.make_anew()
    assert sorted(rows_of("facts") + rows_of("facts_conceded")) == sorted(before)
    assert before


def rows_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return [repr(row) for row in cursor.fetchall()]


def test_a_number_altered_in_the_facts_is_found_and_named(ledger):
    propose(incident("SY20170512-1"), THREE)
    propose(incident("SY20170512-2"), EIGHT)
    assert list(problems(ledger)) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE facts SET killed_max = killed_max + 1 WHERE killed_min = 8")
    [found] = problems(ledger)
    assert "SY20170512-2" in found and "--afresh" in found
    facts.make_anew()
    assert list(problems(ledger)) == []


def test_a_party_renamed_in_the_facts_is_found(ledger):
    propose(incident("SY20170512-1"), FINDINGS[2])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE facts_parties SET belligerent = 'Somebody Else'")
    [found] = problems(ledger)
    assert found.startswith("The parties that totals go by")


def test_an_incident_put_among_the_facts_is_found(ledger):
    propose(incident("SY20170512-1"), THREE)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO facts (incident, since, reviewed, killed_min) VALUES (5, 20240101, 1, 9)")
    [found] = problems(ledger)
    assert "number 5, that no record has" in found


def test_facts_that_are_not_in_step_are_made_anew_before_anything_is_counted(ledger):
    propose(incident("SY20170512-1"), THREE)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM facts")
        cursor.execute("UPDATE facts_made SET seq = 0")
    assert not facts.in_step()
    propose(incident("SY20170512-2"), EIGHT)
    assert answered(EVERYTHING).total.incidents == 2
    assert facts.in_step()


@pytest.mark.parametrize("seed", range(3))
def test_the_sums_kept_are_those_of_the_facts_after_every_change(ledger, monkeypatch, seed):
    chance = random.Random(100 + seed)
    for number in range(20):
        set_clock(monkeypatch, DAYS[number // 5], number % 5)
        change_something(chance, number)
        assert not unlike_the_facts(), number
    kept = rows_of("facts_sums")
    facts.make_anew()
    assert sorted(rows_of("facts_sums")) == sorted(kept)
    assert kept


@pytest.mark.parametrize("group", range(len(GROUPS)))
def test_what_a_group_is_kept_for_is_answered_from_its_sums(ledger, monkeypatch, group):
    chance = random.Random(group)
    for number in range(20):
        set_clock(monkeypatch, DAYS[number // 5], number % 5)
        change_something(chance, number)
    looked_at = GROUPS[group] | ({"parties"} if "belligerent" in GROUPS[group] else set())
    axes = tuple(axis for axis, column in COLUMN_OF.items() if column in looked_at)
    asked = Question(by=axes, grades=ALL_ALLEGED, provisional=True, measures=tuple(Measure))
    expected = as_json(total(known_incidents(), asked))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE facts SET until = 20240101")  # so that nothing is found in the facts of today
        cursor.execute("DELETE FROM facts_conceded")
    found = as_json(answered(asked))
    conceded = ("conceded_killed", "conceded_injured") if "parties" in GROUPS[group] else ()
    assert [without(row, conceded) for row in found["rows"]] == [
        without(row, conceded) for row in expected["rows"]
    ]
    assert found["total"] == expected["total"]
    assert found["total"]["incidents"]


def without(row: dict[str, object], keys: Collection[str]) -> dict[str, object]:
    return {key: said for key, said in row.items() if key not in keys}


@pytest.mark.parametrize(
    "altered",
    [
        "UPDATE facts_sums SET killed_min = killed_min + 1 WHERE killed_min = 8 AND axes = 0",
        "DELETE FROM facts_sums WHERE axes = 3",
        "UPDATE facts_sums SET axes = 99 WHERE axes = 5",
    ],
)
def test_a_sum_altered_is_found(ledger, altered):
    propose(incident("SY20170512-1"), THREE)
    propose(incident("SY20170512-2"), EIGHT)
    with connection.cursor() as cursor:
        cursor.execute(altered)
    [found] = problems(ledger)
    assert found.startswith("The sums that totals go by") and "--afresh" in found
    facts.make_anew()
    assert list(problems(ledger)) == []
