"""Claims set in their context: when, where, by whom, and who says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cairn.extract.additions import with_additions
from cairn.extract.attacks import attacks
from cairn.extract.belligerents import accused
from cairn.extract.context import Context, context_of
from cairn.extract.dates import Dated
from cairn.extract.event_date import Told, event_date
from cairn.extract.event_place import event_place, places_named
from cairn.extract.figures import figures
from cairn.extract.means import find_means
from cairn.extract.places import Located
from cairn.extract.sentences import stands_in
from cairn.extract.struck import find_struck
from cairn.extract.told_again import keep
from cairn.extract.words import Word
from cairn.values import Belligerent, Claim, PartialDate, Place, Reading, ReportText, Scope
from cairn.vocabulary.conflict import Conflict

_MAIN = 40  # claims that say what the main event is; a longer text tells of others after them
_LONGEST_EVENT = dt.timedelta(days=31)  # a count over a longer time is a toll


def in_context(
    report: ReportText, words: Sequence[Word], language: str, claims: Sequence[Claim], conflict: Conflict
) -> Reading:
    """The reading of a report: each claim with its date, place, belligerents and speaker."""
    known = _without_people(context_of(report, words, language, conflict), claims)
    claims = [_scoped(claim, known) for claim in _of_the_report(claims, known)]
    claims = with_additions(claims, words, language, known)
    harm = [(c.span.start, c.span.end) for c in claims if c.scope is Scope.INCIDENT]
    main = _main(known, harm)
    told = [known.sentence(start) for start, _ in harm]
    when = main.when
    where = main.where.place if main.where else None
    reading = Reading(
        language=language,
        claims=tuple(_set(claim, known, main) for claim in claims),
        figures=tuple(figures(words, language, known, where)),
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=where,
        places=places_named(known.places or known.home, main.where),
        belligerents=main.whom,
        speakers=tuple(dict.fromkeys(each.name for each in known.speakers)),
        means=find_means(words, told),
        struck=find_struck(words, told),
        furniture=known.furniture,
    )
    return replace(reading, attacks=attacks(reading, known, words))


def _without_people(known: Context, claims: Sequence[Claim]) -> Context:
    """The context where the names of those harmed are no names of places: Anwar al-Halabi is not Aleppo."""
    named = sorted(
        (person.start, person.end)
        for claim in claims
        for person in claim.people
        if person.start is not None and person.end is not None
    )
    return replace(known, places=tuple(each for each in known.places if not stands_in(named, each.start)))


def _of_the_report(claims: Sequence[Claim], known: Context) -> list[Claim]:
    """The claims that the report makes, not the page around it; a part still leads to its whole."""
    return keep(claims, [at for at, each in enumerate(claims) if not known.is_furniture(each.span.start)])


class _Main(NamedTuple):
    """The main event of a report."""

    when: Dated | None
    where: Located | None
    whom: tuple[Belligerent, ...]


def _main(known: Context, harm: Sequence[tuple[int, int]]) -> _Main:
    told = [Told(start, end, known.sentence(start)) for start, end in harm[:_MAIN]]
    when = event_date(known.dates, told, known.published, known.text) or _published(known.published)
    whom = accused(known.belligerents, [known.sentence(start) for start, _ in harm])
    return _Main(when, event_place(known.places, told), whom)


def _date_said(claim: Claim, known: Context) -> Dated | None:
    """The date nearest to the claim in its own sentence."""
    here = known.dates_in(known.sentence(claim.span.start))
    return min(here, key=lambda each: abs(each.start - claim.span.start), default=None)


def _scoped(claim: Claim, known: Context) -> Claim:
    """A count over a long time is a toll, whatever its words."""
    when = _date_said(claim, known)
    over_time = claim.scope is Scope.INCIDENT and when and _is_period(when)
    return replace(claim, scope=Scope.TOLL) if over_time else claim


def _set(claim: Claim, known: Context, main: _Main) -> Claim:
    """A claim has what its own sentence says; one about the event has what is missing from the event."""
    at = claim.span.start
    sentence = known.sentence(at)
    when, whom = _date_said(claim, known), known.doers(at)
    here = event_place(known.places_in(sentence), [Told(at, claim.span.end, sentence)])
    where = here.place if here else None
    if claim.scope is Scope.INCIDENT:
        when = when if when and when.is_day else main.when
        where = _finer(where, main.where.place if main.where else None)
        whom = whom or main.whom
    return replace(
        claim,
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=where,
        belligerents=whom,
        attributed_to=known.speaker(at),
    )


def _is_period(when: Dated) -> bool:
    return when.last is not None and when.last.last_day() - when.first.first_day() > _LONGEST_EVENT


def _finer(own: Place | None, main: Place | None) -> Place | None:
    """The sentence's own place, unless the event's is finer: "in Idlib" says less than the village did."""
    if own is None or main is None or own.precision is None or main.precision is None:
        return own or main
    return own if own.precision.rank >= main.precision.rank else main


def _published(published: PartialDate | None) -> Dated | None:
    """A report that dates nothing tells news: the day it was published is the nearest that is known."""
    return Dated(0, 0, published, said="published") if published else None
