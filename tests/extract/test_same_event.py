"""A count of another day or place is another event's."""

from __future__ import annotations

from cairn.extract.same_event import by_event
from cairn.values import Claim, Harm, PartialDate, Place, Precision, Quantifier, Range, Scope, Span

HERE = Place("Hadra", 35.0, 36.0, Precision.VILLAGE)
NEAR = Place("Upper Hadra", 35.05, 36.05, Precision.VILLAGE)
FAR = Place("Testabad", 35.9, 36.9, Precision.TOWN)
REGION = Place("Testshire", 36.5, 37.5, Precision.GOVERNORATE)
DAY = PartialDate("2020-03-05")


def claim(n, place=HERE, date=DAY):
    return Claim(Harm.KILLED, Range(n, n), Quantifier.EXACT, Span(0, 4, "five"), place=place, date=date)


def scopes(*claims):
    return [each.scope for each in by_event(claims, HERE)]


def test_a_count_far_away_is_of_another_event():
    assert scopes(claim(5), claim(3, FAR)) == [Scope.INCIDENT, Scope.BACKGROUND]


def test_a_village_and_its_neighbour_may_be_one_event():
    assert scopes(claim(5), claim(3, NEAR)) == [Scope.INCIDENT, Scope.INCIDENT]


def test_a_governorate_is_too_coarse_to_tell_events_apart():
    assert scopes(claim(5), claim(3, REGION)) == [Scope.INCIDENT, Scope.INCIDENT]


def test_another_day_alone_does_not_part_two_events_of_one_report():
    assert scopes(claim(5), claim(3, date=PartialDate("2020-02-25"))) == [Scope.INCIDENT, Scope.INCIDENT]


def test_an_event_keeps_its_only_count_though_its_place_was_read_far_away():
    assert scopes(claim(5, FAR)) == [Scope.INCIDENT]


def test_a_count_far_away_of_another_day_is_of_an_event_of_its_own():
    elsewhere = claim(3, FAR, PartialDate("2020-02-25"))
    assert [each.scope for each in by_event([claim(5), elsewhere], HERE, DAY)][1] is Scope.OTHER
    assert [each.scope for each in by_event([claim(5), claim(3, FAR)], HERE, DAY)][1] is Scope.BACKGROUND


def test_what_a_report_leads_with_stays_wherever_its_place_was_read():
    assert scopes(claim(5, FAR), claim(3)) == [Scope.INCIDENT, Scope.INCIDENT]
