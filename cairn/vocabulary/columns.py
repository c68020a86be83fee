"""What the columns of the open files mean: one description for the files, the codebook and the check of both.

>>> [column.name for column in tables()["groups"].columns]
['incident', 'code', 'group', 'harm', 'people_min', 'people_max']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from cairn.exceptions import BadVocabulary
from cairn.vocabulary.yaml_file import read_yaml

OPEN, FACTS = "columns.yml", "facts.yml"
BOUNDS = {"min": "At least", "max": "At most"}


class Kind(StrEnum):
    """What a cell holds; each has its type in every file format."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """`values` names a set of words with meanings, such as "grade"; `hxl` is its tag in the HXL table."""

    name: str
    kind: Kind
    means: str
    unit: str = ""
    values: str = ""
    hxl: str = ""

    def spelt(self, cell: object) -> str:
        """The cell as text that is the same whichever file it was read from; empty where nobody said."""
        if cell is None or cell == "":
            return ""
        if self.kind is Kind.WHOLE:
            return str(int(str(cell)))
        return repr(float(str(cell))) if self.kind is Kind.NUMBER else str(cell)

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the open files."""

    name: str
    means: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@cache
def tables() -> Mapping[str, Table]:
    """Every table for readers by its name, in the order of the file."""
    return _read(OPEN)


@cache
def fact_tables() -> Mapping[str, Table]:
    """The tables of facts, for databases."""
    return _read(FACTS)


def _read(file: str) -> Mapping[str, Table]:
    every = read_yaml(file).items()
    return {name: Table(name, said["means"], _columns(file, name, said)) for name, said in every}


def _columns(file: str, table: str, said: Mapping[str, Any]) -> tuple[Column, ...]:
    named = said["columns"].items()
    return tuple(column for name, one in named for column in _described(file, table, name, one))


def _described(file: str, table: str, name: str, said: Mapping[str, Any]) -> Iterator[Column]:
    if not said.get("means") or said.get("kind") not in list(Kind):
        raise BadVocabulary(
            f"{file} must say of {table}.{name} what it means, and its kind: {', '.join(Kind)}."
        )
    told = {key: str(said.get(key, "")) for key in ("unit", "values", "hxl")}
    if not said.get("bounds"):
        yield Column(name, Kind(said["kind"]), said["means"], **told)
        return
    for bound, before in BOUNDS.items():
        tag = told["hxl"] and f"{told['hxl']}+{bound}"
        means = f"{before}. {said['means']}"
        yield Column(f"{name}_{bound}", Kind(said["kind"]), means, **{**told, "hxl": tag})
