"""The words in which belligerents answer allegations, from `admissions.yml`, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cairn.exceptions import BadVocabulary
from cairn.values import Stage, Verdict
from cairn.vocabulary.fold import fold

_GAP = r"(?:\W+\w+){0,8}?\W+"


@dataclass(frozen=True, slots=True)
class VerdictWords:
    verdict: Verdict
    reason: str | None
    pattern: re.Pattern[str]
    yields_to_harm: bool


@cache
def verdict_words() -> tuple[VerdictWords, ...]:
    """Verdicts in the order in which they are looked for."""
    yielding = set(_file()["overridden_by_harm"])
    return tuple(_verdict(row, yielding) for row in _file()["verdicts"])


def _verdict(row: Mapping[str, Any], yielding: set[str]) -> VerdictWords:
    reason = row.get("reason")
    try:
        return VerdictWords(Verdict(row["verdict"]), reason, _any_of(row["phrases"]), reason in yielding)
    except (KeyError, ValueError) as problem:
        raise BadVocabulary(
            f"admissions.yml, verdicts: {problem}. Each needs a verdict and phrases."
        ) from None


@cache
def any_of(section: str) -> re.Pattern[str]:
    """A pattern for any phrase of a section, on folded text; the longest first."""
    return _any_of(_file()[section])


@cache
def earlier_verdicts() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    """What a line says of the verdict it had before: that is none of its own."""
    ends = "|".join(map(re.escape, map(fold, _file()["earlier_ends"])))
    gap = rf"(?:[^\w.;:]+(?!(?:{ends})\b)\w+){{0,8}}?[^\w.;:]+"
    said = _file()["earlier_verdicts"]
    return tuple((Verdict(verdict), _any_of(phrases, gap)) for verdict, phrases in said.items())


@cache
def section_words() -> tuple[tuple[Verdict, re.Pattern[str]], ...]:
    """The words by which a heading names the verdict of the lines under it."""
    return tuple((Verdict(verdict), _any_of(words)) for verdict, words in _file()["sections"].items())


@cache
def counted_words() -> tuple[tuple[Stage | Verdict, re.Pattern[str]], ...]:
    """The words beside a number at the head of a periodic report, and what it then counts."""
    stages = ((Stage(stage), _any_of(words)) for stage, words in _file()["counted"].items())
    return (*stages, *(said for said in section_words() if said[0] is not Verdict.OPEN))


def _any_of(phrases: Iterable[str], gap: str = _GAP) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_pattern(phrase, gap) for phrase in longest_first))


def _pattern(phrase: str, gap: str) -> str:
    parts = [r"\s+".join(map(re.escape, fold(part).split())) for part in phrase.split("…")]
    start = r"\b" if phrase[0].isalnum() else ""
    start += "و?" if "ء" <= phrase[0] <= "ي" else ""  # "and" hangs on the Arabic word behind it
    end = r"\b" if phrase[-1].isalnum() else ""
    return start + gap.join(part.strip() for part in parts) + end


@cache
def _file() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath("admissions.yml").read_text("utf-8"))
    return read
