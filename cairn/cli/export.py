"""`cairn export`: the ledger's incidents as another recorder's table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.ledger import LedgerArgument
from cairn.exchange import load_mapping, mapping_names, write_table
from cairn.records.exports import rows_for
from cairn.records.ledger import open_to_read


def register(app: typer.Typer) -> None:
    app.command(name="export")(command)


def command(
    mapping: Annotated[
        str, typer.Option(help=f"{', '.join(mapping_names())}, or a mapping file of your own.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to; .gz is gzipped.")],
    ledger: LedgerArgument = Path(),
) -> None:
    """Write a table. Rows that were imported come back cell for cell, but for what was decided since."""
    open_to_read(ledger)
    shape = load_mapping(mapping)
    print(f"{write_table(rows_for(shape), shape, output):,} rows written to {output}.")
