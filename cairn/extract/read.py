"""A report's words read: claims, figures, when, where, who. Here the parts of extract meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.as_printed import as_printed
from cairn.extract.casualties import casualties
from cairn.extract.furniture import without_owner
from cairn.extract.in_context import in_context
from cairn.extract.language import language_of
from cairn.extract.same_event import by_event
from cairn.extract.words import words
from cairn.values import Attack, Claim, Reading, ReportText, Span, Victim
from cairn.vocabulary.conflict import ANY_CONFLICT, Conflict
from cairn.vocabulary.gazetteer import gazetteer
from cairn.vocabulary.language import three_letters
from cairn.vocabulary.lexicon import thousands


def read(report: ReportText, conflict: Conflict = ANY_CONFLICT) -> Reading:
    """What one report says, each claim with its span in `report.text`."""
    said = three_letters(report.language) if report.language else None
    language = language_of(report.text, said) or "eng"
    printed = as_printed(report.text, gazetteer(conflict, report.countries), language)
    reading = _read(replace(report, text=printed), language, conflict)
    return reading if printed == report.text else _in_its_own_letters(reading, report.text)


def _read(report: ReportText, language: str, conflict: Conflict) -> Reading:
    found = words(report.text, thousands(language))
    harm = casualties(report.text, found, language, conflict.conventions)
    reading = in_context(report, found, language, harm, conflict)
    claims = by_event(reading.claims, reading.place, reading.date)
    title = _headline(report, language, conflict, len(claims))
    return replace(reading, claims=claims, people=_people(claims), headline=title)


def _in_its_own_letters(reading: Reading, text: str) -> Reading:
    """The reading with each span as the report has it."""
    return replace(
        reading,
        claims=tuple(replace(each, span=_as_it_stands(each.span, text)) for each in reading.claims),
        figures=tuple(replace(each, span=_as_it_stands(each.span, text)) for each in reading.figures),
        attacks=tuple(_attack_as_it_stands(each, text) for each in reading.attacks),
    )


def _attack_as_it_stands(attack: Attack, text: str) -> Attack:
    return replace(
        attack,
        span=_as_it_stands(attack.span, text),
        doers=tuple(_as_it_stands(each, text) for each in attack.doers),
        means=tuple(replace(each, span=_as_it_stands(each.span, text)) for each in attack.means),
        parties=tuple(
            replace(party, called=tuple(_as_it_stands(each, text) for each in party.called))
            for party in attack.parties
        ),
    )


def _as_it_stands(span: Span, text: str) -> Span:
    return Span.of(text, span.start, span.end)


def _headline(report: ReportText, language: str, conflict: Conflict, so_far: int) -> tuple[Claim, ...]:
    """What the title claims; its parts count their wholes on from the text's claims."""
    title = report.title or ""
    read_as = without_owner(title, report.text)
    claims = casualties(read_as, words(read_as, thousands(language)), language, conflict.conventions)
    return tuple(
        replace(
            claim,
            span=_as_it_stands(claim.span, title),
            part_of=None if claim.part_of is None else claim.part_of + so_far,
        )
        for claim in claims
    )


def _people(claims: Sequence[Claim]) -> tuple[Victim, ...]:
    """Each person named once, with the most that is said of them."""
    known: dict[tuple[str, str | None], Victim] = {}
    for claim in claims:
        for person in claim.people:
            known.setdefault((person.name, person.harm), person)
    return tuple(known.values())
