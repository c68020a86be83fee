"""A judgement: what a person decided about two things, as a small algebra.

Same and same make same; same and different make different; anything else leaves it unsure. So "A is not B"
and "B is C" answer "is A C?" without asking anybody.
"""

from __future__ import annotations

from enum import StrEnum


class Judgement(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"

    def __add__(self, other: str) -> Judgement:
        """What follows for A and C from A–B and B–C.

        >>> Judgement.SAME + Judgement.DIFFERENT
        <Judgement.DIFFERENT: 'different'>
        >>> Judgement.DIFFERENT + Judgement.DIFFERENT
        <Judgement.UNSURE: 'unsure'>
        """
        pair = {self, Judgement(other)}
        if pair == {Judgement.SAME}:
            return Judgement.SAME
        return Judgement.DIFFERENT if pair == {Judgement.SAME, Judgement.DIFFERENT} else Judgement.UNSURE
