""" "Another 21 on Friday", behind a toll and without a town: an addition to the toll, and no event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cairn.extract.context import Context
from cairn.extract.words import Word, words_between
from cairn.values import Claim, Harm, Precision, Range, Scope
from cairn.vocabulary.lexicon import lexicon


def with_additions(
    claims: Sequence[Claim], words: Sequence[Word], language: str, known: Context
) -> list[Claim]:
    """The claims, those that only add to the tolls told before them marked as tolls."""
    said: list[Claim] = []
    scopes: dict[Harm, set[Scope]] = {}  # of every count told so far, by its kind
    for claim in claims:
        adds = _told_of_tolls_alone(claim, scopes) and _adds(claim, words, language, known)
        if adds or _is_part_of_a_toll(claim, said):
            claim = replace(claim, scope=Scope.TOLL)
        if _is_counted(claim):
            scopes.setdefault(claim.kind, set()).add(claim.scope)
        said.append(claim)
    return said


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
