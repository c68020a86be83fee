"""`cairn import`: another recorder's table into the ledger, every cell kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.ledger import ByOption, ReasonOption, Words, person, to_write
from cairn.exceptions import BadInput
from cairn.exchange import Mapping, Rejected, Row, load_mapping, mapping_names, read_table
from cairn.records import actions
from cairn.records.change import By

ROWS_A_CHANGE = 5000  # what is imported when the command is killed stays, and the next import goes on there


def register(app: typer.Typer) -> None:
    app.command(name="import")(command)


def command(
    words: Words,
    mapping: Annotated[
        str, typer.Option(help=f"{', '.join(mapping_names())}, or a mapping file of your own.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and report; change nothing.")] = False,
    by: ByOption = "",
    reason: ReasonOption = "",
) -> None:
    """Import a table: `cairn import [LEDGER] FILE --mapping NAME`. The same table again changes nothing."""
    _, (file,) = to_write(words, 1)
    shape = load_mapping(mapping)
    read = list(read_table(Path(file), shape))
    rows = [each for each in read if isinstance(each, Row)]
    refused = [each for each in read if isinstance(each, Rejected)]
    kept = 0
    if not dry_run:
        who = By(person(by), reason or f"import of {Path(file).name} by the mapping {shape.name}")
        kept, more = _import(who, shape, rows)
        refused += more
    _report(rows, refused, f"{len(rows):,} rows read" if dry_run else f"{kept:,} rows kept of {len(read):,}")


def _import(by: By, mapping: Mapping, rows: Sequence[Row]) -> tuple[int, list[Rejected]]:
    if mapping.kind == "incidents":
        parcels = _parcels(rows)
        return sum(actions.import_incidents(by, mapping.name, parcel) for parcel in parcels), []
    if mapping.kind == "attributions":
        return actions.import_attributions(by, mapping.name, rows)
    if mapping.kind == "sources":
        return actions.import_sources(by, mapping.name, rows)
    if mapping.kind == "figures":
        return actions.import_figures(by, mapping.name, rows), []
    raise BadInput(f"A mapping of {mapping.kind} cannot be imported. Choose another.")


def _parcels(rows: Sequence[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while parcel := list(islice(left, ROWS_A_CHANGE)):
        yield parcel


def _report(rows: Sequence[Row], refused: Sequence[Rejected], done: str) -> None:
    for row in rows:
        for note in row.notes:
            print(f"row {row.number}: {note}")
    for each in refused:
        print(each)
    print(f"{done}, {len(refused):,} refused.")
    if refused:
        raise typer.Exit(1)
