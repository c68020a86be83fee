"""A list of people as the columns that Splink compares, and what of them two lists tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from cairn.link.listed import ListedPerson
from cairn.link.name_weights import Parts
from cairn.link.names import frame, name_parts

NAME = ("own", "father", "grandfather", "family")
OTHERS = ("age", "sex", "day", "place")
SCRIPTS = ("name_ar", "name_en")


@dataclass(frozen=True, slots=True)
class Told:
    """What both lists tell: the script in which most of both are written, and what stands beside the names.

    Where no script is shared, names meet by their frames.
    """

    script: str
    said: tuple[str, ...]

    @classmethod
    def by(cls, first: Mapping[str, int], second: Mapping[str, int]) -> Told:
        """From how many people of each list have what."""
        sides = (first, second)
        script = max(SCRIPTS, key=lambda script: min(side[script] / max(1, side["id"]) for side in sides))
        return cls(script, tuple(column for column in OTHERS if all(side[column] for side in sides)))


def having(people: Sequence[ListedPerson]) -> Counter[str]:
    """How many of a list have a name in each script, an age, a sex, a day and a place of death."""
    columns = ("id", *SCRIPTS, *OTHERS)
    return Counter({name: sum(getattr(each, name) not in (None, "") for each in people) for name in columns})


def table(people: Sequence[ListedPerson], script: str) -> Any:
    """The list as an Arrow table, column by column: row by row takes thrice as long."""
    arrow = import_module("pyarrow")
    text, whole = arrow.string(), arrow.int32()
    parts = [name_parts(getattr(each, script) or each.name_ar or each.name_en) for each in people]
    middle = [tuple(map(frame, each[1:-1])) for each in parts]  # tuples of words cost the collector nothing
    columns = {"unique_id": arrow.array([each.id for each in people], text)}
    for name, said in zip(NAME, [*zip(*map(_by_place, parts), strict=True)] or [()] * len(NAME), strict=True):
        columns[name] = arrow.array(said, text)
        columns[f"{name}_letters"] = arrow.array([part and single_bytes(part) for part in said], text)
        columns[f"{name}_frame"] = arrow.array([frame(part) if part else None for part in said], text)
    columns["middle"] = arrow.array(middle, arrow.list_(text))
    columns["age"] = arrow.array([None if each.age is None else int(each.age) for each in people], whole)
    columns["sex"] = arrow.array([each.sex for each in people], text)
    columns["day"] = arrow.array([each.day for each in people], whole)
    columns["place"] = arrow.array([each.place or None for each in people], text)
    return arrow.table(columns)


@lru_cache(maxsize=300_000)
def single_bytes(part: str) -> str:
    """Each letter as one byte: DuckDB compares bytes and Spark letters, and both must find the same.

    >>> len(single_bytes("سمير").encode())
    4
    """
    return "".join(letter if letter.isascii() else chr(33 + ord(letter) % 94) for letter in part)


def _by_place(parts: Parts) -> tuple[str | None, ...]:
    """Own, father's, grandfather's and family's name; of two parts the second is the family's."""
    own, *rest = parts or (None,)
    father, grandfather, *_ = (*rest[:-1], None, None)
    return own, father, grandfather, rest[-1] if rest else None
