"""An estimate as it travels: documented people first, then an interval, every model behind it, or a
refusal."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cairn.estimate.overlap import Floats

LEVEL = 0.95
# Sums over strata and linkages work on so many evenly spaced quantiles of each answer.
DRAWS = 4000


@dataclass(frozen=True)
class ModelAnswer:
    """What one admissible model or engine says, with its share of belief: a dot in the fan."""

    model: str
    n: float
    weight: float
    engine: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, eq=False)
class Estimate:
    """How many people in all, documented or not, with everything needed to doubt it.

    `median` and `interval` are None when the estimate is refused; `reason` then says why in one sentence, and
    `models` still shows what there was to choose from. `draws` is the answer as a sample, for sums.
    """

    n_documented: int
    engine: str
    median: float | None
    interval: tuple[float, float] | None
    models: tuple[ModelAnswer, ...] = ()
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    cautions: tuple[str, ...] = ()
    seed: int | None = None
    version: str = ""
    input_sha256: str = ""
    level: float = LEVEL
    draws: Floats | None = None

    @classmethod
    def withheld(cls, n_documented: int, engine: str, reason: str, seed: int | None = None) -> Estimate:
        """A refusal: the documented people and the reason."""
        return cls(n_documented, engine, None, None, reason=reason, seed=seed)

    @property
    def refused(self) -> bool:
        return self.median is None

    @property
    def fan(self) -> tuple[float, float] | None:
        """The lowest and highest answer of any model that holds a hundredth of its engine's belief."""
        held = [answer.n for answer in self.models if answer.weight >= 0.01 and math.isfinite(answer.n)]
        return (min(held), max(held)) if held else None


def rounded(number: float, digits: int = 2) -> int:
    """A number to two digits, because the third would be a lie: 10,357 is 10,000.

    >>> rounded(10357), rounded(18010), rounded(64921)
    (10000, 18000, 65000)
    """
    if number == 0 or not math.isfinite(number):
        return 0
    place = digits - 1 - math.floor(math.log10(abs(number)))
    return int(round(number, place))


def rounded_interval(interval: tuple[float, float]) -> tuple[int, int]:
    """An interval to two digits, outwards: rounding must not make it look surer than it is."""
    low, high = interval
    return _outward(low, math.floor), _outward(high, math.ceil)


def _outward(number: float, way: Any) -> int:
    if number <= 0:
        return 0
    step = max(1, 10 ** (math.floor(math.log10(number)) - 1))
    return int(way(number / step) * step)
