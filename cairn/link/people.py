"""Two lists of people: who of the one is who of the other, said only when it is safe to say.

A pair is weighed in bits. What two names share counts for as much as it is rare in the second list; what one
has and the other lacks counts against it; age and sex are added. Of all who could be meant, the best is
named only if it is far more likely than all the others together and than nobody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.link.alignment import NameWeights, align, parts_of
from cairn.link.blocks import Blocks
from cairn.link.listed import ListedPerson

SAFE = 0.9  # the probability from which a pair is said
LIKELY_LISTED = 0.8  # how likely a person of the one list stands in the other at all, before looking
MOST_COMPARED = 60  # candidates that share most are compared part by part


@dataclass(frozen=True, slots=True)
class SamePerson:
    """`a` of the first list is `b` of the second, with this probability, for these reasons."""

    a: str
    b: str
    score: float
    why: str


def match(first: Sequence[ListedPerson], second: Sequence[ListedPerson]) -> list[SamePerson]:
    """At most one of the second list for each of the first, and each at most once."""
    weights = NameWeights.of(second)
    blocks = Blocks(second, weights)
    ages = Counter(_age_class(person.age) for person in second)
    comparing = _Comparing(second, weights, blocks, ages)
    return _each_once([pair for person in first for pair in comparing.best(person)])


@dataclass(frozen=True, slots=True)
class _Comparing:
    people: Sequence[ListedPerson]
    weights: NameWeights
    blocks: Blocks
    ages: Counter[int]

    def best(self, person: ListedPerson) -> Iterator[SamePerson]:
        """The one person who is safely meant, if any."""
        weighed = sorted(self._weighed(person), reverse=True)
        if not weighed:
            return
        bits, at, why = weighed[0]
        nobody = len(self.people) * (1 - LIKELY_LISTED) / LIKELY_LISTED
        probability = 2**bits / (sum(2**other for other, _, _ in weighed) + nobody)
        if probability >= SAFE:
            yield SamePerson(person.id, self.people[at].id, round(probability, 4), why)

    def _weighed(self, person: ListedPerson) -> Iterator[tuple[float, int, str]]:
        for at in self.blocks.candidates(person, MOST_COMPARED):
            other = self.people[at]
            name, why = self._name(person, other)
            age, sex = self._age(person.age, other.age), _sex(person.sex, other.sex)
            yield name + age + sex, at, f"{why}; age {age:+.1f}, sex {sex:+.1f}"

    def _name(self, person: ListedPerson, other: ListedPerson) -> tuple[float, str]:
        """The better of both scripts: one may bear a part that the other leaves out."""
        found = [align(mine, theirs, self.weights) for mine, theirs in parts_of(person, other)]
        return max(found, default=(-math.inf, "no name"))

    def _age(self, mine: float | None, theirs: float | None) -> float:
        if mine is None or theirs is None:
            return 0.0
        apart = abs(int(mine) - int(theirs))
        if apart > 1 and mine >= 60:
            apart = max(1, apart - 1)  # the ages of the old are told in round years
        likely = _AGES_APART.get(apart, 0.002)
        usual = sum(self.ages[_age_class(mine) + d] for d in {apart, -apart}) + 1
        return math.log2(likely * len(self.people) / usual)


# How often lists that speak of one person differ by so many years, a birthday between them or none.
_AGES_APART = {0: 0.62, 1: 0.3, 2: 0.03, 3: 0.01, 4: 0.008, 5: 0.006}


def _age_class(age: float | None) -> int:
    return -1 if age is None else int(age)


def _sex(mine: str | None, theirs: str | None) -> float:
    if mine is None or theirs is None:
        return 0.0
    return 0.8 if mine == theirs else -4.0


def _each_once(pairs: list[SamePerson]) -> list[SamePerson]:
    """Nobody of the second list twice: the likelier claim stays, and of two as likely neither."""
    best: dict[str, SamePerson] = {}
    for pair in pairs:
        if pair.b not in best or pair.score > best[pair.b].score:
            best[pair.b] = pair
    return [pair for pair in pairs if best[pair.b] is pair]
