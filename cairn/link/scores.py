"""The scores of pairs of reports, in as few bytes as will hold them: a large ledger has millions."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

Pair = tuple[int, int]


class Scores:
    """Pairs of positions, each once, with the score of each, in the order in which they came.

    >>> list(Scores([((0, 1), 2.5)]).items())
    [((0, 1), 2.5)]
    """

    def __init__(self, scored: Iterable[tuple[Pair, float]] = ()) -> None:
        self._ones, self._others, self._scores = array("I"), array("I"), array("d")
        for (one, other), score in scored:
            self._ones.append(one)
            self._others.append(other)
            self._scores.append(score)

    def items(self) -> Iterator[tuple[Pair, float]]:
        return zip(zip(self._ones, self._others, strict=True), self._scores, strict=True)

    def __len__(self) -> int:
        return len(self._scores)
