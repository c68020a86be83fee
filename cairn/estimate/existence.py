"""Whether a log-linear fit is a maximum of the likelihood at all, and the only one.

With empty patterns Newton's method may walk towards infinity and stop at a number that means nothing. A fit
is kept only if its terms can be told apart on the patterns that are left, and if the likelihood has its
maximum at finite terms. A fit that stopped with every expected count well above nought proves the second by
itself; otherwise the linear programme of Fienberg and Rinaldo (2012) settles it.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from scipy.optimize import linprog

from cairn.estimate.hierarchy import Flags
from cairn.estimate.overlap import Floats
from cairn.estimate.poisson import Fits

# An expected count this far above the gradient that is left cannot be on its way to nought.
WELL_ABOVE_NOUGHT = 1e-4


class Standing(StrEnum):
    """What may be said of a fit."""

    SOUND = "sound"
    NOT_IDENTIFIED = "the overlaps cannot tell its terms apart"
    NO_MAXIMUM = "its likelihood has no maximum"
    NOT_CONVERGED = "the fit did not converge"


def standings(design: Floats, counts: Floats, fits: Fits) -> list[Standing]:
    """The standing of each fit to one table."""
    whole = np.asarray(fits.kept_patterns.all(axis=1))
    ranks = np.full(len(whole), -1)
    if not whole.all():
        narrow = design[None] * fits.kept_patterns[~whole, :, None] * fits.kept_terms[~whole, None, :]
        ranks[~whole] = np.linalg.matrix_rank(narrow)
    return [
        _standing(design, counts, fits, row, whole=bool(whole[row]), rank=int(ranks[row]))
        for row in range(len(whole))
    ]


def _standing(design: Floats, counts: Floats, fits: Fits, row: int, *, whole: bool, rank: int) -> Standing:
    if not whole and rank < fits.kept_terms[row].sum():
        return Standing.NOT_IDENTIFIED
    kept = fits.kept_patterns[row]
    lowest = fits.fitted[row][kept].min()
    settled = fits.slope[row] <= 1e-7 * (1 + counts.sum())
    if settled and lowest > max(WELL_ABOVE_NOUGHT, 1e3 * fits.slope[row]):
        return Standing.SOUND
    if not has_maximum(design, counts, fits.kept_patterns[row], fits.kept_terms[row]):
        return Standing.NO_MAXIMUM
    return Standing.SOUND if settled else Standing.NOT_CONVERGED


def has_maximum(design: Floats, counts: Floats, patterns: Flags, terms: Flags) -> bool:
    """Whether counts above nought everywhere could have given the same sums as the counts that were seen."""
    narrow = design[np.ix_(patterns, terms)]
    seen = counts[patterns]
    if (seen > 0).all():
        return True
    rows, columns = narrow.shape
    # The unknowns are such counts and, last, the least of them, which is made as large as it can be.
    sums = np.hstack([narrow.T, np.zeros((columns, 1))])
    least = np.hstack([-np.eye(rows), np.ones((rows, 1))])
    aim = np.append(np.zeros(rows), -1.0)
    scale = max(1.0, float(seen.max()))
    found = linprog(
        aim, A_ub=least, b_ub=np.zeros(rows), A_eq=sums, b_eq=narrow.T @ seen / scale, bounds=(0, None)
    )
    return bool(found.status == 0 and -found.fun * scale > 1e-6)
