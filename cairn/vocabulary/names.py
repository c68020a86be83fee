"""How people's names are built and spelled, from `names.yml`, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary


@dataclass(frozen=True, slots=True)
class NameWords:
    """The small words in names of one script, all folded. `names.yml` says what each is."""

    articles: frozenset[str]
    first_halves: Mapping[str, str]
    second_halves: Mapping[str, str]
    kunya: frozenset[str]
    kinship: frozenset[str]
    patronymics: frozenset[str]
    titles: frozenset[str]
    article_prefixes: tuple[str, ...] = ()

    @classmethod
    def of(cls, script: str) -> NameWords:
        said = {key: _words(key, words) for key, words in _said(script).items()}
        try:
            return cls(**said)
        except TypeError as problem:
            raise BadVocabulary(f"names.yml, section {script}: {problem}. Mend the section.") from None


def _words(key: str, said: Any) -> Any:
    if key.endswith("_halves"):
        return said
    return tuple(said) if key == "article_prefixes" else frozenset(said)


@cache
def name_words(script: str) -> NameWords:
    """The words for "arabic" or "latin" names."""
    return NameWords.of(script)


@cache
def spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The spelling families of Latin-written names, in order."""
    return tuple((re.compile(pattern), plain) for pattern, plain in _file()["spelling"])


@cache
def frame_letters(script: str) -> Mapping[int, str]:
    """Letter → consonant of the frame, for `str.translate`."""
    return str.maketrans({str(letter): str(kept) for letter, kept in _said("frame")[script].items()})


@cache
def silent_endings() -> tuple[str, ...]:
    return tuple(_said("frame")["silent_endings"])


@cache
def age_units() -> Mapping[str, float]:
    """Word → how many of it make a year."""
    return _said("ages")


@cache
def sexes() -> Mapping[str, str]:
    """Word → "male" or "female"."""
    return {str(word): sex for sex, words in _said("sexes").items() for word in words}


@cache
def _file() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath("names.yml").read_text("utf-8"))
    return read


def _said(section: str) -> Mapping[str, Any]:
    found = _file().get(section)
    if not isinstance(found, Mapping):
        raise BadVocabulary(f"names.yml has no section {section}, or it is not a mapping. Restore it.")
    return found
