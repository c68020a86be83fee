"""What one voice comes to: the whole it states, or the sum of the parts where it states none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cairn.grade.sums import Count, add, higher, highest, total
from cairn.values import Claim, Group, Quantifier, Range

# People are counted once by age and sex; their trades are counted beside that.
BY_AGE_AND_SEX = (Group.CHILDREN, Group.WOMEN, Group.MEN, Group.ELDERLY)


def whole(claims: Iterable[Claim]) -> Count:
    """The number of people one voice states: its own whole, or the sum of its parts.

    A text leads with its number and comes back to it; so the first whole it counts is the whole, and later
    ones are parts of it or the same people again, unless it says that they are besides.
    """
    tops = [claim for claim in claims if claim.part_of is None]
    main = [claim for claim in tops if is_whole(claim) and not claim.besides]
    main = [] if main and _says_again(lead(main), tops[0]) else main
    besides = total(claim.count for claim in tops if is_whole(claim) and claim.besides)
    groups = _sum_of_groups([claim for claim in tops if not is_whole(claim)])
    return add(_at_least(lead(main).count if main else None, groups), besides)


def _says_again(vague: Claim, first: Claim) -> bool:
    """ "A boy was killed … there were victims": a bare plural after somebody told of is no other number."""
    one = first.count is not None and first.count.max == 1
    return vague.quantifier is Quantifier.VAGUE and vague is not first and one and not is_whole(first)


def _at_least(stated: Count, parts: Count) -> Count:
    """ "Up to seven", four of them children, are four to seven."""
    if stated and parts and stated.min < parts.min and (stated.max is None or parts.min <= stated.max):
        return Range(parts.min, stated.max)
    return higher(stated, parts)


def is_whole(claim: Claim) -> bool:
    """Whether it counts people of every age and sex, and not as part of another count."""
    return claim.part_of is None and claim.who.group not in BY_AGE_AND_SEX


def lead(claims: Sequence[Claim]) -> Claim:
    """The first number; a plural or "dozens" stands until somebody counts at least as many."""
    first = claims[0]
    if first.quantifier is not Quantifier.VAGUE or first.count is None:
        return first
    least = first.count.min
    counted = (c for c in claims if c.quantifier is not Quantifier.VAGUE and c.count)
    return next((c for c in counted if c.count and c.count.min >= least), first)


def _sum_of_groups(parts: Sequence[Claim]) -> Count:
    """Two women and a child are three; the same group told twice is the same people."""
    groups = ([claim for claim in parts if claim.who.group is group] for group in BY_AGE_AND_SEX)
    return total(_one_group(each) for each in groups)


def _one_group(claims: Sequence[Claim]) -> Count:
    told = highest(claim.count for claim in claims if not claim.besides)
    return add(told, total(claim.count for claim in claims if claim.besides))
