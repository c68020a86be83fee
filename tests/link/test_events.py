"""One invented report of several invented events, each with its own claims."""

from dataclasses import replace

import pytest

from cairn.link.cluster import cluster
from cairn.link.events import events
from cairn.values import (
    Claim,
    Evidence,
    Harm,
    PartialDate,
    Place,
    Precision,
    Quantifier,
    Range,
    Reading,
    ReportText,
    Scope,
    Span,
    Victim,
)

QARN = Place("Qarn", 34.50, 38.20, Precision.TOWN, id="1")
DAHR = Place("Dahr", 35.40, 39.90, Precision.VILLAGE, id="2")
TEXT = (
    "Seven people died in Qarn on 14 March 2021. Their kin buried them.\n"
    "A van was hit near Dahr on 3 March 2021 and two brothers, one of them a child, were killed."
)


def claim(phrase, count, day, place, text=TEXT, **more):
    start = text.index(phrase)
    said = Span.of(text, start, start + len(phrase))
    date = PartialDate(day)
    return Claim(Harm.KILLED, Range(count, count), Quantifier.EXACT, said, date=date, place=place, **more)


SEVEN = claim("Seven people died", 7, "2021-03-14", QARN)
TWO = claim("two brothers", 2, "2021-03-03", DAHR, people=(Victim("Omar Haddad"),))
CHILD = replace(claim("one of them a child", 1, "2021-03-03", DAHR), part_of=1)


def told(*claims, text=TEXT, id="a"):
    people = tuple(person for each in claims for person in each.people)
    reading = Reading(
        "eng", claims, date=PartialDate("2021-03-14"), place=QARN, places=(QARN,), people=people
    )
    return Evidence(ReportText(id, text), reading, f"origin {id}")


def counts(part):
    return [each.count.min for each in part.reading.claims if each.scope is Scope.INCIDENT]


def test_two_events_of_one_report_are_two_each_with_its_claims_day_and_place():
    main, other = events(told(SEVEN, TWO, CHILD))
    assert (counts(main), counts(other)) == ([7], [2, 1])
    assert (main.reading.event, other.reading.event) == ("", "2021-03-03")
    assert (other.reading.date.text, other.reading.place) == ("2021-03-03", DAHR)
    assert other.reading.claims[1].part_of == 0
    assert [len(part.reading.people) for part in (main, other)] == [0, 1]


def test_an_event_told_as_another_with_a_day_and_a_place_is_an_incident_of_its_own():
    main, other = events(told(SEVEN, replace(TWO, scope=Scope.OTHER)))
    assert (counts(main), counts(other)) == ([7], [2])


@pytest.mark.parametrize("scope", [Scope.TOLL, Scope.BACKGROUND])
def test_tolls_and_background_make_no_event(scope):
    report = told(SEVEN, replace(TWO, scope=scope))
    assert events(report) == [report]


def test_sources_differ_by_a_day_about_one_event():
    near = replace(TWO, date=PartialDate("2021-03-13"), place=QARN)
    assert len(events(told(SEVEN, near))) == 1


def test_a_day_that_the_sentence_does_not_name_makes_no_event():
    text = TEXT.replace("on 3 March 2021", "last week")
    brothers = claim("two brothers", 2, "2021-03-03", DAHR, text)
    assert (
        len(events(told(claim("Seven people died", 7, "2021-03-14", QARN, text), brothers, text=text))) == 1
    )


def test_as_many_people_of_one_town_may_be_the_same_who_died_later():
    seven_again = replace(TWO, count=Range(7, 7), place=QARN)
    assert len(events(told(SEVEN, seven_again))) == 1


def test_a_day_and_a_month_the_other_way_round_are_not_another_day():
    text = "Qarn 5/12/2021: Seven people died. 12/5/2021: two brothers were killed."
    first = claim("Seven people died", 7, "2021-12-05", QARN, text)
    report = told(first, claim("two brothers", 2, "2021-05-12", QARN, text), text=text)
    report = replace(report, reading=replace(report.reading, date=PartialDate("2021-12-05")))
    assert len(events(report)) == 1


def test_a_main_event_without_people_of_its_own_is_not_taken_apart():
    assert len(events(told(TWO))) == 1


def test_a_place_that_only_the_main_event_names_is_not_the_other_events():
    text = TEXT.replace(" near Dahr", "")
    brothers = claim("two brothers", 2, "2021-03-03", QARN, text)
    _, other = events(told(claim("Seven people died", 7, "2021-03-14", QARN, text), brothers, text=text))
    assert other.reading.place is None


def test_a_report_of_two_events_bears_two_labels_the_main_one_first():
    alone = "Two brothers were killed in a van near Dahr on 3 March 2021, said Omar Haddad's kin."
    brothers = claim("Two brothers", 2, "2021-03-03", DAHR, alone)
    other = told(brothers, text=alone, id="b")
    other = replace(other, reading=replace(other.reading, date=PartialDate("2021-03-03"), place=DAHR))
    other = replace(other, reading=replace(other.reading, places=(DAHR,)))
    found = cluster([told(SEVEN, TWO), other])
    main, second = found.incidents_of["a"]
    assert found.incidents_of["b"] == [second]
    assert main == cluster([told(SEVEN)]).incidents_of["a"][0]
    assert {part.told for part in found.told[second]} == {("a", "2021-03-03"), ("b", "")}
