"""Figures: shares of land, areas, fighters left, people trapped: values that are no count of the harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from cairn.extract.context import Context
from cairn.extract.numbers import begins_a_count, count_at
from cairn.extract.sentences import within
from cairn.extract.units import Unit, units
from cairn.extract.words import Word, words_between, words_outside
from cairn.values import Figure, PartialDate, Place, Range, Span
from cairn.vocabulary.fold import fold
from cairn.vocabulary.lexicon import lexicon
from cairn.vocabulary.measures import Measure, measures, nouns, openers, small_words
from cairn.vocabulary.measures import units as units_of_measure

_OF_WHAT = 12  # words that may say of what a share is
_KIND = 14  # characters that a kind of place takes before its name: "the city of "
_LONGEST_NAME = 200  # characters
_AFTER = 100  # words: whatever stands before an amount is nearer than what follows it
_NOUN_REACH = 5  # words between a number and what it counts


_ENDS = frozenset([".", ",", ";", '"', "-", "(", ")", ":", "–"])
_MANY = 1000  # a number so great is one of people displaced, trapped … though no noun says so
_PEOPLE = fold("people")
_DECIMAL = re.compile(r"\d+\.\d+")


class _Amount(NamedTuple):
    """A value with its unit: words `first` to `last` of the sentence. `noun` is what was counted."""

    low: float
    high: float | None
    unit: str
    noun: str
    first: int
    last: int


def figures(words: Sequence[Word], language: str, known: Context, where: Place | None) -> list[Figure]:
    """Every figure that the report itself gives, each once; what the page added around it is passed over.

    One without a place of its own has that of the main event; one without a date held when it was published.
    """
    found: list[Figure] = []
    for sentence in _sentences_with_amounts(words_outside(words, known.furniture), known):
        for amount in _amounts(known.text, sentence, language):
            measure = _measure(amount, sentence)
            if measure:
                found.append(_figure(amount, measure, sentence, known, where))
    return _each_once(found)


def _sentences_with_amounts(words: Sequence[Word], known: Context) -> Iterator[list[Word]]:
    """The sentences that hold a unit or a noun that some measure counts."""
    end = 0
    for opener in compress(words, map(openers().__contains__, [word[0] for word in words])):
        if opener.start >= end:
            start, end = known.sentence(opener.start)
            yield list(words_between(words, start, end))


def _amounts(text: str, sentence: list[Word], language: str) -> Iterator[_Amount]:
    keys = [word.key for word in sentence]
    said = units(text, sentence, lexicon(language))
    word_at = {word.start: at for at, word in enumerate(sentence)}
    end_at = {word.end: at for at, word in enumerate(sentence)}
    at = 0
    value: tuple[float, float | None, int] | None
    while at < len(said):
        if not begins_a_count(said[at]):
            at += 1  # as most words do: no value begins here
            continue
        first = word_at.get(said[at].start, 0)
        if said[at].key.isdecimal() and first + 1 < len(keys) and units_of_measure().at(keys, first + 1):
            value = int(said[at].key), int(said[at].key), at + 1  # in بالمئة a hundred is no factor
        else:
            value = _value(said, at)
        if value is None:
            at += 1
            continue
        low, high, until = value
        after = end_at.get(said[until - 1].end, 0) + 1
        unit = units_of_measure().at(keys, after) if after < len(keys) else None
        if unit:
            yield _Amount(low, high, unit.value, "", first, after + unit.length)
        elif (noun := _noun(keys, after)) is not None:
            yield _Amount(low, high, "people", keys[noun], first, noun + 1)
        elif low >= _MANY and after < len(keys) and _is_told_of_people(keys, after):
            yield _Amount(low, high, "people", "", first, after)
        at = until


def _value(said: Sequence[Unit], at: int) -> tuple[float, float | None, int] | None:
    key = said[at].key
    counted = count_at(said, at, len(said))
    if counted:
        span: Range = counted.range
        return span.min, span.max, counted.end
    return (float(key), float(key), at + 1) if _DECIMAL.fullmatch(key) else None


def _noun(keys: Sequence[str], after: int) -> int | None:
    """Where the noun counted stands, if nothing but small words is between: "2,000 of its fighters"."""
    for at in range(after, min(len(keys), after + _NOUN_REACH)):
        if keys[at] in nouns():
            return at
        if keys[at] not in small_words("between"):
            return None
    return None


def _is_told_of_people(keys: Sequence[str], at: int) -> bool:
    """ "Up to 50,000 remain trapped": who they are needs no saying where the word says what befell them."""
    after = at + 1 if keys[at] in small_words("helping") else at
    said = (each.words.at(keys, after) for each in measures() if _PEOPLE in each.nouns)
    return after < len(keys) and any(said)


def _measure(amount: _Amount, sentence: list[Word]) -> Measure | None:
    """The measure whose words stand nearest before the amount in its sentence, or else after it.

    Before comes first: in "lost 78 percent of what it had seized" the land was lost. So it was where
    "the land it once held" stands between.
    """
    keys = [word.key for word in sentence]
    near: list[tuple[int, int, Measure]] = []
    for rank, each in enumerate(measures()):
        fits = amount.noun in each.nouns if amount.noun else amount.unit in each.units
        fits = fits or (amount.unit == "people" and not amount.noun and _PEOPLE in each.nouns)
        if not fits or any(each.forbidden.at(keys, at) for at in each.forbidden.starts(keys)):
            continue
        gaps = [_gap(amount, at, keys) for at in each.words.starts(keys) if each.words.at(keys, at)]
        if gaps:
            near.append((min(gaps), rank, each))
    return min(near, default=(0, 0, None))[2]


def _gap(amount: _Amount, at: int, keys: Sequence[str]) -> int:
    aside = _AFTER // 2 if small_words("subordinate") & set(keys[max(0, at - 2) : at]) else 0
    return aside + (amount.first - at if at < amount.first else at - amount.last + _AFTER)


def _figure(
    amount: _Amount,
    measure: Measure,
    sentence: list[Word],
    known: Context,
    where: Place | None,
) -> Figure:
    start, end = sentence[amount.first].start, sentence[amount.last - 1].end
    unit = "buildings" if measure.name == "destroyed" and amount.noun else amount.unit
    unit = "attacks" if measure.name == "attacks" else unit
    return Figure(
        measure=measure.name,
        value=(amount.low, amount.high),
        unit=unit,
        span=Span.of(known.text, start, end),
        of=_of(amount, sentence, known) if measure.whose else None,
        place=_place(start, end, known) or where,
        date=_date(start, known) or known.published,
        attributed_to=known.speaker(start),
        rule=f"{measure.name}: {unit}",
    )


def _of(amount: _Amount, sentence: list[Word], known: Context) -> str | None:
    """Whose, or of what: "of what they had seized in Iraq"; else the belligerent of the sentence."""
    if amount.unit == "percent" and (said := _of_what(amount, sentence, known)):
        return said
    start, end = sentence[0].start, sentence[-1].end
    here = within(known.belligerents, start, end)
    at = sentence[amount.first].start
    before = [each for each in here if each.start <= at]
    chosen = before[-1] if before else here[0] if here else None
    return chosen.name if chosen else None


def _of_what(amount: _Amount, sentence: list[Word], known: Context) -> str | None:
    """What a share is of, where it is more than a place's name."""
    at = amount.last
    if at >= len(sentence) or sentence[at].key not in small_words("of"):
        return None
    last = at + 1
    while last < len(sentence) and last - at <= _OF_WHAT and not _ends(sentence[last].key):
        last += 1
    start, end = sentence[at].end, sentence[last - 1].end
    said = known.text[start:end].strip()
    beside = within(known.places, start - _LONGEST_NAME, start + _KIND + 1)
    named = any(each.end >= end for each in beside)
    return None if named or last - at <= 2 else said


def _ends(key: str) -> bool:
    return key in _ENDS or key in small_words("of ends")


def _place(start: int, end: int, known: Context) -> Place | None:
    """The place named nearest to the figure in its sentence, after it sooner than before."""
    here = known.places_in(known.sentence(start))
    after = [each for each in here if each.start >= end]
    chosen = after[0] if after else here[-1] if here else None
    return chosen.place if chosen else None


def _date(at: int, known: Context) -> PartialDate | None:
    here = known.dates_in(known.sentence(at))
    return min(here, key=lambda each: abs(each.start - at)).first if here else None


def _each_once(found: list[Figure]) -> list[Figure]:
    """The same value told twice is one figure, with what either telling adds."""
    once: dict[tuple[str, tuple[float, float | None], str], Figure] = {}
    for each in found:
        known = once.get((each.measure, each.value, each.unit))
        if known is None:
            once[each.measure, each.value, each.unit] = each
        else:
            once[each.measure, each.value, each.unit] = replace(
                known,
                of=known.of or each.of,
                attributed_to=known.attributed_to or each.attributed_to,
                place=known.place or each.place,
            )
    return list(once.values())
