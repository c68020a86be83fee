"""A belligerent's own report taken apart into its lines on single allegations, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cairn.extract.admission_head import read_head
from cairn.extract.admissions import read_admission
from cairn.extract.belligerents import find_belligerents
from cairn.extract.words import words
from cairn.values import (
    AdmissionLine,
    Claim,
    Harm,
    PartialDate,
    Range,
    Reading,
    Role,
    Scope,
    Span,
    Status,
    Verdict,
)

_LINE = re.compile(r"[^\n]*\n?")


def read_statements(
    text: str, published: PartialDate | None = None, countries: tuple[str, ...] = ()
) -> Iterator[tuple[Span, AdmissionLine]]:
    """Each stretch that speaks of one allegation."""
    for start, end in _stretches(text):
        line = read_admission(text[start:end], published, countries)
        if _is_statement(line):
            yield Span.of(text, start, end), line


def _is_statement(line: AdmissionLine) -> bool:
    """A verdict in so many words; or harm told under a head, because news of harm is no admission."""
    if line.verdict is Verdict.CREDIBLE:
        return bool(line.date or line.codes or line.report_number or line.mgrs)
    return line.verdict is not Verdict.NONE


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """From one dated head to the next, or to an empty line: pages break lines where they like."""
    start = end = 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if (not line or read_head(line).date) and text[start:end].strip():
            yield _trimmed(text, start, end)
            start = match.start()
        end = match.end()
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def speaker_of(source: str, countries: tuple[str, ...] = ()) -> str | None:
    """The belligerent that publishes under this name; None for anybody else."""
    named = {each.name for each in find_belligerents(source, words(source), countries)}
    return named.pop() if len(named) == 1 else None


def quoted_statements(reading: Reading) -> Iterator[tuple[str, Span, AdmissionLine]]:
    """Harm a report quotes a belligerent for, where it claims the strike or nobody else is accused."""
    owning = {each.name for each in reading.belligerents if each.role is Role.CLAIMS}
    owning = owning or _only_accused(reading)
    for claim in reading.claims:
        speaker = speaker_of(claim.attributed_to or "") if _concedes(claim) else None
        if speaker in owning and speaker is not None:
            killed, injured = (
                claim.count if claim.kind is kind else None for kind in (Harm.KILLED, Harm.INJURED)
            )
            line = AdmissionLine(
                Verdict.CREDIBLE, None, killed, injured, claim.date, claim.date_end, claim.place
            )
            yield speaker, claim.span, line


def _only_accused(reading: Reading) -> set[str]:
    accused = {each.name for each in reading.belligerents if each.role is Role.SUSPECTED}
    return accused if len(accused) == 1 else set()


def _concedes(claim: Claim) -> bool:
    """A count of people harmed in one event, who are not called combatants."""
    counted = claim.count is not None and claim.count != Range(0, 0)
    harmed = claim.kind in (Harm.KILLED, Harm.INJURED) and claim.who.status is not Status.COMBATANT
    return counted and harmed and claim.who.group is None and claim.scope is Scope.INCIDENT
