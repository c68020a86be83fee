"""Every log-linear model of a table, with its estimate, its criteria and whether its fit may be believed.

Conventions of the field, kept so that figures can be compared: the likelihood is the whole Poisson one, terms
at minus infinity are counted as parameters, and BIC takes the number of people as its sample size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cairn.estimate.existence import Standing, standings
from cairn.estimate.hierarchy import Flags, design, hierarchical_models, model_name
from cairn.estimate.overlap import Floats, OverlapTable
from cairn.estimate.poisson import fit, intercept_variance

MOST_LISTS_FOR_EVERY_MODEL = 5


@dataclass(frozen=True)
class Model:
    """A fitted model: `unseen` people that nobody recorded, and `spread`, the standard error of its
    logarithm.

    `spread` holds both the doubt about the expected number and the chance in the number itself.
    """

    name: str
    n: float
    unseen: float
    spread: float
    aic: float
    bic: float
    deviance: float
    freedom: int
    standing: Standing
    terms: Flags
    weight: float = 0.0

    @property
    def sound(self) -> bool:
        return self.standing is Standing.SOUND

    @property
    def standard_error(self) -> float:
        return self.unseen * self.spread


def every_model(table: OverlapTable, order: int | None = None) -> list[Model]:
    """All hierarchical models with terms of at most `order` lists, lowest BIC first, weighted by BIC."""
    many = len(table.lists)
    order = many - 1 if order is None else min(order, many - 1)
    return weighted(fitted(table, hierarchical_models(many, order), order))


def fitted(table: OverlapTable, models: Flags, order: int) -> list[Model]:
    """These models (rows of flags over the terms of this order), fitted to the table."""
    columns, counts = design(len(table.lists), order), table.dense[1:]
    fits = fit(columns, counts, models)
    kinds = standings(columns, counts, fits)
    unseen = np.exp(np.clip(fits.coefficients[:, 0], -300, 300))
    with np.errstate(over="ignore", divide="ignore"):
        spread = np.sqrt(np.maximum(intercept_variance(columns, fits), 0) + 1 / unseen)
    parameters = models.sum(axis=1)
    return [
        Model(
            name=model_name(terms, len(table.lists), order),
            n=float(table.n + unseen[row]),
            unseen=float(unseen[row]),
            spread=float(spread[row]),
            aic=float(2 * parameters[row] - 2 * fits.log_likelihood[row]),
            bic=float(np.log(table.n) * parameters[row] - 2 * fits.log_likelihood[row]),
            deviance=float(fits.deviance[row]),
            freedom=int(len(counts) - parameters[row]),
            standing=kinds[row],
            terms=terms,
        )
        for row, terms in enumerate(models)
    ]


def weighted(models: Sequence[Model]) -> list[Model]:
    """Models by BIC, each with its share of belief exp(-BIC/2); one that is not sound has none and comes
    last."""
    ordered = sorted(models, key=lambda model: (not model.sound, model.bic))
    shares = shares_by([model.bic for model in ordered if model.sound])
    padded = [*shares.tolist(), *[0.0] * (len(ordered) - len(shares))]
    return [replace(model, weight=share) for model, share in zip(ordered, padded, strict=True)]


def shares_by(criterion: Sequence[float]) -> Floats:
    """exp(-criterion/2), made to sum to one."""
    if not criterion:
        return np.zeros(0)
    values = np.array(criterion)
    shares = np.exp(-(values - values.min()) / 2)
    return np.asarray(shares / shares.sum())
