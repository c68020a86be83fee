"""A finding: what the evidence on one incident comes to; and an incident as it is known on a day."""

from __future__ import annotations

from dataclasses import dataclass, field

from cairn.values.count import Range
from cairn.values.grade import Grade, StrikeStatus, Verdict
from cairn.values.reason import Reason
from cairn.values.struck import Struck
from cairn.values.when import PartialDate
from cairn.values.where import Place
from cairn.values.who import Belligerent, Victim


@dataclass(frozen=True, slots=True)
class Finding:
    """Ranges, grade and strike status, each with its reasons. A count that nobody gave is None, not nought.

    `killed` and `injured` are people not identified as combatants; `all_killed` and `all_injured` are
    everyone. The groups come from other claims than the whole and need not add up to it.
    """

    killed: Range | None = None
    injured: Range | None = None
    combatants_killed: Range | None = None
    combatants_injured: Range | None = None
    all_killed: Range | None = None
    all_injured: Range | None = None
    killed_by_group: dict[str, Range] = field(default_factory=dict)
    injured_by_group: dict[str, Range] = field(default_factory=dict)
    missing: Range | None = None
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    belligerents: tuple[Belligerent, ...] = ()
    strike_status: StrikeStatus | None = None
    grade: Grade | None = None
    origins: int = 0
    people: tuple[Victim, ...] = ()
    means: tuple[str, ...] = ()
    struck: Struck | None = None
    reasons: tuple[Reason, ...] = ()
    conventions: str = ""


@dataclass(frozen=True, slots=True)
class Concession:
    """A belligerent's latest word on an incident: its verdict, and the deaths and injuries it concedes."""

    belligerent: str
    verdict: Verdict
    killed: Range | None = None
    injured: Range | None = None
    stated_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class KnownIncident:
    """An incident as it was known on one day: what link matches, total sums and publish writes.

    `codes` are its public codes, current first. `reviewed` is True when a person accepted the finding.
    """

    id: str
    finding: Finding
    codes: tuple[str, ...] = ()
    reviewed: bool = False
    concessions: tuple[Concession, ...] = ()
    reports: int = 0
