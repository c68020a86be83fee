"""Who: the belligerents a text names, and the people who were harmed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OFFSPRING = "offspring"


class Role(StrEnum):
    """What a text says of a belligerent and the harm."""

    SUSPECTED = "suspected"  # somebody else says they did it
    CLAIMS = "claims"  # they say so themselves
    DENIES = "denies"  # they say they did not


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A party to the conflict as `belligerents.yml` names it, and its role in what the text tells."""

    name: str
    role: Role = Role.SUSPECTED


@dataclass(frozen=True, slots=True)
class Victim:
    """A person named among the dead, injured, missing or captured.

    `harm` is a Harm's value; `age` in years; `gender` "male" or "female"; `family` joins kin in one report;
    `name_ar` is the name in Arabic script where the text gives it;
    `group` is a Group's value where the text says one ("his child Ahmad", "his wife Mona");
    `kin` is OFFSPRING for somebody's son, daughter or grandchild: without an age they may be a child or not.
    """

    name: str
    age: float | None = None
    gender: str | None = None
    harm: str | None = None
    family: str | None = None
    name_ar: str | None = None
    group: str | None = None
    kin: str | None = None
    start: int | None = None
    end: int | None = None
