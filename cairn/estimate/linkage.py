"""Estimates over draws of the linkage: who is the same person is itself in doubt, and the answer must hold
that.

Linking gives pairs of records with a probability that both are one person. Each draw decides every pair by
its probability, never putting two records of one list together, and makes an overlap table; the estimates of
all draws mixed are the answer (Sadinle 2018). A point estimate from one linkage hides a doubt that can be
larger than all others: every one in a hundred links missed raises the estimate by about as much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cairn.estimate.overlap import OverlapTable
from cairn.estimate.result import DRAWS, LEVEL, Estimate, ModelAnswer
from cairn.exceptions import BadInput

# A mixture over linkages stands only if at most this share of them was refused.
MOST_REFUSED = 0.2

Record = tuple[str, Hashable]


@dataclass(frozen=True)
class MatchedPair:
    """Two records, each a list's name and a number or name within it, and the probability that they are one
    person."""

    first: Record
    second: Record
    probability: float

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise BadInput(f"The probability {self.probability} of a match is not between 0 and 1.")


def draw_linkages(
    lists: Mapping[str, Sequence[Hashable]], pairs: Sequence[MatchedPair], many: int, seed: int
) -> Iterator[OverlapTable]:
    """Overlap tables, one for each draw of the linkage. Unpaired records are people of their own."""
    rng = np.random.default_rng(seed)
    ordered = sorted(pairs, key=lambda pair: -pair.probability)
    chances = np.array([pair.probability for pair in ordered])
    for _ in range(many):
        kept = rng.uniform(size=len(ordered)) < chances
        yield linked([pair for pair, keep in zip(ordered, kept, strict=True) if keep], lists)


def linked(pairs: Sequence[MatchedPair], lists: Mapping[str, Sequence[Hashable]]) -> OverlapTable:
    """The table in which these pairs are one person each; a pair that would join two records of a list is
    not."""
    bit = {name: 1 << place for place, name in enumerate(lists)}
    parent: dict[Record, Record] = {}
    on = {(name, record): bit[name] for name, records in lists.items() for record in records}
    for pair in pairs:
        for record in (pair.first, pair.second):
            if record not in on:
                raise BadInput(f"A pair names {record[1]!r} on {record[0]!r}, but no such record is listed.")
        one, other = _root(parent, pair.first), _root(parent, pair.second)
        if one != other and not on[one] & on[other]:
            parent[other] = one
            on[one] |= on[other]
    found = Counter(bits for record, bits in on.items() if record not in parent)
    many = len(lists)
    counts = {format(bits, f"0{many}b")[::-1]: count for bits, count in found.items()}
    return OverlapTable(tuple(lists), counts)


def average_over_linkages(
    tables: Sequence[OverlapTable], estimate: Callable[[OverlapTable], Estimate]
) -> Estimate:
    """The mixture of the estimates of all draws; refused when more than a fifth of them are."""
    answers = [estimate(table) for table in tables]
    stood = [answer for answer in answers if answer.draws is not None]
    refused = len(answers) - len(stood)
    documented = round(float(np.median([answer.n_documented for answer in answers])))
    dots = tuple(
        ModelAnswer(f"linkage {number}", answer.median, 1 / len(answers), answer.engine)
        for number, answer in enumerate(answers, 1)
        if answer.median is not None
    )
    said = {"linkages": len(answers), "linkages_refused": refused}
    if refused > MOST_REFUSED * len(answers):
        first = next(answer.reason for answer in answers if answer.refused)
        reason = f"{refused} of {len(answers)} linkages cannot carry an estimate; the first says: {first}"
        return Estimate(documented, "linkages", None, None, dots, said, reason)
    pooled = np.concatenate([answer.draws for answer in stood if answer.draws is not None])
    low, middle, high = np.quantile(pooled, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    draws = np.quantile(pooled, (np.arange(DRAWS) + 0.5) / DRAWS)
    return replace(
        stood[0],
        n_documented=documented,
        median=float(middle),
        interval=(float(low), float(high)),
        models=dots,
        diagnostics=said,
        draws=draws,
    )


def _root(parent: dict[Record, Record], record: Record) -> Record:
    while record in parent:
        record = parent[record]
    return record
