"""A model's answer held against the report: what stands there is kept as a claim, the rest is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cairn.extract.by_model.answer import Said, said_in
from cairn.extract.by_model.numbers_said import NumberSaid, numbers_said, says
from cairn.extract.by_model.question import beginning, prompt_version
from cairn.extract.by_model.standing import all_named, quoted
from cairn.extract.dates import Dated, find_dates
from cairn.extract.words import words
from cairn.values import (
    Asked,
    Belligerent,
    Claim,
    Dropped,
    Evidence,
    Harmed,
    ModelReading,
    Place,
    Quantifier,
    Range,
    Scope,
    Span,
    model_rule,
)
from cairn.vocabulary.belligerents import named
from cairn.vocabulary.conventions import toll_from
from cairn.vocabulary.lexicon import thousands


def model_reading(answer: str, asked: Asked, known: Evidence, conventions: str = "1") -> ModelReading:
    """What of a model's answer stands in the report and was not read by the grammar.

    Raises ModelFailed where the answer is not of the form asked for.
    """
    said, dropped = said_in(answer)
    checker = _Checker(known, asked, conventions)
    kept: dict[Claim, bool] = {}
    reasons, confirmed = Counter(dropped), 0
    for one in said:
        found = checker.checked(one)
        if isinstance(found, Dropped):
            reasons[found] += 1
        elif found.claim in kept:
            reasons[Dropped.TWICE] += 1
        elif is_read(found.claim, known.reading.claims):
            confirmed += 1
        else:
            kept[found.claim] = found.first_of_several
    return ModelReading(
        asked.model,
        prompt_version(),
        tuple(sorted(kept, key=lambda claim: (claim.span.start, claim.span.end))),
        confirmed,
        sum(kept.values()),
        len(checker.sent) < len(known.report.text),
        {why.value: times for why, times in reasons.items()},
    )


def is_read(claim: Claim, by_grammar: Iterable[Claim]) -> bool:
    """Whether the grammar has it: the same harm and the same number, in words that overlap."""
    return any(
        each.kind is claim.kind and each.count == claim.count and _overlap(each.span, claim.span)
        for each in by_grammar
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class _Stands:
    """A claim all of whose words stand in the text."""

    claim: Claim
    first_of_several: bool


class _Checker:
    """One report, against which the claims of an answer are held."""

    def __init__(self, known: Evidence, asked: Asked, conventions: str) -> None:
        self.report, self.reading, self.conventions = known.report, known.reading, conventions
        self.language = known.reading.language or "eng"
        self.sent = beginning(known.report.text, asked.most_characters)
        self.rule = model_rule(asked.model, prompt_version())

    def checked(self, said: Said) -> _Stands | Dropped:
        """The claim, or the first reason why it is none."""
        found = quoted(self.sent, said.quote, said.occurrence)
        if isinstance(found, Dropped):
            return found
        span, first = found
        if any(start < span.end and span.start < end for start, end in self.reading.furniture):
            return Dropped.NOT_THE_REPORTS_WORDS
        told = numbers_said(said.quote, self.language, self.conventions)
        if said.count is not None and not says(told, said.count):
            return Dropped.NUMBER_NOT_SAID
        if not all_named(self.sent, said.names):
            return Dropped.NAME_NOT_THERE
        return _Stands(self._claim(said, span, told), first)

    def _claim(self, said: Said, span: Span, told: list[NumberSaid]) -> Claim:
        when = self._date(said.date)
        toll = said.scope is Scope.INCIDENT and said.count and said.count.min >= toll_from(self.conventions)
        return Claim(
            kind=said.kind,
            count=said.count,
            quantifier=_quantifier(said.count, told),
            span=span,
            who=_who(said.count, told),
            scope=Scope.TOLL if toll else said.scope,
            date=when.first if when else None,
            date_end=when.last if when else None,
            place=Place(said.place) if said.place else None,  # its words; which place they mean, nobody said
            belligerents=(Belligerent(named(said.belligerent) or said.belligerent),)
            if said.belligerent
            else (),
            attributed_to=said.said_by,
            rule=self.rule,
        )

    def _date(self, written: str | None) -> Dated | None:
        """The day that our own grammar reads in those words; none where it cannot, or reads several."""
        if not written:
            return None
        found = find_dates(
            written, words(written, thousands(self.language)), self.report.published, self.language
        )
        return found[0] if len(found) == 1 else None


def _quantifier(count: Range | None, told: list[NumberSaid]) -> Quantifier:
    if count is None:
        return Quantifier.VAGUE
    return next((each.quantifier for each in told if each.range == count), Quantifier.BETWEEN)


def _who(count: Range | None, told: list[NumberSaid]) -> Harmed:
    """What the quote's own words say of the people counted; nothing where it says it of several."""
    found = {each.who for each in told if each.who and each.range == count}
    return found.pop() if len(found) == 1 else Harmed()
