"""All that a text says of when, where, by whom and on whose word, found once for everything that asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cairn.extract.attribution import Speaker, find_speakers, speaker_of
from cairn.extract.belligerents import Named, accused, doers_in, find_belligerents
from cairn.extract.dates import Dated, find_dates
from cairn.extract.event_date import page_date, stamped_date
from cairn.extract.furniture import furniture
from cairn.extract.places import Located, find_places
from cairn.extract.sentences import around, paragraph_starts, sentence_starts
from cairn.extract.words import Word
from cairn.values import Belligerent, PartialDate, ReportText
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
    furniture: tuple[tuple[int, int], ...] = ()

    def is_furniture(self, at: int) -> bool:
        """Whether the page, not the report, says what stands here."""
        here = bisect_right(self.furniture, (at, len(self.text)))
        return here > 0 and at < self.furniture[here - 1][1]

    def sentence(self, at: int) -> tuple[int, int]:
        return around(self.sentences, at, len(self.text))

    def paragraph(self, at: int) -> tuple[int, int]:
        return around(self.paragraphs, at, len(self.text))

    def speaker(self, at: int) -> str | None:
        return speaker_of(self.speakers, self.sentence(at), self.paragraph(at), at)

    def doers(self, at: int) -> tuple[Belligerent, ...]:
        """Who is said, in the sentence that holds this offset, to have done it."""
        sentence = self.sentence(at)
        return accused(doers_in(self.belligerents, [sentence]), [sentence])


def context_of(
    report: ReportText, words: Sequence[Word], language: str | None, conflict: Conflict
) -> Context:
    countries = report.countries or conflict.countries
    named = find_belligerents(report.text, words, countries)
    places = find_places(report.text, words, gazetteer(conflict, countries), countries)
    published, dates = _dates(report, words, language)
    page = furniture(report.text)
    said = Context(
        report.text,
        tuple(sentence_starts(report.text, words)),
        tuple(paragraph_starts(report.text)),
        published,
        tuple(dates),
        tuple(each for each in places if not _inside(each, named)),
        tuple(named),
        tuple(find_speakers(report.text, words)),
        page,
    )
    return replace(
        said,
        dates=tuple(each for each in said.dates if not said.is_furniture(each.start)),
        places=tuple(each for each in said.places if not said.is_furniture(each.start)),
        belligerents=tuple(each for each in said.belligerents if not said.is_furniture(each.start)),
        speakers=tuple(each for each in said.speakers if not said.is_furniture(each.start)),
    )


def _inside(place: Located, named: Sequence[Named]) -> bool:
    """ "US" in "US Coalition" is no place."""
    return any(each.start <= place.start and place.end <= each.end for each in named)


def _dates(
    report: ReportText, words: Sequence[Word], language: str | None
) -> tuple[PartialDate | None, list[Dated]]:
    """The day of publication and the dates reckoned from it.

    What the post itself bears comes before what was said beside it, which may be the day of capture; where
    neither is there, a stamp on the page.
    """
    dates = find_dates(report.text, words, report.published, language)
    published = stamped_date(dates, report.text) or report.published or page_date(dates, report.text)
    if published == report.published:
        return published, dates
    return published, find_dates(report.text, words, published, language)
