"""A report's words read: claims, figures, when, where, who. Here the parts of extract meet."""

from __future__ import annotations

import re
from dataclasses import replace

from cairn.extract.casualties import casualties
from cairn.extract.in_context import in_context
from cairn.extract.words import words
from cairn.values import Claim, Reading, ReportText, Victim
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict
from cairn.vocabulary.language import three_letters

_ARABIC_LETTER = re.compile("[\u0620-\u064a]")


def read(report: ReportText, conflict: Conflict = ANY_CONFLICT) -> Reading:
    """What one report says, each claim with its span in `report.text`."""
    language = _language(report)
    found = words(report.text)
    claims = casualties(report.text, found, language, conflict.conventions)
    return replace(in_context(report, found, language, claims, conflict), people=_people(claims))


def _language(report: ReportText) -> str:
    if report.language:
        return three_letters(report.language)
    start = report.text[:2000]
    return "ara" if len(_ARABIC_LETTER.findall(start)) * 2 > len(start) / 2 else "eng"


def _people(claims: list[Claim]) -> tuple[Victim, ...]:
    """Each person named once, with the most that is said of them."""
    known: dict[tuple[str, str | None], Victim] = {}
    for claim in claims:
        for person in claim.people:
            known.setdefault((person.name, person.harm), person)
    return tuple(known.values())
