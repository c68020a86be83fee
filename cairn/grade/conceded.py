"""A belligerent's own word on an incident, and what it does to the finding (METHOD.md §2 and §3).

Who concedes harm confirms it, and what it concedes is a floor and never a ceiling. A denial lowers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cairn.values import Concession, Finding, Grade, Range, Reason, Verdict


def with_concessions(finding: Finding, concessions: Iterable[Concession]) -> Finding:
    """The finding with the harm that belligerents concede: confirmed, and at least as many."""
    for one in concessions:
        if one.verdict is Verdict.CREDIBLE:
            finding = _with(finding, one)
    return finding


def _with(finding: Finding, said: Concession) -> Finding:
    reasons = [Reason(f"grade {Grade.CONFIRMED}", f"{said.belligerent} accepts it as credible")]
    killed, injured = _floor(finding.killed, said.killed), _floor(finding.injured, said.injured)
    if killed != finding.killed:
        reasons.append(Reason(f"killed min {said.killed}", f"conceded by {said.belligerent}"))
    if injured != finding.injured:
        reasons.append(Reason(f"injured min {said.injured}", f"conceded by {said.belligerent}"))
    return replace(
        finding,
        grade=Grade.CONFIRMED,
        killed=killed,
        injured=injured,
        all_killed=_floor(finding.all_killed, said.killed),
        all_injured=_floor(finding.all_injured, said.injured),
        reasons=(*finding.reasons, *reasons),
    )


def _floor(recorded: Range | None, conceded: Range | None) -> Range | None:
    """A concession of nobody says nothing of those whom others counted."""
    if conceded is None or conceded.min == 0:
        return recorded
    if recorded is None:
        return conceded
    ceiling = None if recorded.max is None else max(recorded.max, conceded.min)
    return Range(max(recorded.min, conceded.min), ceiling)
