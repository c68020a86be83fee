"""A reason: why a figure or grade came out as it did. Its sentences are in `cairn/vocabulary/reasons.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cairn.values.count import Range


class About(StrEnum):
    """What a reason bears on."""

    MIN = "min"
    MAX = "max"
    MAX_OPEN = "max open"
    MAX_DISPUTED = "max disputed"
    COUNT = "count"
    COMBATANTS = "combatants"
    DATE = "date"
    PLACE = "place"
    STRIKE_STATUS = "strike status"
    GRADE = "grade"
    AS_WRITTEN = "as written"


class Rule(StrEnum):
    """The rule that made it so."""

    ONLY_ACCOUNT = "only account"
    ALL_AGREE = "all agree"
    LOWEST = "lowest"
    HIGHEST = "highest"
    NO_CEILING_ONLY_ACCOUNT = "no ceiling: only account"
    NO_CEILING_ALL_AGREE = "no ceiling: all agree"
    NO_CEILING_HIGHEST = "no ceiling: highest"
    OPEN = "open"
    LEFT_OUT = "left out"
    NAMED = "named"
    DISPUTED = "disputed"
    ONLY_THE_ACCUSED = "only the accused"
    REPORTS_THAT_DATE = "reports that date"
    REPORTS_THAT_PLACE = "reports that place"
    ACCEPTED = "accepted"
    CONCEDED = "conceded"
    SET_BY_A_PERSON = "set by a person"
    NO_HARM_SAID = "no harm said"
    CLAIMED_WITH_HARM = "claimed with harm"
    ONLY_COMBATANTS = "only combatants"
    SEVERAL_ACCUSED_OR_NONE_OF_TWO = "several accused, or none of two"
    ORIGINS_ACCUSE_ONE = "origins accuse one"
    CLAIMED = "claimed"
    SEVERAL_ACCUSED_OR_NONE = "several accused, or none"
    SEVERAL_ORIGINS = "several origins"
    WHAT_REMAINS = "what remains"
    AS_WRITTEN = "as written"


@dataclass(frozen=True, slots=True)
class Reason:
    """What it bears on, the rule, the reports that made it so, and the words that fill the sentences.

    `words` are data: a number as digits, a range as `counted` writes it, a place, date or belligerent by its
    name in the record. `cairn.vocabulary.reasons` says it in a language.
    """

    about: About
    rule: Rule
    reports: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Reason:
        """The reason that `to_json` wrote. One that an earlier version kept as English stays as written."""
        reports, words = tuple(said.get("reports", ())), dict(said.get("words", {}))
        if said["about"] in list(About) and said["rule"] in list(Rule):
            return cls(About(said["about"]), Rule(said["rule"]), reports, words)
        return cls(
            About.AS_WRITTEN,
            Rule.AS_WRITTEN,
            reports,
            {"about": said["about"], "rule": said["rule"], **words},
        )


def counted(count: Range) -> str:
    """A range as a reason keeps it, and as a person types it: 3, 3-5, or 3- for at least three."""
    if count.max is None:
        return f"{count.min}-"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"


def count_of(word: str) -> Range:
    """The range that `counted` wrote."""
    low, dash, high = word.partition("-")
    return Range(int(low), int(high) if high else None if dash else int(low))
