"""A text's words as the casualty grammar sees them: units, each a phrase with its senses.

A unit is the longest phrase the lexicon knows at that place, or one word it does not know.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cairn.extract.words import Word
from cairn.vocabulary.given_names import given_names
from cairn.vocabulary.lexicon import Sense
from cairn.vocabulary.phrases import Phrases

NOTHING = Sense()
AND = Sense(signs=frozenset({"and"}))


class Unit(NamedTuple):
    """`start` and `end` are offsets into the text; `key` is the folded first word; `capital`: as of a name;
    `the`: an article hangs on it; `place`: its place among the units."""

    sense: Sense
    key: str
    start: int
    end: int
    capital: bool = False
    the: bool = False
    place: int = 0

    def is_(self, sign: str) -> bool:
        return sign in self.sense.signs

    @property
    def unknown(self) -> bool:
        """A word that means nothing to the grammar."""
        return self.sense is NOTHING and not self.is_mark and not self.key[0].isdigit()

    @property
    def is_mark(self) -> bool:
        return len(self.key) == 1 and not self.key.isalnum()


@lru_cache(maxsize=20_000)
def _is_and_name(key: str) -> bool:
    """Whether "and" hangs on a given name: وخالد is "and Khalid"; Wael وائل is a name by itself."""
    names = given_names()
    return key not in names and key[1:] in names


_ARTICLES = ("ال", "لل")  # "the", and "for the", as they hang on an Arabic word


def units(text: str, found: Sequence[Word], known: Phrases[Sense]) -> list[Unit]:
    """The words as units, in order; an "and" that hangs on a word becomes a unit of its own."""
    keys = [word[0] for word in found]
    alone, begin, phrase_at = known.alone, known.firsts, known.at
    said: list[Unit] = []
    at, place, last = 0, 0, len(found)
    while at < last:
        key, start, end = found[at]
        match = alone.get(key) or (phrase_at(keys, at) if key in begin else None)
        if match is None:
            if key[0] == "و" and _is_and_name(key):
                said.append(Unit(AND, key[0], start, start + 1, place=place))
                key, start, place = key[1:], start + 1, place + 1
            said.append(_UNIT_OF(Unit, (NOTHING, key, start, end, text[start].isupper(), False, place)))
            at += 1
            place += 1
            continue
        sense, length, hung = match
        if hung:
            if hung[0] in _AND:
                said.append(Unit(AND, hung[0], start, start + 1, place=place))
                start += 1
                place += 1
            key = key[len(hung) :]
        at += length
        end = found[at - 1][2]
        the = hung.endswith(_ARTICLES)
        if the and sense.frame in ("verb", "after"):
            sense = NOTHING  # nobody is killed by "the killing"; al-Khalaf الخلف is a name
        if text[start].isupper() and sense.signs & _SMALL and _are_letters(text, start, end, found, at):
            sense = NOTHING
        said.append(_UNIT_OF(Unit, (sense, key, start, end, text[start].isupper(), the, place)))
        place += 1
    return said


def _are_letters(text: str, start: int, end: int, found: Sequence[Word], after: int) -> bool:
    """ "IS fighters", "WHO staff": letters of a name, where what stands behind is not in capitals too."""
    if end - start < 2 or not text[start:end].isupper():
        return False
    return after >= len(found) or not text[found[after].start : found[after].end].isupper()


_SMALL = frozenset({"passive", "relative", "pronoun"})  # small words whose capitals may be an organisation's
_UNIT_OF = tuple.__new__  # what `Unit(...)` comes to, in half the time
_AND = "وف"  # "and" and "then", as they hang on an Arabic word


# A full stop ends a sentence unless it follows an initial or a short title; so do line ends.
_ENDS = frozenset(".!?")
_LONGEST_SENTENCE = 600  # units: what is longer is no sentence, and would be read in more than linear time


def sentences(said: Sequence[Unit], text: str) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of the units of each sentence."""
    starts = [unit[2] for unit in said]
    broken = {max(0, bisect_left(starts, line.start()) - 1) for line in _LINE_END.finditer(text)}
    marks = [at for at, unit in enumerate(said) if unit[1] in _ENDS]
    first, last = 0, len(said)
    for at in sorted(broken.union(marks, [last - 1])) if said else ():
        while at - first > _LONGEST_SENTENCE:
            yield first, first + _LONGEST_SENTENCE + 1
            first += _LONGEST_SENTENCE + 1
        following = starts[at + 1] if at + 1 < last else len(text)
        full = at - first == _LONGEST_SENTENCE
        if at in broken or full or at + 1 == last or _ends_here(said, at, following, text):
            if first <= at:
                yield first, at + 1
            first = at + 1


_LINE_END = re.compile("\n")


def _ends_here(said: Sequence[Unit], at: int, following: int, text: str) -> bool:
    if said[at].key != ".":
        return True
    if at and _is_short(text[said[at - 1].start : said[at - 1].end]):
        return False
    return not text[following : following + 1].islower()


_TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "st", "jr", "sr", "vs", "no", "prof", "rev", "hon", "inc", "dept"),
        *("sgt", "lt", "col", "gen", "capt", "maj", "cpl", "pvt", "sen", "rep", "gov"),
        *("jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"),
    )
)


def _is_short(written: str) -> bool:
    if not written.isascii():
        return False
    return (len(written) == 1 and written.isupper()) or written.lower() in _TITLES
