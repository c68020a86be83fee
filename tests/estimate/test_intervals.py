import pytest

from cairn.estimate import intervals
from cairn.estimate.loglinear import every_model


def test_KOS_intervals_of_the_best_model_are_rcaptures(case_table, cases):
    table = case_table("KOS")
    best = every_model(table)[0]
    reference = cases["KOS"]["reference"]["loglinear_bic"]
    assert best.standard_error == pytest.approx(reference["se"], rel=1e-5)
    assert intervals.profile(table, best, 3) == pytest.approx(reference["profile_multinomial"], rel=1e-6)
    assert intervals.profile_peak(table, best, 3) == pytest.approx(reference["profile_point"], abs=0.05)
    assert intervals.deviance(table, best, 3) == pytest.approx(reference["gof_ci_regal_hook"], abs=0.1)


def test_KOS_profile_of_the_model_best_by_aic_is_rcaptures(case_table, cases):
    table = case_table("KOS")
    best = min(every_model(table), key=lambda model: model.aic)
    reference = cases["KOS"]["reference"]["loglinear_aic"]
    assert best.name == reference["model"]
    assert best.n == pytest.approx(reference["N"], rel=1e-6)
    assert intervals.profile(table, best, 3) == pytest.approx(reference["profile"], abs=0.1)


def test_the_profile_of_the_one_dependence_in_rome_is_rcaptures(four_lists):
    model = next(model for model in every_model(four_lists) if model.name == "[12,3,4]")
    assert model.n == pytest.approx(12318.47, abs=0.005)
    assert model.standard_error == pytest.approx(1188.722, abs=0.005)
    assert intervals.profile(four_lists, model, 3) == pytest.approx((10265.99, 14992.33), abs=0.01)
    assert intervals.profile_peak(four_lists, model, 3) == pytest.approx(12308.03, abs=0.05)


def test_an_interval_holds_its_own_estimate(three_lists):
    best = every_model(three_lists)[0]
    for low, high in (
        intervals.wald(three_lists, best),
        intervals.profile(three_lists, best, 2),
        intervals.deviance(three_lists, best, 2),
    ):
        assert three_lists.n < low < best.n < high
