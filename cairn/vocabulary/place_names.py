"""Names of places made comparable: by how they are written, and, more loosely, by their consonants.

>>> written_key("Ma'arrat an-Nu'man") == written_key("Maarat al Numan")
True
>>> sound_key("Dayr az-Zawr") == sound_key("Deir ez-Zor") == sound_key("دير الزور")
True
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from cairn.vocabulary.fold import fold
from cairn.vocabulary.yaml_file import read_yaml

_said: dict[str, Any] = read_yaml("place_names.yml")
ARTICLES = frozenset(_said["articles"])
_ARTICLE_AR = "ال"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ASSIMILATED = re.compile(r"[aeu](?:rr|zz|ss|nn|dd|tt)[aeiou]")
_DOUBLED = re.compile(r"([a-z])\1+")
_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile("[\u0620-\u06d3]")
_GROUPS: tuple[tuple[str, str], ...] = tuple(_said["groups"].items())
_SOUNDS = str.maketrans(_said["latin"])
_ARABIC_SOUNDS = str.maketrans(_said["arabic"])
_VOWELS = str.maketrans("", "", "aeiouy")


@lru_cache(maxsize=50_000)
def written_word(word: str, last: bool = True) -> str:
    """One folded word of a name as it is compared; `last` is False inside a longer name."""
    if _ARABIC.match(word):
        return _written_arabic(word)
    if _ASSIMILATED.match(word) and len(word) > 4:
        word = word[2:]  # Ezzor, Assuwayda: the article has become part of the word
    word = word.replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("'", "")
    if _DOUBLED.search(word):
        word = _DOUBLED.sub(r"\1", word)
    if len(word) > 3 and word[-1] == "h" and word[-2] in "ae":
        word = word[:-1]
    if not last and len(word) > 3 and word[-2:] in ("at", "et"):
        word = word[:-1]  # ma'arrat misrin, ma'arra
    return word


def _written_arabic(word: str) -> str:
    if word.startswith(_ARTICLE_AR) and len(word) > 4:
        word = word[2:]
    # The last letter of باروده, بارودا is heard alike and written at will.
    return word[:-1] + "ه" if len(word) > 3 and word[-1] == "ا" else word


@lru_cache(maxsize=50_000)
def sound_word(word: str, last: bool = True) -> str:
    """The consonants of one folded word; a first vowel counts as one whatever it is."""
    if _ARABIC.match(word):
        if word.startswith(_ARTICLE_AR) and len(word) > 4:
            word = word[2:]
        first = "w" if word[0] == "و" else "y" if word[0] == "ي" else "a" if word[0] in "اعئؤ" else ""
        return first + word.rstrip("هح").translate(_ARABIC_SOUNDS)
    word = written_word(word, last)
    if not _LATIN.match(word):
        return word
    for letters, sound in _GROUPS:
        word = word.replace(letters, sound)
    first = word[0] if word[0] in "wy" else "a" if word[0] in "aeiou" else ""
    return first + word.translate(_SOUNDS).rstrip("h").translate(_VOWELS)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without its articles."""
    folded = fold(name).replace("'", "")
    if folded.isalpha():
        return (folded,)
    words = _WORD.findall(folded)
    kept = tuple(word for word in words if word not in ARTICLES)
    return kept or tuple(words)


def written_key(name: str) -> str:
    return join_written(name_words(name))


def sound_key(name: str) -> str:
    """Empty where fewer than three consonants are left: that would be like too many other names."""
    return join_sounds(name_words(name))


def run_together(words: tuple[str, ...]) -> str:
    """A name of several Arabic words as people run it together: معرتمصرين, كفرتعال; empty for others."""
    if len(words) < 2 or words[0].isascii() or not all(_ARABIC.match(word) for word in words):
        return ""
    bound = [f"{word[:-1]}ت" if word.endswith("ه") else word for word in words[:-1]]
    return written_word("".join([*bound, words[-1]]))


def join_written(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return written_word(words[0], True)
    final = len(words) - 1
    return " ".join(written_word(word, at == final) for at, word in enumerate(words))


def join_sounds(words: tuple[str, ...]) -> str:
    final = len(words) - 1
    key = " ".join(sound_word(word, at == final) for at, word in enumerate(words))
    return key if len(key.replace(" ", "").removeprefix("a")) >= 3 else ""
