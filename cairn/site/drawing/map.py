"""Incidents on a map: circles whose area grows with the least number killed, over coasts and borders.

Neighbouring incidents share a circle, so that eight thousand draw as fast as eight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.site.drawing.frame import WIDTH, Frame, Label, Line, box_around, graticule, lines
from cairn.values import KnownIncident, Place, Precision

CELL = 13.0  # incidents closer than this, in drawing units, share a circle
LARGEST, SMALLEST = 24.0, 3.0
LABELS = 14
FINE_ENOUGH = Precision.CITY.rank  # a governorate's midpoint would be a false point


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    incidents: tuple[KnownIncident, ...]
    killed: int  # the sum of the minimums

    @property
    def busiest(self) -> KnownIncident:
        return max(self.incidents, key=_deaths)


@dataclass(frozen=True, slots=True)
class Map:
    height: float
    circles: tuple[Circle, ...]
    labels: tuple[Label, ...]
    lines: tuple[Line, ...]
    degrees: tuple[Label, ...]
    unplaced: int
    outside: int
    width: float = WIDTH


def draw(incidents: Sequence[KnownIncident], watched: Sequence[str] = (), arabic: bool = False) -> Map | None:
    """The map of incidents, framed by those in the countries watched; None when no place is fine enough."""
    placed = [(point, known) for known in incidents if (point := _point(known))]
    if not placed:
        return None
    near = [
        point for point, known in placed if known.finding.place and known.finding.place.country in watched
    ]
    frame = Frame(box_around(near or [point for point, _ in placed]))
    inside = [(point, known) for point, known in placed if frame.holds(point[1], point[0])]
    circles = _circles(frame, inside)
    return Map(
        frame.height,
        tuple(circles),
        tuple(_labels(circles, arabic)),
        tuple(lines(frame)),
        tuple(graticule(frame)),
        unplaced=len(incidents) - len(placed),
        outside=len(placed) - len(inside),
    )


def _point(known: KnownIncident) -> tuple[float, float] | None:
    place = known.finding.place
    return place.lat_lon if place and is_a_point(place) else None


def is_a_point(place: Place) -> bool:
    """Whether its coordinates say where it is; those of a governorate only say where its middle is."""
    return place.lat_lon is not None and (place.precision is None or place.precision.rank >= FINE_ENOUGH)


def _deaths(known: KnownIncident) -> int:
    return known.finding.killed.min if known.finding.killed else 0


def _circles(frame: Frame, placed: Iterable[tuple[tuple[float, float], KnownIncident]]) -> list[Circle]:
    cells: dict[tuple[int, int], list[tuple[float, float, KnownIncident]]] = defaultdict(list)
    for (lat, lon), known in placed:
        x, y = frame.xy(lon, lat)
        cells[int(x // CELL), int(y // CELL)].append((x, y, known))
    most = max((sum(_deaths(known) for *_, known in cell) for cell in cells.values()), default=0)
    drawn = [_circle(cell, most) for cell in cells.values()]
    return sorted(drawn, key=lambda circle: -circle.radius)


def _circle(cell: Sequence[tuple[float, float, KnownIncident]], most: int) -> Circle:
    killed = sum(_deaths(known) for *_, known in cell)
    largest = min(LARGEST, SMALLEST + 3 * math.sqrt(most))
    radius = SMALLEST + (largest - SMALLEST) * math.sqrt(killed / most) if most else SMALLEST
    x, y = sum(x for x, _, _ in cell) / len(cell), sum(y for _, y, _ in cell) / len(cell)
    held = tuple(sorted((known for *_, known in cell), key=lambda known: known.codes or (known.id,)))
    return Circle(round(x, 1), round(y, 1), round(radius, 1), held, killed)


def _labels(circles: Iterable[Circle], arabic: bool) -> list[Label]:
    """The places where most were killed, as long as a name does not run into another."""
    found: list[Label] = []
    for circle in circles:
        place = circle.busiest.finding.place
        name = place and ((place.name_ar if arabic else None) or place.name)
        left = circle.x > WIDTH * 0.8
        x = circle.x + (-1 if left else 1) * (circle.radius + 4)
        clear = all(abs(circle.y - other.y) > 17 or abs(x - other.x) > 150 for other in found)
        if name and clear and name not in {other.text for other in found}:
            found.append(Label(round(x, 1), round(circle.y + 4, 1), name, "end" if left else "start"))
        if len(found) == LABELS:
            break
    return found
