"""Tables beside that of the incidents, a row a group, a belligerent, a person; each made of the incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from cairn.publish.rows import Cell, Row, bounds, row
from cairn.publish.ucdp import ucdp_row
from cairn.values import KnownIncident


def incidents(known: KnownIncident) -> Iterator[Row]:
    yield row(known)


def groups(known: KnownIncident) -> Iterator[Row]:
    found = known.finding
    for harm, counted in (("killed", found.killed_by_group), ("injured", found.injured_by_group)):
        for group, count in sorted(counted.items()):
            yield _of(known) | {"group": str(group), "harm": harm} | bounds("people", count)


def attributions(known: KnownIncident) -> Iterator[Row]:
    for one in known.finding.belligerents:
        yield _of(known) | {"belligerent": one.name, "role": str(one.role)}


def admissions(known: KnownIncident) -> Iterator[Row]:
    for one in known.concessions:
        said: Row = {"belligerent": one.belligerent, "verdict": str(one.verdict)}
        if one.stated_on:
            said["stated_on"] = str(one.stated_on)
        yield _of(known) | said | bounds("killed", one.killed) | bounds("injured", one.injured)


def people(known: KnownIncident) -> Iterator[Row]:
    for one in known.finding.people:
        said: dict[str, Cell | None] = {
            "name": one.name,
            "name_ar": one.name_ar,
            "age": one.age,
            "gender": one.gender,
            "harm": one.harm,
            "group": one.group,
            "family": one.family,
        }
        yield _of(known) | {key: cell for key, cell in said.items() if cell not in (None, "")}


def _of(known: KnownIncident) -> Row:
    return {"incident": known.id, **({"code": known.codes[0]} if known.codes else {})}


MADE: Mapping[str, Callable[[KnownIncident], Iterator[Row]]] = {
    "incidents": incidents,
    "groups": groups,
    "attributions": attributions,
    "admissions": admissions,
    "people": people,
    "ucdp": ucdp_row,
}


def rows_of(table: str, every: Iterable[KnownIncident]) -> Iterator[Row]:
    """The rows of a table that is made of the incidents, in their order."""
    for known in every:
        yield from MADE[table](known)
