"""What belligerents say of single allegations: their verdicts, and the deaths they concede beside ours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cairn.total.tally import conceded
from cairn.values import Concession, KnownIncident, Range, Verdict
from cairn.values.count import envelope

Allegation = tuple[KnownIncident, tuple[Concession, ...]]
# A belligerent that says one of these has looked into the allegation and made up its mind.
ASSESSED = (Verdict.CREDIBLE, Verdict.NON_CREDIBLE, Verdict.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Word:
    """What one belligerent said: `incident` is its id, None where no single incident answers to it."""

    incident: str | None
    said: Concession


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Allegations by the belligerent's latest word on each; None where it has said nothing."""

    of: Mapping[Verdict | None, int]

    @property
    def alleged(self) -> int:
        return sum(self.of.values())

    @property
    def assessed(self) -> int:
        return sum(self.of.get(verdict, 0) for verdict in ASSESSED)

    def on(self, verdict: Verdict | None) -> int:
        return self.of.get(verdict, 0)


@dataclass(frozen=True, slots=True)
class Matched:
    """One incident in which deaths are conceded. `recorded` None: nobody else says how many."""

    incident: KnownIncident
    recorded: Range | None
    conceded: Range

    @property
    def below(self) -> bool:
        """Whether even the most that is conceded is less than our minimum."""
        if self.recorded is None or self.conceded.max is None:
            return False
        return self.conceded.max < self.recorded.min


def in_one_breath(one: Word, other: Word) -> Word:
    """Two lines of one report on one incident: "killed ten", "injured four". The later verdict stands."""
    first, second = one.said, other.said
    killed = envelope(count for count in (first.killed, second.killed) if count is not None)
    injured = envelope(count for count in (first.injured, second.injured) if count is not None)
    return Word(one.incident, replace(second, killed=killed, injured=injured))


Spoken = Mapping[str, Mapping[str, list[Concession]]]


def by_belligerent(words: Iterable[Word]) -> tuple[Spoken, Mapping[str, list[Verdict]]]:
    """What each said of each incident, oldest first; and its verdicts on what is no single incident here."""
    said: dict[str, dict[str, list[Concession]]] = defaultdict(lambda: defaultdict(list))
    elsewhere: dict[str, list[Verdict]] = defaultdict(list)
    for word in words:
        if word.incident is None:
            elsewhere[word.said.belligerent].append(word.said.verdict)
        else:
            said[word.said.belligerent][word.incident].append(word.said)
    return said, elsewhere


def spoken(said: Spoken, incident: str, side: Iterable[str]) -> tuple[Concession, ...]:
    """What a belligerent and those who speak for it said of one incident, oldest first."""
    heard = [one for name in sorted(side) if name in said for one in said[name].get(incident, ())]
    return tuple(sorted(heard, key=lambda one: str(one.stated_on or "")))


def verdicts(allegations: Iterable[Allegation]) -> Verdicts:
    return Verdicts(Counter(said[-1].verdict if said else None for _, said in allegations))


def matched(incidents: Iterable[tuple[KnownIncident, frozenset[str]]]) -> Iterator[Matched]:
    """The incidents in which deaths are conceded, by those whose word counts in each."""
    for incident, side in incidents:
        if (said := conceded(incident, side)) is not None:
            yield Matched(incident, incident.finding.killed, said)
