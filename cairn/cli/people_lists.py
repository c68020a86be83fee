"""Lists of people as files: CSV, or Parquet where pyarrow is installed."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from cairn.exceptions import BadInput, in_words
from cairn.link.listed import COLUMNS, ListedPerson, listed_person

Row = dict[str, str | None]
NO_PYARROW = "Reading {} needs pyarrow. Install cairn-recorder[people], or give the list as CSV."


def people_in(path: str) -> list[ListedPerson]:
    """The people of a file; a row that cannot be read is named on standard error and left out."""
    rows = _parquet(path) if path.endswith(".parquet") else _csv(path)
    found: dict[str, ListedPerson] = {}
    for number, row in rows:
        try:
            person = listed_person(row)
            if person.id in found:
                raise BadInput(f"The id {person.id} came before. Give each person an id of their own.")
            found[person.id] = person
        except BadInput as refusal:
            print(f"{path}, row {number}: {refusal}", file=sys.stderr)
    return list(found.values())


def _csv(path: str) -> list[tuple[int, Row]]:
    """Rows by their number in the file, whose header is the first."""
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            return list(enumerate(csv.DictReader(file), start=2))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadInput(
            f"Cannot read {path}: {in_words(problem)}. Give a CSV file in UTF-8 with a column id."
        ) from None


def _parquet(path: str) -> Iterator[tuple[int, Row]]:
    try:
        parquet = import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise BadInput(NO_PYARROW.format(path)) from None
    try:
        table = parquet.read_table(path)
    except (OSError, ValueError) as problem:
        raise BadInput(
            f"Cannot read {path}: {in_words(problem)}. Give a Parquet file with a column id."
        ) from None
    known = [name for name in COLUMNS if name in table.column_names]
    for number, row in enumerate(table.select(known).to_pylist(), start=1):
        yield number, {name: None if cell is None else str(cell) for name, cell in row.items()}
