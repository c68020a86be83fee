"""`cairn extract`: the claims and figures of each report, each with its span."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cairn.archive.report_line import report_text
from cairn.cli.lines import Said, answer_lines
from cairn.story import extract
from cairn.values import Claim, Reading, to_json


def register(app: typer.Typer) -> None:
    app.command(name="extract")(command)


def command(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines on standard input (the only way yet).")
    ] = True,
) -> None:
    """Read reports as JSON lines; write their claims and figures as JSON lines."""
    answer_lines(answer)


def answer(said: Said) -> Mapping[str, Any]:
    report = report_text(said)
    return {"id": said["id"], **reading_as_said(extract(report))}


def reading_as_said(reading: Reading) -> dict[str, Any]:
    return {
        "language": reading.language,
        "claims": [claim_as_said(claim) for claim in reading.claims],
        "figures": [_with_its_span(to_json(figure)) for figure in reading.figures],
        "means": list(reading.means),
        "struck": to_json(reading.struck),
    }


def claim_as_said(claim: Claim) -> dict[str, Any]:
    """A claim as the batch contract has it: its span laid open, its count there even when unknown."""
    said = _with_its_span(to_json(claim))
    return {"count": None, "belligerents": [], "who": {"status": "unknown"}, **said}


def _with_its_span(said: dict[str, Any]) -> dict[str, Any]:
    return {**{key: part for key, part in said.items() if key != "span"}, **said["span"]}
