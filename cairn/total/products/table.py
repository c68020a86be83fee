"""The three totals as a table to read and as JSON, each under its own name, with what it assumes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cairn.total.products.adjudicated import ENOUGH
from cairn.total.products.three import Refusal, ThreeTotals
from cairn.total.spelt import as_pair, incidents, spelt
from cairn.values import Grade
from cairn.values.fan import LEVELS, Fan, Spoke

SAYS = {
    "envelope": "The sum of the minimums to the sum of the maximums. No probability, and nothing is assumed.",
    "bounds": "Where the mean total lies, if each grade's weight does; whatever incidents share.",
    "model": "Model-based. It holds only as far as what it assumes does, so every line of it is given.",
}
NO_WEIGHTS = (
    "As the envelope: cairn.toml gives no weight to any grade counted here, and Cairn has none of its own."
)
RHO_SAYS = {0.0: "no error is shared", 0.3: "some is", 1.0: "all is"}
SHAPE_SAYS = {"low": "near the minimums", "even": "anywhere", "high": "near the maximums"}
WHY = {
    Refusal.UNKNOWN: "Nobody says of any incident how many were killed.",
    Refusal.LIBRARY: "It needs numpy and scipy: pip install 'cairn-recorder[estimate]'.",
}


def three_as_text(three: ThreeTotals) -> str:
    """The envelope first and largest; the others below it, each with what it rests on."""
    return "\n".join(_lines(three))


def _lines(three: ThreeTotals) -> Iterator[str]:
    yield str(three.question) + (", provisional, unreviewed" if three.envelope.unreviewed else "")
    yield ""
    yield f"A  Envelope        {spelt(three.envelope.killed.range)} killed, {_incidents(three)}"
    yield f"   {SAYS['envelope']}"
    yield ""
    yield f"B  Bounds          {_bounds(three)}"
    yield f"   {SAYS['bounds'] if three.bounds else NO_WEIGHTS}"
    if three.bounds and three.bounds.unweighed:
        unweighed = ", ".join(map(_named, three.bounds.unweighed))
        yield f"   Without a weight, and so counted in full: {unweighed}."
    yield ""
    if three.model is None:
        yield "C  Model           not given"
        yield from (f"   {why}" for why in reasons(three))
    else:
        yield from _model(three.model)


def reasons(three: ThreeTotals) -> Iterator[str]:
    """Why there is no model, as sentences."""
    for refusal in three.refusals:
        if refusal is Refusal.FEW:
            yield f"It takes {ENOUGH} adjudicated incidents of each grade. {'; '.join(_wanting(three))}."
        elif refusal is Refusal.OPEN:
            yield f"A floor and no ceiling, so no draw: {incidents(three.envelope.killed.open)}."
        else:
            yield WHY[refusal]


def _wanting(three: ThreeTotals) -> Iterator[str]:
    for grade, record in three.wanting.items():
        yield f"{_named(grade)}: {record.adjudicated} so far, {record.missing} missing"


def _model(fan: Fan) -> Iterator[str]:
    low, high = fan.offered.intervals[-1]
    yield f"C  Model           {low:,.0f}–{high:,.0f} killed (95 %), where {_assumed(fan.offered)}"
    yield f"   {SAYS['model']}"
    yield ""
    yield f"   {'shared error':<16}{'numbers lie':<20}{'middle':>9}" + "".join(
        f"{level:>18.0%}" for level in LEVELS
    )
    for spoke in fan.spokes:
        ends = "".join(f"{f'{low:,.0f}–{high:,.0f}':>18}" for low, high in spoke.intervals)
        yield f"   {spoke.rho:<16g}{SHAPE_SAYS[spoke.shape]:<20}{spoke.median:>9,.0f}{ends}"
    yield "   With a shared error of 0 errors cancel: never a result by itself."
    yield ""
    for grade, (low, high) in fan.chances.items():
        yield f"   {grade}: upheld in {low:.0%} to {high:.0%} of such incidents (95 %)"
    for one in fan.calibration:
        fits = "as" if one.fits else "not as"
        yield (
            f"   {one.grade}: learned from {one.learned_from}; of {one.held_out} others {one.upheld} were "
            f"upheld, {fits} foretold ({one.least}–{one.most})"
        )
    yield f"   {fan.draws:,} draws, seed {fan.seed}"


def _assumed(spoke: Spoke) -> str:
    return f"incidents share {spoke.rho:g} of their error and numbers lie anywhere in their ranges"


def three_as_json(three: ThreeTotals) -> dict[str, Any]:
    """One object of one shape, whether there is a model or a refusal."""
    return {
        "question": str(three.question),
        "measure": "killed",
        "incidents": three.envelope.incidents,
        "unknown": three.envelope.unknown,
        "open_ceilings": three.envelope.killed.open,
        "unreviewed": three.envelope.unreviewed,
        "envelope": {"says": SAYS["envelope"], "range": as_pair(three.envelope.killed.range)},
        "bounds": _bounds_json(three),
        "model": {
            "says": SAYS["model"],
            "refused": three.model is None,
            "reasons": list(reasons(three)),
            "fan": None if three.model is None else _fan_json(three.model),
        },
        "adjudicated": {
            _named(grade): {"upheld": one.upheld, "fallen": one.fallen, "missing": one.missing}
            for grade, one in three.adjudicated.items()
        },
    }


def _fan_json(fan: Fan) -> dict[str, Any]:
    said = asdict(fan) | {"levels": list(LEVELS)}
    said["calibration"] = [asdict(one) | {"fits": one.fits} for one in fan.calibration]
    return said


def _bounds_json(three: ThreeTotals) -> dict[str, Any]:
    if three.bounds is None:
        return {"says": NO_WEIGHTS, "least": None, "most": None, "unweighed": [*map(_named, three.grades)]}
    said = asdict(three.bounds) | {"unweighed": [*map(_named, three.bounds.unweighed)]}
    return {"says": SAYS["bounds"]} | said


def _named(grade: Grade | None) -> str:
    return grade.value if grade else "not graded"


def _incidents(three: ThreeTotals) -> str:
    held = incidents(three.envelope.incidents)
    return f"{held}, of {three.envelope.unknown:,} nobody says how many" if three.envelope.unknown else held


def _bounds(three: ThreeTotals) -> str:
    if three.bounds is None:
        return f"{spelt(three.envelope.killed.range)} killed"
    if three.bounds.most is None:
        return f"at least {three.bounds.least:,.0f} killed"
    return f"{three.bounds.least:,.0f}–{three.bounds.most:,.0f} killed"
