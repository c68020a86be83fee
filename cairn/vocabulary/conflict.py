"""What a recorder watches: the countries, belligerents, window and conventions that a reading may lean on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cairn.values import PartialDate


@dataclass(frozen=True, slots=True)
class Membership:
    """A belligerent that belonged to a coalition, from `start` to `end` (None: no such bound)."""

    member: str
    coalition: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A ledger's setting. Empty fields mean "not limited": every country, every belligerent we know.

    `places` are folders of gazetteer files used besides the built-in one.
    """

    name: str = ""
    countries: tuple[str, ...] = ()
    belligerents: tuple[str, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    languages: tuple[str, ...] = ()
    conventions: str = "1"
    places: tuple[Path, ...] = ()
    memberships: tuple[Membership, ...] = ()


ANY_CONFLICT = Conflict()
