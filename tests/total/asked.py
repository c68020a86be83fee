"""Invented incidents and questions about them, of every kind, as hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

from cairn.total import ALL_ALLEGED, Area, Axis, Coalitions, Contested, Measure, Period, Question
from cairn.values import (
    About,
    Belligerent,
    Concession,
    Finding,
    Grade,
    Group,
    KnownIncident,
    PartialDate,
    Place,
    Precision,
    Range,
    Reason,
    Role,
    Rule,
    StrikeStatus,
    Verdict,
)
from cairn.vocabulary.conflict import Membership

NORTH, SOUTH, PACT = "Northern Air Force", "Southern Army", "Pact of the Hills"
NAMES = (NORTH, SOUTH, PACT)
COALITIONS = Coalitions(
    [Membership(NORTH, PACT, PartialDate("2016-12"), PartialDate("2017-01")), Membership(SOUTH, PACT)]
)
SQUARE = Area("square", (((36.0, 34.0), (36.4, 34.0), (36.4, 34.4), (36.0, 34.4), (36.0, 34.0)),))
DATES = ("2016", "2016-12", "2016-12-31", "2017-01", "2017-01-01", "2017-05-12")

ranges = st.builds(
    lambda low, more: Range(low, None if more is None else low + more),
    st.integers(0, 40),
    st.none() | st.integers(0, 9),
)
maybe = st.none() | ranges
places = st.builds(
    Place,
    st.sampled_from(["Tell Invented", "Upper Ford"]),
    st.just(34.2),
    st.sampled_from([36.2, 36.7, 39.9]),
    st.none() | st.sampled_from(Precision),
    st.none() | st.sampled_from(["SY", "IQ"]),
    st.sampled_from([(), ("Hill Province",)]),
) | st.builds(Place, st.just("Tell Invented"), country=st.sampled_from(["SY", "IQ"]))
groups = st.dictionaries(st.sampled_from([group.value for group in Group]), ranges)
concessions = st.lists(
    st.builds(Concession, st.sampled_from(NAMES), st.sampled_from(Verdict), maybe, maybe),
    max_size=2,
    unique_by=lambda one: one.belligerent,
)
disputed = st.sampled_from(
    [(), (Reason(About.MAX_DISPUTED, Rule.DISPUTED, words={"measure": "killed", "count": "2-3"}),)]
)
findings = st.builds(
    Finding,
    killed=maybe,
    injured=maybe,
    combatants_killed=maybe,
    killed_by_group=groups,
    injured_by_group=groups,
    date=st.none() | st.sampled_from(DATES).map(PartialDate),
    place=st.none() | places,
    belligerents=st.lists(
        st.builds(Belligerent, st.sampled_from(NAMES), st.sampled_from(Role)), max_size=3, unique=True
    ).map(tuple),
    strike_status=st.none() | st.sampled_from(StrikeStatus),
    grade=st.none() | st.sampled_from(Grade),
    reasons=disputed,
)
incidents = st.builds(
    KnownIncident, st.just("a"), findings, reviewed=st.booleans(), concessions=concessions.map(tuple)
)
periods = st.sampled_from(
    [
        Period(),
        Period(PartialDate("2017-01"), PartialDate("2017-01")),
        Period(PartialDate("2016"), PartialDate("2016")),
        Period(PartialDate("2016-12-31"), None),
        Period(None, PartialDate("2016-12")),
    ]
)


def some(kind: list[object] | type) -> st.SearchStrategy[tuple]:
    return st.lists(st.sampled_from(kind), unique=True, max_size=3).map(tuple)  # type: ignore[arg-type]


questions = st.builds(
    Question,
    by=some(Axis),
    belligerents=some(list(NAMES)),
    countries=st.sampled_from([(), (), ("SY",), ("SY", "IQ")]),
    period=periods,
    grades=st.just(ALL_ALLEGED) | some(Grade),
    provisional=st.booleans(),
    measures=st.lists(st.sampled_from(Measure), unique=True, min_size=1, max_size=5).map(tuple),
    statuses=st.just(()) | some(StrikeStatus),
    places=st.sampled_from([(), (), ("upper ford",), ("Hill Province", "Upper Ford")]),
    area=st.sampled_from([None, None, SQUARE]),
    contested=st.sampled_from(Contested),
    alone=st.booleans(),
)
