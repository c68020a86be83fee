"""What of a row tells which incident it is."""

from cairn.link.listed_incidents import how_far_off, listed_incidents
from cairn.values import Finding, Harm, KnownIncident, PartialDate, Place, Precision, Range


def listed(finding, told=""):
    [[incident], _] = listed_incidents([(KnownIncident("1", finding), told)], [])
    return incident


def test_a_point_is_as_fine_as_its_table_writes_it():
    coarse = [Place("", 36.2, 37.1), Place("", 35.9, 39.0)]
    fine = [Place("", 36.20174, 37.13122), Place("", 35.95, 39.01267)]
    assert how_far_off(coarse) > 5
    assert how_far_off(fine) < 1
    assert how_far_off([]) < 1


def test_a_precision_that_is_said_makes_a_point_no_finer():
    place = Place("Testabad", 36.2, 37.1, Precision.STREET)
    assert listed(Finding(place=place)).point[2] > 5
    assert listed(Finding(place=Place("", 36.20174, 37.13122, Precision.DISTRICT))).point[2] == 30


def test_an_incident_of_some_day_in_a_year_is_of_no_day():
    assert listed(Finding(date=PartialDate("2031"))).days is None
    first, last = listed(Finding(date=PartialDate("2031-02"))).days
    assert last - first == 27


def test_everyone_counts_before_those_who_were_no_combatants():
    counts = listed(Finding(killed=Range(2, 2), all_killed=Range(5, 5))).counts
    assert counts == {Harm.KILLED: Range(5, 5)}


def test_both_spellings_of_a_place_are_its_names():
    one = listed(Finding(place=Place("Tell Zabad", name_ar="تل زباد"))).names
    other = listed(Finding(place=Place("تل زباد"))).names
    assert one & other
