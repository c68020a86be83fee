"""How often the 95 % interval holds the truth, where the truth was chosen by us.

    python benchmarks/estimate/coverage.py 100

Six worlds of 2,000 people and four lists. In A, B, E and F the models can be right and must cover. In C (easy
and hard people) and D (people beyond every list) no model of overlaps can be right: they must *fail*, and
the documentation says so. tests/estimate/test_coverage.py runs a few of each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np

from cairn.estimate.averaging import mixture
from cairn.estimate.chao import chao_bounds
from cairn.estimate.dga import average_graphs
from cairn.estimate.loglinear import every_model
from cairn.estimate.overlap import Floats, OverlapTable, table_from_dense

PEOPLE = 2000
USUAL = np.array([0.10, 0.15, 0.20, 0.12])
World = Callable[[np.random.Generator], Floats]


def independent(rng: np.random.Generator) -> Floats:
    return rng.uniform(size=(PEOPLE, 4)) < USUAL


def fed(rng: np.random.Generator) -> Floats:
    """The second list hears of a person from the first: odds about six to one."""
    on = independent(rng)
    on[:, 1] = rng.uniform(size=PEOPLE) < np.where(on[:, 0], 0.48, 0.13)
    return on


def easy_and_hard(rng: np.random.Generator) -> Floats:
    """35 in 100 are easily recorded, the rest hardly ever."""
    easy = rng.uniform(size=PEOPLE) < 0.35
    chance = np.where(easy[:, None], np.array([0.45, 0.5, 0.55, 0.4]), np.array([0.02, 0.04, 0.05, 0.02]))
    return rng.uniform(size=(PEOPLE, 4)) < chance


def beyond_every_list(rng: np.random.Generator) -> Floats:
    """One in four could never be recorded."""
    reachable = rng.uniform(size=PEOPLE) < 0.75
    return (rng.uniform(size=(PEOPLE, 4)) < 1.45 * USUAL) & reachable[:, None]


def sparse(rng: np.random.Generator) -> Floats:
    return rng.uniform(size=(PEOPLE, 4)) < 0.28 * USUAL


def avoiding(rng: np.random.Generator) -> Floats:
    """The third list, a state's, avoids those of the first, an NGO's."""
    on = rng.uniform(size=(PEOPLE, 4)) < np.array([0.25, 0.12, 0.2, 0.10])
    on[:, 2] = rng.uniform(size=PEOPLE) < np.where(on[:, 0], 0.06, 0.24)
    return on


WORLDS: dict[str, World] = {
    "A independent": independent,
    "B one feeds another": fed,
    "C easy and hard people": easy_and_hard,
    "D one in four unreachable": beyond_every_list,
    "E sparse": sparse,
    "F two avoid each other": avoiding,
}


def table(on: Floats) -> OverlapTable:
    bits = on @ (1 << np.arange(4))
    return table_from_dense(("a", "b", "c", "d"), np.bincount(bits, minlength=16).astype(np.float64))


def answers(lists: OverlapTable) -> dict[str, tuple[float, float, float]]:
    """Low, middle and high by each engine that needs no sampling."""
    mixed, graphs = mixture(every_model(lists), lists.n), average_graphs(lists)
    bound = chao_bounds(lists)[1]
    return {
        "loglinear": (mixed.interval()[0], mixed.quantile(0.5), mixed.interval()[1]),
        "dga": (graphs.interval()[0], graphs.quantile(0.5), graphs.interval()[1]),
        "chao": (bound.interval[0], bound.n, bound.interval[1]),
    }


def coverage(world: World, replicates: int, seed: int = 1) -> dict[str, tuple[float, float]]:
    """For each engine the bias of its median and the share of intervals that hold the truth."""
    rng = np.random.default_rng(seed)
    found = [answers(table(world(rng))) for _ in range(replicates)]
    return {
        engine: (
            float(np.median([each[engine][1] for each in found])) / PEOPLE - 1,
            float(np.mean([each[engine][0] <= PEOPLE <= each[engine][2] for each in found])),
        )
        for engine in found[0]
    }


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"{'world':<28}{'engine':<12}{'bias':>7}{'covered':>9}")
    for name, world in WORLDS.items():
        for engine, (bias, covered) in coverage(world, many).items():
            print(f"{name:<28}{engine:<12}{bias:>7.1%}{covered:>9.2f}", flush=True)
