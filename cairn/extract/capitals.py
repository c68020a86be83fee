"""A text all in capitals, read in small letters but for what bears capitals where capitals tell.

Those are the beginnings of sentences, abbreviations, and what is known as the name of a person or a place.
Every letter stays in its place, so that offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cairn.values import Precision
from cairn.vocabulary.belligerents import called_by_letters
from cairn.vocabulary.common_words import common_words
from cairn.vocabulary.fold import fold
from cairn.vocabulary.gazetteer import Entry, Gazetteer
from cairn.vocabulary.given_names import given_names
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.lexicon import lexicon
from cairn.vocabulary.place_names import ARTICLES, join_written, written_word
from cairn.vocabulary.where_words import words as where_words

_LOOKED_AT = 400  # characters that show whether a text is all in capitals
_CAPITALS = 0.85  # of its letters; a few stand small in any text: "McAllister", "50 km"
_FEWEST_LETTERS = 60  # a short line in capitals is a heading, and may be a name

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:\A|[.!?:][\"')\]]*\s+|\n\s+|--\s*)(?:\[[^\]]*\]\s+)*[\"'(\[]*")
_LETTERS = re.compile(r"(?<=[\[(])[^\W\d_]{2,8}(?=[\])])|\b(?:[^\W\d_]\.){2,}|\b[^\W\d_]{1,3}(?=-\d)")
_ORDINARY = re.compile(r".*(?:ed|ing|ly|tions?|ments?|ness|ists?|ers|ies|'s)")
_BRACKETS = str.maketrans("[]", "()")
_LONGEST = 6  # words in the name of a place
_WELL_KNOWN = 100_000  # people in a town that is named in another land's news
_SHORT_TITLE = 4  # letters: "Dr", "Msgr" are written with a capital, "colonel" is not
_SURNAMES = 3  # words that go on with a given name
_PARTICLES = frozenset(("de", "la", "del", "las", "los", "y", "da", "dos", "van", "von"))


class _Written(NamedTuple):
    """A word of the text: how it is looked up, and where it stands."""

    key: str
    start: int
    end: int


def is_all_capitals(text: str) -> bool:
    letters = [letter for letter in text[:_LOOKED_AT] if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def recased(text: str, known: Gazetteer, language: str = "eng") -> str:
    """The text with capitals only where they tell, and an editor's square brackets as any others."""
    return "".join(_Capitals(text, known, language).run()).translate(_BRACKETS)


class _Capitals:
    def __init__(self, text: str, known: Gazetteer, language: str) -> None:
        self.text, self.known = text, known
        self.said = lexicon(language).firsts
        self.words = [_Written(fold(each[0]), *each.span()) for each in _WORD.finditer(text)]
        self.land = ""
        self.land = self._dateline_land()

    def run(self) -> Iterator[str]:
        begin = {match.end() for match in _SENTENCE.finditer(self.text)}
        begin.update(self.words[at].start for at in (*self._names(), *self._places()))
        letters = {match.start(): match.end() for match in _LETTERS.finditer(self.text)}
        at = 0
        for key, start, end in self.words:
            if start < at:
                continue  # of an abbreviation with stops
            yield self.text[at:start]
            at = letters.get(start, end)
            if start in letters or key in called_by_letters():
                yield self.text[start:at]
            else:
                first = start + (start in begin)
                yield self.text[start:first] + "".join(map(_small, self.text[first:at]))
        yield self.text[at:]

    def _names(self) -> Iterator[int]:
        """A given name and the words that go on with it, where they mean nothing else."""
        more = 0
        for at, word in enumerate(self.words):
            more = more if at and self._between(at - 1) in (" ", ". ", "-") else 0
            if word.key in given_names() and not self._is_ordinary(word.key):
                more = _SURNAMES
                yield at
            elif word.key in _titles():
                more = _SURNAMES
                if len(word.key) <= _SHORT_TITLE:
                    yield at
            elif more and word.key not in _PARTICLES:
                more = 0 if self._is_ordinary(word.key) else more - 1
                if more or not self._is_ordinary(word.key):
                    yield at

    def _dateline_land(self) -> str:
        """The country of the place with which the text begins."""
        length = self._place_at(0) if self.words else 0
        name = tuple(word.key for word in self.words[:length] if word.key not in ARTICLES)
        return self.known.under(join_written(name))[0].country if name else ""

    def _places(self) -> Iterator[int]:
        """The words of the longest names of places, unless ordinary words stand for them."""
        at = 0
        while at < len(self.words):
            length = self._place_at(at)
            yield from range(at, at + length)
            at += length or 1

    def _place_at(self, at: int) -> int:
        start = at + (self.words[at].key in ARTICLES)  # an article is no part of a name as it is kept
        keys = [word.key for word in self.words[start : start + _LONGEST]]
        if not keys:
            return 0
        longest = max(self.known.longest(written_word(keys[0], last)) for last in (True, False))
        for length in range(min(longest, len(keys)), 0, -1):
            name = tuple(keys[:length])
            if not all(self._between(k) in (" ", "-") for k in range(at, start + length - 1)):
                continue
            if all(map(self._is_ordinary, name)):
                continue
            if any(self._is_meant(entry, at, length) for entry in self.known.under(join_written(name))):
                return start + length - at
        return 0

    def _is_meant(self, entry: Entry, at: int, length: int) -> bool:
        """Whether a word that is also the name of a place can mean it.

        In the land of the dateline any place may be meant, and lands are everywhere; a town elsewhere is
        named behind a word that leads to places.
        """
        if not self.land or entry.country == self.land or entry.precision is Precision.COUNTRY:
            return True
        before = self.words[at - 1].key if at else ""
        return entry.population >= _WELL_KNOWN and before in where_words("before")

    def _between(self, at: int) -> str:
        """What stands between this word and the next."""
        return self.text[self.words[at].end : self.words[at + 1].start]

    def _is_ordinary(self, key: str) -> bool:
        """Whether a word is no name by itself."""
        known = key in common_words() or key in self.said or len(key) < 3
        return known or _ORDINARY.fullmatch(key) is not None


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        fold(each) for code in languages() for each in section(code, "names").get("titles") or ()
    )


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
