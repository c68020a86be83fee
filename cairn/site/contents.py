"""What the site shows: a ledger as it stood after one change, and the lists that its totals are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from cairn.publish import Care, Edition
from cairn.records import beside
from cairn.records.adjudicated import adjudicated
from cairn.records.conceding import beside_incidents
from cairn.records.dossiers import dossiers, told_of
from cairn.records.estimates import Kept, kept_estimates
from cairn.records.release.issued import Issued, issued
from cairn.records.series import said_in_series
from cairn.records.shown import Admitted, Aside, Changed, Dossier, Told
from cairn.site.addresses import file_names
from cairn.site.cuts import Cut, alleged, cuts, established
from cairn.story import three_totals
from cairn.total import Answer, Axis, Tally, total
from cairn.total.beside.compared import Beside
from cairn.total.products.three import ThreeTotals
from cairn.total.products.weighed import Weights
from cairn.total.series.points import Series, series_of
from cairn.values import KnownIncident
from cairn.vocabulary.conflict import Conflict

AHEAD = 50  # dossiers read at once: the pages are written in the order of dates
CHANGES_SHOWN = 5000


class Contents:
    """The incidents of one edition, oldest first, and where each is found."""

    exports: Path | None = None  # where the files of releases lie
    care: Care = Care()

    def __init__(
        self,
        edition: Edition,
        conflict: Conflict,
        incidents: Sequence[KnownIncident],
        weights: Weights | None = None,
    ) -> None:
        self.edition = edition
        self.conflict = conflict
        self.weights = weights or {}
        self.incidents = sorted(incidents, key=_by_date)
        self._dossiers: dict[str, Dossier] = {}
        self._held: dict[str, list[KnownIncident]] = {}
        self._sums: dict[str, Tally] = {}

    @cached_property
    def files(self) -> dict[str, str]:
        """The file name of each incident's page, by its id."""
        ids: dict[str, str] = {}
        for known in self.incidents:
            ids[known.id if code_of(known) in ids else code_of(known)] = known.id
        return {ids[code]: name for code, name in file_names(sorted(ids)).items()}

    @cached_property
    def by_id(self) -> dict[str, KnownIncident]:
        return {known.id: known for known in self.incidents}

    @cached_property
    def by_file(self) -> dict[str, KnownIncident]:
        return {name: self.by_id[id_] for id_, name in self.files.items()}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Earlier codes: the file names they would have had, and the ids of the incidents they led to."""
        taken = {name.lower() for name in self.by_file}  # some disks keep no case
        earlier = {code: id_ for code, id_ in beside.moved_codes().items() if id_ in self.files}
        earlier |= {code: known.id for known in self.incidents for code in known.codes[1:]}
        named = file_names(sorted(earlier))
        return {name: earlier[code] for code, name in named.items() if name.lower() not in taken}

    @cached_property
    def cuts(self) -> Mapping[str, Cut]:
        return {cut.name: cut for cut in cuts(self.incidents, self.belligerents)}

    @cached_property
    def belligerents(self) -> dict[str, str]:
        """Everybody accused, and the name under which the lists on them are filed."""
        return file_names(str(row.key[0]) for row in self.by_belligerent.rows if row.key[0])

    @cached_property
    def by_belligerent(self) -> Answer:
        return total(self.incidents, alleged(by=(Axis.BELLIGERENT,)))

    @cached_property
    def compared(self) -> list[Beside]:
        """Every belligerent beside the record, with what nobody has reviewed yet."""
        return beside_incidents(self.incidents, alleged(), conflict=self.conflict)

    @cached_property
    def speakers(self) -> dict[str, str]:
        """Everybody who is accused or states a total, and the file name of their page."""
        stating = {one.belligerent for one in self.compared} - self.belligerents.keys()
        return file_names([*self.belligerents, *sorted(stating)])

    @cached_property
    def three(self) -> ThreeTotals:
        """The three totals of the headline."""
        return three_totals(self.incidents, established(), adjudicated(), self.weights)

    @cached_property
    def _stating(self) -> dict[str, Told]:
        return told_of({each.report for one in self.compared for each in (*one.stated, *one.told)})

    def told_in(self, report: str) -> Told | None:
        """The report that somebody's stated total stands in."""
        return self._stating.get(report)

    @cached_property
    def tolls(self) -> list[Aside]:
        return beside.tolls()

    @cached_property
    def figures(self) -> list[Aside]:
        return beside.figures()

    @cached_property
    def estimates(self) -> list[Kept]:
        return kept_estimates()

    @cached_property
    def series(self) -> list[Series]:
        """What was said over time of each measure: beside the incidents, and in no total."""
        return series_of(said_in_series())

    @cached_property
    def statements(self) -> list[Admitted]:
        return beside.unmatched_statements()

    @cached_property
    def releases(self) -> list[Issued]:
        return issued(self.exports) if self.exports else []

    @cached_property
    def changes(self) -> list[Changed]:
        return list(beside.changes(CHANGES_SHOWN))

    def dossier(self, incident: str) -> Dossier:
        """What lies behind an incident. The last few are kept: each page is written in two languages."""
        held = self._dossiers
        if incident not in held:
            at = self.places[incident]
            ahead = [known.id for known in self.incidents[at : at + AHEAD]]
            held = {one.incident: one for one in dossiers(ahead)}
            self._dossiers = held  # whole: another thread may be reading
        return held[incident]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each incident stands in the order of dates."""
        return {known.id: at for at, known in enumerate(self.incidents)}

    def held_by(self, cut: Cut) -> list[KnownIncident]:
        """The incidents on a list, oldest first."""
        if cut.name not in self._held:
            self._held[cut.name] = [known for known in self._candidates(cut) if cut.holds(known)]
        return self._held[cut.name]

    def sum_of(self, cut: Cut) -> Tally:
        """What the incidents on a list add up to: the same on each of its pages."""
        if cut.name not in self._sums:
            self._sums[cut.name] = total(self.held_by(cut), cut.question).total
        return self._sums[cut.name]

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


def code_of(known: KnownIncident) -> str:
    return known.codes[0] if known.codes else known.id


def _by_date(known: KnownIncident) -> tuple[bool, str, str]:
    date = known.finding.date
    return date is None, date.text if date else "", code_of(known)
