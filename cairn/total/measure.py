"""What a total may count: whom, and what was done to them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from cairn.values import Finding, Group, KnownIncident, Range, Rule, Verdict, count_of, envelope
from cairn.vocabulary.conventions import conventions

# A belligerent that calls an allegation non-credible concedes nothing, whatever it conceded before.
WITHDRAWN = frozenset({Verdict.NON_CREDIBLE, Verdict.DUPLICATE})


class Measure(StrEnum):
    """Whom a sum is over, in the words that stand above it.

    "killed" and "injured" are people not identified as combatants; "disputed" are those in their maximum
    whose being civilians is disputed; "conceded" is what belligerents admit, beside what is recorded.
    """

    KILLED = "killed"
    INJURED = "injured"
    CHILDREN_KILLED = "children killed"
    WOMEN_KILLED = "women killed"
    CONCEDED_KILLED = "conceded killed"
    MEN_KILLED = "men killed"
    PROTECTED_KILLED = "protected killed"
    CHILDREN_INJURED = "children injured"
    WOMEN_INJURED = "women injured"
    MEN_INJURED = "men injured"
    PROTECTED_INJURED = "protected injured"
    CONCEDED_INJURED = "conceded injured"
    COMBATANTS_KILLED = "combatants killed"
    COMBATANTS_INJURED = "combatants injured"
    EVERYONE_KILLED = "everyone killed"
    EVERYONE_INJURED = "everyone injured"
    DISPUTED_KILLED = "disputed killed"
    DISPUTED_INJURED = "disputed injured"
    MISSING = "missing"

    @property
    def key(self) -> str:
        """Its name in a file: `children_killed`, with `_min` and `_max` behind it."""
        return self.value.replace(" ", "_")

    @property
    def conceded(self) -> bool:
        return self in (Measure.CONCEDED_KILLED, Measure.CONCEDED_INJURED)


SHOWN = (
    Measure.KILLED,
    Measure.INJURED,
    Measure.CHILDREN_KILLED,
    Measure.WOMEN_KILLED,
    Measure.CONCEDED_KILLED,
)
RECORDED = tuple(each for each in Measure if not each.conceded)

_WHOLE = {
    Measure.KILLED: "killed",
    Measure.INJURED: "injured",
    Measure.COMBATANTS_KILLED: "combatants_killed",
    Measure.COMBATANTS_INJURED: "combatants_injured",
    Measure.EVERYONE_KILLED: "all_killed",
    Measure.EVERYONE_INJURED: "all_injured",
    Measure.MISSING: "missing",
}


def recorded(finding: Finding, measure: Measure) -> Range | None:
    """What a finding says of one measure; None where nobody said. What is conceded is no finding's."""
    if measure in _WHOLE:
        found: Range | None = getattr(finding, _WHOLE[measure])
        return found
    whom, _, harm = measure.partition(" ")
    if whom == "disputed":
        return _disputed(finding, harm)
    by_group = finding.killed_by_group if harm == "killed" else finding.injured_by_group
    return _protected(by_group) if whom == "protected" else by_group.get(Group(whom))


def _disputed(finding: Finding, harm: str) -> Range | None:
    """People whom some call civilians and others do not: the finding's reasons hold their number."""
    said = (one.words for one in finding.reasons if one.rule is Rule.DISPUTED)
    return next((count_of(words["count"]) for words in said if words.get("measure") == harm), None)


def _protected(by_group: Mapping[str, Range]) -> Range | None:
    """An aid worker may be a medical worker too: at least the largest of the groups, at most all of them."""
    found = [by_group[group] for group in protected_groups() if group in by_group]
    if not found:
        return None
    ceilings = [each.max for each in found if each.max is not None]
    return Range(max(each.min for each in found), sum(ceilings) if len(ceilings) == len(found) else None)


@cache
def protected_groups() -> tuple[str, ...]:
    return tuple(Group(name).value for name in conventions()["protected"])


def conceded(
    incident: KnownIncident, conceding: frozenset[str] | None = None, harm: str = "killed"
) -> Range | None:
    """What is conceded in one incident, by these belligerents or, for None, by any.

    Two that concede the same deaths concede them once.
    """
    return envelope(
        count
        for each in incident.concessions
        if each.verdict not in WITHDRAWN
        and (conceding is None or each.belligerent in conceding)
        and (count := each.killed if harm == "killed" else each.injured) is not None
    )
