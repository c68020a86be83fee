"""`cairn match-people`: two lists of people, and who of the one is who of the other."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cairn.cli.pairs import Pair, write_pairs, write_pairs_to
from cairn.exceptions import BadInput
from cairn.link import people, people_splink
from cairn.link.listed import ListedPerson, listed_person
from cairn.link.same_person import SamePerson, doubtful, safely


class Engine(StrEnum):
    """What may stand after --engine."""

    CAIRN = "cairn"
    SPLINK = "splink"


def register(app: typer.Typer) -> None:
    app.command(name="match-people")(command)


def command(
    first: Annotated[Path, typer.Argument(metavar="A.csv", help="The list whose people are looked for.")],
    second: Annotated[Path, typer.Argument(metavar="B.csv", help="The list in which they are looked for.")],
    engine: Annotated[
        Engine, typer.Option(help="splink learns from the two lists; it needs cairn-recorder[people].")
    ] = Engine.CAIRN,
    probabilities: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT.csv", help="Write every pair that may be one person here, with its probability."
        ),
    ] = None,
    unsure: Annotated[
        Path | None, typer.Option(metavar="OUT.csv", help="Write the pairs that a person should judge here.")
    ] = None,
) -> None:
    """Write as CSV who of A is who of B (a, b, score, why), only where it is safe to say."""
    pairs = weighed(engine, people_in(first), people_in(second))
    write_pairs(sys.stdout, _told(safely(pairs)))
    write_pairs_to(probabilities, _told(pairs))
    write_pairs_to(unsure, _told(doubtful(pairs)))


def weighed(
    engine: Engine, first: Sequence[ListedPerson], second: Sequence[ListedPerson]
) -> list[SamePerson]:
    """Every pair that may be one person, by the engine asked for."""
    if engine is Engine.SPLINK:
        return people_splink.weighed(first, second)
    return list(people.weighed(first, second))


def _told(pairs: Iterable[SamePerson]) -> Iterator[Pair]:
    return ((pair.a, pair.b, pair.score, pair.why) for pair in pairs)


def people_in(path: Path) -> list[ListedPerson]:
    """The people of a CSV file; a row that cannot be read is named on standard error and left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadInput(f"Cannot read {path}: {problem}. Give a CSV file in UTF-8 with a column id.") from None
    found: dict[str, ListedPerson] = {}
    for number, row in enumerate(rows, start=2):
        try:
            person = listed_person(row)
            if person.id in found:
                raise BadInput(f"The id {person.id} came before. Give each person an id of their own.")
            found[person.id] = person
        except BadInput as refusal:
            print(f"{path}, row {number}: {refusal}", file=sys.stderr)
    return list(found.values())
