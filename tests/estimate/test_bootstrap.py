import pytest

from cairn.estimate import intervals
from cairn.estimate.bootstrap import bootstrap
from cairn.estimate.loglinear import every_model


@pytest.mark.parametrize(
    ("case", "low", "high"),
    [("KOS", 6947, 18010), ("KOR", 128, 349)],
)
def test_choosing_again_gives_the_published_interval(case, low, high, case_table):
    """The published interval is itself drawn at random; its ends move by some parts in a hundred."""
    table = case_table(case)
    found = bootstrap(table, every_model(table), len(table.lists) - 1, seed=1)
    assert found.bca == pytest.approx((low, high), rel=0.08)


def test_an_interval_that_chooses_again_is_wider_than_one_that_does_not(four_lists):
    models = every_model(four_lists)
    low, high = bootstrap(four_lists, models, 3, seed=1, resamples=300).percentile
    naive_low, naive_high = intervals.wald(four_lists, models[0])
    assert high - low > naive_high - naive_low


def test_the_same_seed_gives_the_same_interval(three_lists):
    models = every_model(three_lists)
    one = bootstrap(three_lists, models, 2, seed=5, resamples=100)
    assert one.bca == bootstrap(three_lists, models, 2, seed=5, resamples=100).bca
