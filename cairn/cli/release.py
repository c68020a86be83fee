"""`cairn release`: the record of one day as files that anybody can check, under a name that is used once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from cairn.cli.ledger import ByOption, ReasonOption, Words, person, to_write

OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="DIR", help="Where to.", show_default="exports/releases/NAME"),
]
SinceOption = Annotated[
    Path | None,
    typer.Option(
        "--since",
        metavar="DIR",
        help="The release to compare with.",
        show_default="the newest in exports/releases",
    ),
]


def register(app: typer.Typer) -> None:
    app.command(name="release")(command)


def command(
    words: Words,
    output: OutputOption = None,
    since: SinceOption = None,
    by: ByOption = "",
    reason: ReasonOption = "released",
) -> None:
    """Write a release: [LEDGER] NAME. `cairn verify DIR` checks it on any machine, without the ledger."""
    ledger, (name,) = to_write(words, ["NAME"])
    from cairn.publish.parquet import EXTRA, available
    from cairn.records.actions import By
    from cairn.records.release.folder import Order, make_release
    from cairn.records.release.setting import read_release

    setting = read_release(ledger.path)
    columns = SpinnerColumn(), TextColumn("release"), TextColumn("{task.description}"), TimeElapsedColumn()
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task("reading the record", total=None)
        made = make_release(
            ledger,
            Order(name, output, since),
            setting,
            By(person(by), reason),
            lambda file: progress.update(task, description=file),
        )
    print(f"{made.incidents:,} incidents released to {made.folder}.")
    if not available():
        print(f"No Parquet files: DuckDB, which writes them, is not here. Install {EXTRA} to have them too.")
    if made.counted:
        told = ", ".join(f"{number:,} {what}" for what, number in made.counted.items())
        print(f"Since the release {made.since}: {told}; changes.csv says which, and which totals moved.")
    else:
        print("No earlier release was at hand as it was written: changes.csv is empty.")
    print(f"Announce the SHA-256 of manifest.json, so that anybody can compare: {made.manifest_sha256}")
