"""Rolls of names: "the dead were named as …", "the names of the martyrs: 1- … 2- …", over one line or many.

A roll says who was harmed and not how many in all; grading takes those named as the least there were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.extract.items import Item
from cairn.extract.mentions import Mention
from cairn.extract.units import Unit
from cairn.values import Harm

_WORDS_BESIDE_A_NAME = 4  # a line of a roll holds little beside its name: a number, an age, a title


@dataclass(frozen=True, slots=True)
class Roll:
    """People named as harmed; `open` while the next line may go on with it."""

    kind: Harm
    people: tuple[Mention, ...]
    open: bool


def begins(said: Sequence[Unit]) -> bool:
    """Whether a sentence has the words that open a roll."""
    return any(unit.is_("named as") for unit in said)


def roll_in(items: Sequence[Item]) -> Roll | None:
    """The roll a sentence opens; None where it names nobody as harmed."""
    cue = next((at for at, item in enumerate(items) if isinstance(item, Unit) and item.is_("named as")), None)
    kind = _kind(items)
    if cue is None or kind is None:
        return None
    people = _names(items[cue + 1 :])
    last = items[-1]
    ends_open = isinstance(last, Unit) and last.key in (":", "-")
    return Roll(kind, people, ends_open or not people or isinstance(last, Mention))


def goes_on(roll: Roll, items: Sequence[Item]) -> Roll | None:
    """The roll's next line, if the sentence is one: a name and little else."""
    people = _names(items)
    words = [item for item in items if isinstance(item, Unit) and not item.is_mark]
    if (
        not people
        or len(words) > _WORDS_BESIDE_A_NAME * len(people)
        or any(unit.sense.frame for unit in words)
    ):
        return None
    return Roll(roll.kind, people, True)


def _names(items: Sequence[Item]) -> tuple[Mention, ...]:
    return tuple(item for item in items if isinstance(item, Mention) and item.people)


def _kind(items: Sequence[Item]) -> Harm | None:
    """What was done to those named; the dead are named before the wounded."""
    said: set[Harm] = set()
    for item in items:
        said.update(item.harm if isinstance(item, Mention) else item.sense.harm)
        if isinstance(item, Unit) and item.is_("those harmed"):
            said.add(Harm.KILLED)
        if isinstance(item, Mention) and item.victims:
            said.add(Harm.KILLED)
    return next(
        (kind for kind in (Harm.KILLED, Harm.INJURED, Harm.CAPTURED, Harm.MISSING) if kind in said), None
    )
