"""`cairn run`: everything that is due, in order."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import typer

from cairn.cli.ledger import LedgerArgument, cores
from cairn.records.ledger import open_ledger
from cairn.records.progress import bar
from cairn.records.run import run

REFUSED_SHOWN = 20  # what fails for one reason fails a thousand times


def register(app: typer.Typer) -> None:
    app.command(name="run")(command)


def command(ledger: LedgerArgument = Path()) -> None:
    """Extract, link, grade, match admissions: all that is due. Stopped at any time, it goes on from there."""
    opened = open_ledger(ledger)
    _let_workers_start()
    with bar() as watch:
        done = run(opened, cores(), watch)
    for sentence in done.refused[:REFUSED_SHOWN]:
        print(sentence)
    if len(done.refused) > REFUSED_SHOWN:
        print(f"… and {len(done.refused) - REFUSED_SHOWN:,} more that could not be read.")
    read, proposed, admitted = (f"{each:,}" for each in (done.read, done.proposed, done.admitted))
    print(f"{read} reports read, {proposed} findings proposed, {admitted} admissions matched.")
    for sentence in done.by_model:
        print(sentence)
    if done.refused:
        raise typer.Exit(1)


def _let_workers_start() -> None:
    """A worker loads the main module: not the script that was typed, which would run it all again."""
    if sys.modules["__main__"].__spec__ is None:
        sys.modules["__main__"].__spec__ = find_spec("cairn.cli.__main__")
