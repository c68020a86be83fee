"""`cairn match-people`: two lists of people, and who of the one is who of the other."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from cairn.exceptions import BadInput
from cairn.link.listed import ListedPerson, listed_person
from cairn.link.people import match


def register(app: typer.Typer) -> None:
    app.command(name="match-people")(command)


def command(
    first: Annotated[Path, typer.Argument(metavar="A.csv", help="The list whose people are looked for.")],
    second: Annotated[Path, typer.Argument(metavar="B.csv", help="The list in which they are looked for.")],
) -> None:
    """Write as CSV who of A is who of B (a, b, score, why), only where it is safe to say."""
    pairs = match(people_in(first), people_in(second))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("a", "b", "score", "why"))
    out.writerows((pair.a, pair.b, pair.score, pair.why) for pair in pairs)


def people_in(path: Path) -> list[ListedPerson]:
    """The people of a CSV file; a row that cannot be read is named on standard error and left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadInput(f"Cannot read {path}: {problem}. Give a CSV file in UTF-8 with a column id.") from None
    people = []
    for number, row in enumerate(rows, start=2):
        try:
            people.append(listed_person(row))
        except BadInput as refusal:
            print(f"{path}, row {number}: {refusal}", file=sys.stderr)
    return people
