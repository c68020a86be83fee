"""Facts answer what the incidents themselves answer, in every database."""

from __future__ import annotations

import sqlite3

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.total import Answer, Axis, Coalitions, Question, as_json, total
from cairn.total.facts.answering import answer
from cairn.total.facts.databases import fill, in_duckdb, in_parquet, in_sqlite, in_sqlite_with_sums, keep_sums
from cairn.total.facts.rows import TABLES, Book, Cells, fact_of
from cairn.values import Grade, KnownIncident, PartialDate, Range
from tests.total.asked import COALITIONS, NORTH, PACT, SOUTH, incidents, questions
from tests.total.made import incident


def facts_of(known: list[KnownIncident], coalitions: Coalitions) -> list[tuple[str, Cells]]:
    found: list[tuple[str, Cells]] = []
    book = Book(lambda table, cells: found.append((table, cells)))
    book.memberships(coalitions.memberships)
    for at, one in enumerate(known):
        book.fact(book.incident(f"{one.id}-{at}", one.id), fact_of(one), since=20240101)
    return found


def same(found: Answer, expected: Answer) -> bool:
    return as_json(found) == as_json(expected) and [row.tally for row in found.rows] == [
        row.tally for row in expected.rows
    ]


@settings(max_examples=250, deadline=None)
@given(st.lists(incidents, max_size=10), questions)
def test_sqlite_answers_any_question_from_facts_as_the_incidents_do(known, asked):
    facts = sqlite3.connect(":memory:")
    fill(facts, facts_of(known, COALITIONS))
    expected = total(known, asked, COALITIONS)
    assert same(answer(in_sqlite(facts), asked), expected)
    keep_sums(facts)
    assert same(answer(in_sqlite_with_sums(facts), asked), expected)
    facts.close()


@settings(max_examples=30, deadline=None)
@given(st.lists(incidents, max_size=10), questions)
def test_duckdb_answers_any_question_from_facts_as_the_incidents_do(known, asked):
    facts = duckdb.connect()
    fill(facts, facts_of(known, COALITIONS))
    assert same(answer(in_duckdb(facts), asked), total(known, asked, COALITIONS))
    facts.close()


def test_parquet_files_answer_as_the_incidents_do(tmp_path):
    known = [
        incident("a", Range(8, 10), by=(NORTH, SOUTH), conceded=6),
        incident("b", Range.at_least(3), date="2017", by=(SOUTH,)),
        incident("c", None, date=None, grade=Grade.CONFIRMED, by=()),
    ]
    written = duckdb.connect()
    fill(written, facts_of(known, COALITIONS))
    for table in TABLES:
        written.execute(f"COPY {table} TO '{tmp_path / table}.parquet'")
    facts = in_parquet(duckdb.connect(), tmp_path)
    for asked in (
        Question(),
        Question(by=tuple(Axis)),
        Question(by=(Axis.BELLIGERENT,), belligerents=(PACT,)),
    ):
        assert same(answer(facts, asked), total(known, asked, COALITIONS))
    assert answer(facts).total.killed.range == Range.at_least(11)


def test_facts_of_an_earlier_day_answer_as_of_that_day():
    facts = sqlite3.connect(":memory:")
    rows: list[tuple[str, Cells]] = []
    book = Book(lambda table, cells: rows.append((table, cells)))
    number = book.incident("a", "N1")
    book.fact(number, fact_of(incident("a", Range(3, 3), conceded=2)), 20240101, 20240105)
    book.fact(number, fact_of(incident("a", Range(5, 8))), 20240105)
    fill(facts, rows)
    found = {
        day: answer(in_sqlite(facts), Question(as_of=PartialDate(day))).total
        for day in ("2023-12-31", "2024-01-01", "2024-01-04", "2024-01-05")
    }
    killed = [str(one.killed.range) for one in found.values()]
    assert killed == ["None", "3", "3", "5–8"]
    assert [one.conceded_killed.known for one in found.values()] == [0, 1, 1, 0]
    assert answer(in_sqlite(facts)).total.killed.range == Range(5, 8)
    facts.close()
