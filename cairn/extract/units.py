"""A text's words as the casualty grammar sees them: units, each a phrase with its senses.

A unit is the longest phrase the lexicon knows at that place, or one word it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cairn.extract.words import Word
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


_ARTICLES = ("ال", "لل")  # "the", and "for the", as they hang on an Arabic word


def units(text: str, found: Sequence[Word], known: Phrases[Sense]) -> list[Unit]:
    """The words as units, in order; an "and" that hangs on a word becomes a unit of its own."""
    keys = [word.key for word in found]
    said: list[Unit] = []
    at = 0
    while at < len(found):
        match = known.at(keys, at)
        word = found[at]
        if match is None:
            said.append(
                Unit(NOTHING, word.key, word.start, word.end, text[word.start].isupper(), False, len(said))
            )
            at += 1
            continue
        start = word.start
        if match.hung and match.hung[0] in "وف":
            said.append(Unit(AND, match.hung[0], start, start + 1, place=len(said)))
            start += 1
        end = found[at + match.length - 1].end
        the = match.hung.endswith(_ARTICLES)
        said.append(
            Unit(match.value, word.key[len(match.hung) :], start, end, text[start].isupper(), the, len(said))
        )
        at += match.length
    return said


# A full stop ends a sentence unless it follows an initial or a short title; so do line ends.
_ENDS = frozenset(".!?")


def sentences(said: Sequence[Unit], text: str) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of the units of each sentence."""
    first = 0
    for at, unit in enumerate(said):
        following = said[at + 1].start if at + 1 < len(said) else len(text)
        gap = text[unit.end : following]
        if "\n" in gap or (unit.key in _ENDS and _ends_here(said, at, gap, text)):
            yield first, at + 1
            first = at + 1
    if first < len(said):
        yield first, len(said)


def _ends_here(said: Sequence[Unit], at: int, gap: str, text: str) -> bool:
    if said[at].key != ".":
        return True
    if at and _is_short(text[said[at - 1].start : said[at - 1].end]):
        return False
    following = text[said[at].end + len(gap) : said[at].end + len(gap) + 1]
    return not following.islower()


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
