"""Whether an answer is really two: belief in separate heaps, one many times the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cairn.estimate.overlap import Floats

# Each heap holds at least this much belief; between them lies a gap this wide with at most this much in it.
LEAST_IN_A_HEAP = 0.10
GAP = np.log(1.3)
MOST_IN_THE_GAP = 0.02
# The higher heap's unseen people are this many times the lower's. Two answers nearer than that are one wide
# one.
TIMES_APART = 3.0


@dataclass(frozen=True)
class TwoAnswers:
    """The middles of the two heaps, as totals, and the share of belief in the higher."""

    lower: float
    higher: float
    share_of_higher: float

    @property
    def sentence(self) -> str:
        return (
            f"The lists give two answers, about {self.lower:,.0f} and about {self.higher:,.0f}, and nothing "
            f"between ({self.share_of_higher:.0%} of belief is in the higher). One number would hide that."
        )


def two_answers(draws: Floats, seen: int) -> TwoAnswers | None:
    """The two heaps that evenly spaced quantiles of a total fall into; None where they are one."""
    unseen = np.sort(draws) - seen
    unseen = unseen[unseen > 0]
    if len(unseen) < 100:
        return None
    logs, many = np.log(unseen), len(unseen)
    ends = np.searchsorted(logs, logs + GAP)
    inside = (ends - np.arange(many)) / many
    inner = np.arange(many)
    splits = (inner > LEAST_IN_A_HEAP * many) & (ends < (1 - LEAST_IN_A_HEAP) * many)
    for split in np.flatnonzero(splits & (inside <= MOST_IN_THE_GAP)):
        lower, higher = np.median(unseen[:split]), np.median(unseen[ends[split] :])
        if higher >= TIMES_APART * lower:
            return TwoAnswers(float(seen + lower), float(seen + higher), 1 - float(ends[split]) / many)
    return None
