"""Can these lists carry an estimate? Asked, and answered in the open, before any model is fitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from cairn.estimate.chao import chapman
from cairn.estimate.overlap import OverlapTable

LEAST_LISTS = 3
# Under the first number there is nothing to estimate from; under the second the answer is a guess with
# limits.
LEAST_PEOPLE, FEW_PEOPLE = 50, 100
# A list this short may lie within another by chance; and a chance smaller than this is no chance.
SHORT_LIST, NO_CHANCE = 10, 1e-3
# Lists that share this much of all they hold are one list.
A_COPY = 0.95
# With this many lists a nested one is one voice among many, and only said.
MANY_LISTS = 6
MOSTLY_ALONE = 0.95


@dataclass(frozen=True)
class Pair:
    """Two lists: how many people are on both, and the odds ratio among the people seen (None where
    undefined).

    Among people seen the ratio is pulled below one, because those on no list are missing: only its
    differences between pairs mean something.
    """

    first: str
    second: str
    shared: int
    odds_ratio: float | None


@dataclass(frozen=True)
class Diagnosis:
    """`refusal` is one sentence, or "" when an estimate may be tried; `cautions` go with any estimate."""

    sizes: dict[str, int]
    pairs: tuple[Pair, ...]
    on_one_list: float
    refusal: str
    cautions: tuple[str, ...]


def diagnose(table: OverlapTable) -> Diagnosis:
    """Sizes, overlaps and the share seen once; then the first reason to refuse, and all reasons to be
    careful."""
    return Diagnosis(
        sizes=dict(zip(table.lists, table.sizes.tolist(), strict=True)),
        pairs=tuple(_pair(table, one, other) for one, other in combinations(range(len(table.lists)), 2)),
        on_one_list=_on_one_list(table),
        refusal=next(_refusals(table), ""),
        cautions=tuple(_cautions(table)),
    )


def _refusals(table: OverlapTable) -> Iterator[str]:
    many = len(table.lists)
    if table.n == 0:
        yield "The table holds nobody. Check that the counts were written."
    if many == 1:
        yield "One list says nothing about whom it missed. Find at least two more, made independently."
    if many == 2 and table.n:
        yield _two_lists(table)
    empty = [name for name, size in zip(table.lists, table.sizes, strict=True) if size == 0]
    if many - len(empty) < LEAST_LISTS:
        yield f"Too few lists hold anybody (nobody on {', '.join(empty)}); at least {LEAST_LISTS} are wanted."
    if table.n < LEAST_PEOPLE:
        yield (
            f"{table.n} people are too few: with so small overlaps one person more or less changes the "
            f"answer many times over. Join periods or places until there are {FEW_PEOPLE} or more."
        )
    yield from _not_lists(table)
    yield from _too_little_overlap(table)


def _two_lists(table: OverlapTable) -> str:
    both = int(table.shared[0, 1])
    total, error = chapman(int(table.sizes[0]), int(table.sizes[1]), both)
    return (
        f"Two lists can be put together only as if they were independent, which nobody can check: "
        f"Chapman's formula, which assumes independence, gives {total:,.0f} (standard error {error:,.0f}); "
        "it is not offered as an estimate. Find a third list."
    )


def _not_lists(table: OverlapTable) -> Iterator[str]:
    for one, other in combinations(range(len(table.lists)), 2):
        if _copy(table, one, other):
            yield (
                f"{table.lists[one]} and {table.lists[other]} hold nearly the same people: one copies the "
                "other and is not a list. Merge them and estimate again."
            )
    if len(table.lists) < MANY_LISTS:
        for inner, outer in nested(table):
            yield (
                f"Everybody on {inner} is also on {outer}: it is drawn from it and says nothing of its own. "
                "Merge them and estimate again."
            )


def _copy(table: OverlapTable, one: int, other: int) -> bool:
    both = int(table.shared[one, other])
    either = int(table.sizes[one] + table.sizes[other]) - both
    return either >= SHORT_LIST and both >= A_COPY * either


def nested(table: OverlapTable) -> list[tuple[str, str]]:
    """Lists that lie within another by more than chance: (inner, outer)."""
    sizes, found = table.sizes, []
    for inner in range(len(table.lists)):
        for outer in range(len(table.lists)):
            if inner == outer or sizes[inner] < SHORT_LIST or table.shared[inner, outer] < sizes[inner]:
                continue
            if (sizes[outer] / table.n) ** int(sizes[inner]) < NO_CHANCE:
                found.append((table.lists[inner], table.lists[outer]))
    return found


def _too_little_overlap(table: OverlapTable) -> Iterator[str]:
    held = [pair for pair in combinations(range(len(table.lists)), 2) if table.shared[pair] > 0]
    if not held:
        yield (
            "No two lists share anybody. Either they speak of different people, periods or places, or their "
            "people were never linked: link them first."
        )
    elif len(held) == 1:
        one, other = held[0]
        yield (
            f"Only {table.lists[one]} and {table.lists[other]} share anybody. Overlaps of at least two pairs "
            "of lists are wanted, or dependence cannot be told from coverage."
        )


def _pair(table: OverlapTable, one: int, other: int) -> Pair:
    both = int(table.shared[one, other])
    first_only, second_only = int(table.sizes[one]) - both, int(table.sizes[other]) - both
    neither = table.n - both - first_only - second_only
    ratio = both * neither / (first_only * second_only) if first_only and second_only else None
    return Pair(table.lists[one], table.lists[other], both, ratio)


def _on_one_list(table: OverlapTable) -> float:
    once = float(table.people[table.patterns.sum(axis=1) == 1].sum())
    return once / table.n if table.n else 0.0


def _cautions(table: OverlapTable) -> Iterator[str]:
    if LEAST_PEOPLE <= table.n < FEW_PEOPLE:
        yield f"Only {table.n} people are documented; fewer than {FEW_PEOPLE} give wide and unsteady answers."
    if len(table.lists) >= MANY_LISTS:
        for inner, outer in nested(table):
            yield f"Everybody on {inner} is also on {outer}; consider merging the two."
    if table.n and _on_one_list(table) > MOSTLY_ALONE:
        yield (
            f"{_on_one_list(table):.0%} of people are on one list only. Missed links do this too, and every "
            "missed link raises the estimate."
        )
    never = int((np.triu(table.shared == 0, 1)).sum())
    if never:
        yield f"{never} pairs of lists share nobody." if never > 1 else "One pair of lists shares nobody."
