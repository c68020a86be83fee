"""Accounts: what each speaker says of an incident. An analyst who quotes three sources gives four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.values import Claim, Evidence, Harm, PartialDate, Scope

Numbered = tuple[int, Claim]


@dataclass(frozen=True, slots=True)
class Account:
    """One speaker's word in one report. `claims` are of one kind of harm and stand in the text's order,
    each with its place among the reading's claims, to which `part_of` points."""

    speaker: str
    report: str
    source: str
    published: PartialDate | None
    claims: tuple[Numbered, ...]

    @property
    def quoted(self) -> bool:
        """Whether the report quotes somebody for this, rather than saying it itself."""
        return bool(self.speaker)


def accounts(evidence: Sequence[Evidence], kind: Harm) -> list[Account]:
    """The accounts of one kind of harm in this incident; tolls and background are nobody's account of it."""
    found = [account for each in evidence for account in _of_report(each, kind)]
    return _without_superseded(found)


def _of_report(each: Evidence, kind: Harm) -> list[Account]:
    by_speaker: dict[str, list[Numbered]] = {}
    for at, claim in enumerate(each.reading.claims):
        if claim.kind is kind and claim.scope is Scope.INCIDENT:
            by_speaker.setdefault(_name(claim.attributed_to), []).append((at, claim))
    report = each.report
    source = _name(report.source) or f"report {report.id}"
    return [
        Account(speaker, report.id, source, report.published, tuple(claims))
        for speaker, claims in by_speaker.items()
    ]


def _name(speaker: str | None) -> str:
    return " ".join((speaker or "").casefold().split())


def _without_superseded(found: list[Account]) -> list[Account]:
    """A source's later word takes the place of its earlier one; it is not a second account.

    Only where both days are known and differ: of two reports of one day nobody can say which came last.
    """
    latest: dict[tuple[str, str], PartialDate] = {}
    for each in found:
        if each.published and each.published.is_day and _numbers(each):
            key = (each.source, each.speaker)
            latest[key] = max(latest.get(key, each.published), each.published)
    return [each for each in found if not _superseded(each, latest.get((each.source, each.speaker)))]


def _superseded(each: Account, latest: PartialDate | None) -> bool:
    return bool(latest and each.published and each.published.last_day() < latest.first_day())


def _numbers(each: Account) -> bool:
    return any(claim.count is not None for _, claim in each.claims)
