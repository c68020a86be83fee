"""What was done to whom: words for harm joined to the people they speak of, within one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.along_with import with_them
from cairn.extract.apposition import spelt_out, without_apposition
from cairn.extract.before import people_left
from cairn.extract.behind import people_right
from cairn.extract.denied import contradicted, denied
from cairn.extract.frames import FRAMES
from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import back, forward, is_
from cairn.extract.mention import Mention
from cairn.extract.one_breath import added_up, without_earlier_state
from cairn.extract.otherwise import said_otherwise
from cairn.extract.parts import with_parts
from cairn.extract.pronouns import one_person, told_of_before
from cairn.extract.units import Unit
from cairn.values import Harm, Quantifier, Range, Way


def joins(items: Sequence[Item]) -> list[Join]:
    """All harm that a sentence tells of, in order."""
    found: list[Join] = []
    for at, item in enumerate(items):
        if not isinstance(item, Unit) or not item.sense.frame:
            continue
        if item.sense.frame == "self":
            found.append(_oneself(item, at))
        elif item.sense.frame == "those":
            found.extend(_of_those(items, at))
        elif both := _shared(items, at):
            found.extend(both)
        elif person := told_of_before(items, at):
            found.append(person)
        elif join := _join(items, at):
            found.append(join)
    taken = {at for join in found for at in join.at}
    for at, item in enumerate(items):
        if isinstance(item, Mention) and item.harm and at not in taken and (own := _own(items, at)):
            found.append(own)
    found.sort(key=lambda join: join.word)
    found = without_earlier_state(found)
    told = added_up(items, [with_parts(items, join, taken) for join in found])
    return [*told, *said_otherwise(items, told)]


def _oneself(unit: Unit, at: int) -> Join:
    """ "… and then killed himself": one more person, whoever was told of before."""
    return one_person(unit, unit.sense.harm, Way.ONESELF, at)


def _of_those(items: Sequence[Item], at: int) -> list[Join]:
    """ "Three of those killed were women": of people told of elsewhere, who were so many at least."""
    unit, counted = items[at], items[at - 1] if at else None
    if not (
        isinstance(unit, Unit) and isinstance(counted, Mention) and counted.how == "bare" and counted.count
    ):
        return []
    k = forward(items, at + 1)
    said = items[k] if k < len(items) and is_(items, k - 1, "passive") else None
    who = (
        replace(said, count=counted.count) if isinstance(said, Mention) and said.how == "plural" else counted
    )
    return [
        Join(
            unit.sense.harm,
            (replace(who, quantifier=Quantifier.VAGUE),),
            Way.AMONG_THOSE_HARMED,
            at,
            (at - 1,),
        )
    ]


def _join(items: Sequence[Item], at: int) -> Join | None:
    unit = items[at]
    assert isinstance(unit, Unit)
    frame = unit.sense.frame
    if not frame or frame == "person":
        return None
    if frame == "event":
        return None if denied(items, at) else _somebody(unit, at)
    if frame == "nobody":
        return Join(unit.sense.harm, (), Way.NOBODY_HARMED, at, denied=True)
    rule, people = FRAMES[frame](items, at) or (None, [])
    if not (rule and people):
        nobody = denied(items, at) if frame == "noun" else _nobody(items, at)
        return Join(unit.sense.harm, (), Way.NOBODY_HARMED, at, denied=True) if nobody else None
    join = _joined(items, at, unit.sense.harm, rule, people)
    if join and frame == "state" and unit.is_("those harmed"):
        some = tuple(replace(each, quantifier=Quantifier.VAGUE) for each in join.people)
        return replace(join, people=some)  # "two were among the dead": so many at least
    return join


def _he_and(items: Sequence[Item], at: Sequence[int]) -> list[Mention]:
    """ "He and eight others were killed": he is the ninth."""
    first = min(at, default=0)
    if not (is_(items, first - 1, "and") and is_(items, first - 2, "one person")):
        return []
    he = items[first - 2]
    assert isinstance(he, Unit)
    return [Mention(Range.exactly(1), Quantifier.EXACT, he.place, he.place + 1, "pronoun")]


def _somebody(unit: Unit, at: int) -> Join:
    """ "A fatal shooting": one person at least, and nobody says how many."""
    one = Mention(Range.at_least(1), Quantifier.VAGUE, unit.place, unit.place + 1, "pronoun")
    return Join(unit.sense.harm, (one,), Way.DEADLY_EVENT, at)


def _nobody(items: Sequence[Item], at: int) -> bool:
    """ "Nobody was killed", "none of them died"."""
    k = back(items, at - 1)
    while is_(items, k, "passive"):
        k = back(items, k - 1)
    return is_(items, k, "nobody")


def _shared(items: Sequence[Item], at: int) -> list[Join]:
    """ "A person was killed and wounded four others", as Arabic has it: its people on both sides."""
    unit = items[at]
    assert isinstance(unit, Unit)
    if unit.sense.frame != "verb" or len(unit.sense.harm) != 2:
        return []
    left, right = people_left(items, at, far=False), people_right(items, at)
    if not (left and right):
        return []
    sides = zip(unit.sense.harm, (left, right), strict=True)
    return [
        join for kind, side in sides if (join := _joined(items, at, (kind,), Way.HARMED_ON_BOTH_SIDES, side))
    ]


def _own(items: Sequence[Item], at: int) -> Join | None:
    """Words that are themselves the harmed: "six martyrs", "no casualties"."""
    mention = items[at]
    assert isinstance(mention, Mention)
    theirs = is_(items, at - 1, "own") or (is_(items, at - 1, "of") and not denied(items, at))
    if mention.how == "plural" and theirs:
        return None  # "the list of fatalities", "their injuries"; but "no reports of injuries" says something
    return _joined(items, at, mention.harm, Way.OWN_WORD, [at])


def _of_either(items: Sequence[Item], at: Sequence[int]) -> tuple[Harm, ...]:
    """Both harms where "between dead and wounded" ends the row: nobody says how many of each there were."""
    near = (items[k] for k in (max(at), max(at) + 1) if k < len(items))
    return next((each.harm for each in near if isinstance(each, Mention) and len(each.harm) == 2), ())


def _joined(
    items: Sequence[Item], word: int, kinds: tuple[Harm, ...], rule: Way, at: Sequence[int]
) -> Join | None:
    at = [*at, *with_them(items, word, at)]
    people = [item for k in at if isinstance(item := items[k], Mention)]
    people = [*_he_and(items, at), *without_apposition(items, at, people)]
    if rule is Way.THE_HARM_OF and people and people[0].either:
        people[0] = replace(people[0], count=Range.exactly(1), quantifier=Quantifier.EXACT, how="one")
    nobody = denied(items, min([*at, word])) or denied(items, word)
    if people and people[0].how == "asked":
        return None  # "how many people were killed" is not known
    if all(each.how in ("definite", "age") and each.count is None for each in people) and not nobody:
        return None
    if contradicted(items, min([*at, word])) or contradicted(items, word):
        people = [replace(each, count=None) for each in people]
    whole, parts = spelt_out(items, at, people)
    kinds = _of_either(items, at) or kinds
    return Join(kinds, tuple(whole), rule, word, tuple(at), tuple(parts), nobody)
