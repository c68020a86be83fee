"""Beside the record: what a belligerent concedes, what it states, and what it has not looked at."""

from __future__ import annotations

from dataclasses import replace

from cairn.total import Coalitions, Period, Question, total
from cairn.total.beside.compared import beside
from cairn.total.beside.conceding import Word, in_one_breath
from cairn.total.beside.stated import Stated
from cairn.values import Concession, Grade, PartialDate, Range, Verdict
from cairn.vocabulary.conflict import Membership
from tests.total.made import incident

NORTH, SOUTH = "Northern Air Force", "Southern Army"


def word(of: str | None, verdict: Verdict, day: str = "2017-06-11", who: str = NORTH) -> Word:
    return Word(of, Concession(who, verdict, None, None, PartialDate(day)))


def own_total(floor: int) -> Stated:
    return Stated(Range.at_least(floor), NORTH, (NORTH,), own=True, said_on=PartialDate("2017-08"))


def test_conceded_in_incidents_and_stated_in_total_are_two_figures():
    [north] = beside([incident("a", Range(8, 10), conceded=5)], stated=[own_total(624)])
    assert north.conceded == Range.exactly(5)
    assert [one.killed for one in north.stated] == [Range.at_least(624)]
    assert (north.ratio, north.alleged.killed.range) == (8 / 5, Range(8, 10))


def test_the_ratio_is_of_the_same_incidents_and_no_others():
    incidents = [
        incident("a", Range(8, 10), conceded=4),
        incident("b", Range(500, 600)),  # not conceded: in no ratio
        incident("c", None, conceded=90),  # nobody else numbered it: in no ratio either
    ]
    [north] = beside(incidents)
    assert (north.recorded_there, north.conceded_there) == (Range(8, 10), Range.exactly(4))
    assert (north.ratio, north.conceded) == (2.0, Range.exactly(94))


def test_there_is_no_ratio_to_nobody():
    [north] = beside([incident("a", Range(8, 10), conceded=0)])
    assert (north.ratio, north.conceded) == (None, Range.exactly(0))


def test_verdicts_are_by_the_latest_word_on_each_allegation():
    words = [word("a", Verdict.NON_CREDIBLE), word("a", Verdict.CREDIBLE), word("b", Verdict.OPEN)]
    words += [word(None, Verdict.DUPLICATE), word("b", Verdict.CREDIBLE, who=SOUTH)]
    found = {one.belligerent: one for one in beside([incident(each) for each in "abc"], words)}
    north = found[NORTH].verdicts
    assert (north.alleged, north.assessed) == (3, 1)
    assert (north.on(Verdict.CREDIBLE), north.on(Verdict.OPEN), north.on(None)) == (1, 1, 1)
    assert found[NORTH].elsewhere.on(Verdict.DUPLICATE) == 1
    assert SOUTH not in found  # nobody accuses it, and it states no total


def test_a_belligerent_that_only_states_a_total_is_shown_with_nothing_recorded():
    [north] = beside([], stated=[own_total(624)])
    assert (north.belligerent, north.alleged.incidents, north.conceded) == (NORTH, 0, None)


def test_what_is_conceded_below_our_minimum_is_listed():
    incidents = [incident("a", Range(8, 10), conceded=7), incident("b", Range(8, 10), conceded=8)]
    [north] = beside(incidents)
    assert [one.incident.id for one in north.below] == ["a"]
    floor = Concession(NORTH, Verdict.CREDIBLE, Range.at_least(3))
    [north] = beside([replace(incident("a", Range(8, 10)), concessions=(floor,))])
    assert north.below == ()  # "at least three" is not less than eight


def test_recorded_is_what_the_totals_say_and_both_are_shown():
    incidents = [incident("a", Range(1, 2)), incident("b", Range(5, 9), grade=Grade.WEAK)]
    incidents += [incident("c", Range(50, 50), grade=Grade.NO_HARM_ALLEGED)]
    [north] = beside(incidents)
    assert north.established.killed == total(incidents).total.killed
    assert north.alleged.killed.range == Range(6, 11)
    assert north.verdicts.alleged == 2


def test_what_nobody_reviewed_is_in_no_count_unless_asked_for():
    incidents = [incident("a", Range(1, 2), reviewed=False, conceded=1)]
    assert beside(incidents) == []
    [north] = beside(incidents, question=Question(provisional=True))
    assert (north.alleged.unreviewed, north.conceded) == (1, Range.exactly(1))


def test_a_period_bounds_what_is_compared():
    may = Period(PartialDate("2017-05"), PartialDate("2017-05"))
    incidents = [incident("a", Range(1, 2)), incident("b", Range(5, 9), date="2017-06-02", conceded=5)]
    [north] = beside(incidents, [word("b", Verdict.CREDIBLE)], question=Question(period=may))
    assert (north.verdicts.alleged, north.conceded, north.lag.waiting) == (1, None, 1)


def test_lags_stand_by_the_month_of_the_incident():
    incidents = [incident("a", date="2017-05-02"), incident("b", date="2017-06"), incident("c", date="2017")]
    [north] = beside(incidents, [word("a", Verdict.CREDIBLE, "2017-05-04")])
    assert [(month, one.days, one.waiting) for month, one in north.months] == [
        ("2017-05", (2,), 0),
        ("2017-06", (), 1),
    ]


def test_whoever_is_recorded_with_most_comes_first():
    incidents = [incident("a", Range(1, 2)), incident("b", Range(5, 9), by=(SOUTH,))]
    assert [one.belligerent for one in beside(incidents)] == [SOUTH, NORTH]


def test_killed_and_injured_in_one_breath_are_one_word():
    killed = Word("a", Concession(NORTH, Verdict.CREDIBLE, Range.exactly(10)))
    injured = Word("a", Concession(NORTH, Verdict.CREDIBLE, None, Range.exactly(4)))
    together = in_one_breath(killed, injured).said
    assert (together.killed, together.injured) == (Range.exactly(10), Range.exactly(4))


def test_a_coalition_asked_for_by_name_holds_what_its_members_are_accused_of_and_concede():
    union = Coalitions([Membership(SOUTH, "Union", PartialDate("2017"), PartialDate("2017"))])
    incidents = [
        incident("a", Range(8, 10), by=(SOUTH,), conceded=5),
        incident("b", Range(3, 3), by=(SOUTH,), date="2019-05-12", conceded=1),  # a member no longer
        incident("c", Range(2, 2), by=("Union",)),
    ]
    words = [word("a", Verdict.CREDIBLE, who=SOUTH)]
    [found] = beside(incidents, words, question=Question(belligerents=("Union",)), coalitions=union)
    assert (found.alleged.killed.range, found.conceded) == (Range(10, 12), Range.exactly(5))
    assert (found.verdicts.alleged, found.verdicts.on(Verdict.CREDIBLE)) == (2, 1)
    [alone] = beside(
        incidents, words, question=Question(belligerents=("Union",), alone=True), coalitions=union
    )
    assert (alone.alleged.killed.range, alone.conceded) == (Range(2, 2), None)
    by_name = {one.belligerent: one for one in beside(incidents, words, coalitions=union)}
    assert by_name["Union"].alleged.killed.range == Range(2, 2)
    assert by_name[SOUTH].conceded == Range.exactly(6)
