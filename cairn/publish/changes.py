"""What is different from the release before: incidents that came, went or changed, and totals that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput
from cairn.publish.recount import Inquiry
from cairn.publish.rows import COLUMNS, Row, row
from cairn.publish.versions import read_incidents, read_inquiry
from cairn.values import KnownIncident


def read_before(folder: Path) -> tuple[list[KnownIncident], Inquiry]:
    """The incidents and answers of an earlier release; refused where they cannot be read whole."""
    known, unread = read_incidents(folder)
    if unread:
        raise BadInput(f"{folder}: {unread[0]} Give the release before as it was written.")
    return known, read_inquiry(folder)


def changes(before: Sequence[KnownIncident], now: Sequence[KnownIncident]) -> Iterator[Row]:
    """A row for each incident that came or went, and for each cell that changed."""
    were, are = ({one.id: one for one in known} for known in (before, now))
    for id_, one in are.items():
        if id_ not in were:
            yield _named("added", one)
    for id_, one in were.items():
        if id_ not in are:
            yield _named("removed", one)
    for id_, one in are.items():
        if id_ in were and were[id_] != one:
            yield from _cells(were[id_], one)


def _cells(before: KnownIncident, now: KnownIncident) -> Iterator[Row]:
    was, is_ = row(before), row(now)
    for column in COLUMNS:
        if was.get(column) != is_.get(column):
            named = _named("changed", now) | {"column": column}
            yield named | _both(was.get(column), is_.get(column))


def _named(what: str, known: KnownIncident) -> Row:
    return {"what": what, "id": known.id, **({"code": known.codes[0]} if known.codes else {})}


def moved_totals(before: Inquiry, now: Inquiry) -> Iterator[Row]:
    """A row for each number of a total that both releases give and that moved. The day may differ.

    A table's total is told once, whatever the table has a row for each of.
    """
    were = {each["name"]: each["answer"]["total"] for each in before.answers}
    told = {each["answer"]["question"]: each for each in reversed(now.answers)}
    for each in reversed(told.values()):
        was = were.get(each["name"], {})
        for key, value in each["answer"]["total"].items():
            if key in was and was[key] != value:
                question: Row = {"what": "total", "question": each["answer"]["question"], "column": key}
                yield question | _both(_spelt(was[key]), _spelt(value))


def _both(before: object, after: object) -> Row:
    said = {"before": before, "after": after}
    return {name: str(cell) for name, cell in said.items() if cell not in (None, "")}


def _spelt(number: Any) -> str:
    if not isinstance(number, list):
        return "unknown" if number is None else str(number)
    low, high = number
    return f"{low}-{'' if high is None else high}"
