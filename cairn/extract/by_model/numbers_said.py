"""The numbers that a quote says, as our own grammar reads them: what a model's numbers are held to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cairn.extract.date_words import dates_said
from cairn.extract.items import Item, items_of
from cairn.extract.mention import Mention
from cairn.extract.names import name_at
from cairn.extract.numbers import Count, count_at
from cairn.extract.units import Unit, sentences, units
from cairn.extract.words import words
from cairn.values import Harmed, Quantifier, Range
from cairn.vocabulary.calendar import day_before_month
from cairn.vocabulary.lexicon import lexicon, thousands


@dataclass(frozen=True, slots=True)
class NumberSaid:
    """A number as the quote says it, with what the words beside it say of the people."""

    range: Range
    quantifier: Quantifier
    who: Harmed | None = None


def numbers_said(quote: str, language: str, version: str = "1") -> list[NumberSaid]:
    """Every count in a quote, dates and ages left out; one person for a singular, none for a denial.

    A number has the quantifier that stands before it: "at least ten" says (10, None), and nowhere 10.
    """
    found = words(quote, thousands(language))
    said = units(quote, found, lexicon(language))
    items = [
        item
        for first, last in sentences(said, quote)
        for item in items_of(said, first, last, version, partial(name_at, quote))
    ]
    people = [item for item in items if isinstance(item, Mention)]
    denied = _denies(items)
    told = [NumberSaid(*each) for each in _of_people(people, denied)]
    dates = [(each.start, each.end) for each in dates_said(quote, found, day_before_month(language))]
    ages = {round(person.age) for person in people if person.age is not None}
    for count in _counts(said, version):
        start, end = said[count.start].start, said[count.end - 1].end
        is_age = count.range.min in ages and count.range.min == count.range.max
        if not (is_age or _glued(quote, end)) and not any(
            start < ends and begins < end for begins, ends in dates
        ):
            told.append(NumberSaid(count.range, count.quantifier))
    if denied:
        told.append(NumberSaid(Range.exactly(0), Quantifier.EXACT))
    return told


def says(told: Sequence[NumberSaid], claimed: Range) -> bool:
    """Whether both bounds are said: by one number, or by two accounts that the quote puts side by side.

    >>> ten = NumberSaid(Range.at_least(10), Quantifier.AT_LEAST)
    >>> says([ten], Range.at_least(10)), says([ten], Range.exactly(10))
    (True, False)
    """
    return claimed.min in {each.range.min for each in told} and claimed.max in {
        each.range.max for each in told
    }


def _of_people(people: Sequence[Mention], denied: bool) -> Iterator[tuple[Range, Quantifier, Harmed]]:
    unsaid = ("bare", "age", "plural") if denied else ("bare", "age")  # "no casualties" are not two
    for each in people:
        if each.count is not None and each.how not in unsaid:
            yield each.count, each.quantifier, Harmed(each.status, each.group)


def _counts(said: Sequence[Unit], version: str) -> Iterator[Count]:
    at = 0
    while at < len(said):
        count = count_at(said, at, len(said), version)
        if count:
            yield count
        at = max(at + 1, count.end if count else 0)


def _glued(quote: str, end: int) -> bool:
    """Whether Latin letters touch the number: "a 2,000lb bomb", "the 50th day"."""
    after = quote[end : end + 1]
    return after.isascii() and after.isalpha() and quote[end - 1].isdigit()


def _denies(items: Sequence[Item]) -> bool:
    return any(isinstance(item, Unit) and item.is_("not") for item in items)
