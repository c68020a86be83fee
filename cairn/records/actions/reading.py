"""Keep what was read in reports, and the tolls and figures that stand in them beside the incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.records.change import By, action, concerning, now, withdraw_all, write_all
from cairn.records.models import FigureRecord, ModelReadingRecord, ReadingRecord, Toll
from cairn.records.permissions import can_propose
from cairn.values import ModelReading, Reading, Scope, Tally, to_json


@dataclass(frozen=True, slots=True)
class Read:
    """A report's id, and what this version of extract read in it."""

    report: str
    reading: Reading
    version: str


@action(can_propose)
def keep_readings(by: By, read: Sequence[Read]) -> list[ReadingRecord]:
    """Keep readings of reports; the tolls and figures of earlier readings are withdrawn for the new ones.

    A report that this version has read already, in another run, is not read twice.
    """
    read = _unread(read)
    ids = [each.report for each in read]
    withdraw_all(list(Toll.objects.filter(report__in=ids, withdrawn_at=None)))
    withdraw_all(list(FigureRecord.objects.filter(report__in=ids, withdrawn_at=None)))
    kept = write_all(
        [
            ReadingRecord(report_id=each.report, version=each.version, value=each.reading, made_at=now())
            for each in read
        ]
    )
    write_all([toll for record in kept for toll in _tolls(record)])
    write_all([figure for record in kept for figure in _figures(record)])
    concerning(f"{len(kept)} readings", readings=len(kept))
    return kept


@action(can_propose)
def keep_model_readings(by: By, read: Sequence[tuple[str, ModelReading]]) -> list[ModelReadingRecord]:
    """Keep what a model proposed about reports, by their ids, and how well it fitted."""
    kept = write_all(
        [
            ModelReadingRecord(report_id=report, version=each.rule, value=each, made_at=now())
            for report, each in read
        ]
    )
    concerning(f"{len(kept)} readings by a model", fits=to_json(Tally.of(each for _, each in read)))
    return kept


def _unread(read: Sequence[Read]) -> list[Read]:
    held = ReadingRecord.objects.filter(report__in=[each.report for each in read])
    known = set(held.values_list("report_id", "version"))
    return [each for each in read if (each.report, each.version) not in known]


def _tolls(record: ReadingRecord) -> list[Toll]:
    return [
        Toll(report_id=record.report_id, reading=record, date=claim.date, value=claim, made_at=now())
        for claim in record.value.claims
        if claim.scope is Scope.TOLL
    ]


def _figures(record: ReadingRecord) -> list[FigureRecord]:
    return [
        FigureRecord(
            report_id=record.report_id,
            reading=record,
            measure=figure.measure,
            date=figure.date,
            value=figure,
            made_at=now(),
        )
        for figure in record.value.figures
    ]
