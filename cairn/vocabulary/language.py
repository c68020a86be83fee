"""What is known of a language: its YAML file, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary
from cairn.vocabulary.yaml_file import read_yaml

_SHORT = {"en": "eng", "ar": "ara", "ru": "rus", "uk": "ukr", "fr": "fra", "es": "spa", "tr": "tur"}


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-3 codes of the languages that have a file here."""
    here = resources.files("cairn.vocabulary")
    names = (entry.name for entry in here.iterdir())
    return tuple(sorted(name[:3] for name in names if name.endswith(".yml") and len(name) == 7))


def three_letters(code: str) -> str:
    """ "en", "en-GB" and "eng" are one language."""
    short = code.lower().replace("_", "-").split("-")[0]
    return _SHORT.get(short, short)


@cache
def sections(code: str) -> Mapping[str, Any]:
    """All sections of a language's file; an empty mapping where there is no file for it.

    Refuses a file that is not a mapping of sections with BadVocabulary.
    """
    name = f"{three_letters(code)}.yml"
    if name[:3] not in languages():
        return {}
    try:
        said = read_yaml(name)
    except yaml.YAMLError as problem:
        raise BadVocabulary(
            f"The vocabulary {name} is not YAML: {problem}. Mend the line it names."
        ) from None
    if not isinstance(said, dict):
        raise BadVocabulary(f"The vocabulary {name} is not a mapping of sections. See eng.yml for the shape.")
    return said


def section(code: str, name: str) -> Mapping[str, Any]:
    """One section of a language's file; an empty mapping where the language lacks it."""
    found = sections(code).get(name) or {}
    if not isinstance(found, dict):
        raise BadVocabulary(
            f"The section {name} of {three_letters(code)}.yml is not a mapping. See eng.yml for the shape."
        )
    return found
