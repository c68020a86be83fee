"""Fienberg and Rinaldo's question on the three-list table in which only two lists share anybody."""

import numpy as np
import pytest

from cairn.estimate.existence import Standing, has_maximum
from cairn.estimate.hierarchy import design, hierarchical_models, model_of, named_terms
from cairn.estimate.loglinear import fitted
from cairn.estimate.overlap import OverlapTable
from cairn.estimate.poisson import fit

SPARSE = OverlapTable(("a", "b", "c"), {"100": 40, "010": 30, "001": 20, "110": 6})


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("[12,13,23]", Standing.NOT_IDENTIFIED),
        ("[12,3]", Standing.NO_MAXIMUM),
        ("[13,23]", Standing.SOUND),
    ],
)
def test_a_fit_is_believed_only_where_the_overlaps_can_carry_it(name, standing):
    model = model_of(named_terms(name), 3, 2)
    assert fitted(SPARSE, model[None, :], 2)[0].standing is standing


def test_the_quick_proof_and_the_linear_programme_agree(four_lists):
    models = hierarchical_models(4, 3)
    columns, counts = design(4, 3), four_lists.dense[1:]
    fits = fit(columns, counts, models)
    for row, model in enumerate(fitted(four_lists, models, 3)):
        if model.standing is Standing.NOT_IDENTIFIED:
            continue
        settled = has_maximum(columns, counts, fits.kept_patterns[row], fits.kept_terms[row])
        assert settled == model.sound, model.name


def test_counts_above_nought_always_have_a_maximum():
    assert has_maximum(design(3, 2), np.ones(7), np.ones(7, dtype=bool), np.ones(7, dtype=bool))
