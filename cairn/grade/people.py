"""The people named, each once, though reports spell their names differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from cairn.values import Evidence, Group, Victim
from cairn.vocabulary.fold import fold

OF_AGE = 18.0
# A child of 1.6 is told as one or two; recorders and officials differ by a year or two on adults.
AGE_TOLERANCE = 2.0


def named_people(evidence: Sequence[Evidence], same_name: float) -> tuple[Victim, ...]:
    """Everybody named in any report, once, with what the reports together know of them."""
    found: list[tuple[str, Victim]] = []
    for each in evidence:
        for victim in each.reading.people:
            _take_in(found, victim, same_name)
    return tuple(victim for _, victim in found)


def group_of(victim: Victim) -> Group | None:
    """Child, woman or man; who has no age is taken for an adult, who has neither age nor sex for none."""
    if victim.age is not None and victim.age < OF_AGE:
        return Group.CHILDREN
    if victim.age is None and victim.group == Group.CHILDREN:
        return Group.CHILDREN
    return {"female": Group.WOMEN, "male": Group.MEN}.get(victim.gender or "")


def _take_in(found: list[tuple[str, Victim]], victim: Victim, same_name: float) -> None:
    folded = fold(victim.name)
    for at, (name, known) in enumerate(found):
        if _may_be(known, victim) and _alike(name, folded, same_name):
            found[at] = (max(name, folded, key=len), _together(known, victim))
            return
    found.append((folded, victim))


def _alike(a: str, b: str, same_name: float) -> bool:
    """One name, or one written out in full and once in short: at least two of its parts agree."""
    if a == b:
        return True
    if min(len(a.split()), len(b.split())) < 2:
        return False
    return (
        fuzz.token_sort_ratio(a, b) >= same_name
        or set(a.split()) <= set(b.split())
        or set(b.split()) <= set(a.split())
    )


def _may_be(a: Victim, b: Victim) -> bool:
    if a.gender and b.gender and a.gender != b.gender:
        return False
    return a.age is None or b.age is None or abs(a.age - b.age) <= AGE_TOLERANCE


def _together(known: Victim, other: Victim) -> Victim:
    """The longer name, and of everything else what was known first. Killed is later than injured."""
    longer = other if len(other.name) > len(known.name) else known
    return replace(
        longer,
        age=known.age if known.age is not None else other.age,
        gender=known.gender or other.gender,
        group=known.group or other.group,
        harm="killed" if "killed" in (known.harm, other.harm) else known.harm or other.harm,
        family=known.family or other.family,
        name_ar=known.name_ar or other.name_ar,
    )
