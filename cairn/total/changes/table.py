"""What moved a total, as JSON, as CSV and as a table to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from cairn.total.changes.moved import Changes, Moved, Shift
from cairn.total.measure import Measure
from cairn.total.table import aligned, as_numbers, spelt
from cairn.total.tally import Tally


def heading(changes: Changes) -> str:
    return f"{changes.question}, from {changes.start} to {changes.end}"


def changes_as_json(changes: Changes) -> dict[str, Any]:
    """What `cairn total --changes --format json` prints; `shift` is how far each sum moved."""
    return {
        "question": str(changes.question),
        "from": changes.start.isoformat(),
        "to": changes.end.isoformat(),
        "before": as_numbers(changes.before),
        "after": as_numbers(changes.after),
        "changes": [_as_json(one) for one in changes.moved],
    }


def _as_json(one: Moved) -> dict[str, Any]:
    return {
        "incident": one.code,
        "why": [why.value for why in one.why],
        "before": as_numbers(one.before) if one.before.incidents else None,
        "after": as_numbers(one.after) if one.after.incidents else None,
        "shift": {measure.key: _shift(one.shift(measure)) for measure in one.before.sums},
        "reasons": [
            {"at": each.at.isoformat(), "by": each.person, "action": each.action, "reason": each.reason}
            for each in one.reasons
        ],
    }


def _shift(moved: Shift) -> dict[str, int]:
    return {"min": moved.min, "max": moved.max, "known": moved.known, "open": moved.open}


def changes_as_csv(changes: Changes) -> str:
    out = io.StringIO(newline="")
    measures = list(changes.before.sums)
    bounds = [
        f"{measure.key}_{bound}_{when}"
        for measure in measures
        for when in ("before", "after")
        for bound in ("min", "max")
    ]
    writer = csv.writer(out)
    writer.writerow(["question", "incident", "why", *bounds, "who", "reason"])
    for one in changes.moved:
        cells = [
            cell
            for measure in measures
            for tally in (one.before, one.after)
            for cell in _bounds(tally, measure)
        ]
        who = "; ".join(dict.fromkeys(each.person for each in one.reasons))
        why = "; ".join(dict.fromkeys(each.reason for each in one.reasons))
        writer.writerow([heading(changes), one.code, "; ".join(one.why), *cells, who, why])
    return out.getvalue()


def _bounds(tally: Tally, measure: Measure) -> list[int | str]:
    found = tally.sums[measure].range if tally.incidents else None
    return ["", ""] if found is None else [found.min, "" if found.max is None else found.max]


def changes_as_text(changes: Changes) -> str:
    """The total on both days, how far each reason moved it, and every incident that did."""
    if not changes.moved:
        return f"{heading(changes)}\n\nNothing moved it: {_sum(changes.before)} on both days."
    first = next(iter(changes.before.sums))
    by_why = [
        [why.value, f"{len(found):,}", *_signed(_sum_of(found, first))]
        for why, found in changes.by_why().items()
    ]
    by_why.append(["together", f"{len(changes.moved):,}", *_signed(_sum_of(changes.moved, first))])
    rows = [line for one in changes.moved for line in _lines(one, first)]
    parts = [
        heading(changes),
        "",
        f"before: {_sum(changes.before)}",
        f"after:  {_sum(changes.after)}",
        "",
        *aligned([["why", "incidents", f"{first} at least", "at most"], *by_why], 1),
        "",
        *aligned([["incident", "why", "before", "after", "when", "who and why"], *rows], 6),
    ]
    return "\n".join(parts)


def _sum(tally: Tally) -> str:
    first = next(iter(tally.sums))
    return f"{spelt(tally.sums[first].range)} {first} in {tally.incidents:,} incidents"


def _sum_of(found: Sequence[Moved], measure: Measure) -> Shift:
    return sum((one.shift(measure) for one in found), Shift())


def _signed(moved: Shift) -> list[str]:
    """Where ceilings came or went, the ceiling of the whole did not simply move."""
    return [f"{moved.min:+,}", f"{moved.max:+,}" + (f" and {moved.open:+,} open" if moved.open else "")]


def _lines(one: Moved, measure: Measure) -> list[list[str]]:
    before, after = (
        spelt(tally.sums[measure].range) if tally.incidents else "not counted"
        for tally in (one.before, one.after)
    )
    said = [[each.at.date().isoformat(), f"{each.person}: {each.reason}"] for each in one.reasons] or [
        ["", ""]
    ]
    first = [one.code, ", ".join(one.why), before, after, *said[0]]
    return [first, *(["", "", "", "", *each] for each in said[1:])]
