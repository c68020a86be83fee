"""Who may do what, as sentences: `can_sign_off = is_a_person & ~is_the_author`.

A rule knows what to say to somebody it refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cairn.exceptions import NotAllowed

MACHINE = "cairn"  # the name under which the program's own proposals stand


@dataclass(frozen=True)
class Rule:
    """A question about a person and a record, with the sentences for "no" and for "no" to its opposite."""

    holds: Callable[[str, Any], bool]
    refusal: str
    opposite: str = ""

    def __and__(self, other: Rule) -> Rule:
        return Both(lambda who, what: self.holds(who, what) and other.holds(who, what), "", "", self, other)

    def __invert__(self) -> Rule:
        return Rule(lambda who, what: not self.holds(who, what), self.opposite, self.refusal)

    def sentence(self, person: str, record: Any) -> str:
        return self.refusal.format(person=person, record=record)

    def require(self, person: str, record: Any = None) -> None:
        """Raise NotAllowed with the sentence of the first part that does not hold."""
        if not self.holds(person, record):
            raise NotAllowed(self.sentence(person, record))


@dataclass(frozen=True)
class Both(Rule):
    """Two rules that must both hold."""

    first: Rule | None = None
    second: Rule | None = None

    def sentence(self, person: str, record: Any) -> str:
        for part in (self.first, self.second):
            if part and not part.holds(person, record):
                return part.sentence(person, record)
        return ""


anyone = Rule(lambda who, _: True, "")
has_a_name = Rule(
    lambda who, _: bool(who.strip()),
    "A change needs a person: say who you are with --by NAME.",
)
is_the_machine = Rule(
    lambda who, _: who.strip().casefold() == MACHINE,
    "“{person}” is a person; this is a proposal, and only the program makes proposals.",
    "“{person}” is the program, and the program does not decide: say who you are with --by NAME.",
)
is_the_author = Rule(
    lambda who, assessment: who.strip().casefold() == assessment.author.strip().casefold(),
    "{person} did not write this assessment. Ask {record.author}.",
    "{person} wrote this assessment, so a second person must sign it off.",
)
is_signed_off = Rule(
    lambda _, assessment: bool(assessment.signed_off_by),
    "Nobody has signed this assessment off yet.",
    "{record.signed_off_by} has signed this assessment off already.",
)

is_a_person = has_a_name & ~is_the_machine
can_propose = is_the_machine
can_record = has_a_name
can_judge = is_a_person
can_grade = is_a_person
can_sign_off = is_a_person & ~is_the_author & ~is_signed_off
