"""How many: a range with two bounds that never rounds off doubt.

>>> Range(8, 10) + Range(3, 5)      # two events: bounds add
Range(11, 15)
>>> Range(8, 10) | Range(12, 12)    # two accounts of one event: the envelope
Range(8, 12)
>>> print(Range.at_least(624))
at least 624

Unknown is not nought: where nobody said, there is no Range but None.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from cairn.exceptions import BadRange

MOST_COUNTED = 1_000_000_000  # a number above this counts no people, whoever writes it


class Quantifier(StrEnum):
    """The word that stood before the number, kept because a range alone forgets it."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Range:
    """From `min` to `max` people, both included; `max` None means the source set no ceiling."""

    min: int
    max: int | None

    def __post_init__(self) -> None:
        if self.min < 0:
            raise BadRange(
                f"A count of people cannot be {self.min}. Write the number of people, or leave it empty."
            )
        if self.max is not None and self.max < self.min:
            raise BadRange(
                f"The minimum {self.min} is above the maximum {self.max}. Exchange them, or ask the source."
            )

    @classmethod
    def exactly(cls, n: int) -> Range:
        return cls(n, n)

    @classmethod
    def at_least(cls, n: int) -> Range:
        return cls(n, None)

    def __add__(self, other: Range) -> Range:
        """Two events together: the bounds add, and a sum with an open ceiling is open."""
        ceiling = None if self.max is None or other.max is None else self.max + other.max
        return Range(self.min + other.min, ceiling)

    def __or__(self, other: Range) -> Range:
        """Two accounts of one event: the lowest floor and the highest ceiling."""
        ceiling = None if self.max is None or other.max is None else max(self.max, other.max)
        return Range(min(self.min, other.min), ceiling)

    def overlaps(self, other: Range) -> bool:
        return (other.max is None or self.min <= other.max) and (self.max is None or other.min <= self.max)

    def __repr__(self) -> str:
        return f"Range({self.min}, {self.max})"

    def __str__(self) -> str:
        if self.max is None:
            return f"at least {self.min}"
        return str(self.min) if self.min == self.max else f"{self.min}–{self.max}"

    def to_json(self) -> list[int | None]:
        return [self.min, self.max]

    @classmethod
    def from_json(cls, pair: list[int | None]) -> Range:
        low, high = pair
        if low is None:
            raise BadRange(f"The range {pair} has no minimum. Leave the whole count empty if nobody said.")
        return cls(low, high)


def envelope(accounts: Iterable[Range]) -> Range | None:
    """All accounts of one event as one range; None when there is no account."""
    found = list(accounts)
    return reduce(Range.__or__, found) if found else None
