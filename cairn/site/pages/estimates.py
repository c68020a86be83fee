"""What nobody recorded: each kept estimate as an interval beside the documented people, or its refusal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cairn.estimate.assumptions import ASSUMPTIONS, REACHABLE
from cairn.estimate.fan import FanWords, fan_svg
from cairn.estimate.report import read_back
from cairn.estimate.result import Estimate, rounded, rounded_interval
from cairn.records.estimates import Kept
from cairn.site.contents import Contents

MODELS_SHOWN = 8


def context(contents: Contents, _name: str) -> dict[str, Any]:
    return {
        "estimates": [shown(kept) for kept in contents.estimates],
        "assumptions": [(_(assumed), _(wrong)) for assumed, wrong in ASSUMPTIONS],
        "reachable": _(REACHABLE),
    }


def shown(kept: Kept) -> dict[str, Any]:
    """The parts of one estimate, in the order of the page: what is documented, the interval, every doubt."""
    answer = read_back(kept.said)
    said = answer.diagnostics
    return {
        "kept": kept,
        "documented": f"{answer.n_documented:,}",
        "interval": _interval(answer.interval, answer.n_documented),
        "middle": f"{rounded(answer.median):,}" if answer.median is not None else "",
        "level": f"{answer.level:.0%}",
        "reason": answer.reason,
        "fan": mark_safe(fan_svg(answer, _words(answer))) if answer.models else "",
        "fan_range": [f"{rounded(end):,}" for end in answer.fan] if answer.fan else [],
        "lists": [(name, f"{size:,}") for name, size in said.get("lists", {}).items()],
        "overlap": list(_overlap(kept.overlap)),
        "models": [
            (f"{model.engine} {model.model}", _people(model.n), f"{model.weight:.0%}")
            for model in sorted(answer.models, key=lambda model: -model.weight)[:MODELS_SHOWN]
        ],
        "without": [(name, _answer(one)) for name, one in said.get("without_list", {}).items()],
        "thresholds": [
            (one["threshold"], f"{one['documented']:,}", _answer(one))
            for one in said.get("linkage_thresholds", ())
        ],
        "odds": [
            (f"{one['odds']:.2g}", f"{rounded(one['median']):,}")
            for one in said.get("odds_ratio_of_the_highest_dependence", ())
        ],
        "chao": _answer({**bound, "median": bound["n"]}) if (bound := said.get("chao_lower_bound")) else None,
        "cautions": answer.cautions,
        "record": dict(_record(answer)),
    }


def _interval(interval: tuple[float, float] | None, documented: int) -> list[str]:
    """Two digits, outwards, and never below those who are known."""
    if interval is None:
        return []
    low, high = rounded_interval(interval)
    return [f"{max(low, documented):,}", f"{high:,}"]


def _people(number: float) -> str:
    """Whole, because the two digits are for what is published; a model without an answer has a dash."""
    return f"{number:,.0f}" if math.isfinite(number) else "–"


def _answer(said: Mapping[str, Any]) -> dict[str, Any]:
    """A brief answer: its middle and interval, or why there is none."""
    median, interval = said.get("median"), said.get("interval")
    if median is None:
        return {"reason": said.get("reason", "")}
    return {"middle": f"{rounded(median):,}", "interval": _interval(tuple(interval), 0) if interval else []}


def _overlap(counts: Mapping[str, int]) -> Iterator[tuple[list[bool], str]]:
    """Which lists recorded these people, and how many they are; those on most lists first."""
    for pattern, count in sorted(counts.items(), key=lambda one: (-one[0].count("1"), one[0][::-1])):
        if count:
            yield [digit == "1" for digit in pattern], f"{count:,}"


def _words(answer: Estimate) -> FanWords:
    documented = _("%(many)s documented") % {"many": f"{answer.n_documented:,}"}
    ends = _interval(answer.interval, answer.n_documented)
    said = (
        _("%(low)s to %(high)s in all (%(level)s)")
        % {
            "low": ends[0],
            "high": ends[1],
            "level": f"{answer.level:.0%}",
        }
        if ends
        else _("no estimate")
    )
    return FanWords(f"{documented}. {said}", documented, said, _("interval"))


def _record(answer: Estimate) -> Iterator[tuple[str, str]]:
    """What is needed to make it again."""
    said = answer.diagnostics
    yield "engine", answer.engine
    yield "seed", str(answer.seed)
    yield "program", f"Cairn {answer.version}"
    yield "table", answer.input_sha256
    for name in ("linkages", "linkages_refused", "models_tried", "chains", "rhat", "ess"):
        if name in said:
            yield name, f"{said[name]:.4g}" if isinstance(said[name], float) else str(said[name])
