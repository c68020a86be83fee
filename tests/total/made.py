"""Invented incidents for the tests of totals."""

from __future__ import annotations

from cairn.values import (
    Belligerent,
    Concession,
    Finding,
    Grade,
    KnownIncident,
    PartialDate,
    Place,
    Range,
    StrikeStatus,
    Verdict,
)


def incident(
    id: str = "a",
    killed: Range | None = None,
    date: str | None = "2017-05-12",
    by: tuple[str, ...] = ("Northern Air Force",),
    grade: Grade | None = Grade.FAIR,
    country: str | None = "SY",
    reviewed: bool = True,
    conceded: int | None = None,
    status: StrikeStatus | None = None,
    groups: dict[str, Range] | None = None,
) -> KnownIncident:
    finding = Finding(
        killed=killed,
        date=PartialDate(date) if date else None,
        place=Place("Tell Invented", country=country) if country else None,
        belligerents=tuple(Belligerent(name) for name in by),
        grade=grade,
        strike_status=status,
        killed_by_group=groups or {},
    )
    said = (
        Concession(by[0], Verdict.CREDIBLE, Range.exactly(conceded)) if conceded is not None and by else None
    )
    return KnownIncident(id, finding, reviewed=reviewed, concessions=(said,) if said else ())
