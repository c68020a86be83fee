"""What stands behind a toll and is of it: "another 21 on Friday" without a town, and how it divides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cairn.extract.context import Context
from cairn.extract.words import Word, words_between
from cairn.values import Claim, Harm, Precision, Range, Scope
from cairn.vocabulary.lexicon import lexicon

_DIVIDED_FROM = 10  # two events of a day soon add up to a smaller number by themselves


def with_additions(
    claims: Sequence[Claim], words: Sequence[Word], language: str, known: Context
) -> list[Claim]:
    """The claims, those that only add to the tolls told before them, or divide them, marked as tolls."""
    said: list[Claim] = []
    scopes: dict[Harm, set[Scope]] = {}  # of every count told so far, by its kind
    divided = _divisions(claims)
    for at, claim in enumerate(claims):
        adds = at in divided or (_told_of_tolls_alone(claim, scopes) and _adds(claim, words, language, known))
        if adds or _is_part_of_a_toll(claim, said):
            claim = replace(claim, scope=Scope.TOLL)
        if _is_counted(claim):
            scopes.setdefault(claim.kind, set()).add(claim.scope)
        said.append(claim)
    return said


def _divisions(claims: Sequence[Claim]) -> set[int]:
    """The claims behind a toll that together come to its number: "86 since January": "53 there, 33 here"."""
    found: set[int] = set()
    last: dict[Harm, tuple[int, list[int]]] = {}  # of each kind, what is left of the toll, and who was in it
    for at, claim in enumerate(claims):
        if not _is_counted(claim) or claim.count is None:
            continue
        if claim.scope is Scope.TOLL:
            last[claim.kind] = (claim.count.min if claim.count.min >= _DIVIDED_FROM else 0, [])
        elif claim.scope is Scope.INCIDENT and claim.kind in last:
            left, behind = last.pop(claim.kind)
            left, behind = left - claim.count.min, [*behind, at]
            if left > 0:
                last[claim.kind] = (left, behind)
            elif left == 0 and len(behind) > 1:
                found.update(behind)
    return found


def _is_part_of_a_toll(claim: Claim, said: Sequence[Claim]) -> bool:
    whole = claim.part_of
    return whole is not None and whole < len(said) and said[whole].scope is Scope.TOLL


def _told_of_tolls_alone(claim: Claim, scopes: Mapping[Harm, set[Scope]]) -> bool:
    """Whether this counts an event's people, and every count of its kind before it was a toll."""
    return claim.scope is Scope.INCIDENT and _is_counted(claim) and scopes.get(claim.kind) == {Scope.TOLL}


def _is_counted(claim: Claim) -> bool:
    return claim.part_of is None and claim.count not in (None, Range(0, 0))


def _adds(claim: Claim, words: Sequence[Word], language: str, known: Context) -> bool:
    """Whether it counts more than those told of, and its sentence names no place finer than a country."""
    here = known.places_in(known.sentence(claim.span.start))
    towns = (each for each in here if each.place.precision not in (None, Precision.COUNTRY))
    return _says_more(claim, words, language) and not any(towns)


def _says_more(claim: Claim, words: Sequence[Word], language: str) -> bool:
    phrases = lexicon(language)
    keys = [word.key for word in words_between(words, claim.span.start, claim.span.end)]
    found = (phrases.at(keys, at) for at in range(len(keys)))
    return any(match.value.people and match.value.people.other for match in found if match)
