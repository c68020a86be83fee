"""A record of every kind, with a word of its own in every field, by which it is known where it turns up."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Union, get_args, get_origin

from django.apps import apps
from django.db import models

from cairn.records.models.fields import PartialDateField, RowField, ValueField
from cairn.values import Grade, PartialDate, Range, Verdict

NOW = dt.datetime(2024, 2, 3, 4, 5, tzinfo=dt.UTC)
DAY = PartialDate("2021-05-04")
FIXED: dict[type, Any] = {Range: Range(2, 3), PartialDate: DAY, Grade: Grade.FAIR, Verdict: Verdict.CREDIBLE}
# Fields whose words mean something to the program.
SAID = {
    "Assessment.kind": "decision",
    "Admission.match": "matched",
    "Admission.candidates": [],
    "JudgementRecord.about": "report",
    "JudgementRecord.judgement": "same",
    "Attribution.kind": "suspected",
    "Change.hash": "a" * 64,
}


def mark(of: str, tag: str) -> str:
    """A word for a field, in letters that no file format changes: qzopenreportxtextzq."""
    plain = f"{tag}{of}".lower().replace(".", "x")
    return f"qz{''.join(letter for letter in plain if letter.isalnum())}zq"


def marked(kind: Any, of: str, tag: str) -> Any:
    """A value of this kind with marks in all its words."""
    if kind in FIXED:
        return FIXED[kind]
    if kind is str:
        return mark(of, tag)
    if kind in (int, float):
        return kind(7)
    if kind is bool:
        return False
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [part.name for part in dataclasses.fields(kind)]
        return kind(**{name: marked(hints[name], f"{of}.{name}", tag) for name in names})
    return _generic(kind, of, tag)


def _generic(kind: Any, of: str, tag: str) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return marked(next(option for option in inner if option is not types.NoneType), of, tag)
    if origin is tuple:
        many = len(inner) == 2 and inner[1] is Ellipsis
        return tuple(marked(option, of, tag) for option in (inner[:1] if many else inner))
    if origin in (dict, Mapping):
        return {"children" if inner[1] is Range else "place": marked(inner[1], of, tag)}
    if origin is frozenset:
        return frozenset({marked(inner[0], of, tag)})
    raise AssertionError(
        f"{of} is of a kind that nobody marks yet: {kind}. Say how in tests/records/marked.py."
    )


def write_marked(tag: str, given: Mapping[str, Any], withdrawn: bool = False) -> dict[type, models.Model]:
    """A row of every table, each pointing to the others; `given` says some fields otherwise."""
    made: dict[type, models.Model] = {}
    for model in _in_order():
        row = model(**dict(_cells(model, tag, given, made, withdrawn)))
        row.save(force_insert=True)
        made[model] = row
    return made


def _in_order() -> list[type[models.Model]]:
    """Every table after those that it points to."""
    left, done = list(apps.get_app_config("records").get_models()), list[type[models.Model]]()
    while left:
        for model in list(left):
            wanted = {f.related_model for f in model._meta.concrete_fields if f.is_relation}
            if wanted <= {*done, model}:
                done.append(model)
                left.remove(model)
    return done


def _cells(
    model: type[models.Model],
    tag: str,
    given: Mapping[str, Any],
    made: Mapping[type, models.Model],
    withdrawn: bool,
) -> Iterator[tuple[str, Any]]:
    for field in model._meta.concrete_fields:
        of = f"{model.__name__}.{field.name}"
        said = {**SAID, **given}
        if of in said:
            yield field.name, said[of]
        elif field.name == "withdrawn_at":
            yield field.name, NOW if withdrawn else None
        elif field.is_relation:
            yield field.name, made.get(field.related_model)  # type: ignore[arg-type]
        elif not isinstance(field, models.AutoField | models.UUIDField):
            yield field.name, _cell(field, of, tag)


def _cell(field: Any, of: str, tag: str) -> Any:
    if isinstance(field, RowField):
        return {"cell": mark(of, tag)}
    if isinstance(field, ValueField):
        return marked(field.kind, of, tag) if field.kind else {"key": mark(of, tag)}
    if isinstance(field, PartialDateField):
        return DAY
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.IntegerField | models.FloatField):
        return 7
    word = mark(of, tag)
    return word if field.max_length is None or len(word) <= field.max_length else word[: field.max_length]
