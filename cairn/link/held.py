"""What of a linked report is kept at hand, so that another is placed beside it without a look at all.

Each event stands under numbers made of its rare words, its people and places: `number_of` gives the same for
the same on every machine, so that a database can hold them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Protocol

from cairn.link.candidates import keys_of
from cairn.link.repeated import Words, repeated, shingles, without
from cairn.link.traits import Rarities, Traits, bare, weighed
from cairn.link.wording import LEAD, day_of, terms_of, told
from cairn.values import Evidence

Told = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """One event of a report: the group it is in ("" for none yet), its words, and its traits as `bare`.

    `traits.length` is as it was when the report was linked.
    """

    told: Told
    label: str
    words: Words
    traits: Traits


class Holdings(Protocol):
    """All that is linked, wherever it is kept."""

    def __len__(self) -> int:
        """How many events are held."""

    def seen(self, numbers: Collection[int]) -> Mapping[int, int]:
        """How many of the events use each term or place, of those that two use; one for what is furniture."""

    def beside(self, numbers: Collection[int], day: int) -> Mapping[int, Sequence[int]]:
        """The next before and after that day under each number, by their keys."""

    def at(self, keys: Collection[int]) -> list[Held]: ...


@lru_cache(maxsize=200_000)
def number_of(key: object) -> int:
    """A number for a term, or for anything else that reports may share, as `keys_of` gives it."""
    said = key if isinstance(key, str) else "\n".join(map(str, ("", *key)))  # type: ignore[misc]
    return int.from_bytes(
        blake2b(said.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True
    )


def number_of_place(place: str) -> int:
    return number_of(("named", place))


def number_of_furniture(shingle: int) -> int:
    return number_of(("furniture", shingle))


@dataclass(frozen=True, slots=True)
class Usage:
    """What pages repeat, and how rare all else is, among reports."""

    furniture: set[int]
    rarities: Rarities

    def words_of(self, each: Evidence) -> Words:
        return without(terms_of(told(each.report, each.reading)), self.furniture)[:LEAD]

    def numbered(self) -> dict[int, int]:
        """As `Holdings.seen` gives it back."""
        counts = {number_of_furniture(shingle): 1 for shingle in self.furniture}
        counts |= {number_of_place(place): many for place, many in self.rarities.places.seen.items()}
        return counts | {number_of(term): many for term, many in self.rarities.terms.seen.items()}


def weigh(evidence: Iterable[Evidence]) -> tuple[list[Traits], Usage]:
    """`traits_of`, with what it was made from."""
    reports = list(evidence)
    raw = [terms_of(told(each.report, each.reading)) for each in reports]
    furniture = repeated(raw, [day_of(each.report, each.reading) for each in reports])
    words = [without(each, furniture)[:LEAD] for each in raw]
    del raw  # of a large ledger a tenth of all that is held in memory
    rarities = Rarities.among(words, reports)
    made = [weighed(bare(each), its, rarities) for each, its in zip(reports, words, strict=True)]
    return made, Usage(furniture, rarities)


def stands_under(each: Traits, words: Words, rarities: Rarities) -> dict[int, float]:
    """The numbers under which an event is looked for, and how much it says that two share each."""
    return {number_of(key): says for key, says in keys_of(looked_for(each, words, rarities))}


def looked_for(each: Traits, words: Words, rarities: Rarities) -> Traits:
    """By single words, those of one report alone too: the next report may use them."""
    weights = {word: rarities.terms.of(word) for word in dict.fromkeys(words)}
    length = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return replace(each, weights=weights, length=length)


def new_ones(evidence: Sequence[Evidence], holdings: Holdings) -> list[Held]:
    """Events of reports that are not held yet, without what is known to be furniture."""
    raw = [terms_of(told(each.report, each.reading)) for each in evidence]
    rows = {shingle: number_of_furniture(shingle) for words in raw for shingle in shingles(words)}
    known = holdings.seen(rows.values())
    furniture = {shingle for shingle, number in rows.items() if number in known}
    return [
        Held(each.told, "", without(words, furniture)[:LEAD], bare(each))
        for each, words in zip(evidence, raw, strict=True)
    ]
