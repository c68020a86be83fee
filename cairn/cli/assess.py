"""`cairn assess`: what a record would say if these reports were all the evidence on one incident."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cairn.archive.report_line import countries_of, report_text
from cairn.cli.lines import Said, answer_lines
from cairn.exceptions import BadInput
from cairn.story import assess
from cairn.values import Finding, to_json
from cairn.vocabulary.reasons import reason_in

COUNTS = ("killed", "injured", "combatants_killed", "all_killed", "all_injured")


def register(app: typer.Typer) -> None:
    app.command(name="assess")(command)


def command(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read JSON lines on standard input (the only way yet).")
    ] = True,
) -> None:
    """Read {"id", "reports": […]} as JSON lines; write the range, grade and reasons of each as JSON lines."""
    answer_lines(answer)


def answer(said: Said) -> Mapping[str, Any]:
    if said.get("id") in (None, ""):
        raise BadInput('This line has no id. Send {"id": …, "reports": [{"id": …, "text": …}]}.')
    reports = said.get("reports")
    if not isinstance(reports, list) or not all(isinstance(report, dict) for report in reports):
        raise BadInput('There is no list of reports. Send {"id": …, "reports": [{"id": …, "text": …}]}.')
    hints = {"countries": countries_of(said)}
    return {
        "id": said["id"],
        **finding_as_said(assess([report_text({**hints, **report}) for report in reports])),
    }


def finding_as_said(finding: Finding) -> dict[str, Any]:
    """A finding as the batch contract has it: unknown counts are there and null, reasons are sentences."""
    place = finding.place
    said: dict[str, Any] = {**dict.fromkeys(COUNTS), **to_json(finding)}
    said["place"] = place.name if place else None
    said["lat_lon"] = list(place.lat_lon) if place and place.lat_lon else None
    said["precision"] = place.precision.value if place and place.precision else None
    said["reasons"] = [reason_in(reason) for reason in finding.reasons]
    return said
