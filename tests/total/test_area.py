"""A place lies in an area, or not, or nobody can say."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.exceptions import BadInput
from cairn.total import Area, read_area
from cairn.total.period import Fall
from cairn.values import Place, Precision, from_json, to_json

SQUARE = ((36.0, 34.0), (37.0, 34.0), (37.0, 35.0), (36.0, 35.0), (36.0, 34.0))
HOLE = ((36.4, 34.4), (36.6, 34.4), (36.6, 34.6), (36.4, 34.6), (36.4, 34.4))


def at(lon: float, lat: float, precision: Precision | None = Precision.VILLAGE) -> Place:
    return Place("Tell Invented", lat, lon, precision)


def test_a_point_in_a_hole_is_outside():
    area = Area("ring", (SQUARE, HOLE))
    assert area.holds(at(36.2, 34.2)) is Fall.INSIDE
    assert area.holds(at(36.5, 34.5)) is Fall.OUTSIDE
    assert area.holds(at(38.0, 34.5)) is Fall.OUTSIDE


def test_a_place_known_no_finer_than_the_area_is_not_counted_in_it_or_out_of_it():
    area = Area("square", (SQUARE,))
    assert area.holds(at(36.5, 34.5, Precision.GOVERNORATE)) is Fall.ASTRIDE
    assert area.holds(at(60.0, 34.5, Precision.GOVERNORATE)) is Fall.OUTSIDE
    assert area.holds(at(36.5, 34.5, Precision.DISTRICT)) is Fall.INSIDE
    assert area.holds(Place("Tell Invented")) is area.holds(None) is Fall.ASTRIDE


@given(st.integers(3, 40), st.floats(0.1, 3), st.floats(-4, 4).filter(lambda x: x != 0), st.floats(-4, 4))
def test_a_polygon_of_any_number_of_corners_holds_what_is_near_its_middle(corners, size, x, y):
    turns = [2 * math.pi * n / corners for n in range(corners)]
    ring = tuple((30 + size * math.cos(t), 10 + size * math.sin(t)) for t in turns)
    area = Area("round", ((*ring, ring[0]),))
    away, inner = math.hypot(x, y), size * math.cos(math.pi / corners)
    if away < inner - 1e-6:
        assert area.surrounds(30 + x, 10 + y)
    if away > size + 1e-6:
        assert not area.surrounds(30 + x, 10 + y)


def test_a_geojson_file_is_read_with_all_its_polygons(tmp_path):
    shape = {"type": "MultiPolygon", "coordinates": [[SQUARE[:-1]], [HOLE]]}
    path = tmp_path / "hills.geojson"
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": shape}]})
    )
    area = read_area(path)
    assert (area.name, len(area.rings), area.rings[0]) == ("hills", 2, SQUARE)
    assert from_json(Area, to_json(area)) == area


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"type": "FeatureCollection", "features": []}',
        '{"type": "Point", "coordinates": [1, 2]}',
        '{"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}',
        '{"type": "Polygon", "coordinates": [[[500000, 2], [3, 4], [5, 6]]]}',
        '{"type": "Polygon", "coordinates": 7}',
        '{"type": "Polygon", "coordinates": [[["a", 2], [3, 4], [5, 6]]]}',
        '{"type": "Feature", "geometry": null}',
    ],
)
def test_a_file_without_polygons_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "bad.geojson"
    path.write_text(text)
    with pytest.raises(BadInput, match="Export the area as GeoJSON"):
        read_area(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read_area(tmp_path / "none.geojson")
