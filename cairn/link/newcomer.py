"""A new report beside all that are linked: it joins an incident or opens one, and no two others are compared.

What it shifts among the others waits for the next link of all: two incidents that it speaks for bringing
together stay two, and how rare a word is stays as it was.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cairn.link.agglomerate import MOST as LOUDEST
from cairn.link.agglomerate import TOGETHER, UNCOMPARED
from cairn.link.candidates import MOST, day_of, keys_of, shared_with
from cairn.link.cluster import Clustering, label_of, tells_of_one
from cairn.link.compare import total
from cairn.link.events import events, own_words
from cairn.link.held import looked_for
from cairn.link.repeated import Words, repeated, without
from cairn.link.traits import Rarities, Traits, fine_places, traits
from cairn.link.wording import LEAD, WithPairs, terms_of, told
from cairn.link.wording import day_of as published
from cairn.values import Evidence

_AT = (1 << 32) - 1  # a mark is a day and, below it, a position


@dataclass(slots=True)
class _Part:
    """One event of a report: its words, and the group that it is in."""

    evidence: Evidence
    words: Words
    group: int


class Linked:
    """Reports with their incidents, kept so that another can be placed among them at once."""

    def __init__(self, evidence: Sequence[Evidence], found: Clustering) -> None:
        told_of = {part.told: label for label, parts in found.told.items() for part in parts}
        parts = sorted((part for each in evidence for part in events(each)), key=_in_order)
        raw = [terms_of(told(each.report, each.reading)) for each in map(_own, parts)]
        self._furniture = repeated(raw, [published(each.report, each.reading) for each in parts])
        words = [without(each, self._furniture)[:LEAD] for each in raw]
        self._rarities = Rarities.among(words, parts)
        self._parts: list[_Part] = []
        self._members: dict[int, list[int]] = defaultdict(list)
        self._labels: dict[int, str] = {}
        self._meetings: dict[object, array[int]] = defaultdict(lambda: array("q"))
        groups: dict[str, int] = {}
        for part, its in zip(parts, words, strict=True):
            label = told_of.get(part.told)
            group = groups.setdefault(label, len(self._parts)) if label else len(self._parts)
            self._keep(_Part(part, its, group), label)

    def place(self, new: Evidence) -> list[str]:
        """The labels of the incidents that a new report tells of, none where it tells of none; it is kept."""
        found = []
        for part in events(new):
            own = _own(part)
            words = without(terms_of(told(own.report, own.reading)), self._furniture)[:LEAD]
            group = self._group(part, words)
            home = len(self._parts) if group is None else group
            label = self._labels.get(home)
            if label is None and tells_of_one(part, group is not None):
                label = label_of(part)
            self._keep(_Part(part, words, home), label)
            if label is not None:
                found.append(label)
        return found

    def _keep(self, part: _Part, label: str | None) -> None:
        at = len(self._parts)
        self._parts.append(part)
        self._members[part.group].append(at)
        if label is not None:
            self._labels[part.group] = label
        looked_for = self._looked_for(part.evidence, part.words)
        mark = day_of(looked_for) << 32 | at
        for key in {key for key, _ in keys_of(looked_for)} | set(part.words):
            insort(self._meetings[key], mark)

    def _looked_for(self, each: Evidence, words: Words) -> Traits:
        return looked_for(traits(each, (), self._rarities), words, self._rarities)

    def _group(self, new: Evidence, words: Words) -> int | None:
        """The group with the best mean score, when any is good enough."""
        looked_for = self._looked_for(new, words)
        shared = shared_with(day_of(looked_for) << 32 | _AT, looked_for, self._meetings)
        near = [mark & _AT for mark in heapq.nlargest(MOST, shared, key=lambda mark: (shared[mark], mark))]
        means = dict(self._means(new, words, [at for at in near if self._parts[at].evidence.id != new.id]))
        best = max(means, key=lambda group: (means[group], -group), default=None)
        return best if best is not None and means[best] > TOGETHER else None

    def _means(self, new: Evidence, words: Words, near: Sequence[int]) -> Iterator[tuple[int, float]]:
        """Each group that a neighbour is in, with the mean of the scores against all of it."""
        together = [*(self._parts[at] for at in near), _Part(new, words, -1)]
        *theirs, mine = self._traits(together)
        scores: dict[int, list[float]] = defaultdict(list)
        for part, its in zip(together, theirs, strict=False):
            scores[part.group].append(max(-LOUDEST, min(LOUDEST, total(mine, its))))
        for group, said in scores.items():
            members = len(self._members[group])
            yield group, (sum(said) + UNCOMPARED * (members - len(said))) / members

    def _traits(self, parts: Sequence[_Part]) -> list[Traits]:
        known = self._rarities
        rarities = Rarities(
            known.terms.beside([list(each) for each in WithPairs([part.words for part in parts])]),
            known.places.beside([fine_places(part.evidence.reading) for part in parts]),
        )
        return [traits(_own(part.evidence), part.words, rarities) for part in parts]


def _own(part: Evidence) -> Evidence:
    return own_words(part) if part.reading.event else part


def _in_order(part: Evidence) -> tuple[str, tuple[str, str]]:
    """By day, so that nearly every mark goes to the end of its row."""
    date = part.reading.date or part.report.published
    return str(date or ""), part.told
