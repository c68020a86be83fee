"""The words around a belligerent and a speaker: forces, deeds, "by", "against", "said". One table for all."""

from __future__ import annotations

from functools import cache

from cairn.vocabulary.fold import fold
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

# In this order: what a phrase says first is what it says.
_KINDS = ("done_by", "denies", "claims", "done_to")


@cache
def leads() -> Phrases[frozenset[str]]:
    """Phrase → all that it says of the one it stands beside, of `done_by`, `done_to`, `claims`, `denies`."""
    kinds: dict[str, frozenset[str]] = {}
    for name in _KINDS:
        for phrase in words(name):
            kinds[phrase] = kinds.get(phrase, frozenset()) | {name}
    return Phrases(kinds.items(), hang_on=("و", "ف"))


@cache
def words(name: str) -> frozenset[str]:
    """The folded phrases of one of the lists: `forces`, `deeds`, `done_to_after`, `says` …"""
    return frozenset(fold(str(each)) for code in languages() for each in section(code, "who").get(name) or ())


@cache
def phrases(name: str) -> Phrases[str]:
    return Phrases(((phrase, name) for phrase in sorted(words(name))), hang_on=("و", "ف", "ب"))
