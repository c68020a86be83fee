"""The pairs worth a person's time: the answers that put most people right, with what speaks for each."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cairn.records.linking.pairs import incidents_in_a_line, reports_in_a_line
from cairn.records.many import among
from cairn.records.models import HeldEvent, Placing, Suggestion
from cairn.values import Harm, Reading, Scope

SAYS_SOMETHING = 0.3  # a part of a score below this is not worth a word
_IN_WORDS = {
    "origin": "one origin",
    "wording": "wording",
    "title": "words of a title",
    "date": "day",
    "place": "distance",
    "place known finely": "place known finely",
    "places named": "places named",
    "streets": "streets named",
    "people": "people named",
    "ages": "ages told",
    "counts": "counts",
    "belligerents": "belligerents",
    "means": "means",
    "told": "one tells neither of harm nor of means",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Whether two reports, or a report and an incident, are one: which row asks it, and what it is worth.

    `people` are counted twice if the two are one and stay two, or are in no total until somebody says.
    """

    kind: type[Suggestion] | type[Placing]
    key: int
    ids: tuple[str, str]
    chance: float
    people: int

    @property
    def worth(self) -> float:
        """How many people a guess would count wrongly, as far as can be expected."""
        return min(self.chance, 1 - self.chance) * self.people


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt told so that a person can answer: `a` a report, `b` a report or an incident's code."""

    a: str
    b: str
    chance: float
    people: int
    parts: Mapping[str, float]
    told: tuple[str, str]

    def lines(self) -> Iterator[str]:
        people = "1 person" if self.people == 1 else f"{self.people:,} people"
        yield f"{self.a} {self.b}   chance {self.chance:.2f}, {people} at stake"
        yield from (f"    {told}" for told in self.told)
        yield f"    {in_words(self.parts)}"


def doubts() -> list[Doubt]:
    """Everything in doubt, the answer that is worth most first. No report is opened for it."""
    pairs = Suggestion.objects.filter(withdrawn_at=None).values_list("pk", "a_id", "b_id", "score")
    placed = Placing.objects.filter(withdrawn_at=None)
    placings = placed.values_list("pk", "report_id", "event", "incident_id", "score")
    people = _counted({id for _, *both, _ in pairs for id in both} | {one[1] for one in placings})
    found = [
        Doubt(Suggestion, pk, (a, b), chance, min(people.get((a, ""), 1), people.get((b, ""), 1)))
        for pk, a, b, chance in pairs
    ]
    found += [
        Doubt(Placing, pk, (report, str(incident)), chance, people.get((report, event), 1))
        for pk, report, event, incident, chance in placings
    ]
    return sorted(found, key=lambda one: (-one.worth, one.ids))


def questions(asked: Sequence[Doubt]) -> list[Question]:
    """These doubts, told so that a person can answer."""
    pairs = Suggestion.objects.in_bulk([one.key for one in asked if one.kind is Suggestion])
    placings = Placing.objects.in_bulk([one.key for one in asked if one.kind is Placing])
    told = reports_in_a_line(
        {id for one in pairs.values() for id in (one.a_id, one.b_id)}
        | {one.report_id for one in placings.values()}
    )
    known = incidents_in_a_line({one.incident_id for one in placings.values()})
    return [
        _pair(one, pairs[one.key].parts, told)
        if one.kind is Suggestion
        else _placing(one, placings[one.key], told, known)
        for one in asked
    ]


def _pair(one: Doubt, parts: Mapping[str, float], told: Mapping[str, str]) -> Question:
    a, b = one.ids
    return Question(a, b, one.chance, one.people, parts, (told[a], told[b]))


def _placing(
    one: Doubt, row: Placing, told: Mapping[str, str], known: Mapping[uuid.UUID, tuple[str, str]]
) -> Question:
    code, line = known[row.incident_id]
    return Question(row.report_id, code, one.chance, one.people, row.parts, (told[row.report_id], line))


def in_words(parts: Mapping[str, float]) -> str:
    """What speaks for one incident and what against, the loudest first."""
    loud = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    said = [
        (_IN_WORDS[name], says) for name, says in loud if name != "before" and abs(says) >= SAYS_SOMETHING
    ]
    sides = (("for", [one for one in said if one[1] > 0]), ("against", [one for one in said if one[1] < 0]))
    told = (f"{side}: {', '.join(f'{name} {says:+.1f}' for name, says in its)}" for side, its in sides if its)
    return "; ".join(told) or "nothing speaks for it or against it"


def _counted(reports: Collection[str]) -> dict[tuple[str, str], int]:
    """How many people each event of these reports counts at least; one where it counts nobody."""
    rows = HeldEvent.objects.values_list("report_id", "event", "people")
    return {(report, event): people for report, event, people in among(rows, "report", reports)}


def people_counted(reading: Reading) -> int:
    """The highest floor of the killed and that of the injured, together."""
    floors = {Harm.KILLED: 0, Harm.INJURED: 0}
    for claim in reading.claims:
        if claim.scope is Scope.INCIDENT and claim.count and claim.kind in floors:
            floors[claim.kind] = max(floors[claim.kind], claim.count.min)
    return sum(floors.values())
