"""Truth drawn from the prior falls evenly over the ranks of the posterior; a wrong sampler piles it up."""

import runpy
from pathlib import Path

import numpy as np
import pytest

from cairn.estimate.lcmcr_model import gamma_prior
from cairn.estimate.lcmcr_sampler import Sampler
from cairn.estimate.lcmcr_stretch import stretch

ROOT = Path(__file__).resolve().parents[2]
# Twenty bins as uneven as this come once in a thousand times; seeds are fixed.
NO_CHANCE = 0.001


@pytest.fixture(scope="module")
def harness():
    return runpy.run_path(str(ROOT / "benchmarks" / "estimate" / "calibration.py"))


@pytest.mark.parametrize(("lists", "worlds"), [(3, 600), (4, 400)])
def test_graphs_are_calibrated(lists, worlds, harness):
    assert harness["evenness"](harness["dga_shares"](lists, worlds, seed=2)) > NO_CHANCE


def test_a_wrong_prior_is_noticed(harness):
    """The measure itself is tested: shares bent as a too narrow posterior bends them are not even."""
    shares = np.random.default_rng(1).beta(0.6, 0.6, 600)
    assert harness["evenness"](shares) < NO_CHANCE


def test_latent_classes_are_calibrated(harness):
    shares = harness["lcmcr_shares"](3, 4, 200, seed=2, sweeps_apart=8, warm=400)
    assert harness["evenness"](shares) > NO_CHANCE


def test_a_stretch_leaves_the_answer_as_it_is(four_lists):
    """The step that crosses between answers may move every chain, but not where they are on the whole."""
    chains = 200
    rng = np.random.default_rng(1)
    cap = np.full(chains, 20 * four_lists.n)
    sampler = Sampler(four_lists.patterns, np.tile(four_lists.people, (chains, 1)), gamma_prior, rng, cap)
    state = sampler.start(5, np.zeros(chains, dtype=bool))
    for _ in range(600):
        sampler.sweep(state)

    def unseen_of_each():
        missed = np.exp(state.shapes[:, 0] + state.log_weights).sum(axis=1)
        return np.log(missed / (1 - missed))

    before = unseen_of_each()
    for _ in range(60):
        stretch(state, sampler.marks, sampler.counts, cap, rng)
    after = unseen_of_each()
    assert np.mean(np.abs(after - before) > 0.01) > 0.5
    assert after.mean() == pytest.approx(before.mean(), abs=4 * before.std() / np.sqrt(chains))
