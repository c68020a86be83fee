"""Adding and comparing numbers that may not have been said: None stays unknown and is never nought."""

from __future__ import annotations

from collections.abc import Iterable

from cairn.values import Range

Count = Range | None


def add(a: Count, b: Count) -> Count:
    """The sum of what was said; None only where neither was."""
    return b if a is None else a if b is None else a + b


def total(counts: Iterable[Count]) -> Count:
    found: Count = None
    for count in counts:
        found = add(found, count)
    return found


def higher(a: Count, b: Count) -> Count:
    """The one with the higher floor, then the higher number named."""
    if a is None or b is None:
        return b if a is None else a
    return max(a, b, key=lambda r: (r.min, highest_number(r)))


def highest(counts: Iterable[Count]) -> Count:
    found: Count = None
    for count in counts:
        found = higher(found, count)
    return found


def highest_number(count: Range) -> int:
    """The highest number that was named: "at least five" names five."""
    return count.min if count.max is None else count.max


def widened(count: Range, by: Count) -> Range:
    """With a higher number as its ceiling; a lower one changes nothing."""
    if by is None or by.min <= highest_number(count):
        return count
    return Range(count.min, highest_number(by))


def without(count: Count, some: Count) -> Count:
    """The people of a whole who are not these."""
    if count is None or some is None:
        return count
    low = max(0, count.min - (count.min if some.max is None else some.max))
    return Range(low, None if count.max is None else max(low, count.max - some.min))
