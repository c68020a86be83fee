"""`cairn beside`: what belligerents concede and state, beside what is recorded of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.in_terminal import harmless
from cairn.cli.ledger import LedgerArgument
from cairn.cli.total import (
    AloneOption,
    AsOfOption,
    CountryOption,
    Format,
    FormatOption,
    FromOption,
    PlaceOption,
    ProvisionalOption,
    ToOption,
    Words,
    today,
)
from cairn.total.beside.files import beside_as_csv, beside_as_json
from cairn.total.beside.table import beside_as_text
from cairn.total.options import question_from

BelligerentOption = Annotated[
    Words, typer.Option("--belligerent", metavar="NAME,…", help="Only these; a coalition with its members.")
]


def register(app: typer.Typer) -> None:
    app.command(name="beside")(command)


def command(
    ledger: LedgerArgument = Path(),
    belligerent: BelligerentOption = None,
    alone: AloneOption = False,
    country: CountryOption = None,
    place: PlaceOption = None,
    start: FromOption = None,
    end: ToOption = None,
    as_of: AsOfOption = None,
    provisional: ProvisionalOption = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Beside what is recorded of each belligerent: what it concedes, states, has assessed, and how late.

    Deaths conceded in incidents of the record and its own stated total are two figures, both shown.
    """
    said = {
        **{"belligerent": belligerent, "country": country, "place": place},
        **{"from": start, "to": end, "as-of": as_of},
        **{"alone": ["yes"] if alone else None, "provisional": ["yes"] if provisional else None},
    }
    question = question_from({name: given or () for name, given in said.items()}, today())
    from cairn.records.ledger import open_to_read

    watched = open_to_read(ledger).conflict
    from cairn.records.conceding import beside_record

    found = beside_record(question, watched)
    if format is Format.JSON:
        print(json.dumps(beside_as_json(found), ensure_ascii=False))
    elif format is Format.CSV:
        print(beside_as_csv(found).rstrip("\r\n"))
    else:
        print(harmless(beside_as_text(found)))
