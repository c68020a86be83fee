"""Streets that a text names: "on Marl Street", "the 400 block of Marl", "شارع النصر".

Hardly two events of one town and week are in one street, and reports of one event name the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cairn.vocabulary.fold import fold
from cairn.vocabulary.phrases import Phrases
from cairn.vocabulary.where_words import after_streets, before_streets, directions

HEAD = 2500  # letters of a text in which the place of its event is named
FARTHEST = 3  # words behind "the 400 block of" among which the name stands: South Marl
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

Written = Sequence[re.Match[str]]


def streets_said(text: str) -> frozenset[str]:
    """The last word of the name of each street in the head of a text, folded, or the first behind its kind.

    >>> sorted(streets_said("Shots fell in the 400 block of South Marl Street, near 8th Avenue."))
    ['8th', 'marl']
    """
    words = list(_WORD.finditer(text[:HEAD]))
    keys = [fold(word[0]) for word in words]
    return frozenset((*_before_a_kind(words, keys), *_behind_a_kind(words, keys)))


def _before_a_kind(words: Written, keys: Sequence[str]) -> Iterator[str]:
    for at in range(1, len(words)):
        if keys[at] in after_streets() and _in_one_breath(words, at - 1) and _is_name(words[at - 1][0]):
            yield keys[at - 1]


def _behind_a_kind(words: Written, keys: Sequence[str]) -> Iterator[str]:
    kinds: Phrases[str] = before_streets()
    for at, match in kinds.all_in(keys):
        behind = range(at + match.length, min(len(words), at + match.length + FARTHEST))
        yield from [keys[place] for place in behind if _is_name(words[place][0])][:1]


def _in_one_breath(words: Written, at: int) -> bool:
    return words[at].string[words[at].end() : words[at + 1].start()].isspace()


def _is_name(word: str) -> bool:
    """Written like a name where letters have capitals, or a number as streets have them; and no direction."""
    if len(word) == 1 or fold(word) in directions():
        return False
    return not word[0].islower() and not word.isdecimal()
