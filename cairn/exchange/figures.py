"""A row of a series (tolls, territory) as dated figures. They stand beside incidents and are never added."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cairn.exceptions import BadInput, BadRange
from cairn.exchange.cells import Cells, Words, date, number, text
from cairn.exchange.mapping import Column, Mapping
from cairn.values import Counted, Figure, PartialDate, Place, Span


@dataclass(frozen=True, slots=True)
class _Named:
    """What a column, or a pair of columns, holds."""

    measure: str
    columns: tuple[str, ...]
    counted: Counted | None = None
    of: str | None = None
    unit: str = ""


def read_figures(cells: Cells, mapping: Mapping) -> tuple[tuple[Figure, ...], list[str]]:
    """A figure for each filled column the mapping names; an empty cell is no figure, not nought.

    A figure's span is the whole of its cell: the row is what it rests on.
    """
    words = Words(cells, mapping)
    day = date(cells, mapping.column("date"), mapping)
    if day is None:
        raise BadInput(f"It has no {mapping.needed('date').name}. Fill it in.")
    found = (_figure(words, each, day) for each in _named(words))
    figures = tuple(figure for figure in found if figure)
    return (() if _days(words) == 0 else figures), words.notes


def _named(words: Words) -> Iterator[_Named]:
    """The columns with a number, as the mapping names them: `figures`, `of`, or `value` of a row a figure."""
    said = words.mapping.said
    unit = _given_or_column(words, said.get("unit")) or ""
    measure = _given_or_column(words, said.get("measure"))
    counted = words.known("counted", Counted)
    for each in said.get("figures", ()):
        how = Counted(each["counted"]) if "counted" in each else counted
        yield _Named(each["measure"], _columns(each["column"]), how, each.get("of"), each.get("unit", unit))
    if measure is None and ("of" in said or "value" in said):
        raise BadInput("It does not say what is measured. Fill in the measure.")
    for of, columns in said.get("of", {}).items():
        yield _Named(measure or "", _columns(columns), counted, of, unit)
    if "value" in said:
        yield _Named(measure or "", _columns(said["value"]), counted, words.one("whose"), unit)


def _columns(said: str | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _given_or_column(words: Words, said: Any) -> str | None:
    """A word that holds for the whole table, or the word of a column."""
    return words.one_in(Column.of(said)) if isinstance(said, dict) else said


def _figure(words: Words, named: _Named, day: PartialDate) -> Figure | None:
    value = _value(words, named)
    if value is None:
        return None
    cells, mapping = words.cells, words.mapping
    phrase = "–".join(text(cells, column, mapping) for column in named.columns)
    return Figure(
        named.measure,
        value,
        named.unit,
        Span(0, len(phrase), phrase),
        named.of,
        _place(words),
        day,
        words.one("attributed_to"),
        f"mapping {mapping.name}: {', '.join(named.columns)}",
        named.counted,
        _since(words, named.counted, day),
        date(cells, mapping.column("said_on"), mapping),
    )


def _value(words: Words, named: _Named) -> tuple[float, float | None] | None:
    """The cell's number; of two columns the bounds, where a minimum alone has no ceiling."""
    bounds = [number(words.cells, column, words.mapping) for column in named.columns]
    low, high = bounds[0], bounds[-1]
    if low is None and high is None:
        return None
    if min(low or 0, high or 0) < 0 and named.counted:
        raise BadRange(f"In {' and '.join(named.columns)}: A count of people cannot be below nought.")
    if low is not None and high is not None and high < low:
        raise BadRange(
            f"In {' and '.join(named.columns)}: The minimum {low:g} is above the maximum {high:g}."
        )
    return low or 0.0, high


def _place(words: Words) -> Place | None:
    said = words.mapping.said.get("place", {})
    name = _given_or_column(words, said.get("name"))
    country = _given_or_column(words, said.get("country"))
    return Place(name or "", country=country) if name or country else None


def _since(words: Words, counted: Counted | None, day: PartialDate) -> PartialDate | None:
    """The first day that a count covers: the first of all, or of those that one report told of together."""
    said = words.mapping.said.get("since")
    if isinstance(said, str) and counted is Counted.CUMULATIVE:
        return PartialDate(said)
    named = None if isinstance(said, str) else date(words.cells, words.mapping.column("since"), words.mapping)
    if named or counted is not Counted.DAILY or not day.is_day:
        return named
    days = _days(words)
    return PartialDate.on(day.first_day() - dt.timedelta(days=days - 1)) if days > 1 else None


def _days(words: Words) -> int:
    """Over how many days the row counts: one, where it does not say; none, where it says nobody reported."""
    for key, per_day in (("days", 1), ("hours", 24)):
        column = words.mapping.column(key)
        said = number(words.cells, column.name, words.mapping) if column else None
        if said is not None:
            return min(math.ceil(said / per_day), 3660)
    return 1
