"""Series as a list, as a table to read, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from cairn.total.added import Added
from cairn.total.series.points import Bounds, Point, Said, Series, Subject
from cairn.values import to_json

# The columns of the mapping `series`, so that what is written can be read again.
HEADER = (
    *("date", "said_on", "since", "measure", "counted", "of", "place", "country", "unit"),
    *("low", "high", "source"),
)


def spelt(bounds: Bounds) -> str:
    low, high = bounds
    if high is None:
        return f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def heading(subject: Subject) -> str:
    """ "killed, cumulative since 2023-10-07; Gaza Strip; people"."""
    counted = f", {subject.counted}" if subject.counted else ""
    since = f" since {subject.since}" if subject.since else ""
    where = subject.place or subject.country
    return "; ".join(
        part for part in (subject.measure + counted + since, subject.of, where, subject.unit) if part
    )


def as_list(series: Sequence[Series]) -> str:
    """A line a series: what it is of, how many days are spoken of, from when to when, and the last word."""
    lines = []
    for each in series:
        if not each.points:
            continue
        first, last = each.points[0], each.points[-1]
        revised = f", {len(each.revisions)} revised" if each.revisions else ""
        lines.append(f"{heading(each.subject)}")
        days = f"{len(each.points):,} {'day' if len(each.points) == 1 else 'days'}{revised}"
        lines.append(f"    {days}, {first.about} to {last.about}; last {spelt(last.bounds)} ({_by(last)})")
    return "\n".join(lines)


def as_text(series: Sequence[Series]) -> str:
    """Each point under its series, and what was revised."""
    blocks = []
    for each in series:
        rows = [f"{point.about!s:<10}  {spelt(point.bounds):>18}  {_by(point)}" for point in each.points]
        rows += [
            f"{one.about!s:<10}  said before: {spelt(one.before.figure.value)} ({one.before.by})"
            for one in each.revisions
        ]
        blocks.append("\n".join([heading(each.subject), "", *rows]))
    return "\n\n".join(blocks)


def added_as_text(subject: Subject, rows: Sequence[Added]) -> str:
    """What came to a cumulative count day by day, beside what was told of the day itself."""
    lines = [f"{heading(subject)}, as its differences", ""]
    for each in rows:
        days = str(each.last) if each.first == each.last else f"{each.first} to {each.last}"
        if each.bounds is None:
            what = f"fell from {spelt(each.before)} to {spelt(each.after)}: a revision, not deaths undone"
        else:
            what = f"{spelt(each.bounds):>10}" + (_late(each) if each.late else "")
        lines.append(f"{days:<24}  {what}")
    return "\n".join(lines)


def _late(each: Added) -> str:
    """Counted for other days than these, or corrected: which of them, a sum does not say."""
    assert each.told is not None
    way = "more" if each.late > 0 else "fewer"
    return f"  told of the day: {spelt(each.told)}, {_number(abs(each.late))} {way} were added"


def _by(point: Point) -> str:
    return ", ".join(dict.fromkeys(one.by or "not said" for one in point.said))


def as_csv(series: Iterable[Series]) -> str:
    """A line for each source's last word on each day."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for each in series:
        writer.writerows(_cells(each.subject, one) for point in each.points for one in point.said)
    return out.getvalue()


def _cells(subject: Subject, said: Said) -> list[str]:
    figure = said.figure
    low, high = figure.value
    bounds = (f"{low:.15g}", "" if high is None else f"{high:.15g}")
    named = (subject.measure, subject.counted, subject.of, subject.place, subject.country, subject.unit)
    return [str(figure.date), str(said.said_on or ""), str(figure.since or ""), *named, *bounds, said.by]


def as_json(series: Iterable[Series]) -> list[dict[str, Any]]:
    return [
        {
            **to_json(each.subject),
            "points": [_point(point) for point in each.points],
            "revisions": [
                {"date": str(one.about), "before": _said(one.before), "after": one.after and _said(one.after)}
                for one in each.revisions
            ],
        }
        for each in series
    ]


def _point(point: Point) -> dict[str, Any]:
    return {"date": str(point.about), "value": list(point.bounds), "said": [_said(one) for one in point.said]}


def _said(one: Said) -> dict[str, Any]:
    told = {"by": one.by, "value": list(one.figure.value), "said_on": one.said_on, "report": one.report}
    told |= {"since": one.figure.since, "words": one.figure.span.phrase}
    return {name: to_json(part) for name, part in told.items() if part not in (None, "")}
