"""The engines, each from a table to an estimate or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from scipy.special import gammaincc

from cairn.estimate import intervals
from cairn.estimate.averaging import lancet_average, mixture
from cairn.estimate.bootstrap import bootstrap
from cairn.estimate.chao import CONDITION, chao_bounds
from cairn.estimate.dga import MOST_COMPLETE, average_graphs
from cairn.estimate.graphs import MOST_LISTS as MOST_LISTS_FOR_GRAPHS
from cairn.estimate.hierarchy import model_of, named_terms
from cairn.estimate.lcmcr import CHAINS, Progress, sample
from cairn.estimate.loglinear import MOST_LISTS_FOR_EVERY_MODEL, Model, every_model, fitted, weighted
from cairn.estimate.modes import two_answers
from cairn.estimate.overlap import MOST_LISTS_FOR_A_DENSE_TABLE, OverlapTable
from cairn.estimate.result import DRAWS, LEVEL, Estimate, ModelAnswer
from cairn.estimate.stepwise import PAIRS, stepwise_path

# How many models an answer lists: all of them for four lists, the weightiest beyond.
MOST_MODELS_LISTED = 500
# A best model that the table would contradict this strongly fits nothing.
LEAST_FIT = 1e-4


def loglinear(table: OverlapTable, seed: int) -> Estimate:
    """Every log-linear model (or the stepwise ones, from six lists on), mixed by BIC."""
    many = len(table.lists)
    if many > MOST_LISTS_FOR_A_DENSE_TABLE:
        return _refused(
            table,
            "loglinear",
            f"{many} lists make too many combinations for log-linear models; at most "
            f"{MOST_LISTS_FOR_A_DENSE_TABLE} can be taken. Use --engine lcmcr.",
        )
    every = many <= MOST_LISTS_FOR_EVERY_MODEL
    order = many - 1 if every else PAIRS
    models = every_model(table) if every else weighted(stepwise_path(table))
    sound = [model for model in models if model.sound]
    if not sound:
        return _refused(table, "loglinear", "No model has a fit: the overlaps are too empty.", seed=seed)
    mixed = mixture(models, table.n)
    draws = mixed.draws(DRAWS)
    two = two_answers(draws, table.n)
    return Estimate(
        n_documented=table.n,
        engine="loglinear",
        median=mixed.quantile(0.5),
        interval=mixed.interval(LEVEL),
        models=tuple(_dot(table, model) for model in sound[:MOST_MODELS_LISTED]),
        diagnostics=_loglinear_diagnostics(table, models, order),
        reason=two.sentence if two else "",
        cautions=tuple(_loglinear_cautions(sound)),
        seed=seed,
        draws=draws,
    )


def dga(table: OverlapTable) -> Estimate:
    """Decomposable graphs, averaged exactly; refused where the graph that knows nothing weighs too much."""
    if len(table.lists) > MOST_LISTS_FOR_GRAPHS:
        return _refused(
            table,
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
        return _refused(table, "chao", f"{len(table.lists)} lists are too many for this engine.")
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


def _refused(table: OverlapTable, engine: str, reason: str, seed: int | None = None) -> Estimate:
    return Estimate(table.n, engine, None, None, reason=reason, seed=seed)


def _dot(table: OverlapTable, model: Model) -> ModelAnswer:
    return ModelAnswer(model.name, model.n, model.weight, "loglinear", *intervals.wald(table, model))


def _loglinear_diagnostics(table: OverlapTable, models: Sequence[Model], order: int) -> dict[str, Any]:
    best = models[0]
    return {
        "models_tried": len(models),
        "models_without_a_sound_fit": sum(not model.sound for model in models),
        "best_model": {
            "model": best.name,
            "n": best.n,
            "standard_error": best.standard_error,
            "aic": best.aic,
            "bic": best.bic,
            "deviance": best.deviance,
            "degrees_of_freedom": best.freedom,
        },
        "intervals_of_the_best_model": {
            "wald": intervals.wald(table, best),
            "profile": intervals.profile(table, best, order),
            "deviance": intervals.deviance(table, best, order),
        },
    }


def choosing_again(table: OverlapTable, answer: Estimate, seed: int) -> dict[str, Any]:
    """The interval of a log-linear answer that chooses the model anew in each resample, and the published
    average.

    Nothing for a stepwise answer: its path would have to be walked again a thousand times.
    """
    many = len(table.lists)
    if answer.engine != "loglinear" or many > MOST_LISTS_FOR_EVERY_MODEL:
        return {}
    names = [model.model for model in answer.models if model.engine == "loglinear"]
    flags = np.array([model_of(named_terms(name), many, many - 1) for name in names])
    resampled = bootstrap(table, weighted(fitted(table, flags, many - 1)), many - 1, seed)
    said: dict[str, Any] = {
        "bootstrap_choosing_again": {
            "bca": resampled.bca,
            "percentile": resampled.percentile,
            "resamples": len(resampled.totals),
        }
    }
    averaged = lancet_average(table) if many < MOST_LISTS_FOR_EVERY_MODEL else None
    return said | ({"aic_average_of_limits": asdict(averaged)} if averaged else {})


def _loglinear_cautions(sound: Sequence[Model]) -> list[str]:
    said = []
    full = sum(model.weight for model in sound if model.freedom == 0)
    if full > 0.5:
        said.append("Only the model with every dependence is believed; nothing is left by which to check it.")
    best = sound[0]
    if best.freedom > 0 and float(gammaincc(best.freedom / 2, best.deviance / 2)) < LEAST_FIT:
        said.append(f"Even the best model, {best.name}, does not fit the overlaps.")
    held = [model.n for model in sound if model.weight >= 0.05 and np.isfinite(model.n)]
    if held and max(held) > 1.5 * min(held):
        said.append(f"Models that fit about as well disagree: from {min(held):,.0f} to {max(held):,.0f}.")
    return said
