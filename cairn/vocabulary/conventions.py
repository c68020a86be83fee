"""The conventions a recorder counts by: data, versioned, named by every assessment."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary
from cairn.values import Range


@cache
def conventions(version: str = "1") -> Mapping[str, Any]:
    """The convention file of a version; refuses a version that we do not have."""
    said = yaml.safe_load((resources.files("cairn.vocabulary") / "conventions.yml").read_text("utf-8"))
    if said.get("version") != version:
        raise BadVocabulary(
            f"There are no conventions of version {version}; we have {said.get('version')}."
            " Write the version you want into cairn.toml."
        )
    return dict(said)


@cache
def vague_range(name: str, version: str = "1") -> Range:
    """How many people a vague word stands for: "several" is 2-2 under version 1."""
    table = conventions(version)["vague"]
    if name not in table:
        raise BadVocabulary(f"conventions.yml says nothing of “{name}”. Add a line for it under vague.")
    low, high = table[name]
    return Range(low, high)


def up_to_floor(version: str = "1") -> int:
    """The least that "up to eight" says there were."""
    return int(conventions(version)["up to floor"])


@cache
def toll_from(version: str = "1") -> int:
    """From how many people on a count is an aggregate."""
    return int(conventions(version)["toll from"])
