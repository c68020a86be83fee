"""What became of incidents of a grade: the only ground on which a grade may be given a probability."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.values.grade import Grade


@dataclass(frozen=True, slots=True)
class Adjudication:
    """An incident that once had this grade, and what was found later: upheld, or fallen."""

    incident: str
    grade: Grade
    upheld: bool


@dataclass(frozen=True, slots=True)
class Course:
    """What happened to one incident up to a day. `grades` are those it had, oldest first.

    `settled` when its last grade is a person's; `admitted` when a belligerent's latest word accepts the harm;
    `verified` what somebody found who went there, None where nobody did; `withdrawn` when it was taken back,
    and not merged or split.
    """

    incident: str
    grades: tuple[Grade, ...]
    settled: bool = False
    admitted: bool = False
    verified: bool | None = None
    withdrawn: bool = False
