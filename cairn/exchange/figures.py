"""A row of a series (tolls, territory) as dated figures. They stand beside incidents and are never added."""

from __future__ import annotations

from cairn.exceptions import BadInput
from cairn.exchange.cells import Cells, Words, date, number, text
from cairn.exchange.mapping import Mapping
from cairn.values import Figure, PartialDate, Place, Span


def read_figures(cells: Cells, mapping: Mapping) -> tuple[tuple[Figure, ...], list[str]]:
    """A figure for each filled column the mapping names; an empty cell is no figure, not nought.

    A figure's span is the whole of its cell: the row is what it rests on.
    """
    words = Words(cells, mapping)
    day = date(cells, mapping.column("date"), mapping)
    if day is None:
        raise BadInput(f"It has no {mapping.needed('date').name}. Fill it in.")
    said = mapping.said
    named = [(measure, None, column) for measure, column in said.get("figures", {}).items()]
    named += [(said.get("measure", ""), of, column) for of, column in said.get("of", {}).items()]
    by = words.one("attributed_to")
    found = (_figure(cells, mapping, each, (day, by)) for each in named)
    return tuple(figure for figure in found if figure), words.notes


def _figure(
    cells: Cells, mapping: Mapping, named: tuple[str, str | None, str], said: tuple[PartialDate, str | None]
) -> Figure | None:
    measure, of, column = named
    value = number(cells, column, mapping)
    if value is None:
        return None
    phrase = text(cells, column, mapping)
    place = mapping.said.get("place")
    return Figure(
        measure,
        (value, value),
        str(mapping.said.get("unit", "")),
        Span(0, len(phrase), phrase),
        of,
        Place(place["name"], country=place.get("country")) if place else None,
        said[0],
        said[1],
        f"mapping {mapping.name}: {column}",
    )
