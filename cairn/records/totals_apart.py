"""The three totals of a ledger, as it was known on a day."""

from __future__ import annotations

from dataclasses import replace

from cairn.records.adjudicated import adjudicated
from cairn.records.ledger import Ledger
from cairn.records.queries import known_incidents
from cairn.records.totals import answered
from cairn.story import modelled
from cairn.total import Axis, Coalitions, Question
from cairn.total.measure import SHOWN
from cairn.total.products.adjudicated import records
from cairn.total.products.three import ThreeTotals, first_two
from cairn.vocabulary.belligerents import memberships


def totals_apart(ledger: Ledger, question: Question) -> ThreeTotals:
    """The envelope, the bounds by the ledger's own weights, and the model where its history carries one.

    The incidents themselves are only looked at for a model.
    """
    day = question.as_of.last_day() if question.as_of else None
    found = adjudicated(day)
    by_grade = answered(replace(question, by=(Axis.GRADE,), measures=SHOWN), ledger.conflict)
    three = first_two(by_grade, ledger.weights, records(found))
    if three.refusals:
        return three
    coalitions = Coalitions(memberships(ledger.conflict))
    return modelled(three, known_incidents(day), found, ledger.weights, coalitions)
