"""A reading laid over its report: which stretch of the words rests under which claim or figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.values import Claim, Figure, Reading, ReportText, Span
from cairn.values.span import stretches


@dataclass(frozen=True, slots=True)
class Note:
    """A claim or figure under the label that marks it: "1" in the text, "T1" in the title, "F1" for a figure.

    `part_of` is the label of the claim that holds these people. `marked`: its span stands in the words.
    """

    label: str
    said: Claim | Figure
    marked: bool
    part_of: str = ""

    @property
    def is_figure(self) -> bool:
        return isinstance(self.said, Figure)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of words, the notes that lie over it, outermost first, and those that begin and end with it.

    `furniture`: the page added these words around the report.
    """

    text: str
    notes: tuple[Note, ...] = ()
    begins: tuple[Note, ...] = ()
    ends: tuple[Note, ...] = ()
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report with all that was read in it, ready to be shown. `title` and `text` are whole when joined."""

    report: ReportText
    reading: Reading
    title: tuple[Marked, ...]
    text: tuple[Marked, ...]
    claims: tuple[Note, ...]
    headline: tuple[Note, ...]
    figures: tuple[Note, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*self.headline, *self.claims, *self.figures)


def explain(report: ReportText, reading: Reading) -> Explanation:
    """The report marked with its reading. A span that does not stand in the words marks nothing."""
    title, text = report.title or "", report.text
    labels = [str(at) for at, _ in enumerate(reading.claims, 1)]
    labels += [f"T{at}" for at, _ in enumerate(reading.headline, 1)]
    claims = _notes(reading.claims, labels, 0, text)
    headline = _notes(reading.headline, labels, len(claims), title)
    figures = tuple(
        Note(f"F{at}", figure, figure.span.stands_in(text)) for at, figure in enumerate(reading.figures, 1)
    )
    in_text = _marked(text, (*claims, *figures), reading.furniture)
    return Explanation(report, reading, _marked(title, headline, ()), in_text, claims, headline, figures)


def _notes(claims: Sequence[Claim], labels: Sequence[str], first: int, words: str) -> tuple[Note, ...]:
    """The notes of claims whose labels begin at `first`."""
    return tuple(
        Note(
            label,
            claim,
            claim.span.stands_in(words),
            "" if claim.part_of is None else labels[claim.part_of],
        )
        for label, claim in zip(labels[first:], claims, strict=False)
    )


def _marked(text: str, notes: Sequence[Note], furniture: Sequence[tuple[int, int]]) -> tuple[Marked, ...]:
    shown = [note for note in notes if note.marked]
    spans = [*furniture, *(_ends(note.said.span) for note in shown)]
    beside = len(furniture)

    def among(places: Sequence[int]) -> tuple[Note, ...]:
        return tuple(shown[at - beside] for at in places if at >= beside)

    return tuple(
        Marked(
            each.text,
            among(each.over),
            among(each.begins),
            among(each.ends),
            any(at < beside for at in each.over),
        )
        for each in stretches(text, spans, 0, len(text))
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
