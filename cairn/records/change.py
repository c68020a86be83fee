"""How a record changes: an action opens a change, writes rows in it, and closes it, in one transaction.

    @action(can_grade)
    def accept(by: By, proposal: Assessment) -> Assessment:
        return write(Assessment(...))

A person, a reason, a permission; the rows; their hashes in the chain: all of it or none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from django.db import connection, models, transaction
from django.utils import timezone

from cairn.exceptions import LedgerError, NotAllowed
from cairn.records.chain import GENESIS, change_hash, row_hash
from cairn.records.facts.renewing import BEARING, renew
from cairn.records.many import KEYS_A_QUESTION, parcels
from cairn.records.models import Change
from cairn.records.permissions import MACHINE, Rule
from cairn.records.refusals import in_plain_words

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)
Act: TypeAlias = Callable[Concatenate["By", P], R]


@dataclass(frozen=True, slots=True)
class By:
    """Who makes a change, and why."""

    person: str
    reason: str


def the_machine(reason: str) -> By:
    return By(MACHINE, reason)


@dataclass
class _Open:
    """A change that is being made: its time, and the rows written so far."""

    at: datetime
    subject: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    bearing: list[models.Model] = field(default_factory=list)  # what totals are counted from

    def note(self, rows: Iterable[models.Model]) -> None:
        for row in rows:
            self.rows.setdefault(type(row).__name__, {})[str(row.pk)] = row_hash(row)
            if isinstance(row, BEARING):
                self.bearing.append(row)


_current: ContextVar[_Open | None] = ContextVar("change", default=None)


def _open() -> _Open:
    change = _current.get()
    if change is None:
        raise LedgerError("A record was written outside an action. Write it in cairn/records/actions.")
    return change


def now() -> datetime:
    """The time of the change that is being made: one for all its rows."""
    return _open().at


def concerning(subject: str, **said: Any) -> None:
    """What the change is about, for the corrections log: a code, an id, counts."""
    change = _open()
    change.subject = subject
    change.said.update(said)


def write(row: M) -> M:
    """Save one row, new or changed, and note its hash in the change."""
    row.save()
    _open().note([row])
    return row


def write_all(rows: Sequence[M]) -> list[M]:
    """Save many new rows of one table at once."""
    if not rows:
        return []
    saved = type(rows[0])._default_manager.bulk_create(rows, batch_size=500)
    _open().note(saved)
    return list(saved)


def withdraw_all(rows: Sequence[M]) -> None:
    """Withdraw rows that are there: nothing is deleted."""
    if not rows:
        return
    for row in rows:
        row.withdrawn_at = now()  # type: ignore[attr-defined]
    for parcel in parcels(rows, KEYS_A_QUESTION):
        kept = type(rows[0])._default_manager.filter(pk__in=[row.pk for row in parcel])
        kept.update(withdrawn_at=now())
    _open().note(rows)


@contextmanager
def whole_or_not_at_all() -> Iterator[None]:
    """What is changed within is changed all together, or nothing is."""
    with in_plain_words(), transaction.atomic():
        yield


def action(allowed: Rule) -> Callable[[Act[P, R]], Act[P, R]]:
    """Make a function the writer of one change. `allowed` is asked with the first argument after `by`.

    The function's name is the name of the change. Nothing is recorded when it wrote nothing.
    """

    def make(act: Act[P, R]) -> Act[P, R]:
        @wraps(act)
        def changing(by: By, /, *args: P.args, **named: P.kwargs) -> R:
            if not by.reason.strip():
                in_words = act.__name__.replace("_", " ")
                raise NotAllowed(f"“{in_words}” needs a reason: say why with --reason TEXT.")
            allowed.require(by.person, args[0] if args else None)
            with whole_or_not_at_all():
                _one_writer()
                change = _Open(timezone.now())
                token = _current.set(change)
                try:
                    done = act(by, *args, **named)
                finally:
                    _current.reset(token)
                if change.rows:
                    _close(change, by, act.__name__)
            return done

        return changing

    return make


def _one_writer() -> None:
    """On SQLite BEGIN IMMEDIATE has seen to it; on PostgreSQL the chain's table is locked till the end."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Change._meta.db_table} IN EXCLUSIVE MODE")


def _close(change: _Open, by: By, name: str) -> None:
    last = Change.objects.order_by("-seq").only("seq", "hash").first()
    row = Change(
        seq=last.seq + 1 if last else 1,
        at=change.at,
        person=by.person.strip(),
        action=name,
        reason=by.reason.strip(),
        subject=change.subject,
        body={**change.said, "rows": change.rows},
        previous=last.hash if last else GENESIS,
    )
    row.hash = change_hash(row)
    row.save(force_insert=True)
    renew(change.bearing, change.at, row.seq)
