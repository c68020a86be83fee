"""A belligerent's own word on an incident, and what it does to the finding (METHOD.md §2 and §3).

Who concedes harm confirms it, and what it concedes is a floor and never a ceiling. A denial lowers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cairn.values import About, Concession, Finding, Grade, Range, Reason, Rule, Verdict


def with_concessions(finding: Finding, concessions: Iterable[Concession]) -> Finding:
    """The finding with the harm that belligerents concede: confirmed, and at least as many."""
    for one in concessions:
        if one.verdict is Verdict.CREDIBLE:
            finding = _with(finding, one)
    return finding


def _with(finding: Finding, said: Concession) -> Finding:
    by = {"parties": said.belligerent}
    reasons = [Reason(About.GRADE, Rule.ACCEPTED, words={"grade": Grade.CONFIRMED.value, **by})]
    killed, injured = _floor(finding.killed, said.killed), _floor(finding.injured, said.injured)
    if said.killed and killed != finding.killed:
        reasons.append(_conceded("killed", said.killed, by))
    if said.injured and injured != finding.injured:
        reasons.append(_conceded("injured", said.injured, by))
    return replace(
        finding,
        grade=Grade.CONFIRMED,
        killed=killed,
        injured=injured,
        all_killed=_floor(finding.all_killed, said.killed),
        all_injured=_floor(finding.all_injured, said.injured),
        reasons=(*finding.reasons, *reasons),
    )


def _conceded(measure: str, count: Range, by: dict[str, str]) -> Reason:
    return Reason(About.MIN, Rule.CONCEDED, words={"measure": measure, "count": str(count.min), **by})


def _floor(recorded: Range | None, conceded: Range | None) -> Range | None:
    """A concession of nobody says nothing of those whom others counted."""
    if conceded is None or conceded.min == 0:
        return recorded
    if recorded is None:
        return conceded
    ceiling = None if recorded.max is None else max(recorded.max, conceded.min)
    return Range(max(recorded.min, conceded.min), ceiling)
