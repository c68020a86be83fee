"""`cairn admissions FILE`: a belligerent's periodic report as page, PDF or text, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cairn.archive.readable import Readable, readable
from cairn.collect.receive import receive
from cairn.exceptions import BadInput
from cairn.extract.periodic import mismatches
from cairn.extract.statements import read_statements
from cairn.link.admission_numbers import SeenNumbers
from cairn.link.incidents import IncidentIndex
from cairn.values import AdmissionLine, Item, Match, MatchState, Range, ReportText, Verdict


def lines_of(report: ReportText, numbers: SeenNumbers) -> Iterator[str]:
    """Each line of the report as a person reads it."""
    for _, line in read_statements(report.text, report.published, report.countries):
        match = numbers.match(line)
        if match.state is MatchState.MATCHED:
            numbers.learn(line, match.incidents[0])
        yield _in_a_line(line, match)


def reports_in(paths: list[Path], published: str) -> Iterator[tuple[str, ReportText] | BadInput]:
    """Each report with what it is called; in place of one that cannot be read, why."""
    said = {"published": published} if published else {}
    for item in receive(paths, said):
        if not isinstance(item, Item):
            if isinstance(item, BadInput):
                yield item
            continue
        for found in readable(item.body, item.media_type, item.said, item.came_from):
            if isinstance(found, Readable):
                row = "" if found.part is None else f", row {found.part}"
                yield f"{item.came_from}{row}", found.report
            else:
                yield found


def show(paths: list[Path], published: str, incidents: IncidentIndex) -> bool:
    """Print every line and whether the report adds up; True where all could be read."""
    numbers, whole = SeenNumbers(incidents), True
    for found in reports_in(paths, published):
        if isinstance(found, BadInput):
            print(found, file=sys.stderr)
            whole = False
            continue
        name, report = found
        lines = list(lines_of(report, numbers))
        print(f"{name}: {_how_many(len(lines))}")
        for line in lines:
            print(f"  {line}")
        for mismatch in mismatches(report.text, report.published, report.countries):
            print(f"  {name} does not add up: {mismatch}. Compare it with the report.")
    return whole


def _how_many(lines: int) -> str:
    if not lines:
        return "no line in it gives a verdict, or concedes harm on a day"
    return "1 line on an allegation" if lines == 1 else f"{lines} lines on allegations"


def _in_a_line(line: AdmissionLine, match: Match) -> str:
    """ "credible  2019-05-03  Tal Warda  killed 2, injured 1  no. 4411  matched 77: grid 0.06 km off"."""
    earlier = f" (before: {_verdict(line.earlier)})" if line.earlier else ""
    parts = (
        f"{_verdict(line.verdict)}{earlier}",
        str(line.date or "undated"),
        line.place.name if line.place else "place not said",
        f"killed {_count(line.conceded_killed)}, injured {_count(line.conceded_injured)}",
        f"no. {line.report_number}" if line.report_number else "",
        " ".join([match.state, *match.incidents[:3]]) + f": {match.why}",
    )
    return "  ".join(part for part in parts if part)


def _verdict(verdict: Verdict) -> str:
    return verdict.replace("_", "-")


def _count(count: Range | None) -> str:
    return "not said" if count is None else str(count)
