"""A tally: what a set of incidents adds up to, minimum and maximum apart, unknown apart from nought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cairn.values import Group, KnownIncident, Range, Verdict

# A belligerent that calls an allegation non-credible concedes nothing, whatever it conceded before.
WITHDRAWN = frozenset({Verdict.NON_CREDIBLE, Verdict.DUPLICATE})


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

    @property
    def range(self) -> Range | None:
        """None when nobody gave a number. One open ceiling opens the ceiling of the sum."""
        if not self.known:
            return None
        return Range(self.min, None if self.open else self.max)


@dataclass(slots=True)
class Tally:
    """Running sums over incidents. `unknown` are incidents whose deaths nobody numbered."""

    incidents: int = 0
    unreviewed: int = 0
    killed: Sum = field(default_factory=Sum)
    injured: Sum = field(default_factory=Sum)
    children_killed: Sum = field(default_factory=Sum)
    women_killed: Sum = field(default_factory=Sum)
    conceded_killed: Sum = field(default_factory=Sum)

    @property
    def unknown(self) -> int:
        return self.incidents - self.killed.known

    def add(self, incident: KnownIncident, conceding: Iterable[str] | None = None) -> None:
        """Count an incident in; `conceding` are the belligerents whose admissions count, None for all."""
        finding = incident.finding
        self.incidents += 1
        self.unreviewed += not incident.reviewed
        self.killed.add(finding.killed)
        self.injured.add(finding.injured)
        self.children_killed.add(finding.killed_by_group.get(Group.CHILDREN))
        self.women_killed.add(finding.killed_by_group.get(Group.WOMEN))
        self.conceded_killed.add(conceded(incident, conceding))


def conceded(incident: KnownIncident, conceding: Iterable[str] | None = None) -> Range | None:
    """The deaths conceded in one incident; two belligerents conceding the same deaths concede them once."""
    said: Range | None = None
    wanted = None if conceding is None else set(conceding)
    for each in incident.concessions:
        if each.killed is None or each.verdict in WITHDRAWN:
            continue
        if wanted is None or each.belligerent in wanted:
            said = each.killed if said is None else said | each.killed
    return said
