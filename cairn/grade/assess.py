"""The evidence on one incident as a finding: a proposal, with a reason for every number and grade."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cairn.grade.accounts import accounts
from cairn.grade.families import with_families
from cairn.grade.groups import groups
from cairn.grade.parties import belligerents, origins, speakers, without_the_attackers_word
from cairn.grade.people import named_people, tells_apart
from cairn.grade.ranges import Rules, Stated, at_least_named, combine, stated
from cairn.grade.rules import Known, grade, strike_status
from cairn.grade.said import Said, said
from cairn.grade.setting import struck, when, where
from cairn.values import (
    About,
    Belligerent,
    Claim,
    Evidence,
    Finding,
    Harm,
    Range,
    Reason,
    Role,
    Rule,
    Scope,
    Status,
    Victim,
    counted,
)
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict
from cairn.vocabulary.conventions import conventions

_EMPTY = Range(0, 0)


@dataclass(frozen=True, slots=True)
class Measures:
    """What one kind of harm came to."""

    people: Range | None
    combatants: Range | None
    everyone: Range | None
    groups: dict[str, Range]
    reasons: list[Reason]


def assess(evidence: Sequence[Evidence], conflict: Conflict = ANY_CONFLICT) -> Finding:
    """What a record would say if this were all the evidence on one incident."""
    rules: Rules = conventions(conflict.conventions)["accounts"]
    accused = {each.name for each in belligerents(evidence)}
    evidence, relabelled = without_the_attackers_word(evidence, accused)
    people = named_people(evidence, rules["same name part"])
    killed = measure(evidence, Harm.KILLED, people, rules)
    injured = measure(evidence, Harm.INJURED, people, rules)
    missing, _ = combine("missing", stated(_said(evidence, Harm.MISSING, rules), lambda s: s.everyone), rules)
    (date, date_end), dated = when(evidence)
    place, placed = where(evidence, rules["same place km"])
    known = _known(evidence, (killed, injured), conflict)
    status, why_status = strike_status(known)
    proposed, why_grade = grade(known, status)
    return Finding(
        killed=killed.people,
        injured=injured.people,
        combatants_killed=killed.combatants,
        combatants_injured=injured.combatants,
        all_killed=killed.everyone,
        all_injured=injured.everyone,
        killed_by_group=killed.groups,
        injured_by_group=injured.groups,
        missing=missing,
        date=date,
        date_end=date_end,
        place=place,
        belligerents=known.belligerents,
        strike_status=status,
        grade=proposed,
        origins=known.origins,
        people=with_families(people),
        means=tuple(dict.fromkeys(means for each in evidence for means in each.reading.means)),
        struck=struck(evidence),
        reasons=(*killed.reasons, *injured.reasons, *relabelled, *dated, *placed, why_status, why_grade),
        conventions=conflict.conventions,
    )


def _said(evidence: Sequence[Evidence], kind: Harm, rules: Rules) -> list[Said]:
    reach = rules["outlier times"] if len(evidence) == 1 else 0
    return [said(account, reach) for account in accounts(evidence, kind)]


def measure(evidence: Sequence[Evidence], kind: Harm, people: Sequence[Victim], rules: Rules) -> Measures:
    """The ranges of one kind of harm: people, combatants, everyone, and each group."""
    heard = _said(evidence, kind, rules)
    harmed = [victim for victim in people if victim.harm == kind and tells_apart(victim)]
    word = kind.value
    others, why = _with_named(word, stated(heard, lambda s: s.people), harmed, rules)
    combatants, why_combatants = combine(f"combatants {word}", stated(heard, lambda s: s.combatants), rules)
    everyone, _ = _with_named(f"all {word}", stated(heard, lambda s: s.everyone), harmed, rules)
    disputed, _ = combine(f"disputed {word}", stated(heard, lambda s: s.disputed), rules)
    if disputed:
        others, combatants = _in_the_maximum(others, disputed), _in_the_maximum(combatants, disputed)
        words = {"measure": word, "count": counted(disputed)}
        why.append(Reason(About.MAX_DISPUTED, Rule.DISPUTED, words=words))
    of_groups = groups(heard, [victim for victim in people if victim.harm == kind], rules, everyone)
    return Measures(others, combatants, everyone, of_groups, [*why, *why_combatants])


def _with_named(
    measure: str, given: Sequence[Stated], harmed: Iterable[Victim], rules: Rules
) -> tuple[Range | None, list[Reason]]:
    count, why = combine(measure, given, rules)
    raised, why_named = at_least_named(measure, count, [victim.name for victim in harmed], given, rules)
    return raised, [*why, *why_named]


def _in_the_maximum(count: Range | None, disputed: Range) -> Range:
    sure = count or _EMPTY
    return Range(sure.min, None if sure.max is None or disputed.max is None else sure.max + disputed.max)


def _known(evidence: Sequence[Evidence], measures: Sequence[Measures], conflict: Conflict) -> Known:
    named = belligerents(evidence)
    return Known(
        belligerents=named,
        origins=origins(evidence),
        harm_alleged=any(_alleges_harm(each) for each in evidence),
        people=next((m.people for m in measures if m.people and m.people != _EMPTY), None),
        combatants=next((m.combatants for m in measures if m.combatants), None),
        accepted_by=tuple(sorted(speakers(evidence, Status.CIVILIAN) & _claiming(named))),
        conflict=conflict,
        civilians_uncounted=any(_harms_civilians_uncounted(each) for each in evidence),
    )


def _claiming(named: Sequence[Belligerent]) -> set[str]:
    return {each.name for each in named if each.role is Role.CLAIMS}


def _alleges_harm(each: Evidence) -> bool:
    return any(claim.count != _EMPTY for claim in _of_harm(each))


def _harms_civilians_uncounted(each: Evidence) -> bool:
    return any(claim.count is None and claim.who.status is Status.CIVILIAN for claim in _of_harm(each))


def _of_harm(each: Evidence) -> Iterable[Claim]:
    kinds = (Harm.KILLED, Harm.INJURED, Harm.MISSING)
    return (claim for claim in each.reading.claims if claim.scope is Scope.INCIDENT and claim.kind in kinds)
