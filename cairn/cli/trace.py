"""`cairn trace`: from an incident's figures, hand over hand, to the bytes they rest on."""

from __future__ import annotations

import typer

from cairn.cli.ledger import Words, to_read
from cairn.records.queries import find_incident
from cairn.records.trace import walk


def register(app: typer.Typer) -> None:
    app.command(name="trace")(command)


def command(words: Words) -> None:
    """Print the walk: `cairn trace [LEDGER] CODE`. Each capture is hashed again on the way."""
    ledger, (code,) = to_read(words, ["CODE"])
    for line in walk(ledger, find_incident(code)):
        print(line)
