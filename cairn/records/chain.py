"""The chain of changes: what a row's hash is, what a change's hash is, and whether both still agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast

from cairn.records.models import Bookkeeping, Change
from cairn.records.models.fields import RowField, ValueField, canonical

GENESIS = "0" * 64  # what stands before the first change


def _plain(column: Any) -> Any:
    if isinstance(column, datetime):
        return column.astimezone(UTC).isoformat()
    return column if column is None or isinstance(column, bool | int | float | str) else str(column)


def _hash(plain: Any) -> str:
    return hashlib.sha256(canonical(plain).encode("utf-8", "surrogatepass")).hexdigest()


def row_hash(row: models.Model) -> str:
    """SHA-256 of what the row says, column by column, as it is stored."""
    fields = type(row)._meta.concrete_fields
    return _hash([_plain(f.get_prep_value(getattr(row, f.attname))) for f in fields])


def change_hash(change: Change) -> str:
    """SHA-256 of everything a change says and of the hash before it."""
    named = ("seq", "person", "action", "reason", "subject", "body", "previous")
    return _hash({"at": _plain(change.at), **{name: getattr(change, name) for name in named}})


def broken_links() -> Iterator[str]:
    """A sentence for each change that does not follow from the one before it."""
    previous, due = GENESIS, 1
    for change in Change.objects.order_by("seq").iterator(chunk_size=50):
        if change.seq != due:
            yield f"Change {due} is missing from the chain: the next one found is {change.seq}."
        if change.previous != previous:
            yield f"Change {change.seq} does not follow the change before it: the chain was cut or rewritten."
        if change_hash(change) != change.hash:
            yield f"Change {change.seq} ({change.action}, {change.person}) was altered after it was made."
        previous, due = change.hash, change.seq + 1


def altered_rows() -> Iterator[str]:
    """A sentence for each row that is not as the last change left it: altered, gone, or never recorded."""
    expected = _last_hashes()
    for model in apps.get_app_config("records").get_models():
        if model is not Change and not issubclass(model, Bookkeeping):
            yield from _altered(model, expected.get(model.__name__, {}))


def _last_hashes() -> dict[str, dict[str, str]]:
    last: dict[str, dict[str, str]] = {}
    for body in Change.objects.order_by("seq").values_list("body", flat=True).iterator(chunk_size=50):
        for table, rows in body.get("rows", {}).items():
            last.setdefault(table, {}).update(rows)
    return last


def _altered(model: type[models.Model], expected: dict[str, str]) -> Iterator[str]:
    for key, found in _stored_hashes(model):
        wanted = expected.pop(key, None)
        if wanted is None:
            yield f"{model.__name__} {key} was put into the database behind Cairn's back: no change made it."
        elif wanted != found:
            yield f"{model.__name__} {key} was altered in the database behind Cairn's back."
    for key in expected:
        yield f"{model.__name__} {key} was deleted from the database behind Cairn's back."


def _stored_hashes(model: type[models.Model]) -> Iterator[tuple[str, str]]:
    """Key and hash of every row, over the letters that are stored and not over what they mean."""
    fields = model._meta.concrete_fields
    raw = {
        f"raw_{f.attname}": Cast(f.attname, models.TextField())
        for f in fields
        if isinstance(f, ValueField | RowField)
    }
    names = [f"raw_{f.attname}" if isinstance(f, ValueField | RowField) else f.attname for f in fields]
    key_at = next(i for i, f in enumerate(fields) if f.primary_key)
    for row in model._default_manager.annotate(**raw).values_list(*names).iterator(chunk_size=1000):
        yield str(row[key_at]), _hash([_plain(column) for column in row])


def head() -> str:
    """The hash of the newest change: whoever keeps a copy of it can tell whether the ledger was rewritten."""
    return Change.objects.order_by("-seq").values_list("hash", flat=True).first() or GENESIS
