"""Claims set in their context: when, where, by whom, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cairn.extract.attribution import Speaker, find_speakers, speaker_of
from cairn.extract.belligerents import Named, accused, find_belligerents
from cairn.extract.dates import Dated, find_dates
from cairn.extract.event_date import event_date, page_date
from cairn.extract.event_place import event_place, places_named
from cairn.extract.places import Located, find_places
from cairn.extract.sentences import around, paragraph_starts, sentence_starts
from cairn.extract.words import Word
from cairn.values import Belligerent, Claim, PartialDate, Place, Reading, ReportText, Scope
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.gazetteer import gazetteer


@dataclass(frozen=True, slots=True)
class Context:
    """All that a text says of when, where and who, each at its place in the text."""

    text: str
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    published: PartialDate | None
    dates: tuple[Dated, ...]
    places: tuple[Located, ...]
    belligerents: tuple[Named, ...]
    speakers: tuple[Speaker, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        return around(self.sentences, at, len(self.text))

    def paragraph(self, at: int) -> tuple[int, int]:
        return around(self.paragraphs, at, len(self.text))

    def speaker(self, at: int) -> str | None:
        return speaker_of(self.speakers, self.sentence(at), self.paragraph(at), at)

    def doers(self, at: int) -> tuple[Belligerent, ...]:
        """Who is said, in the sentence that holds this offset, to have done it."""
        start, end = self.sentence(at)
        return accused([each for each in self.belligerents if start <= each.start < end], [(at, at)])


def context_of(
    report: ReportText, words: Sequence[Word], language: str | None, conflict: Conflict
) -> Context:
    countries = report.countries or conflict.countries
    published, dates = _dates(report, words, language)
    return Context(
        report.text,
        tuple(sentence_starts(report.text, words)),
        tuple(paragraph_starts(report.text)),
        published,
        tuple(dates),
        tuple(find_places(report.text, words, gazetteer(conflict, countries), countries)),
        tuple(find_belligerents(report.text, words, countries)),
        tuple(find_speakers(report.text, words)),
    )


def in_context(
    report: ReportText, words: Sequence[Word], language: str, claims: Sequence[Claim], conflict: Conflict
) -> Reading:
    """The reading of a report: each claim with its date, place, belligerents and speaker."""
    known = context_of(report, words, language, conflict)
    harm = [(c.span.start, c.span.end) for c in claims if c.scope is Scope.INCIDENT]
    when = event_date(known.dates, harm, known.published) or _published(known.published)
    where = event_place(known.places, harm)
    whom = accused(known.belligerents, harm)
    return Reading(
        language=language,
        claims=tuple(_set(claim, known, when, where.place if where else None, whom) for claim in claims),
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=where.place if where else None,
        places=places_named(known.places, where),
        belligerents=whom,
    )


def _set(
    claim: Claim, known: Context, when: Dated | None, where: Place | None, whom: tuple[Belligerent, ...]
) -> Claim:
    """A claim about the event has the event's date and place; another has what its own sentence says."""
    at = claim.span.start
    start, end = known.sentence(at)
    if claim.scope is not Scope.INCIDENT:
        when = _nearest([each for each in known.dates if start <= each.start < end], at)
        named = [each for each in known.places if start <= each.start < end]
        nearest = min(named, key=lambda each: abs(each.start - at), default=None)
        where, whom = nearest.place if nearest else None, ()
    return replace(
        claim,
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=where,
        belligerents=known.doers(at) or whom,
        attributed_to=known.speaker(at),
    )


def _nearest(dates: Sequence[Dated], at: int) -> Dated | None:
    return min(dates, key=lambda each: abs(each.start - at), default=None)


def _dates(
    report: ReportText, words: Sequence[Word], language: str | None
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
