"""The log-linear engine: from a table to the mixture of every model, what it rests on, and why it may be
refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from scipy.special import gammaincc

from cairn.estimate import intervals
from cairn.estimate.averaging import lancet_average, mixture
from cairn.estimate.bootstrap import bootstrap
from cairn.estimate.hierarchy import model_of, named_terms
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
        return Estimate.withheld(
            table.n,
            "loglinear",
            f"{many} lists make too many combinations for log-linear models; at most "
            f"{MOST_LISTS_FOR_A_DENSE_TABLE} can be taken. Use --engine lcmcr.",
        )
    every = many <= MOST_LISTS_FOR_EVERY_MODEL
    order = many - 1 if every else PAIRS
    models = every_model(table) if every else weighted(stepwise_path(table))
    sound = [model for model in models if model.sound]
    if not sound:
        return Estimate.withheld(
            table.n, "loglinear", "No model has a fit: the overlaps are too empty.", seed=seed
        )
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
