"""A tally: what a set of incidents adds up to, minimum and maximum apart, unknown apart from nought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cairn.total.measure import SHOWN, Measure, conceded, recorded
from cairn.values import KnownIncident, Range

__all__ = ["Sum", "Tally", "conceded"]


@dataclass(slots=True)
class Sum:
    """Ranges added up: how many were known, how many of these had no ceiling."""

    min: int = 0
    max: int = 0
    known: int = 0
    open: int = 0

    def add(self, count: Range | None) -> None:
        if count is None:
            return
        self.known += 1
        self.min += count.min
        if count.max is None:
            self.open += 1
        else:
            self.max += count.max

    def __iadd__(self, other: Sum) -> Sum:
        self.min += other.min
        self.max += other.max
        self.known += other.known
        self.open += other.open
        return self

    @property
    def range(self) -> Range | None:
        """None when nobody gave a number. One open ceiling opens the ceiling of the sum."""
        if not self.known:
            return None
        return Range(self.min, None if self.open else self.max)


def _shown() -> dict[Measure, Sum]:
    return {measure: Sum() for measure in SHOWN}


@dataclass(slots=True)
class Tally:
    """Running sums over incidents, one a measure. `unknown` are incidents whose deaths nobody numbered.

    `deaths_known` are those whose deaths somebody did, whether or not they are among the sums.
    """

    incidents: int = 0
    unreviewed: int = 0
    deaths_known: int = 0
    sums: dict[Measure, Sum] = field(default_factory=_shown)

    @classmethod
    def of(cls, measures: Iterable[Measure]) -> Tally:
        return cls(sums={measure: Sum() for measure in measures})

    @property
    def unknown(self) -> int:
        return self.incidents - self.deaths_known

    @property
    def killed(self) -> Sum:
        return self.sums[Measure.KILLED]

    @property
    def injured(self) -> Sum:
        return self.sums[Measure.INJURED]

    @property
    def children_killed(self) -> Sum:
        return self.sums[Measure.CHILDREN_KILLED]

    @property
    def women_killed(self) -> Sum:
        return self.sums[Measure.WOMEN_KILLED]

    @property
    def conceded_killed(self) -> Sum:
        return self.sums[Measure.CONCEDED_KILLED]

    def add(
        self, incident: KnownIncident, conceding: frozenset[str] | None = None, doubtful: bool = False
    ) -> None:
        """Count an incident in; `conceding` are the belligerents whose admissions count, None for all.

        A `doubtful` one is in the maximum and not in the minimum: it may have been somebody else.
        """
        self.incidents += 1
        self.unreviewed += not incident.reviewed
        self.deaths_known += incident.finding.killed is not None
        for measure, found in self.sums.items():
            if measure.conceded:
                found.add(conceded(incident, conceding, measure.removeprefix("conceded ")))
            else:
                count = recorded(incident.finding, measure)
                found.add(Range(0, count.max) if doubtful and count else count)

    def __iadd__(self, other: Tally) -> Tally:
        self.incidents += other.incidents
        self.unreviewed += other.unreviewed
        self.deaths_known += other.deaths_known
        for measure, found in self.sums.items():
            found += other.sums[measure]
        return self
