"""A belligerent's own report taken apart into its lines on single allegations, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cairn.extract.admission_head import read_head
from cairn.extract.admission_sections import read_heading
from cairn.extract.admissions import read_admission
from cairn.extract.belligerents import find_belligerents
from cairn.extract.language import language_of
from cairn.extract.periodic_counts import read_counts
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
_NARROW = 20  # letters: of a line so short a date may be cut in two


def read_statements(
    text: str, published: PartialDate | None = None, countries: tuple[str, ...] = ()
) -> Iterator[tuple[Span, AdmissionLine]]:
    """Each stretch that speaks of one allegation; where it says no verdict itself, its heading's."""
    for start, end, section in _stretches(text):
        line = read_admission(text[start:end], published, countries, section)
        if _is_statement(line, section, text[start:end]):
            yield Span.of(text, start, end), line


def _is_statement(line: AdmissionLine, section: Verdict | None, words: str) -> bool:
    """A verdict in so many words; or harm told under a head, because news of harm is no admission.

    Under a heading, what has neither day nor number is the belligerent's talk about the lines; so is what
    counts reports ("11 reports are still open").
    """
    if line.verdict is Verdict.NONE:
        return False
    if line.codes or line.report_number or line.mgrs or (line.date and line.place):
        return True
    if read_counts(words, language_of(words) or "eng"):
        return False
    return bool(line.date) or line.verdict not in (Verdict.CREDIBLE, section)


def _stretches(text: str) -> Iterator[tuple[int, int, Verdict | None]]:
    """From one dated head to the next, to a heading or to an empty line: pages break lines where they like.

    Each with the verdict of the heading above it.
    """
    start = end = 0
    before, section = "", None
    for match in _LINE.finditer(text):
        line = match[0].strip()
        heading = read_heading(line, before)
        if (not line or heading or _is_head(line, text[match.end() : match.end() + _NARROW])) and text[
            start:end
        ].strip():
            yield *_trimmed(text, start, end), section
            start = match.start()
        if heading:
            start, section = match.end(), heading.verdict
        before, end = line, match.end()
    if text[start:end].strip():
        yield *_trimmed(text, start, end), section


def _is_head(line: str, following: str) -> bool:
    """Whether a line on an allegation begins here; in a narrow column its date goes on below."""
    below = following.partition("\n")[0]
    whole = f"{line} {below}" if len(line) < _NARROW else line
    return any(read_head(said).date for said in dict.fromkeys((line, whole)))


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
