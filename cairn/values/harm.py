"""Harm: what was done to people, and which people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Harm(StrEnum):
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"


class Status(StrEnum):
    """Whether a text calls the people civilians. "Residents" is not yet "civilians": that is unknown."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class Group(StrEnum):
    """A part of the harmed, counted beside the whole and never added to it."""

    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ELDERLY = "elderly"
    JOURNALISTS = "journalists"
    MEDICAL_WORKERS = "medical workers"
    AID_WORKERS = "aid workers"


@dataclass(frozen=True, slots=True)
class Harmed:
    """The people a count speaks of. A `kind` is narrower than the group ("infants", "mothers"): of the group
    there were so many at least."""

    status: Status = Status.UNKNOWN
    group: Group | None = None
    kind: str = ""
