"""`cairn init`: a new ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cairn.records.ledger import init_ledger
from cairn.values import PartialDate
from cairn.vocabulary.conflict import Conflict


def register(app: typer.Typer) -> None:
    app.command(name="init")(command)


def command(
    ledger: Annotated[Path, typer.Argument(metavar="LEDGER", help="A new or empty folder.")],
    name: Annotated[str, typer.Option(help="What the ledger is called.")] = "",
    country: Annotated[list[str], typer.Option(metavar="CODE", help="A country watched: SY. Repeat.")] = [],  # noqa: B006
    belligerent: Annotated[list[str], typer.Option(help="A belligerent recorded. Repeat.")] = [],  # noqa: B006
    language: Annotated[list[str], typer.Option(help="A language of reports: ara. Repeat.")] = [],  # noqa: B006
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="Monitored from then on.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Monitored until then.")] = "",
) -> None:
    """Make a ledger: cairn.toml to edit, cairn.db, archive/, exports/ and places/."""
    watched = Conflict(
        name=name or ledger.resolve().name,
        countries=tuple(country),
        belligerents=tuple(belligerent),
        languages=tuple(language),
        start=PartialDate(start) if start else None,
        end=PartialDate(end) if end else None,
    )
    made = init_ledger(ledger, watched)
    print(f"Made the ledger {made.path}. Say in cairn.toml what it watches; then `cairn collect` reports.")
