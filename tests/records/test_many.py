"""More keys than a database takes in one question."""

import sqlite3
import uuid

import pytest
from django.db import connection

from cairn.records.by_model import proposed_in
from cairn.records.dossiers import told_of
from cairn.records.evidence import claims_of
from cairn.records.linking.pairs import incidents_in_a_line, reports_in_a_line
from cairn.records.many import among
from cairn.records.models import Source
from tests.records.test_change import name_many
from tests.records.told import ANA


def test_tens_of_thousands_of_keys_are_asked_for_in_parcels(ledger):
    name_many(ANA, 12_000)
    names = [f"Outlet {number}" for number in range(0, 40_000, 3)]
    found = {source.name for source in among(Source.objects.all(), "name", names)}
    assert found == {f"Outlet {number}" for number in range(0, 12_000, 3)}


@pytest.fixture
def few_variables(ledger):
    """SQLite as most Pythons bring it: no question with as many keys as a large ledger has reports."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 9_999)


def test_whoever_asks_what_very_many_reports_tell_is_answered(few_variables):
    reports = {f"report-{number}" for number in range(12_000)}
    assert told_of(reports) == proposed_in(reports) == reports_in_a_line(reports) == {}
    assert not any(claims_of({(report, "") for report in reports}).values())
    assert len(incidents_in_a_line({uuid.UUID(int=number) for number in range(12_000)})) == 12_000
