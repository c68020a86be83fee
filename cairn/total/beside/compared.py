"""Beside the record: what a belligerent says of itself, next to what is recorded of it.

Deaths conceded in incidents of the record and the belligerent's own stated total are two figures, of other
incidents, periods and places. No number is made of both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cairn.total.answer import total
from cairn.total.beside.conceding import (
    Allegation,
    Matched,
    Verdicts,
    Word,
    by_belligerent,
    matched,
    spoken,
    verdicts,
)
from cairn.total.beside.lag import Lag, lag
from cairn.total.beside.stated import Stated, newest_first
from cairn.total.coalitions import ALONE, Coalitions, known_coalitions
from cairn.total.measure import SHOWN
from cairn.total.products.counted import counted
from cairn.total.question import ALL_ALLEGED, HEADLINE, Axis, Question
from cairn.total.tally import Sum, Tally
from cairn.values import KnownIncident, Range


@dataclass(frozen=True, slots=True)
class Beside:
    """One belligerent on one day. `elsewhere` are its statements that no single incident answers to.

    `stated` are its own totals, `told` what others say that it alone, or it with others, has done.
    """

    belligerent: str
    question: Question
    established: Tally
    alleged: Tally
    verdicts: Verdicts
    elsewhere: Verdicts
    matched: tuple[Matched, ...]
    lag: Lag
    months: tuple[tuple[str, Lag], ...]
    stated: tuple[Stated, ...] = ()
    told: tuple[Stated, ...] = ()

    @property
    def conceded(self) -> Range | None:
        return _sum(one.conceded for one in self.matched)

    @property
    def comparable(self) -> tuple[Matched, ...]:
        """Incidents in which both sides give a number: the same strikes, so that a ratio means something."""
        return tuple(one for one in self.matched if one.recorded is not None)

    @property
    def recorded_there(self) -> Range | None:
        return _sum(one.recorded for one in self.comparable)

    @property
    def conceded_there(self) -> Range | None:
        return _sum(one.conceded for one in self.comparable)

    @property
    def ratio(self) -> float | None:
        """Our minimum for each death conceded at least, over the very same incidents; None where none is."""
        ours, theirs = self.recorded_there, self.conceded_there
        return ours.min / theirs.min if ours and theirs and theirs.min else None

    @property
    def below(self) -> tuple[Matched, ...]:
        return tuple(one for one in self.matched if one.below)


def beside(
    incidents: Iterable[KnownIncident],
    words: Iterable[Word] = (),
    stated: Sequence[Stated] = (),
    question: Question | None = None,
    coalitions: Coalitions | None = None,
) -> list[Beside]:
    """Each belligerent that is accused, or that speaks of those it killed; most recorded deaths first.

    `words` come oldest first. The question's grades do not matter: both totals are given. Asked for by name,
    a coalition holds what its members are accused of and say, as in a total; else everybody stands alone.
    """
    asked = replace(question or Question(), by=(Axis.BELLIGERENT,), grades=ALL_ALLEGED, measures=SHOWN)
    known = (coalitions or known_coalitions()) if asked.belligerents else ALONE
    every = list(incidents)
    said, elsewhere = by_belligerent(words)
    alleged = _tallies(every, asked, known)
    established = _tallies(every, replace(asked, grades=HEADLINE), known)
    accused = _accused(every, asked, known)
    speaking = elsewhere.keys() | {name for one in stated for name in one.of}
    wanted = {name for name in speaking if not asked.belligerents or name in asked.belligerents}
    found = []
    for name in alleged.keys() | wanted:
        sides = [asked.known(known).speaking_for(name, one.finding.date) for one in accused[name]]
        allegations = [
            (one, spoken(said, one.id, side)) for one, side in zip(accused[name], sides, strict=True)
        ]
        found.append(
            Beside(
                name,
                replace(asked, by=(), belligerents=(name,)),
                established.get(name, Tally()),
                alleged.get(name, Tally()),
                verdicts(allegations),
                Verdicts(Counter(elsewhere[name])),
                tuple(matched(zip(accused[name], sides, strict=True))),
                lag(allegations),
                _by_month(allegations),
                newest_first(one for one in stated if one.own and name in one.of),
                newest_first(one for one in stated if not one.own and name in one.of),
            )
        )
    return sorted(
        found, key=lambda one: (-one.established.killed.min, -one.alleged.killed.min, one.belligerent)
    )


def _tallies(incidents: list[KnownIncident], asked: Question, known: Coalitions) -> dict[str, Tally]:
    rows = total(incidents, asked, known).rows
    return {row.key[0]: row.tally for row in rows if row.key[0] is not None}


def _accused(
    incidents: Iterable[KnownIncident], asked: Question, known: Coalitions
) -> dict[str, list[KnownIncident]]:
    """The incidents that are in the total of each belligerent."""
    found: dict[str, list[KnownIncident]] = defaultdict(list)
    for incident in counted(incidents, asked, known):
        for name in asked.accused(incident, known):
            found[name].append(incident)
    return found


def _by_month(allegations: Iterable[Allegation]) -> tuple[tuple[str, Lag], ...]:
    """The lag of each month's incidents; those that no month is known of are in none."""
    months: dict[str, list[Allegation]] = defaultdict(list)
    for incident, said in allegations:
        date = incident.finding.date
        if date and date.precision != "year":
            months[date.text[:7]].append((incident, said))
    return tuple((month, lag(months[month])) for month in sorted(months))


def _sum(counts: Iterable[Range | None]) -> Range | None:
    held = Sum()
    for count in counts:
        held.add(count)
    return held.range
