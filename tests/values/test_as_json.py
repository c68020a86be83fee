"""A value and its JSON say the same, and nothing is dropped on the way."""

import json

import pytest

from cairn.values import (
    About,
    Claim,
    Finding,
    Harm,
    PartialDate,
    Place,
    Precision,
    Quantifier,
    Range,
    Reading,
    Reason,
    Rule,
    Span,
    Victim,
    from_json,
    to_json,
)

NOBODY_SAID = Claim(Harm.KILLED, None, Quantifier.VAGUE, Span(0, 6, "people"))


@pytest.mark.parametrize(
    "value",
    [
        NOBODY_SAID,
        Reading(None, (NOBODY_SAID,), date=PartialDate("2017-05"), means=("airstrike",)),
        Finding(killed=Range(0, 0), missing=Range(2, None), killed_by_group={"children": Range(1, 1)}),
        Finding(place=Place("", lat=0.0, lon=39.5, precision=Precision.TOWN, country="SY")),
        Finding(
            people=(Victim("Sami Example", age=0),),
            reasons=(Reason(About.MIN, Rule.NAMED, ("a", "b"), {"count": "3"}),),
        ),
    ],
)
def test_a_value_comes_back_from_its_json(value):
    assert from_json(type(value), json.loads(json.dumps(to_json(value)))) == value


def test_what_a_value_does_not_know_is_refused():
    with pytest.raises(TypeError, match="Finding has no colour"):
        from_json(Finding, {"colour": "red"})


def test_what_a_value_needs_is_asked_for():
    with pytest.raises(TypeError, match="span"):
        from_json(Claim, {"kind": "killed"})


def test_a_set_is_written_in_one_order():
    assert to_json(frozenset({"c", "a", "b"})) == ["a", "b", "c"]
    assert to_json({(3, 28), (11, 6), (3, 2)}) == [[3, 2], [3, 28], [11, 6]]
