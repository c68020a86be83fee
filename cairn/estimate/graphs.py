"""Decomposable graphs of lists: who may depend on whom so that the likelihood falls apart into cliques.

A graph is decomposable when its lists can be removed one after another, each with neighbours that all know
each other. Removing list v with neighbours S multiplies the likelihood by that of the table of S and v, over
that of S alone; so a graph is a row of +1 and -1 over sets of lists, and all graphs together are one matrix.
There are 8, 61, 822 and 18,154 of them for three to six lists.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from cairn.estimate.hierarchy import LIST_NAMES
from cairn.estimate.overlap import Ints

Signs = NDArray[np.int8]
MOST_LISTS = 6


@cache
def decomposable_graphs(lists: int) -> tuple[Signs, Ints]:
    """For each decomposable graph its signs over sets of lists (by bits), and its edges as bits."""
    graphs, neighbours = _every_graph(lists)
    signs = np.zeros((len(graphs), 1 << lists), dtype=np.int8)
    left = np.full(len(graphs), (1 << lists) - 1)
    rows = np.arange(len(graphs))
    for _ in range(lists):
        removed = _first_removable(neighbours, left, lists)
        known = removed >= 0
        rows, left, neighbours, removed = rows[known], left[known], neighbours[known], removed[known]
        beside = neighbours[np.arange(len(rows)), removed] & left
        np.add.at(signs, (rows, beside | (1 << removed)), 1)
        np.subtract.at(signs, (rows, beside), 1)
        left = left & ~(1 << removed)
    return signs[rows], graphs[rows]


def graph_name(edges: int, lists: int) -> str:
    """A graph by its cliques, as a model is by its largest terms: [123,34]."""
    beside = [0] * lists
    for place, (one, other) in enumerate(combinations(range(lists), 2)):
        if edges >> place & 1:
            beside[one] |= 1 << other
            beside[other] |= 1 << one
    cliques = [those for those in range(1, 1 << lists) if _all_acquainted(those, beside)]
    largest = [one for one in cliques if not any(one != other and one & other == one for other in cliques)]
    names = ["".join(LIST_NAMES[place] for place in range(lists) if one >> place & 1) for one in largest]
    return f"[{','.join(sorted(names, key=lambda name: (-len(name), name)))}]"


def _every_graph(lists: int) -> tuple[Ints, Ints]:
    pairs = list(combinations(range(lists), 2))
    graphs = np.arange(1 << len(pairs))
    neighbours = np.zeros((len(graphs), lists), dtype=np.int64)
    for place, (one, other) in enumerate(pairs):
        there = graphs >> place & 1
        neighbours[:, one] |= there << other
        neighbours[:, other] |= there << one
    return graphs, neighbours


def _first_removable(neighbours: Ints, left: Ints, lists: int) -> Ints:
    """For each graph the first list left whose neighbours left all know each other; -1 where there is
    none."""
    found = np.full(len(left), -1)
    for place in range(lists):
        around = neighbours[:, place] & left
        acquainted = left >> place & 1 == 1
        for other in range(lists):
            knows = around & ~(neighbours[:, other] | 1 << other) == 0
            acquainted &= (around >> other & 1 == 0) | knows
        found = np.where((found < 0) & acquainted, place, found)
    return found


def _all_acquainted(those: int, beside: list[int]) -> bool:
    return all(
        those & ~(1 << place) & ~around == 0 for place, around in enumerate(beside) if those >> place & 1
    )
