"""A model's answers under several assumptions, side by side, so that none is taken for the answer."""

from __future__ import annotations

from dataclasses import dataclass

Interval = tuple[float, float]
LEVELS = (0.5, 0.8, 0.95)


@dataclass(frozen=True, slots=True)
class Spoke:
    """A total under one assumption: `rho` is how much of their error all incidents share, from 0 to 1.

    `shape` says where in its range an incident's number lies: "low", "even" or "high". `intervals` go with
    LEVELS.
    """

    rho: float
    shape: str
    median: float
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A grade's chance, learned from one half of the adjudicated incidents and held against the other.

    `least` to `most` is how many of the other half's should have been upheld, in 95 of 100 such halves.
    """

    grade: str
    learned_from: int
    held_out: int
    least: int
    most: int
    upheld: int

    @property
    def fits(self) -> bool:
        return self.least <= self.upheld <= self.most


@dataclass(frozen=True, slots=True)
class Fan:
    """`offered` is the spoke that is named where one must be; `chances` the middle of each grade's."""

    spokes: tuple[Spoke, ...]
    offered: Spoke
    chances: dict[str, Interval]
    calibration: tuple[Expected, ...]
    draws: int
    seed: int
