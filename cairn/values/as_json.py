"""Values as JSON and back: one shape for the database, the batch commands and the releases.

A value with `to_json`/`from_json` speaks for itself; any other dataclass is a mapping of its fields, with
the empty ones left out.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def to_json(value: object) -> Any:
    """Plain lists, mappings, strings and numbers for a value."""
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {name: to_json(part) for name, part in named if part not in (None, (), {}, "")}
    if isinstance(value, Mapping):
        return {str(key): to_json(part) for key, part in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(map(to_json, value))
    if isinstance(value, list | tuple):
        return [to_json(part) for part in value]
    return value


@cache
def _fields(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}


@cache
def _empty(kind: type) -> dict[str, Any]:
    """What `to_json` leaves out of the fields that must be given: None where nobody said, "" for no words."""
    needed = [
        f.name for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING
    ]
    empty = {str: "", tuple: (), dict: {}}
    hints = {name: _fields(kind)[name] for name in needed}
    none = {name: None for name, hint in hints.items() if types.NoneType in get_args(hint)}
    return none | {name: empty[hint] for name, hint in hints.items() if hint in empty}


def from_json(kind: type[T], said: Any) -> T:
    """The value that `to_json` wrote. Unknown keys raise TypeError: nothing is dropped in silence."""
    return typing.cast(T, _read(kind, said))


def _read(kind: Any, said: Any) -> Any:
    if said is None:
        return None
    if hasattr(kind, "from_json"):
        return kind.from_json(said)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = _fields(kind)
        if unknown := set(said) - set(hints):
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        return kind(**_empty(kind) | {name: _read(hints[name], part) for name, part in said.items()})
    return _read_generic(kind, said)


def _read_generic(kind: Any, said: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _read(next(option for option in inner if option is not types.NoneType), said)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_read(inner[0], part) for part in said)
        return tuple(_read(option, part) for option, part in zip(inner, said, strict=True))
    if origin is frozenset:
        return frozenset(_read(inner[0], part) for part in said)
    if origin in (dict, Mapping):
        return {_read(inner[0], key): _read(inner[1], part) for key, part in said.items()}
    return kind(said) if isinstance(kind, type) and issubclass(kind, Enum) else said
