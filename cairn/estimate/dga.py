"""Decomposable graphical models, averaged exactly: no sampling, no seed (Madigan and York 1997).

For each possible number of unseen people and each graph the probability of the table is known in closed form,
with the prior p(N) ~ 1/N and a Dirichlet on the cells. The small prior count 2^-J a cell matters: with a half
or one the complete graph, which knows nothing of the unseen, swallows sparse tables and answers "nobody".
Where it holds more than one part in twenty even so, no graph explains the overlaps and the engine refuses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from cairn.estimate.graphs import Signs, decomposable_graphs, graph_name
from cairn.estimate.hierarchy import Flags
from cairn.estimate.overlap import Floats, Ints, OverlapTable

# The complete graph may hold this share of belief at most.
MOST_COMPLETE = 0.05
# The first look is coarse but far, so that a second answer behind a gap is not missed.
FARTHEST_FOR_ONE_SEEN = 1000
COARSE_POINTS = 600
# The second look reaches to where this share of belief is left beyond, over the graphs that weigh anything.
LEFT_BEYOND = 1e-5
WEIGHS_NOTHING = 1e-10
# Numbers beyond this many are looked at in steps; fewer where many graphs weigh something.
POINTS, FEWEST_POINTS = 50_000, 5_000
MOST_CELLS = 100_000_000
CELLS_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class GraphAverage:
    """Belief over numbers of unseen people, and over graphs with the mean total of each.

    `unseen` are the middles of steps `widths` wide; a step of one is one number.
    """

    seen: int
    lists: int
    unseen: Floats
    belief: Floats
    edges: Ints
    by_graph: Floats
    means: Floats

    @property
    def complete(self) -> float:
        """The share of belief in the complete graph, which says nothing about the unseen."""
        every_pair = (1 << (self.lists * (self.lists - 1) // 2)) - 1
        return float(self.by_graph[self.edges == every_pair].sum())

    @property
    def mean(self) -> float:
        return float(self.seen + self.unseen @ self.belief)

    @property
    def mode(self) -> float:
        return float(self.seen + self.unseen[int(self.belief.argmax())])

    def quantile(self, share: float) -> float:
        """The least total that holds this share of belief at or below it."""
        place = int(np.searchsorted(np.cumsum(self.belief), share))
        return float(self.seen + self.unseen[min(place, len(self.unseen) - 1)])

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        return self.quantile((1 - level) / 2), self.quantile((1 + level) / 2)

    def draws(self, many: int) -> Floats:
        """Evenly spaced quantiles: the belief as a sample that needs no seed."""
        shares = (np.arange(many) + 0.5) / many
        found = np.searchsorted(np.cumsum(self.belief), shares).clip(max=len(self.unseen) - 1)
        return np.asarray(self.seen + self.unseen[found])

    def best(self, most: int) -> list[tuple[str, float, float]]:
        """The graphs that weigh most: name, mean total, share of belief."""
        order = np.argsort(-self.by_graph)[:most]
        return [
            (graph_name(int(self.edges[row]), self.lists), float(self.means[row]), float(self.by_graph[row]))
            for row in order
        ]


def average_graphs(table: OverlapTable, delta: float | None = None) -> GraphAverage:
    """Average over all decomposable graphs, looking as far as belief reaches."""
    farthest = FARTHEST_FOR_ONE_SEEN * max(table.n, 1)
    coarse = np.unique(np.round(np.geomspace(1, farthest, COARSE_POINTS)))
    edges_of_steps = np.concatenate([[-0.5], coarse - 0.5, [farthest + 0.5]])
    middles, widths = (edges_of_steps[1:] + edges_of_steps[:-1]) / 2, np.diff(edges_of_steps)
    look = average_on(table, middles, delta, widths)
    reached = int(np.searchsorted(np.cumsum(look.belief), 1 - LEFT_BEYOND))
    most = float(edges_of_steps[min(reached + 1, len(edges_of_steps) - 1)])
    among = np.isin(decomposable_graphs(len(table.lists))[1], look.edges[look.by_graph > WEIGHS_NOTHING])
    points = min(POINTS, max(FEWEST_POINTS, MOST_CELLS // int(among.sum())))
    step = max(1, int(np.ceil(most / points)))
    unseen = np.concatenate([np.arange(0.0, step), np.arange(step + (step - 1) / 2, most + step, step)])
    steps = np.where(np.arange(len(unseen)) < step, 1.0, float(step))
    return average_on(table, unseen, delta, steps, among)


def average_on(
    table: OverlapTable,
    unseen: Floats,
    delta: float | None = None,
    widths: Floats | None = None,
    among: Flags | None = None,
) -> GraphAverage:
    """Average over decomposable graphs (all, or those flagged) on these numbers of unseen people."""
    signs, edges = decomposable_graphs(len(table.lists))
    if among is not None:
        signs, edges = signs[among], edges[among]
    marginals = _log_marginals(table, unseen, 2.0 ** -len(table.lists) if delta is None else delta)
    common = gammaln(table.n + unseen + 1) - gammaln(unseen + 1) - np.log(table.n + unseen)
    common += 0.0 if widths is None else np.log(widths)
    by_graph, belief, weighted = _summed(signs, marginals, common, unseen)
    with np.errstate(invalid="ignore"):
        means = table.n + weighted / by_graph
    whole = belief.sum()
    return GraphAverage(table.n, len(table.lists), unseen, belief / whole, edges, by_graph / whole, means)


def _log_marginals(table: OverlapTable, unseen: Floats, delta: float) -> Floats:
    """A row for each set of lists: the log-probability of its own table for each number of unseen people."""
    cells = np.arange(1 << len(table.lists))
    whole = delta * len(cells)
    values = np.empty((len(cells), len(unseen)))
    for those in cells.tolist():
        narrow = np.zeros(len(cells))
        np.add.at(narrow, cells & those, table.dense)
        inside = cells[(cells & ~those == 0) & (cells > 0)]
        each = whole / (len(inside) + 1)
        known = gammaln(narrow[inside] + each).sum() - (len(inside) + 1) * gammaln(each)
        values[those] = known + gammaln(narrow[0] + unseen + each)
    return np.asarray(values - gammaln(table.n + unseen + whole) + gammaln(whole))


def _summed(signs: Signs, marginals: Floats, common: Floats, unseen: Floats) -> tuple[Floats, Floats, Floats]:
    """Belief by graph and by number, and belief-weighted unseen by graph, all on one scale."""
    at_once = max(1, CELLS_AT_ONCE // len(unseen))
    graphs, weighted, belief, peak = np.zeros(0), np.zeros(0), np.zeros(len(unseen)), -np.inf
    for first in range(0, len(signs), at_once):
        heights = signs[first : first + at_once].astype(np.float64) @ marginals
        heights += common
        highest = max(peak, float(heights.max()))
        fade, peak = np.exp(peak - highest), highest
        heights -= highest
        np.exp(heights, out=heights)
        graphs = np.append(graphs * fade, heights.sum(axis=1))
        weighted = np.append(weighted * fade, heights @ unseen)
        belief = belief * fade + heights.sum(axis=0)
    return graphs, belief, weighted
