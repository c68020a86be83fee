"""A join: people and what was done to them, as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.extract.mentions import Mention
from cairn.values import Harm

OWN_WORD = "word for the harmed"  # the rule of "six martyrs", "casualties"
ONESELF = "themselves"  # the rule of "then killed himself"


@dataclass(frozen=True, slots=True)
class Join:
    """`people` were harmed; `among` are some of them.

    `word` is the item that says how, `at` are those of the people; `rule` names the way they were joined.
    """

    kinds: tuple[Harm, ...]
    people: tuple[Mention, ...]
    rule: str
    word: int
    at: tuple[int, ...] = ()
    among: tuple[Mention, ...] = ()
    denied: bool = False
