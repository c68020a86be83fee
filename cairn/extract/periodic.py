"""A belligerent's periodic report as a whole: whether its counts add up, and number the lines under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cairn.extract.admission_sections import Heading, read_heading
from cairn.extract.language import language_of
from cairn.extract.periodic_counts import Counts, read_counts
from cairn.extract.statements import read_statements
from cairn.values import Mismatch, PartialDate, Stage, Verdict

_VERDICTS = (Verdict.CREDIBLE, Verdict.NON_CREDIBLE, Verdict.DUPLICATE)


def mismatches(
    text: str, published: PartialDate | None = None, countries: tuple[str, ...] = ()
) -> Iterator[Mismatch]:
    """Every count that the report's other counts or its own lines do not come to."""
    headings = list(_headings(text))
    starts = [span.start for span, _ in read_statements(text, published, countries)]
    head = text[: min([len(text), *starts, *(at for at, _ in headings)])]
    counts = read_counts(head, language_of(text) or "eng")
    yield from _open_now(counts)
    yield from _completed(counts)
    yield from _lines(counts, headings, starts)


def _headings(text: str) -> Iterator[tuple[int, Heading]]:
    at, before = 0, ""
    for line in text.split("\n"):
        if heading := read_heading(line, before):
            yield at, heading
        at, before = at + len(line) + 1, line


def _open_now(counts: Counts) -> Iterator[Mismatch]:
    """Carried over and new less completed are open now."""
    if all(stage in counts for stage in Stage):
        carried, new, completed, said = (counts[stage] for stage in Stage)
        if carried + new - completed != said:
            parts = tuple((stage, counts[stage]) for stage in Stage if stage is not Stage.OPEN_NOW)
            yield Mismatch(Stage.OPEN_NOW, said, carried + new - completed, parts)


def _completed(counts: Counts) -> Iterator[Mismatch]:
    """What was completed is credible, non-credible or a duplicate; what is not counted may be the rest."""
    parts = tuple((verdict, counts[verdict]) for verdict in _VERDICTS if verdict in counts)
    found, said = sum(count for _, count in parts), counts.get(Stage.COMPLETED)
    if said is not None and (found > said or (found < said and len(parts) == len(_VERDICTS))):
        yield Mismatch(Stage.COMPLETED, said, found, parts)


def _lines(
    counts: Counts, headings: Sequence[tuple[int, Heading]], starts: Sequence[int]
) -> Iterator[Mismatch]:
    """The lines under each heading, beside what it or the head says they are."""
    under = Counter(_verdict_above(headings, start) for start in starts)
    for verdict in dict.fromkeys(heading.verdict for _, heading in headings):
        said = [one.count for _, one in headings if one.verdict is verdict and one.count is not None]
        at_the_head = counts.get(Stage.OPEN_NOW if verdict is Verdict.OPEN else verdict)
        wanted = sum(said) if said else at_the_head
        if wanted is not None and under[verdict] and wanted != under[verdict]:
            yield Mismatch(verdict, wanted, under[verdict])


def _verdict_above(headings: Sequence[tuple[int, Heading]], start: int) -> Verdict | None:
    above = [heading.verdict for at, heading in headings if at <= start]
    return above[-1] if above else None
