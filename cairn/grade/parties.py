"""Who is said to have done it, and on how many independent origins that and the harm rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from cairn.values import About, Belligerent, Claim, Evidence, Range, Reason, Role, Rule, Scope, Status
from cairn.vocabulary.agencies import agency
from cairn.vocabulary.belligerents import named
from cairn.vocabulary.fold import fold
from cairn.vocabulary.grades import several_sources, several_speakers

# What a belligerent says of itself outweighs what others say of it; being accused outweighs denying.
_WEIGHT = {Role.CLAIMS: 2, Role.SUSPECTED: 1, Role.DENIES: 0}


def belligerents(evidence: Sequence[Evidence]) -> tuple[Belligerent, ...]:
    """The belligerents that any report names for the event, those named most first."""
    roles: dict[str, Role] = {}
    times: dict[str, int] = {}
    for each in evidence:
        for one in each.reading.belligerents:
            times[one.name] = times.get(one.name, 0) + 1
            roles[one.name] = max(roles.get(one.name, one.role), one.role, key=_WEIGHT.__getitem__)
    return tuple(Belligerent(name, roles[name]) for name in sorted(times, key=lambda n: -times[n]))


def speaker(claim: Claim) -> str:
    """On whose word it stands: a belligerent by our name for it, another as the report names it; "" for the
    report's own."""
    said = claim.attributed_to or ""
    return named(said) or said


def speakers(evidence: Sequence[Evidence], status: Status) -> set[str]:
    """On whose word people of this status were harmed in this incident."""
    return {speaker(claim) for each in evidence for claim in each.reading.claims if _harms(claim, status)}


def _harms(claim: Claim, status: Status) -> bool:
    return claim.scope is Scope.INCIDENT and claim.who.status is status and claim.count != Range(0, 0)


def without_the_attackers_word(
    evidence: Sequence[Evidence], accused: Collection[str]
) -> tuple[list[Evidence], list[Reason]]:
    """The evidence where people whom only the accused call combatants stay people, with the reason."""
    calling = speakers(evidence, Status.COMBATANT)
    if not calling or not calling <= set(accused):
        return list(evidence), []
    words = {"parties": "; ".join(sorted(calling))}
    why = Reason(About.COMBATANTS, Rule.ONLY_THE_ACCUSED, words=words)
    return [_unlabelled(each) for each in evidence], [why]


def _unlabelled(each: Evidence) -> Evidence:
    claims = tuple(map(_as_people, each.reading.claims))
    return replace(each, reading=replace(each.reading, claims=claims))


def _as_people(claim: Claim) -> Claim:
    if not _harms(claim, Status.COMBATANT):
        return claim
    return replace(claim, who=replace(claim.who, status=Status.UNKNOWN))


def origins(evidence: Sequence[Evidence]) -> int:
    """How many independent voices tell of it: those that reports quote, else the reports' own origins.

    Three papers that quote one hospital are one origin. Where one report is all there is, whoever it quotes
    for anything tells of it, for it is of nothing else; "local sources" are then more than one, and so is
    what it says that "all sources" tell. Where there are more, only those count whom one quotes for the harm.
    """
    if len(evidence) == 1:
        return len(_all_quoted(evidence[0]))
    return len({voice for each in evidence for voice in _quoted_for_harm(each)})


def _all_quoted(each: Evidence) -> set[str]:
    heard = (*each.reading.speakers, *(claim.attributed_to or "" for claim in each.reading.claims))
    quoted = _names(heard)
    several = {f"another of {name}" for name in quoted if _is_plural(name)}
    voices = (quoted | several) or {_own(each)}
    if len(voices) == 1 and several_sources().search(fold(each.report.text)):
        voices.add(f"other sources of {_own(each)}")
    return voices


def _is_plural(name: str) -> bool:
    """Whether a plural opens or ends it: "sources in Qarn", "local media"; the Qarn Media Office is one."""
    words = name.split()
    return bool(several_speakers() & {words[0], words[-1]})


def _quoted_for_harm(each: Evidence) -> set[str]:
    claims = (claim for claim in each.reading.claims if claim.scope is Scope.INCIDENT)
    return _names(claim.attributed_to or "" for claim in claims) or {_own(each)}


def _names(said: Iterable[str]) -> set[str]:
    """Those quoted, each once: an agency by our name for it, whatever language quotes it."""
    return {agency(each) or name for each in said if (name := " ".join(each.casefold().split()))}


def _own(each: Evidence) -> str:
    return each.origin or each.id
