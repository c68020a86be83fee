"""Which reports are one origin: copies, reposts and pieces of one wire, told by the words they share.

Two reports are one origin when most of what the shorter says stands word for word in the other. What stands
in many reports is a page's furniture and proves nothing. Across languages the numbers and names tell.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cairn.link.groups import Groups
from cairn.link.repeated import APART, Words, shingles
from cairn.link.translated import translations
from cairn.link.wording import worded
from cairn.values import Reading, ReportText

FEWEST = 6  # shingles a text must have to be called a copy by its shingles; a shorter one must be the same
MOST = 0.6  # of the shorter one's shingles
COMMON = 40  # reports: a shingle in more is furniture


def origins(reports: Sequence[ReportText], readings: Sequence[Reading]) -> list[str]:
    """An origin for each report, the same for copies, made of their words: a re-run gives it again."""
    words = worded(list(zip(reports, readings, strict=True)))
    return origins_beside(reports, readings, words, {})[0]


def origins_beside(
    reports: Sequence[ReportText],
    readings: Sequence[Reading],
    words: Sequence[Words],
    held: Mapping[str, str],
) -> tuple[list[str], dict[str, str]]:
    """The same for reports worded like this, where some have their origins already, by the reports' ids.

    Two origins that are held may turn out to be one: the second result says which is now which.
    """
    named = [held.get(each.id) or _name(its) for each, its in zip(reports, words, strict=True)]
    groups = _of_one(reports, readings, words)
    first_of: dict[str, int] = {}
    for at, each in enumerate(reports):
        if each.id in held:
            groups.join(first_of.setdefault(held[each.id], at), at)
    shared, changed = list(named), dict[str, str]()
    for members in groups.members().values():
        theirs = {held[reports[at].id] for at in members if reports[at].id in held}
        first = min(theirs or (named[at] for at in members))
        changed |= {origin: first for origin in theirs if origin != first}
        for at in members:
            shared[at] = first
    return shared, changed


def _of_one(
    reports: Sequence[ReportText], readings: Sequence[Reading], words: Sequence[Words]
) -> Groups[int]:
    rows = [frozenset(shingles(each)) for each in words]
    groups: Groups[int] = Groups(range(len(reports)))
    for one, other in _same_text(words):
        groups.join(one, other)
    for (one, other), shared in _shared(rows).items():
        shorter = min(len(rows[one]), len(rows[other]))
        if shorter >= FEWEST and shared >= MOST * shorter and _close(reports[one], reports[other]):
            groups.join(one, other)
    for one, other in translations(readings):
        groups.join(one, other)
    return groups


def _close(one: ReportText, other: ReportText) -> bool:
    """Copies appear within days of each other; what is alike and far apart is a form that a page repeats."""
    if one.published is None or other.published is None:
        return True
    first, second = sorted((one.published, other.published))
    return (second.first_day() - first.last_day()).days <= APART


def _same_text(worded: Sequence[Words]) -> Iterator[tuple[int, int]]:
    first: dict[Words, int] = {}
    for at, words in enumerate(worded):
        if words and first.setdefault(words, at) != at:
            yield first[words], at


def _shared(rows: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """How many shingles each two reports share, common ones left out."""
    where: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(rows):
        for shingle in each:
            where[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for together in where.values():
        if 1 < len(together) <= COMMON:
            for place, one in enumerate(together):
                for other in together[place + 1 :]:
                    shared[one, other] += 1
    return shared


def _name(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
