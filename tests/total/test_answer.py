"""Totals: what adds, what is kept apart, and what is left out aloud."""

from __future__ import annotations

import csv
import gzip

from hypothesis import given
from hypothesis import strategies as st

from cairn.exchange import Row, load_mapping, read_table
from cairn.total import ALL_ALLEGED, HEADLINE, Axis, Period, Question, total
from cairn.values import Concession, Grade, KnownIncident, PartialDate, Range, Verdict
from tests.total.made import incident

NORTH, SOUTH = "Northern Air Force", "Southern Army"


def month(text: str) -> Period:
    return Period(PartialDate(text), PartialDate(text))


def test_minimum_and_maximum_are_summed_apart():
    answer = total([incident("a", Range(8, 10)), incident("b", Range(3, 5))])
    assert answer.total.killed.range == Range(11, 15)


def test_unknown_is_counted_and_is_not_nought():
    answer = total([incident("a", None), incident("b", Range(2, 2)), incident("c", Range(0, 0))])
    assert (answer.total.incidents, answer.total.unknown) == (3, 1)
    assert answer.total.killed.range == Range(2, 2)


def test_a_total_of_incidents_that_nobody_numbered_has_no_range():
    assert total([incident("a", None)]).total.killed.range is None


def test_one_open_ceiling_opens_the_total_and_is_counted():
    answer = total([incident("a", Range.at_least(4)), incident("b", Range(2, 3))])
    assert answer.total.killed.range == Range.at_least(6)
    assert answer.total.killed.open == 1


def test_an_incident_of_two_belligerents_counts_in_full_for_each_and_once_in_the_total():
    both = incident("a", Range(4, 6), by=(NORTH, SOUTH))
    answer = total([both, incident("b", Range(1, 1), by=(SOUTH,))], Question(by=(Axis.BELLIGERENT,)))
    assert [(row.key, row.tally.killed.range) for row in answer.rows] == [
        ((NORTH,), Range(4, 6)),
        ((SOUTH,), Range(5, 7)),
    ]
    assert answer.total.killed.range == Range(5, 7)


def test_a_belligerent_that_was_not_asked_for_has_no_row():
    both = incident("a", Range(4, 6), by=(NORTH, SOUTH))
    answer = total([both], Question(by=(Axis.BELLIGERENT,), belligerents=(SOUTH,)))
    assert [row.key for row in answer.rows] == [(SOUTH,)]


def test_an_incident_in_may_falls_in_may_and_not_on_its_first_day():
    in_may = incident("a", Range(1, 1), date="2017-05")
    assert total([in_may], Question(period=month("2017-05"))).total.incidents == 1
    first_day = total([in_may], Question(period=month("2017-05-01")))
    assert (first_day.total.incidents, first_day.astride) == (0, 1)


def test_an_incident_without_a_date_is_left_out_of_a_period_aloud():
    answer = total([incident("a", Range(1, 1), date=None)], Question(period=month("2017-05")))
    assert (answer.total.incidents, answer.astride) == (0, 1)
    assert total([incident("a", Range(1, 1), date=None)]).total.incidents == 1


def test_a_year_is_not_its_january():
    answer = total([incident("a", Range(1, 1), date="2017")], Question(by=(Axis.MONTH,)))
    assert [row.key for row in answer.rows] == [("2017",)]


def test_the_headline_is_fair_and_confirmed_and_all_alleged_holds_the_ungraded():
    every = [incident(str(grade), Range(1, 1), grade=grade) for grade in [*Grade, None]]
    assert total(every).total.incidents == 2
    assert total(every, Question(grades=ALL_ALLEGED)).total.incidents == len(Grade)


def test_where_nobody_alleges_harm_there_is_nothing_to_total():
    assert total([incident(grade=Grade.NO_HARM_ALLEGED)], Question(grades=ALL_ALLEGED)).total.incidents == 0


def test_what_nobody_reviewed_is_left_out_unless_asked_for_and_then_says_so():
    waiting = incident("a", Range(3, 3), reviewed=False)
    answer = total([waiting])
    assert (answer.total.incidents, answer.left_unreviewed) == (0, 1)
    provisional = total([waiting], Question(provisional=True))
    assert provisional.total.killed.range == Range(3, 3)
    assert provisional.heading.endswith("provisional, unreviewed")
    reviewed = total([incident("a", Range(3, 3))], Question(provisional=True))
    assert "unreviewed" not in reviewed.heading


def test_what_a_belligerent_concedes_stands_beside_what_is_recorded():
    answer = total([incident("a", Range(8, 10), conceded=6)], Question(by=(Axis.BELLIGERENT,)))
    assert answer.rows[0].tally.conceded_killed.range == Range(6, 6)
    assert answer.total.killed.range == Range(8, 10)


def test_one_belligerents_row_does_not_hold_what_another_concedes():
    both = incident("a", Range(8, 10), by=(NORTH, SOUTH), conceded=6)
    answer = total([both], Question(by=(Axis.BELLIGERENT,)))
    assert [row.tally.conceded_killed.range for row in answer.rows] == [Range(6, 6), None]


def test_a_belligerent_that_takes_back_its_admission_concedes_nothing():
    taken_back = Concession(NORTH, Verdict.NON_CREDIBLE, Range.exactly(6))
    known = KnownIncident("a", incident("a", Range(8, 10)).finding, reviewed=True, concessions=(taken_back,))
    assert total([known]).total.conceded_killed.range is None


ranges = st.none() | st.builds(
    lambda low, more: Range(low, None if more is None else low + more),
    st.integers(0, 40),
    st.none() | st.integers(0, 9),
)
dates = st.none() | st.sampled_from(["2016", "2016-12", "2016-12-31", "2017-01", "2017-01-01", "2017-05-12"])
known = st.builds(
    incident,
    killed=ranges,
    date=dates,
    by=st.sampled_from([(), (NORTH,), (SOUTH,), (NORTH, SOUTH)]),
    grade=st.none() | st.sampled_from(Grade),
    country=st.none() | st.sampled_from(["SY", "IQ"]),
    reviewed=st.booleans(),
    conceded=st.none() | st.integers(0, 9),
    groups=st.dictionaries(st.sampled_from(["children", "women"]), ranges.filter(lambda r: r is not None)),
)
questions = st.builds(
    Question,
    by=st.lists(st.sampled_from(Axis), unique=True, max_size=3).map(tuple),
    belligerents=st.sampled_from([(), (NORTH,), (NORTH, SOUTH)]),
    countries=st.sampled_from([(), ("SY",)]),
    period=st.sampled_from(
        [Period(), month("2017-01"), month("2016"), Period(PartialDate("2016-12-31"), None)]
    ),
    grades=st.sampled_from([ALL_ALLEGED, (Grade.FAIR, Grade.CONFIRMED), (Grade.WEAK,)]),
    provisional=st.booleans(),
)


def asked_for(one: KnownIncident, asked: Question) -> bool:
    """The question read again, word by word, without the code under test."""
    finding, period = one.finding, asked.period
    named = {each.name for each in finding.belligerents}
    days = (finding.date.first_day(), finding.date.last_day()) if finding.date else None
    return (
        finding.grade != Grade.NO_HARM_ALLEGED
        and (not asked.grades or finding.grade in asked.grades)
        and (not asked.countries or (finding.place is not None and finding.place.country in asked.countries))
        and (not asked.belligerents or bool(named & set(asked.belligerents)))
        and (one.reviewed or asked.provisional)
        and (period.start is None or (days is not None and days[0] >= period.start.first_day()))
        and (period.end is None or (days is not None and days[1] <= period.end.last_day()))
    )


@given(st.lists(known, max_size=12), questions)
def test_any_total_equals_a_sum_by_hand(incidents, asked):
    mine = [one for one in incidents if asked_for(one, asked)]
    counts = [one.finding.killed for one in mine if one.finding.killed]
    answer = total(incidents, asked)
    assert answer.total.incidents == len(mine)
    assert answer.total.unknown == len(mine) - len(counts)
    children = [c for one in mine if (c := one.finding.killed_by_group.get("children"))]
    for found, parts in ((answer.total.killed, counts), (answer.total.children_killed, children)):
        if not parts:
            assert found.range is None
            continue
        assert found.range is not None
        assert found.range.min == sum(count.min for count in parts)
        ceilings = [count.max for count in parts if count.max is not None]
        assert found.range.max == (sum(ceilings) if len(ceilings) == len(parts) else None)


@given(st.lists(known, max_size=12), questions)
def test_rows_hold_each_incident_once_for_each_of_its_belligerents(incidents, asked):
    mine = [one for one in incidents if asked_for(one, asked)]
    answer = total(incidents, asked)
    accused = [{b.name for b in one.finding.belligerents} for one in mine]
    if asked.belligerents:
        accused = [names & set(asked.belligerents) for names in accused]
    times = [max(1, len(names)) if Axis.BELLIGERENT in asked.by else 1 for names in accused]
    assert sum(row.tally.incidents for row in answer.rows) == (sum(times) if asked.by else 0)


def recorded_in_syria(shared_data) -> list[KnownIncident]:
    rows = read_table(shared_data / "reference" / "syria_incidents.csv.gz", load_mapping("airwars"))
    return [row.value for row in rows if isinstance(row, Row) and isinstance(row.value, KnownIncident)]


def test_a_recorders_published_totals_come_out_of_its_incidents(shared_data):
    incidents = recorded_in_syria(shared_data)
    assert len(incidents) == 8114
    to_july = Period(None, PartialDate("2017-07-31"))
    points = {
        ("US-led Coalition", ALL_ALLEGED): (1357, 5277, 8284),
        ("US-led Coalition", HEADLINE): (729, 3051, 4766),
        ("Russian Military", ALL_ALLEGED): (2382, 9701, 15257),
        ("Russian Military", HEADLINE): (836, 3285, 4758),
    }
    for (who, grades), expected in points.items():
        asked = Question(belligerents=(who,), countries=("SY",), period=to_july, grades=grades)
        found = total(incidents, asked).total
        assert found.killed.range is not None
        assert (found.incidents, found.killed.range.min, found.killed.range.max) == expected, (who, grades)


def test_every_cell_by_belligerent_month_and_grade_equals_the_table_read_by_hand(shared_data):
    by = (Axis.BELLIGERENT, Axis.MONTH, Axis.GRADE)
    answer = total(recorded_in_syria(shared_data), Question(by=by, grades=ALL_ALLEGED))
    cells = {
        tuple(part or "" for part in row.key): (
            row.tally.incidents,
            row.tally.killed.min,
            row.tally.killed.max,
        )
        for row in answer.rows
    }
    path = shared_data / "reference" / "syria_incidents.csv.gz"
    by_hand: dict[tuple[str, ...], tuple[int, int, int]] = {}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["civilian_harm_reported"] == "No":
                continue
            grade = "" if "," in row["grading"] else row["grading"].lower()
            low, high = int(row["civ_killed_min"] or 0), int(row["civ_killed_max"] or 0)
            for name in row["belligerents"].replace("U.S.-led", "US-led").split(", "):
                key = (name, row["date"][:7], grade)
                before = by_hand.get(key, (0, 0, 0))
                by_hand[key] = (before[0] + 1, before[1] + low, before[2] + high)
    assert cells == by_hand
