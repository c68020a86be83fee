"""Where a text names places: each stretch that is a name in the gazetteer, with the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cairn.extract.words import Word
from cairn.vocabulary.gazetteer import Entry, Gazetteer
from cairn.vocabulary.place_names import ARTICLES, join_sounds, join_written, sound_word, written_word
from cairn.vocabulary.where_words import cues
from cairn.vocabulary.where_words import words as where_words

_ARABIC = re.compile("[\u0620-\u06d3]")
_LONGEST = 5  # words in a name
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


def mentions(text: str, words: Sequence[Word], known: Gazetteer) -> list[Mention]:
    """All names of places in a text, in order, none inside another. Linear in the text's length."""
    names = _name_words(text, words)
    keys = [word.key for word in words]
    return list(_Scan(text, words, keys, names, known).run())


def _name_words(text: str, words: Sequence[Word]) -> list[NameWord]:
    """The words without articles, marks and apostrophes: "Ma'arrat an-Nu'man" is two."""
    names: list[NameWord] = []
    start: int | None = None  # of an article that belongs to the next word
    at = 0
    while at < len(words):
        word, first = words[at], at
        key, end = word.key, word.end
        if not key[0].isalpha():
            start = start if key in "-_#" and start is not None and len(key) == 1 else None
            at += 1
            continue
        while at + 2 < len(words) and words[at + 1].key == "'" and _adjacent(words, at):
            key, end, at = key + words[at + 2].key, words[at + 2].end, at + 2
        if key.endswith(("'s", "’s")):
            key, end = key[:-2], end - 2
        capital = text[word.start].isupper()
        if key in ARTICLES and at + 1 < len(words) and (capital or text[end : end + 1] in ("-", "_")):
            start = word.start if start is None else start
            at += 1
            continue
        before = text[names[-1].end : word.start if start is None else start] if names else " . "
        names.append(
            NameWord(key, word.start if start is None else start, end, first, capital, before in _JOINTS)
        )
        start = None
        at += 1
    return names


_JOINTS = frozenset(["-", "_", " ", "\u00a0", "  ", "- ", " -", "–"])


def _adjacent(words: Sequence[Word], at: int) -> bool:
    return (
        words[at].end == words[at + 1].start
        and words[at + 1].end == words[at + 2].start
        and words[at + 2].key[0].isalpha()
    )


class _Scan:
    def __init__(
        self, text: str, words: Sequence[Word], keys: list[str], names: list[NameWord], known: Gazetteer
    ) -> None:
        self.text, self.words, self.keys, self.names, self.known = text, words, keys, names, known
        capitals = sum(name.capital for name in names)
        # In a text all in capitals, or without any, a capital says nothing.
        self.capitals_matter = 0.02 * len(names) < capitals < 0.7 * len(names)

    def run(self) -> Iterator[Mention]:
        at = 0
        while at < len(self.names):
            found, length = self._at(at)
            if found:
                yield found
            at += length

    def _at(self, at: int) -> tuple[Mention | None, int]:
        first = self.names[at]
        arabic = bool(_ARABIC.match(first.key))
        if not arabic and self.capitals_matter and not first.capital and first.key[0].isascii():
            return None, 1
        run = self._run(at, arabic)
        for bare, key in self._without_hanging(first.key) if arabic else ((False, first.key),):
            if (found := self._longest((key, *run[1:]))) is not None:
                length, entries, alike = found
                return self._mention(at, length, entries, alike, bare)
        return None, 1

    def _run(self, at: int, arabic: bool) -> tuple[str, ...]:
        """The words that one name may hold from here on."""
        run = [self.names[at].key]
        for name in self.names[at + 1 : at + _LONGEST]:
            if not name.joined or (not arabic and self.capitals_matter and not name.capital):
                break
            run.append(name.key)
        return tuple(run)

    def _without_hanging(self, key: str) -> Iterator[tuple[bool, str]]:
        yield False, key
        for hung in where_words("hang_on_article"):
            if key.startswith(hung) and len(key) >= len(hung) + _SHORTEST_BARE:
                yield True, key[len(hung) :]
        for hung in where_words("hang_on"):
            if key.startswith(hung) and len(key) >= len(hung) + _SHORTEST_BARE:
                yield True, key[len(hung) :]

    def _longest(self, run: tuple[str, ...]) -> tuple[int, tuple[Entry, ...], bool] | None:
        longest = self.known.longest(written_word(run[0], len(run) == 1))
        if len(run) > 1:
            longest = max(longest, self.known.longest(written_word(run[0], True)))
        for length in range(min(longest, len(run)), 0, -1):
            if entries := self.known.under(join_written(run[:length])):
                return length, entries, False
        longest = self.known.longest("~" + sound_word(run[0], False))
        for length in range(min(longest, len(run)), 0, -1):
            key = join_sounds(run[:length])
            if key and (length > 1 or len(run[0]) > 3) and (entries := self.known.under("~" + key)):
                return length, entries, True
        return None

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
        if length == 1 and not bare and self._is_cue(first.word):
            return None, 1
        cue = self._cue(first, last, after)
        if alike and cue in ("", "before") and (length == 1 or _ARABIC.match(first.key)):
            return None, 1
        name = self.text[first.start : last.end]
        return Mention(first.start, last.end, name, entries, cue, alike, bare), length

    def _is_cue(self, word: int) -> bool:
        """Whether the word itself only leads to names, as "village" does."""
        match = cues().at(self.keys, word)
        return match is not None and match.length == 1

    def _word_after(self, end: int, word: int) -> int:
        while word < len(self.words) and self.words[word].start < end:
            word += 1
        return word

    def _near(self, word: int, end: int) -> bool:
        return self.words[word].start - end <= 2

    def _cue(self, first: NameWord, last: NameWord, after: int) -> str:
        """What stands right before the name, or, in Latin script, a kind of place right after it."""
        before = first.word - 1
        while before >= 0 and self.words[before].start >= first.start:
            before -= 1
        hashtag = before >= 0 and self.keys[before] in "#_" and len(self.keys[before]) == 1
        before -= hashtag
        while before >= 0 and self.keys[before] in ARTICLES | _SKIPPED:
            before -= 1
        said = self._said_before(before)
        if not _ARABIC.match(first.key) and after < len(self.keys) and self._near(after, last.end):
            match = cues().at(self.keys, after)
            if match and match.value not in ("before", "origin", "aside", "region"):
                return match.value
            if match and self.keys[after] in where_words("region") and self.keys[after] in _AFTER:
                return "region"
        return said or ("hashtag" if hashtag else "")

    def _said_before(self, last: int) -> str:
        for first in range(max(0, last - 3), last + 1):
            match = cues().at(self.keys, first)
            if match and first + match.length == last + 1:
                return match.value
        return ""


_SKIPPED = frozenset(["the", "of", '"', "'", "(", "de", "«"])
_AFTER = frozenset(["countryside", "outskirts", "hinterland"])
