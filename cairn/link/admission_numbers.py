"""Lines of a belligerent's reports in the order of publication: a report number is known once it was seen."""

from __future__ import annotations

from dataclasses import dataclass, field

from cairn.link.admissions import match_admission
from cairn.link.incidents import IncidentIndex
from cairn.values import AdmissionLine, Match, MatchState


@dataclass(slots=True)
class SeenNumbers:
    """Which incident each number led to: a later line that bears it corrects or flips the earlier."""

    incidents: IncidentIndex
    seen: dict[str, str] = field(default_factory=dict)

    def match(self, line: AdmissionLine) -> Match:
        """A line with a grid of its own says where better than its number, which a page may have wrong."""
        if line.lat_lon and not line.duplicate_of:
            by_grid = match_admission(line, self.incidents)
            if by_grid.state is MatchState.MATCHED:
                return by_grid
        return match_admission(line, self.incidents, self.seen)

    def learn(self, line: AdmissionLine, incident: str) -> None:
        """A line speaks of this incident: so do those that bear its number or its code, or repeat them."""
        for name in (line.report_number, *line.codes):
            if name and name != line.duplicate_of:
                self.seen.setdefault(name, incident)
