"""Bounds of the mean total under intervals that an organisation gives its grades."""

from __future__ import annotations

from cairn.total.products.weighed import MeanBounds, mean_bounds
from cairn.total.tally import Sum
from cairn.values import Grade

FAIR, WEAK = Sum(100, 200, 20), Sum(40, 80, 10)


def test_each_grade_is_weighed_by_its_own_interval():
    weights = {Grade.FAIR: (0.8, 0.9), Grade.WEAK: (0.25, 0.5)}
    assert mean_bounds({Grade.FAIR: FAIR, Grade.WEAK: WEAK}, weights) == MeanBounds(90.0, 220.0)


def test_without_weights_there_is_nothing_beyond_the_envelope():
    assert mean_bounds({Grade.FAIR: FAIR}, {}) is None
    assert mean_bounds({Grade.FAIR: FAIR}, {Grade.WEAK: (0.25, 0.5)}) is None


def test_a_grade_without_a_weight_counts_in_full_and_is_named():
    found = mean_bounds({Grade.FAIR: FAIR, None: WEAK}, {Grade.FAIR: (0.5, 1.0)})
    assert found == MeanBounds(90.0, 280.0, (None,))


def test_a_floor_without_a_ceiling_leaves_the_most_unsaid():
    found = mean_bounds({Grade.FAIR: Sum(10, 4, 3, 1)}, {Grade.FAIR: (0.5, 1.0)})
    assert found == MeanBounds(5.0, None)
