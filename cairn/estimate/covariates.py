"""Two lists and what is known of their people, as a CSV file: a row a person, 0 or 1 for each list.

    id,ministry,survey,age,sex
    1,1,0,34,female
    2,1,1,,male

A number stays a number; a word becomes a column for each word; what is unknown is a kind of its own, because
whose age nobody wrote down is not like the others.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cairn import __version__
from cairn.estimate.doubly_robust import FLOOR, DoublyRobust, Learner, doubly_robust, logistic
from cairn.estimate.overlap import Floats, OverlapTable
from cairn.estimate.result import LEVEL, Estimate, ModelAnswer
from cairn.exceptions import BadInput, CairnError

LEAST_BOTH = 20  # people on both lists, from whom the chance to be on both is learned
MOST_RAISED = 0.1  # share of people whom the lists could hardly share
MOST_WORDS = 40
LEAVES = 20  # kinds of people a tree tells apart at most: with more, a chance next to nought is an accident
ASSUMED = (
    "The two lists are taken to be independent among people alike in {known}, which nobody can check.",
    "The same held for everybody: each had some chance to be on both lists.",
)


@dataclass(frozen=True)
class Listed:
    """The people of two lists: marks of 0 and 1, and what is known of each, a column of numbers a piece."""

    lists: tuple[str, str]
    marks: Floats
    known: Floats
    covariates: tuple[str, ...]

    @property
    def table(self) -> OverlapTable:
        rows = ("".join(str(int(mark)) for mark in row) for row in self.marks)
        return OverlapTable(self.lists, dict(Counter(rows)))


def read_people(text: str, covariates: Sequence[str], name: str = "the file") -> Listed:
    """The people of a CSV file; the two columns of 0 and 1 that are no covariates are the lists."""
    try:
        rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")))
    except csv.Error as problem:
        raise BadInput(f"{name} is not a CSV file ({problem}). Save it as CSV in UTF-8.") from None
    if not rows:
        raise BadInput(f"{name} is empty. Write a row for each person, with 0 or 1 for each list.")
    columns = [column for column in rows[0] if column]
    if missing := [column for column in covariates if column not in columns]:
        raise BadInput(f"{name} has no column {missing[0]}. It has {', '.join(columns)}.")
    others = [column for column in columns if column not in covariates]
    lists = [column for column in others if {(row[column] or "").strip() for row in rows} <= {"0", "1"}]
    if len(lists) != 2:
        raise BadInput(
            f"{name} has {len(lists)} columns of 0 and 1 beside {', '.join(covariates)}; two are wanted. "
            "With three lists or more, estimate from their counts."
        )
    marks = np.array([[float(row[column]) for column in lists] for row in rows])
    known = np.column_stack([_numbers([row[c] or "" for row in rows], c) for c in covariates])
    return Listed((lists[0], lists[1]), marks, known, tuple(covariates))


def estimate_of_people(people: Listed, seed: int, forest: bool = False) -> Estimate:
    """How many people in all, or why the two lists cannot say, although what is known of people is used."""
    table = people.table
    both = int(table.counts.get("11", 0))
    engine = "doubly robust"
    if both < LEAST_BOTH:
        reason = f"{both} people are on both lists; from fewer than {LEAST_BOTH} nothing can be learned."
        return _told(Estimate.withheld(table.n, engine, reason, seed), people)
    first, second = people.marks.T
    found = doubly_robust(first, second, people.known, seed, forest_of(seed) if forest else logistic)
    return _told(_answer(found, table.n, both, seed, forest), people)


def _answer(found: DoublyRobust, documented: int, both: int, seed: int, forest: bool) -> Estimate:
    low, high = found.interval
    learner = "forest" if forest else "logistic"
    said = {"on_both": both, "raised_to_the_floor": found.raised, "floor": FLOOR, "learner": learner}
    if found.raised > MOST_RAISED:
        reason = (
            f"{found.raised:.0%} of the people had next to no chance to be on both lists "
            f"(at most {MOST_RAISED:.0%} is allowed): how many are like them nobody can say."
        )
        return Estimate(documented, "doubly robust", None, None, diagnostics=said, reason=reason, seed=seed)
    interval = (max(low, float(documented)), high)
    dot = ModelAnswer(learner, found.n, 1.0, "doubly robust", *interval)
    return Estimate(documented, "doubly robust", found.n, interval, (dot,), said, seed=seed, level=LEVEL)


def _told(answer: Estimate, people: Listed) -> Estimate:
    sizes = dict(zip(people.lists, people.marks.sum(axis=0).astype(int).tolist(), strict=True))
    cautions = tuple(sentence.format(known=", ".join(people.covariates)) for sentence in ASSUMED)
    return replace(
        answer,
        diagnostics={"lists": sizes, "covariates": list(people.covariates), **answer.diagnostics},
        cautions=cautions,
        version=__version__,
        input_sha256=people.table.sha256,
    )


def forest_of(seed: int) -> Learner:
    """A forest of scikit-learn's, which finds by itself how what is known works together."""
    try:
        from sklearn.ensemble import RandomForestClassifier
    except ModuleNotFoundError:
        raise CairnError(
            "A forest needs scikit-learn, which is missing here: pip install 'cairn-recorder[covariates]'."
        ) from None

    def learned(known: Floats, marks: Floats, new: Floats) -> Floats:
        if len(np.unique(marks)) < 2:
            return np.full(len(new), float(marks.mean()))
        leaf = max(20, len(known) // LEAVES)
        grown = RandomForestClassifier(n_estimators=200, min_samples_leaf=leaf, random_state=seed)
        return np.asarray(grown.fit(known, marks).predict_proba(new)[:, 1])

    return learned


def _numbers(cells: Sequence[str], column: str) -> Floats:
    """One or more columns of numbers for what a column says."""
    said = [cell.strip() for cell in cells]
    unknown = np.array([not cell for cell in said], dtype=float)
    try:
        numbers = np.array([float(cell) if cell else np.nan for cell in said])
    except ValueError:
        return _words(said, column)
    middle = float(np.nanmean(numbers)) if not unknown.all() else 0.0
    filled = np.where(np.isnan(numbers), middle, numbers)
    return np.column_stack([filled, filled**2, unknown])


def _words(said: Sequence[str], column: str) -> Floats:
    words = sorted(set(said))
    if len(words) > MOST_WORDS:
        raise BadInput(
            f"The column {column} has {len(words)} different words; at most {MOST_WORDS} can be told apart. "
            "Join them into kinds."
        )
    return np.array([[float(cell == word) for word in words[1:] or words] for cell in said])
