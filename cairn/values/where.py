"""Where: a place with the precision at which it is known, and never more."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Precision(StrEnum):
    """How finely a place is known, coarsest first (METHOD.md §6, with the country before it)."""

    COUNTRY = "country"
    GOVERNORATE = "governorate"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    NEIGHBOURHOOD = "neighbourhood"
    STREET = "street"
    LANDMARK = "landmark"
    WITHIN_100_M = "within 100 m"
    WITHIN_1_M = "within 1 m"
    EXACT = "exact"

    @property
    def radius_km(self) -> float:
        """How far off the point may be and still be right; rough figures, used only to compare places."""
        return _RADIUS_KM[self]

    @property
    def rank(self) -> int:
        """0 for a country, higher the finer."""
        return _RANK[self]


_RADIUS_KM = {
    Precision.COUNTRY: 400.0,
    Precision.GOVERNORATE: 80.0,
    Precision.DISTRICT: 30.0,
    Precision.SUBDISTRICT: 15.0,
    Precision.CITY: 6.0,
    Precision.TOWN: 3.0,
    Precision.VILLAGE: 1.5,
    Precision.NEIGHBOURHOOD: 1.0,
    Precision.STREET: 0.5,
    Precision.LANDMARK: 0.3,
    Precision.WITHIN_100_M: 0.1,
    Precision.WITHIN_1_M: 0.001,
    Precision.EXACT: 0.0,
}
_RANK = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. `lat` and `lon` are WGS84 degrees, both or neither. `country` is ISO 3166 alpha-2.

    `within` names what it lies in, finest first ("Raqqa", "Ar Raqqah"); `id` is the gazetteer's own.
    `name` is as the gazetteer or the text has it; `name_ar` in Arabic script where it is known.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    id: str | None = None
    name_ar: str | None = None
    mgrs: str | None = None

    @property
    def lat_lon(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def to_json(self) -> dict[str, object]:
        said: dict[str, object] = {"name": self.name}
        if self.lat_lon:
            said["lat_lon"] = list(self.lat_lon)
        for key in ("precision", "country", "id", "name_ar", "mgrs"):
            if getattr(self, key):
                said[key] = str(getattr(self, key))
        if self.within:
            said["within"] = list(self.within)
        return said

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Place:
        named: dict[str, Any] = {key: part for key, part in said.items() if key != "lat_lon"}
        named["lat"], named["lon"] = said.get("lat_lon") or (None, None)
        named["within"] = tuple(named.get("within", ()))
        if "precision" in named:
            named["precision"] = Precision(named["precision"])
        return cls(**named)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (lat, lon) points on a sphere of radius 6,371 km."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
