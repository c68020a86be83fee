"""How many: numbers in words and digits, with the quantifier before or after them, as ranges.

What a vague word comes to is in conventions.yml; which words are numbers is in the language's file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.extract.units import NOTHING, Unit
from cairn.values import Quantifier, Range
from cairn.vocabulary.conventions import up_to_floor, vague_range

MOST_PEOPLE = 20_000_000  # above this a number is not a count of people harmed
_LONGEST = 9  # digits of a number that is read at all
_NUMBERS = ("dozen", "half dozen")  # vague words that a quantifier bounds, as it bounds a number
_BOUNDS = (Quantifier.AT_LEAST, Quantifier.UP_TO)


@dataclass(frozen=True, slots=True)
class Count:
    """A count that stands in units `start` to `end`; `digits` when it was written in figures alone."""

    range: Range
    quantifier: Quantifier
    start: int
    end: int
    digits: bool = False


def count_at(said: Sequence[Unit], start: int, stop: int, version: str = "1") -> Count | None:
    """The count that begins at this unit, with the quantifiers around it."""
    if start >= stop or not begins_a_count(said[start]):
        return None
    at, quantifier, beyond = start, None, False
    while at < stop and said[at].sense.quantifier and at - start < 4:
        quantifier = said[at].sense.quantifier or quantifier
        beyond = beyond or said[at].is_("beyond")
        at += 1
    if quantifier is Quantifier.UP_TO and _rose(said, start):
        quantifier = None
    if at < stop and said[at].sense.vague and not said[at].the:  # "the number" is no number
        said_vaguely = vague_range(said[at].sense.vague or "", version)
        if said[at].sense.vague in _NUMBERS and quantifier in _BOUNDS:  # "more than a dozen"
            bound = _range(said_vaguely.min + beyond, quantifier, version)
            return Count(bound, quantifier or Quantifier.VAGUE, start, at + 1)
        return Count(said_vaguely, Quantifier.VAGUE, start, at + 1)
    first = number_at(said, at, stop)
    if first is None:
        return None
    value, end = first
    second = _second(said, end, stop, quantifier)
    if second is None and end < stop and said[end].is_("to") and _rose(said, start):
        second = number_at(said, end + 1, stop)
    if second is not None and _rose(said, start):
        return Count(Range.exactly(second[0]), Quantifier.EXACT, start, second[1])  # "rose from 10 to 15"
    if second is not None and value <= second[0] <= MOST_PEOPLE:
        return Count(Range(value, second[0]), Quantifier.BETWEEN, start, second[1])
    if quantifier is Quantifier.AT_LEAST and (ceiling := ceiling_at(said, end, stop, value)):
        return Count(Range(value, ceiling[0]), Quantifier.BETWEEN, start, ceiling[1])
    if quantifier is None and (most := _perhaps(said, end, stop, value)):
        return Count(Range(value, most[0]), Quantifier.BETWEEN, start, most[1])
    if end < stop and said[end].sense.quantifier_after and _may_follow(said, end, stop):
        quantifier, beyond, end = said[end].sense.quantifier_after, said[end].is_("beyond"), end + 1
    digits = said[at].key[0].isdigit()
    value += beyond and quantifier is Quantifier.AT_LEAST
    return Count(_range(value, quantifier, version), quantifier or Quantifier.EXACT, start, end, digits)


def begins_a_count(unit: Unit) -> bool:
    """Whether a number or a word before one stands here: where none does, no count is looked for."""
    sense = unit.sense
    if sense is NOTHING:
        return unit.key[0].isdigit()
    number = sense.number is not None or sense.scale is not None
    return number or bool(sense.quantifier or sense.vague) or unit.key[0].isdigit()


def _rose(said: Sequence[Unit], start: int) -> bool:
    """ "The toll rose to 18": where "to" is also "up to", a word for rising says which (возросло до 18)."""
    return any(said[k].is_("rose") for k in range(max(0, start - 5), start))


def ceiling_at(said: Sequence[Unit], at: int, stop: int, least: int) -> tuple[int, int] | None:
    """The most there were, behind the least: "one but possibly up to twelve"; and the unit after it."""
    inserted = at < stop and said[at].key in _OPENS
    for k in range(at + inserted, min(stop, at + 4 + inserted)):
        perhaps = said[k].is_("perhaps") and number_at(said, k + 1, stop)
        if perhaps or said[k].sense.quantifier is Quantifier.UP_TO:
            found = number_at(said, k + 1, stop)
            if found is None or found[0] < least:
                return None
            closed = inserted and found[1] < stop and said[found[1]].key == _OPENS[said[at].key]
            return found[0], found[1] + closed
        if not said[k].sense.signs & {"and", "or", "but", "adverb", "clause"}:
            return None
    return None


_OPENS = {",": ",", "(": ")"}  # marks that set off what stands between them


def _perhaps(said: Sequence[Unit], at: int, stop: int, least: int) -> tuple[int, int] | None:
    """ "Two, possibly three, people": one count; in "two killed, possibly three hurt" there are two."""
    most = ceiling_at(said, at, stop, least)
    if most is None or not any(said[k].is_("perhaps") for k in range(at, most[1])):
        return None
    inserted, end = said[at].key in _OPENS, most[1]
    closed = inserted and said[end - 1].key == _OPENS[said[at].key]
    people = end < stop and said[end].sense.people is not None
    return most if closed or people or not inserted else None


def _may_follow(said: Sequence[Unit], end: int, stop: int) -> bool:
    """ "ten at least" ends here, but in "ten, at least five of them" and "10 plus 5" it opens the next."""
    return end + 1 >= stop or number_at(said, end + 1, stop) is None


def _range(value: int, quantifier: Quantifier | None, version: str) -> Range:
    if quantifier is Quantifier.AT_LEAST:
        return Range(value, None)
    if quantifier is Quantifier.UP_TO:
        return Range(min(value, up_to_floor(version)), value)
    return Range(value, value)


def _second(
    said: Sequence[Unit], end: int, stop: int, quantifier: Quantifier | None
) -> tuple[int, int] | None:
    """The upper bound of "10-15", "10 to 15", "two or three", "between 10 and 15"."""
    if end + 1 >= stop:
        return None
    link = said[end]
    if link.key == "(" and said[end + 1].is_("or"):
        second = number_at(said, end + 2, stop)  # "eight (or nine)"
        return (second[0], second[1] + 1) if second and _key(said, second[1], stop) == ")" else None
    joins = link.key in "-/" or link.is_("or") or link.is_("range to")
    if quantifier is Quantifier.BETWEEN:
        joins = joins or link.is_("and") or link.is_("to")
    if not joins:
        return None
    start, beyond = end + 1, False
    while start < stop and (said[start].key == '"' or said[start].sense.quantifier):
        start, beyond = start + 1, beyond or said[start].is_("beyond")  # "between 80 and “over 200”"
    second = number_at(said, start, stop)
    if second and beyond:
        second = (second[0] + 1, second[1])
    # "7-year-old" and "10/12/2016" are not ranges.
    if second and _key(said, second[1], stop) == "/":
        return None
    return second


def _key(said: Sequence[Unit], at: int, stop: int) -> str:
    return said[at].key if at < stop else ""


def number_at(said: Sequence[Unit], start: int, stop: int) -> tuple[int, int] | None:
    """The plain number that begins at this unit and the unit after it: 12, "two hundred and five"."""
    found = _written_at(said, start, stop)
    return found if found and found[0] <= MOST_PEOPLE else None


def too_many_at(said: Sequence[Unit], start: int, stop: int) -> Count | None:
    """A number beyond belief that begins here: it says that people were harmed, never how many."""
    at, quantifier = start, Quantifier.EXACT
    while at < stop and said[at].sense.quantifier and at - start < 4:
        quantifier = said[at].sense.quantifier or quantifier
        at += 1
    found = _written_at(said, at, stop)
    if found is None or found[0] <= MOST_PEOPLE:
        return None
    return Count(Range.at_least(0), quantifier, start, found[1], said[at].key[0].isdigit())


def _written_at(said: Sequence[Unit], start: int, stop: int) -> tuple[int, int] | None:
    """The number as it is written; one beyond belief is only said to be more than `MOST_PEOPLE`."""
    if start >= stop:
        return None
    first = said[start]
    if first.key[0].isdigit():
        return _digits(said, start, stop)
    if first.sense.number is None and first.sense.scale is None:
        return None
    return _in_words(said, start, stop)


def _digits(said: Sequence[Unit], start: int, stop: int) -> tuple[int, int] | None:
    key = said[start].key
    scale = said[start + 1].sense.scale if start + 1 < stop else None
    if scale:
        try:
            return round(min(float(key) * scale, MOST_PEOPLE + 1)), start + 2
        except ValueError:
            return None
    if not key.isdecimal():
        return None
    # Python refuses to read a number of thousands of digits.
    return (int(key) if len(key) <= _LONGEST else MOST_PEOPLE + 1), start + 1


def _in_words(said: Sequence[Unit], start: int, stop: int) -> tuple[int, int] | None:
    total, current, at = 0, 0, start
    end = start
    last_unit = 0
    while at < stop:
        sense = said[at].sense
        if sense.scale is not None:
            current = max(current, 1) * sense.scale
            if sense.scale >= 1000:
                total, current = total + current, 0
            last_unit = sense.scale
        elif sense.number is not None and (at == start or _adds(current, last_unit, sense.number)):
            current += sense.number
            last_unit = sense.number
        else:
            break
        at += 1
        end = at
        # "-", "and": the number goes on only if a smaller part follows.
        if at + 1 < stop and (said[at].key == "-" or said[at].is_("and")):
            following = said[at + 1].sense
            hyphen = said[at].key == "-" or said[at].is_("tens and")
            if following.scale is not None or (
                following.number is not None and _joins(last_unit, following.number, hyphen)
            ):
                at += 1
    value = total + current
    return (value, end) if end > start else None


def _adds(current: int, last: int, number: int) -> bool:
    """Whether a number goes on the one before it: 20 + 5, 100 + 20, and in Arabic 5 + 20, 3 + 10."""
    if last >= 100 or last == 0:
        return number < 100 and bool(last)
    if last in range(20, 100, 10):
        return 0 < number < 10
    return 0 < last < 10 and number in range(20, 100, 10)


def _joins(last: int, number: int, hyphen: bool) -> bool:
    if hyphen:
        return last in range(20, 100, 10) and 0 < number < 10
    if last >= 100:
        return number < 100
    # Units before tens, as Arabic counts: five and twenty.
    return 0 < last < 10 and number in range(20, 100, 10)
