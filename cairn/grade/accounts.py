"""Accounts: what each report says of one kind of harm in an incident, and whose word stands last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cairn.values import Claim, Evidence, Harm, PartialDate, Quantifier, Scope, Way

Numbered = tuple[int, Claim]


@dataclass(frozen=True, slots=True)
class Account:
    """What one report says. `claims` are of one kind of harm and stand in the text's order, each with its
    place among the reading's claims, to which `part_of` points; the paragraph of the first ends at
    `lead_end`. `origin` is shared by copies of one report."""

    report: str
    origin: str
    source: str
    published: PartialDate | None
    claims: tuple[Numbered, ...]
    lead_end: int


def accounts(evidence: Sequence[Evidence], kind: Harm) -> list[Account]:
    """The accounts of one kind of harm in this incident; tolls and background are nobody's account of it."""
    found = [account for each in evidence if (account := _account(each, kind))]
    return _without_superseded(found)


def _account(each: Evidence, kind: Harm) -> Account | None:
    claims = tuple(
        (at, claim)
        for at, claim in enumerate(each.reading.claims)
        if claim.kind is kind and claim.scope is Scope.INCIDENT and not _in_furniture(claim, each)
    )
    report = each.report
    lead_end = _lead_end(report.text, claims) if claims else 0
    title = _headline(each, kind)
    if not any(claim.count for _, claim in claims):
        claims += title
    elif several := next((numbered for numbered in title if _counts_several(numbered[1])), None):
        claims = (_as_whole(several), *claims)
    if not claims:
        return None
    source = " ".join((report.source or f"report {report.id}").casefold().split())
    return Account(report.id, each.origin or report.id, source, report.published, claims, lead_end)


def _headline(each: Evidence, kind: Harm) -> tuple[Numbered, ...]:
    """What the title says, where the text gives no number: often all that was left of a page."""
    titled = enumerate(each.reading.headline, start=len(each.reading.claims))
    return tuple((at, claim) for at, claim in titled if claim.kind is kind and claim.scope is Scope.INCIDENT)


def _counts_several(claim: Claim) -> bool:
    """A title sums up the one event that its report is about: "Two men dead in Hadra". "He kills his six
    grandchildren" may leave somebody out."""
    counted = claim.part_of is None and claim.quantifier is not Quantifier.VAGUE
    several = counted and claim.count is not None and claim.count.min > 1
    return several and claim.rule not in (Way.HARMED_THEM, Way.HARMING_THEM)


def _as_whole(title: Numbered) -> Numbered:
    at, claim = title
    return at, replace(claim, who=replace(claim.who, group=None))


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
    latest: dict[str, PartialDate] = {}
    for each in found:
        if each.published and each.published.is_day and _numbers(each):
            latest[each.source] = max(latest.get(each.source, each.published), each.published)
    return [each for each in found if not _superseded(each, latest.get(each.source))]


def _superseded(each: Account, latest: PartialDate | None) -> bool:
    return bool(latest and each.published and each.published.last_day() < latest.first_day())


def _numbers(each: Account) -> bool:
    return any(claim.count is not None for _, claim in each.claims)
