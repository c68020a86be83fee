"""Known truth: two tables of invented incidents, with answers we chose."""

import random

from cairn.link.tables import match_tables
from cairn.values import Finding, KnownIncident, PartialDate, Place, Range

DEEDS = ["shell", "rocket", "mortar bomb", "drone", "missile", "mine", "air strike", "grenade"]
THINGS = [
    "bakery",
    "school",
    "water tower",
    "bus station",
    "clinic",
    "mosque",
    "barn",
    "bridge",
    "kiosk",
    "mill",
]
ROADS = ["by the river", "on the north road", "beside the cannery", "in the old quarter", "near the stadium"]


def told(id, day="2031-05-04", lat=48.1, lon=35.2, words="", **finding):
    place = Place("", lat, lon) if lat is not None else None
    return KnownIncident(id, Finding(date=PartialDate(day), place=place, **finding)), words


def sure(first, second):
    return {(pair.a, pair.b) for pair in match_tables(first, second) if pair.sure}


def test_the_only_strike_of_a_day_in_a_town_needs_no_words():
    far = told("z", lat=50.4, words="a bridge was hit")
    assert sure([told("a")], [told("b"), far]) == {("a", "b")}


def test_where_a_town_was_struck_often_that_day_the_words_tell():
    second = [told(f"b{n}", words=f"A {thing} was hit by a shell") for n, thing in enumerate(THINGS)]
    first = [told("a", words="Shell hits a water tower")]
    assert sure(first, second) == {("a", f"b{THINGS.index('water tower')}")}


def test_of_strikes_told_alike_none_is_chosen_and_a_person_is_asked():
    second = [told(f"b{n}", words=f"Damage to a {thing}") for n, thing in enumerate(THINGS[:4])]
    pairs = match_tables([told("a", words="Explosion heard")], second)
    assert not any(pair.sure for pair in pairs)
    assert pairs


def test_rows_that_tell_the_same_in_the_same_words_are_all_said():
    again = [told(f"b{n}", words="Water tower of the cannery destroyed by a drone") for n in range(3)]
    other = [told(f"c{n}", words=f"Damage to a {thing}") for n, thing in enumerate(THINGS[3:7])]
    first = [told("a", words="Water tower of the cannery hit by a drone")]
    assert sure(first, again + other) == {("a", f"b{n}") for n in range(3)}


def test_another_week_or_another_region_is_another_incident():
    words = "Water tower of the cannery destroyed by a drone"
    second = [told("late", "2031-05-11", words=words), told("far", lat=51.9, words=words)]
    assert match_tables([told("a", words=words)], second) == []


def test_the_same_toll_tells_two_strikes_apart():
    second = [
        told("b", killed=Range(23, 23), words="Market hit"),
        told("c", killed=Range(1, 1), words="Market hit again"),
    ]
    best = match_tables([told("a", killed=Range(23, 23), words="Strike on a market")], second)[0]
    assert best.b == "b"
    assert best.parts["counts"] > 1


def test_without_points_the_name_of_the_place_tells():
    def named(id, name):
        return KnownIncident(id, Finding(date=PartialDate("2031-05-04"), place=Place(name))), ""

    pairs = match_tables([named("a", "Tell Zabad")], [named("b", "Tal Zabad"), named("c", "Qasr Mina")])
    assert pairs[0].b == "b"
    assert "place" in pairs[0].parts


def test_a_row_without_a_day_is_nobodys():
    dayless = KnownIncident("b", Finding(place=Place("", 48.1, 35.2))), "Bakery hit"
    assert match_tables([told("a", words="Bakery hit")], [dayless]) == []


def test_a_table_told_again_by_another_recorder_is_recovered():
    drawn = random.Random(5)
    first, second = [], []
    for n in range(400):
        deed, thing, road = drawn.choice(DEEDS), drawn.choice(THINGS), drawn.choice(ROADS)
        day, lat = f"2031-05-{drawn.randint(1, 28):02}", round(drawn.uniform(46, 50), 1)
        first.append(told(f"a{n}", day, lat, words=f"A {thing} {road} was hit by a {deed}"))
        if n % 2:
            second.append(told(f"b{n}", day, lat, words=f"{deed} damages {thing} {road}"))
    said = sure(first, second)
    right = sum(a[1:] == b[1:] for a, b in said)
    assert right / len(said) >= 0.97
    assert right / len(second) >= 0.9
