"""A join: people and what was done to them, as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.extract.mention import Mention
from cairn.values import Harm, Way


@dataclass(frozen=True, slots=True)
class Join:
    """`people` were harmed; `among` are some of them.

    `word` is the item that says how, `at` are those of the people; `rule` is the way they were joined.
    """

    kinds: tuple[Harm, ...]
    people: tuple[Mention, ...]
    rule: Way
    word: int
    at: tuple[int, ...] = ()
    among: tuple[Mention, ...] = ()
    denied: bool = False
