"""How long each engine takes, and the sampler beside its plain form.

    python benchmarks/estimate/speed.py

Figures are ratios against a peer in the same run where there is one: the sampler moves sixteen chains as one
array; the plain form moves them one after another with the same code.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from cairn.estimate.bootstrap import bootstrap
from cairn.estimate.dga import average_graphs
from cairn.estimate.lcmcr_model import gamma_prior
from cairn.estimate.lcmcr_sampler import Sampler
from cairn.estimate.loglinear import every_model
from cairn.estimate.overlap import OverlapTable

CHAINS, SWEEPS = 16, 400


def made(lists: int, people: int = 4000, seed: int = 1) -> OverlapTable:
    """People of two kinds on some lists: every overlap is there and none is empty by design."""
    rng = np.random.default_rng(seed)
    easy = rng.uniform(size=(people, 1)) < 0.3
    on = rng.uniform(size=(people, lists)) < np.where(easy, 0.5, 0.12)
    marks = ["".join("01"[int(mark)] for mark in row) for row in on if row.any()]
    return OverlapTable(
        tuple(str(place) for place in range(lists)), {mark: marks.count(mark) for mark in set(marks)}
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def sweeps_a_second(table: OverlapTable, chains: int) -> float:
    rng = np.random.default_rng(1)
    cap = np.full(chains, 20 * table.n)
    sampler = Sampler(table.patterns, np.tile(table.people, (chains, 1)), gamma_prior, rng, cap)
    state = sampler.start(10, np.zeros(chains, dtype=bool))

    def run() -> None:
        for _ in range(SWEEPS):
            sampler.sweep(state)

    return SWEEPS * chains / seconds(run)


if __name__ == "__main__":
    for lists in (3, 4, 5):
        table = made(lists)
        print(f"log-linear, {lists} lists, every model: {seconds(lambda t=table: every_model(t)):.2f} s")
        print(f"dga, {lists} lists: {seconds(lambda t=table: average_graphs(t)):.2f} s")
    print(f"dga, 6 lists: {seconds(lambda: average_graphs(made(6))):.2f} s")
    four = made(4)
    models = every_model(four)
    print(f"bootstrap, 4 lists, 1,000 resamples: {seconds(lambda: bootstrap(four, models, 3, 1)):.2f} s")
    for lists in (4, 11):
        table = made(lists, 600)
        together, alone = sweeps_a_second(table, CHAINS), sweeps_a_second(table, 1)
        print(
            f"latent classes, {lists} lists: {together:,.0f} sweeps a second together, {alone:,.0f} alone "
            f"({together / alone:.1f} times)"
        )
