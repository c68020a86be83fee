"""What speaks for one incident, part by part."""

from cairn.link.listed_incidents import listed_incidents
from cairn.link.rows import tell_the_same, weigh
from cairn.values import Belligerent, Finding, KnownIncident, PartialDate, Place, Range

USUAL = "House damaged"
FILLERS = [
    f"{thing} damaged, no harm" for thing in ("House", "Mill", "House", "School", "House", "Barn") * 20
]


def parts(one, other):
    """The parts for two findings and words, in tables where houses are damaged every day."""
    rest = [(KnownIncident(str(n), Finding()), words) for n, words in enumerate(FILLERS)]
    [mine], others = listed_incidents([one], [other, *rest])
    return weigh(mine, others[0])


def told(words="", day="2031-05-04", **finding):
    return KnownIncident("x", Finding(date=PartialDate(day), **finding)), words


def test_words_that_everybody_uses_say_less_than_rare_ones():
    usual = parts(told(USUAL), told(USUAL))["words"]
    rare = parts(told("Cannery ablaze"), told("Cannery ablaze"))["words"]
    assert usual < rare


def test_a_month_says_less_than_a_day():
    day = parts(told(), told())["day"]
    month = parts(told(), told(day="2031-05"))["day"]
    assert month < day
    assert parts(told(), told(day="2031-05-05"))["day"] < 0


def test_a_fine_point_says_more_than_a_coarse_one():
    fine, coarse = Place("", 48.12345, 35.21234), Place("", 48.1, 35.2)
    assert (
        parts(told(place=fine), told(place=fine))["place"]
        > parts(told(place=coarse), told(place=coarse))["place"]
    )


def test_parties_and_tolls_speak_for_and_against():
    party = {"belligerents": (Belligerent("Testland"),)}
    other = {"belligerents": (Belligerent("Mustermark"),)}
    assert parts(told(**party), told(**party))["parties"] > 0
    assert parts(told(**party), told(**other))["parties"] < 0
    assert parts(told(killed=Range(9, 9)), told(killed=Range(1, 1)))["counts"] < 0
    assert "counts" not in parts(told(killed=Range(9, 9)), told())


def test_two_rows_in_the_same_words_tell_the_same():
    rows = [told("Cannery ablaze"), told("Cannery ablaze"), told("Ferry sunk"), told("Ferry sunk")]
    first, _ = listed_incidents(rows, [])
    assert tell_the_same(first[0], first[1])
    assert not tell_the_same(first[0], first[2])
