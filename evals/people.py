"""Those whom an event harmed, as the templates tell of them: each once, though a report tells of them again.

Each person named is one. A whole that was told in parts is told by its parts; fighters harmed beside others
are not whom the attack was on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from templates import content

EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
# Words that say what was done to people, and not who they were.
HARM = content(
    "KILLED KILLING KILLS DEAD DIED DEATH DEATHS WOUNDED WOUNDING INJURED INJURING CASUALTIES MORE LEFT"
    " PEOPLE PERSONS"
)
Claim = dict[str, Any]


@dataclass(frozen=True)
class People:
    """Some of the harmed: how many, what was done to them, and the words they were told of by.

    `again`: one person of whom the report speaks as told of before ("the mayor", "he").
    """

    least: int | None
    most: int | None
    vague: bool
    effect: str | None
    words: frozenset[str]
    named: bool = False
    again: bool = False


def people(claims: Sequence[Claim]) -> list[People]:
    """Those harmed in an event, each once."""
    wholes = {claim["part_of"]: claim for claim in claims if "part_of" in claim}
    determined = [claim for claim in claims if not _is_undetermined(claim, claims)]
    parted = [claim for claim in determined if not (claim["at"] in wholes and _enumerated(claim, claims))]
    others = [claim for claim in parted if claim["who"]["status"] != "combatant" or claim.get("people")]
    found = [each for claim in (others or parted) for each in _of_claim(claim)]
    named = list(_named_once(each for each in found if each.named))
    return [*named, *_not_told_again([each for each in found if not each.named], named)]


def _is_undetermined(claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "Nine casualties": nobody says how many were killed and how many injured, or whether any were."""
    twin = any(each["start"] == claim["start"] and each["kind"] != claim["kind"] for each in claims)
    return twin and claim["count"] is None


def _enumerated(whole: Claim, claims: Sequence[Claim]) -> bool:
    parts = [claim for claim in claims if claim.get("part_of") == whole["at"] and claim["count"]]
    return bool(whole["count"]) and sum(part["count"][0] for part in parts) == whole["count"][0]


def _of_claim(claim: Claim) -> Iterator[People]:
    effect = EFFECTS.get(claim["kind"])
    least, most = claim["count"] or (None, None)
    if (least, most) == (0, 0):
        yield People(None, None, False, "NO INJURY OR DEATH", frozenset())
    elif claim.get("people") and least in (None, len(claim["people"])):
        yield from (
            People(1, 1, False, effect, content(each["name"]), named=True) for each in claim["people"]
        )
    else:
        vague = claim["quantifier"] == "vague"
        words = content(claim["phrase"])
        yield People(least, most, vague and most != 1, effect, words, again=vague and most == 1)


def _named_once(named: Iterable[People]) -> Iterator[People]:
    """Each person by the longest name the report gives."""
    longest: list[People] = []
    for each in sorted(named, key=lambda one: -len(one.words)):
        if not any(each.effect == one.effect and each.words <= one.words for one in longest):
            longest.append(each)
    yield from longest


def _not_told_again(unnamed: Sequence[People], named: Sequence[People]) -> Iterator[People]:
    told: list[People] = []
    for each in unnamed:
        if not any(_may_be_one(each, one) for one in told) and not _is_told(each, unnamed, named):
            told.append(each)
    yield from told


def _may_be_one(each: People, told: People) -> bool:
    """The same number of the same harm, in words that do not tell them apart."""
    apart = each.words - HARM and told.words - HARM and not (each.words - HARM) & (told.words - HARM)
    return (each.effect, each.least, each.most) == (told.effect, told.least, told.most) and not apart


def _is_told(each: People, unnamed: Sequence[People], named: Sequence[People]) -> bool:
    """Whether these people are told of more clearly elsewhere: by their names, or by a number."""
    mine = [one for one in named if one.effect == each.effect]
    counted = [one for one in unnamed if one.effect == each.effect and one.least and not one.again]
    if each.again:
        return bool(mine or counted)
    if each.vague:
        return any(not one.vague and one.least and one.least > 1 for one in counted)
    return bool(mine) and each.least == each.most == len(mine)
