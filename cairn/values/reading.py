"""A report's words on their way in, and what was read in them on the way out."""

from __future__ import annotations

from dataclasses import dataclass

from cairn.values.attack import Attack
from cairn.values.claim import Claim
from cairn.values.figure import Figure
from cairn.values.struck import Struck
from cairn.values.when import PartialDate
from cairn.values.where import Place
from cairn.values.who import Belligerent, Victim


@dataclass(frozen=True, slots=True)
class ReportText:
    """What extract reads: the words, and what is known beside them. All offsets are into `text`.

    `published` is a day where the report gave one that can be read; `published_text` is what stood there.
    `language` is an ISO 639-3 code (`eng`, `ara`), where it is known. `countries` are hints, not fences.
    """

    id: str
    text: str
    title: str | None = None
    published: PartialDate | None = None
    published_text: str | None = None
    language: str | None = None
    source: str | None = None
    medium: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report says. `date`, `place` and `belligerents` are of the main event it tells.

    `furniture` are (start, end) stretches of the text that the page added around the report.
    `places` are all places named, best first, or those of the page's name where the report names none;
    `means` how it was done ("airstrike"), by the vocabulary;
    `struck` what it hit, where the report says;
    `speakers` are those whom the report quotes for anything, as it names them.
    `headline` is what the title claims, with spans in the title: little else of the page may be captured.
    `attacks` are the events it tells of, each with its claims, and those in which nobody was harmed.
    `event` is empty for the main event; a further event told in the same report bears its day here.
    """

    language: str | None
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    date: PartialDate | None = None
    date_end: PartialDate | None = None
    place: Place | None = None
    places: tuple[Place, ...] = ()
    belligerents: tuple[Belligerent, ...] = ()
    people: tuple[Victim, ...] = ()
    means: tuple[str, ...] = ()
    struck: Struck | None = None
    attacks: tuple[Attack, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    speakers: tuple[str, ...] = ()
    event: str = ""
    headline: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report with what was read in it, as link and grade take it.

    `origin` is shared by reports that are copies of one another or pieces of one wire: one origin.
    """

    report: ReportText
    reading: Reading
    origin: str = ""

    @property
    def id(self) -> str:
        return self.report.id

    @property
    def told(self) -> tuple[str, str]:
        """The report and which of its events: what one mention of an incident rests on."""
        return self.report.id, self.reading.event
