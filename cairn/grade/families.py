"""Those who are named in one incident, put together by the family name that they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.grade.people import name_parts
from cairn.values import Victim

FEWEST_PARTS = 2  # one name alone says nothing of the family


def with_families(people: Sequence[Victim]) -> tuple[Victim, ...]:
    """The people, family by family in the order in which each was named first.

    Two who share their last name, however it is spelled, are put together under it as the first one has it.
    That is how names are given, and no proof of kinship; whoever shares it with nobody has no family here.
    """
    members: dict[str, list[Victim]] = {}
    for person in people:
        parts = name_parts(person.name)
        last = parts[-1] if len(parts) >= FEWEST_PARTS else f"alone: {person.name}"
        members.setdefault(last, []).append(person)
    return tuple(person for together in members.values() for person in _named(together))


def _named(together: Sequence[Victim]) -> Sequence[Victim]:
    if len(together) == 1:
        return together
    family = together[0].name.split()[-1]
    return [replace(person, family=person.family or family) for person in together]
