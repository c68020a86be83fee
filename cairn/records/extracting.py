"""Extract what is due: reports that nobody read yet, or that an older version of extract read."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait

from cairn.exceptions import CairnError, LedgerError
from cairn.records import actions
from cairn.records.models import ReadingRecord, Report
from cairn.records.progress import Watching
from cairn.records.queries import report_text
from cairn.records.version import reading_version
from cairn.story import extract
from cairn.values import Reading, ReportText
from cairn.vocabulary.conflict import Conflict

REPORTS_A_CHANGE = 50  # what a killed run has read and not yet kept, at most
REPORTS_A_PARCEL = 8
AHEAD = 4  # parcels that wait for each worker, so that none stands idle and texts do not pile up
WORTH_WORKERS = 40  # below this, starting them takes longer than they save

Outcome = tuple[str, Reading | str]  # a report's id with its reading, or with the sentence why there is none


def due(version: str) -> list[str]:
    """The reports to read, oldest first."""
    read = ReadingRecord.objects.filter(version=version).values("report_id")
    standing = Report.objects.filter(withdrawn_at=None).exclude(id__in=read)
    return list(standing.order_by("made_at", "id").values_list("id", flat=True))


def extract_due(conflict: Conflict, cores: int, watch: Watching) -> tuple[int, list[str]]:
    """Read what is due and keep it, parcel by parcel; how many were read, and a sentence for each refused."""
    version = reading_version(conflict)
    ids = due(version)
    if not ids:
        return 0, []
    advance = watch("extract", len(ids))
    by = actions.the_machine(f"read by the grammar of version {version[:12]}")
    refused: list[str] = []
    outcomes = _read(_texts(ids, conflict), conflict, cores if len(ids) >= WORTH_WORKERS else 1)
    while parcel := list(islice(outcomes, REPORTS_A_CHANGE)):
        refused += [f"Report {id}: {said}" for id, said in parcel if isinstance(said, str)]
        read = [actions.Read(id, said, version) for id, said in parcel if isinstance(said, Reading)]
        actions.keep_readings(by, read)
        advance(len(parcel))
    return len(ids) - len(refused), refused


def _texts(ids: Sequence[str], conflict: Conflict) -> Iterator[ReportText]:
    for start in range(0, len(ids), REPORTS_A_CHANGE):
        parcel = ids[start : start + REPORTS_A_CHANGE]
        found = Report.objects.select_related("source").in_bulk(parcel)
        yield from (report_text(found[id], conflict.countries) for id in parcel)


def _read(reports: Iterator[ReportText], conflict: Conflict, cores: int) -> Iterator[Outcome]:
    """Readings in the order of the reports, by a worker for each core."""
    if cores == 1:
        yield from (_read_one(report, conflict) for report in reports)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share the database's connection
    with _no_worker_lost(), ProcessPoolExecutor(cores, context, _begin, (conflict,)) as workers:
        under_way: deque[Future[list[Outcome]]] = deque()
        while (parcel := list(islice(reports, REPORTS_A_PARCEL))) or under_way:
            if parcel:
                under_way.append(workers.submit(_read_here, parcel))
            if not parcel or len(under_way) > AHEAD * cores:
                yield from under_way.popleft().result()


@contextmanager
def _no_worker_lost() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool:
        raise LedgerError(
            "A worker was ended from outside, perhaps for want of memory. What was read is kept: run again."
        ) from None


_conflict: Conflict


def _begin(conflict: Conflict) -> None:
    """A worker starts: it keeps the setting, and ends when the run that started it is gone."""
    global _conflict
    _conflict = conflict
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _read_here(reports: Sequence[ReportText]) -> list[Outcome]:
    return [_read_one(report, _conflict) for report in reports]


def _read_one(report: ReportText, conflict: Conflict) -> Outcome:
    """One report that extract cannot take must not keep the others from being read."""
    try:
        return report.id, extract(report, conflict)
    except CairnError as refusal:
        return report.id, str(refusal)
    except Exception as slip:
        return report.id, (
            f"extract failed on it ({type(slip).__name__}: {slip}). It stays due; tell Cairn's makers."
        )
