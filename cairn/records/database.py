"""Which database holds a ledger: SQLite in its folder, or what CAIRN_DATABASE names."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings
from django.db import connections

from cairn.exceptions import LedgerError

VARIABLE = "CAIRN_DATABASE"
NO_DATABASE = (
    f"{VARIABLE} does not name a PostgreSQL database. Write postgresql://user:password@host/database."
)
BUSY_SECONDS = 60  # how long a writer waits for another before it says so


def use(folder: Path) -> None:
    """Point Django at the ledger's database. May be called again, for another ledger, in the same process."""
    address = os.environ.get(VARIABLE, "")
    _connect(_postgresql(address) if address else _sqlite(folder))


def use_read_only(folder: Path) -> None:
    """The same for a ledger that nobody may write: a copy on a disc, another person's folder."""
    if os.environ.get(VARIABLE):
        use(folder)
        return
    name = f"{(folder / 'cairn.db').resolve().as_uri()}?mode=ro&immutable=1"
    _connect({"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": {"uri": True}})


def _sqlite(folder: Path) -> dict[str, Any]:
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    options = {"timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": pragmas}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "cairn.db"), "OPTIONS": options}


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # a port that is no number
        raise LedgerError(NO_DATABASE) from None
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise LedgerError(NO_DATABASE)
    if find_spec("psycopg") is None:
        raise LedgerError("PostgreSQL needs psycopg, which is not here. Install cairn-recorder[postgres].")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _connect(database: dict[str, Any]) -> None:
    connections.close_all()
    settings.DATABASES = {"default": database}
    connections.settings = connections.configure_settings(settings.DATABASES)
    with suppress(AttributeError):  # this thread had opened none yet
        del connections["default"]
