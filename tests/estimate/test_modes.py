import numpy as np

from cairn.estimate.modes import two_answers


def test_two_heaps_far_apart_are_two_answers():
    rng = np.random.default_rng(1)
    draws = 1000 + np.concatenate([rng.normal(5000, 300, 3000), rng.normal(20000, 900, 1000)])
    found = two_answers(draws, 1000)
    assert found is not None
    assert 5900 < found.lower < 6100
    assert 20500 < found.higher < 21500
    assert abs(found.share_of_higher - 0.25) < 0.01


def test_one_wide_answer_is_one():
    rng = np.random.default_rng(1)
    assert two_answers(1000 + np.exp(rng.normal(8, 1.5, 4000)), 1000) is None


def test_a_small_heap_far_out_is_a_tail():
    rng = np.random.default_rng(1)
    draws = 1000 + np.concatenate([rng.normal(5000, 300, 3800), rng.normal(20000, 900, 200)])
    assert two_answers(draws, 1000) is None
