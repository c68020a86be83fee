"""Three totals clearly apart: the envelope, bounds of the mean, and what a model says, or why it may not.

The envelope is the headline and assumes nothing. Each of the others assumes more, and says what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from cairn.total.answer import Answer
from cairn.total.products.adjudicated import Record
from cairn.total.products.weighed import MeanBounds, Weights, mean_bounds
from cairn.total.question import Axis, Question
from cairn.total.tally import Tally
from cairn.values import Grade
from cairn.values.fan import Fan


class Refusal(StrEnum):
    """Why no model is asked."""

    UNKNOWN = "unknown"  # nobody says of any incident how many were killed
    FEW = "few adjudicated"  # some grade has fewer adjudicated incidents than it takes
    OPEN = "no ceiling"  # some incident has a floor alone
    LIBRARY = "no library"  # numpy and scipy are an extra, and not installed


@dataclass(frozen=True, slots=True)
class ThreeTotals:
    """`question` is the one asked. `bounds` None: no grade that is counted has a weight.

    `model` None: `refusals` say why. `adjudicated` has each grade that is counted, with what is missing.
    """

    question: Question
    envelope: Tally
    grades: Mapping[Grade | None, Tally]
    bounds: MeanBounds | None
    adjudicated: Mapping[Grade | None, Record]
    model: Fan | None = None
    refusals: tuple[Refusal, ...] = ()

    @property
    def wanting(self) -> Mapping[Grade | None, Record]:
        """The grades of which too few incidents were adjudicated."""
        return {grade: one for grade, one in self.adjudicated.items() if one.missing}


def first_two(by_grade: Answer, weights: Weights, adjudicated: Mapping[Grade, Record]) -> ThreeTotals:
    """Envelope and bounds, from an answer with a row for each grade; and what forbids the model, if any."""
    if by_grade.question.by != (Axis.GRADE,):
        raise ValueError("The three totals take an answer by grade.")
    grades = {_grade(row.key[0]): row.tally for row in by_grade.rows}
    known = {grade: adjudicated.get(grade, Record()) if grade else Record() for grade in grades}
    bounds = mean_bounds({grade: tally.killed for grade, tally in grades.items()}, weights)
    refusals = tuple(_refusals(by_grade.total, known))
    question = replace(by_grade.question, by=())
    return ThreeTotals(question, by_grade.total, grades, bounds, known, refusals=refusals)


def _grade(text: str | None) -> Grade | None:
    return Grade(text) if text else None


def _refusals(total: Tally, known: Mapping[Grade | None, Record]) -> Iterator[Refusal]:
    if not total.killed.known:
        yield Refusal.UNKNOWN
        return
    if any(one.missing for one in known.values()):
        yield Refusal.FEW
    if total.killed.open:
        yield Refusal.OPEN
