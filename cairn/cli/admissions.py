"""`cairn admissions`: each line of a belligerent's own report, and the incident it speaks of."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from cairn.archive.report_line import countries_of
from cairn.cli.lines import Said, answer_line
from cairn.cli.periodic import show
from cairn.exceptions import BadInput
from cairn.exchange import Rejected, load_mapping, read_table
from cairn.extract.admissions import read_admission
from cairn.link.admissions import match_admission
from cairn.link.incidents import IncidentIndex
from cairn.values import AdmissionLine, KnownIncident, Match, to_json
from cairn.vocabulary.published import published_date


def register(app: typer.Typer) -> None:
    app.command(name="admissions")(command)


def command(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Periodic reports: pages, PDFs or texts.", show_default=False)
    ] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help="Lines as JSON lines on standard input, as without FILES."),
    ] = False,
    against: Annotated[
        Path | None,
        typer.Option(metavar="INCIDENTS.csv", help="The incidents to match against, .csv or .csv.gz."),
    ] = None,
    mapping: Annotated[str, typer.Option(help="The mapping by which that file is read.")] = "airwars",
    published: Annotated[str, typer.Option(help="The day of publication, where FILES do not say.")] = "",
) -> None:
    """Read a belligerent's own reports: what each line concedes, of which incident, and whether all adds up.

    Without FILES it takes lines as JSON lines, and answers each with a JSON line.
    """
    if files and jsonl:
        raise BadInput("Give files, or --jsonl and lines on standard input, not both.")
    if published and published_date(published) is None:
        raise BadInput(f"“{published}” is not a day. Write it as 2017-05-12.")
    incidents = IncidentIndex(incidents_in(against, mapping) if against else ())
    if files:
        if not show(files, published, incidents):
            raise typer.Exit(1)
        return
    # In this process: to send the index to others costs more than they save.
    for line in sys.stdin.buffer:
        if answered := answer_line(lambda said: answer(said, incidents), line):
            print(answered, flush=True)


def answer(said: Said, incidents: IncidentIndex) -> Mapping[str, Any]:
    if said.get("id") in (None, "") or not isinstance(said.get("text"), str):
        raise BadInput('This line has no id or no text. Send {"id": …, "text": …}.')
    published = published_date(str(said["published"])) if said.get("published") else None
    line = read_admission(said["text"], published, countries_of(said))
    return {"id": said["id"], **line_as_said(line, match_admission(line, incidents))}


def line_as_said(line: AdmissionLine, match: Match) -> dict[str, Any]:
    """A line as the batch contract has it: unknown counts, date, place and grid are there and null."""
    empty = dict.fromkeys(("conceded_killed", "conceded_injured", "date", "place", "mgrs", "lat_lon"))
    said: dict[str, Any] = {**empty, "codes": [], **to_json(line)}
    said["place"] = line.place.name if line.place else None
    said["lat_lon"] = list(line.lat_lon) if line.lat_lon else None
    return {**said, "match": match.state.value, "incidents": list(match.incidents), "why": match.why}


def incidents_in(path: Path, mapping: str) -> Iterator[KnownIncident]:
    """The incidents of a table; a row that is refused is named on standard error and left out."""
    for row in read_table(path, load_mapping(mapping)):
        if isinstance(row, Rejected):
            print(f"{path}, {row}", file=sys.stderr)
        elif isinstance(row.value, KnownIncident):
            yield row.value
