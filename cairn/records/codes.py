"""Public codes for incidents that the link step opens: country, day, number ("SY20170512-1")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cairn.records.models import IncidentCode
from cairn.values import Evidence
from cairn.vocabulary.conflict import Conflict

NOWHERE = "XX"  # ISO 3166 leaves it free
AT_ONCE = 50


class Codes:
    """Gives each new incident the next code that nobody bears; it says what was known when it was given."""

    def __init__(self, conflict: Conflict) -> None:
        self._only_country = conflict.countries[0] if len(conflict.countries) == 1 else NOWHERE
        self._taken: set[str] = set()
        self._looked_up: set[str] = set()

    def next_for(self, told: Sequence[Evidence]) -> str:
        places = (each.reading.place for each in told)
        country = _commonest(place.country for place in places if place) or self._only_country
        day = _commonest(str(each.reading.date or "") for each in told) or "undated"
        stem, number = f"{country}{day.replace('-', '')}-", 1
        while self._is_taken(stem, number):
            number += 1
        self._taken.add(f"{stem}{number}")
        return f"{stem}{number}"

    def _is_taken(self, stem: str, number: int) -> bool:
        """Asked of the ledger for a few numbers at a time, for most days have few incidents."""
        first = number - number % AT_ONCE
        if f"{stem}{first}" not in self._looked_up:
            self._looked_up.add(f"{stem}{first}")
            codes = [f"{stem}{each}" for each in range(first, first + AT_ONCE)]
            self._taken.update(IncidentCode.objects.filter(code__in=codes).values_list("code", flat=True))
        return f"{stem}{number}" in self._taken


def _commonest(words: Iterable[str | None]) -> str:
    """The word said most; of several, the first in the alphabet."""
    said = Counter(word for word in words if word)
    return min(said, key=lambda word: (-said[word], word)) if said else ""
