"""Invented reports of invented incidents, with readings as extract gives them."""

import dataclasses

import pytest

from cairn.link.cluster import cluster
from cairn.values import (
    Belligerent,
    Claim,
    Evidence,
    Harm,
    Judgement,
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
WIDE = Place("Badia", 34.80, 38.90, Precision.GOVERNORATE, id="3")


def told(
    id,
    text,
    day="2021-03-14",
    place=QARN,
    killed=None,
    who="A",
    names=(),
    scope=Scope.INCIDENT,
    language="eng",
):
    claim = Claim(Harm.KILLED, killed, Quantifier.EXACT, Span.of(text, 0, 4), scope=scope)
    reading = Reading(
        language,
        (claim,),
        date=PartialDate(day) if day else None,
        place=place,
        places=(place,) if place else (),
        belligerents=(Belligerent(who),),
        people=tuple(Victim(name) for name in names),
    )
    return Evidence(ReportText(id, text), reading, f"origin {id}")


REPORTS = [
    told("a1", "Four people killed when shells hit the bread market of Qarn", killed=Range(4, 4)),
    told("a2", "Qarn: shelling of the market kills 4 who had come for bread", killed=Range(4, 4)),
    told("a3", "مقتل أربعة في قصف على سوق القرن", killed=Range(4, 4), language="ara"),
    told("b1", "A drone struck a van near Dahr and two brothers died", "2021-03-14", DAHR, Range(2, 2), "B"),
    told("b2", "Two brothers in a van killed by a drone outside Dahr", "2021-03-14", DAHR, Range(2, 2), "B"),
    told("c1", "Shells fell on Qarn's northern quarter and one child died", "2021-04-30", QARN, Range(1, 1)),
]


def same(found, *ids):
    return len({label for id in ids for label in found.incidents_of[id]}) == 1


def test_two_reports_of_one_strike_count_once_in_one_language_and_across():
    found = cluster(REPORTS)
    assert same(found, "a1", "a2", "a3")
    assert same(found, "b1", "b2")


def test_two_strikes_of_one_day_and_two_days_of_one_place_stay_apart():
    found = cluster(REPORTS)
    assert not same(found, "a1", "b1")
    assert not same(found, "a1", "c1")


def test_a_toll_tells_of_no_incident():
    found = cluster(
        [*REPORTS, told("t", "900 killed since the war began", None, None, Range(900, 900), scope=Scope.TOLL)]
    )
    assert found.incidents_of["t"] == []


def test_the_order_of_reports_changes_nothing():
    assert cluster(REPORTS).incidents_of == cluster(REPORTS[::-1]).incidents_of


def test_labels_stay_when_another_report_comes():
    late = told("z9", "Bread queue shelled in Qarn market, four killed", killed=Range(4, 4))
    before, after = cluster(REPORTS), cluster([*REPORTS, late])
    assert {id: after.incidents_of[id] for id in before.incidents_of} == before.incidents_of


def test_a_persons_judgement_is_never_broken():
    apart = cluster(REPORTS, [("a1", "a2", Judgement.DIFFERENT)])
    assert not same(apart, "a1", "a2")
    together = cluster(REPORTS, [("b1", "c1", Judgement.SAME)])
    assert same(together, "b1", "c1")


def test_a_judgement_on_a_report_that_is_not_here_is_left_aside():
    assert cluster(REPORTS, [("a1", "gone", Judgement.SAME)]) == cluster(REPORTS)


def test_pairs_in_doubt_are_suggested_with_what_speaks_for_and_against():
    doubtful = told("d", "Reports of shelling around Qarn", None, QARN)
    found = cluster([*REPORTS, doubtful])
    assert found.suggestions
    for each in found.suggestions:
        assert 0 < each.score < 1
        assert set(each.parts) >= {"before", "wording"}
        assert found.incidents_of[each.a] != found.incidents_of[each.b] or found.incidents_of[each.a] == []


def test_what_a_person_judged_is_not_asked_again():
    doubtful = told("d", "Reports of shelling around Qarn", None, QARN)
    first = cluster([*REPORTS, doubtful]).suggestions[0]
    again = cluster([*REPORTS, doubtful], [(first.a, first.b, Judgement.DIFFERENT)])
    assert {(each.a, each.b) for each in again.suggestions}.isdisjoint({(first.a, first.b)})


def test_a_named_victim_joins_reports_whose_days_differ_by_one():
    one = told("x", "Wasim al-Baz died in Dahr", "2021-05-01", DAHR, Range(1, 1), names=("Wasim al-Baz",))
    other = told("y", "استشهد وسيم الباز", "2021-05-02", WIDE, Range(1, 1), names=("وسيم الباز",))
    assert same(cluster([*REPORTS, one, other]), "x", "y")


@pytest.mark.parametrize("count", [0, 1])
def test_few_reports_are_no_trouble(count):
    assert len(cluster(REPORTS[:count]).incidents_of) == count


def test_a_report_that_says_nothing_is_no_incident():
    empty = dataclasses.replace(REPORTS[0], report=ReportText("e", ""), reading=Reading(None))
    assert cluster([empty]).incidents_of == {"e": []}
