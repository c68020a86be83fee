"""A place told by its distance from another is where that leads, and known no better."""

import pytest

from cairn.extract.offsets import with_offsets
from cairn.extract.places import find_places
from cairn.extract.words import words
from cairn.values import Precision, distance_km
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.gazetteer import gazetteer


def told(text):
    known = gazetteer(Conflict(countries=("SY",)))
    found = find_places(text, words(text), known, ("SY",))
    return found[0].place, with_offsets(found, text, words(text))[0].place


@pytest.mark.parametrize(
    ("text", "km", "precision"),
    [
        ("A strike 5 km north of Homs killed two.", 5, Precision.TOWN),
        ("A strike 20 kilometers south-east of Homs killed two.", 20, Precision.SUBDISTRICT),
        ("A strike 10 miles to the west of Homs killed two.", 16.1, Precision.SUBDISTRICT),
    ],
)
def test_a_distance_and_a_direction_lead_away(text, km, precision):
    town, place = told(text)
    assert distance_km(town.lat_lon, place.lat_lon) == pytest.approx(km, rel=0.02)
    assert place.precision is precision
    assert place.within[0] == town.name


def test_north_is_up():
    town, place = told("A strike 5 km north of Homs killed two.")
    assert place.lat > town.lat
    assert place.lon == pytest.approx(town.lon, abs=1e-4)


@pytest.mark.parametrize("text", ["A strike north of Homs killed two.", "A strike on Homs killed 5 people."])
def test_without_a_distance_a_place_stays_where_it_is(text):
    town, place = told(text)
    assert place == town
