"""From lists of people and the probabilities that two records are one person, to one estimate.

Whether the lists can carry an estimate is asked of the likeliest linkage; the answer is the mixture over
draws of the linkage; beside it stands what every other threshold would have given.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cairn.estimate.answer import SEED, estimate, examined
from cairn.estimate.linkage import MatchedPair, average_over_linkages, draw_linkages, linked
from cairn.estimate.overlap import OverlapTable
from cairn.estimate.result import Estimate

LINKAGES = 100  # draws of the linkage; one in a hundred moves a quantile by little beside the doubt it shows
LIKELIEST = 0.5  # the table of the pairs that are likelier right than wrong
THRESHOLDS = (0.3, 0.5, 0.7, 0.9, 0.97)
SLOW = ("lcmcr",)  # engines that take minutes a table: one linkage, said so

Lists = Mapping[str, Sequence[Hashable]]
Told = Callable[[int, int], None]


def likeliest_table(lists: Lists, pairs: Sequence[MatchedPair], threshold: float = LIKELIEST) -> OverlapTable:
    """The overlap table in which pairs at least so probable are one person, the surest joined first."""
    kept = sorted(
        (pair for pair in pairs if pair.probability >= threshold), key=lambda pair: -pair.probability
    )
    return linked(kept, lists)


def estimate_of_lists(
    lists: Lists,
    pairs: Sequence[MatchedPair],
    engine: str = "auto",
    seed: int = SEED,
    linkages: int = LINKAGES,
    told: Told = lambda done, of: None,
) -> Estimate:
    """How many people in all, with the doubt about who is the same person in the interval.

    A refusal of the likeliest linkage is the answer. The same lists, pairs and seed give the same estimate.
    """
    first = examined(likeliest_table(lists, pairs), engine, seed)
    thresholds = {"linkage_thresholds": _at_thresholds(lists, pairs, engine, seed)}
    if first.refused:
        return replace(first, diagnostics={**first.diagnostics, **thresholds})
    if first.engine in SLOW or not pairs:
        caution = "Pairs likelier right than wrong were taken as linked: that doubt is not in the interval."
        cautions = (*first.cautions, caution) if pairs else first.cautions
        return replace(first, cautions=cautions, diagnostics={**first.diagnostics, **thresholds})
    tables = list(draw_linkages(lists, pairs, linkages, seed))
    mixed = average_over_linkages(tables, _remembering(first.engine, seed, len(tables), told))
    return replace(
        mixed,
        n_documented=first.n_documented,
        models=first.models + mixed.models,
        diagnostics={**first.diagnostics, **thresholds, **mixed.diagnostics, "linkage_1": _brief(first)},
        cautions=first.cautions,
        seed=seed,
        input_sha256=first.input_sha256,
    )


def _remembering(engine: str, seed: int, of: int, told: Told) -> Callable[[OverlapTable], Estimate]:
    """The estimate of a table, made once for each different table: many draws give the same."""
    made: dict[str, Estimate] = {}
    done = 0

    def estimated(table: OverlapTable) -> Estimate:
        nonlocal done
        if table.sha256 not in made:
            made[table.sha256] = estimate(table, engine, seed)
        done += 1
        told(done, of)
        return made[table.sha256]

    return estimated


def _at_thresholds(
    lists: Lists, pairs: Sequence[MatchedPair], engine: str, seed: int
) -> list[dict[str, Any]]:
    """What each threshold of the linkage gives: how much of the answer is the linkage."""
    found = []
    for threshold in THRESHOLDS:
        table = likeliest_table(lists, pairs, threshold)
        answer = None if engine in SLOW else estimate(table, engine, seed)
        found.append({"threshold": threshold, "documented": table.n, **(_brief(answer) if answer else {})})
    return found


def _brief(answer: Estimate) -> dict[str, Any]:
    return {"median": answer.median, "interval": answer.interval, "reason": answer.reason}
