"""What link keeps at hand of all it linked, asked in questions whose answers do not grow with the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from django.db import connection

from cairn.link.candidates import NEIGHBOURS
from cairn.link.held import Held, number_of
from cairn.link.traits import Traits
from cairn.records.many import among, parcels
from cairn.records.models import HeldEvent

HOW_MANY = number_of(("events", "held"))  # under this number the held events themselves are counted
NUMBERS_A_QUESTION = 2000
STRETCHES_A_QUESTION = 200  # SQLite takes 500


class LedgerHoldings:
    """`cairn.link.held.Holdings` in the ledger's database."""

    def __len__(self) -> int:
        return self._many

    @cached_property
    def _many(self) -> int:
        return self.seen([HOW_MANY]).get(HOW_MANY, 0)

    def seen(self, numbers: Collection[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        for parcel in parcels(set(numbers), NUMBERS_A_QUESTION):
            listed = ",".join(map(str, parcel))
            found.update(_rows(f"SELECT number, many FROM records_seen WHERE number IN ({listed})"))
        return found

    def beside(self, numbers: Collection[int], day: int) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        stretches = (_stretch(number, day, before) for number in numbers for before in (True, False))
        for parcel in parcels(stretches, STRETCHES_A_QUESTION):
            for number, held in _rows(" UNION ALL ".join(parcel)):
                found[number].append(held)
        return found

    def at(self, keys: Collection[int]) -> list[Held]:
        return [as_held(row) for row in among(HeldEvent.objects.all(), "id", keys)]


def _stretch(number: int, day: int, before: bool) -> str:
    """The events next to a day under one number; numbers of ours, so they may stand in the question."""
    side, order = ("<=", "DESC") if before else (">", "ASC")
    return (
        f"SELECT number, held FROM (SELECT number, held FROM records_standsunder WHERE number = {number:d}"
        f" AND day {side} {day:d} ORDER BY day {order}, held {order} LIMIT {NEIGHBOURS}) AS near"
    )


def _rows(question: str) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()  # type: ignore[no-any-return]


def as_held(row: HeldEvent) -> Held:
    traits: Traits = row.traits
    origin = f"{row.origin} {row.event}" if row.event else row.origin
    told, words = (row.report_id, row.event), tuple(row.words.split())
    return Held(told, row.label, words, replace(traits, id=row.report_id, origin=origin))
