"""`cairn estimate`: how many nobody recorded, from a table of who recorded whom; or why nobody can say."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cairn.exceptions import BadInput

if TYPE_CHECKING:
    from cairn.estimate import Estimate


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
    table: Annotated[
        Path,
        typer.Argument(metavar="TABLE.csv", help="pattern,count; or a column of 0 and 1 a list, and count."),
    ],
    engine: Annotated[Engine, typer.Option(help="auto chooses by the number of lists.")] = Engine.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    seed: Annotated[int | None, typer.Option(help="The seed of what is drawn at random.")] = None,
    fan: Annotated[Path | None, typer.Option(metavar="FILE.svg", help="Draw every model's answer.")] = None,
) -> None:
    """Estimate how many people nobody recorded, from how many each combination of lists recorded.

    A refusal is an answer: it says which evidence was wanting.
    """
    try:
        answer = estimated(table, engine.value, seed)
    except BadInput as refusal:
        if as_json:
            print(json.dumps({"n_documented": None, "refused": True, "reason": str(refusal)}))
        raise
    from cairn.estimate import report
    from cairn.estimate.fan import fan_svg

    if fan:
        _write(fan, fan_svg(answer))
    print(json.dumps(report.as_json(answer), ensure_ascii=False) if as_json else report.as_text(answer))


def estimated(path: Path, engine: str, seed: int | None) -> Estimate:
    """The estimate from a file, with the hash of the file as it was read."""
    # The matrices here are small: a second thread in the algebra waits more than it works.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from cairn.estimate import SEED, examined, read_table

    try:
        written = path.read_bytes()
        text = written.decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"Cannot read {path}: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8 text. Save it as CSV in UTF-8.") from None
    found = read_table(text, path.name)
    progress = _progress if sys.stderr.isatty() else None
    answer = examined(found, engine, SEED if seed is None else seed, progress)
    return replace(answer, input_sha256=hashlib.sha256(written).hexdigest())


def _write(path: Path, drawing: str) -> None:
    try:
        path.write_text(drawing, "utf-8")
    except OSError as problem:
        raise BadInput(
            f"Cannot write {path}: {problem.strerror}. Name a file in a folder that is there."
        ) from None


def _progress(done: int, most: int, rhat: float) -> None:
    end = "\n" if done >= most else ""
    print(f"\r{done:,} of at most {most:,} sweeps, R-hat {rhat:.3f}", end=end, file=sys.stderr, flush=True)
