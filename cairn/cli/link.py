"""`cairn link`: which reports speak of one incident.

cairn link --jsonl < REPORTS               labels of incidents for each report
cairn link suggest [LEDGER]                the pairs that are worth a person's time, the worthiest first
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cairn.archive.report_line import report_text
from cairn.cli.lines import failed, read_lines, written
from cairn.cli.workers import spread
from cairn.exceptions import BadInput
from cairn.story import evidence_of, extract, link_read
from cairn.values import Reading, ReportText


def register(app: typer.Typer) -> None:
    app.command(name="link")(command)


def command(
    words: Annotated[list[str] | None, typer.Argument(metavar="[suggest] [LEDGER]")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="For `suggest`: how many pairs.")] = 20,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON lines on standard input.")] = True,
) -> None:
    """Read reports as JSON lines; write for each the labels of the incidents it tells of, maybe none.

    `cairn link suggest [LEDGER]` lists the pairs of a ledger that a person should look at, worthiest first.
    """
    if not words:
        _link()
    elif words[0] == "suggest":
        from cairn.cli.suggest import suggest  # it needs Django, which the batch command does without

        suggest(words[1:], most)
    else:
        raise BadInput(f"`cairn link` does not know “{words[0]}”. Say `suggest`, or nothing to read reports.")


def _link() -> None:
    reports: list[ReportText] = []
    ids: dict[str, Any] = {}  # as it is written here and as it came: 5 and "5" are one report's
    for said, wrong in read_lines():
        try:
            if wrong:
                raise BadInput(wrong)
            report = report_text(said)
            if report.id in ids:
                raise BadInput(f"The id {report.id} came before. Give each report an id of its own.")
        except BadInput as refusal:
            print(written({"id": said.get("id"), "error": str(refusal)}))
            continue
        ids[report.id] = said["id"]
        reports.append(report)
    read: list[tuple[ReportText, Reading]] = []
    for report, found in zip(reports, spread(reading_or_fault, reports), strict=True):
        if isinstance(found, Reading):
            read.append((report, found))
        else:
            print(written({**found, "id": ids[report.id]}))
    known = evidence_of([report for report, _ in read], [reading for _, reading in read])
    for id, incidents in link_read(known).items():
        print(written({"id": ids[id], "incidents": incidents}))


def reading_or_fault(report: ReportText) -> Reading | dict[str, Any]:
    """What a report says; where Cairn fails on it, the answer that says so, and the others are linked."""
    try:
        return extract(report)
    except Exception as fault:
        return failed(report.id, fault)
