"""Whether chains started apart have come to tell the same story, and how much they told.

Split R-hat compares the spread between half-chains with the spread within them; the effective sample size
counts how many independent draws the chains are worth (Vehtari and others 2021). Both are the formulas alone.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from cairn.estimate.overlap import Floats


def split_rhat(chains: Floats) -> float:
    """R-hat over the halves of each row; 1 when they agree, infinite when none of them moves but they
    differ."""
    halves = _halves(chains)
    length = halves.shape[1]
    within = float(halves.var(axis=1, ddof=1).mean())
    between = float(halves.mean(axis=1).var(ddof=1))
    if within == 0:
        return 1.0 if between == 0 else float("inf")
    return float(np.sqrt((length - 1) / length + between / within))


def bulk_ess(chains: Floats) -> float:
    """Effective sample size of the ranks of the draws, so that a heavy tail cannot spoil it."""
    halves = _halves(chains)
    ranks = rankdata(halves).reshape(halves.shape)
    return effective_size(np.asarray(ndtri((ranks - 0.375) / (halves.size + 0.25))))


def effective_size(chains: Floats) -> float:
    """The number of independent draws that would pin the mean as well, by Geyer's initial monotone
    sequence."""
    many, length = chains.shape
    covariances = _autocovariances(chains)
    within = float(covariances[:, 0].mean()) * length / (length - 1)
    if within == 0:
        return float(chains.size)
    total = within * (length - 1) / length + (float(chains.mean(axis=1).var(ddof=1)) if many > 1 else 0.0)
    correlations = 1 - (within - covariances.mean(axis=0) * length / (length - 1)) / total
    pairs = correlations[: length // 2 * 2].reshape(-1, 2).sum(axis=1)
    negative = np.flatnonzero(pairs <= 0)
    pairs = pairs[: negative[0]] if len(negative) else pairs
    time = -1 + 2 * float(np.minimum.accumulate(pairs).sum())
    return float(chains.size / max(time, 1 / np.log10(chains.size)))


def _halves(chains: Floats) -> Floats:
    half = chains.shape[1] // 2
    return np.concatenate([chains[:, :half], chains[:, -half:]])


def _autocovariances(chains: Floats) -> Floats:
    length = chains.shape[1]
    size = 1 << (2 * length - 1).bit_length()
    apart = chains - chains.mean(axis=1, keepdims=True)
    waves = np.fft.rfft(apart, size, axis=1)
    return np.asarray(np.fft.irfft(np.abs(waves) ** 2, size, axis=1)[:, :length] / length)
