"""Where a text names places: each stretch that is a name in the gazetteer, with the words that lead to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from cairn.extract.words import Word
from cairn.values import Precision
from cairn.vocabulary.fold import fold
from cairn.vocabulary.gazetteer import Entry, Gazetteer
from cairn.vocabulary.given_names import given_names
from cairn.vocabulary.place_names import (
    ARTICLES,
    join_sounds,
    join_written,
    sound_key,
    sound_word,
)
from cairn.vocabulary.where_words import cues, no_places, uninflected
from cairn.vocabulary.where_words import words as where_words

_NO_CAPITALS = "\u0530"  # Latin, Greek and Cyrillic letters come before it
_KINDS_OF_PLACE = frozenset(precision.value for precision in Precision)
_TOWNS = frozenset([Precision.CITY, Precision.TOWN])
_SETTLED = frozenset(["city", "town", "village", "subdistrict", "district"])
_LONGEST = 5  # words in a name
_ALIKE = 70  # percent: less than this and two names only happen to have the same consonants
_SHORTEST_BARE = 3  # letters of a name behind a small word that hangs on it


class NameWord(NamedTuple):
    """A word that may be part of a name. `joined`: nothing but a hyphen or stroke stands before it."""

    key: str
    start: int
    end: int
    word: int
    capital: bool
    joined: bool


class Mention(NamedTuple):
    """A name in a text and the places that bear it.

    `cue` is what the words beside it say: a kind of place, "region", "origin", "aside", "before", "hashtag"
    or nothing. `alike`: found by its consonants only; `bare`: behind a small word that hangs on it.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    cue: str
    alike: bool
    bare: bool


def mentions(
    text: str, words: Sequence[Word], known: Gazetteer, language: str | None = None
) -> list[Mention]:
    """All names of places in a text, in order, none inside another. Linear in the text's length."""
    return list(_Scan(text, words, known, language).run())


def _name_words(text: str, words: Sequence[Word], capitals_matter: bool = False) -> list[NameWord]:
    """The words without articles, marks and apostrophes: "Ma'arrat an-Nu'man" is two.

    Where capitals matter, small words are left out: none is part of a name, and there are many.
    """
    names: list[NameWord] = []
    start: int | None = None  # of an article that belongs to the next word
    at, count, last_end = 0, len(words), -1
    while at < count:
        first = at
        key, begin, end = words[at]
        if not key[0].isalpha():
            start = start if key in "-_#" and start is not None and len(key) == 1 else None
            at += 1
            continue
        while at + 2 < count and words[at + 1][0] == "'" and _adjacent(words, at):
            if words[at + 2].key in where_words("suffixes"):
                break  # Rakka'da is "in Rakka"
            if at == first and key in where_words("elisions"):
                first = at = at + 2
                key, begin, end = words[at]
                continue  # d'Alep is "of Alep"
            key, end, at = key + words[at + 2].key, words[at + 2].end, at + 2
        if key.endswith(("'s", "’s")):
            key, end = key[:-2], end - 2
        capital = text[begin].isupper()
        begin = begin if start is None else start
        at += 1
        if key in ARTICLES and at < count and (capital or text[end : end + 1] in ("-", "_")):
            start = begin
            continue
        if capitals_matter and not capital and key[0] < _NO_CAPITALS:
            start = None
            continue
        joined = last_end >= 0 and text[last_end:begin] in _JOINTS
        names.append(_NAME_WORD_OF(NameWord, (key, begin, end, first, capital, joined)))
        start, last_end = None, end
    return names


_NAME_WORD_OF = tuple.__new__  # what `NameWord(...)` comes to, in half the time
_JOINTS = frozenset(["-", "_", " ", "\u00a0", "  ", "- ", " -", "–"])


def _is_arabic(key: str) -> bool:
    return "\u0620" <= key[:1] <= "\u06d3"


def _is_cyrillic(key: str) -> bool:
    return "\u0400" <= key[0] < "\u0500"


def _adjacent(words: Sequence[Word], at: int) -> bool:
    return (
        words[at].end == words[at + 1].start
        and words[at + 1].end == words[at + 2].start
        and words[at + 2].key[0].isalpha()
    )


def _written_much_alike(name: str, entries: tuple[Entry, ...], cue: str) -> tuple[Entry, ...]:
    """Of places whose names sound alike, those whose names are not written too differently."""
    key, sound = fold(name), sound_key(name)
    return tuple(
        entry
        for entry in entries
        if _is_written_alike(key, entry) or (cue in _SETTLED and _is_heard_by_another_name(sound, entry))
    )


def _is_written_alike(key: str, entry: Entry) -> bool:
    arabic = _is_arabic(key)
    if arabic and not entry.name_ar:
        return True
    return ratio(key, fold(entry.name_ar if arabic and entry.name_ar else entry.name)) >= _ALIKE


def _is_heard_by_another_name(sound: str, entry: Entry) -> bool:
    """Whether it is a town that has a name like this beside the one that we know in Arabic script."""
    return bool(entry.precision in _TOWNS and entry.name_ar and sound_key(entry.name_ar) != sound)


@cache
def _hanging() -> dict[str, list[str]]:
    """The small words that hang on a name, the longest first, by their first letter."""
    by_first: dict[str, list[str]] = {}
    for hung in sorted(where_words("hang_on_article") | where_words("hang_on"), key=len, reverse=True):
        by_first.setdefault(hung[0], []).append(hung)
    return by_first


def _is_kind(keys: Sequence[str], at: int) -> bool:
    match = cues().at(keys, at)
    return match is not None and match.value in _KINDS_OF_PLACE


class _Scan:
    def __init__(self, text: str, words: Sequence[Word], known: Gazetteer, language: str | None) -> None:
        self.text, self.words, self.known = text, words, known
        self.keys = [word[0] for word in words]
        self.never = where_words("never") | no_places(language)
        # In a text all in capitals, or without any, a capital says nothing.
        capitals = sum(map(str.isupper, [text[word[1]] for word in words]))
        letters = sum(map(str.isalpha, [key[0] for key in self.keys]))
        self.capitals_matter = 0.02 * letters < capitals < 0.7 * letters
        self.names = _name_words(text, words, self.capitals_matter)
        self.kinds = [at for at in cues().starts(self.keys) if _is_kind(self.keys, at)]

    def run(self) -> Iterator[Mention]:
        at, count = 0, len(self.names)
        while at < count:
            found, length = self._at(at)
            if found:
                yield found
            at += length

    def _at(self, at: int) -> tuple[Mention | None, int]:
        first = self.names[at]
        arabic = _is_arabic(first.key)
        run = self._run(at, arabic)
        for bare, key in self._without_hanging(first.key) if arabic else ((False, first.key),):
            words = (key, *run[1:])
            found = self._written(words) or (self._sounding(words) if self._may_only_sound(first) else None)
            if found and found[0] > 1 and self._is_cue(first.word) and self._goes_further(words, found[0]):
                return None, 1
            if found:
                length, entries, alike = found
                return self._mention(at, length, entries, alike, bare)
        for length in range(min(2, len(run)) if _is_cyrillic(first.key) else 0, 0, -1):
            if entries := self._inflected(run[:length]):
                return self._mention(at, length, entries, False, False)
        return None, 1

    def _run(self, at: int, arabic: bool) -> tuple[str, ...]:
        """The words that one name may hold from here on."""
        run = [self.names[at].key]
        for name in self.names[at + 1 : at + _LONGEST]:
            if not name.joined or (not arabic and self.capitals_matter and not name.capital):
                break
            run.append(name.key)
        return tuple(run)

    def _inflected(self, run: tuple[str, ...]) -> tuple[Entry, ...]:
        """The places that a name in another case means: "в Харькове", "в Кривом Роге"."""
        for words in product(*(uninflected(word) for word in run)):
            if entries := self.known.under(join_written(words)):
                return entries
        return ()

    def _without_hanging(self, key: str) -> Iterator[tuple[bool, str]]:
        yield False, key
        for hung in _hanging().get(key[0], ()):
            if key.startswith(hung) and len(key) >= len(hung) + _SHORTEST_BARE:
                yield True, key[len(hung) :]

    def _may_only_sound(self, first: NameWord) -> bool:
        """Only a word for a kind of place beside it lets a name be known by its consonants alone."""
        last = first.word if _is_arabic(first.key) else first.word + _LONGEST + 3
        kind = bisect_left(self.kinds, first.word - 4)
        return kind < len(self.kinds) and self.kinds[kind] < last

    def _written(self, run: tuple[str, ...]) -> tuple[int, tuple[Entry, ...], bool] | None:
        longest = self.known.most_words(run[0], len(run) > 1)
        for length in range(min(longest, len(run)), 0, -1):
            if entries := self.known.under(join_written(run[:length])):
                return length, entries, False
        return None

    def _sounding(self, run: tuple[str, ...]) -> tuple[int, tuple[Entry, ...], bool] | None:
        longest = self.known.longest("~" + sound_word(run[0], False))
        for length in range(min(longest, len(run)), 0, -1):
            key = join_sounds(run[:length])
            if key and (length > 1 or len(run[0]) > 3) and (entries := self.known.under("~" + key)):
                return length, entries, True
        return None

    def _goes_further(self, run: tuple[str, ...], length: int) -> bool:
        """Whether the name behind a word for a kind goes on: "the town of Ain Mithal" is no Town Ain."""
        behind = self._written(run[1:])
        return behind is not None and behind[0] >= length

    def _mention(
        self, at: int, length: int, entries: tuple[Entry, ...], alike: bool, bare: bool
    ) -> tuple[Mention | None, int]:
        first, last = self.names[at], self.names[at + length - 1]
        after = self._word_after(last.end, last.word)
        if (
            after < len(self.keys)
            and self.keys[after] in where_words("not_after")
            and self._near(after, last.end)
        ):
            return None, length
        if length == 1 and ((first.key in self.never and not bare) or self._is_cue(first.word)):
            return None, 1
        if length == 1 and self._is_of_a_person(at):
            return None, 1
        cue = self._cue(first, last, after)
        name = self.text[first.start : last.end]
        if alike and (cue not in _KINDS_OF_PLACE or not (entries := _written_much_alike(name, entries, cue))):
            return None, 1
        return Mention(first.start, last.end, name, entries, cue, alike, bare), length

    def _is_of_a_person(self, at: int) -> bool:
        """Whether a word is part of a person's name: "Omar Haifa", "Victoria Haddad"."""
        one, before = self.names[at], self.names[at - 1] if at else None
        after = self.names[at + 1] if at + 1 < len(self.names) else None
        if not self.capitals_matter or not one.capital:
            return False
        if before and one.joined and before.capital and before.key in given_names():
            return True
        return bool(one.key in given_names() and after and after.joined and after.capital)

    def _is_cue(self, word: int) -> bool:
        """Whether the word itself only leads to names, as "village" does."""
        match = cues().at(self.keys, word)
        return match is not None and match.length == 1

    def _word_after(self, end: int, word: int) -> int:
        while word < len(self.words) and self.words[word].start < end:
            word += 1
        return word

    def _near(self, word: int, end: int) -> bool:
        return self.words[word].start - end <= 3

    def _cue(self, first: NameWord, last: NameWord, after: int) -> str:
        """What stands right before the name, or, in Latin script, a kind of place right after it."""
        before = first.word - 1
        while before >= 0 and self.words[before].start >= first.start:
            before -= 1
        hashtag = before >= 0 and self.keys[before] == "#"
        said, start = self._said_before(before - hashtag)
        if said in _KINDS_OF_PLACE or said == "before":
            outer, _ = self._said_before(start - 1)
            said = outer if outer in ("origin", "aside") else said
        if said in ("origin", "aside"):
            return said
        latin = not _is_arabic(first.key)
        kind = self._kind_after(after, last.end) if latin else ""
        if said in ("", "before") and self._leads_on(after, last.end):
            said = "within"
        return kind or said or ("hashtag" if hashtag else "")

    def _kind_after(self, after: int, end: int) -> str:
        """The kind in "Raqqa city", "Aleppo countryside"."""
        if after >= len(self.keys) or not self._near(after, end):
            return ""
        match = cues().at(self.keys, after)
        if match and match.value in _KINDS_OF_PLACE:
            return match.value
        return "region" if self.keys[after] in where_words("region_after") else ""

    def _leads_on(self, after: int, end: int) -> bool:
        """Whether what follows says in what land the place lies: "X, north of Y", "X بريف Y"."""
        after += after < len(self.keys) and self.keys[after] in (",", '"', "(", "-")
        if after >= len(self.keys) or self.words[after].start - end > 3:
            return False
        match = cues().at(self.keys, after)
        return match is not None and match.value in ("region", Precision.GOVERNORATE)

    def _said_before(self, last: int) -> tuple[str, int]:
        """What the phrase that ends with this word leads to, and where the phrase begins."""
        while last >= 0 and (self.keys[last] in ARTICLES or self.keys[last] in where_words("skipped")):
            last -= 1
        for first in range(max(0, last - 3), last + 1):
            match = cues().at(self.keys, first)
            if match and first + match.length == last + 1:
                return match.value, first
        return "", last + 1
