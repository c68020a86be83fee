"""Coasts and land borders for a small map: lines only, since a filled country would say whose land it is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Outline:
    """`kind` is coast, border or contested; `points` are (longitude, latitude)."""

    kind: str
    points: tuple[tuple[float, float], ...]

    def meets(self, box: Box) -> bool:
        west, south, east, north = box
        return any(west <= lon <= east and south <= lat <= north for lon, lat in self.points)


def outlines(box: Box) -> Iterator[Outline]:
    """The lines that pass through a box."""
    contested = _contested()
    lines = gzip.decompress(files("cairn.vocabulary").joinpath("outlines.tsv.gz").read_bytes()).decode()
    for line in lines.splitlines():
        if line.startswith("#"):
            continue
        kind, sides, drawn = line.split("\t")
        points = tuple(_point(pair) for pair in drawn.split(" "))
        found = Outline("contested" if frozenset(sides.split(" | ")) in contested else kind, points)
        if found.meets(box):
            yield found


def _point(pair: str) -> tuple[float, float]:
    lon, lat = pair.split(",")
    return float(lon), float(lat)


@cache
def _contested() -> frozenset[frozenset[str]]:
    said = yaml.safe_load(files("cairn.vocabulary").joinpath("outlines.yml").read_text(encoding="utf-8"))
    return frozenset(frozenset(pair) for pair in said["contested"])
