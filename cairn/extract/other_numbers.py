"""Numbers that count no people: years, days, minutes, the numbers of a list, of things and of weapons."""

from __future__ import annotations

from collections.abc import Sequence

from cairn.extract.numbers import Count
from cairn.extract.units import Unit
from cairn.values import Quantifier
from cairn.vocabulary.calendar import numbered

_LONGEST_MONTH = 31


def enumerates(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "1- Ahmad, 2- Omar": the numbers of a list."""
    if at >= stop or said[at].key not in "-)" or said[at].start != said[at - 1].end:
        return False
    return not _is_open(said, at - 1)  # "(12)" and "(female, 12)" tell an age


def _is_open(said: Sequence[Unit], at: int) -> bool:
    """Whether a bracket was opened shortly before."""
    marks = (said[k].key for k in range(at - 1, max(-1, at - 10), -1))
    return next((mark == "(" for mark in marks if mark in "()"), False)


def is_glued(said: Sequence[Unit], at: int) -> bool:
    """Whether letters touch the digits: the number of a file or a weapon, "50th", "9pm"."""
    before = said[at - 1] if at else None
    after = said[at + 1] if at + 1 < len(said) else None
    letters = [
        each
        for each, touches in (
            (before, before and before.end == said[at].start),
            (after, after and after.start == said[at].end),
        )
        if each and touches and each.unknown and each.key < "\u0600"
    ]
    return bool(letters) or _is_of_a_clock(said, at)


def _is_of_a_clock(said: Sequence[Unit], at: int) -> bool:
    """ "0:43 Man found dead": minutes, as pages give them before the titles of other reports."""
    if at < 2 or said[at - 1].key != ":":
        return False
    return (
        said[at - 2].end == said[at - 1].start
        and said[at - 1].end == said[at].start
        and said[at - 2].key.isdigit()
    )


def is_day(said: Sequence[Unit], start: int, counted: Count) -> bool:
    """ "October 27 has …", "on 14 July rose to …": the number beside a month is its day."""
    exact = counted.digits and counted.range.max is not None and counted.range.max <= _LONGEST_MONTH
    beside = [said[start - 1]] if start else []
    beside += said[counted.end : counted.end + 1]
    return exact and any(unit.capital and unit.key in numbered("months") for unit in beside)


def is_year(counted: Count) -> bool:
    return counted.digits and counted.quantifier is Quantifier.EXACT and 1900 <= counted.range.min < 2100


def of_things(said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the number counts something that is no word for people: "three times", "12 houses"."""
    if at >= stop:
        return False
    following = said[at]
    if following.unknown and not following.capital:
        return True
    # In Arabic "father" is August too, and a number counts no single father.
    signs = {"not people", "years", "days", "father"}
    return bool(following.sense.signs & signs) or following.key in "%°$€"
