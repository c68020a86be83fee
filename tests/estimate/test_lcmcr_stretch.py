import numpy as np
import pytest

from cairn.estimate.lcmcr_stretch import _height, _stick_height


def test_classes_with_next_to_nobody_keep_their_density():
    """Shares below the least number a computer writes once made the sampler answer one in a hundred too
    low."""
    log_weights = np.array([[0.0, -750.0, -760.0, -770.0]])
    shifted = log_weights + np.array([[0.0, 2.0, 2.0, 2.0]])
    alpha = np.array([0.3])
    gained = _stick_height(shifted, alpha) - _stick_height(log_weights, alpha)
    assert gained == pytest.approx((0.3 - 1) * 2 - 2 * 2)


def test_the_likelihood_is_that_of_the_people_seen_given_that_they_were_seen():
    """One class, two lists of a half each: a person seen is on each of three patterns with one third."""
    shapes = np.log(np.full((1, 4, 1), 0.25))
    counts = np.array([[5, 7, 9]])
    height = _height(shapes, np.zeros((1, 1)), counts, np.array([10_000]))
    assert height == pytest.approx(21 * np.log(1 / 3))
