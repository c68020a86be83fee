"""Whom a total counts."""

from __future__ import annotations

from dataclasses import replace

from cairn.total import Measure, Question, as_json, as_text, total
from cairn.values import About, Range, Reason, Rule, StrikeStatus
from tests.total.made import incident


def test_aid_workers_and_medical_workers_may_be_the_same_people():
    groups = {"aid workers": Range(2, 3), "medical workers": Range(1, 2), "children": Range(9, 9)}
    asked = Question(measures=(Measure.PROTECTED_KILLED,))
    [(_, found)] = total([incident(groups=groups)], asked).total.sums.items()
    assert found.range == Range(2, 5)


def test_those_whose_being_civilians_is_disputed_can_be_asked_for():
    known = incident(killed=Range(1, 4))
    why = Reason(About.MAX_DISPUTED, Rule.DISPUTED, words={"measure": "killed", "count": "3"})
    known = replace(known, finding=replace(known.finding, reasons=(why,)))
    asked = Question(measures=(Measure.KILLED, Measure.DISPUTED_KILLED, Measure.DISPUTED_INJURED))
    assert as_json(total([known], asked))["total"]["disputed_killed"] == [3, 3]
    assert as_json(total([known], asked))["total"]["disputed_injured"] is None


def test_unknown_deaths_are_said_whatever_is_counted():
    asked = Question(measures=(Measure.MEN_KILLED,))
    answer = total([incident(groups={"men": Range(2, 2)}), incident(killed=Range(3, 3))], asked)
    assert answer.total.unknown == 1
    assert "men killed" in as_text(answer)
    assert as_json(answer)["total"]["men_killed"] == [2, 2]


def test_only_strikes_of_the_status_asked_for_count():
    known = [incident("a", status=StrikeStatus.DECLARED), incident("b", status=StrikeStatus.CONTESTED)]
    known.append(incident("c"))
    assert total(known, Question(statuses=(StrikeStatus.DECLARED,))).total.incidents == 1
