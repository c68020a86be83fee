"""Invented dead of an invented town, and the sources that name some of them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence

OWN = ("Samir", "Yasmin", "Tareq", "Rana", "Nabil", "Huda", "Karim", "Salma", "Fadi", "Maha")
FATHERS = ("Nizar", "Walid", "Jamal", "Basel", "Faris", "Ghassan", "Munir", "Hatem")
FAMILIES = ("Al-Baz", "Akrami", "Qalai", "Hallaq", "Qudsi", "Daher", "Sabbagh", "Khoury")
EVENT = 5  # people an airstrike killed
TELLINGS = (
    "An airstrike on a house in Raqqa on {day} killed {n} civilians. The dead were named as: {names}.",
    "Warplanes bombed the old market of Raqqa on {day}, medics told us, and killed {n} civilians: {names}.",
    "On {day} a shell fell on a street of Raqqa. {n} civilians, among them {names}, were killed.",
)


def the_dead(many: int) -> list[str]:
    every = [f"{own} {father} {family}" for own in OWN for father in FATHERS for family in FAMILIES]
    return random.Random(1).sample(every, many)


def reports_naming(
    dead: Sequence[str], shares: Mapping[str, float], seed: int = 2
) -> Iterator[dict[str, str]]:
    """For every event a report of each source that came to know of two or more of the dead."""
    chance = random.Random(seed)
    for event in range(0, len(dead), EVENT):
        day = dt.date(2017, 1, 2) + dt.timedelta(days=event)
        for telling, (source, share) in zip(TELLINGS, shares.items(), strict=False):
            known = [name for name in dead[event : event + EVENT] if chance.random() < share]
            chance.shuffle(known)  # a source has an order of its own; the same one twice is a copy
            if len(known) > 1:
                yield _report(telling, source, known, day)


def _report(telling: str, source: str, known: Sequence[str], day: dt.date) -> dict[str, str]:
    names = ", ".join(known[:-1]) + " and " + known[-1]
    return {
        "id": f"{source} {day}",
        "text": telling.format(n=len(known), day=f"{day.day} {day:%B %Y}", names=names),
        "published": (day + dt.timedelta(days=1)).isoformat(),
        "language": "eng",
        "source": source,
    }
