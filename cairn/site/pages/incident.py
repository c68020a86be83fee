"""One incident: what is said of it, and everything by which that can be checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cairn.records.shown import Dossier, Told
from cairn.site.contents import Contents, code_of
from cairn.site.highlight import Piece, pieces
from cairn.values import Claim, Finding, KnownIncident, Range

RIGHT_TO_LEFT = frozenset({"ara", "arb", "fas", "pes", "heb", "kur", "ckb", "urd", "pus", "syr", "azb"})
# ISO 639-3 to the shorter tags that browsers and screen readers know.
TAGS = {
    "eng": "en",
    "ara": "ar",
    "rus": "ru",
    "ukr": "uk",
    "fra": "fr",
    "spa": "es",
    "tur": "tr",
    "heb": "he",
}

COUNTS = (
    "killed",
    "injured",
    "combatants_killed",
    "combatants_injured",
    "all_killed",
    "all_injured",
    "missing",
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim under the number by which the page links its figure to its words."""

    number: int
    claim: Claim
    shown: bool


@dataclass(frozen=True, slots=True)
class ReportShown:
    number: int
    told: Told
    pieces: tuple[Piece, ...]
    claims: tuple[Numbered, ...]
    language: str
    direction: str

    @property
    def link(self) -> str:
        """The address where it is one that a browser may follow; any other scheme is only shown."""
        return self.told.address if self.told.address.startswith(("https://", "http://")) else ""


def names(contents: Contents) -> Iterator[str]:
    yield from (f"incident/{contents.files[known.id]}" for known in contents.incidents)
    yield from (f"incident/{name}" for name in contents.moved)


def context(contents: Contents, name: str) -> dict[str, Any] | None:
    file = name.removeprefix("incident/")
    if known := contents.by_file.get(file):
        return _of(contents, known)
    if file in contents.moved:
        target = contents.moved[file]
        return {"template": "site/moved.html", "moved_to": f"incident/{contents.files[target]}"}
    return None


def _of(contents: Contents, known: KnownIncident) -> dict[str, Any]:
    behind = contents.dossier(known.id)
    reports = [shown(number, told) for number, told in enumerate(behind.reports, 1)]
    return {
        "known": known,
        "found": known.finding,
        "code": code_of(known),
        "counts": counts(known.finding),
        "groups": groups(known.finding),
        "reasons": reasons(known.finding, reports),
        "reports": reports,
        "dossier": behind,
        "history": history(behind),
        "withheld": sum(told.confidential for told in behind.reports),
    }


def counts(found: Finding) -> list[tuple[str, Range | None]]:
    """Killed and injured always, unknown or not; the others where somebody said."""
    every = [(name, getattr(found, name)) for name in COUNTS]
    return [(name, counted) for name, counted in every if counted or name in ("killed", "injured")]


def groups(found: Finding) -> list[tuple[str, Range | None, Range | None]]:
    named = dict.fromkeys([*found.killed_by_group, *found.injured_by_group])
    return [(name, found.killed_by_group.get(name), found.injured_by_group.get(name)) for name in named]


def reasons(found: Finding, reports: list[ReportShown]) -> list[dict[str, Any]]:
    """Each reason with links to the reports it rests on."""
    numbers = {report.told.id: report.number for report in reports}
    return [
        {
            "reason": reason,
            "reports": [numbers[id_] for id_ in reason.reports if id_ in numbers],
        }
        for reason in found.reasons
    ]


def history(behind: Dossier) -> list[dict[str, Any]]:
    """The judgements, newest first, each with what it changed from the one before."""
    told = []
    before: Finding | None = None
    for one in behind.assessments:
        told.append({"judged": one, "from": before})
        before = one.finding if one.kind != "rejection" else before
    return told[::-1]


def shown(number: int, told: Told) -> ReportShown:
    """A report with its claims numbered and marked; a claim whose words are not in the text is not marked."""
    text = told.text or ""
    numbered = tuple(Numbered(n, claim, claim.span.stands_in(text)) for n, claim in enumerate(told.claims, 1))
    cut = pieces(text, [one.claim.span for one in numbered])
    language = told.language or ""
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr" if language else "auto"
    return ReportShown(number, told, tuple(cut), numbered, TAGS.get(language, language), direction)
