"""Accounts: what each speaker says of an incident. An analyst who quotes three sources gives four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.values import Claim, Evidence, Harm, PartialDate, Scope

Numbered = tuple[int, Claim]


@dataclass(frozen=True, slots=True)
class Account:
    """One speaker's word in one report. `claims` are of one kind of harm and stand in the text's order,
    each with its place among the reading's claims, to which `part_of` points; the paragraph of the first
    ends at `lead_end`. `origin` is shared by copies of one report."""

    speaker: str
    report: str
    origin: str
    source: str
    published: PartialDate | None
    claims: tuple[Numbered, ...]
    lead_end: int


def accounts(evidence: Sequence[Evidence], kind: Harm) -> list[Account]:
    """The accounts of one kind of harm in this incident; tolls and background are nobody's account of it."""
    found = [account for each in evidence for account in _of_report(each, kind)]
    return _without_superseded(found)


def _of_report(each: Evidence, kind: Harm) -> list[Account]:
    by_speaker: dict[str, list[Numbered]] = {}
    for at, claim in enumerate(each.reading.claims):
        if claim.kind is kind and claim.scope is Scope.INCIDENT and not _in_furniture(claim, each):
            by_speaker.setdefault(_name(claim.attributed_to), []).append((at, claim))
    return [_account(each, speaker, claims) for speaker, claims in by_speaker.items()]


def _account(each: Evidence, speaker: str, claims: Sequence[Numbered]) -> Account:
    report = each.report
    return Account(
        speaker,
        report.id,
        each.origin or report.id,
        _name(report.source) or f"report {report.id}",
        report.published,
        tuple(claims),
        _lead_end(report.text, claims),
    )


def _in_furniture(claim: Claim, each: Evidence) -> bool:
    """Whether it stands in what the page added: a comment or another headline is not this report's word."""
    return any(start <= claim.span.start < end for start, end in each.reading.furniture)


def _lead_end(text: str, claims: Sequence[Numbered]) -> int:
    """Where the paragraph of the first counted claim ends."""
    first = next((claim for _, claim in claims if claim.count is not None), claims[0][1])
    end = text.find("\n", first.span.end)
    return len(text) if end < 0 else end


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
