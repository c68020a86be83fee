"""`cairn import`: another recorder's table into the ledger, every cell kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.difference import change_words, columns_words, notes_words, write_difference
from cairn.cli.ledger import ByOption, ReasonOption, Words, person, to_write
from cairn.exceptions import BadInput
from cairn.exchange import Difference, Mapping, Rejected, Row, load_mapping, mapping_names, read_table
from cairn.records import actions
from cairn.records.actions.withdrawing import withdraw_missing
from cairn.records.change import By
from cairn.records.importing import planned, with_incidents

ROWS_A_CHANGE = 5000  # what is imported when the command is killed stays, and the next import goes on there


def register(app: typer.Typer) -> None:
    app.command(name="import")(command)


def command(
    words: Words,
    mapping: Annotated[
        str, typer.Option(help=f"{', '.join(mapping_names())}, or a mapping file of your own.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what is new, changed and missing; change nothing.")
    ] = False,
    diff: Annotated[
        Path | None, typer.Option("--diff", metavar="FILE", help="Write every difference as CSV.")
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw-missing", help="Withdraw what the table no longer has.")
    ] = False,
    by: ByOption = "",
    reason: ReasonOption = "",
) -> None:
    """Import a table: `cairn import [LEDGER] FILE --mapping NAME`. The same table again changes nothing."""
    _, (file,) = to_write(words, ["FILE"])
    shape = load_mapping(mapping)
    read = list(read_table(Path(file), shape))
    rows = [each for each in read if isinstance(each, Row)]
    refused = [each for each in read if isinstance(each, Rejected)]
    if shape.kind in ("attributions", "sources"):
        _, rows, strangers = with_incidents(shape, rows)
        refused += strangers
    due = planned(shape, rows, refused)
    _tell(rows, due, shape)
    if withdraw and due.missing:
        _insist_that_all_was_read(file, rows, refused, due)
    if not dry_run:
        who = By(person(by), reason or f"import of {Path(file).name} by the mapping {shape.name}")
        _import(who, shape, rows, due)
        if withdraw and due.missing:
            _withdraw(who, shape, due)
    if diff:
        write_difference(diff, due, refused)
    for each in refused:
        print(each)
    print(_summary(due, refused, dry_run))
    if refused:
        raise typer.Exit(1)


def _import(by: By, mapping: Mapping, rows: Sequence[Row], due: Difference) -> None:
    if mapping.kind == "incidents":
        for parcel in _parcels([*(row for _, row in due.new), *(each.row for each in due.changed)]):
            actions.import_incidents(by, mapping.name, parcel)
    elif mapping.kind == "attributions":
        actions.import_attributions(by, mapping, rows)
    elif mapping.kind == "sources":
        actions.import_sources(by, mapping, rows)
    elif mapping.kind == "figures":
        actions.import_figures(by, mapping, rows)
    else:
        raise BadInput(f"A mapping of {mapping.kind} cannot be imported. Choose another.")


def _parcels(rows: Sequence[Row]) -> Iterator[list[Row]]:
    left = iter(sorted(rows, key=lambda row: row.number))
    while parcel := list(islice(left, ROWS_A_CHANGE)):
        yield parcel


def _insist_that_all_was_read(
    file: str, rows: Sequence[Row], refused: Sequence[Rejected], due: Difference
) -> None:
    """What cannot be read may be what seems to be missing."""
    if not rows:
        raise BadInput(
            f"No row of {file} can be read: nothing is imported and nothing withdrawn. Is it the whole table?"
        )
    if without := next((each for each in refused if not each.id), None):
        raise BadInput(
            f"{file}, {without} It may be one of the {len(due.missing):,} that seem to be missing:"
            " nothing is imported and nothing withdrawn. Mend the row, or leave out --withdraw-missing."
        )


def _withdraw(by: By, mapping: Mapping, due: Difference) -> None:
    left = withdraw_missing(by, mapping, [one.key for one in due.missing])
    for key in left:
        print(f"{key} is no longer in the table, but people here have worked on its incident: it is left.")
    print(f"{len(due.missing) - len(left):,} rows withdrawn.")


def _tell(rows: Sequence[Row], due: Difference, mapping: Mapping) -> None:
    for line in (*columns_words(rows, mapping), *notes_words(rows), *change_words(due)):
        print(line)


def _summary(due: Difference, refused: Sequence[Rejected], dry_run: bool) -> str:
    counts = f"{len(due.new):,} new, {len(due.changed):,} changed, {due.unchanged:,} unchanged"
    gone = f", {len(due.missing):,} no longer in the table" if due.missing else ""
    nothing = " Nothing was changed: --dry-run." if dry_run else ""
    return f"{counts}, {len(refused):,} refused{gone}.{nothing}"
