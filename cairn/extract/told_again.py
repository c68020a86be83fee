"""One person told of twice: hurt in one sentence and dead in the next, or dead and then how it came to that.

"A guard was beaten. He later died": one person killed, and nobody injured. "A guard was killed. The guard was
shot twice": the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from cairn.extract.words import Word, words_between
from cairn.values import Claim, Harm, Quantifier, Range, Scope, Way
from cairn.vocabulary.lexicon import lexicon

_ONE = Range(1, 1)


def without_told_again(claims: Sequence[Claim], words: Sequence[Word], language: str) -> list[Claim]:
    """The claims, but those of people injured who are the dead."""
    if not {Harm.KILLED, Harm.INJURED} <= {claim.kind for claim in claims}:
        return list(claims)
    called = [_callings(claim, words, language) for claim in claims]
    again = {*_hurt_and_dead(claims, called), *_hurt_then_dead(claims, called)}
    wholes = {claim.part_of for claim in claims}
    return keep(claims, [at for at in range(len(claims)) if at not in again or at in wholes])


def _hurt_and_dead(claims: Sequence[Claim], called: Sequence[Set[str]]) -> Iterator[int]:
    """ "The guard was shot twice", of the guard who was killed."""
    dead: Set[str] | None = None  # what those killed so far are called
    for at, claim in enumerate(claims):
        if claim.kind not in (Harm.KILLED, Harm.INJURED) or not _is_told(claim):
            continue
        if claim.kind is Harm.KILLED:
            dead = called[at] | (dead or set())
        elif dead is not None and _is_told_of_before(claim) and _may_be(claim, called[at], dead):
            yield at


def _hurt_then_dead(claims: Sequence[Claim], called: Sequence[Set[str]]) -> Iterator[int]:
    """ "He later died", right behind the one who was hurt."""
    for at, (hurt, claim) in enumerate(pairwise(claims)):
        dies = claim.kind is Harm.KILLED and _is_told_of_before(claim)
        if dies and _is_one_hurt(hurt) and _may_be(claim, called[at + 1], called[at]):
            yield at


def without_needless_events(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, "a fatal shooting" only where nothing else tells of its dead."""
    told = {claim.kind for claim in claims if claim.rule != Way.DEADLY_EVENT and _is_told(claim)}
    needed = (at for at, each in enumerate(claims) if each.rule != Way.DEADLY_EVENT or each.kind not in told)
    return keep(claims, list(needed))


def keep(claims: Sequence[Claim], places: Sequence[int]) -> list[Claim]:
    """The claims at these places; a part still leads to its whole."""
    if len(places) == len(claims):
        return list(claims)
    now: dict[int | None, int] = {at: number for number, at in enumerate(places)}
    return [replace(claims[at], part_of=now.get(claims[at].part_of)) for at in places]


def _is_told(claim: Claim) -> bool:
    return claim.scope is Scope.INCIDENT and claim.count not in (None, Range(0, 0))


def _is_told_of_before(claim: Claim) -> bool:
    """One person, neither counted nor named: "he", "the guard"."""
    uncounted = claim.count == _ONE and claim.quantifier is Quantifier.VAGUE
    return uncounted and _is_told(claim) and not claim.people and claim.part_of is None


def _is_one_hurt(claim: Claim) -> bool:
    return claim.kind is Harm.INJURED and _is_told(claim) and claim.count == _ONE and claim.part_of is None


def _may_be(claim: Claim, mine: Set[str], theirs: Set[str]) -> bool:
    return claim.rule == Way.HE_OR_SHE or not mine or bool(mine & theirs)


def _callings(claim: Claim, words: Sequence[Word], language: str) -> set[str]:
    """The words for people in what a claim of harm rests on; "the victim" calls nobody anything."""
    if not _is_told(claim):
        return set()
    phrases = lexicon(language)
    keys = [word.key for word in words_between(words, claim.span.start, claim.span.end)]
    found: set[str] = set()
    at = 0
    while at < len(keys):
        match = phrases.at(keys, at)
        last = at + (match.length if match else 1) - 1
        if match and match.value.people and not match.value.people.told:
            found.add(keys[last])
        at = last + 1
    return found
