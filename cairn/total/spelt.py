"""Ranges and incidents as a reader of tables and files sees them."""

from __future__ import annotations

from cairn.values import KnownIncident, Range


def spelt(count: Range | None) -> str:
    """With thousands set apart.

    >>> spelt(Range(1200, 1350)), spelt(Range.at_least(624)), spelt(None)
    ('1,200–1,350', 'at least 624', 'unknown')
    """
    if count is None:
        return "unknown"
    if count.max is None:
        return f"at least {count.min:,}"
    return f"{count.min:,}" if count.min == count.max else f"{count.min:,}–{count.max:,}"


def incidents(many: int) -> str:
    return f"{many:,} incident" + ("" if many == 1 else "s")


def as_pair(count: Range | None) -> list[int | None] | None:
    return None if count is None else count.to_json()


def code_of(incident: KnownIncident) -> str:
    """Its public code; its id where it has none."""
    return incident.codes[0] if incident.codes else incident.id
