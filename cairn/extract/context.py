"""All that a text says of when, where, by whom and on whose word, found once for everything that asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, itemgetter

from cairn.extract.attribution import Speaker, find_speakers, speaker_of
from cairn.extract.belligerents import Named, accused, doers_in, find_belligerents
from cairn.extract.date_words import Said, dates_said
from cairn.extract.dates import Dated, find_dates, resolved, today_of_page
from cairn.extract.event_date import editions, page_date, stamped_date
from cairn.extract.furniture import furniture, page_names
from cairn.extract.offsets import with_offsets
from cairn.extract.places import Located, dateline_country, find_places
from cairn.extract.sentences import around, paragraph_starts, sentence_starts, within
from cairn.extract.words import Word, words_between, words_outside
from cairn.extract.words import words as words_of
from cairn.values import Belligerent, PartialDate, ReportText
from cairn.vocabulary.calendar import day_before_month
from cairn.vocabulary.conflict import Conflict
from cairn.vocabulary.gazetteer import Gazetteer, gazetteer

_START = attrgetter("start")


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
    land: str | None = None  # the country of the dateline
    home: tuple[Located, ...] = ()  # where the report names no place: those in the name of its page

    def is_furniture(self, at: int) -> bool:
        """Whether the page, not the report, says what stands here."""
        return _in_page(self.furniture, at)

    def sentence(self, at: int) -> tuple[int, int]:
        return around(self.sentences, at, len(self.text))

    def paragraph(self, at: int) -> tuple[int, int]:
        return around(self.paragraphs, at, len(self.text))

    def dates_in(self, sentence: tuple[int, int]) -> Sequence[Dated]:
        return within(self.dates, *sentence)

    def places_in(self, sentence: tuple[int, int]) -> Sequence[Located]:
        return within(self.places, *sentence)

    def speaker(self, at: int) -> str | None:
        return speaker_of(self.speakers, self.sentence(at), self.paragraph(at), at)

    def doers(self, at: int) -> tuple[Belligerent, ...]:
        """Who is said, in the sentence that holds this offset, to have done it."""
        sentence = self.sentence(at)
        return accused(doers_in(within(self.belligerents, *sentence), [sentence]), [sentence])


def context_of(
    report: ReportText, words: Sequence[Word], language: str | None, conflict: Conflict
) -> Context:
    text, countries = report.text, report.countries or conflict.countries
    page = furniture(text)
    published, dates = _dates(report, words, language, page)
    every = words
    # The first word of a stretch is kept: it ends the sentence before.
    words = words_outside(words, [(start + 1, end) for start, end in page])
    places = find_places(text, words, gazetteer(conflict, countries), countries, language)
    land = dateline_country(text, places)
    named = find_belligerents(text, words, countries or ([land] if land else ()))
    places = with_offsets(places, text, words)
    places = [each for each in places if not _inside(each, named) and not _in_page(page, each.start)]
    return Context(
        text=text,
        sentences=tuple(sentence_starts(text, words)),
        paragraphs=tuple(paragraph_starts(text)),
        published=published,
        dates=tuple(each for each in dates if not _in_page(page, each.start)),
        places=tuple(places),
        home=() if places or not page else _home(text, every, gazetteer(conflict, countries), countries),
        belligerents=tuple(named),
        speakers=tuple(find_speakers(text, words)),
        furniture=page,
        land=land,
    )


def _home(
    text: str, words: Sequence[Word], known: Gazetteer, countries: Sequence[str]
) -> tuple[Located, ...]:
    """The places in the name of the page that a report stands on: "Qarn News" tells most of Qarn."""
    names = page_names(text)
    inside = [word for start, end in names for word in words_between(words, start, end)]
    return tuple(find_places(text, inside, known, countries)) if inside else ()


def _in_page(page: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether this is furniture."""
    here = bisect_right(page, at, key=itemgetter(0))
    return here > 0 and at < page[here - 1][1]


def _inside(place: Located, named: Sequence[Named]) -> bool:
    """ "US" in "US Coalition" is no place."""
    before = bisect_right(named, place.start, key=_START)
    return before > 0 and place.end <= named[before - 1].end


def _dates(
    report: ReportText, words: Sequence[Word], language: str | None, page: Sequence[tuple[int, int]]
) -> tuple[PartialDate | None, list[Dated]]:
    """The day of publication and the dates reckoned from it.

    What the post itself bears comes before what was said beside it, which may be the day of capture; where
    neither is there, a stamp on the page, or the day that its title bears.
    """
    text = report.text
    said = dates_said(text, words, day_before_month(language))
    dates = resolved(text, words, said, report.published)
    outside = [each for each in dates if not _in_page(page, each.start)]
    published = stamped_date(dates, text) or report.published
    if published is None:
        page_said = page_date(outside, text) or _day_of_title(report.title or "", language)
        published = page_said and today_of_page(page_said, said)
        if shown := editions(outside, text):
            return published, list(_by_edition(report, words, said, shown))
    if published == report.published:
        return published, dates
    return published, resolved(text, words, said, published)


def _by_edition(
    report: ReportText, words: Sequence[Word], said: Sequence[Said], shown: Sequence[Dated]
) -> Iterator[Dated]:
    """Each text's dates reckoned from its own dateline: "yesterday" is the day before that."""
    starts = [0, *(each.start for each in shown[1:]), len(report.text)]
    for edition, (start, end) in zip(shown, pairwise(starts), strict=True):
        here = [each for each in said if start <= each.start < end]
        yield from resolved(report.text, words, here, edition.first)


def _day_of_title(title: str, language: str | None) -> PartialDate | None:
    """The first whole day that a title bears: "The events of 23-11-2021"."""
    found = find_dates(title, words_of(title), None, language) if title else ()
    return next((each.first for each in found if each.is_day and each.said == "whole"), None)
