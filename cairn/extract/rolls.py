"""Rolls of names: "the dead were named as …", "the names of the martyrs: 1- … 2- …", over one line or many.

A roll says who was harmed and not how many in all; grading takes those named as the least there were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.extract.items import Item
from cairn.extract.mention import Mention
from cairn.extract.roll_cues import named_in_a_row
from cairn.extract.units import Unit
from cairn.values import Harm

_OPENERS = frozenset(("named as", "those harmed", "called"))
_WORDS_BESIDE_A_NAME = 4  # a line of a roll holds little beside its name: a number, an age, a title


@dataclass(frozen=True, slots=True)
class Roll:
    """People named as harmed; `open` while the next line may go on with it; `whole` where it holds all whom
    the sentence names."""

    kind: Harm
    people: tuple[Mention, ...]
    open: bool
    whole: bool = True


def begins(said: Sequence[Unit]) -> bool:
    """Whether a sentence has the words or marks that may open a roll."""
    return any(unit.key == ":" or not _OPENERS.isdisjoint(unit.sense.signs) for unit in said)


def tells_ages(said: Sequence[Unit]) -> bool:
    """Whether a sentence gives somebody's age: "12 years old", "(12)"."""
    return any(
        "years" in unit.sense.signs
        or (unit.key == "(" and at + 2 < len(said) and said[at + 2].key == ")" and said[at + 1].key.isdigit())
        for at, unit in enumerate(said)
    )


def roll_in(items: Sequence[Item], told: Harm | None = None) -> Roll | None:
    """The roll a sentence opens; None where it names nobody as harmed.

    `told` is the harm the text told of before, for a sentence that names people and does not say it again.
    """
    cue = next((at for at, item in enumerate(items) if isinstance(item, Unit) and item.is_("named as")), None)
    kind = _kind(items) or told
    if kind is None:
        return None
    if cue is None:
        row = named_in_a_row(items)
        return Roll(kind, row, False, False) if row else None
    people = _names(items[cue + 1 :]) or named_in_a_row(items)
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


def told_with_age(items: Sequence[Item]) -> tuple[Mention, ...]:
    """People whose age the sentence tells, and those named in a row with them.

    Whoever reports harm gives the ages of the harmed; of speakers and officials they give offices.
    """
    if any(isinstance(item, Unit) and item.is_("accused") for item in items):
        return ()
    names = [at for at, item in enumerate(items) if isinstance(item, Mention) and item.people]
    found: list[Mention] = []
    for row in _rows(items, names):
        people = [item for at in row if isinstance(item := items[at], Mention) and not _speaks(items, at)]
        if any(each.age is not None for each in people):
            found.extend(people)
    return tuple(found)


def verb_before(items: Sequence[Item], person: Mention) -> Harm | None:
    """What befell the person by the verb that stands nearest before, as Arabic has it; None elsewhere."""
    for item in reversed(items[: items.index(person)]):
        harm = item.sense.harm if isinstance(item, Unit) and item.key >= "\u0600" else ()
        if len(harm) == 1 and harm[0] in (Harm.KILLED, Harm.INJURED):
            return harm[0]
    return None


def _rows(items: Sequence[Item], names: Sequence[int]) -> list[list[int]]:
    """Names with nothing but marks, "and" and words for kin between them."""
    rows: list[list[int]] = []
    for at in names:
        between = items[rows[-1][-1] + 1 : at] if rows else []
        if rows and all(_joins(item) for item in between):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _joins(item: Item) -> bool:
    if isinstance(item, Mention):
        return True
    return item.is_mark or bool(item.sense.signs & {"and", "with", "own", "adverb", "of", "definite"})


def _speaks(items: Sequence[Item], at: int) -> bool:
    """Whether the one named here tells the story, or is where it happened, rather than being harmed in it."""
    after = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    return (isinstance(after, Unit) and (after.is_("speech") or _then_speaks(items, at + 1))) or (
        isinstance(before, Unit) and bool(before.sense.signs & {"told by", "preposition"})
    )


def _then_speaks(items: Sequence[Item], at: int) -> bool:
    item, following = items[at], items[at + 1] if at + 1 < len(items) else None
    return (
        isinstance(item, Unit)
        and item.is_("adverb")
        and isinstance(following, Unit)
        and following.is_("speech")
    )


def _names(items: Sequence[Item]) -> tuple[Mention, ...]:
    people = (item for at, item in enumerate(items) if not _speaks(items, at))
    return tuple(item for item in people if isinstance(item, Mention) and item.people)


def _kind(items: Sequence[Item]) -> Harm | None:
    """What was done to those named; the dead are named before the wounded."""
    said: set[Harm] = set()
    for item in items:
        said.update(item.harm if isinstance(item, Mention) else item.sense.harm)
        victims = item.victims if isinstance(item, Mention) else item.is_("those harmed")
        if victims and not (item.harm if isinstance(item, Mention) else item.sense.harm):
            said.add(Harm.KILLED)
    return next(
        (kind for kind in (Harm.KILLED, Harm.INJURED, Harm.CAPTURED, Harm.MISSING) if kind in said), None
    )
