"""What a language model is asked about a report, and what of its answer stood.

A model may only propose. Its claims are kept apart from the grammar's, and nothing that is counted rests on
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cairn.values.claim import Claim


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent about one report: our words, the report's words between marks, the form of the answer."""

    ours: str
    report: str
    form: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which model is asked, and how much of a report it is shown."""

    model: str
    most_characters: int = 20_000


class Dropped(StrEnum):
    """Why something that a model proposed was not kept."""

    FORM = "not in the form asked for"
    TOO_MANY = "too many in one answer"
    QUOTE_LONG = "quote too long"
    QUOTE_NOT_THERE = "quote not in the text"
    NOT_THE_REPORTS_WORDS = "quote from what the page put around the report"
    NUMBER_NOT_SAID = "number not in the quote"
    NAME_NOT_THERE = "place, date, party or speaker not in the text"
    TWICE = "proposed twice"


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What one model proposed about one report. Every quote of `claims` stands in the report's text.

    `confirmed` counts proposals that the grammar had read already; they are not among the claims.
    `first_of_several` counts quotes that stand in the text more than once, where the model did not say which
    one it meant and the first was taken. `cut`: only the beginning of a long report was sent.
    """

    model: str
    prompt: str
    claims: tuple[Claim, ...] = ()
    confirmed: int = 0
    first_of_several: int = 0
    cut: bool = False
    dropped: dict[str, int] = field(default_factory=dict)

    @property
    def rule(self) -> str:
        return model_rule(self.model, self.prompt)


def model_rule(model: str, prompt: str) -> str:
    """What stands as `rule` in a claim that a model proposed: which model, and the version of our words."""
    return f"model: {model}, prompt {prompt}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How well a model's proposals fitted the texts: what the commands show and the ledger keeps."""

    reports: int = 0
    kept: int = 0
    confirmed: int = 0
    dropped: dict[str, int] = field(default_factory=dict)

    @property
    def proposed(self) -> int:
        return self.kept + self.confirmed + sum(self.dropped.values())

    @classmethod
    def of(cls, readings: Iterable[ModelReading]) -> Tally:
        told = list(readings)
        reasons = Counter[str]()
        for each in told:
            reasons.update(each.dropped)
        kept, confirmed = sum(len(each.claims) for each in told), sum(each.confirmed for each in told)
        return cls(len(told), kept, confirmed, dict(reasons))

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.reports + other.reports,
            self.kept + other.kept,
            self.confirmed + other.confirmed,
            dict(Counter(self.dropped) + Counter(other.dropped)),
        )

    def __str__(self) -> str:
        why = ", ".join(f"{reason}: {times:,}" for reason, times in sorted(self.dropped.items()))
        dropped = f"{sum(self.dropped.values()):,} dropped" + (f" ({why})" if why else "")
        proposed = f"{_many(self.proposed, 'claim')} proposed on {_many(self.reports, 'report')}"
        stood = f"{self.kept:,} kept beside the grammar's, {self.confirmed:,} read already"
        return f"{proposed}: {stood}, {dropped}."


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
