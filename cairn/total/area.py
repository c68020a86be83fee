"""An area that a total asks for: polygons from a GeoJSON file, and whether a place lies in them."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from cairn.exceptions import BadInput, in_words
from cairn.total.period import Fall
from cairn.values import Place, Precision

Point = tuple[float, float]  # longitude, latitude, as GeoJSON has them
Ring = tuple[Point, ...]
Edge = tuple[Point, Point]
Box = tuple[float, float, float, float]  # west, south, east, north
KM_A_DEGREE = 111.195
MOST_BANDS = 512


@dataclass(frozen=True, slots=True)
class Area:
    """Rings by the even-odd rule, so that a hole is a ring too. `name` is how a question calls it.

    >>> square = Area("square", (((36.0, 34.0), (37.0, 34.0), (37.0, 35.0), (36.0, 35.0), (36.0, 34.0)),))
    >>> square.holds(Place("Tell Invented", 34.5, 36.5, Precision.VILLAGE)).value
    'inside'
    >>> square.holds(Place("Tell Invented", country="SY")).value
    'astride'
    """

    name: str
    rings: tuple[Ring, ...]
    mark: str = field(init=False, default="")
    box: Box = field(init=False, repr=False, compare=False, default=(0, 0, 0, 0))
    # The precisions that say whether a point is in it; of a coarser one the point says nothing.
    fine: frozenset[Precision] = field(init=False, repr=False, compare=False, default=frozenset())
    _bands: tuple[tuple[Edge, ...], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        digest = hashlib.sha256(json.dumps(self.rings).encode()).hexdigest()
        lons, lats = zip(*(point for ring in self.rings for point in ring), strict=True)
        object.__setattr__(self, "mark", digest[:8])
        object.__setattr__(self, "box", (min(lons), min(lats), max(lons), max(lats)))
        object.__setattr__(self, "_bands", self._cut())
        radius = self.radius_km
        object.__setattr__(self, "fine", frozenset(each for each in Precision if each.radius_km <= radius))

    def _cut(self) -> tuple[tuple[Edge, ...], ...]:
        """The edges by the band of latitude they cross, so that a point is held against a few of them."""
        edges = [edge for ring in self.rings for edge in pairwise(ring)]
        bands: list[list[Edge]] = [[] for _ in range(min(len(edges), MOST_BANDS))]
        for a, b in edges:
            low, high = sorted((self._band(a[1], len(bands)), self._band(b[1], len(bands))))
            for band in bands[low : high + 1]:
                band.append((a, b))
        return tuple(map(tuple, bands))

    def _band(self, lat: float, bands: int) -> int:
        _, south, _, north = self.box
        return min(int((lat - south) / (north - south) * bands), bands - 1) if north > south else 0

    @property
    def radius_km(self) -> float:
        """That of a circle of the same size; where rings lie in one another a little more."""
        _, south, _, north = self.box
        scale = math.cos(math.radians((south + north) / 2)) * KM_A_DEGREE**2
        return math.sqrt(max(_size(ring) for ring in self.rings) * scale / math.pi)

    def holds(self, place: Place | None) -> Fall:
        """ASTRIDE where no point is known, or where it is known no finer than the area itself."""
        return self.holds_point(place.lat, place.lon, place.precision) if place else Fall.ASTRIDE

    def holds_point(self, lat: float | None, lon: float | None, precision: str | None) -> Fall:
        if lat is None or lon is None:
            return Fall.ASTRIDE
        if precision is not None and precision not in self.fine:
            return Fall.ASTRIDE if self._near(lon, lat, Precision(precision)) else Fall.OUTSIDE
        return Fall.INSIDE if self.surrounds(lon, lat) else Fall.OUTSIDE

    def surrounds(self, lon: float, lat: float) -> bool:
        """Whether a ray to the east crosses an odd number of edges."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        inside = False
        for a, b in self._bands[self._band(lat, len(self._bands))]:
            if (a[1] > lat) != (b[1] > lat):
                inside ^= lon < (b[0] - a[0]) * (lat - a[1]) / (b[1] - a[1]) + a[0]
        return inside

    def around(self, precision: Precision) -> Box:
        """The box within which a point of that precision may stand for something in the area."""
        west, south, east, north = self.box
        high = precision.radius_km / KM_A_DEGREE
        wide = high / max(math.cos(math.radians(max(abs(south), abs(north)))), 0.01)
        return west - wide, south - high, east + wide, north + high

    def _near(self, lon: float, lat: float, precision: Precision) -> bool:
        west, south, east, north = self.around(precision)
        return west <= lon <= east and south <= lat <= north

    def __str__(self) -> str:
        return f"{self.name} (area {self.mark})"

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "rings": self.rings}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Area:
        return cls(said["name"], tuple(map(_ring, said["rings"])))


def _size(ring: Ring) -> float:
    """In square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def read_area(path: Path) -> Area:
    """The polygons of a GeoJSON file, together; the file's name without its ending is the area's."""
    try:
        return area_of(path.read_text("utf-8-sig", "replace"), path.stem, str(path))
    except OSError as problem:
        raise BadInput(f"{path} cannot be read: {in_words(problem)}. Name a GeoJSON file.") from None


def area_of(text: str, name: str, called: str) -> Area:
    """The polygons of a text in GeoJSON; `called` is what a refusal calls it."""
    try:
        rings = tuple(_rings(json.loads(text)))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise BadInput(
            f"{called} is not GeoJSON with polygons. Export the area as GeoJSON in longitude and latitude."
        ) from None
    if not rings:
        raise BadInput(f"{called} holds no polygon. Export the area as GeoJSON with its polygons.")
    return Area(name, rings)


def _rings(said: dict[str, Any]) -> Iterator[Ring]:
    if said["type"] == "FeatureCollection":
        for each in said["features"]:
            yield from _rings(each["geometry"])
    elif said["type"] == "Feature":
        yield from _rings(said["geometry"])
    elif said["type"] == "GeometryCollection":
        for each in said["geometries"]:
            yield from _rings(each)
    elif said["type"] in ("Polygon", "MultiPolygon"):
        polygons = [said["coordinates"]] if said["type"] == "Polygon" else said["coordinates"]
        for polygon in polygons:
            yield from map(_ring, polygon)


def _ring(points: Iterable[Iterable[float]]) -> Ring:
    """Closed, whether or not the file closed it. Refuses what is no longitude and latitude."""
    ring = tuple((float(lon), float(lat)) for lon, lat, *_ in points)
    if len(ring) < 3 or not all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in ring):
        raise ValueError
    return ring if ring[0] == ring[-1] else (*ring, ring[0])
