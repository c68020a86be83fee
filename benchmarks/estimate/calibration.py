"""Simulation-based calibration: truth drawn from the prior must fall evenly over the posterior's ranks.

    python benchmarks/estimate/calibration.py dga 3 4000
    python benchmarks/estimate/calibration.py lcmcr 3 500

A wrong sampler piles ranks up somewhere. Passing is not proof (a sampler that sticks can pass), so the tests
also start chains far apart on real tables. Tables with fewer than ten people are drawn again: that is an
event the data show. tests/estimate/test_calibration.py runs a small one of each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
from scipy.stats import chisquare

from cairn.estimate.dga import average_on
from cairn.estimate.graphs import decomposable_graphs
from cairn.estimate.lcmcr_model import gamma_prior
from cairn.estimate.lcmcr_sampler import Sampler
from cairn.estimate.overlap import Floats, Ints, table_from_dense

MOST_PEOPLE = 400
LEAST_SEEN = 10
BINS = 20
RANKS = 99


def evenness(shares: Floats) -> float:
    """The probability of bins as uneven as these if the shares are uniform."""
    heights, _ = np.histogram(shares, bins=BINS, range=(0, 1))
    return float(chisquare(heights).pvalue)


def dga_shares(lists: int, many: int, seed: int, delta: float | None = None) -> Floats:
    """Where each true total falls in the exact posterior, with ties broken at random."""
    rng = np.random.default_rng(seed)
    size = 2.0**-lists if delta is None else delta
    shares = np.empty(many)
    for row in range(many):
        total, counts = next(_seen_enough(_graph_worlds(lists, size, rng), rng))
        unseen = np.arange(MOST_PEOPLE - int(counts.sum()) + 1.0)
        table = table_from_dense([str(place) for place in range(lists)], np.append(0, counts))
        belief = average_on(table, unseen, size).belief
        true = int(total - counts.sum())
        shares[row] = belief[:true].sum() + rng.uniform() * belief[true]
    return shares


def _graph_worlds(lists: int, delta: float, rng: np.random.Generator) -> Iterator[Floats]:
    """Cell probabilities of random decomposable graphs, each list drawn given its neighbours already
    there."""
    _, graphs = decomposable_graphs(lists)
    while True:
        beside = _neighbours(int(rng.choice(graphs)), lists)
        order = _elimination(beside, lists)[::-1]
        chances, there = np.ones(1 << lists), 0
        cells = np.arange(1 << lists)
        for place in order:
            around = beside[place] & there
            size = delta * 2 ** (lists - around.bit_count() - 1)
            given = rng.beta(size, size, 1 << lists)[cells & around]
            chances *= np.where(cells >> place & 1, given, 1 - given)
            there |= 1 << place
        yield chances


def _neighbours(edges: int, lists: int) -> list[int]:
    beside, place = [0] * lists, 0
    for one in range(lists):
        for other in range(one + 1, lists):
            if edges >> place & 1:
                beside[one] |= 1 << other
                beside[other] |= 1 << one
            place += 1
    return beside


def _elimination(beside: list[int], lists: int) -> list[int]:
    left, order = set(range(lists)), []
    while left:
        chosen = next(v for v in sorted(left) if _acquainted([u for u in left if beside[v] >> u & 1], beside))
        order.append(chosen)
        left.remove(chosen)
    return order


def _acquainted(those: list[int], beside: list[int]) -> bool:
    return all(beside[u] >> v & 1 for u in those for v in those if u != v)


def lcmcr_shares(
    lists: int, classes: int, many: int, seed: int, sweeps_apart: int = 20, warm: int = 1000
) -> Floats:
    """The rank of each true total among draws of the sampler, all worlds as chains side by side."""
    rng = np.random.default_rng(seed)
    worlds = [next(_seen_enough(_class_worlds(lists, classes, rng), rng)) for _ in range(many)]
    totals = np.array([total for total, _ in worlds])
    counts = np.array([counts for _, counts in worlds])
    patterns = np.arange(1, 1 << lists)[:, None] >> np.arange(lists) & 1
    cap = (MOST_PEOPLE - counts.sum(axis=1)).astype(np.int64)
    sampler = Sampler(patterns.astype(np.int64), counts, gamma_prior, rng, cap)
    state = sampler.start(classes, np.arange(many) % 2 == 1)
    below, ties = np.zeros(many), np.zeros(many)
    for _ in range(warm):
        sampler.sweep(state)
    for _ in range(RANKS):
        for _ in range(sweeps_apart):
            sampler.sweep(state)
        drawn = counts.sum(axis=1) + state.unseen
        below += drawn < totals
        ties += drawn == totals
    ranks = below + np.floor(rng.uniform(size=many) * (ties + 1))
    return (ranks + rng.uniform(size=many)) / (RANKS + 1)


def _class_worlds(lists: int, classes: int, rng: np.random.Generator) -> Iterator[Floats]:
    cells = np.arange(1 << lists)[:, None] >> np.arange(lists) & 1
    while True:
        alpha = max(rng.gamma(0.25, 4), 1e-12)
        breaks = np.append(rng.beta(1, alpha, classes - 1), 1.0)
        weights = breaks * np.append(1.0, np.cumprod(1 - breaks[:-1]))
        chances = rng.uniform(size=(classes, lists))
        shapes = np.where(cells[:, None, :] == 1, chances, 1 - chances).prod(axis=2)
        yield shapes @ weights


def _seen_enough(worlds: Iterator[Floats], rng: np.random.Generator) -> Iterator[tuple[int, Ints]]:
    """A true total with p(N) ~ 1/N and the counts seen of it, when there are enough of them."""
    numbers = np.arange(1, MOST_PEOPLE + 1)
    prior = (1 / numbers) / (1 / numbers).sum()
    for chances in worlds:
        total = int(rng.choice(numbers, p=prior))
        counts = rng.multinomial(total, chances / chances.sum())
        if counts[1:].sum() >= LEAST_SEEN:
            yield total, counts[1:]


if __name__ == "__main__":
    engine, lists, many = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    found = (
        dga_shares(lists, many, 1)
        if engine == "dga"
        else lcmcr_shares(lists, 4 if lists == 3 else 6, many, 1)
    )
    print(f"{engine}, {lists} lists, {many} worlds: p = {evenness(found):.3f}")
