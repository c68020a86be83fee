"""The answer to a question from the tables of facts: the same as from the incidents themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from cairn.total.answer import Answer, Key, in_order
from cairn.total.asking import Asking
from cairn.total.coalitions import Coalitions
from cairn.total.conditions import as_of
from cairn.total.facts.kept import group_for, is_said, of_group
from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import ANY, NONE, Facts, Sql
from cairn.total.measure import Measure
from cairn.total.question import Axis, Question
from cairn.total.sums import FACTS, KEPT, KEYS, Rows, conceded, sums, tallied, tallied_for_each
from cairn.total.tally import Sum, Tally
from cairn.values import PartialDate
from cairn.vocabulary.conflict import Membership

Cells = Sequence[Cell]
REVIEWED = Sql("f.reviewed = 1")


def answer(facts: Facts, question: Question | None = None, coalitions: Coalitions | None = None) -> Answer:
    """As `cairn.total.total`, of the day the question is asked as of, or of now.

    `coalitions` are those that were written beside the facts where none are given.
    """
    asked = question or Question()
    asking = Asking(facts, asked, coalitions_in(facts) if coalitions is None else coalitions)
    counting = Counting(asking)
    rows = dict(counting.rows())
    whole = counting.total(rows)
    possible, unreviewed = counting.left(whole)
    return Answer(asked, in_order(rows), whole, possible, unreviewed)


def coalitions_in(facts: Facts) -> Coalitions:
    """Who belonged to which coalition, as those knew who wrote the facts."""
    rows = facts.rows("SELECT member, coalition, first_day, last_day FROM facts_memberships", ())
    return Coalitions(Membership(str(a), str(b), _date(c), _date(d)) for a, b, c, d in rows)


class Counting:
    """The sums over what meets one condition: of the facts, or where these do, of the sums kept of them."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.asked = asking.asked
        self.condition = asking.condition()
        self.inside = self.condition.inside if self.asked.provisional else self.condition.inside & REVIEWED

    def _table(self, by: tuple[Axis, ...]) -> tuple[Rows, Sql]:
        """The table that answers the question by these axes, and which of its rows are of the day."""
        group = None
        if self.asking.facts.keeps_sums:
            group = group_for(replace(self.asked, by=by), self.asking.coalitions)
        return (FACTS, as_of(self.asked)) if group is None else (KEPT, of_group(group))

    def total(self, rows: Mapping[Key, Tally]) -> Tally:
        """Each incident once; where it is in one row alone, the rows together."""
        whole = Tally.of(self.asked.measures)
        if not self.asked.by or Axis.BELLIGERENT in self.asked.by:
            return self._tallies((), self.asked.belligerents).get((), whole)
        for tally in rows.values():
            whole += tally
        return whole

    def left(self, whole: Tally) -> tuple[int, int]:
        """How many were left out because their date or place leaves it open, and because unreviewed."""
        table, day = self._table(())
        where = day & self.condition.possible
        words = f"SELECT {table.incidents}, {table.unreviewed} FROM {table.table} f WHERE {where.words}"
        [[possible, unreviewed]] = self.asking.facts.rows(words, where.said)
        left = 0 if self.asked.provisional else int(unreviewed or 0)
        return int(possible or 0) - left - whole.incidents, left

    def rows(self) -> Iterator[tuple[Key, Tally]]:
        by = self.asked.by
        if not by:
            return
        if Axis.BELLIGERENT not in by:
            yield from self._tallies(by, self.asked.belligerents).items()
        elif self.asked.belligerents:
            yield from self._of_each_asked(by)
        else:
            yield from self._of_everybody(by)

    def _of_each_asked(self, by: tuple[Axis, ...]) -> Iterator[tuple[Key, Tally]]:
        """The row of one belligerent is what a question on it alone would answer."""
        at = by.index(Axis.BELLIGERENT)
        others = tuple(axis for axis in by if axis is not Axis.BELLIGERENT)
        for name in dict.fromkeys(self.asked.belligerents):
            alone = Asking(
                self.asking.facts, replace(self.asked, belligerents=(name,)), self.asking.coalitions
            )
            for key, tally in Counting(alone)._tallies(others, (name,)).items():
                yield (*key[:at], name, *key[at:]), tally

    def _of_everybody(self, by: tuple[Axis, ...]) -> Iterator[tuple[Key, Tally]]:
        """A row of each who is accused holds what it concedes itself; that of nobody, what anybody does."""
        doubt = self.asking.doubt_of_each()
        from_facts = self._table(by)[0] is FACTS
        by_sets = doubt is NONE and from_facts and self.asking.facts.dialect == "sqlite"  # others sort better
        found = self._summed(by, self._for_each(by)) if by_sets else self._by_key(by, doubt)
        at = by.index(Axis.BELLIGERENT)
        named = [tally for key, tally in found.items() if key[at] is not None]
        self._only_conceded(by, found, named, ANY)
        yield from found.items()

    def _tallies(self, by: tuple[Axis, ...], whose: tuple[str, ...]) -> dict[Key, Tally]:
        found = self._by_key(by, self.asking.doubt(whose))
        if whose:
            self._only_conceded(by, found, list(found.values()), self.asking.speaking())
        return found

    def _by_key(self, by: tuple[Axis, ...], doubt: Sql) -> dict[Key, Tally]:
        table, day = self._table(by)
        columns = sums(self.asked.measures, doubt, table)
        return self._summed(by, tallied([KEYS[axis] for axis in by], columns, day & self.inside, table))

    def _for_each(self, by: tuple[Axis, ...]) -> Sql:
        where = as_of(self.asked) & self.inside
        return tallied_for_each([KEYS[axis] for axis in by], self.asked.measures, where)

    def _summed(self, by: tuple[Axis, ...], asked: Sql) -> dict[Key, Tally]:
        found: dict[Key, Tally] = {}
        for row in self.asking.facts.rows(asked.words, asked.said):
            tally = _tally(self.asked.measures, row[len(by) :])
            if tally.incidents:
                key = self._key(by, row)
                if key in found:
                    tally += found[key]
                found[key] = tally
        return found

    def _only_conceded(
        self, by: tuple[Axis, ...], found: dict[Key, Tally], of: Sequence[Tally], speaking: Sql
    ) -> None:
        """In these sums, in the place of what anybody concedes, what those do whose sums they are."""
        where = as_of(self.asked) & self.inside
        for measure in (each for each in self.asked.measures if each.conceded):
            for tally in of:
                tally.sums[measure] = Sum()
            harm = measure.removeprefix("conceded ")
            asked = conceded([KEYS[axis] for axis in by], harm, where, speaking)
            for row in self.asking.facts.rows(asked.words, asked.said):
                low, high, known, without = (int(cell or 0) for cell in row[len(by) :])
                if known:
                    found[self._key(by, row)].sums[measure] += Sum(low, high, known, without)

    def _key(self, by: tuple[Axis, ...], cells: Cells) -> Key:
        return tuple([self._words(axis)(cell) for axis, cell in zip(by, cells, strict=False)])

    def _words(self, axis: Axis) -> Callable[[Cell], str | None]:
        return self._place if axis is Axis.PLACE else _WORDS[axis]

    def _place(self, number: Cell) -> str | None:
        return self._places[int(number or 0)] if is_said(number) else None

    @property
    def _places(self) -> dict[int, str]:
        if not hasattr(self, "_named"):
            rows = self.asking.facts.rows("SELECT id, name FROM facts_places", ())
            self._named = {int(number or 0): str(name) for number, name in rows}
        return self._named


def _tally(measures: Sequence[Measure], cells: Cells) -> Tally:
    said = [int(cell) if cell else 0 for cell in cells]
    found = {
        measure: Sum(said[at], said[at + 1], said[at + 2], said[at + 2] - said[at + 3])
        for measure, at in zip(measures, range(3, len(said), 4), strict=True)
    }
    return Tally(said[0], said[1], said[2], found)


def _said(cell: Cell) -> str | None:
    return str(cell) if is_said(cell) else None


def _month(cell: Cell) -> str | None:
    """201705 is a month, 2017 a year of which no month is known."""
    text = _said(cell)
    return f"{text[:4]}-{text[4:]}" if text and len(text) > 4 else text


def _year(cell: Cell) -> str | None:
    return None if cell is None else str(cell)[:4]


_WORDS: dict[Axis, Callable[[Cell], str | None]] = {
    Axis.BELLIGERENT: _said,
    Axis.COUNTRY: _said,
    Axis.GRADE: _said,
    Axis.STATUS: _said,
    Axis.MONTH: _month,
    Axis.YEAR: _year,
}


def _date(number: Cell) -> PartialDate | None:
    """20170512 as a date."""
    text = _said(number)
    return PartialDate(f"{text[:4]}-{text[4:6]}-{text[6:]}") if text else None
