"""Which dependences between lists a model allows: hierarchical models, by their bits and by their names.

A term is a set of lists, written as bits: 5 is the first and third list together. A model holds every list by
itself, and with each term all the terms within it, so that it is known by its largest: [123,14,34].
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from cairn.estimate.overlap import Floats

Flags = NDArray[np.bool_]

LIST_NAMES = "123456789abcdefghijklmnopqrstuvwxyz"


@cache
def terms(lists: int, order: int) -> tuple[int, ...]:
    """Every term of at most `order` lists: the intercept (no list) first, then by size. Never all the
    lists."""
    order = min(order, lists - 1)
    sets = (those for size in range(order + 1) for those in combinations(range(lists), size))
    return tuple(sum(1 << place for place in those) for those in sets)


@cache
def design(lists: int, order: int) -> Floats:
    """A row for each pattern that can be seen, a column for each term: 1 where the term lies in the
    pattern."""
    seen = np.arange(1, 1 << lists)[:, None]
    columns = np.array(terms(lists, order))[None, :]
    return np.asarray((seen & columns) == columns, dtype=np.float64)


@cache
def hierarchical_models(lists: int, order: int) -> Flags:
    """Every hierarchical model with all single lists, as rows of flags over `terms(lists, order)`."""
    held = terms(lists, order)
    place = {term: number for number, term in enumerate(held)}
    always = [number for number, term in enumerate(held) if term.bit_count() <= 1]
    models: list[set[int]] = [set(always)]
    for number, term in enumerate(held):
        if term.bit_count() < 2:
            continue
        within = {place[term & ~(1 << bit)] for bit in range(lists) if term >> bit & 1}
        models += [model | {number} for model in models if within <= model]
    flags = np.zeros((len(models), len(held)), dtype=bool)
    for row, model in enumerate(models):
        flags[row, list(model)] = True
    return flags


def model_of(largest: Iterable[Iterable[int]], lists: int, order: int) -> Flags:
    """The model with these largest terms, lists counted from 1: [[1, 2], [3]] is [12,3]."""
    tops = [sum(1 << (one - 1) for one in those) for those in largest]
    tops += [1 << place for place in range(lists)]
    return np.array([any(term & top == term for top in tops) for term in terms(lists, order)])


def model_name(model: Flags, lists: int, order: int) -> str:
    """The largest terms of a model, longest first: [123,14,34]."""
    held = [term for term, there in zip(terms(lists, order), model, strict=True) if there and term]
    largest = [term for term in held if not any(term != other and term & other == term for other in held)]
    names = [_term_name(term, lists) for term in largest]
    return f"[{','.join(sorted(names, key=lambda name: (-len(name), name)))}]"


def independence(lists: int, order: int) -> Flags:
    """The model in which no list depends on another."""
    return model_of([], lists, order)


def _term_name(term: int, lists: int) -> str:
    return "".join(LIST_NAMES[place] for place in range(lists) if term >> place & 1)


def named_terms(name: str) -> Sequence[Sequence[int]]:
    """The largest terms that a model's name lists: "[12,3]" is [[1, 2], [3]]."""
    return [[LIST_NAMES.index(mark) + 1 for mark in part] for part in name.strip("[]").split(",")]
