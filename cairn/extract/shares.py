"""Shares of those harmed: "40 people were killed, half of them children", "30 % of the dead were women"."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from cairn.extract.units import Unit
from cairn.extract.words import Word
from cairn.values import Claim, Group, Harm, Harmed, Quantifier, Range, Span
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

_REACH = 600  # characters between the count and the share of it: a sentence or two
SHARE = "a share of those told of"
_BETWEEN = 3  # units between the share and whom it is of
_START = attrgetter("start")
_SLACK = 1e-4  # two thirds are written as 66.666667
_SIGNS = frozenset({"passive", "adverb", "definite", "verb", "of"})  # may stand between the share and whom


class _Share(NamedTuple):
    """`percent` of the people told of; None where a number before the phrase says how many."""

    percent: float | None
    kind: Harm | None  # of which harm, where the phrase says it: "half of the dead"
    counted: bool = False  # only before a count: "half of the 40 killed"


class _Found(NamedTuple):
    percent: float
    kind: Harm | None
    start: int
    end: int
    group: Group
    least: bool  # "at least half of them"
    beyond: bool  # "more than half of them"


@cache
def _known() -> Phrases[_Share]:
    return Phrases((pair for code in languages() for pair in _said(section(code, "shares"))), hang_on=("و",))


def _said(shares: Mapping[str, Any]) -> Iterator[tuple[str, _Share]]:
    signs = ((sign, None) for sign in shares.get("percent") or ())
    for phrase, percent in (*(shares.get("parts") or {}).items(), *signs):
        for of, kind in (shares.get("wholes") or {}).items():
            harm = Harm(kind) if kind not in ("", "counted") else None
            yield f"{phrase} {of}", _Share(percent, harm, kind == "counted")
    for phrase, percent in (shares.get("of them") or {}).items():
        yield phrase, _Share(percent, None)


def with_shares(words: Sequence[Word], text: str, said: Sequence[Unit], claims: list[Claim]) -> list[Claim]:
    """The claims with a part for each share of one of them that the text gives.

    A share that does not come out whole is both whole numbers beside it. Where the grammar read a part there
    that nobody counted ("half of them children"), the share is its count; else the part is a new claim.
    """
    starts = [claim.span.start for claim in claims]
    vague = {claim.span.end: at for at, claim in enumerate(claims) if claim.part_of is not None}
    for found in _shares(words, said, {claim.span.start: claim.span.end for claim in claims}):
        whole = _whole(claims, starts, found)
        if whole is None:
            continue
        part = _part_of(claims, whole, found, text)
        if found.end in vague:
            claims[vague[found.end]] = part
        else:
            claims.append(part)
    return claims


def _part_of(claims: Sequence[Claim], whole: int, found: _Found, text: str) -> Claim:
    return replace(
        claims[whole],
        count=_part(claims[whole].count or Range(0, None), found),
        quantifier=Quantifier.AT_LEAST if found.least else Quantifier.ABOUT,
        span=Span.of(text, found.start, found.end),
        who=Harmed(claims[whole].who.status, found.group),
        people=(),
        part_of=whole,
        rule=SHARE,
    )


def _shares(words: Sequence[Word], said: Sequence[Unit], claimed: Mapping[int, int]) -> Iterator[_Found]:
    keys = [word.key for word in words]
    unit_at = {unit.start: at for at, unit in enumerate(said)}
    for at, match in _known().all_in(keys):
        percent, first = match.value.percent, at
        if percent is None:
            percent, first = _number(keys[at - 1] if at else ""), at - 1
        last = words[at + match.length - 1]
        counted = _counted(words[at : at + match.length + 1], claimed) if match.value.counted else 0
        told = _unit_behind(said, max(last.end, counted))
        group = _group(said, told) if percent and told is not None else None
        if percent and group and (counted or not match.value.counted):
            start, before = words[first].start, said[max(0, unit_at.get(words[first].start, 1) - 1)]
            least, beyond = before.sense.quantifier is Quantifier.AT_LEAST, before.is_("beyond")
            yield _Found(percent, match.value.kind, start, group[1], group[0], least, beyond)


def _counted(words: Sequence[Word], claimed: Mapping[int, int]) -> int:
    """Where a count ends that begins here: "half of the 40 people killed were children"."""
    return next((claimed[word.start] for word in words if word.start in claimed), 0)


def _unit_behind(said: Sequence[Unit], end: int) -> int | None:
    at = bisect_left(said, end, key=_START)
    return at if at < len(said) else None


def _group(said: Sequence[Unit], at: int) -> tuple[Group, int] | None:
    """The one group named here and where its name ends: "were children"; "women and children" are two."""
    first = at
    while at < len(said) and at - first < _BETWEEN and said[at].sense.signs & _SIGNS:
        at += 1
    people = said[at].sense.people if at < len(said) else None
    if not people or not people.group:
        return None
    mixed = at + 2 < len(said) and said[at + 1].is_("and") and said[at + 2].sense.people
    return None if mixed else (people.group, said[at].end)


def _number(key: str) -> float | None:
    try:
        percent = float(key)
    except ValueError:
        return None
    return percent if 0 < percent <= 100 else None


def _whole(claims: Sequence[Claim], starts: Sequence[int], found: _Found) -> int | None:
    """The count of which this is a share: the nearest before it of the same harm."""
    for at in range(bisect_left(starts, found.end) - 1, -1, -1):
        claim = claims[at]
        if claim.part_of is None and claim.span.end > found.end:
            continue
        if found.start - claim.span.end > _REACH:
            return None
        whole = claim.part_of is None and claim.count is not None and claim.count.min > 1
        if whole and found.kind in (None, claim.kind) and claim.who.group is not found.group:
            return at
    return None


def _part(whole: Range, found: _Found) -> Range:
    share = found.percent / 100
    least, most = whole.min * share, None if whole.max is None else whole.max * share
    if found.least:
        told = math.floor(least + _SLACK) + 1 if found.beyond else math.ceil(least - _SLACK)
        return Range(told if whole.max is None else min(told, whole.max), whole.max)  # no share is above all
    return Range(math.floor(least + _SLACK), None if most is None else math.ceil(most - _SLACK))
