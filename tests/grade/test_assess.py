"""An incident's ranges from what its reports say: accounts, and the range a recorder would publish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.grade import assess
from cairn.values import (
    Group,
    Harm,
    PartialDate,
    Place,
    Precision,
    Quantifier,
    Range,
    Scope,
    Status,
    Victim,
    Way,
)
from cairn.vocabulary.reasons import reason_in
from tests.grade.made import claim, injured, killed, report, several, up_to


def reports(*each: tuple):
    return [report(*claims, id=f"r{at}") for at, claims in enumerate(each)]


@pytest.mark.parametrize(
    ("evidence", "expected", "why"),
    [
        (reports([killed(3)]), Range(3, 3), "one account"),
        (reports([killed(3)], [killed(5)]), Range(3, 5), "credible sources disagree"),
        (reports([killed(3, "a hospital"), killed(5, "a doctor")]), Range(3, 5), "quoted in one report"),
        (reports([killed(2, group=Group.WOMEN), killed(1, group=Group.CHILDREN)]), Range(3, 3), "parts"),
        (
            reports([killed(5), killed(3, group=Group.CHILDREN, part_of=0)]),
            Range(5, 5),
            "a group is in the whole",
        ),
        (reports([killed(5), killed(2, besides=True)]), Range(7, 7), "another two"),
        (reports([killed(Range.at_least(5))]), Range(5, 5), "“at least” sets no ceiling of its own"),
        (reports([killed(Range.at_least(5))], [killed(9)]), Range(5, 9), "the highest stated number"),
        (reports([up_to(8)]), Range(2, 8), "up to eight: a plural of whom nobody said how many"),
        (reports([up_to(11), killed(10, "a hospital")]), Range(10, 11), "and the floor that others count"),
        (reports([up_to(9), killed(4, group=Group.CHILDREN)]), Range(4, 9), "and that of a group of them"),
        (reports([up_to(9), several()]), Range(2, 9), "and that of a plural"),
        (
            reports([killed(6), killed(8, rule=Way.SAID_OTHERWISE)]),
            Range(6, 8),
            "others said eight, whoever they are",
        ),
        (
            reports([killed(Range(0, 4), quantifier=Quantifier.BETWEEN)]),
            Range(0, 4),
            "nought to four: perhaps nobody",
        ),
        (
            reports([killed(Range.at_least(4), "a hospital"), several("a policeman")]),
            Range(4, 4),
            "who only says several gives way to who counts",
        ),
        (reports([several(), killed(1, "a friend")]), Range(2, 2), "one told of by name is one of several"),
        (reports([killed(4), killed(7, "a hospital")]), Range(4, 7), "whom it quotes raises its ceiling"),
        (reports([killed(7), killed(4, "a hospital")]), Range(7, 7), "and does not lower its floor"),
        (reports([several()], [killed(6)]), Range(6, 6), "a plural gives way to a number"),
        (reports([several()]), Range(2, 2), "a plural alone is at least two"),
        (reports([killed(0)], [killed(4)]), Range(4, 4), "“no casualties” lowers nobody's number"),
        (reports([killed(0)]), Range(0, 0), "and alone it is nought"),
        (reports([killed(None)]), None, "nobody said how many"),
        (reports([killed(400, scope=Scope.TOLL)], [killed(2)]), Range(2, 2), "a toll is no incident's"),
        (reports([killed(12, scope=Scope.BACKGROUND)]), None, "history is no incident's"),
        (reports([claim(Harm.MISSING, 4)], [killed(2)]), Range(2, 2), "the missing are not counted dead"),
        (reports([killed(3, status=Status.COMBATANT)]), None, "combatants are kept apart"),
        (
            reports([killed(5, status=Status.UNKNOWN), killed(2, status=Status.COMBATANT, part_of=0)]),
            Range(3, 3),
            "five, two of them fighters",
        ),
        (
            reports(
                [
                    killed(1),
                    killed(9, status=Status.UNKNOWN),
                    killed(4, status=Status.COMBATANT, part_of=1),
                ],
                [killed(1)],
            ),
            Range(1, 1),
            "fighters told of in another whole are not taken from this one",
        ),
        (
            reports([killed(5, status=Status.UNKNOWN), killed(4, status=Status.COMBATANT), killed(1)]),
            Range(1, 1),
            "a headline of five: four fighters and a farmer",
        ),
        (
            reports([killed(7)], [killed(7)], [killed(7)], [killed(8)]),
            Range(7, 8),
            "seven and eight are two counts of the same people",
        ),
        (
            reports(
                [killed(5, status=Status.UNKNOWN), killed(4, status=Status.COMBATANT), killed(1), killed(1)]
            ),
            Range(1, 1),
            "who is told of twice is one of the five",
        ),
        (
            reports([killed(1, group=Group.CHILDREN), several()]),
            Range(1, 1),
            "a boy is told of, and then “victims”",
        ),
        (
            reports([killed(3), killed(4, status=Status.DISPUTED)]),
            Range(3, 7),
            "disputed: in the maximum only",
        ),
    ],
)
def test_accounts_come_to_the_range_a_recorder_publishes(evidence, expected, why):
    assert assess(evidence).killed == expected, why


def test_a_sources_later_word_takes_the_place_of_its_earlier_one():
    first = report(killed(3), id="r1", source="A Paper", published="2020-01-01")
    later = report(killed(8), id="r2", source="A Paper", published="2020-01-02")
    other = report(killed(7), id="r3", source="Another Paper", published="2020-01-01")
    assert assess([first, later]).killed == Range(8, 8)
    assert assess([first, later, other]).killed == Range(7, 8)


def test_everyone_is_people_and_combatants_together():
    finding = assess(reports([killed(3), killed(2, status=Status.COMBATANT)]))
    assert (finding.killed, finding.combatants_killed) == (Range(3, 3), Range(2, 2))
    assert finding.all_killed == Range(5, 5)


def test_a_child_is_none_of_the_combatants_told_of_before():
    fighters = killed(2, status=Status.COMBATANT)
    child = killed(1, status=Status.UNKNOWN, group=Group.CHILDREN)
    assert assess(reports([fighters, child])).all_killed == Range(3, 3)
    of_them = killed(1, status=Status.UNKNOWN, group=Group.CHILDREN, part_of=0)
    assert assess(reports([fighters, of_them])).all_killed == Range(2, 2)


def test_the_people_named_are_the_least_that_were_killed():
    named = tuple(
        Victim(name, harm="killed", age=30) for name in ("Anwar Fictive", "Basma Fictive", "Cem Madeup")
    )
    finding = assess([report(killed(Range.at_least(2)), people=named)])
    assert finding.killed == Range(3, 3)
    assert "killed min 3: that many people are named" in map(reason_in, finding.reasons)


def test_names_beyond_a_number_stated_in_full_raise_nothing():
    named = tuple(Victim(name, harm="killed", age=30) for name in ("Anwar Fictive", "Basma Fictive"))
    assert assess([report(killed(1), people=named)]).killed == Range(1, 1)


def test_a_number_that_one_report_gives_alone_is_left_out_when_several_agree():
    finding = assess(reports([killed(4)], [killed(4)], [killed(4)], [killed(61)]))
    assert finding.killed == Range(4, 4)
    assert "killed 61: left out: too few others agree with it" in map(reason_in, finding.reasons)


def test_one_person_named_by_two_reports_is_one():
    first = report(killed(1), id="r1", people=(Victim("Anwar Samir Fictive", harm="killed", age=30),))
    second = report(
        killed(1), id="r2", people=(Victim("Anwar Sameer Fictive", harm="killed", gender="male"),)
    )
    finding = assess([first, second])
    assert finding.killed == Range(1, 1)
    [one] = finding.people
    assert (one.age, one.gender) == (30, "male")


def test_a_father_and_his_son_of_one_name_are_two():
    people = (Victim("Anwar Fictive", harm="killed", age=41), Victim("Anwar Fictive", harm="killed", age=9))
    assert len(assess([report(killed(2), people=people)]).people) == 2


def test_a_number_that_two_origins_give_is_never_left_out():
    finding = assess(reports([killed(4)], [killed(4)], [killed(4)], [killed(6)], [killed(6)]))
    assert finding.killed == Range(4, 6)


def test_where_no_accounts_agree_one_far_off_is_left_out_aloud():
    finding = assess(reports([killed(2)], [killed(3)], [killed(4)], [killed(90)]))
    assert finding.killed == Range(2, 4)
    assert any(reason_in(reason).startswith("killed 90: left out") for reason in finding.reasons)


def test_a_toll_quoted_further_down_is_not_the_incidents_ceiling():
    assert assess(reports([killed(5), killed(27, "a relative")])).killed == Range(5, 5)


def test_groups_are_ranges_of_their_own():
    finding = assess(
        reports(
            [killed(9), killed(2, group=Group.CHILDREN, part_of=0)],
            [killed(9), killed(4, group=Group.CHILDREN, part_of=0)],
        )
    )
    assert finding.killed_by_group == {"children": Range(2, 4)}


def test_the_injured_are_counted_by_the_same_rules():
    assert assess(reports([injured(12)], [injured(20)])).injured == Range(12, 20)


def test_every_number_has_its_reason_and_the_reports_behind_it():
    finding = assess(reports([killed(3)], [killed(5)]))
    said = {reason_in(reason): reason.reports for reason in finding.reasons}
    assert said["killed min 3: the lowest of 2 accounts"] == ("r0",)
    assert said["killed max 5: the highest of 2 accounts"] == ("r1",)
    assert finding.conventions == "1"


def test_the_date_is_the_one_most_reports_give_and_as_fine_as_one_of_them():
    days = ["2020-03-02", "2020-03", "2020-03-02", "2020-03-03"]
    finding = assess([report(killed(1), id=str(at), date=day) for at, day in enumerate(days)])
    assert finding.date == PartialDate("2020-03-02")


def test_a_month_stays_a_month():
    assert assess([report(killed(1), date="2020-03")]).date == PartialDate("2020-03")


def test_the_place_is_the_finest_of_those_most_reports_support():
    city = Place("Big Town", 35.0, 38.0, Precision.CITY)
    quarter = Place("Its Quarter", 35.01, 38.01, Precision.NEIGHBOURHOOD)
    elsewhere = Place("Far Village", 36.5, 40.0, Precision.VILLAGE)
    evidence = [
        report(killed(1), id=str(at), place=p) for at, p in enumerate([city, quarter, city, elsewhere])
    ]
    assert assess(evidence).place == quarter


def test_a_report_that_says_only_the_country_does_not_outvote_the_villages_in_it():
    country = Place("Inland", 35.0, 38.0, Precision.COUNTRY)
    villages = [Place(f"Village {at}", 35.0 + at, 38.5, Precision.VILLAGE) for at in (0.0, 0.0, 0.6)]
    evidence = [report(killed(1), id=str(at), place=p) for at, p in enumerate([country, *villages])]
    found = assess(evidence).place
    assert found is not None
    assert found.lat_lon == (35.0, 38.5)


def test_a_report_that_says_only_the_country_supports_every_village_in_it_however_far():
    country = Place("Inland", 35.0, 38.0, Precision.COUNTRY, "SY")
    city = Place("City", 35.2, 38.5, Precision.CITY, "SY")
    village = Place("Far Village", 37.3, 44.2, Precision.VILLAGE, "SY")
    evidence = [report(killed(1), id=str(at), place=p) for at, p in enumerate([country, city, village])]
    assert assess(evidence).place == village


def test_no_evidence_is_a_finding_that_says_nothing():
    finding = assess([])
    assert (finding.killed, finding.date, finding.place, finding.people) == (None, None, None, ())


counts = st.none() | st.builds(
    lambda low, more: Range(low, None if more is None else low + more),
    st.integers(0, 50),
    st.none() | st.integers(0, 9),
)
claims = st.builds(
    claim,
    st.sampled_from(Harm),
    counts,
    st.none() | st.sampled_from(["a doctor", "local sources", "Hill Militia"]),
    status=st.sampled_from(Status),
    group=st.none() | st.sampled_from(Group),
    quantifier=st.sampled_from(Quantifier),
    part_of=st.none() | st.integers(0, 3),
    besides=st.booleans(),
    scope=st.sampled_from(Scope),
)


@given(st.lists(st.lists(claims, max_size=6), max_size=5))
def test_any_evidence_gives_a_range_within_what_was_said(each):
    finding = assess(reports(*each))
    of_incident = [c for r in each for c in r if c.scope is Scope.INCIDENT and c.kind is Harm.KILLED]
    numbers = [c.count for c in of_incident if c.count]
    if not numbers:
        assert finding.all_killed is None
    for found in (finding.killed, finding.all_killed, finding.combatants_killed):
        if found:
            assert found.min <= (found.max or found.min)
            assert (found.max or 0) <= sum(c.min if c.max is None else c.max for c in numbers)


@given(st.lists(st.lists(claims, max_size=4), max_size=4), st.randoms())
def test_the_order_in_which_reports_came_changes_no_range(each, random):
    evidence = reports(*each)
    shuffled = evidence[:]
    random.shuffle(shuffled)
    one, other = assess(evidence), assess(shuffled)
    assert (one.killed, one.injured, one.all_killed) == (other.killed, other.injured, other.all_killed)
    assert (one.grade, one.strike_status, one.origins) == (other.grade, other.strike_status, other.origins)
