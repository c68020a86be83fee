"""Two reports: how likely it is that they speak of one incident, and what speaks for it and against.

Each part is in natural logarithms of odds; the score is their sum, and `chance` turns it into a probability.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from cairn.link.traits import Days, Traits
from cairn.values import Harm, Range, distance_km

# Before looking: of two reports brought together by a shared rare word, day or place. What each part says was
# weighed on reports whose incidents people had recorded and on made worlds, in which towns are struck again
# within weeks, as in a ledger.
BEFORE = -2.7
SAME_ORIGIN = 2.0
SILENT = -0.7


@dataclass(frozen=True, slots=True)
class Score:
    """`parts` names what was compared; what nobody said is not there."""

    total: float
    parts: tuple[tuple[str, float], ...]

    @property
    def chance(self) -> float:
        return 1 / (1 + math.exp(-max(-40.0, min(40.0, self.total))))


def compare(one: Traits, other: Traits) -> Score:
    """The score of two reports with its parts."""
    parts = [("before", BEFORE)]
    parts += [(name, said) for name, part in _PARTS if (said := part(one, other)) is not None]
    return Score(sum(part for _, part in parts), tuple((name, round(part, 3)) for name, part in parts))


def total(one: Traits, other: Traits) -> float:
    """The score alone, for the many pairs of which nobody will ask why."""
    said = [part(one, other) for part in _PART_ALONE]
    return BEFORE + sum([part for part in said if part is not None])


def _origin(one: Traits, other: Traits) -> float | None:
    return SAME_ORIGIN if one.origin and one.origin == other.origin else None


def _wording(one: Traits, other: Traits) -> float | None:
    """What both say, rare words counting for more; and how many words they share that hardly anybody uses.

    With such a word one of them must begin: what both tell farther down may be the news beside.
    """
    shared = [word for word in one.rare & other.rare if word in one.opening or word in other.opening]
    return 3.5 * math.sqrt(likeness(one, other)) + 1.5 * math.log1p(len(shared))


def likeness(one: Traits, other: Traits) -> float:
    mine, theirs = one.weights, other.weights
    alike = math.fsum([mine[term] * theirs[term] for term in mine.keys() & theirs.keys()])  # in any order
    return alike / (one.length * other.length)


A_TITLE_WORD, MOST_TITLE_WORDS = 0.8, 2


def _title(one: Traits, other: Traits) -> float | None:
    """How many rare words of either's title the other's head has, where the page of one holds no story.

    Then its title alone says what it is about; where it holds one, the wording has weighed the title with it.
    """
    if _told(one, other) is None or not (one.title or other.title):
        return None
    shared = [word for word in one.title if word in other.weights]
    shared += [word for word in other.title if word in one.weights and word not in shared]
    return A_TITLE_WORD * min(len(shared), MOST_TITLE_WORDS)


DAYS_APART = ((0, 3.5), (1, 1.5), (3, 0.0), (10, -1.8))  # sources differ by a day
FARTHER_APART = -3.8
LATER_NEWS_DAYS, LATER_NEWS = 40, -2.8
SOON = 3  # days from an event to the report of it


def _date(one: Traits, other: Traits) -> float | None:
    """Event against event; else the event against the other's publication, which is never before it."""
    if one.days and other.days and _length(one.days) + _length(other.days) <= 31:
        gap = _gap(one.days, other.days)
        beyond = LATER_NEWS if gap <= LATER_NEWS_DAYS and _may_follow(one, other) else FARTHER_APART
        return _step(gap, DAYS_APART, beyond)
    said = _day_said(one, other)
    if said is not None:
        return said
    if one.when and other.when:
        return _step(_gap(one.when, other.when), ((3, 0.0), (10, -0.5)), -1.5)
    return None


def _may_follow(one: Traits, other: Traits) -> bool:
    """Whether the later day may be that of an arrest or a burial: it is fresh news in its own report."""
    later = max(one, other, key=lambda each: each.days or (0, 0))
    return bool(later.days and later.published and later.published[0] - later.days[1] <= SOON)


MATCHING_DAY, ANOTHER_DAY, MATCHING_WEEKDAY, ANOTHER_WEEKDAY = 3.2, -1.8, 1.2, -1.4


def _day_said(one: Traits, other: Traits) -> float | None:
    """A day of the month, or else of the week, that both name or that one names and the other has."""
    if one.month_days and other.month_days:
        return MATCHING_DAY if one.month_days & other.month_days else ANOTHER_DAY
    if one.weekday is not None and other.weekday is not None:
        return MATCHING_WEEKDAY if one.weekday == other.weekday else ANOTHER_WEEKDAY
    return None


def _step(value: float, steps: tuple[tuple[float, float], ...], beyond: float) -> float:
    return next((says for most, says in steps if value <= most), beyond)


def _gap(one: Days, other: Days) -> int:
    """Days between; nought where some day lies in both."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _length(days: Days) -> int:
    return days[1] - days[0] + 1


FAR_KM, FAR = 100.0, -1.5
KM_A_DEGREE = 111.0  # of latitude, hardly more than it is anywhere


RARE_PLACE = 3.0  # one in twenty reports names it


def _place(one: Traits, other: Traits) -> float | None:
    """By distance. One that names the rare place where the other's event was may have been read amiss."""
    said = _distance(one, other)
    named = max(one.places.get(other.place or "", 0.0), other.places.get(one.place or "", 0.0))
    return 0.0 if said is not None and said < 0 and named >= RARE_PLACE else said


def _distance(one: Traits, other: Traits) -> float | None:
    """Against how far off either may be."""
    if one.point is None or other.point is None:
        return None
    room = one.point[2] + other.point[2]
    if abs(one.point[0] - other.point[0]) * KM_A_DEGREE > max(FAR_KM, room + 1):
        return FAR  # most pairs are so far apart that their latitudes say it
    apart = distance_km(one.point[:2], other.point[:2])
    if apart <= room + 1:
        return 0.5
    return _step(apart, ((8.0, 0.0), (FAR_KM, -1.2)), FAR)


def _places(one: Traits, other: Traits) -> float | None:
    """The rarest of the fine places that both name; one that is where either's event was counts for more."""
    if not one.places or not other.places:
        return None
    shared = one.places.keys() & other.places.keys()
    says = (one.places[place] * (0.6 if place in (one.place, other.place) else 0.2) for place in shared)
    return max(says, default=0.0)


SAME_STREET, OTHER_STREETS = 2.0, -1.8


def _streets(one: Traits, other: Traits) -> float | None:
    """Whether both name a street; of two that name others, hardly any tell of one event."""
    if not one.streets or not other.streets:
        return None
    return SAME_STREET if one.streets & other.streets else OTHER_STREETS


def _people(one: Traits, other: Traits) -> float | None:
    if not one.people or not other.people:
        return None
    shared = sum(any(_same_person(mine, theirs) for theirs in other.people) for mine in one.people)
    return 4.0 * min(shared, 2) if shared else -1.4


def _same_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """The own name and another part."""
    return mine[0] == theirs[0] and len(set(mine[1:]) & set(theirs[1:])) > 0


SAME_AGE, OTHER_AGES = 1.2, -2.0


def _ages(one: Traits, other: Traits) -> float | None:
    """Whether somebody is as old in both, named or not."""
    if not one.ages or not other.ages:
        return None
    return SAME_AGE if one.ages & other.ages else OTHER_AGES


def _counts(one: Traits, other: Traits) -> float | None:
    mine, theirs = one.counts or {}, other.counts or {}
    parts = [counts_alike(mine.get(harm), theirs.get(harm)) for harm in (Harm.KILLED, Harm.INJURED)]
    said = [part for part in parts if part is not None]
    return sum(said) if said else None


def counts_alike(mine: Range | None, theirs: Range | None) -> float | None:
    """Tolls rise in a day and sources differ, so a difference says less than an agreement."""
    if mine is None or theirs is None:
        return None
    if mine.min == theirs.min:
        return 0.2 + 0.4 * math.log2(1 + mine.min)
    if mine.overlaps(theirs):
        return 0.2
    return -0.2 * min(4.0, abs(math.log2((mine.min + 1) / (theirs.min + 1))))


def _belligerents(one: Traits, other: Traits) -> float | None:
    if not one.belligerents or not other.belligerents:
        return None
    return 0.2 if one.belligerents & other.belligerents else -1.3


def _told(one: Traits, other: Traits) -> float | None:
    """A report that tells neither of harm nor of means may tell of no event at all."""
    return None if (one.counts or one.means) and (other.counts or other.means) else SILENT


def _means(one: Traits, other: Traits) -> float | None:
    if not one.means or not other.means:
        return None
    return 0.0 if one.means & other.means else -0.7


_PARTS: tuple[tuple[str, Callable[[Traits, Traits], float | None]], ...] = (
    ("origin", _origin),
    ("wording", _wording),
    ("title", _title),
    ("date", _date),
    ("place", _place),
    ("places named", _places),
    ("streets", _streets),
    ("people", _people),
    ("ages", _ages),
    ("counts", _counts),
    ("belligerents", _belligerents),
    ("means", _means),
    ("told", _told),
)
_PART_ALONE = tuple(part for _, part in _PARTS)
