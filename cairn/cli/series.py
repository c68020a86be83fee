"""`cairn series`: tolls and figures as they were said, day by day, beside the incidents and in no total."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.ledger import LedgerArgument
from cairn.exceptions import BadInput
from cairn.records.ledger import open_to_read
from cairn.records.series import said_in_series
from cairn.total.added import added, daily_beside
from cairn.total.series import table as series_table
from cairn.total.series.points import Said, Series, series_of, until
from cairn.values import Counted, PartialDate

NONE = (
    "There is no series: no report is read that gives a toll or figure of an area. Collect one and run"
    " `cairn run`, or bring in a table of them with `cairn import FILE --mapping series`."
)


class Format(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def register(app: typer.Typer) -> None:
    app.command(name="series")(command)


def command(
    ledger: LedgerArgument = Path(),
    measure: Annotated[str, typer.Option(help="Only this: killed, “territory held” …")] = "",
    place: Annotated[str, typer.Option(help="Only of this place.")] = "",
    of: Annotated[str, typer.Option(help="Only of this party.")] = "",
    differences: Annotated[
        bool, typer.Option("--differences", help="Cumulative counts day by day, by their differences.")
    ] = False,
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="As the ledger knew it at the end of this day, UTC.")
    ] = "",
    said_by: Annotated[
        str, typer.Option(metavar="DATE", help="What had been said by the end of this day.")
    ] = "",
    how: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
) -> None:
    """Tolls and figures over time: what was said of each day, by whom, and what they said before.

    Without a measure each series is a line. The CSV can be imported again by the mapping `series`.
    """
    open_to_read(ledger)
    said: Sequence[Said] = said_in_series(_day(as_of))
    if said_by:
        said = until(said, PartialDate(said_by))
    found = [each for each in series_of(said) if _wanted(each, measure, place, of)]
    if not found and (measure or place or of):
        raise BadInput("No series is of that. `cairn series` without options lists those there are.")
    if not found:
        print(NONE, file=sys.stderr)
    if differences and found:
        print(_differences(found))
    elif how is Format.CSV:
        print(series_table.as_csv(found), end="")
    elif how is Format.JSON:
        print(json.dumps(series_table.as_json(found), ensure_ascii=False, indent=1))
    elif found:
        print(series_table.as_text(found) if measure else series_table.as_list(found))


def _day(as_of: str) -> dt.date | None:
    return PartialDate(as_of).last_day() if as_of else None


def _wanted(series: Series, measure: str, place: str, of: str) -> bool:
    subject = series.subject
    pairs = ((measure, subject.measure), (place, subject.place), (of, subject.of))
    return all(not asked or asked.casefold() == found.casefold() for asked, found in pairs)


def _differences(found: Sequence[Series]) -> str:
    cumulative = [each for each in found if each.subject.counted == Counted.CUMULATIVE]
    if not cumulative:
        raise BadInput("No cumulative count is among these series. Leave out --differences to see them.")
    return "\n\n".join(
        series_table.added_as_text(each.subject, added(each, daily_beside(each, found)))
        for each in cumulative
    )
