"""Who is said to have done it, and on how many independent origins that and the harm rest."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.values import Belligerent, Evidence, Role
from cairn.vocabulary.fold import fold
from cairn.vocabulary.grades import several_sources, several_speakers

# What a belligerent says of itself outweighs what others say of it; being accused outweighs denying.
_WEIGHT = {Role.CLAIMS: 2, Role.SUSPECTED: 1, Role.DENIES: 0}


def belligerents(evidence: Sequence[Evidence]) -> tuple[Belligerent, ...]:
    """The belligerents that any report names for the event, those named most first."""
    roles: dict[str, Role] = {}
    named: dict[str, int] = {}
    for each in evidence:
        for one in each.reading.belligerents:
            named[one.name] = named.get(one.name, 0) + 1
            roles[one.name] = max(roles.get(one.name, one.role), one.role, key=_WEIGHT.__getitem__)
    return tuple(Belligerent(name, roles[name]) for name in sorted(named, key=lambda n: -named[n]))


def accused(named: Sequence[Belligerent]) -> list[str]:
    """A belligerent that only denies is accused too: nobody denies what nobody alleges."""
    return [each.name for each in named]


def origins(evidence: Sequence[Evidence]) -> int:
    """How many independent voices tell of it: those that reports quote, else the reports' own origins.

    Three papers that quote one hospital are one origin. "Local sources" are more than one, and so is what a
    report says that "all sources" tell.
    """
    return len({voice for each in evidence for voice in _voices(each)})


def _voices(each: Evidence) -> set[str]:
    named = (*each.reading.speakers, *(claim.attributed_to or "" for claim in each.reading.claims))
    quoted = {name for said in named if (name := " ".join(said.casefold().split()))}
    several = {f"another of {name}" for name in quoted if several_speakers() & set(name.split())}
    voices = (quoted | several) or {each.origin or each.id}
    if len(voices) == 1 and several_sources().search(fold(each.report.text)):
        voices.add(f"other sources of {each.origin or each.id}")
    return voices
