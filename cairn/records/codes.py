"""Public codes for incidents that the link step opens: country, day, number ("SY20170512-1")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cairn.records.models import IncidentCode
from cairn.values import Evidence
from cairn.vocabulary.conflict import Conflict

NOWHERE = "XX"  # ISO 3166 leaves it free


class Codes:
    """Gives each new incident the next code that nobody bears; it says what was known when it was given."""

    def __init__(self, conflict: Conflict) -> None:
        self._only_country = conflict.countries[0] if len(conflict.countries) == 1 else NOWHERE
        self._taken = set(IncidentCode.objects.values_list("code", flat=True))

    def next_for(self, told: Sequence[Evidence]) -> str:
        places = (each.reading.place for each in told)
        country = _commonest(place.country for place in places if place) or self._only_country
        day = _commonest(str(each.reading.date or "") for each in told) or "undated"
        number = 1
        while (code := f"{country}{day.replace('-', '')}-{number}") in self._taken:
            number += 1
        self._taken.add(code)
        return code


def _commonest(words: Iterable[str | None]) -> str:
    """The word said most; of several, the first in the alphabet."""
    said = Counter(word for word in words if word)
    return min(said, key=lambda word: (-said[word], word)) if said else ""
