"""Things that belong together, joined two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """
    >>> groups = Groups("abc")
    >>> groups.join("a", "c")
    >>> groups.root("a") == groups.root("c"), groups.root("b") == groups.root("c")
    (True, False)
    """

    def __init__(self, things: Iterable[T]) -> None:
        self._above: dict[T, T] = {thing: thing for thing in things}

    def root(self, thing: T) -> T:
        """One of its group, the same for all of the group."""
        above = self._above
        while above[thing] != thing:
            above[thing] = thing = above[above[thing]]
        return thing

    def join(self, one: T, other: T) -> None:
        self._above[self.root(other)] = self.root(one)

    def members(self) -> dict[T, list[T]]:
        """Root → all of its group, in the order in which they were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.root(thing)].append(thing)
        return dict(found)
