"""An answer as JSON, as CSV and as a table to read; the question stands on each of them."""

from __future__ import annotations

import csv
import io
from typing import Any

from cairn.total.answer import Answer, Key
from cairn.total.tally import Sum, Tally
from cairn.values import Range, to_json

SUMS = ("killed", "injured", "children_killed", "women_killed", "conceded_killed")
ENVELOPE = "Minima and maxima are summed apart: an envelope, not a confidence interval."


def as_json(answer: Answer) -> dict[str, Any]:
    """The mapping that `cairn total --format json` prints: a sum is [min, max], null when nobody said."""
    return {
        "question": answer.heading,
        "rows": [{**_named(answer, row.key), **_numbers(row.tally)} for row in answer.rows],
        "total": _numbers(answer.total),
        "astride": answer.astride,
        "left_unreviewed": answer.left_unreviewed,
    }


def _named(answer: Answer, key: Key) -> dict[str, str | None]:
    return {axis.value: part for axis, part in zip(answer.question.by, key, strict=True)}


def _numbers(tally: Tally) -> dict[str, Any]:
    said: dict[str, Any] = {"incidents": tally.incidents, "unknown": tally.unknown}
    for name in SUMS:
        said[name] = to_json(_range(tally, name))
    said["open_ceilings"] = tally.killed.open
    said["unreviewed"] = tally.unreviewed
    return said


def _range(tally: Tally, name: str) -> Range | None:
    """A sum's range; over no incidents at all it is nought, over incidents that nobody numbered unknown."""
    found: Sum = getattr(tally, name)
    return found.range if tally.incidents else Range.exactly(0)


def as_csv(answer: Answer) -> str:
    """A row for each row and one for the total; the first column holds the question, so no row loses it."""
    axes = [axis.value for axis in answer.question.by]
    out = io.StringIO(newline="")
    bounds = [f"{name}_{bound}" for name in SUMS for bound in ("min", "max")]
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
    for name in SUMS:
        found = _range(tally, name)
        cells += ["", ""] if found is None else [found.min, "" if found.max is None else found.max]
    return [*cells, tally.killed.open, tally.unreviewed]


def as_text(answer: Answer) -> str:
    """A table for a terminal, the question above it and what was left out below it."""
    axes = [axis.value for axis in answer.question.by]
    head = [*axes, "incidents", "unknown", *(name.replace("_", " ") for name in SUMS)]
    body = [[*(part or "not said" for part in row.key), *_words(row.tally)] for row in answer.rows]
    last = [*("total" if i == 0 else "" for i in range(len(axes))), *_words(answer.total)]
    lines = _aligned([head, *body, last], len(axes))
    rule = "─" * max(map(len, lines))
    table = [lines[0], rule, *lines[1:-1], *([rule] if body else []), lines[-1]]
    return "\n".join([answer.heading, "", *table, "", *_notes(answer)])


def _words(tally: Tally) -> list[str]:
    counts = [_spelt(_range(tally, name)) for name in SUMS]
    return [f"{tally.incidents:,}", f"{tally.unknown:,}", *counts]


def _spelt(count: Range | None) -> str:
    """With thousands set apart, and a dash for what nobody numbered."""
    if count is None:
        return "–"
    if count.max is None:
        return f"at least {count.min:,}"
    return f"{count.min:,}" if count.min == count.max else f"{count.min:,}–{count.max:,}"


def _aligned(rows: list[list[str]], left: int) -> list[str]:
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
    if answer.total.killed.open:
        notes.append(
            f"Incidents with a floor and no ceiling: {answer.total.killed.open}; nor has the total one."
        )
    if answer.astride:
        notes.append(f"Left out, their date unknown or only partly in the period: {answer.astride}.")
    if answer.left_unreviewed:
        notes.append(
            f"Left out, reviewed by nobody yet: {answer.left_unreviewed}; --provisional counts them."
        )
    return notes
