"""Given names and the sex they are given to, from `given_names.yml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from cairn.vocabulary.fold import fold
from cairn.vocabulary.names import name_words, spellings
from cairn.vocabulary.yaml_file import read_yaml


@cache
def given_names() -> Mapping[str, str]:
    """Folded given name → "male" or "female"; a name that both bear is not here."""
    said = _file()
    return _of_one_sex(
        (fold(str(name)), sex)
        for script in ("arabic", "latin")
        for sex, names in said[script].items()
        for name in names
    )


@lru_cache(maxsize=4096)
def sex_of(name: str) -> str | None:
    """ "male" or "female" by the given name, where it is given to one sex only, and by what stands with it.

    >>> sex_of("Fatima Haddad")
    'female'
    >>> sex_of("Umm Omar Haddad")
    'female'
    >>> sex_of("Nour al-Din Haddad")
    'male'
    """
    words = [word for word in fold(name).replace("-", " ").replace(".", " ").split() if word not in _titles()]
    if not words:
        return None
    second = next((word for word in words[1:] if word not in name_words("latin").articles), "")
    around = _told("before").get(words[0]) or _told("second").get(second)
    anywhere = next((sex for word in words if (sex := _told("anywhere").get(word))), None)
    return around or anywhere or _given(words[0])


def _given(word: str) -> str | None:
    return given_names().get(word) or (None if word in _both() else _as_spelled().get(_spelled(word)))


@cache
def _as_spelled() -> Mapping[str, str]:
    """Spelling family → sex, of the Latin-written names, where no name of the family is of the other sex."""
    return _of_one_sex((_spelled(name), sex) for name, sex in given_names().items() if name.isascii())


def _spelled(word: str) -> str:
    for pattern, plain in spellings():
        word = pattern.sub(plain, word)
    return word


def _of_one_sex(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    sexes: dict[str, set[str]] = {}
    for name, sex in pairs:
        sexes.setdefault(name, set()).add(sex)
    return {name: next(iter(found)) for name, found in sexes.items() if len(found) == 1}


@cache
def _told(section: str) -> Mapping[str, str]:
    """Word beside a given name → the sex it tells."""
    return {fold(str(word)): sex for sex, words in _file()[section].items() for word in words}


@cache
def _both() -> frozenset[str]:
    """Names that both sexes bear."""
    return frozenset(fold(str(name)) for name in _file()["both"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in _file()["titles"])


@cache
def _file() -> Mapping[str, Mapping[str, list[object]]]:
    said: Mapping[str, Mapping[str, list[object]]] = read_yaml("given_names.yml")
    return said
