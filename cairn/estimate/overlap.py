"""Who recorded whom: how many people stand on each combination of lists.

pattern  count
100      247      on the first list alone
110      142      on the first and the second
000      ?        on none: the number that estimation is about
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cairn.exceptions import BadInput

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A dense table has two to the number of lists cells; beyond this only sparse methods are offered.
MOST_LISTS_FOR_A_DENSE_TABLE = 10


@dataclass(frozen=True)
class OverlapTable:
    """`counts` maps a pattern such as "101" (on the first and third list) to a number of people.

    The pattern of noughts is never in it. A combination that nobody has is left out or nought.
    """

    lists: tuple[str, ...]
    counts: Mapping[str, int]

    def __post_init__(self) -> None:
        for pattern, count in self.counts.items():
            _check(pattern, count, len(self.lists))

    @property
    def n(self) -> int:
        """The people on at least one list: the documented count."""
        return sum(self.counts.values())

    @cached_property
    def patterns(self) -> Ints:
        """One row for each pattern that somebody has, one column a list, 1 where the list recorded them."""
        rows = [[int(mark) for mark in pattern] for pattern, _ in self._seen]
        return np.array(rows, dtype=np.int64).reshape(len(rows), len(self.lists))

    @cached_property
    def people(self) -> Floats:
        """The number of people with each row of `patterns`."""
        return np.array([count for _, count in self._seen], dtype=np.float64)

    @cached_property
    def dense(self) -> Floats:
        """Counts by bits: entry 5 is people on the first and third list alone; entry 0 is unknown, kept 0."""
        bits = self.patterns @ (1 << np.arange(len(self.lists)))
        counts = np.zeros(1 << len(self.lists))
        np.add.at(counts, bits, self.people)
        return counts

    @property
    def sizes(self) -> Ints:
        """The number of people on each list."""
        return np.asarray(self.people @ self.patterns, dtype=np.int64)

    @property
    def shared(self) -> Ints:
        """For each two lists, the number of people on both; a list's own size on the diagonal."""
        return np.asarray((self.patterns.T * self.people) @ self.patterns, dtype=np.int64)

    @property
    def sha256(self) -> str:
        """The same for the same lists and counts, in whatever order they were written."""
        written = [",".join(self.lists), *(f"{pattern},{count}" for pattern, count in self._seen)]
        return hashlib.sha256("\n".join(written).encode()).hexdigest()

    def without(self, place: int) -> OverlapTable:
        """The table that would stand if this list had never been made."""
        counts: Counter[str] = Counter()
        for pattern, count in self.counts.items():
            counts[pattern[:place] + pattern[place + 1 :]] += count
        counts.pop("0" * (len(self.lists) - 1), None)
        return OverlapTable(self.lists[:place] + self.lists[place + 1 :], counts)

    def only(self, places: Sequence[int]) -> OverlapTable:
        """The table of some of the lists, in this order."""
        counts: Counter[str] = Counter()
        for pattern, count in self.counts.items():
            counts["".join(pattern[place] for place in places)] += count
        counts.pop("0" * len(places), None)
        return OverlapTable(tuple(self.lists[place] for place in places), counts)

    @cached_property
    def _seen(self) -> list[tuple[str, int]]:
        return sorted((pattern, count) for pattern, count in self.counts.items() if count)


def table_of(lists: Mapping[str, Iterable[Hashable]]) -> OverlapTable:
    """The table of lists already linked: the same person has the same name, number or key on each.

    >>> table_of({"hospital": ["a", "b"], "survey": ["b", "c"], "press": ["b"]}).counts
    {'100': 1, '111': 1, '010': 1}
    """
    on = [frozenset(people) for people in lists.values()]
    everyone = dict.fromkeys(person for people in lists.values() for person in people)
    found = Counter("".join("1" if person in people else "0" for people in on) for person in everyone)
    return OverlapTable(tuple(lists), dict(found))


def table_from_dense(lists: Sequence[str], counts: Floats) -> OverlapTable:
    """The table whose `dense` is this vector; entry 0 is passed over."""
    many = len(lists)
    by_pattern = {_pattern(bits, many): round(count) for bits, count in enumerate(counts.tolist()) if bits}
    return OverlapTable(tuple(lists), {pattern: count for pattern, count in by_pattern.items() if count})


def _pattern(bits: int, many: int) -> str:
    return format(bits, f"0{many}b")[::-1]


def _check(pattern: str, count: int, many: int) -> None:
    if len(pattern) != many or set(pattern) - {"0", "1"}:
        raise BadInput(
            f"The pattern {pattern!r} is not {many} noughts and ones. Write one digit a list; "
            "if a spreadsheet dropped leading noughts, format the column as text."
        )
    if count != int(count) or count < 0:
        raise BadInput(f"The pattern {pattern} has {count} people. Write a whole number, nought or more.")
    if "1" not in pattern and count:
        raise BadInput(
            f"The pattern {pattern} has {count} people, but nobody on no list can have been counted. "
            "Leave that row out."
        )
