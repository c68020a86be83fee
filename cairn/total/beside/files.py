"""What stands beside the record, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from cairn.total.beside.compared import Beside
from cairn.total.beside.conceding import Verdicts
from cairn.total.beside.lag import Lag
from cairn.total.beside.stated import Stated, current
from cairn.total.beside.table import APART, CENSORED, SPOKEN
from cairn.total.spelt import as_pair, code_of
from cairn.total.tally import Tally
from cairn.values import Range


def beside_as_json(found: Sequence[Beside]) -> dict[str, Any]:
    return {"says": [APART, CENSORED], "belligerents": [_object(one) for one in found]}


def _object(one: Beside) -> dict[str, Any]:
    return {
        "belligerent": one.belligerent,
        "question": str(one.question),
        "unreviewed": one.alleged.unreviewed,
        "recorded": {"fair + confirmed": _counts(one.established), "all alleged": _counts(one.alleged)},
        "conceded_in_incidents": {"incidents": len(one.matched), "killed": as_pair(one.conceded)},
        "stated": [_said(each) for each in one.stated],
        "stated_now": _said(own) if (own := current(one.stated)) else None,
        "stated_by_others": [_said(each) for each in one.told],
        "allegations": {"alleged": one.verdicts.alleged, "assessed": one.verdicts.assessed}
        | _tally(one.verdicts),
        "statements_on_no_single_incident": _tally(one.elsewhere),
        "lag": _timed(one.lag) | {"by_month": {month: _timed(lag) for month, lag in one.months}},
        "same_incidents": {
            "incidents": len(one.comparable),
            "recorded": as_pair(one.recorded_there),
            "conceded": as_pair(one.conceded_there),
            "recorded_minimum_for_each_conceded": one.ratio,
        },
        "conceded_below_minimum": [
            {
                "incident": each.incident.id,
                "code": code_of(each.incident),
                "recorded": as_pair(each.recorded),
                "conceded": as_pair(each.conceded),
            }
            for each in one.below
        ],
    }


def _counts(tally: Tally) -> dict[str, Any]:
    return {"incidents": tally.incidents, "unknown": tally.unknown, "killed": as_pair(tally.killed.range)}


def _tally(verdicts: Verdicts) -> dict[str, int]:
    return {each.value: verdicts.on(each) for each in SPOKEN} | {"silent": verdicts.on(None)}


def _timed(lag: Lag) -> dict[str, Any]:
    quartiles = list(lag.quartiles) if lag.quartiles else None
    return {
        "admitted": len(lag.days),
        "quartile_days": quartiles,
        "not_admitted": lag.waiting,
        "untimed": lag.untimed,
    }


def _said(one: Stated) -> dict[str, Any]:
    return {
        "killed": one.killed.to_json(),
        "says": one.says,
        "of": list(one.of),
        "own": one.own,
        "said_on": str(one.said_on) if one.said_on else None,
        "from": str(one.start) if one.start else None,
        "to": str(one.end) if one.end else None,
        "place": one.place.name if one.place else None,
        "words": one.words,
        "source": one.source,
        "report": one.report,
        "cumulative": one.cumulative,
    }


def beside_as_csv(found: Sequence[Beside]) -> str:
    """A row for each belligerent; what is a list in the JSON is a count here."""
    out = io.StringIO(newline="")
    rows = [_row(one) for one in found]
    writer = csv.DictWriter(out, list(rows[0]) if rows else ["belligerent"])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _row(one: Beside) -> dict[str, Any]:
    own = current(one.stated)
    quarter, half, most = one.lag.quartiles or ("", "", "")
    row: dict[str, Any] = {"question": str(one.question), "belligerent": one.belligerent}
    row |= {"established_incidents": one.established.incidents}
    row |= _bounds("established_killed", one.established.killed.range)
    row |= {"alleged_incidents": one.alleged.incidents} | _bounds("alleged_killed", one.alleged.killed.range)
    row |= {"conceded_incidents": len(one.matched)} | _bounds("conceded_killed", one.conceded)
    row |= _bounds("stated_killed", own.killed if own else None)
    row |= {"stated_by": own.says if own else "", "stated_on": str(own.said_on or "") if own else ""}
    row |= {"assessed": one.verdicts.assessed} | _tally(one.verdicts)
    row |= {"lag_quartile_days": quarter, "lag_median_days": half, "lag_upper_quartile_days": most}
    row |= {"not_admitted": one.lag.waiting, "untimed": one.lag.untimed, "below_minimum": len(one.below)}
    return row


def _bounds(name: str, count: Range | None) -> dict[str, Any]:
    low, high = (count.min, count.max) if count else ("", "")
    return {f"{name}_min": low, f"{name}_max": "" if high is None else high}
