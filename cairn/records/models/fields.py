"""Columns that hold values: the JSON of `cairn.values`, letter for letter the same on every database."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from cairn.values import PartialDate, from_json, to_json


def canonical(plain: Any) -> str:
    """JSON in the one spelling that is stored and hashed: keys sorted, no spaces, letters as they are."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class ValueField(models.TextField):  # type: ignore[type-arg]
    """A value of `kind`, kept as canonical JSON; without a kind, plain lists and mappings.

    Text, not the database's JSON type: PostgreSQL's reorders keys and refuses NUL, and a hash is of letters.
    """

    def __init__(self, kind: type | None = None, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def from_db_value(self, stored: str | None, *_: object) -> Any:
        if stored is None:
            return None
        plain = json.loads(stored)
        return plain if self.kind is None else from_json(self.kind, plain)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else canonical(to_json(value))


class RowField(models.TextField):  # type: ignore[type-arg]
    """A row of somebody's table, its columns in their order, kept as JSON."""

    def from_db_value(self, stored: str | None, *_: object) -> Any:
        return None if stored is None else json.loads(stored)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A date as precise as its source; sorts as text, because ISO prefixes do."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 10, "null": True, **options})

    def from_db_value(self, stored: str | None, *_: object) -> PartialDate | None:
        return None if stored is None else PartialDate(stored)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else str(value)
