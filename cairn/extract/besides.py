"""Who died besides those counted: the killer who then "killed himself", where the count is of the killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.values import Claim, Group, Harm, Quantifier, Range, Scope, Way

_BY_SOMEBODY = (Way.HARMED_THEM, Way.HARMING_THEM)
_NO_KILLER = (Group.CHILDREN, Group.WOMEN)
_BY_AGE_AND_SEX = (*_NO_KILLER, Group.MEN, Group.ELDERLY)


def with_besides(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the killer's own death marked as one more where the leading count cannot hold it.

    "He shot his wife. He then killed himself" is two; "two people are dead" may be both of them.
    """
    dead = [at for at, claim in enumerate(claims) if _is_told_of_the_dead(claim)]
    own = next((at for at in dead if claims[at].rule == Way.ONESELF), None)
    others = [claims[at] for at in dead if claims[at].rule != Way.ONESELF]
    if own is None or not others or not _is_of_others_alone(_lead(others)):
        return list(claims)
    return [replace(claim, besides=True) if at == own else claim for at, claim in enumerate(claims)]


def _is_told_of_the_dead(claim: Claim) -> bool:
    told = claim.scope is Scope.INCIDENT and claim.count not in (None, Range(0, 0))
    return told and claim.kind is Harm.KILLED and claim.part_of is None


def _lead(dead: Sequence[Claim]) -> Claim:
    """The first number, or the first count behind somebody told of without one; of people of every age and
    sex where they are counted at all."""
    dead = [claim for claim in dead if claim.who.group not in _BY_AGE_AND_SEX] or dead
    if dead[0].quantifier is not Quantifier.VAGUE:
        return dead[0]
    return next((claim for claim in dead if claim.quantifier is not Quantifier.VAGUE), dead[0])


def _is_of_others_alone(lead: Claim) -> bool:
    several = lead.count is not None and lead.count.min > 1
    return lead.rule in _BY_SOMEBODY or (several and lead.who.group in _NO_KILLER)
