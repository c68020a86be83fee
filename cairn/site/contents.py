"""What the site shows: a ledger as it stood after one change, and the lists that its totals are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cairn.publish import Edition
from cairn.records import beside
from cairn.records.dossiers import dossiers
from cairn.records.shown import Aside, Changed, Dossier
from cairn.site.addresses import file_names, slug
from cairn.total import ALL_ALLEGED, Answer, Axis, Period, Question, total
from cairn.total.period import Fall
from cairn.values import Grade, KnownIncident, PartialDate
from cairn.vocabulary.conflict import Conflict

NO_HARM = "no-harm-alleged"
UNDATED = "undated"
AHEAD = 50  # dossiers read at once: the pages are written in the order of dates
CHANGES_SHOWN = 5000


@dataclass(frozen=True, slots=True)
class Cut:
    """A list of incidents and the question it answers: a total and its list are made by the same question.

    `undated` takes only incidents that no source dates to a year at least.
    """

    name: str
    question: Question
    undated: bool = False

    def holds(self, known: KnownIncident) -> bool:
        if self.name == NO_HARM:
            return known.finding.grade is Grade.NO_HARM_ALLEGED
        if self.undated and known.finding.date is not None:
            return False
        return self.question.falls(known) is Fall.INSIDE


class Contents:
    """The incidents of one edition, oldest first, and where each is found."""

    def __init__(self, edition: Edition, conflict: Conflict, incidents: Sequence[KnownIncident]) -> None:
        self.edition = edition
        self.conflict = conflict
        self.incidents = sorted(incidents, key=_by_date)
        self._dossiers: dict[str, Dossier] = {}
        self._held: dict[str, list[KnownIncident]] = {}

    @cached_property
    def files(self) -> dict[str, str]:
        """The file name of each incident's page, by its id."""
        ids: dict[str, str] = {}
        for known in self.incidents:
            ids[known.id if code_of(known) in ids else code_of(known)] = known.id
        return {ids[code]: name for code, name in file_names(sorted(ids)).items()}

    @cached_property
    def by_file(self) -> dict[str, KnownIncident]:
        by_id = {known.id: known for known in self.incidents}
        return {name: by_id[id_] for id_, name in self.files.items()}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Earlier codes: the file names they would have had, and the ids of the incidents they led to."""
        taken = set(self.by_file)
        earlier = {code: id_ for code, id_ in beside.moved_codes().items() if id_ in self.files}
        earlier |= {code: known.id for known in self.incidents for code in known.codes[1:]}
        named = file_names(sorted(earlier))
        return {name: earlier[code] for code, name in named.items() if name not in taken}

    @cached_property
    def cuts(self) -> Mapping[str, Cut]:
        return {cut.name: cut for cut in self._cuts()}

    def _cuts(self) -> Iterator[Cut]:
        yield Cut("all", everything())
        yield Cut("headline", headline())
        for name in self.belligerents:
            yield Cut(f"by-{slug(name)}", everything(belligerents=(name,)))
            yield Cut(f"by-{slug(name)}-headline", headline(belligerents=(name,)))
        dates = {date.text for known in self.incidents if (date := known.finding.date)}
        for text in sorted({text[:4] for text in dates} | {text[:7] for text in dates}):
            held = Period(PartialDate(text), PartialDate(text))
            yield Cut(f"in-{text}", everything(period=held))
            yield Cut(f"in-{text}-headline", headline(period=held))
        yield Cut(UNDATED, everything(), undated=True)
        yield Cut(NO_HARM, everything())

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        return tuple(str(row.key[0]) for row in self.by_belligerent.rows if row.key[0])

    @cached_property
    def by_belligerent(self) -> Answer:
        return total(self.incidents, everything(by=(Axis.BELLIGERENT,)))

    @cached_property
    def tolls(self) -> list[Aside]:
        return beside.tolls()

    @cached_property
    def figures(self) -> list[Aside]:
        return beside.figures()

    @cached_property
    def changes(self) -> list[Changed]:
        return list(beside.changes(CHANGES_SHOWN))

    def dossier(self, incident: str) -> Dossier:
        """What lies behind an incident. The last few are kept: each page is written in two languages."""
        if incident not in self._dossiers:
            self._dossiers = {}
            at = self.places[incident]
            ahead = [known.id for known in self.incidents[at : at + AHEAD]]
            self._dossiers = {one.incident: one for one in dossiers(ahead)}
        return self._dossiers[incident]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each incident stands in the order of dates."""
        return {known.id: at for at, known in enumerate(self.incidents)}

    def held_by(self, cut: Cut) -> list[KnownIncident]:
        """The incidents on a list, oldest first."""
        if cut.name not in self._held:
            self._held[cut.name] = [known for known in self._candidates(cut) if cut.holds(known)]
        return self._held[cut.name]

    def _candidates(self, cut: Cut) -> Sequence[KnownIncident]:
        """Those among which a list can only find its own; everybody, where nothing narrows it."""
        if cut.question.period.start:
            return self._by_year[cut.question.period.start.text[:4]]
        if cut.question.belligerents:
            return self._by_accused[cut.question.belligerents[0]]
        return self.incidents

    @cached_property
    def _by_year(self) -> dict[str, list[KnownIncident]]:
        found: dict[str, list[KnownIncident]] = defaultdict(list)
        for known in self.incidents:
            if known.finding.date:
                found[known.finding.date.text[:4]].append(known)
        return found

    @cached_property
    def _by_accused(self) -> dict[str, list[KnownIncident]]:
        found: dict[str, list[KnownIncident]] = defaultdict(list)
        for known in self.incidents:
            for name in dict.fromkeys(one.name for one in known.finding.belligerents):
                found[name].append(known)
        return found


def everything(
    belligerents: tuple[str, ...] = (), period: Period = Period(), by: tuple[Axis, ...] = ()
) -> Question:
    """All alleged, with what nobody has reviewed yet: the pages say where that is so."""
    return Question(by, belligerents, period=period, grades=ALL_ALLEGED, provisional=True)


def headline(
    belligerents: tuple[str, ...] = (), period: Period = Period(), by: tuple[Axis, ...] = ()
) -> Question:
    """Fair and confirmed, with what nobody has reviewed yet."""
    return Question(by, belligerents, period=period, provisional=True)


def code_of(known: KnownIncident) -> str:
    return known.codes[0] if known.codes else known.id


def _by_date(known: KnownIncident) -> tuple[bool, str, str]:
    date = known.finding.date
    return date is None, date.text if date else "", code_of(known)
