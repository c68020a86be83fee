"""From a table to an estimate: diagnose first, choose the engine, ask a second one, and refuse where one
must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from cairn import __version__
from cairn.estimate import engines
from cairn.estimate.diagnose import Diagnosis, diagnose
from cairn.estimate.engine_loglinear import choosing_again, loglinear
from cairn.estimate.graphs import MOST_LISTS as MOST_LISTS_FOR_GRAPHS
from cairn.estimate.lcmcr import Progress
from cairn.estimate.loglinear import MOST_LISTS_FOR_EVERY_MODEL
from cairn.estimate.overlap import MOST_LISTS_FOR_A_DENSE_TABLE, OverlapTable
from cairn.estimate.result import Estimate
from cairn.estimate.sensitivity import departures, without_each_list
from cairn.exceptions import BadInput

ENGINES = ("auto", "loglinear", "dga", "chao", "lcmcr")
SEED = 20260101
# Engines whose medians differ more than this disagree, and the estimate says so.
ENGINES_APART = 1.5
# Engines with unseen people so many times each other's, in intervals that do not meet, are no answer.
TOO_FAR_APART = 2.0


def estimate(
    table: OverlapTable, engine: str = "auto", seed: int = SEED, progress: Progress | None = None
) -> Estimate:
    """How many people in all, or a refusal that says which evidence was wanting.

    The same table and seed give the same estimate. `auto` takes log-linear models for three to five lists
    with decomposable graphs beside them, graphs for six, and latent classes beyond.
    """
    if engine not in ENGINES:
        raise BadInput(f"There is no engine {engine!r}. Choose one of {', '.join(ENGINES)}.")
    diagnosis = diagnose(table)
    if diagnosis.refusal:
        refused = Estimate.withheld(table.n, engine, diagnosis.refusal, seed)
        return _completed(refused, table, diagnosis)
    answer = _answers(table, seed, progress)[engine]()
    if engine == "auto":
        answer = _beside_others(answer, table, seed)
    return _completed(answer, table, diagnosis)


def examined(
    table: OverlapTable, engine: str = "auto", seed: int = SEED, progress: Progress | None = None
) -> Estimate:
    """The estimate with its sensitivities: each list left out, and the dependence that cannot be seen."""
    answer = estimate(table, engine, seed, progress)
    if answer.median is None or answer.interval is None:
        return answer
    said: dict[str, Any] = {**answer.diagnostics, **choosing_again(table, answer, seed)}
    said["odds_ratio_of_the_highest_dependence"] = [
        asdict(departure) for departure in departures(table.n, answer.median, answer.interval)
    ]
    if answer.engine != "lcmcr":
        fewer = without_each_list(table, lambda rest: estimate(rest, answer.engine, seed))
        said["without_list"] = {name: _brief(one) for name, one in fewer.items()}
    return replace(answer, diagnostics=said)


def _answers(table: OverlapTable, seed: int, progress: Progress | None) -> dict[str, Callable[[], Estimate]]:
    answers: dict[str, Callable[[], Estimate]] = {
        "loglinear": lambda: loglinear(table, seed),
        "dga": lambda: engines.dga(table),
        "chao": lambda: engines.chao(table),
        "lcmcr": lambda: engines.lcmcr(table, seed, progress),
    }
    return answers | {"auto": answers[_engine_for(len(table.lists))]}


def _engine_for(lists: int) -> str:
    if lists <= MOST_LISTS_FOR_EVERY_MODEL:
        return "loglinear"
    return "dga" if lists <= MOST_LISTS_FOR_GRAPHS else "lcmcr"


def _beside_others(answer: Estimate, table: OverlapTable, seed: int) -> Estimate:
    """The answer with the other quick engines in its fan, and a caution where they disagree."""
    others = []
    if answer.engine == "loglinear":
        others = [engines.dga(table)]
    elif len(table.lists) <= MOST_LISTS_FOR_A_DENSE_TABLE:
        others = [loglinear(table, seed)]
    bound = engines.chao(table)
    said, cautions = dict(answer.diagnostics), list(answer.cautions)
    if bound.median is not None:
        said["chao_lower_bound"] = {
            "n": bound.median,
            "interval": bound.interval,
            "condition": bound.diagnostics["condition"],
        }
    reason = answer.reason
    for other in others:
        said[other.engine] = _brief(other)
        if other.reason:
            cautions.append(f"Another engine, {other.engine}, refuses: {other.reason}")
        elif _apart(answer, other) and len(table.lists) <= MOST_LISTS_FOR_GRAPHS:
            reason = reason or f"{_both(answer, other)}, and their intervals do not even meet."
        elif not _near(answer, other):
            cautions.append(f"{_both(answer, other)}.")
    stood = [other for other in others if not other.reason]
    models = answer.models + tuple(model for other in stood for model in other.models[:100])
    return replace(answer, models=models, diagnostics=said, cautions=tuple(cautions), reason=reason)


def _both(one: Estimate, other: Estimate) -> str:
    return f"Two engines disagree: {one.engine} says {one.median:,.0f}, {other.engine} {other.median:,.0f}"


def _near(one: Estimate, other: Estimate) -> bool:
    """Whether the medians are within half of each other; where there is none there is no disagreement."""
    if not one.median or not other.median:
        return True
    return max(one.median, other.median) <= ENGINES_APART * min(one.median, other.median)


def _apart(one: Estimate, other: Estimate) -> bool:
    """Whether one engine's whole interval lies above the other's, and its unseen are twice as many or
    more."""
    if not (one.interval and other.interval and one.median and other.median):
        return False
    lower, higher = sorted((one, other), key=lambda each: each.median or 0)
    meet = (lower.interval or (0, 0))[1] >= (higher.interval or (0, 0))[0]
    unseen = [(each.median or 0) - each.n_documented for each in (lower, higher)]
    return not meet and unseen[1] >= TOO_FAR_APART * unseen[0]


def _brief(answer: Estimate | str) -> dict[str, Any]:
    if isinstance(answer, str):
        return {"refused": True, "reason": answer}
    return {
        "median": answer.median,
        "interval": answer.interval,
        "refused": bool(answer.reason),
        "reason": answer.reason,
    }


def _completed(answer: Estimate, table: OverlapTable, diagnosis: Diagnosis) -> Estimate:
    """With overlaps, hash and version; a refused answer loses its number, which stays among the
    diagnostics."""
    said: dict[str, Any] = {
        "lists": diagnosis.sizes,
        "pairs": [asdict(pair) for pair in diagnosis.pairs],
        "on_one_list": diagnosis.on_one_list,
        **answer.diagnostics,
    }
    if answer.reason and answer.median is not None:
        said["not_offered"] = {"median": answer.median, "interval": answer.interval}
        answer = replace(answer, median=None, interval=None, draws=None)
    return replace(
        answer,
        diagnostics=said,
        cautions=diagnosis.cautions + answer.cautions,
        version=__version__,
        input_sha256=answer.input_sha256 or table.sha256,
    )
