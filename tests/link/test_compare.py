import dataclasses

import pytest

from cairn.link.compare import compare, likeness, total
from cairn.link.traits import Traits
from cairn.values import Harm, Range

DAY = 738000
ONE = Traits(
    "1",
    "o1",
    {"market": 0.5, "shell": 0.1},
    days=(DAY, DAY),
    point=(34.5, 38.2, 3.0),
    places={"qarn": 3.0},
    place="qarn",
    people=frozenset({("smr", "bz")}),
    counts={Harm.KILLED: Range(4, 4)},
    belligerents=frozenset({"A"}),
    means=frozenset({"shelling"}),
)
OTHER = dataclasses.replace(ONE, id="2", origin="o2")


def with_(**changes):
    return compare(ONE, dataclasses.replace(OTHER, **changes)).total


CLOSER = [
    ({}, {"days": (DAY + 2, DAY + 2)}, "the same day says more than two days later"),
    ({"days": (DAY + 2, DAY + 2)}, {"days": (DAY + 40, DAY + 40)}, "two days later says more than forty"),
    ({}, {"point": (35.5, 38.2, 3.0)}, "the same town says more than one a hundred kilometres off"),
    ({}, {"people": frozenset({("hd", "rml")})}, "the same victim says more than another"),
    ({}, {"counts": {Harm.KILLED: Range(30, 30)}}, "the same toll says more than another"),
    ({}, {"belligerents": frozenset({"B"})}, "the same belligerent says more than another"),
    ({}, {"means": frozenset({"drone"})}, "the same means says more than another"),
    ({}, {"weights": {}}, "shared words say more than none"),
    ({"ages": frozenset({7})}, {"ages": frozenset({9})}, "somebody as old says more than other ages"),
    ({"ages": frozenset()}, {"ages": frozenset({9})}, "no age told says more than other ages"),
    ({"ages": frozenset({7, 40})}, {"ages": frozenset()}, "somebody as old says more than no age told"),
    ({"streets": frozenset({"marl"})}, {"streets": frozenset()}, "a street shared says more than none named"),
    ({"streets": frozenset()}, {"streets": frozenset({"tern"})}, "no street says more than another street"),
    (
        {"title": ("market",), "counts": None, "means": frozenset()},
        {"counts": None, "means": frozenset()},
        "a title without its story, whose words the other has, says more than none",
    ),
    ({"origin": "o1"}, {}, "a copy is of the same incident"),
    ({"places": {"qarn": 6.0}}, {"places": {}}, "a rare place shared says more than none named"),
    (
        {"days": None, "month_days": frozenset({(3, 1)})},
        {"days": None, "month_days": frozenset({(4, 9)})},
        "a day without a year",
    ),
]


@pytest.mark.parametrize(("nearer", "farther", "reason"), CLOSER)
def test_each_agreement_counts(nearer, farther, reason):
    one = dataclasses.replace(ONE, month_days=frozenset({(3, 1)}), ages=frozenset({7}))
    one = dataclasses.replace(one, streets=frozenset({"marl"}))
    left = compare(one, dataclasses.replace(OTHER, **nearer)).total
    right = compare(one, dataclasses.replace(OTHER, **farther)).total
    assert left > right, reason


def test_the_score_is_the_sum_of_its_parts_and_the_same_both_ways():
    score = compare(ONE, OTHER)
    assert score.total == pytest.approx(sum(part for _, part in score.parts), abs=0.01)
    assert compare(OTHER, ONE).total == pytest.approx(score.total)


def weeks_later(after, published):
    """The score of a report whose day is so many days after, published on another."""
    return with_(days=(DAY + after, DAY + after), published=(DAY + published, DAY + published))


def test_a_day_that_is_fresh_news_weeks_later_may_be_of_an_arrest_and_is_held_against_less():
    assert weeks_later(20, 21) > weeks_later(20, 60)
    assert weeks_later(20, 21) < weeks_later(5, 6)
    assert weeks_later(90, 91) == weeks_later(90, 200)


def test_what_nobody_said_is_not_held_against_anybody():
    bare = Traits("3", "", {}, means=frozenset({"shelling"}))
    assert {name for name, _ in compare(ONE, bare).parts} == {"before", "wording", "means"}


def test_a_report_that_tells_of_no_event_joins_less_easily():
    silent = dataclasses.replace(OTHER, counts=None, means=frozenset())
    assert dict(compare(ONE, silent).parts)["told"] < 0
    assert "told" not in dict(compare(ONE, OTHER).parts)


def test_a_chance_lies_between_nought_and_one():
    assert 0.5 < compare(ONE, OTHER).chance < 1
    assert 0 < compare(ONE, Traits("3", "", {})).chance < 0.5


def test_the_score_alone_is_that_of_the_parts():
    for far in ((35.0, 39.0, 2.0), (37.5, 39.0, 2.0), (35.0, 41.0, 2.0)):
        other = dataclasses.replace(OTHER, point=far)
        assert total(ONE, other) == pytest.approx(compare(ONE, other).total, abs=0.01)


def test_what_two_reports_share_comes_to_one_sum_in_whatever_order_it_is_added():
    faint = {f"faint{number}": 1.0 for number in range(20)}
    one = dataclasses.replace(ONE, weights=faint | {"loud": 2.0**53}, length=1.0)
    other = dataclasses.replace(ONE, weights=faint | {"loud": 1.0}, length=1.0)
    assert likeness(one, other) == 2.0**53 + 20


def test_a_rare_word_tells_where_one_of_the_reports_begins_with_it():
    below = dataclasses.replace(ONE, rare=frozenset({"hawthorn"}))
    begins = dataclasses.replace(below, opening=frozenset({"hawthorn"}))
    assert total(begins, below) == total(below, begins) > total(below, below)


def test_a_place_far_off_is_not_held_against_who_names_the_rare_place_of_the_event_too():
    far = dataclasses.replace(OTHER, point=(36.5, 38.2, 3.0), place="tal", places={"tal": 5.0})
    names_both = dataclasses.replace(far, places={"tal": 5.0, "qarn": 5.0})
    names_a_city = dataclasses.replace(far, places={"tal": 5.0, "qarn": 1.0})
    against = [dict(compare(ONE, each).parts)["place"] for each in (names_both, names_a_city, far)]
    assert against[0] == 0.0 > against[1] == against[2]
