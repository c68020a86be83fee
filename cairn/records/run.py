"""Everything that is due, in order: extract, link, grade, admissions. What is done is kept as it is done.

Killed at any moment and started again, a run goes on where it was: each parcel is one change, whole or not
there, and what a step makes follows from what it was given.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cairn.exceptions import LedgerError, in_words
from cairn.records.admitting import admit_due
from cairn.records.asking import ask_due
from cairn.records.extracting import extract_due
from cairn.records.grading import grade_due
from cairn.records.ledger import Ledger
from cairn.records.linking.due import link_due
from cairn.records.progress import Watching, unwatched

# A statement may tell of an incident that nobody knew, or confirm one that is graded already: then link and
# grade look again. Twice settles it; the third round sees that nothing moves.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did; `refused` has a sentence for each report that could not be read.

    `by_model` says how well a language model's proposals fitted, where the ledger asks one.
    """

    read: int
    proposed: int
    admitted: int
    refused: tuple[str, ...]
    by_model: tuple[str, ...] = ()


def run(ledger: Ledger, cores: int = 1, watch: Watching = unwatched) -> Done:
    """Do everything that is due. Nothing new in, nothing changed. Refuses while another run is at work."""
    with _alone(ledger):
        return _run(ledger, cores, watch)


@contextmanager
def _alone(ledger: Ledger) -> Iterator[None]:
    """Two runs at once would link and grade the same things; a killed one leaves no lock behind."""
    try:
        lock = (ledger.path / "run.lock").open("wb")
    except OSError as problem:
        raise LedgerError(f"{ledger.path} cannot be written: {in_words(problem)}. Make room there.") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LedgerError(f"Another run is at work on {ledger.path}. Wait until it has ended.") from None
        yield


def _run(ledger: Ledger, cores: int, watch: Watching) -> Done:
    read, refused = extract_due(ledger.conflict, cores, watch)
    proposed = admitted = 0
    for _ in range(ROUNDS):
        link_due(ledger.conflict, watch)
        proposed += grade_due(ledger.conflict, watch)
        matched = admit_due(ledger.conflict, watch)
        admitted += matched
        if not matched:
            break
    # Last: it is slow, and nothing that the ledger counts waits for it.
    return Done(read, proposed, admitted, tuple(refused), tuple(ask_due(ledger, watch)))
