"""`cairn estimate`: how many nobody recorded, from who recorded whom; or why nobody can say."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cairn.cli.estimated import Asked, estimated
from cairn.cli.ledger import ByOption, ReasonOption, person
from cairn.exceptions import BadInput, in_words

if TYPE_CHECKING:
    from cairn.estimate import Estimate, OverlapTable


class Engine(StrEnum):
    """What may stand after --engine."""

    AUTO = "auto"
    LOGLINEAR = "loglinear"
    DGA = "dga"
    CHAO = "chao"
    LCMCR = "lcmcr"


def register(app: typer.Typer) -> None:
    app.command(name="estimate")(command)


def command(
    what: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TABLE.csv | LIST.csv LIST.csv … | LEDGER]",
            help="Counts by pattern (pattern,count); or lists of people, to be linked; or a ledger.",
            show_default="the current ledger",
        ),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="auto chooses by the number of lists.")] = Engine.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    seed: Annotated[int | None, typer.Option(help="The seed of what is drawn at random.")] = None,
    linkages: Annotated[
        int, typer.Option(min=1, max=10_000, help="How many draws of who is the same person.")
    ] = 100,
    covariates: Annotated[
        str,
        typer.Option(metavar="COLUMN,…", help="Two lists whose people are alike only in these columns."),
    ] = "",
    forest: Annotated[
        bool, typer.Option("--forest", help="Learn from the covariates with scikit-learn's forest.")
    ] = False,
    fan: Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Draw every model's answer.")] = None,
    overlap: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write who recorded whom, as counts by pattern.")
    ] = None,
    keep_in: Annotated[
        Path | None, typer.Option(metavar="LEDGER", help="Keep it in this ledger, and show it on its site.")
    ] = None,
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="Whom a kept estimate is of: “Named dead, Raqqa, 2017”.")
    ] = "",
    by: ByOption = "",
    reason: ReasonOption = "",
) -> None:
    """Estimate how many people nobody recorded, from how many each combination of lists recorded.

    People on lists are linked with probabilities; the doubt about who is the same person is in the answer.
    A refusal is an answer: it says which evidence was wanting.
    """
    try:
        columns = tuple(column.strip() for column in covariates.split(",") if column.strip())
        answer, table = estimated(what or [Path()], Asked(engine.value, seed, linkages, columns, forest))
    except BadInput as refusal:
        if as_json:
            print(json.dumps({"n_documented": None, "refused": True, "reason": str(refusal)}))
        raise
    from cairn.estimate import report
    from cairn.estimate.fan import fan_svg
    from cairn.estimate.overlap_csv import write_table

    if keep_in:
        _keep(keep_in, title, by, reason, answer, table)
    if fan:
        _write(fan, fan_svg(answer))
    if overlap:
        _write(overlap, write_table(table))
    print(json.dumps(report.as_json(answer), ensure_ascii=False) if as_json else report.as_text(answer))


def _keep(folder: Path, title: str, by: str, reason: str, answer: Estimate, table: OverlapTable) -> None:
    from cairn.estimate.report import as_json
    from cairn.records import actions
    from cairn.records.change import By
    from cairn.records.ledger import open_ledger

    open_ledger(folder)
    actions.keep_estimate(By(person(by), reason), title, as_json(answer), table.counts)


def _write(path: Path, drawing: str) -> None:
    try:
        path.write_text(drawing, "utf-8")
    except OSError as problem:
        raise BadInput(
            f"Cannot write {path}: {in_words(problem)}. Name a file in a folder that is there."
        ) from None
