"""Ask for the rows of very many keys: a database takes only so many in one question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
R = TypeVar("R")
T = TypeVar("T")

KEYS_A_QUESTION = 5000


def among(rows: QuerySet[M, R], column: str, keys: Collection[Any]) -> Iterator[R]:
    """The rows whose `column` is one of `keys`, parcel by parcel: in order only within a parcel."""
    for parcel in parcels(dict.fromkeys(keys), KEYS_A_QUESTION):
        yield from rows.filter(**{f"{column}__in": parcel})


def parcels(each: Iterable[T], size: int) -> Iterator[list[T]]:
    """The same one after another, so many at a time.

    >>> list(parcels("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    left = iter(each)
    while parcel := list(islice(left, size)):
        yield parcel
