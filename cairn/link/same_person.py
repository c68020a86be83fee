"""Of all who could be meant: who is safely meant, and about whom a person should be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SAFE = 0.9  # the probability from which a pair is said
WORTH_ASKING = 0.1  # and that from which a person is asked
WORTH_KEEPING = 0.01  # and that from which it is kept at all
LIKELY_LISTED = 0.8  # how likely a person of the one list stands in the other at all, before looking


@dataclass(frozen=True, slots=True)
class SamePerson:
    """`a` of the first list is `b` of the second, with this probability, for these reasons."""

    a: str
    b: str
    score: float
    why: str


def safely(pairs: Iterable[SamePerson]) -> list[SamePerson]:
    """At most one of the second list for each of the first, and each at most once.

    Where two claim the same person, the likelier is right; of two as likely, the first: one may stand twice.
    """
    safe = [pair for pair in pairs if pair.score >= SAFE]
    best: dict[str, SamePerson] = {}
    for pair in safe:
        if pair.b not in best or pair.score > best[pair.b].score:
            best[pair.b] = pair
    return [pair for pair in safe if best[pair.b] is pair]


def doubtful(pairs: Iterable[SamePerson]) -> list[SamePerson]:
    """The pairs worth a person's time, nearest to even first: of two people of whom nothing safe is said."""
    every = list(pairs)
    said = safely(every)
    first, second = {pair.a for pair in said}, {pair.b for pair in said}
    asked = [p for p in every if p.score >= WORTH_ASKING and p.a not in first and p.b not in second]
    return sorted(asked, key=lambda pair: abs(pair.score - 0.5))
