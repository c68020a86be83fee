"""Who counts under whose name: members while they were members, and doubt about who did it."""

from __future__ import annotations

from cairn.total import ALL_ALLEGED, Axis, Contested, Question, total
from cairn.total.coalitions import known_coalitions
from cairn.values import Grade, Range
from tests.total.asked import COALITIONS, NORTH, PACT, SOUTH
from tests.total.made import incident

OTHER = "Hill Militia"


def asked_for_the_pact(date: str | None, **narrowed: object) -> tuple[int, int]:
    known = [incident("a", Range(3, 4), by=(NORTH,), date=date)]
    answer = total(known, Question(belligerents=(PACT,), **narrowed), COALITIONS)  # type: ignore[arg-type]
    return answer.total.incidents, answer.astride


def test_a_coalition_holds_what_its_member_did_while_it_was_one():
    assert asked_for_the_pact("2016-12-05") == (1, 0)
    assert asked_for_the_pact("2017-02-01") == (0, 0)


def test_a_date_that_leaves_open_whether_it_was_a_member_then_is_said_apart():
    assert asked_for_the_pact("2016") == asked_for_the_pact(None) == (0, 1)


def test_a_coalition_alone_holds_only_what_it_is_accused_of_itself():
    assert asked_for_the_pact("2016-12-05", alone=True) == (0, 0)


def test_an_incident_of_a_coalition_and_its_member_counts_once():
    known = [incident("a", Range(3, 4), by=(NORTH, PACT), date="2017-01-01")]
    answer = total(known, Question(belligerents=(PACT, NORTH), by=(Axis.BELLIGERENT,)), COALITIONS)
    assert answer.total.killed.range == Range(3, 4)
    assert [(row.key[0], row.tally.incidents) for row in answer.rows] == [(NORTH, 1), (PACT, 1)]


def test_what_a_member_concedes_its_coalition_concedes():
    known = [incident("a", Range(3, 4), by=(NORTH,), date="2017-01-01", conceded=2)]
    assert total(known, Question(belligerents=(PACT,)), COALITIONS).total.conceded_killed.range == Range(2, 2)


def test_the_vocabulary_knows_who_was_in_the_us_led_coalition_and_since_when():
    uk = [incident("a", Range(3, 4), by=("UK Military",), date=date) for date in ("2014-03-01", "2016-03-01")]
    assert total(uk, Question(belligerents=("US-led Coalition",))).total.incidents == 1
    assert known_coalitions().of_coalition("US-led Coalition")


def minima(by: tuple[str, ...], grade: Grade = Grade.WEAK) -> list[tuple[str | None, Range | None]]:
    asked = Question((Axis.BELLIGERENT,), grades=ALL_ALLEGED, contested=Contested.MAXIMUM)
    answer = total([incident("a", Range(3, 4), by=by, grade=grade)], asked, COALITIONS)
    assert answer.total.killed.range == Range(3, 4)
    return [(row.key[0], row.tally.killed.range) for row in answer.rows]


def test_what_may_have_been_another_is_in_the_maximum_of_both_and_the_minimum_of_neither():
    assert minima((SOUTH, OTHER)) == [(OTHER, Range(0, 4)), (SOUTH, Range(0, 4))]


def test_one_accused_of_a_contested_incident_is_not_sure_to_have_done_it():
    assert minima((SOUTH,), Grade.CONTESTED) == [(SOUTH, Range(0, 4))]
    assert minima((SOUTH,)) == [(SOUTH, Range(3, 4))]


def test_a_belligerent_and_its_coalition_do_not_contest_an_incident():
    assert minima((SOUTH, PACT)) == [(PACT, Range(3, 4)), (SOUTH, Range(3, 4))]


def test_a_total_that_holds_all_who_may_have_done_it_is_sure_of_it():
    known = [incident("a", Range(3, 4), by=(SOUTH, OTHER))]
    both = Question(belligerents=(SOUTH, OTHER), contested=Contested.MAXIMUM)
    assert total(known, both).total.killed.range == Range(3, 4)
    one = Question(belligerents=(SOUTH,), contested=Contested.MAXIMUM)
    assert total(known, one).total.killed.range == Range(0, 4)


def test_no_contested_minimum_is_counted_for_two_belligerents():
    known = [incident("a", Range(3, 4), by=(SOUTH, OTHER)), incident("b", Range(2, 2), by=(OTHER,))]
    answer = total(known, Question((Axis.BELLIGERENT,), contested=Contested.MAXIMUM))
    assert sum(row.tally.killed.min for row in answer.rows) <= answer.total.killed.min
