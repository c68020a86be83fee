"""The article the project started from: its figures must come out of our own code."""

from __future__ import annotations

import pytest

from cairn.extract.read import read
from cairn.values import Claim, Group, Harm, PartialDate, Range, Reading, ReportText, Scope, Status
from cairn.vocabulary.conflict import Conflict


@pytest.fixture(scope="module")
def article(shared_data) -> Reading:
    text = (shared_data / "seed_article.txt").read_text("utf-8")
    report = ReportText(
        id="seed", text=text, published=PartialDate("2017-08-05"), language="eng", source="TRT World"
    )
    reading = read(report, Conflict(countries=("SY", "IQ")))
    assert all(claim.span.stands_in(text) for claim in reading.claims)
    return reading


def the(article: Reading, count: Range) -> Claim:
    [claim] = [each for each in article.claims if each.count == count]
    return claim


def test_the_monitors_total_is_a_toll_of_civilians_over_three_years(article):
    claim = the(article, Range(19_663, None))
    assert (claim.kind, claim.scope, claim.who.status) == (Harm.KILLED, Scope.TOLL, Status.CIVILIAN)
    assert (claim.date, claim.date_end) == (PartialDate("2014-08"), PartialDate("2017-07"))
    assert "Airwars" in (claim.attributed_to or "")
    assert {each.name for each in claim.belligerents} == {"US Forces", "Russian Military"}


def test_the_share_of_one_coalition_is_a_toll(article):
    claim = the(article, Range(7_337, None))
    assert (claim.kind, claim.scope) == (Harm.KILLED, Scope.TOLL)
    assert [each.name for each in claim.belligerents] == ["US-led Coalition"]


def test_children_since_june_are_a_toll_of_children(article):
    claim = the(article, Range(119, None))
    assert (claim.kind, claim.who.group, claim.scope) == (Harm.KILLED, Group.CHILDREN, Scope.TOLL)
    assert claim.date == PartialDate("2017-06-06")
    assert "Airwars" in (claim.attributed_to or "")


def test_the_coalitions_own_total_is_a_toll_it_says_itself(article):
    claim = the(article, Range(624, None))
    assert (claim.kind, claim.scope, claim.who.status) == (Harm.KILLED, Scope.TOLL, Status.CIVILIAN)
    assert "oalition" in (claim.attributed_to or "")


def test_the_lives_admitted_that_friday_are_a_days_toll(article):
    claim = the(article, Range(21, 21))
    assert (claim.kind, claim.scope, claim.who.status) == (Harm.KILLED, Scope.TOLL, Status.CIVILIAN)
    assert claim.date == PartialDate("2017-08-04")


def test_the_strike_near_raqqa_is_an_incident_of_ten_on_its_day(article):
    claim = the(article, Range(10, 10))
    assert (claim.kind, claim.scope, claim.who.status) == (Harm.KILLED, Scope.INCIDENT, Status.CIVILIAN)
    assert claim.date == PartialDate("2017-05-12")
    assert claim.place is not None and "Raqqa" in claim.place.name
    assert "US-led Coalition" in {each.name for each in claim.belligerents}


def test_no_fighter_who_is_left_is_taken_for_dead(article):
    assert not [claim for claim in article.claims if claim.count and claim.count.min == 2_000]


def test_only_events_are_incidents(article):
    counted = {claim.count for claim in article.claims if claim.scope is Scope.INCIDENT and claim.count}
    assert counted == {Range(10, 10)}
