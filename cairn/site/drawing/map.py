"""Incidents on a map: circles whose area grows with the least number killed, over coasts and borders.

Neighbouring incidents share a circle, so that eight thousand draw as fast as eight.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.site.drawing.scale import ticks
from cairn.values import KnownIncident, Precision
from cairn.vocabulary.outlines import Box, Outline, outlines

WIDTH = 960.0
CELL = 13.0  # incidents closer than this, in drawing units, share a circle
LARGEST, SMALLEST = 24.0, 3.0
NARROWEST = 4.0  # degrees: a single incident is not drawn as if from a roof
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
class Label:
    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Line:
    kind: str
    path: str


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


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of the earth on paper: equirectangular, true along its middle parallel."""

    box: Box

    @property
    def scale(self) -> float:
        west, _, east, _ = self.box
        return WIDTH / (east - west)

    @property
    def height(self) -> float:
        return round((self.box[3] - self.box[1]) * self.scale / self.squeeze, 1)

    @property
    def squeeze(self) -> float:
        return math.cos(math.radians((self.box[1] + self.box[3]) / 2))

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        x = (lon - self.box[0]) * self.scale
        return round(x, 1), round((self.box[3] - lat) * self.scale / self.squeeze, 1)

    def holds(self, lon: float, lat: float) -> bool:
        return self.box[0] <= lon <= self.box[2] and self.box[1] <= lat <= self.box[3]


def draw(incidents: Sequence[KnownIncident], watched: Sequence[str] = (), arabic: bool = False) -> Map | None:
    """The map of incidents, framed by those in the countries watched; None when no place is fine enough."""
    placed = [(point, known) for known in incidents if (point := _point(known))]
    if not placed:
        return None
    near = [
        point for point, known in placed if known.finding.place and known.finding.place.country in watched
    ]
    frame = Frame(_box(near or [point for point, _ in placed]))
    inside = [(point, known) for point, known in placed if frame.holds(point[1], point[0])]
    circles = _circles(frame, inside)
    return Map(
        frame.height,
        tuple(circles),
        tuple(_labels(circles, arabic)),
        tuple(_lines(frame)),
        tuple(_graticule(frame)),
        unplaced=len(incidents) - len(placed),
        outside=len(placed) - len(inside),
    )


def _point(known: KnownIncident) -> tuple[float, float] | None:
    place = known.finding.place
    if place is None or (place.precision is not None and place.precision.rank < FINE_ENOUGH):
        return None
    return place.lat_lon


def _deaths(known: KnownIncident) -> int:
    return known.finding.killed.min if known.finding.killed else 0


def _box(points: Sequence[tuple[float, float]]) -> Box:
    """Around all but the farthest one in a hundred, with a margin; never flatter than two to one."""
    west, east = _most([lon for _, lon in points])
    south, north = _most([lat for lat, _ in points])
    wide, high = max((east - west) * 1.16, NARROWEST), max((north - south) * 1.16, NARROWEST / 2)
    squeeze = math.cos(math.radians((south + north) / 2))
    wide, high = max(wide, high / squeeze / 0.75), max(high, wide * squeeze * 0.5)
    mid_lon, mid_lat = (west + east) / 2, (south + north) / 2
    return (
        mid_lon - wide / 2,
        max(-85.0, mid_lat - high / 2),
        mid_lon + wide / 2,
        min(85.0, mid_lat + high / 2),
    )


def _most(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    spare = len(ordered) // 100
    return ordered[spare], ordered[-1 - spare]


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


def _lines(frame: Frame) -> list[Line]:
    west, south, east, north = frame.box
    wider = (west - 2, south - 2, east + 2, north + 2)
    return [Line(outline.kind, path) for outline in outlines(wider) if (path := _path(frame, outline, wider))]


def _path(frame: Frame, outline: Outline, box: Box) -> str:
    """The outline as an SVG path, broken where it leaves the neighbourhood of the frame."""
    west, south, east, north = box
    drawn, pen_down = [], False
    for lon, lat in outline.points:
        near = west <= lon <= east and south <= lat <= north
        if near:
            x, y = frame.xy(lon, lat)
            drawn.append(f"{'L' if pen_down else 'M'}{x:g} {y:g}")
        pen_down = near
    return "".join(drawn)


def _graticule(frame: Frame) -> list[Label]:
    """Whole-degree meridians and parallels: `anchor` says which, `text` what to write beside it."""
    west, south, east, north = frame.box
    step = max(1, ticks(east - west, 5)[1])
    meridians = range(math.ceil(west / step) * step, math.floor(east) + 1, step)
    parallels = range(math.ceil(south / step) * step, math.floor(north) + 1, step)
    drawn = [
        Label(frame.xy(lon, south)[0], 0, f"{abs(lon)}°{'E' if lon >= 0 else 'W'}", "meridian")
        for lon in meridians
    ]
    return drawn + [
        Label(0, frame.xy(west, lat)[1], f"{abs(lat)}°{'N' if lat >= 0 else 'S'}", "parallel")
        for lat in parallels
    ]
