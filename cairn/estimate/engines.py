"""The engines beside the log-linear one, each from a table to an estimate or a refusal with its reason."""

from __future__ import annotations

from cairn.estimate.chao import CONDITION, chao_bounds
from cairn.estimate.dga import MOST_COMPLETE, average_graphs
from cairn.estimate.graphs import MOST_LISTS as MOST_LISTS_FOR_GRAPHS
from cairn.estimate.lcmcr import CHAINS, Progress, sample
from cairn.estimate.modes import two_answers
from cairn.estimate.overlap import MOST_LISTS_FOR_A_DENSE_TABLE, OverlapTable
from cairn.estimate.result import DRAWS, LEVEL, Estimate, ModelAnswer


def dga(table: OverlapTable) -> Estimate:
    """Decomposable graphs, averaged exactly; refused where the graph that knows nothing weighs too much."""
    if len(table.lists) > MOST_LISTS_FOR_GRAPHS:
        return Estimate.withheld(
            table.n,
            "dga",
            f"{len(table.lists)} lists have too many graphs; at most {MOST_LISTS_FOR_GRAPHS} can be taken. "
            "Use --engine lcmcr.",
        )
    averaged = average_graphs(table)
    draws = averaged.draws(DRAWS)
    reason = two.sentence if (two := two_answers(draws, table.n)) else ""
    if averaged.complete > MOST_COMPLETE:
        reason = (
            f"The graph in which every list depends on every other holds {averaged.complete:.0%} of belief "
            f"(at most {MOST_COMPLETE:.0%} is allowed): it fits any table and says nothing of the unseen."
        )
    return Estimate(
        n_documented=table.n,
        engine="dga",
        median=averaged.quantile(0.5),
        interval=averaged.interval(LEVEL),
        models=tuple(
            ModelAnswer(name, n, share, "dga") for name, n, share in averaged.best(100) if share > 1e-6
        ),
        diagnostics={
            "mean": averaged.mean,
            "mode": averaged.mode,
            "complete_graph": averaged.complete,
            "delta": 2.0 ** -len(table.lists),
        },
        reason=reason,
        draws=draws,
    )


def chao(table: OverlapTable) -> Estimate:
    """Chao's lower bound with lists of their own size (Mth), the one with equal lists beside it."""
    if len(table.lists) > MOST_LISTS_FOR_A_DENSE_TABLE:
        return Estimate.withheld(table.n, "chao", f"{len(table.lists)} lists are too many for this engine.")
    equal, own = chao_bounds(table)
    return Estimate(
        n_documented=table.n,
        engine="chao",
        median=own.n,
        interval=own.interval,
        models=tuple(
            ModelAnswer(one.name, one.n, weight, "chao", *one.interval)
            for one, weight in ((own, 1.0), (equal, 0.0))
        ),
        diagnostics={"lower_bound": True, "condition": CONDITION},
        cautions=(f"This is {CONDITION}.",),
        draws=own.draws(DRAWS),
    )


def lcmcr(table: OverlapTable, seed: int, progress: Progress | None = None) -> Estimate:
    """Latent classes; refused unless chains from far apart agree and the prior does not decide."""
    found = sample(table, seed, progress=progress)
    median, (low, high) = found.median, found.interval(LEVEL)
    return Estimate(
        n_documented=table.n,
        engine="lcmcr",
        median=median,
        interval=(low, high),
        models=(
            ModelAnswer("latent classes", median, 1.0, "lcmcr", low, high),
            ModelAnswer("latent classes, second prior", found.second_median, 0.0, "lcmcr"),
        ),
        diagnostics={
            "mean": found.mean,
            "rhat": found.rhat,
            "ess": found.ess,
            "chains": CHAINS,
            "sweeps": found.sweeps,
            "classes": found.classes,
            "second_prior_median": found.second_median,
            "moved_by_prior": found.moved_by_prior,
        },
        reason=found.refusal,
        seed=seed,
        draws=found.draws(DRAWS),
    )
