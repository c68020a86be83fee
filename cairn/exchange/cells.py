"""Cells of a row read as words, counts, numbers and dates; what is not understood is said, never dropped."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping as Dict
from enum import StrEnum
from typing import Any, TypeVar

from cairn.exceptions import BadInput, BadRange
from cairn.exchange.dates import read_date
from cairn.exchange.mapping import Column, Mapping
from cairn.exchange.short import short
from cairn.values import MOST_COUNTED, PartialDate, Range

Cells = Dict[str, Any]
E = TypeVar("E", bound=StrEnum)

_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+")  # 1,234: but "1,5" is one and a half somewhere, and no count
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")


class Words:
    """The words of one row by the mapping's columns; `notes` says which were not understood."""

    def __init__(self, cells: Cells, mapping: Mapping) -> None:
        self.cells, self.mapping = cells, mapping
        self.notes: list[str] = []

    def one(self, key: str) -> str | None:
        """The cell in our words; None where it is empty or means "nobody"."""
        column = self.mapping.column(key)
        return None if column is None else self.one_in(column)

    def one_in(self, column: Column) -> str | None:
        if column.given is not None:
            return column.given
        stands = text(self.cells, column.name, self.mapping)
        return column.words.get(stands, stands) or None

    def needed(self, key: str) -> str:
        found = self.one(key)
        if found is None:
            raise BadInput(f"It has no {self.mapping.needed(key).name}. Fill it in.")
        return found

    def many(self, key: str) -> list[str]:
        """The cell's parts in our words, each once."""
        column = self.mapping.column(key)
        if column is None:
            return []
        if column.given is not None:
            return [column.given]
        stands = text(self.cells, column.name, self.mapping)
        parts = [part.strip() for part in (stands.split(column.separator) if column.separator else [stands])]
        ours = (column.words.get(part, part) for part in parts if part)
        return [each for each in dict.fromkeys(ours) if each]

    def try_count(self, columns: list[str]) -> Range | None:
        """A count the row can do without: where it cannot be read, that is noted and nothing counted."""
        try:
            return count(self.cells, columns, self.mapping)
        except BadInput as problem:
            self.notes.append(f"{problem} The cells are kept as they stand and not counted")
            return None

    def known(self, key: str, kind: type[E]) -> E | None:
        """The cell as one of our own words; a word the mapping does not have is noted and left unsaid."""
        column = self.mapping.column(key)
        return None if column is None else self.known_in(column, kind)

    def known_in(self, column: Column, kind: type[E]) -> E | None:
        if column.given is not None:
            return kind(column.given)
        stands = text(self.cells, column.name, self.mapping)
        if not stands:
            return None
        ours = column.words.get(stands, stands)
        try:
            return kind(ours)
        except ValueError:
            self.notes.append(
                f"{column.name} “{short(stands)}” is not in the mapping; it is kept as it stands"
            )
            return None


def text(cells: Cells, column: str, mapping: Mapping) -> str:
    """The cell as text without the space around it; "" where it says that nobody said."""
    if column not in cells:
        return ""
    stands = cells[column]
    said = "" if stands is None else str(stands).strip()
    return "" if said in mapping.empty else said


def count(cells: Cells, columns: list[str] | None, mapping: Mapping) -> Range | None:
    """A range from two columns, or one. A minimum alone has no ceiling; a maximum alone starts at nought."""
    if not columns:
        return None
    bounds = [whole(cells, column, mapping) for column in columns]
    low, high = (bounds[0], bounds[-1])
    if low is None and high is None:
        return None
    try:
        return Range(low or 0, high)
    except BadRange as problem:
        raise BadRange(f"In {' and '.join(columns)}: {problem}") from None


def whole(cells: Cells, column: str, mapping: Mapping) -> int | None:
    said = text(cells, column, mapping)
    if not said:
        return None
    if said.isdecimal() and len(said) <= 9:  # nearly every cell
        return int(said)
    plain = said.replace(",", "") if _GROUPED.fullmatch(said) else said
    found = float(plain) if _NUMBER.fullmatch(plain) else math.nan
    if found != found or found != int(found) or abs(found) > MOST_COUNTED:
        raise BadInput(
            f"{column} is “{short(said)}”, which is not a number of people. Write digits or leave it empty."
        )
    return int(found)


def number(cells: Cells, column: str, mapping: Mapping) -> float | None:
    """A number written with the mapping's decimal sign; None where nothing or no number stands."""
    said = text(cells, column, mapping).replace(str(mapping.said.get("decimal", ".")), ".")
    if not said:
        return None
    try:
        found = float(said)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise BadInput(
            f"{column} is “{short(cells[column])}”, which is not a number. Mend it or leave it empty."
        )
    return found


def date(cells: Cells, column: Column | None, mapping: Mapping) -> PartialDate | None:
    """A date exactly as precise as the cell; a cell that is no date is refused."""
    if column is None:
        return None
    if column.given is not None:
        return PartialDate(column.given)
    said = text(cells, column.name, mapping)
    return read_date(said, column.form, column.name, column.zone) if said else None
