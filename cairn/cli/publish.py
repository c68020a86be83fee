"""`cairn publish`: the site, the open data and a manifest of hashes, as flat files."""

from __future__ import annotations

from pathlib import Path

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cairn.cli.ledger import Words, to_read


def register(app: typer.Typer) -> None:
    app.command(name="publish")(command)


def command(words: Words) -> None:
    """Write all that may be public into a folder: [LEDGER] DIR. Open its index.html, or put it on a server.

    A folder that was published before is replaced whole; one that holds other files is refused.
    """
    ledger, (folder,) = to_read(words, ["FOLDER"])
    from cairn.site.bake import bake
    from cairn.site.open import contents_of

    columns = TextColumn("publish"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, transient=True) as progress:
        task = progress.add_task("publish", total=None)
        count = bake(
            contents_of(ledger),
            Path(folder),
            lambda done, of: progress.update(task, completed=done, total=of),
        )
    print(f"{count:,} files published to {folder}; open {Path(folder) / 'index.html'}.")
