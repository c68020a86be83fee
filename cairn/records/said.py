"""A finding as a recorder says it, in one line."""

from __future__ import annotations

from cairn.values import Finding, Range


def in_a_line(finding: Finding) -> str:
    """A finding as a recorder says it: when, where, how many, how sure."""
    place = finding.place.name if finding.place else "place unknown"
    parties = ", ".join(each.name for each in finding.belligerents) or "nobody named"
    said = f"{finding.date or 'date unknown'}  {place}: {_count(finding.killed)} killed, "
    return f"{said}{_count(finding.injured)} injured; {finding.grade}, {finding.strike_status}; {parties}"


def _count(count: Range | None) -> str:
    return "unknown" if count is None else str(count)
