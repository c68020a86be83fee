"""How long a belligerent took to admit: from the day of an incident to the day of its first admission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cairn.values import Concession, KnownIncident, Range, Verdict

Quartiles = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Lag:
    """`days` of the incidents admitted, shortest first.

    `waiting` were not admitted up to the day asked about. They are in no median: whatever it says, the wait
    for all is longer. `untimed` were admitted, but no lag can be told: a day is wanting, or is said wrong.
    """

    days: tuple[int, ...] = ()
    waiting: int = 0
    untimed: int = 0

    @property
    def quartiles(self) -> Quartiles | None:
        """A quarter, half and three quarters of those admitted took at most so many days."""
        if not self.days:
            return None
        return self._at(0.25), self._at(0.5), self._at(0.75)

    def _at(self, share: float) -> float:
        """Between the two days nearest to that share, as far as it lies between them."""
        place = share * (len(self.days) - 1)
        low = int(place)
        high = min(low + 1, len(self.days) - 1)
        return self.days[low] + (place - low) * (self.days[high] - self.days[low])


def admits(said: Concession) -> bool:
    """Whether a statement accepts that people were harmed: in so many words, or by a number of them."""
    if said.verdict is Verdict.NONE:
        return any(count is not None and count != Range(0, 0) for count in (said.killed, said.injured))
    return said.verdict is Verdict.CREDIBLE


def lag(allegations: Iterable[tuple[KnownIncident, tuple[Concession, ...]]]) -> Lag:
    """The lag over incidents, each with what one belligerent said of it, oldest first.

    What it took back with its latest word is not admitted.
    """
    days: list[int] = []
    waiting = untimed = 0
    for incident, said in allegations:
        if not said or not admits(said[-1]):
            waiting += 1
        elif (took := _days(incident, next(each for each in said if admits(each)))) is None:
            untimed += 1
        else:
            days.append(took)
    return Lag(tuple(sorted(days)), waiting, untimed)


def _days(incident: KnownIncident, first: Concession) -> int | None:
    """None unless both days are known as days, and in this order."""
    done, said = incident.finding.date, first.stated_on
    if done is None or said is None or not (done.is_day and said.is_day):
        return None
    took = (said.first_day() - done.first_day()).days
    return took if took >= 0 else None
