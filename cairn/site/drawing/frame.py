"""The paper under a map: its frame, the coasts and borders in it, and a net of degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cairn.site.drawing.scale import ticks
from cairn.vocabulary.outlines import Box, Outline, outlines

WIDTH = 960.0
NARROWEST = 4.0  # degrees: a single incident is not drawn as if from a roof


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


def box_around(points: Sequence[tuple[float, float]]) -> Box:
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


def lines(frame: Frame) -> list[Line]:
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


def graticule(frame: Frame) -> list[Label]:
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
