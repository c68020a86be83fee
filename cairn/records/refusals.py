"""What databases say when they cannot go on, as a sentence to a tired person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError
from django.db.utils import OperationalError

from cairn.exceptions import LedgerError

# What SQLite and PostgreSQL write, and what it means for the person at the keyboard.
_SENTENCES = {
    "disk is full": "The disk of {where} is full; the ledger was not changed. Make room and run it again.",
    "disk i/o error": "The disk of {where} would not take the change; the ledger was not changed. "
    "It may be full or failing: check it and run the command again.",
    "no space left": "The database's disk is full; the ledger was not changed. Make room and run it again.",
    "readonly database": "The ledger {where} may not be written. Ask for permission, or work on a copy.",
    "unable to open database file": "{where}/cairn.db cannot be opened. Check that you may write there.",
    "database is locked": "Another program has long been writing to the ledger {where}. "
    "Wait for it to end and run the command again.",
    "not a database": "{where}/cairn.db is not a database. Restore it from a copy; the archive is untouched.",
    "no such table": "{where}/cairn.db lacks a table. Restore it from a copy; the archive is untouched.",
    "no such column": "{where}/cairn.db lacks a column. Restore it from a copy; the archive is untouched.",
    '" does not exist': "The database at CAIRN_DATABASE, or a table in it, does not exist. Check the "
    "variable, or restore the database from a copy; the archive is untouched.",
    "malformed": "{where}/cairn.db is damaged. Restore it from a copy; the archive is untouched.",
    "connection refused": "The database at CAIRN_DATABASE does not answer. Start it, or unset the variable.",
}
_where = "the ledger's folder"


def stand_in(folder: str) -> None:
    """The folder that sentences name from now on."""
    global _where
    _where = folder


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what the database refuses into a LedgerError; what we do not know passes as it is."""
    try:
        yield
    except (OperationalError, DatabaseError) as problem:
        said = str(problem).casefold()
        for sign, sentence in _SENTENCES.items():
            if sign in said:
                raise LedgerError(sentence.format(where=_where)) from problem
        raise
