"""Belligerents' statements as values, in the order they were made."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable

from cairn.records.models import Admission
from cairn.total.beside.conceding import Word, in_one_breath
from cairn.values import Verdict

Key = tuple[uuid.UUID | None, str, str | int]


def words_of(statements: Iterable[Admission]) -> list[Word]:
    """Oldest first; what one report has a belligerent say of one incident is one word of it.

    That a line repeats another takes nothing back of what was said of the incident before.
    """
    found: dict[Key, Word] = {}
    spoken: set[tuple[uuid.UUID, str]] = set()
    for one in sorted(statements, key=_when):
        if one.incident_id is not None:
            if _repeats(one) and (one.incident_id, one.belligerent) in spoken:
                continue
            spoken.add((one.incident_id, one.belligerent))
        word = Word(str(one.incident_id) if one.incident_id else None, one.concession)
        # Lines that no single incident answers to may be of several.
        of_its_own = one.report_id is None or one.incident_id is None
        key = one.incident_id, one.belligerent, one.pk if of_its_own else str(one.report_id)
        found[key] = in_one_breath(found[key], word) if key in found else word
    return list(found.values())


def _repeats(one: Admission) -> bool:
    return one.concession.verdict is Verdict.DUPLICATE


def _when(one: Admission) -> tuple[str, bool, dt.datetime, int]:
    return str(one.stated_on or ""), _repeats(one), one.made_at, one.pk
