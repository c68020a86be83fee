"""The head of an admission: "May 12, 2017, near Raqqah, Syria, via social media report: …"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from cairn.exceptions import BadDate
from cairn.values import PartialDate, Place
from cairn.vocabulary.admissions import any_of
from cairn.vocabulary.calendar import numbered
from cairn.vocabulary.fold import fold_with_offsets
from cairn.vocabulary.gazetteer import gazetteer

_MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
_DAYS = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-/–]\s?(?P<last>\d{1,2}))?"
_YEAR = r"(?P<year>\d{4}|\d{2}(?=\s))"
_DATES = (re.compile(rf"{_MONTH}\s+{_DAYS}\s?,?\s+{_YEAR}"), re.compile(rf"{_DAYS}\s+{_MONTH},?\s+{_YEAR}"))
_LEADS = re.compile(r"[\s\d.:#()•*|-]*")  # what numbers or bullets a list puts before its lines
# A place that the end of a line cuts goes on for a word or two: "near Tal", "Warda, Syria".
_CUT = re.compile(r"\n(?=[^\W\d][^\s,،]*(?:[ ][^\s,،]+)?\s?[,،:;.(|])")
FARTHEST = 60  # letters before the date that begins a line
LONGEST_PLACE = 70


@dataclass(frozen=True, slots=True)
class Head:
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    via: str | None = None


def read_head(text: str, countries: tuple[str, ...] = ()) -> Head:
    """When, where and by whom told, as the head of the line says; what it does not say is None."""
    folded = fold_with_offsets(text)
    via = any_of("via").search(folded.text[:250])
    said = _via(text, folded.span(*via.span())[1]) if via else None
    dated = _date(folded.text)
    if dated is None:
        return Head(via=said)
    date, last, start, end = dated
    stop = via.start() if via and via.start() > end else min(end + LONGEST_PLACE, len(folded.text))
    return Head(
        date, last, _place(text[folded.span(start, end)[1] : folded.span(0, stop)[1]], countries), said
    )


def _date(text: str) -> tuple[PartialDate, PartialDate | None, int, int] | None:
    """The date that begins the line, unless it is the date of a document."""
    found = [match for shape in _DATES for match in shape.finditer(text[:160])]
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() > FARTHEST or not _begins(text[: match.start()]):
            return None
        if any_of("document_words").search(text[match.end() : match.end() + 30]):
            return None
        if dates := _dates(match):
            return *dates, match.start(), match.end()
    return None


def _begins(before: str) -> bool:
    left = any_of("head_words").sub(" ", before)
    return not _LEADS.sub("", left)


def _dates(match: re.Match[str]) -> tuple[PartialDate, PartialDate | None] | None:
    month = numbered("months").get(match["month"])
    if month is None:
        return None
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    try:
        first = PartialDate(f"{year:04}-{month:02}-{int(match['day']):02}")
        return first, _last(first, match["last"])
    except BadDate:
        return None


def _last(first: PartialDate, day: str | None) -> PartialDate | None:
    """The last day of "17/18" or of "30-1", which runs into the next month."""
    if day is None:
        return None
    start = first.first_day()
    if int(day) > start.day:
        return PartialDate(f"{first.text[:7]}-{int(day):02}")
    following = first.last_day().replace(day=1) + dt.timedelta(days=32)
    return PartialDate(f"{following.isoformat()[:7]}-{int(day):02}")


def _via(text: str, start: int) -> str | None:
    """Who brought it: up to the end of the clause."""
    said = re.split(r"[:;\n]|\.(?:\s|$)", text[start:].lstrip(), maxsplit=1)[0]
    return " ".join(said.split())[:120].strip(" .,") or None


def _place(said: str, countries: tuple[str, ...]) -> Place | None:
    """The place between the date and who told of it: "near Raqqah, Syria"."""
    if _ends_line(said):
        return None
    said = _CUT.sub(" ", said.strip(" ,،|\n"))
    clause = re.split(r"[:;؛(|\n]|\.(?:\s|$)", said, maxsplit=1)[0]
    names = [name for part in re.split("[,،]", clause) if (name := _bare(part))]
    if not names or len(names[0]) > LONGEST_PLACE // 2:
        return None
    entries = gazetteer().find(names[0], countries)
    within = tuple(names[1:])
    if not entries:
        return Place(names[0], within=within)
    here = entries[0].place()
    return Place(
        names[0], here.lat, here.lon, here.precision, here.country, here.within, here.id, here.name_ar
    )


def _ends_line(said: str) -> bool:
    """Whether the date stands alone on its line and no "near" goes on below: it is no allegation's then."""
    below = said.strip(" \t\r")
    return below.startswith("\n") and not any_of("place_prefixes").match(below.strip().lower())


def _bare(part: str) -> str:
    """A name without "near" and the like before it and the editor's marks behind it."""
    name = any_of("place_noise").sub("", part).strip()
    prefix = any_of("place_prefixes").match(name.lower())
    return name[prefix.end() :].strip() if prefix else name
