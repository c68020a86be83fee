"""A person's name as its parts, so that two ways of writing it can be laid side by side.

>>> name_parts("عبد الله أبو حجر") == name_parts("عبدالله ابوحجر")
True
>>> name_parts("Nour el-Deen Al Bahri") == name_parts("Nouruddin Albahri")
True
>>> frame("بحري"), frame("bahri")
('bhr', 'bhr')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cairn.vocabulary.fold import fold
from cairn.vocabulary.names import NameWords, frame_letters, name_words, silent_endings, spellings

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a]")
SHORTEST_NAME = 3  # letters that must remain when an article is taken off: Ali is not Al-I
FATHER_OF = "+"  # stands before a name that "Abu" or "Umm" begins


def is_arabic(name: str) -> bool:
    return bool(_ARABIC.search(name))


@lru_cache(maxsize=300_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name in order: own, father's, grandfather's, family's, as far as they are written.

    Titles, kinship with the name it leads to, articles and "son of" fall away; "Abd al-X", "X al-Din" and
    "Abu X" are one part each. Latin spellings of one name come out alike.
    """
    script = "arabic" if is_arabic(name) else "latin"
    written = _WORD.findall(fold(name).replace("'", ""))
    if _small_words(script).isdisjoint(written):  # most names
        parts = [_plain(word, script) for word in written]
    else:
        parts = _joined_halves(_without_small_words(written, name_words(script)), script)
    return tuple(part for part in parts if part.strip(FATHER_OF))


@cache
def _small_words(script: str) -> frozenset[str]:
    """Every word that is no part by itself."""
    small = name_words(script)
    halves = (small.first_halves, small.second_halves)
    others = (small.kinship, small.titles, small.patronymics, small.articles, small.kunya)
    return frozenset(word for each in (*halves, *others) for word in each)


def _without_small_words(words: list[str], small: NameWords) -> list[str]:
    kept: list[str] = []
    skip = False
    for at, word in enumerate(words):
        if skip:
            skip = False
        elif word in small.kinship:
            skip = at == 0 and len(words) > 3  # "wife of Naim, Yasmin …": Naim is not her name
        elif word not in small.titles and word not in small.patronymics:
            kept.append(word)
    return kept


def _joined_halves(words: list[str], script: str) -> list[str]:
    small = name_words(script)
    parts: list[str] = []
    first_half = father_of = ""
    for word in words:
        if word in small.second_halves and parts and not first_half:
            parts[-1] += small.second_halves[word]
        elif word in small.articles:
            continue
        elif word in small.first_halves:
            first_half = small.first_halves[word]
        elif word in small.kunya:
            father_of = FATHER_OF
        else:
            rest = small.second_halves[word] if word in small.second_halves else _plain(word, script)
            parts.append(father_of + first_half + rest)
            first_half = father_of = ""
    return [*parts, first_half] if first_half else parts


@cache
def _plain(word: str, script: str) -> str:
    """One part as it is compared: without its article, Arabic folded, Latin by its spelling family."""
    small = name_words(script)
    if halves := _halves_in_one_word(word, small):
        rest, first, second = halves
        return first + _plain(rest, script) + second
    if script == "arabic":
        return _without_prefix(_kunya_in_one_word(word, small), tuple(small.articles))
    word = _without_prefix(word, small.article_prefixes)
    for pattern, plain in spellings():
        word = pattern.sub(plain, word)
    return word


def _halves_in_one_word(word: str, small: NameWords) -> tuple[str, str, str] | None:
    """What is between, the first half and the second: عبدالرحيم, Nouruddin. Not short halves."""
    for half in sorted(small.first_halves, key=len, reverse=True):
        if len(half) > 3 and word.startswith(half) and len(word) - len(half) >= SHORTEST_NAME - 1:
            return word.removeprefix(half), small.first_halves[half], ""
    for half in sorted(small.second_halves, key=len, reverse=True):
        if len(half) > 3 and word.endswith(half) and len(word) - len(half) >= SHORTEST_NAME - 1:
            return word.removesuffix(half), "", small.second_halves[half]
    return None


def _kunya_in_one_word(word: str, small: NameWords) -> str:
    """ابوقوطه is ابو قوطه."""
    for kunya in sorted(small.kunya, key=len, reverse=True):
        if len(kunya) > 2 and word.startswith(kunya) and len(word) - len(kunya) >= SHORTEST_NAME:
            return FATHER_OF + word.removeprefix(kunya)
    return word


def _without_prefix(word: str, prefixes: tuple[str, ...]) -> str:
    for prefix in prefixes:
        if word.startswith(FATHER_OF + prefix) and len(word) - len(prefix) > SHORTEST_NAME:
            return FATHER_OF + word[1 + len(prefix) :]
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_NAME:
            return word.removeprefix(prefix)
    return word


@cache
def frame(part: str) -> str:
    """The consonants of a part, the same from either script; the part itself where it has none."""
    script = "arabic" if is_arabic(part) else "latin"
    bare = part.strip(FATHER_OF)
    kept = bare.translate(frame_letters(script))
    if script == "arabic":
        kept = kept.replace("dh", "d").replace("th", "t")  # Latin letters write ده and ذ alike
    for ending in silent_endings():
        if len(kept) > 2 and kept.endswith(ending):
            kept = kept.removesuffix(ending)
    return re.sub(r"(.)\1+", r"\1", kept) or bare


@cache
def without_second_half(part: str) -> str:
    """نورالدين is often called نور."""
    small = name_words("arabic" if is_arabic(part) else "latin")
    for half in dict.fromkeys(small.second_halves.values()):
        if part.endswith(half) and len(part) - len(half) > 1:
            return part.removesuffix(half)
    return part
