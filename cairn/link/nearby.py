"""The groups that a new report may belong to, of all that are linked: only those are grouped anew with it."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from cairn.link.candidates import MOST, day_of
from cairn.link.cluster import WORTH_ASKING
from cairn.link.compare import total
from cairn.link.held import Held, Holdings, Told, number_of, number_of_place, stands_under
from cairn.link.traits import Rarities, Traits, weighed, weighed_by_some
from cairn.link.wording import with_pairs

MOST_GROUPS = 12  # that are looked at again for one event: those nearest to it


class Counted:
    """How many events use what, when some that are new are added to those that are held."""

    def __init__(self, holdings: Holdings, new: Sequence[Held]) -> None:
        self._holdings = holdings
        self.events = len(holdings) + len(new)
        self._terms = Counter(term for each in new for term in set(with_pairs(each.words)))
        self._places = Counter(place for each in new for place in each.traits.places)

    def rarities(self, together: Sequence[Held], terms: Collection[str]) -> Rarities:
        """How rare each of these terms is, and each place that these events name."""
        here = Counter(term for each in together for term in set(with_pairs(each.words)) if term in terms)
        places = Counter(place for each in together for place in each.traits.places)
        return Rarities.known(
            self._seen({term: number_of(term) for term in terms}, self._terms, here),
            self._seen({place: number_of_place(place) for place in places}, self._places, places),
            self.events,
        )

    def grown(self, together: Sequence[Held]) -> dict[int, int]:
        """What the new ones use, by its number, with how many use it now; these events are at hand."""
        terms = Counter(term for each in together for term in set(with_pairs(each.words)))
        places = Counter(place for each in together for place in each.traits.places)
        named = {place: number_of_place(place) for place in self._places}
        used = {term: number_of(term) for term in self._terms}
        seen = self._seen(used, self._terms, terms)
        placed = self._seen(named, self._places, places)
        return {used[term]: many for term, many in seen.items()} | {named[p]: n for p, n in placed.items()}

    def _seen(
        self, numbers: Mapping[str, int], new: Mapping[str, int], here: Mapping[str, int]
    ) -> dict[str, int]:
        held = self._holdings.seen(numbers.values())
        many = {
            key: max(held.get(number, 0) + new.get(key, 0), here.get(key, 0))
            for key, number in numbers.items()
        }
        return {key: seen for key, seen in many.items() if seen > 1}


def labels_near(each: Held, holdings: Holdings, counted: Counted) -> list[str]:
    """The labels of the groups in which something is near enough to ask about, the nearest first."""
    terms = set(with_pairs(each.words))
    mine = weighed(each.traits, each.words, counted.rarities([each], terms))
    near = holdings.at(_nearest(each, mine, holdings, counted))
    rarities = counted.rarities([each, *near], terms)
    mine = weighed(each.traits, each.words, rarities)
    best: dict[str, float] = defaultdict(lambda: WORTH_ASKING)
    for other in near:
        if other.told[0] != each.told[0]:
            best[other.label] = max(best[other.label], total(mine, _as_linked(other, rarities)))
    found = sorted((-score, label) for label, score in best.items() if score > WORTH_ASKING)
    return [label for _, label in found[:MOST_GROUPS]]


def _nearest(each: Held, mine: Traits, holdings: Holdings, counted: Counted) -> list[int]:
    """The keys of those who share most with it, among its neighbours under each of its numbers."""
    under = stands_under(mine, each.words, counted.rarities([each], set(each.words)))
    shared: dict[int, float] = defaultdict(float)
    for number, together in holdings.beside(under, day_of(mine)).items():
        for key in together:
            shared[key] += under[number]
    return heapq.nlargest(MOST, shared, key=lambda key: (shared[key], key))


def _as_linked(other: Held, rarities: Rarities) -> Traits:
    """By the terms at hand alone, with the length that all its terms came to."""
    return weighed_by_some(other.traits, other.words, rarities)


def weigh_together(held: Sequence[Held], new: Collection[Told], counted: Counted) -> list[Traits]:
    """The traits of events that are to be grouped, some of them new: what one alone uses is not looked up."""
    used = Counter(term for each in held for term in set(with_pairs(each.words)))
    shared = {term for term, many in used.items() if many > 1}
    shared.update(term for each in held if each.told in new for term in with_pairs(each.words))
    rarities = counted.rarities(held, shared)
    return [
        weighed(each.traits, each.words, rarities) if each.told in new else _as_linked(each, rarities)
        for each in held
    ]
