"""An estimate as it is shown: documented people first and largest, then the interval, then every reason to
doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from cairn.estimate.assumptions import ASSUMPTIONS, REACHABLE, as_sentences
from cairn.estimate.result import Estimate, ModelAnswer, rounded, rounded_interval

WORDS = "estimated, includes deaths nobody recorded"
MODELS_IN_TEXT = 8


def as_json(answer: Estimate) -> dict[str, Any]:
    """One object of one shape for every engine and for refusals; numbers are not rounded here."""
    said = {
        "n_documented": answer.n_documented,
        "engine": answer.engine,
        "median": answer.median,
        "interval": answer.interval,
        "level": answer.level,
        "fan": answer.fan,
        "presented": headline(answer),
        "models": [asdict(model) for model in answer.models],
        "diagnostics": answer.diagnostics,
        "cautions": answer.cautions,
        "refused": answer.refused,
        "reason": answer.reason,
        "assumptions": [{"assumption": assumed, "if_not": wrong} for assumed, wrong in ASSUMPTIONS],
        "seed": answer.seed,
        "version": answer.version,
        "input_sha256": answer.input_sha256,
    }
    return {key: _plain(value) for key, value in said.items()}


def read_back(said: Mapping[str, Any]) -> Estimate:
    """The estimate that `as_json` wrote, but for its draws: what a page shows of one that was kept."""
    interval = said.get("interval")
    return Estimate(
        n_documented=said["n_documented"],
        engine=said["engine"],
        median=said["median"],
        interval=(interval[0], interval[1]) if interval else None,
        models=tuple(_model(model) for model in said["models"]),
        diagnostics=said["diagnostics"],
        reason=said["reason"],
        cautions=tuple(said["cautions"]),
        seed=said["seed"],
        version=said["version"],
        input_sha256=said["input_sha256"],
        level=said["level"],
    )


def _model(said: Mapping[str, Any]) -> ModelAnswer:
    """A model without a finite number was written as null."""
    number = said["n"]
    return ModelAnswer(
        said["model"],
        math.inf if number is None else number,
        said["weight"],
        said["engine"],
        said["low"],
        said["high"],
    )


def headline(answer: Estimate) -> str:
    """The sentence to publish: the documented count, then the interval to two digits, or the refusal."""
    documented = f"{answer.n_documented:,} people documented."
    if answer.median is None or answer.interval is None:
        return f"{documented} No estimate: {answer.reason}"
    low, high = rounded_interval(answer.interval)
    low = max(low, answer.n_documented)
    return (
        f"{documented} {low:,} to {high:,} in all, middle {rounded(answer.median):,} "
        f"({answer.level:.0%}; {WORDS})."
    )


def as_text(answer: Estimate) -> str:
    """The report of a terminal: what stands, what it rests on, and how far it moves."""
    return "\n".join(_lines(answer))


def _lines(answer: Estimate) -> Iterator[str]:
    yield headline(answer)
    if answer.fan and not answer.refused:
        low, high = answer.fan
        yield f"Models that may be believed say from {low:,.0f} to {high:,.0f}."
    yield from (f"Caution: {caution}" for caution in answer.cautions)
    yield ""
    yield from _lists(answer.diagnostics)
    if answer.models:
        yield ""
        yield f"{'model':<24}{'people':>12}{'weight':>9}"
        for model in sorted(answer.models, key=lambda one: -one.weight)[:MODELS_IN_TEXT]:
            yield f"{model.engine + ' ' + model.model:<24}{model.n:>12,.0f}{model.weight:>9.1%}"
    yield from _moves(answer.diagnostics)
    yield ""
    yield REACHABLE
    yield from as_sentences()
    yield ""
    made_by = f"engine {answer.engine}, seed {answer.seed}, Cairn {answer.version}"
    yield f"{made_by}, table {answer.input_sha256[:16]}"


def _lists(said: Mapping[str, Any]) -> Iterator[str]:
    for name, size in said.get("lists", {}).items():
        yield f"{size:>8,} people on {name}"
    for pair in said.get("pairs", ()):
        yield f"{pair['shared']:>8,} on both {pair['first']} and {pair['second']}"


def _moves(said: Mapping[str, Any]) -> Iterator[str]:
    fewer, odds = said.get("without_list", {}), said.get("odds_ratio_of_the_highest_dependence", ())
    if fewer or odds:
        yield ""
    for name, one in fewer.items():
        found = f"{one['median']:,.0f}" if one.get("median") else f"no estimate: {one['reason']}"
        yield f"without {name}: {found}"
    if odds:
        moved = ", ".join(f"{one['median']:,.0f} at {one['odds']:.2g}" for one in odds)
        yield f"were the dependence of all lists together not 1: {moved}"


def _plain(value: Any) -> Any:
    """Plain numbers, lists and mappings; what is not finite is null, because JSON has no word for it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
