"""What a report is worded with: its terms, and how rare each is among all reports."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from cairn.link.repeated import without_repeated
from cairn.values import Reading, ReportText
from cairn.vocabulary.common_words import common_words
from cairn.vocabulary.fold import fold
from cairn.vocabulary.stems import endings_of

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
LEAD = 220  # words: what a report is about stands at its head; the rest is background and other events
LONGEST = 600  # words of a page that are looked through for that head
OPENING = 60  # words in which a report says what it is about, before it tells more
FADES = 50  # words after which a term says half of what it says as the first of all


def told(report: ReportText, reading: Reading) -> str:
    """Title and text, without what the page added around the report."""
    pieces, at = [], 0
    for start, end in sorted(reading.furniture):
        pieces.append(report.text[at : max(at, start)])
        at = max(at, end)
    pieces.append(report.text[at:])
    return f"{report.title or ''}\n{' '.join(pieces)}"


def worded(reports: Sequence[tuple[ReportText, Reading]]) -> list[tuple[str, ...]]:
    """The words of the head of each report, without what its page repeats on other days."""
    days = [day_of(*each) for each in reports]
    cleaned = without_repeated([terms_of(told(*each)) for each in reports], days)
    return [words[:LEAD] for words in cleaned]


def day_of(report: ReportText, reading: Reading) -> int | None:
    """When it was published, or else when what it tells of was."""
    date = report.published or reading.date
    return date.first_day().toordinal() if date and date.is_day else None


def terms_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded and without what hangs on them, in order."""
    found = _WORD.finditer(fold(text[: LONGEST * 12]))
    return tuple(_stem(match[0]) for match, _ in zip(found, range(LONGEST), strict=False))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """The word without what its script lets stand before and after a stem."""
    before, after, shortest = endings_of(word)
    word = next(
        (word.removeprefix(cut) for cut in before if _leaves(word, cut, shortest, word.startswith)), word
    )
    return next(
        (word.removesuffix(cut) for cut in after if _leaves(word, cut, shortest, word.endswith)), word
    )


def _leaves(word: str, cut: str, shortest: int, stands: Callable[[str], bool]) -> bool:
    return len(word) - len(cut) >= shortest and stands(cut)


AT_LARGE = 500  # reports that the table of common words stands for, beside those at hand
HARDLY = 0.001  # share of reports at large that use a word the table does not have


@cache
def _shares() -> dict[str, float]:
    """Term → share of reports at large that use any of its forms."""
    shares: dict[str, float] = defaultdict(float)
    for word, share in common_words().items():
        shares[_stem(word)] += share
    return {term: min(1.0, share) for term, share in shares.items()}


def at_large(term: str) -> float:
    """The share of reports at large that use a term; of two words together, of the rarer at most."""
    shares = [_share(word) for word in term.split(" ")]
    return min(shares) if len(shares) == 1 else 0.3 * min(shares)


def _share(word: str) -> float:
    """A number of many digits is rarer than one of few."""
    return max(HARDLY, 0.3 * 0.1 ** (len(word) - 1)) if word.isdigit() else _shares().get(word, HARDLY)


class Rarity:
    """How rare each term is among the reports at hand and at large, in natural logarithms.

    The reports at large keep a small batch honest: of three reports any word that two share would seem rare.
    `seen` holds how many of the reports at hand use a term, and only what two of them use.
    """

    def __init__(
        self,
        reports: Collection[Iterable[str]],
        large: int = AT_LARGE,
        share: Callable[[str], float] = at_large,
    ) -> None:
        self.seen: Mapping[str, int] = _shared(reports)
        self.total = large + len(reports)
        self._large, self._share = large, share
        self._known: dict[str, float] = {}
        self._written: dict[str, str] = {}

    @classmethod
    def known(
        cls,
        seen: Mapping[str, int],
        reports: int,
        large: int = AT_LARGE,
        share: Callable[[str], float] = at_large,
    ) -> Rarity:
        """The same where so many reports are counted already: how many of them use each term that matters."""
        rarity = cls((), large, share)
        rarity.seen, rarity.total = seen, large + reports
        return rarity

    def of(self, term: str) -> float:
        known = self._known.get(term)
        if known is None:
            seen = self.seen.get(term, 0)
            share = min(1.0, (max(1, seen) + self._large * self._share(term)) / self.total)
            known = -math.log(share)
            if seen:
                self._known[term] = known
        return known

    def beside(self, reports: Collection[Iterable[str]]) -> Rarity:
        """The rarity of what a few of the reports at hand and a new one say, with what it alone shares."""
        few = Rarity(reports, self._large, self._share)
        mine = {term: self.seen.get(term, 0) for each in reports for term in each}
        few.seen = {
            term: most for term, seen in mine.items() if (most := max(seen, few.seen.get(term, 0))) > 1
        }
        few.total = self.total
        return few

    def written(self, term: str) -> str:
        """The term itself, the same object for every report that uses it."""
        return self._written.setdefault(term, term)


BUCKETS_A_TERM, MOST_BUCKETS = 4, 1 << 27


def _shared(reports: Collection[Iterable[str]]) -> dict[str, int]:
    """How many reports use each term, of those that two use. Looks twice: first at hashes, then at terms.

    Most pairs of words stand in one report alone; of a large ledger no memory would hold them all by name.
    """
    many = sum(len(set(each)) for each in reports)
    buckets = min(MOST_BUCKETS, 1 << (BUCKETS_A_TERM * many).bit_length())
    used = bytearray(buckets)
    for each in reports:
        for term in set(each):
            at = hash(term) % buckets
            used[at] += used[at] < 2
    seen: Counter[str] = Counter()
    for each in reports:
        seen.update([term for term in set(each) if used[hash(term) % buckets] > 1])
    return {term: count for term, count in seen.items() if count > 1}


class WithPairs:
    """Each report's words and each two that stand together, made when they are asked for."""

    def __init__(self, worded: Sequence[Sequence[str]]) -> None:
        self._worded = worded

    def __len__(self) -> int:
        return len(self._worded)

    def __iter__(self) -> Iterator[Iterator[str]]:
        return map(with_pairs, self._worded)

    def __contains__(self, words: object) -> bool:
        return words in self._worded


def with_pairs(words: Sequence[str]) -> Iterator[str]:
    """Each word and each two that stand together: a name is more than its parts."""
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))


def nearness(words: Sequence[str]) -> dict[str, float]:
    """Each term of `with_pairs` with how near to the beginning it first stands: 1 is the very first word.

    Farther down a page tells of other days and of other places, or shows what else it has.
    """
    near: dict[str, float] = {}
    for at, term in enumerate(words):
        near.setdefault(term, FADES / (FADES + at))
    for at, (one, other) in enumerate(pairwise(words)):
        near.setdefault(f"{one} {other}", FADES / (FADES + at))
    return near
