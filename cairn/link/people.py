"""Two lists of people: who of the one is who of the other, said only when it is safe to say.

A pair is weighed in bits. What two names share counts for as much as it is rare in the second list; what one
has and the other lacks counts against it; age, sex, and day and place of death are added. Every pair keeps
its probability against all others who could be meant together and against nobody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.link.alignment import align, most, parts_of
from cairn.link.blocks import Blocks
from cairn.link.listed import ListedPerson
from cairn.link.name_weights import NameWeights, Parts, Shares
from cairn.link.same_person import LIKELY_LISTED, WORTH_KEEPING, SamePerson, safely

MOST_COMPARED = 30  # candidates that share most are compared part by part
TOO_LITTLE = 0.0003  # beside nobody: a pair this unlikely is neither kept nor does it make others less likely
Laid = tuple[Parts, Parts, Shares]  # two names side by side, and what their parts share


def match(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    """At most one of the second list for each of the first, and each at most once."""
    return safely(weighed(first, second))


def weighed(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> Iterator[SamePerson]:
    """All pairs that are worth keeping, the likeliest first for each of the first list."""
    comparing = _Comparing.with_people(second)
    for person in first:
        yield from comparing.pairs(person)


@dataclass(frozen=True, slots=True)
class _Comparing:
    people: Sequence[ListedPerson]
    weights: NameWeights
    blocks: Blocks
    ages: Counter[int]
    days: Counter[int]
    places: Counter[str]

    @classmethod
    def with_people(cls, people: Sequence[ListedPerson]) -> _Comparing:
        weights = NameWeights.of(people)
        return cls(
            people,
            weights,
            Blocks(people, weights),
            Counter(_age_class(person.age) for person in people),
            Counter(person.day for person in people if person.day is not None),
            Counter(person.place for person in people if person.place),
        )

    def pairs(self, person: ListedPerson) -> Iterator[SamePerson]:
        """Those who may be meant, each with its probability against the others and nobody."""
        found = sorted(self._weighed(person), reverse=True)
        together = sum(2**bits for bits, _, _ in found) + self._nobody
        for bits, at, why in found:
            if (probability := 2**bits / together) < WORTH_KEEPING:
                return
            yield SamePerson(person.id, self.people[at].id, round(probability, 4), why)

    @property
    def _nobody(self) -> float:
        """The odds that the person is not listed at all."""
        return len(self.people) * (1 - LIKELY_LISTED) / LIKELY_LISTED

    def _weighed(self, person: ListedPerson) -> Iterator[tuple[float, int, str]]:
        """Those whose name and the rest could make them likely; names are laid along each other last."""
        least = math.log2(TOO_LITTLE * max(1.0, self._nobody))
        for at in self.blocks.candidates(person, MOST_COMPARED):
            other = self.people[at]
            age, sex = self._age(person.age, other.age), _sex(person.sex, other.sex)
            day, place = self._day(person.day, other.day), self._place(person.place, other.place)
            rest, laid = age + sex + day + place, self._laid(person, other)
            if rest + max((most(shares) for _, _, shares in laid), default=-math.inf) < least:
                continue
            name, why = max(align(*each) for each in laid)  # one script may bear a part that the other lacks
            yield rest + name, at, f"{why}; {_told(age=age, sex=sex, day=day, place=place)}"

    def _laid(self, person: ListedPerson, other: ListedPerson) -> list[Laid]:
        return [(mine, theirs, self.weights.shares(mine, theirs)) for mine, theirs in parts_of(person, other)]

    def _age(self, mine: float | None, theirs: float | None) -> float:
        if mine is None or theirs is None:
            return 0.0
        apart = abs(int(mine) - int(theirs))
        if apart > 1 and mine >= 60:
            apart = max(1, apart - 1)  # the ages of the old are told in round years
        likely = _AGES_APART.get(apart, 0.002)
        return self._agreed(likely, sum(self.ages[_age_class(mine) + d] for d in {apart, -apart}))

    def _day(self, mine: int | None, theirs: int | None) -> float:
        """One recorder may write the day of the strike and another that of the news or the grave."""
        if mine is None or theirs is None:
            return 0.0
        apart = abs(mine - theirs)
        if apart > MOST_DAYS_APART:
            return ANOTHER_DAY
        likely = SAME_DAY if apart == 0 else (1 - SAME_DAY) / MOST_DAYS_APART
        return self._agreed(likely, sum(self.days[mine + d] for d in {apart, -apart}))

    def _place(self, mine: str, theirs: str) -> float:
        if not mine or not theirs:
            return 0.0
        return self._agreed(SAME_PLACE, self.places[theirs]) if mine == theirs else ANOTHER_PLACE

    def _agreed(self, likely: float, usual: int) -> float:
        """The bits of an agreement this likely between one person's rows that so many of the list share."""
        return math.log2(likely * len(self.people) / (usual + 1))


SAME_DAY, MOST_DAYS_APART, ANOTHER_DAY = 0.75, 3, -3.5
SAME_PLACE, ANOTHER_PLACE = 0.6, -1.0  # where a person died, or lived
# How often lists that speak of one person differ by so many years, a birthday between them or none.
_AGES_APART = {0: 0.62, 1: 0.3, 2: 0.03, 3: 0.01, 4: 0.008, 5: 0.006}


def _age_class(age: float | None) -> int:
    return -1 if age is None else int(age)


def _sex(mine: str | None, theirs: str | None) -> float:
    if mine is None or theirs is None:
        return 0.0
    return 0.8 if mine == theirs else -4.0


def _told(**bits: float) -> str:
    """What was compared beside the name; day and place stand only in some lists."""
    return ", ".join(f"{name} {bit:+.1f}" for name, bit in bits.items() if bit or name in ("age", "sex"))
