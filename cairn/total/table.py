"""An answer as JSON, as CSV and as a table to read; the question stands on each of them."""

from __future__ import annotations

import csv
import io
from typing import Any

from cairn.total.answer import Answer, Key
from cairn.total.measure import Measure
from cairn.total.question import Contested
from cairn.total.tally import Tally
from cairn.values import Range, to_json

ENVELOPE = "Minima and maxima are summed apart: an envelope, not a confidence interval."


def as_json(answer: Answer) -> dict[str, Any]:
    """The mapping that `cairn total --format json` prints: a sum is [min, max], null when nobody said.

    It has `notes` only where there are some: what was asked for that the whole record does not have.
    """
    return {
        "question": answer.heading,
        "rows": [{**_named(answer, row.key), **as_numbers(row.tally)} for row in answer.rows],
        "total": as_numbers(answer.total),
        "astride": answer.astride,
        "left_unreviewed": answer.left_unreviewed,
        **({"notes": list(answer.notes)} if answer.notes else {}),
    }


def _named(answer: Answer, key: Key) -> dict[str, str | None]:
    return {axis.value: part for axis, part in zip(answer.question.by, key, strict=True)}


def as_numbers(tally: Tally) -> dict[str, Any]:
    said: dict[str, Any] = {"incidents": tally.incidents, "unknown": tally.unknown}
    for measure in tally.sums:
        said[measure.key] = to_json(_range(tally, measure))
    said["open_ceilings"] = _open(tally)
    said["unreviewed"] = tally.unreviewed
    return said


def _range(tally: Tally, measure: Measure) -> Range | None:
    """A sum's range; over no incidents at all it is nought, over incidents that nobody numbered unknown."""
    return tally.sums[measure].range if tally.incidents else Range.exactly(0)


def _open(tally: Tally) -> int:
    """Incidents with a floor and no ceiling: among the dead, or where these are not asked for the most."""
    dead = tally.sums.get(Measure.KILLED)
    return dead.open if dead else max((found.open for found in tally.sums.values()), default=0)


def as_csv(answer: Answer) -> str:
    """A row for each row and one for the total; the first column holds the question, so no row loses it."""
    axes = [axis.value for axis in answer.question.by]
    out = io.StringIO(newline="")
    bounds = [f"{each.key}_{bound}" for each in answer.question.measures for bound in ("min", "max")]
    writer = csv.writer(out)
    writer.writerow(
        ["question", "row", *axes, "incidents", "unknown", *bounds, "open_ceilings", "unreviewed"]
    )
    for row in answer.rows:
        named = ["" if part is None else part for part in row.key]
        writer.writerow([answer.heading, "row", *named, *_cells(row.tally)])
    writer.writerow([answer.heading, "total", *("" for _ in axes), *_cells(answer.total)])
    return out.getvalue()


def _cells(tally: Tally) -> list[int | str]:
    cells: list[int | str] = [tally.incidents, tally.unknown]
    for measure in tally.sums:
        found = _range(tally, measure)
        cells += ["", ""] if found is None else [found.min, "" if found.max is None else found.max]
    return [*cells, _open(tally), tally.unreviewed]


def as_text(answer: Answer) -> str:
    """A table for a terminal, the question above it and what was left out below it."""
    axes = [axis.value for axis in answer.question.by]
    head = [*axes, "incidents", "unknown", *answer.question.measures]
    body = [[*(part or "not said" for part in row.key), *_words(row.tally)] for row in answer.rows]
    last = [*("total" if i == 0 else "" for i in range(len(axes))), *_words(answer.total)]
    lines = aligned([head, *body, last], len(axes))
    rule = "─" * max(map(len, lines))
    table = [lines[0], rule, *lines[1:-1], *([rule] if body else []), lines[-1]]
    return "\n".join([answer.heading, "", *table, "", *_notes(answer)])


def _words(tally: Tally) -> list[str]:
    counts = [spelt(_range(tally, measure)) for measure in tally.sums]
    return [f"{tally.incidents:,}", f"{tally.unknown:,}", *counts]


def spelt(count: Range | None) -> str:
    """With thousands set apart, and a dash for what nobody numbered."""
    if count is None:
        return "–"
    if count.max is None:
        return f"at least {count.min:,}"
    return f"{count.min:,}" if count.min == count.max else f"{count.min:,}–{count.max:,}"


def aligned(rows: list[list[str]], left: int) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _notes(answer: Answer) -> list[str]:
    """What a reader must know beside the numbers."""
    notes = [ENVELOPE]
    if without := _open(answer.total):
        notes.append(f"Incidents with a floor and no ceiling: {without}; nor has the total one.")
    if answer.question.contested is Contested.MAXIMUM:
        notes.append("What may have been another belligerent's doing is in no belligerent's minimum.")
    if answer.astride:
        notes.append(f"Left out, {_why_astride(answer)}: {answer.astride}.")
    if answer.left_unreviewed:
        notes.append(
            f"Left out, reviewed by nobody yet: {answer.left_unreviewed}; --provisional counts them."
        )
    return [*notes, *answer.notes]


def _why_astride(answer: Answer) -> str:
    if answer.question.area:
        return "their date or place unknown or only partly in what was asked for"
    return "their date unknown or only partly in the period"
