"""New reports beside incidents that people know already: joined where sure, asked about where not.

An incident of an import has no reports to compare with, so it is compared by what it is known to be: its day,
its place, who is accused, how many, and whom it names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cairn.link.compare import Score, compare
from cairn.link.incidents import IncidentIndex
from cairn.link.traits import Traits, bare, traits_of
from cairn.values import (
    Claim,
    Evidence,
    Finding,
    Harm,
    KnownIncident,
    Quantifier,
    Reading,
    ReportText,
    Span,
    distance_km,
)

DAYS = 1
SURE = 2.0  # from here on it is that incident, when no other is nearly as likely
CLEARLY = 1.5  # how much likelier than the next
MAYBE = 0.0  # from here on it may be, and a person is asked before another incident is opened
WORTH_NAMING = -1.0
MOST_NAMED = 3
FINE_KM, FINE = 4.0, 1.5  # two places so well known and so near say more than two in one city
FAR_KM = 25.0  # "near" a town is said of a farm fifteen kilometres off, and hardly of one further
Refused = Collection[tuple[str, str]]  # report and incident that a person keeps apart


@dataclass(frozen=True, slots=True)
class MayTell:
    """A report that may tell of a known incident: the chance of it and what speaks for and against."""

    told: tuple[str, str]
    incident: str
    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Joining:
    """`homes`: label → the known incident it is. `asked`: label → what a person must decide first."""

    homes: dict[str, str] = field(default_factory=dict)
    asked: dict[str, list[MayTell]] = field(default_factory=dict)


def join(
    told: Mapping[str, Sequence[Evidence]], known: Iterable[KnownIncident], refused: Refused = ()
) -> Joining:
    """Which of the incidents that reports tell of are known ones. `told` is as `Clustering.told`."""
    index = IncidentIndex(known)
    joined = Joining()
    for label, reports in told.items():
        near = [one for one in _near(reports, index) if not any((e.id, one.id) in refused for e in reports)]
        fits = _fits(reports, near)
        if fits and fits[0][0] >= SURE and (len(fits) == 1 or fits[0][0] - fits[1][0] >= CLEARLY):
            joined.homes[label] = fits[0][1].id
        elif fits and fits[0][0] >= MAYBE:
            named = [fit for fit in fits if fit[0] >= WORTH_NAMING][:MOST_NAMED]
            joined.asked[label] = [_may_tell(reports[0], *fit) for fit in named]
    return joined


_Fit = tuple[float, KnownIncident, Score]


def _near(reports: Sequence[Evidence], index: IncidentIndex) -> list[KnownIncident]:
    """The incidents within a day of what any of the reports tells."""
    found: dict[str, KnownIncident] = {}
    for each in reports:
        date, end = each.reading.date, each.reading.date_end
        if date is not None and date.is_day:
            last = max(date, end or date).last_day()
            found |= {one.id: one for one in index.within_days(date.first_day(), last, DAYS)}
    return [found[id] for id in sorted(found)]


def _fits(reports: Sequence[Evidence], near: Sequence[KnownIncident]) -> list[_Fit]:
    """Each incident with the mean of its scores against the reports, best first."""
    if not near:
        return []
    found = traits_of([_wordless(each) for each in reports] + [_as_evidence(one) for one in near])
    traits = [replace(each, places={}) if each.point else each for each in found]  # a place counts once
    mine, theirs = traits[: len(reports)], traits[len(reports) :]
    fits = []
    for one, its in zip(near, theirs, strict=True):
        if all(_apart(each, its) > FAR_KM for each in mine):
            continue
        scores = [_score(each, its) for each in mine]
        mean = sum(score.total for score in scores) / len(scores)
        fits.append((mean, one, max(scores, key=lambda score: score.total)))
    return sorted(fits, key=lambda fit: (-fit[0], fit[1].id))


def may_be_of(known: KnownIncident, traits: Traits) -> bool:
    """Whether what is told is near enough to a known incident to be looked at, the day apart."""
    return _apart(traits, bare(_as_evidence(known))) <= FAR_KM


def _score(mine: Traits, theirs: Traits) -> Score:
    score = compare(mine, theirs)
    fine = _fine(mine, theirs)
    return Score(score.total + fine, (*score.parts, ("place known finely", fine))) if fine else score


def _apart(mine: Traits, theirs: Traits) -> float:
    """Kilometres between the two at least, for all that is known of where they are."""
    if mine.point is None or theirs.point is None:
        return 0.0
    return distance_km(mine.point[:2], theirs.point[:2]) - mine.point[2] - theirs.point[2]


def _fine(mine: Traits, theirs: Traits) -> float:
    if mine.point is None or theirs.point is None:
        return 0.0
    return FINE if mine.point[2] + theirs.point[2] <= FINE_KM and _apart(mine, theirs) <= 1 else 0.0


def _may_tell(each: Evidence, mean: float, incident: KnownIncident, score: Score) -> MayTell:
    return MayTell(each.told, incident.id, round(Score(mean, ()).chance, 4), dict(score.parts))


def _wordless(each: Evidence) -> Evidence:
    """Words can only be compared with words."""
    report = ReportText(each.id, "", published=each.report.published)
    return replace(each, report=report, reading=replace(each.reading, furniture=(), means=()))


def _as_evidence(known: KnownIncident) -> Evidence:
    """What is known of an incident, in the form in which reports are compared."""
    finding = known.finding
    reading = Reading(
        None,
        tuple(_claims(finding)),
        date=finding.date,
        date_end=finding.date_end,
        place=finding.place,
        belligerents=finding.belligerents,
        people=finding.people,
    )
    return Evidence(ReportText(known.id, ""), reading)


def _claims(finding: Finding) -> Iterable[Claim]:
    counts = ((Harm.KILLED, finding.killed), (Harm.INJURED, finding.injured))
    return (Claim(kind, count, Quantifier.EXACT, Span(0, 0, "")) for kind, count in counts if count)
