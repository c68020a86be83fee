"""How long an admission took: what is timed, what still waits, and what cannot be told."""

from __future__ import annotations

from cairn.total.beside.lag import Lag, admits, lag
from cairn.values import Concession, PartialDate, Range, Verdict
from tests.total.made import incident

NORTH = "Northern Air Force"


def said(verdict: Verdict, day: str | None = None, killed: int | None = None) -> Concession:
    counted = None if killed is None else Range.exactly(killed)
    return Concession(NORTH, verdict, counted, None, PartialDate(day) if day else None)


def test_the_lag_runs_from_the_day_of_the_incident_to_the_first_admission():
    first, again = said(Verdict.CREDIBLE, "2017-06-11"), said(Verdict.CREDIBLE, "2017-09-01")
    assert lag([(incident(date="2017-05-12"), (first, again))]).days == (30,)


def test_a_refusal_before_the_admission_does_not_end_the_wait():
    flipped = (said(Verdict.NON_CREDIBLE, "2017-05-20"), said(Verdict.CREDIBLE, "2017-05-22"))
    assert lag([(incident(date="2017-05-12"), flipped)]).days == (10,)


def test_what_was_taken_back_is_not_admitted():
    taken_back = (said(Verdict.CREDIBLE, "2017-05-20"), said(Verdict.NON_CREDIBLE, "2017-06-20"))
    assert lag([(incident(), taken_back)]) == Lag(waiting=1)


def test_those_who_still_wait_are_counted_and_in_no_median():
    admitted = [
        (incident(date="2017-05-01"), (said(Verdict.CREDIBLE, f"2017-05-{day}"),)) for day in (11, 21)
    ]
    found = lag([*admitted, (incident(), ()), (incident(), (said(Verdict.OPEN, "2017-06-01"),))])
    assert (found.quartiles, found.waiting) == ((12.5, 15.0, 17.5), 2)


def test_a_month_is_not_its_first_day_and_no_admission_comes_before_its_incident():
    in_may = incident(date="2017-05"), (said(Verdict.CREDIBLE, "2017-06-11"),)
    too_soon = incident(date="2017-05-12"), (said(Verdict.CREDIBLE, "2017-05-02"),)
    undated = incident(date="2017-05-12"), (said(Verdict.CREDIBLE),)
    assert lag([in_may, too_soon, undated]) == Lag(untimed=3)


def test_a_number_of_the_dead_admits_without_a_verdict_and_nought_does_not():
    assert admits(said(Verdict.NONE, killed=2))
    assert not admits(said(Verdict.NONE, killed=0))
    assert not admits(said(Verdict.OPEN, killed=2))


def test_where_nothing_is_admitted_there_is_no_median():
    assert lag([(incident(), ())]).quartiles is None
