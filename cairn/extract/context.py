"""Claims set in their context: when, where, by whom, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.dates import Dated, find_dates
from cairn.extract.event_date import event_date, page_date
from cairn.extract.event_place import event_place, places_named
from cairn.extract.places import find_places
from cairn.extract.words import Word
from cairn.values import Claim, PartialDate, Reading, ReportText, Scope
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.gazetteer import gazetteer


def in_context(
    report: ReportText, words: Sequence[Word], language: str, claims: Sequence[Claim], conflict: Conflict
) -> Reading:
    """The reading of a report: each claim with its date, place, belligerents and speaker."""
    text = report.text
    harm = [(c.span.start, c.span.end) for c in claims if c.scope is Scope.INCIDENT]
    published, dates = _dates(report, words, language)
    when = event_date(dates, harm, published) or _published(published)
    countries = report.countries or conflict.countries
    places = find_places(text, words, gazetteer(conflict, countries), countries)
    where = event_place(places, harm)
    set_claims = [
        replace(c, date=when.first if when else None, date_end=when.last if when else None,
                place=where.place if where else None)
        if c.scope is Scope.INCIDENT else c
        for c in claims
    ]  # fmt: skip
    return Reading(
        language=language,
        claims=tuple(set_claims),
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=where.place if where else None,
        places=places_named(places, where),
    )


def _dates(
    report: ReportText, words: Sequence[Word], language: str
) -> tuple[PartialDate | None, list[Dated]]:
    """The day of publication, as given or as stamped on the page, and the dates reckoned from it."""
    dates = find_dates(report.text, words, report.published, language)
    if report.published:
        return report.published, dates
    stamped = page_date(dates, report.text)
    return stamped, find_dates(report.text, words, stamped, language) if stamped else dates


def _published(published: PartialDate | None) -> Dated | None:
    """A report that dates nothing tells news: the day it was published is the nearest that is known."""
    return Dated(0, 0, published, said="published") if published else None
