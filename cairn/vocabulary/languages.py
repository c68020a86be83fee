"""The languages Cairn names, by their codes."""

from __future__ import annotations

from functools import cache
from typing import Any

from cairn.vocabulary.yaml_file import read_yaml


@cache
def languages() -> dict[str, dict[str, Any]]:
    """ISO 639-3 code → short code, names and direction of writing, from `languages.yml`."""
    said: dict[str, dict[str, Any]] = read_yaml("languages.yml")
    return said


@cache
def small_words() -> dict[str, frozenset[str]]:
    """ISO 639-3 code → the small words that no other language of its letters here writes."""
    return {
        code: frozenset(said["small_words"]) for code, said in languages().items() if "small_words" in said
    }


@cache
def _codes() -> dict[str, str]:
    known = {code: code for code in languages()}
    for code, said in languages().items():
        known |= {said["short"].lower(): code, said["name"].lower(): code, said["own_name"].lower(): code}
    return known


def iso_639_3(said: str | None) -> str | None:
    """The ISO 639-3 code for "en", "en-GB", "eng" or "English"; None where nothing or nothing known was said.

    >>> iso_639_3("ar-SY"), iso_639_3("Arabic"), iso_639_3("tlh")
    ('ara', 'ara', None)
    """
    words = (said or "").strip().lower()
    return _codes().get(words) or _codes().get(words.replace("_", "-").split("-")[0])


def direction(code: str | None) -> str:
    """ "rtl" or "ltr"; left to right where the language is not known."""
    return str(languages().get(code or "", {}).get("direction", "ltr"))
