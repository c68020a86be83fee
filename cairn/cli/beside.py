"""`cairn beside`: what belligerents concede and state, beside what is recorded of them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.in_terminal import harmless
from cairn.cli.ledger import LedgerArgument
from cairn.cli.total import (
    AsOfOption,
    CountryOption,
    Format,
    FormatOption,
    FromOption,
    ProvisionalOption,
    ToOption,
)
from cairn.exceptions import BadInput
from cairn.total import Period, Question
from cairn.total.beside_files import beside_as_csv, beside_as_json
from cairn.total.beside_table import beside_as_text
from cairn.values import PartialDate
from cairn.vocabulary.belligerents import named
from cairn.vocabulary.country_names import country_code

BelligerentOption = Annotated[
    list[str] | None, typer.Option("--belligerent", metavar="NAME", help="Only this one. Repeat for more.")
]


def register(app: typer.Typer) -> None:
    app.command(name="beside")(command)


def command(
    ledger: LedgerArgument = Path(),
    belligerent: BelligerentOption = None,
    country: CountryOption = None,
    start: FromOption = "",
    end: ToOption = "",
    as_of: AsOfOption = "",
    provisional: ProvisionalOption = False,
    format: FormatOption = Format.TABLE,
) -> None:
    """Beside what is recorded of each belligerent: what it concedes, states, has assessed, and how late.

    Deaths conceded in incidents of the record and its own stated total are two figures, both shown.
    """
    from cairn.records.ledger import open_to_read

    watched = open_to_read(ledger).conflict
    from cairn.records.conceding import beside_record

    day = _day(as_of)
    question = Question(
        belligerents=tuple(named(name) or name for name in belligerent or ()),
        countries=tuple(_country(name) for name in country or ()),
        period=Period(PartialDate(start) if start else None, PartialDate(end) if end else None),
        as_of=PartialDate.on(day),
        provisional=provisional,
    )
    found = beside_record(question, day, watched.countries)
    if format is Format.JSON:
        print(json.dumps(beside_as_json(found), ensure_ascii=False))
    elif format is Format.CSV:
        print(beside_as_csv(found).rstrip("\r\n"))
    else:
        print(harmless(beside_as_text(found)))


def _country(name: str) -> str:
    code = country_code(name)
    if code is None:
        raise BadInput(f"--country {name} is not known. Write its two-letter code, such as SY.")
    return code


def _day(as_of: str) -> dt.date:
    today = dt.datetime.now(dt.UTC).date()
    day = PartialDate(as_of).last_day() if as_of else today
    return min(day, today)
