"""`cairn verify`: hash everything again and name what was tampered with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cairn.publish.manifest import insist_on, is_published


def register(app: typer.Typer) -> None:
    app.command(name="verify")(command)


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[LEDGER|RELEASE]", help="A ledger, or a folder that was published.")
    ] = Path(),
) -> None:
    """Check every capture, every change and every record against its hash; exit with 1 where one differs."""
    if is_published(folder):
        print(f"All {insist_on(folder).files:,} files are as they were published.")
        return
    from cairn.records.ledger import open_to_read
    from cairn.records.verify import checked, problems

    found = 0
    for sentence in problems(open_to_read(folder)):
        print(sentence)
        found += 1
    if found:
        print(f"{found:,} things are not as they were recorded.")
        raise typer.Exit(1)
    print(f"Nothing was tampered with: {checked()}")
