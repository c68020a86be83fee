"""What was struck, in the kinds of object of the vocabulary's section `objects`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Struck:
    """`hit`: the objects that were hit ("market or shop"); `aimed_at`: those that were the stated target.

    `twice`: a second strike hit the same place, as those who came to help often tell.
    """

    hit: tuple[str, ...] = ()
    aimed_at: tuple[str, ...] = ()
    twice: bool = False
