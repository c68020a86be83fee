import csv

import numpy as np
import pytest

from cairn.estimate.averaging import lancet_average, median_then_sum, mixture
from cairn.estimate.loglinear import every_model
from cairn.estimate.overlap import OverlapTable


def test_a_mixture_holds_the_doubt_between_models(three_lists):
    models = every_model(three_lists)
    mixed = mixture(models, three_lists.n)
    low, high = mixed.interval()
    assert low < min(model.n for model in models[:3]) < max(model.n for model in models[:3]) < high
    assert mixed.quantile(0.5) == pytest.approx(np.median(mixed.draws(4000)), rel=1e-3)


def test_the_weights_of_sound_models_sum_to_one(four_lists):
    models = every_model(four_lists)
    assert sum(model.weight for model in models) == pytest.approx(1)
    assert all(model.weight == 0 for model in models if not model.sound)


def test_GAZA_U_average_is_the_published_one(case_table, cases):
    found = lancet_average(case_table("GAZA-U"))
    assert found is not None
    published = cases["GAZA-U"]["reference"]["aic_average"]
    assert (found.n, found.low, found.high) == pytest.approx(published, abs=1)


def test_GAZA_S_sum_of_strata_over_ten_imputations_is_the_published_one(shared_data):
    rows = csv.DictReader(
        (shared_data / "estimation" / "gaza_mice10_strata.csv").read_text("utf-8").splitlines()
    )
    strata: dict[tuple[str, str], list] = {}
    for row in rows:
        counts = {key[1:]: int(value) for key, value in row.items() if key[0] == "c"}
        found = lancet_average(OverlapTable(("hospital", "survey", "social"), counts))
        strata.setdefault((row["age"], row["gender"]), []).append(found)
    assert len(strata) == 10
    total = median_then_sum(list(strata.values()))
    assert (total.n, total.low, total.high) == pytest.approx((64921.5, 55918.5, 79226.0), abs=1)
    assert (total.n, total.low, total.high) == pytest.approx((64260, 55298, 78525), rel=0.02)


def test_no_average_is_made_where_no_model_is_left():
    """One person on two lists among hundreds: every model puts far more than five unseen on each one seen."""
    table = OverlapTable(
        ("a", "b", "c"), {"100": 90, "010": 80, "001": 70, "110": 1, "101": 1, "011": 1, "111": 0}
    )
    assert lancet_average(table) is None
