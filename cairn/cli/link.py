"""`cairn link`: which reports speak of one incident."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from cairn.archive.report_line import report_text
from cairn.cli.lines import read_lines
from cairn.exceptions import BadInput
from cairn.story import link
from cairn.values import ReportText


def register(app: typer.Typer) -> None:
    app.command(name="link")(command)


def command(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines on standard input (the only way yet).")
    ] = True,
) -> None:
    """Read reports as JSON lines; write for each the labels of the incidents it tells of, maybe none."""
    reports: list[ReportText] = []
    known: set[str] = set()
    for said, wrong in read_lines():
        try:
            if wrong:
                raise BadInput(wrong)
            report = report_text(said)
            if report.id in known:
                raise BadInput(f"The id {report.id} came before. Give each report an id of its own.")
        except BadInput as refusal:
            print(json.dumps({"id": said.get("id"), "error": str(refusal)}, ensure_ascii=False))
            continue
        known.add(report.id)
        reports.append(report)
    for id, incidents in link(reports).items():
        print(json.dumps({"id": id, "incidents": incidents}, ensure_ascii=False))
