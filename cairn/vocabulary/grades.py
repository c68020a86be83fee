"""What grades and strike statuses mean, and which rules propose them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary
from cairn.values import Grade, Rule, StrikeStatus
from cairn.vocabulary.fold import fold


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a grade or status tells a reader, and the rule that proposes it."""

    means: str
    proposed: Rule


@cache
def _file() -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(
        resources.files("cairn.vocabulary").joinpath("grades.yml").read_text("utf-8")
    )
    return said


@cache
def grades() -> dict[Grade, Meaning]:
    """Every grade with its meaning, in the order in which the rules try them."""
    return {Grade(name): meaning for name, meaning in _meanings("grades", Grade).items()}


@cache
def strike_statuses() -> dict[StrikeStatus, Meaning]:
    """Every strike status with its meaning, in the order in which the rules try them."""
    return {StrikeStatus(name): it for name, it in _meanings("strike statuses", StrikeStatus).items()}


@cache
def several_speakers() -> frozenset[str]:
    """Words that name speakers in the plural."""
    return frozenset(_file()["several speakers"])


@cache
def several_sources() -> re.Pattern[str]:
    """What in a folded text says that it rests on more than one source."""
    said = _file()["several sources"]
    first, second = ("|".join(map(re.escape, said[part])) for part in ("first", "second"))
    phrases = "|".join(re.escape(fold(phrase)) for phrase in said["phrases"])
    return re.compile(rf"\b(?:(?:{first}) (?:\w+ ){{0,2}}(?:{second})|{phrases})\b")


def _meanings(section: str, kind: type[StrEnum]) -> dict[str, Meaning]:
    said = _file()[section]
    if set(said) != {each.value for each in kind}:
        raise BadVocabulary(f"grades.yml must say under “{section}” what each of {', '.join(kind)} means.")
    return {name: Meaning(it["means"], Rule(it["proposed"])) for name, it in said.items()}
