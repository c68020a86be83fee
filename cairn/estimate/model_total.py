"""The model-based total: a fan of answers, each under assumptions that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.estimate.answer import SEED
from cairn.estimate.grade_chances import Weights, calibration, chances
from cairn.estimate.ranges import OFFERED_RHO, Counted, draw_fan, draws_for, spokes
from cairn.values.adjudication import Adjudication
from cairn.values.fan import Fan


def model_total(
    incidents: Sequence[Counted], found: Sequence[Adjudication], weights: Weights, seed: int = SEED
) -> Fan:
    """The fan of a total. Whether the evidence carries one is decided before: see `cairn.story.three_totals`.

    The same incidents and seed give the same fan.
    """
    known = chances(found, weights)
    drawn = tuple(spokes(draw_fan(incidents, known, seed)))
    counted = {grade for grade, _ in incidents}
    return Fan(
        spokes=drawn,
        offered=next(one for one in drawn if one.rho == OFFERED_RHO and one.shape == "even"),
        chances={grade.value: known[grade].interval for grade in sorted(counted & known.keys())},
        calibration=tuple(one for one in calibration(found, weights) if one.grade in counted),
        draws=draws_for(sum(one.min != one.max for _, one in incidents)),
        seed=seed,
    )
