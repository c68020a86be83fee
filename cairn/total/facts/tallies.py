"""Tallies that a database has summed, each made when somebody looks at it: there may be fifty thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import eq
from typing import overload

from cairn.total.answer import Key, Row, ordered
from cairn.total.facts.rows import Cell
from cairn.total.measure import Measure
from cairn.total.tally import Sum, Tally

Cells = Sequence[Cell]
Four = tuple[int, int, int, int]  # minimum, maximum, how many are known, how many of these have a ceiling
NOTHING: Four = (0, 0, 0, 0)


class Tallies(Mapping[Key, Tally]):
    """Tallies by key, held as the cells that `cairn.total.sums.sums` asks for.

    What `own` holds of a measure stands in the place of what its cells say: what is conceded by those whose
    row it is. `whose` is the part of a key that says whose; a row of nobody keeps what its cells say.
    """

    def __init__(self, measures: Sequence[Measure], whose: int | None = None) -> None:
        self.measures = measures
        self.whose = whose
        self.cells: dict[Key, Cells] = {}
        self.own: dict[Measure, dict[Key, Four]] = {}

    def put(self, key: Key, cells: Cells) -> None:
        """Add cells; places of one name share a key."""
        held = self.cells.get(key)
        self.cells[key] = cells if held is None else _together((held, cells))

    def put_own(self, measure: Measure, key: Key, found: Four) -> None:
        held = self.own[measure]
        low, high, known, closed = held.get(key, NOTHING)
        held[key] = low + found[0], high + found[1], known + found[2], closed + found[3]

    def take(self, other: Tallies, named: Callable[[Key], Key]) -> None:
        """Take in others under the keys that their keys become."""
        for key, cells in other.cells.items():
            self.put(named(key), cells)
        for measure, found in other.own.items():
            held = self.own.setdefault(measure, {})
            held |= {named(key): four for key, four in found.items()}

    def __getitem__(self, key: Key) -> Tally:
        owned = self.own if self.whose is None or key[self.whose] is not None else {}
        return self._tally(self.cells[key], {measure: owned[measure].get(key, NOTHING) for measure in owned})

    def __iter__(self) -> Iterator[Key]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def together(self) -> Tally:
        """All of them added up, where no incident is in two."""
        if not self.cells:
            return Tally.of(self.measures)
        own = {measure: _four(_together(found.values())) for measure, found in self.own.items()}
        return self._tally(_together(self.cells.values()), own)

    def _tally(self, cells: Cells, own: Mapping[Measure, Four]) -> Tally:
        said = [int(cell) if cell else 0 for cell in cells]
        fours = {
            each: _four(said[at : at + 4])
            for each, at in zip(self.measures, range(3, len(said), 4), strict=True)
        }
        sums = {each: _sum(*own.get(each, four)) for each, four in fours.items()}
        return Tally(said[0], said[1], said[2], sums)


class Rows(Sequence[Row]):
    """The rows of an answer, in order."""

    def __init__(self, tallies: Tallies) -> None:
        self.tallies = tallies
        self.keys = ordered(tallies)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return Row(self.keys[at], self.tallies[self.keys[at]])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))


def _together(some: Iterable[Cells]) -> Cells:
    """Column by column; an empty cell adds nothing."""
    return [sum(filter(None, column)) for column in zip(*some, strict=True)]


def _four(cells: Cells) -> Four:
    if not cells:
        return NOTHING
    low, high, known, closed = (int(cell or 0) for cell in cells)
    return low, high, known, closed


def _sum(low: int, high: int, known: int, closed: int) -> Sum:
    return Sum(low, high, known, known - closed)
