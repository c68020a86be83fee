"""A fresh ledger for each test, on each database that is at hand.

SQLite always; PostgreSQL where CAIRN_TEST_DATABASE names a server in which databases may be made:
CAIRN_TEST_DATABASE=postgresql://postgres@127.0.0.1:5432/postgres
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connections

from cairn.records.database import VARIABLE
from cairn.records.ledger import Ledger, init_ledger, open_ledger
from tests.records.told import CONFLICT

SERVER = os.environ.get("CAIRN_TEST_DATABASE", "")
DATABASES = ["sqlite", "postgresql"] if SERVER else ["sqlite"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    without = "" if SERVER else "; PostgreSQL is not tested: CAIRN_TEST_DATABASE names no server"
    terminalreporter.write_line(f"Records were tested on {' and '.join(DATABASES)}{without}.")


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger made once, which tests on SQLite copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        made = init_ledger(tmp_path_factory.mktemp("empty") / "ledger", CONFLICT)
    connections.close_all()
    return made.path


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a PostgreSQL database made once, which tests copy."""
    name = f"cairn_test_{uuid.uuid4().hex}"
    on_server(f"CREATE DATABASE {name}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, address_of(name))
        init_ledger(tmp_path_factory.mktemp("postgresql") / "ledger", CONFLICT)
    connections.close_all()
    yield name
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def ledger(
    request: pytest.FixtureRequest, tmp_path: Path, empty_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ledger]:
    """An empty ledger, open, on each database in turn."""
    shutil.copytree(empty_ledger, tmp_path / "ledger")
    name = f"cairn_test_{uuid.uuid4().hex}"
    if request.param == "postgresql":
        on_server(f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('empty_database')}")
        (tmp_path / "ledger" / "cairn.db").unlink()
        monkeypatch.setenv(VARIABLE, address_of(name))
    else:
        monkeypatch.delenv(VARIABLE, raising=False)
    yield open_ledger(tmp_path / "ledger")
    connections.close_all()
    if request.param == "postgresql":
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


def on_server(statement: str) -> None:
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(statement)  # type: ignore[call-overload]


def address_of(name: str) -> str:
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
