"""How probable it is that an incident of a grade is as recorded: what was thought, and what came of it.

Nothing here is invented. Where the organisation gives no interval every chance is as likely as any other, and
what was adjudicated moves it from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scipy.stats import beta, betabinom

from cairn.values import Grade
from cairn.values.adjudication import Adjudication
from cairn.values.fan import Expected, Interval

Weights = Mapping[Grade, Interval]
LEVEL = 0.95
# An interval given as one number is as sure as this, and no chance is quite nought or one.
LEAST_SPREAD, LEAST_CHANCE = 0.0025, 0.005


@dataclass(frozen=True, slots=True)
class Chance:
    """A Beta distribution of the share of incidents that are upheld."""

    a: float = 1.0
    b: float = 1.0

    @property
    def interval(self) -> Interval:
        low, high = beta.ppf([(1 - LEVEL) / 2, (1 + LEVEL) / 2], self.a, self.b)
        return float(low), float(high)

    def after(self, upheld: int, fallen: int) -> Chance:
        return Chance(self.a + upheld, self.b + fallen)


def thought(interval: Interval | None) -> Chance:
    """An organisation's interval as a distribution with its middle, and four spreads from end to end."""
    if interval is None:
        return Chance()
    low, high = interval
    middle = min(max((low + high) / 2, LEAST_CHANCE), 1 - LEAST_CHANCE)
    spread = max((high - low) / 4, LEAST_SPREAD)
    size = max(middle * (1 - middle) / spread**2 - 1, 2.0)
    return Chance(middle * size, (1 - middle) * size)


def chances(found: Sequence[Adjudication], weights: Weights) -> dict[Grade, Chance]:
    """The chance of each grade that was adjudicated."""
    return {
        grade: thought(weights.get(grade)).after(*_fared(found, grade))
        for grade in sorted({one.grade for one in found})
    }


def calibration(found: Sequence[Adjudication], weights: Weights) -> Iterator[Expected]:
    """One half of the adjudicated foretells the other; an incident's half follows from its id."""
    halves = [[one for one in found if _half(one.incident) == half] for half in (0, 1)]
    learned = chances(halves[0], weights)
    for grade in sorted({one.grade for one in found}):
        chance = learned.get(grade, thought(weights.get(grade)))
        upheld, fallen = _fared(halves[1], grade)
        held_out = upheld + fallen
        least, most = betabinom.interval(LEVEL, held_out, chance.a, chance.b)
        known = sum(_fared(halves[0], grade))
        yield Expected(grade.value, known, held_out, int(least), int(most), upheld)


def _fared(found: Sequence[Adjudication], grade: Grade) -> tuple[int, int]:
    upheld = sum(one.upheld for one in found if one.grade is grade)
    return upheld, sum(one.grade is grade for one in found) - upheld


def _half(incident: str) -> int:
    return hashlib.sha256(incident.encode()).digest()[0] % 2
