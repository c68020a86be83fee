"""A model's answer as it stands: JSON of the form that was asked for, and nothing taken on trust."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from cairn.exceptions import BadRange, ModelFailed
from cairn.values import Dropped, Harm, Range, Scope

MOST_CLAIMS = 100  # a report that tells of more people than this is a list, and its answer a flood
_NAMES = ("place", "date", "belligerent", "said_by")
_FIELDS = frozenset(("kind", "min", "max", "quote", "occurrence", "scope", *_NAMES))
_NEEDED = frozenset(("kind", "quote"))
_HIGHEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as a model puts it, not yet compared with the text."""

    kind: Harm
    count: Range | None
    quote: str
    occurrence: int | None = None
    scope: Scope = Scope.INCIDENT
    place: str | None = None
    date: str | None = None
    belligerent: str | None = None
    said_by: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The words that must stand in the text besides the quote."""
        return tuple(each for each in (self.place, self.date, self.belligerent, self.said_by) if each)


def said_in(answer: str) -> tuple[list[Said], dict[Dropped, int]]:
    """The claims of an answer that have the form asked for, and how many have not.

    Raises ModelFailed where the whole answer is something else.
    """
    entries = _entries(answer)
    said = [one for entry in entries[:MOST_CLAIMS] if (one := _one(entry))]
    dropped = {
        Dropped.FORM: len(entries[:MOST_CLAIMS]) - len(said),
        Dropped.TOO_MANY: len(entries[MOST_CLAIMS:]),
    }
    return said, {why: times for why, times in dropped.items() if times}


def _entries(answer: str) -> list[Any]:
    try:
        said = json.loads(_unfenced(answer))
    except (ValueError, RecursionError):
        raise ModelFailed("The model's answer is not JSON. Try a model that can write it.") from None
    if not isinstance(said, dict) or set(said) != {"claims"} or not isinstance(said["claims"], list):
        raise ModelFailed(
            "The model's answer is JSON of another form than was asked for: it must hold claims and nothing"
            " else. Try a model that keeps to a form."
        )
    return list(said["claims"])


def _unfenced(answer: str) -> str:
    """Models that are not held to a form often put their JSON between fences."""
    words = answer.strip()
    if not (words.startswith("```") and words.endswith("```")):
        return words
    return words.removeprefix("```").removeprefix("json").removesuffix("```")


def _one(entry: Any) -> Said | None:
    """None for an entry with a field too many, too few, or of another kind."""
    if not isinstance(entry, dict) or set(entry) - _FIELDS or _NEEDED - set(entry):
        return None
    names = {name: entry.get(name) for name in _NAMES}
    if not isinstance(entry["quote"], str) or not all(_is_words_or_none(each) for each in names.values()):
        return None
    occurrence = entry.get("occurrence")
    if not (occurrence is None or (_is_number(occurrence) and occurrence > 0)):
        return None
    try:
        kind, scope, count = Harm(entry["kind"]), Scope(entry.get("scope", Scope.INCIDENT)), _count(entry)
    except (ValueError, TypeError, BadRange):
        return None
    return Said(kind, count, entry["quote"], occurrence, scope, **names)


def _count(entry: Mapping[str, Any]) -> Range | None:
    low, high = entry.get("min"), entry.get("max")
    if low is None and high is None:
        return None
    if not _is_number(low) or not (high is None or _is_number(high)):
        raise BadRange("These bounds are not numbers of people.")
    return Range(low, high)


def _is_number(said: object) -> TypeGuard[int]:
    return isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= _HIGHEST


def _is_words_or_none(said: object) -> bool:
    return said is None or isinstance(said, str)
