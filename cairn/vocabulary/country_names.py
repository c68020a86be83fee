"""What readers call a country."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def country_name(code: str | None, language: str = "en") -> str:
    """The name of an ISO 3166 country; the code itself where we have no name for it."""
    if not code:
        return ""
    return _names().get(code, {}).get(language, code)


def country_code(said: str) -> str | None:
    """The code of a country that somebody names by its code or in any of our languages; None if unknown.

    >>> country_code("Syria"), country_code("iq"), country_code("Atlantis")
    ('SY', 'IQ', None)
    """
    if len(said) == 2 and said.isascii() and said.isalpha():
        return said.upper()
    wanted = said.strip().casefold()
    return next(
        (code for code, names in _names().items() if wanted in map(str.casefold, names.values())), None
    )


@cache
def _names() -> dict[str, dict[str, str]]:
    said = yaml.load(
        files("cairn.vocabulary").joinpath("country_names.yml").read_text("utf-8"), yaml.BaseLoader
    )
    return dict(said)
