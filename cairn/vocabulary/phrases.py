"""Phrases by their words: which phrase begins at this word, the longest first.

A language may hang small words on the next one (Arabic و "and", ال "the", ب "by"); a phrase is found behind
them, and the match says what hung there.

>>> known = Phrases([("air strike", "airstrike")], hang_on=())
>>> known.at(["an", "air", "strike"], 1).value
'airstrike'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from cairn.vocabulary.fold import fold

T = TypeVar("T")
# As `extract.words` cuts: a possessive and a Cyrillic apostrophe (п'ять) stay in the word, others part it
# (l'armée).
_PARTS = re.compile(
    r"[Ѐ-ӿ]+(?:['’ʼ`][Ѐ-ӿ]+)+"
    r"|[^\W_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?(?:\.[^\W_]+)*\.?(?<!\w\w\.)|\S"
)

_FIRST_ARABIC = "\u0600"


class Match(NamedTuple, Generic[T]):
    """`value` was found over `length` words; `hung` is what hung on the first of them."""

    value: T
    length: int
    hung: str


def keys_of(phrase: str) -> tuple[str, ...]:
    """A phrase as the keys that `extract.words` gives for the same words."""
    return tuple(fold(part) or part for part in _PARTS.findall(phrase))


def _may_hang(small: str, word: str) -> bool:
    """Whether both are written in Arabic letters, or neither: nobody writes one word in two scripts."""
    return (small >= _FIRST_ARABIC) == (word >= _FIRST_ARABIC)


class _Begun(Generic[T]):
    """What begins with one word: that word alone, and longer phrases by their second word, longest first."""

    __slots__ = ("alone", "by_second")

    def __init__(self) -> None:
        self.alone: Match[T] | None = None
        self.by_second: dict[str, list[tuple[tuple[str, ...], Match[T]]]] = {}


class Phrases(Generic[T]):
    """All phrases of a kind, by first word. The first value given for a phrase stays."""

    def __init__(self, phrases: Iterable[tuple[str, T]], hang_on: Sequence[str] = ()) -> None:
        self._by_first: dict[str, _Begun[T]] = {}
        given = [(keys_of(phrase), value) for phrase, value in phrases]
        for hung in ("", *hang_on):
            for keys, value in given:
                if not hung or _may_hang(hung, keys[0]):
                    self._add(hung + keys[0], keys[1:], Match(value, len(keys), hung))
        for begun in self._by_first.values():
            for longer in begun.by_second.values():
                longer.sort(key=lambda each: (-each[1].length, len(each[1].hung)))

    def _add(self, first: str, rest: tuple[str, ...], match: Match[T]) -> None:
        begun = self._by_first.setdefault(first, _Begun())
        # What is a word by itself is not another word with something hung on it.
        if not rest:
            begun.alone = begun.alone or match
            return
        longer = begun.by_second.setdefault(rest[0], [])
        if not any(other == rest for other, _ in longer):
            longer.append((rest, match))

    def at(self, keys: Sequence[str], index: int) -> Match[T] | None:
        """The longest phrase that begins at this word, if any."""
        begun = self._by_first.get(keys[index])
        if begun is None:
            return None
        if begun.by_second and index + 1 < len(keys):
            for rest, match in begun.by_second.get(keys[index + 1], ()):
                if len(rest) == 1 or tuple(keys[index + 1 : index + match.length]) == rest:
                    return match
        return begun.alone

    def starts(self, keys: Sequence[str]) -> list[int]:
        """The places at which a phrase may begin: where to ask `at`, and where not to bother."""
        return list(compress(range(len(keys)), map(self._by_first.__contains__, keys)))

    def all_in(self, keys: Sequence[str]) -> Iterator[tuple[int, Match[T]]]:
        """Every phrase with its place, in order, none inside another."""
        free = 0
        for index in self.starts(keys):
            if index >= free and (match := self.at(keys, index)):
                yield index, match
                free = index + match.length

    def any_in(self, keys: Sequence[str]) -> bool:
        """Whether some phrase stands in the words; in most there is not even the first word of one."""
        return not self._by_first.keys().isdisjoint(keys) and next(self.all_in(keys), None) is not None

    @cached_property
    def alone(self) -> Mapping[str, Match[T]]:
        """The words that are phrases by themselves and begin no longer one: where `at` need not be asked."""
        begun = self._by_first.items()
        return {key: each.alone for key, each in begun if each.alone and not each.by_second}

    @property
    def firsts(self) -> KeysView[str]:
        """The words that begin a phrase, for a quick look before `at`."""
        return self._by_first.keys()

    def __contains__(self, key: str) -> bool:
        begun = self._by_first.get(key)
        return begun is not None and begun.alone is not None
