"""The answer to a question from the tables of facts: the same as from the incidents themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from cairn.total.answer import Answer, Key
from cairn.total.asking import Asking
from cairn.total.coalitions import Coalitions
from cairn.total.conditions import as_of
from cairn.total.facts.kept import group_for, group_of_each, is_said, of_group
from cairn.total.facts.rows import Cell
from cairn.total.facts.sql import ANY, Facts, Sql
from cairn.total.facts.tallies import Rows, Tallies
from cairn.total.question import Axis, Question
from cairn.total.sums import FACTS, KEPT, KEYS, Table, conceded, in_sets, sums, tallied
from cairn.total.tally import Tally
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
    rows = counting.rows()
    whole = counting.total(rows)
    possible, unreviewed = counting.left(whole)
    return Answer(asked, Rows(rows), whole, possible, unreviewed)


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

    def _table(self, by: tuple[Axis, ...]) -> tuple[Table, Sql]:
        """The table that answers the question by these axes, and which of its rows are of the day."""
        group = None
        if self.asking.facts.keeps_sums:
            group = group_for(replace(self.asked, by=by), self.asking.coalitions)
        return (FACTS, as_of(self.asked)) if group is None else (KEPT, of_group(group))

    def total(self, rows: Tallies) -> Tally:
        """Each incident once; where it is in one row alone, the rows together."""
        if not self.asked.by or Axis.BELLIGERENT in self.asked.by:
            return self._tallies((), self.asked.belligerents).together()
        return rows.together()

    def left(self, whole: Tally) -> tuple[int, int]:
        """How many were left out because their date or place leaves it open, and because unreviewed."""
        table, day = self._table(())
        where = day & self.condition.possible
        words = f"SELECT {table.incidents}, {table.unreviewed} FROM {table.table} f WHERE {where.words}"
        [[possible, unreviewed]] = self.asking.facts.rows(words, where.said)
        left = 0 if self.asked.provisional else int(unreviewed or 0)
        return int(possible or 0) - left - whole.incidents, left

    def rows(self) -> Tallies:
        by = self.asked.by
        if not by:
            return Tallies(self.asked.measures)
        if Axis.BELLIGERENT not in by:
            return self._tallies(by, self.asked.belligerents)
        return self._of_each_asked(by) if self.asked.belligerents else self._of_everybody(by)

    def _of_each_asked(self, by: tuple[Axis, ...]) -> Tallies:
        """The row of one belligerent is what a question on it alone would answer."""
        at = by.index(Axis.BELLIGERENT)
        others = tuple(axis for axis in by if axis is not Axis.BELLIGERENT)
        found = Tallies(self.asked.measures)
        for name in dict.fromkeys(self.asked.belligerents):
            alone = Asking(
                self.asking.facts, replace(self.asked, belligerents=(name,)), self.asking.coalitions
            )
            of_one = Counting(alone)._tallies(others, (name,))
            found.take(of_one, lambda key, name=name: (*key[:at], name, *key[at:]))  # type: ignore[misc]
        return found

    def _of_everybody(self, by: tuple[Axis, ...]) -> Tallies:
        """A row of each who is accused holds what it concedes itself; that of nobody, what anybody does."""
        if self.asking.facts.keeps_sums:
            group = group_of_each(self.asked, self.asking.coalitions)
            if group is not None:
                return self._of_group(by, group)
        doubt = self.asking.doubt_of_each()
        from_facts = self._table(by)[0] is FACTS
        by_sets = from_facts and self._sets_are_few(by)
        found = self._by_set(by, doubt) if by_sets else self._by_key(by, doubt)
        found.whose = by.index(Axis.BELLIGERENT)
        self._only_conceded(by, found, ANY)
        return found

    def _of_group(self, by: tuple[Axis, ...], group: int) -> Tallies:
        keys = ["f.belligerent" if axis is Axis.BELLIGERENT else KEYS[axis] for axis in by]
        columns = sums(self.asked.measures, of=KEPT)
        return self._summed(by, tallied(keys, columns, of_group(group) & self.inside, KEPT))

    def _sets_are_few(self, by: tuple[Axis, ...]) -> bool:
        """SQLite is slow to sort, so that summing for sets of belligerents first always pays."""
        return self.asking.facts.dialect == "sqlite" or not {Axis.PLACE, Axis.MONTH} & set(by)

    def _tallies(self, by: tuple[Axis, ...], whose: tuple[str, ...]) -> Tallies:
        found = self._by_key(by, self.asking.doubt(whose))
        if whose:
            self._only_conceded(by, found, self.asking.speaking())
        return found

    def _by_key(self, by: tuple[Axis, ...], doubt: Sql) -> Tallies:
        table, day = self._table(by)
        columns = sums(self.asked.measures, doubt, table)
        return self._summed(by, tallied([KEYS[axis] for axis in by], columns, day & self.inside, table))

    def _by_set(self, by: tuple[Axis, ...], doubt: Sql) -> Tallies:
        table = in_sets(by, self.asked.measures, as_of(self.asked) & self.inside, doubt)
        columns = sums(self.asked.measures, doubt, table)
        return self._summed(by, tallied([KEYS[axis] for axis in by], columns, ANY, table))

    def _summed(self, by: tuple[Axis, ...], asked: Sql) -> Tallies:
        found, parts = Tallies(self.asked.measures), len(by)
        words = self._words(by)
        for row in self.asking.facts.rows(asked.words, asked.said):
            cells = row[parts:]
            if cells[0]:
                found.put(_key(words, row), cells)
        return found

    def _only_conceded(self, by: tuple[Axis, ...], found: Tallies, speaking: Sql) -> None:
        """In these sums, in the place of what anybody concedes, what those do whose sums they are."""
        where, words = as_of(self.asked) & self.inside, self._words(by)
        for measure in (each for each in self.asked.measures if each.conceded):
            found.own[measure] = {}
            harm = measure.removeprefix("conceded ")
            asked = conceded([KEYS[axis] for axis in by], harm, where, speaking)
            for row in self.asking.facts.rows(asked.words, asked.said):
                low, high, known, without = (int(cell or 0) for cell in row[len(by) :])
                if known:
                    found.put_own(measure, _key(words, row), (low, high, known, known - without))

    def _words(self, by: tuple[Axis, ...]) -> list[Words]:
        """What the cells of each key stand for."""
        return [Words(self._place if axis is Axis.PLACE else _WORDS[axis]) for axis in by]

    def _place(self, number: Cell) -> str | None:
        return self._places[int(number or 0)] if is_said(number) else None

    @cached_property
    def _places(self) -> dict[int, str]:
        rows = self.asking.facts.rows("SELECT id, name FROM facts_places", ())
        return {int(number or 0): str(name) for number, name in rows}


class Words(dict[Cell, str | None]):
    """What cells stand for, each found once."""

    def __init__(self, found: Callable[[Cell], str | None]) -> None:
        self.found = found

    def __missing__(self, cell: Cell) -> str | None:
        self[cell] = self.found(cell)
        return self[cell]


def _key(words: Sequence[Words], cells: Cells) -> Key:
    return tuple([of[cell] for of, cell in zip(words, cells, strict=False)])


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
