"""What may stand before and after the stem of a word, from `stems.yml`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

Cuts = tuple[tuple[str, ...], tuple[str, ...], int]
_SCRIPTS = (("arabic", "\u0600", "\u06ff"), ("cyrillic", "\u0400", "\u04ff"))


def endings_of(word: str) -> Cuts:
    """What to cut before and after, and the shortest stem that must remain, by the script of the word."""
    first = word[:1]
    return _cuts().get(
        next((name for name, low, high in _SCRIPTS if low <= first <= high), "latin"), ((), (), 0)
    )


@cache
def _cuts() -> dict[str, Cuts]:
    said = yaml.safe_load(files(__package__).joinpath("stems.yml").read_text("utf-8"))
    return {
        script: (_longest_first(row["before"]), _longest_first(row["after"]), int(row["shortest"]))
        for script, row in said.items()
    }


def _longest_first(cuts: list[str]) -> tuple[str, ...]:
    return tuple(sorted(cuts, key=len, reverse=True))
