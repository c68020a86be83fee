"""New reports beside invented incidents that people know already."""

import time
from dataclasses import replace

from cairn.link.cluster import cluster
from cairn.link.join import join
from cairn.values import Belligerent, Finding, KnownIncident, PartialDate, Place, Precision, Range
from tests.link.test_cluster import DAHR, QARN, told

DAY = "2021-03-14"


def known(id, day=DAY, place=QARN, killed=None, who="A"):
    finding = Finding(killed=killed, date=PartialDate(day), place=place, belligerents=(Belligerent(who),))
    return KnownIncident(id, finding, reviewed=True)


FOUR = told("a", "Shells hit the bread market of Qarn and four people died", killed=Range(4, 4))


def joined(report, *incidents, refused=()):
    found = cluster([report])
    [label] = found.told
    answer = join(found.told, incidents, refused)
    return answer.homes.get(label), [one.incident for one in answer.asked.get(label, ())]


def test_a_report_of_a_known_incident_joins_it():
    assert joined(FOUR, known("x", killed=Range(4, 6))) == ("x", [])


def test_a_report_of_another_day_or_place_opens_an_incident():
    far = known("x", place=replace(DAHR, lat=36.9), killed=Range(4, 4))
    assert joined(FOUR, known("x", day="2021-03-20", killed=Range(4, 4))) == (None, [])
    assert joined(FOUR, far) == (None, [])


def test_between_two_that_fit_as_well_a_person_chooses():
    assert joined(FOUR, known("x", killed=Range(4, 4)), known("y", killed=Range(4, 4))) == (None, ["x", "y"])


def test_of_two_in_one_city_the_count_tells():
    others = known("x", killed=Range(4, 4)), known("y", killed=Range(30, 30))
    assert joined(FOUR, *others) == ("x", [])


def test_a_strike_in_the_same_city_on_the_same_day_may_be_another():
    city = Place("Qarn", 34.5, 38.2, Precision.CITY, id="1")
    report = told("a", "An air raid hit a mill and two people died", place=city, killed=Range(2, 2))
    assert joined(report, known("x", place=city, killed=Range(11, 11))) == (None, ["x"])


def test_what_a_person_keeps_apart_is_neither_joined_nor_asked_about():
    assert joined(FOUR, known("x", killed=Range(4, 4)), refused={("a", "x")}) == (None, [])


def test_no_more_incidents_are_looked_at_than_those_of_the_day():
    days = [
        PartialDate.on(PartialDate("2001-01-01").first_day().replace(year=2001 + n // 300))
        for n in range(6000)
    ]
    incidents = [known(f"i{n}", day=str(day)) for n, day in enumerate(days)]
    found = cluster([FOUR])
    start = time.process_time()
    answer = join(found.told, [*incidents, known("x", killed=Range(4, 4))])
    assert list(answer.homes.values()) == ["x"]
    assert time.process_time() - start < 2
