"""Three totals clearly apart: the envelope, bounds of the mean, and a model's fan or why there is none."""

from __future__ import annotations

from typing import Any

from cairn.site.contents import Contents
from cairn.site.drawing.strips import fan_strip, scale_of, strip
from cairn.total import Question, Tally, total
from cairn.total.products.adjudicated import ENOUGH
from cairn.total.products.three import ThreeTotals
from cairn.values import Grade, Range

UPON = (Grade.CONFIRMED, Grade.FAIR, Grade.WEAK, Grade.CONTESTED)


def context(contents: Contents, _: str) -> dict[str, Any]:
    three = contents.three
    highest = scale_of([three.envelope.killed.range, _bounds(three)])
    return {
        "three": three,
        "refusals": [refusal.name for refusal in three.refusals],
        "bounds": _bounds(three),
        "upon": _grade_upon_grade(contents),
        "envelope_strip": strip(three.envelope.killed.range, highest),
        "bounds_strip": strip(_bounds(three), highest),
        "weights": contents.weights,
        "grades": [(grade, tally, three.adjudicated[grade]) for grade, tally in three.grades.items()],
        "spokes": [(spoke, fan_strip(spoke, highest)) for spoke in three.model.spokes] if three.model else [],
        "enough": ENOUGH,
    }


def _grade_upon_grade(contents: Contents) -> list[tuple[tuple[Grade, ...], Tally]]:
    """The envelope of the surest grade, then with each less sure one. What is discounted adds nobody."""
    sets = [UPON[: n + 1] for n in range(len(UPON))]
    return [
        (grades, total(contents.incidents, Question(grades=grades, provisional=True)).total)
        for grades in sets
    ]


def _bounds(three: ThreeTotals) -> Range | None:
    """The bounds of the mean in whole people, outwards: never narrower than they are."""
    if three.bounds is None:
        return three.envelope.killed.range
    most = three.bounds.most
    return Range(int(three.bounds.least), None if most is None else -int(-most // 1))
