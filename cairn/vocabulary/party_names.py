"""What readers of a language call a belligerent."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


def party_name(name: str, language: str) -> str:
    """The first name that `belligerents.yml` gives it in a language (ISO 639-3); its own where there is none.

    >>> party_name("US-led Coalition", "ara")
    'التحالف الدولي'
    """
    return next(iter(_names().get(name, {}).get(language, ())), name)


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    rows = yaml.safe_load(files("cairn.vocabulary").joinpath("belligerents.yml").read_text("utf-8"))
    return {row["name"]: row.get("names", {}) for row in rows}
