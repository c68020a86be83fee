"""The pairs worth a person's time: the answers that put most people right, with what speaks for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cairn.records.evidence import newest_readings
from cairn.records.models import Placing, Suggestion
from cairn.records.pairs import incidents_in_a_line, reports_in_a_line
from cairn.values import Harm, Reading, Scope

SAYS_SOMETHING = 0.3  # a part of a score below this is not worth a word
_IN_WORDS = {
    "origin": "one origin",
    "wording": "wording",
    "date": "day",
    "place": "distance",
    "place known finely": "place known finely",
    "places named": "places named",
    "people": "people named",
    "counts": "counts",
    "belligerents": "belligerents",
    "means": "means",
    "told": "one tells neither of harm nor of means",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Whether `a` and `b` tell of one incident: a report, and a report or an incident.

    `people` are counted twice if the two are one and stay two, or are in no total until somebody says.
    """

    a: str
    b: str
    chance: float
    people: int
    parts: Mapping[str, float]
    told: tuple[str, str]

    @property
    def worth(self) -> float:
        """How many people a guess would count wrongly, as far as can be expected."""
        return min(self.chance, 1 - self.chance) * self.people

    def lines(self) -> Iterator[str]:
        people = "1 person" if self.people == 1 else f"{self.people:,} people"
        yield f"{self.a} {self.b}   chance {self.chance:.2f}, {people} at stake"
        yield from (f"    {told}" for told in self.told)
        yield f"    {in_words(self.parts)}"


def questions() -> list[Question]:
    """Everything in doubt, the answer that is worth most first."""
    return sorted([*_pairs(), *_placings()], key=lambda one: (-one.worth, one.a, one.b))


def in_words(parts: Mapping[str, float]) -> str:
    """What speaks for one incident and what against, the loudest first."""
    loud = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    said = [
        (_IN_WORDS[name], says) for name, says in loud if name != "before" and abs(says) >= SAYS_SOMETHING
    ]
    sides = (("for", [one for one in said if one[1] > 0]), ("against", [one for one in said if one[1] < 0]))
    told = (f"{side}: {', '.join(f'{name} {says:+.1f}' for name, says in its)}" for side, its in sides if its)
    return "; ".join(told) or "nothing speaks for it or against it"


def _pairs() -> Iterator[Question]:
    held = list(Suggestion.objects.filter(withdrawn_at=None))
    ids = {id for one in held for id in (one.a_id, one.b_id)}
    told, counted = reports_in_a_line(ids), _counted(ids)
    for one in held:
        people = min(counted.get(one.a_id, 1), counted.get(one.b_id, 1))
        yield Question(one.a_id, one.b_id, one.score, people, one.parts, (told[one.a_id], told[one.b_id]))


def _placings() -> Iterator[Question]:
    held = list(Placing.objects.filter(withdrawn_at=None))
    ids = {one.report_id for one in held}
    told, counted = reports_in_a_line(ids), _counted(ids)
    known = incidents_in_a_line({one.incident_id for one in held})
    for one in held:
        code, line = known[one.incident_id]
        people = counted.get(one.report_id, 1)
        yield Question(one.report_id, code, one.score, people, one.parts, (told[one.report_id], line))


def _counted(reports: Collection[str]) -> dict[str, int]:
    """How many people each report counts at least, killed or injured; one where it counts nobody."""
    return {id: max(1, people_counted(record.value)) for id, record in newest_readings(reports).items()}


def people_counted(reading: Reading) -> int:
    """The highest floor of the killed and that of the injured, together."""
    floors = {Harm.KILLED: 0, Harm.INJURED: 0}
    for claim in reading.claims:
        if claim.scope is Scope.INCIDENT and claim.count and claim.kind in floors:
            floors[claim.kind] = max(floors[claim.kind], claim.count.min)
    return sum(floors.values())
