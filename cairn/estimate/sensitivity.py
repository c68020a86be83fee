"""How far the answer moves when an assumption or a list is taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cairn.estimate.diagnose import LEAST_LISTS, diagnose
from cairn.estimate.overlap import OverlapTable
from cairn.estimate.result import Estimate

# Odds ratios on the dependence of all lists together, which no data can show to be one.
ODDS = (1 / 2, 1 / 1.5, 1.0, 1.5, 2.0)


@dataclass(frozen=True)
class Departure:
    """The total if the odds ratio of the highest dependence were `odds` and not one."""

    odds: float
    median: float
    low: float
    high: float


def departures(seen: int, median: float, interval: tuple[float, float]) -> list[Departure]:
    """In closed form: the highest interaction adds its logarithm to that of the unseen number."""
    low, high = interval
    return [
        Departure(odds, *(seen + (total - seen) * odds for total in (median, low, high))) for odds in ODDS
    ]


def without_each_list(
    table: OverlapTable, estimate: Callable[[OverlapTable], Estimate]
) -> dict[str, Estimate | str]:
    """The estimate had each list never been made; a sentence where the others cannot carry one."""
    answers: dict[str, Estimate | str] = {}
    for place, name in enumerate(table.lists):
        fewer = table.without(place)
        if len(fewer.lists) < LEAST_LISTS:
            answers[name] = f"Without {name} fewer than {LEAST_LISTS} lists are left."
        else:
            answers[name] = diagnose(fewer).refusal or estimate(fewer)
    return answers
