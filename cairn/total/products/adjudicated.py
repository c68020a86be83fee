"""Which incidents were adjudicated: what a grade turned out to be worth, by the ledger's own history.

A denial adjudicates nothing. An incident speaks for the grade that it had last before it was upheld or fell,
and for "confirmed" or "discounted" where it came to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cairn.values import Grade
from cairn.values.adjudication import Adjudication, Course

ENOUGH = 30  # adjudicated incidents of a grade, below which no model may use it
FALLEN = (Grade.DISCOUNTED, Grade.NO_HARM_ALLEGED)


def adjudications(courses: Iterable[Course]) -> Iterator[Adjudication]:
    for course in courses:
        upheld = _outcome(course)
        if upheld is not None:
            for grade in _spoken_for(course):
                yield Adjudication(course.incident, grade, upheld)


def _outcome(course: Course) -> bool | None:
    """A person's judgement before anything else; None while nothing has settled it."""
    last = course.grades[-1] if course.grades else None
    if course.withdrawn or (course.settled and last in FALLEN):
        return False
    if course.verified is not None:
        return course.verified
    return True if course.admitted or (course.settled and last is Grade.CONFIRMED) else None


def _spoken_for(course: Course) -> Iterator[Grade]:
    ends = (Grade.CONFIRMED, *FALLEN)
    before = [grade for grade in course.grades if grade not in ends]
    if before:
        yield before[-1]
    if Grade.CONFIRMED in course.grades:
        yield Grade.CONFIRMED
    elif course.grades and course.grades[-1] is Grade.DISCOUNTED:
        yield Grade.DISCOUNTED


@dataclass(frozen=True, slots=True)
class Record:
    """How incidents of one grade fared."""

    upheld: int = 0
    fallen: int = 0

    @property
    def adjudicated(self) -> int:
        return self.upheld + self.fallen

    @property
    def missing(self) -> int:
        """How many more must be adjudicated before a model may use the grade."""
        return max(0, ENOUGH - self.adjudicated)


def records(found: Iterable[Adjudication]) -> Mapping[Grade, Record]:
    counted: dict[Grade, Record] = {}
    for one in found:
        before = counted.get(one.grade, Record())
        counted[one.grade] = Record(before.upheld + one.upheld, before.fallen + (not one.upheld))
    return counted
