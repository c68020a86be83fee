import csv

import pytest

from cairn.estimate.chao import chao_bounds, chapman, closed_models


def test_HARE_models_are_rcaptures(case_table, shared_data):
    written = (shared_data / "estimation" / "rcapture_hare_closedp.csv").read_text("utf-8").splitlines()
    theirs = {row[""].removesuffix(" (LB)"): row for row in csv.DictReader(written)}
    table = case_table("HARE")
    for model in [*chao_bounds(table), *closed_models(table)]:
        reference = theirs[model.name]
        assert model.n == pytest.approx(float(reference["abundance"]), rel=1e-6)
        assert model.standard_error == pytest.approx(float(reference["stderr"]), rel=1e-4)
        assert model.aic == pytest.approx(float(reference["AIC"]), abs=1e-5)


@pytest.mark.parametrize(
    ("case", "reference"), [("KOS", "kosovo"), ("HIV", "hiv_rome"), ("AUS", "australia"), ("KOR", "korea")]
)
def test_lower_bounds_are_rcaptures(case, reference, case_table, rcapture):
    theirs = {row["model"].removesuffix(" (LB)"): row for row in rcapture[reference]["closedp"]}
    for bound in chao_bounds(case_table(case)):
        assert bound.n == pytest.approx(theirs[bound.name]["abundance"], rel=1e-6)
        assert bound.freedom == theirs[bound.name]["df"]


def test_a_bound_lies_below_what_heterogeneity_hides_but_above_independence(case_table):
    equal = chao_bounds(case_table("KOS"))[0]
    independent = closed_models(case_table("KOS"))[0]
    assert independent.n < equal.n


def test_chapmans_formula_for_two_lists():
    total, error = chapman(200, 150, 30)
    assert total == pytest.approx(201 * 151 / 31 - 1)
    assert error == pytest.approx((201 * 151 * 170 * 120 / (31**2 * 32)) ** 0.5)
