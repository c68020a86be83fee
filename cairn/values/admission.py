"""An admission: a line of a belligerent's own report on an allegation, and the incident it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cairn.values.count import Range
from cairn.values.grade import Verdict
from cairn.values.when import PartialDate
from cairn.values.where import Place


@dataclass(frozen=True, slots=True)
class AdmissionLine:
    """What one line says. `conceded_killed` None: it does not say; Range(0, 0): it concedes nobody.

    `reason` names why an allegation was not accepted, in the words of `admissions.yml`; `via` is who brought
    it; `mgrs` the military grid as it stands, without blanks; `lat_lon` where that grid lies.
    `report_number` is the belligerent's own, `codes` are the recorder's. `duplicate_of` is the number or code
    of the line that it says it repeats; `earlier` the verdict that it says it had before.
    """

    verdict: Verdict = Verdict.NONE
    reason: str | None = None
    conceded_killed: Range | None = None
    conceded_injured: Range | None = None
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    mgrs: str | None = None
    lat_lon: tuple[float, float] | None = None
    report_number: str | None = None
    codes: tuple[str, ...] = ()
    via: str | None = None
    belligerents: tuple[str, ...] = ()
    duplicate_of: str | None = None
    earlier: Verdict | None = None


class Stage(StrEnum):
    """What a periodic report counts at its head, besides its verdicts."""

    CARRIED_OVER = "carried over"
    NEW = "new"
    COMPLETED = "completed"
    OPEN_NOW = "open now"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A count of a periodic report that its other counts, or its lines, do not come to.

    `of` is what is counted, `said` how many it says, `found` how many `parts` come to; without parts, how
    many lines stand there.
    """

    of: Stage | Verdict
    said: int
    found: int
    parts: tuple[tuple[Stage | Verdict, int], ...] = ()

    def __str__(self) -> str:
        if not self.parts:
            lines = "1 line stands" if self.found == 1 else f"{self.found} lines stand"
            return f"it says {self.said} are {_named(self.of)}, but {lines} there"
        signed = (
            f"{'−' if each is Stage.COMPLETED else '+'} {count} {_named(each)}" for each, count in self.parts
        )
        sum_of = " ".join(signed).removeprefix("+ ")
        return f"it says {self.said} are {_named(self.of)}, but {sum_of} are {self.found}"


def _named(of: Stage | Verdict) -> str:
    return of.value.replace("_", "-")


class MatchState(StrEnum):
    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"  # a person must choose among the candidates
    NEW = "new"  # it says when and where, and nothing known is near
    NONE = "none"  # it bears neither code, number, date nor place


@dataclass(frozen=True, slots=True)
class Match:
    """`incidents` are incident ids, best first; `why` names the rule and what told the best apart."""

    state: MatchState
    incidents: tuple[str, ...] = ()
    why: str = ""
