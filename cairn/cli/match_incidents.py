"""`cairn match-incidents`: two incident tables, and which incident of the one is which of the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.lines import parse
from cairn.cli.pairs import Pair, write_pairs, write_pairs_to
from cairn.exceptions import BadInput, CairnError, in_words
from cairn.exchange import Mapping, Rejected, load_mapping, read_table
from cairn.link.tables import SameIncident, match_tables
from cairn.values import KnownIncident, from_json

Told = tuple[KnownIncident, str]
OWN = "The mapping by which {} is read; without one it is an incidents.jsonl that Cairn published."


def register(app: typer.Typer) -> None:
    app.command(name="match-incidents")(command)


def command(
    first: Annotated[Path, typer.Argument(metavar="A", help="The table whose incidents are looked for.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="The table in which they are looked for.")],
    mapping_a: Annotated[str, typer.Option(metavar="NAME|FILE", help=OWN.format("A"))] = "",
    mapping_b: Annotated[str, typer.Option(metavar="NAME|FILE", help=OWN.format("B"))] = "",
    unsure: Annotated[
        Path | None, typer.Option(metavar="OUT.csv", help="Write the pairs that a person should judge here.")
    ] = None,
) -> None:
    """Write as CSV which incidents of A are which of B (a, b, score, why), by day, place, words and counts.

    Only sure pairs; a table may hold several rows for one incident, and then each of them is said.
    """
    pairs = match_tables(table(first, mapping_a), table(second, mapping_b))
    write_pairs(sys.stdout, _told(pair for pair in pairs if pair.sure))
    write_pairs_to(unsure, _told(pair for pair in pairs if not pair.sure))


def _told(pairs: Iterable[SameIncident]) -> Iterator[Pair]:
    for pair in pairs:
        why = "; ".join(f"{part} {weight:+.1f}" for part, weight in pair.parts.items())
        yield pair.a, pair.b, pair.probability, why


def table(path: Path, mapping: str) -> list[Told]:
    """Its incidents with their words; what cannot be read or compared is told on standard error."""
    incidents = list(_mapped(path, load_mapping(mapping)) if mapping else _published(path))
    if undated := sum(incident.finding.date is None for incident, _ in incidents):
        print(f"{path}: {undated:,} incidents bear no date and are compared with none.", file=sys.stderr)
    return incidents


def _mapped(path: Path, mapping: Mapping) -> Iterator[Told]:
    """`told` in a mapping names the columns in which the incident is told in words."""
    if mapping.kind != "incidents":
        raise BadInput(f"The mapping {mapping.name} is of {mapping.kind}. Name one of incidents.")
    for row in read_table(path, mapping):
        if isinstance(row, Rejected):
            print(f"{path}, {row}", file=sys.stderr)
        elif isinstance(row.value, KnownIncident):
            columns = mapping.said.get("told", ())
            yield row.value, " ".join(str(row.cells.get(column) or "") for column in columns)


def _published(path: Path) -> Iterator[Told]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as problem:
        raise BadInput(f"Cannot read {path}: {in_words(problem)}. Check the file.") from None
    for number, line in enumerate(lines, 1):
        try:
            yield from_json(KnownIncident, parse(line)), ""
        except (CairnError, TypeError, ValueError, KeyError, AttributeError) as problem:
            print(f"{path}, line {number}: {_reason(problem)}", file=sys.stderr)


def _reason(problem: Exception) -> str:
    if isinstance(problem, CairnError):
        return str(problem)
    return f"This is no incident as Cairn publishes it ({in_words(problem)}). Name a mapping for the table."
