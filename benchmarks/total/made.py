"""An invented record of very many incidents, as rows of facts: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TypeVar

from cairn.total.facts.rows import TABLES, Cell, Cells, number_of
from cairn.total.measure import Measure
from cairn.values import Grade, Precision, StrikeStatus

T = TypeVar("T")
COUNTRIES = ("SY", "IQ", "YE", "UA", "PS", "SD", "AF", "SO", "LY", "ML", "ET", "MM", "CD", "NG", "PK", "LB")
WHENCE = ("North", "South", "East", "West", "Hill", "River", "Coast", "Plain")
SIDES = tuple(f"{first} {second}" for first in WHENCE for second in ("Army", "Air Force", "Militia", "Guard"))
PLACES, PARTIES = 50_000, 300
# How often a measure is known: what every incident has first, what few have last.
KNOWN = {
    Measure.KILLED: 0.93,
    Measure.INJURED: 0.55,
    Measure.CHILDREN_KILLED: 0.3,
    Measure.WOMEN_KILLED: 0.25,
}


class Drawn:
    """Draws with a long tail: the first of a list often, the last seldom."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def one_of(self, some: tuple[T, ...]) -> T:
        return some[min(int(self.chance.expovariate(4 / len(some))), len(some) - 1)]

    def count(self, known: float) -> tuple[int | None, int | None]:
        if self.chance.random() > known:
            return None, None
        low = int(self.chance.expovariate(0.3))
        return low, None if self.chance.random() < 0.03 else low + int(self.chance.expovariate(0.7))

    def day(self) -> tuple[int, int, int]:
        """First day, last day and month; one in twelve known to the month alone, one in fifty to the year."""
        year, month, day = (
            2003 + self.chance.randrange(22),
            1 + self.chance.randrange(12),
            self.chance.randrange(28),
        )
        how = self.chance.random()
        if how < 0.02:
            return year * 10000 + 101, year * 10000 + 1231, year
        first = year * 10000 + month * 100 + 1
        return (first, first + 27, first // 100) if how < 0.1 else (first + day, first + day, first // 100)


def rows(incidents: int, seed: int = 1) -> Iterator[tuple[str, Cells]]:
    """Every table's rows; one incident in ten was known otherwise before."""
    drawn = Drawn(seed)
    parties = tuple(_parties(drawn, number) for number in range(PARTIES))
    for number, names in parties:
        yield from (("facts_parties", (number, name, "suspected")) for name in names)
    places = tuple(_place(drawn, at) for at in range(PLACES))
    for place in places:
        yield "facts_places", place
        yield "facts_areas", (place[0], str(place[1]).lower())
    yield "facts_memberships", (SIDES[0], SIDES[5], 20100101, 20151231)
    for at in range(incidents):
        number = number_of("incident", at)
        yield "facts_incidents", (number, f"incident-{at}", f"X{at}")
        yield from _incident(drawn, number, parties, places)


def _parties(drawn: Drawn, at: int) -> tuple[int, tuple[str, ...]]:
    names = tuple(sorted({drawn.one_of(SIDES) for _ in range(1 + (at % 5 == 0) + (at % 25 == 0))}))
    return number_of("parties", at), names


def _place(drawn: Drawn, at: int) -> Cells:
    lat, lon = round(drawn.chance.uniform(-5, 50), 5), round(drawn.chance.uniform(0, 75), 5)
    precision = drawn.one_of((Precision.VILLAGE, Precision.TOWN, Precision.CITY, Precision.GOVERNORATE))
    return number_of("place", at), f"Tell {at}", drawn.one_of(COUNTRIES), precision.value, lat, lon


def _incident(
    drawn: Drawn, number: int, parties: tuple[tuple[int, tuple[str, ...]], ...], places: tuple[Cells, ...]
) -> Iterator[tuple[str, Cells]]:
    day, (party, names), place = drawn.day(), drawn.one_of(parties), drawn.one_of(places)
    since = 20240101 + drawn.chance.randrange(12) * 100
    cells: list[Cell] = [*day, party, place[0], place[2]]
    cells += [drawn.one_of(tuple(Grade)).value, drawn.one_of(tuple(StrikeStatus)).value]
    cells.append(int(drawn.chance.random() < 0.9))
    conceded = drawn.count(0.05)
    for measure in Measure:
        cells += conceded if measure is Measure.CONCEDED_KILLED else drawn.count(KNOWN.get(measure, 0.02))
    if drawn.chance.random() < 0.1:
        yield "facts", (number, 20230101, since, *cells)
    yield "facts", (number, since, None, *cells)
    if conceded[0] is not None:
        yield "facts_conceded", (number, since, names[0], *conceded, None, None)


def in_parcels(found: Iterator[tuple[str, Cells]], size: int = 100_000) -> Iterator[dict[str, list[Cells]]]:
    """So many rows at a time, by table."""
    held: dict[str, list[Cells]] = {table: [] for table in TABLES}
    for at, (table, cells) in enumerate(found, 1):
        held[table].append(cells)
        if at % size == 0:
            yield held
            held = {table: [] for table in TABLES}
    yield held
