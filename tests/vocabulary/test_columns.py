"""Every column of the open files is described once, for the files and the codebook alike."""

import pytest

from cairn.exceptions import BadVocabulary
from cairn.publish import COLUMNS
from cairn.publish.codebook import WORDS
from cairn.total import Measure
from cairn.total.facts.rows import TABLES, kind_of
from cairn.vocabulary import columns
from cairn.vocabulary.columns import Column, Kind, fact_tables, tables


def test_the_table_of_incidents_has_the_columns_of_the_open_csv():
    assert tables()["incidents"].names == COLUMNS


def test_every_set_of_words_that_a_column_names_is_in_the_codebook():
    named = {column.values for table in tables().values() for column in table.columns if column.values}
    assert named == set(WORDS)


def test_whatever_a_total_may_count_has_its_columns():
    names = set(tables()["totals"].names)
    assert {f"{each.key}_{bound}" for each in Measure for bound in ("min", "max")} <= names


def test_the_tables_of_facts_are_described_column_by_column():
    assert {name: table.names for name, table in fact_tables().items()} == TABLES
    kinds = {int: Kind.WHOLE, float: Kind.NUMBER, str: Kind.TEXT}
    for name, table in fact_tables().items():
        for column in table.columns:
            assert column.kind is kinds[kind_of(name, column.name)], (name, column.name)


def test_every_table_has_each_column_once():
    for table in tables().values():
        assert len(set(table.names)) == len(table.names), table.name


def test_numbers_are_spelt_alike_whichever_file_they_come_from():
    number, whole = Column("x", Kind.NUMBER, ""), Column("n", Kind.WHOLE, "")
    assert number.spelt(35) == number.spelt("35.0") == "35.0"
    assert whole.spelt(7) == whole.spelt("7") and whole.spelt(None) == whole.spelt("") == ""


@pytest.mark.parametrize("said", [{"means": "", "kind": "text"}, {"means": "A day.", "kind": "day"}])
def test_a_column_that_is_not_described_is_refused(said, monkeypatch):
    monkeypatch.setattr(columns, "read_yaml", lambda _: {"t": {"means": "A table.", "columns": {"c": said}}})
    with pytest.raises(BadVocabulary, match=r"must say of t\.c what it means"):
        tables.__wrapped__()
