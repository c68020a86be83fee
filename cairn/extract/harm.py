"""What was done to whom: words for harm joined to the people they speak of, within one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.before import people_left
from cairn.extract.behind import people_right
from cairn.extract.denied import denied
from cairn.extract.frames import FRAMES
from cairn.extract.items import Item
from cairn.extract.join import Join
from cairn.extract.look import back, forward, is_, key_of, skipped
from cairn.extract.mentions import Mention, named
from cairn.extract.names import is_stranger
from cairn.extract.otherwise import said_otherwise
from cairn.extract.parts import with_parts
from cairn.extract.row import of_next, row
from cairn.extract.units import Unit
from cairn.values import Group, Harm, Quantifier, Range, Way

_BY_AGE_AND_SEX = (Group.CHILDREN, Group.WOMEN, Group.MEN, Group.ELDERLY)
_WHERE_AND_WHEN = 8  # words that may stand between "died" and "along with"
_FATES = (Harm.KILLED, Harm.INJURED)
_FAR = 14  # how many items may stand between "he" and "died"
_COUNTS = ("counted", "one", "bare", "name", "pronoun")


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
        elif person := _pronoun(items, at):
            found.append(person)
        elif join := _join(items, at):
            found.append(join)
    taken = {at for join in found for at in join.at}
    for at, item in enumerate(items):
        if isinstance(item, Mention) and item.harm and at not in taken and (own := _own(items, at)):
            found.append(own)
    found.sort(key=lambda join: join.word)
    found = _without_earlier_state(found)
    told = _added_up(items, [with_parts(items, join, taken) for join in found])
    return [*told, *said_otherwise(items, told)]


def _added_up(items: Sequence[Item], found: list[Join]) -> list[Join]:
    """ "One staff killed, two nationals killed" is three, told in one breath."""
    told: list[Join] = []
    for join in found:
        if told and _adds_to(items, told[-1], join):
            first = told[-1]
            told[-1] = replace(
                first, people=first.people + join.people, at=first.at + join.at, rule=Way.ADDED_UP
            )
        else:
            told.append(join)
    return told


def _adds_to(items: Sequence[Item], first: Join, second: Join) -> bool:
    if first.kinds != second.kinds or first.denied or second.denied or first.among or second.among:
        return False
    if set(first.at) & set(second.at) or {Way.TOLL, Way.DEADLY_EVENT} & {first.rule, second.rule}:
        return False
    if not all(each.count and each.how in _COUNTS for each in (*first.people, *second.people)):
        return False
    between = items[max((*first.at, first.word)) + 1 : min((*second.at, second.word))]
    if not between and second.rule is Way.ONESELF and second.word > first.word:
        return True  # "killed his wife and himself"
    if not between or any(isinstance(item, Unit) and item.key in "()" for item in between):
        return False
    if second.rule is Way.ONESELF:
        return not any(is_(items, k, "among") for k in range(first.word, second.word))
    if any(isinstance(item, Unit) and item.key == ":" for item in between):
        return False  # "one fatality: Omar Haddad, 69"
    if first.word < min(first.at, default=0) and all(isinstance(i, Unit) and i.is_mark for i in between):
        return False  # "the murder of Omar Haddad, a violinist who was shot": the same man
    return all(each.other for each in second.people) or (
        len(between) <= 4
        and all(
            isinstance(item, Unit) and (item.is_mark or item.sense.signs & {"and", "adverb"})
            for item in between
        )
    )


def _one(unit: Unit, kinds: tuple[Harm, ...], rule: Way, at: int) -> Join:
    someone = Mention(Range.exactly(1), Quantifier.EXACT, unit.place, unit.place + 1, "pronoun")
    return Join(kinds, (someone,), rule, at)


def _oneself(unit: Unit, at: int) -> Join:
    """ "… and then killed himself": one more person, whoever was told of before."""
    return _one(unit, unit.sense.harm, Way.ONESELF, at)


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


def _pronoun(items: Sequence[Item], at: int) -> Join | None:
    """ "he later died", "Haddad was pronounced dead", "killing her": one person, told of before."""
    unit = items[at]
    assert isinstance(unit, Unit)
    before = back(items, at - 1)
    while is_(items, before, "passive"):
        before = back(items, before - 1)
    after = at + 1
    somebody = is_(items, before, "one person") or _is_surname(items, before)
    somebody = somebody or (unit.sense.frame == "before" and _is_of_a_pronoun(items, before))
    subject = unit.sense.frame in ("before", "verb") and somebody
    subject = subject and (unit.sense.frame == "before" or is_(items, back(items, at - 1), "passive"))
    object_ = unit.sense.frame in ("after", "verb") and is_(items, after, "one person") and not subject
    if not (subject or object_) or denied(items, at):
        return None
    return _one(unit, unit.sense.harm, Way.HE_OR_SHE, at)


def _is_of_a_pronoun(items: Sequence[Item], at: int) -> bool:
    """ "He was rushed to hospital, but died": nobody else stands between, and no other clause begins."""
    for k in range(at, max(-1, at - _FAR), -1):
        item = items[k]
        if isinstance(item, Mention) or item.key in ";:.":
            return False
        if item.is_("pronoun"):
            return item.is_("one person")
        if item.is_("relative") or (item.is_("clause") and k != at):
            return False
    return False


def _is_surname(items: Sequence[Item], at: int) -> bool:
    """A capitalised word alone that begins a clause and names no organisation."""
    item = items[at] if at >= 0 else None
    if not isinstance(item, Unit) or not (item.unknown and item.capital) or item.key >= "\u0370":
        return False
    before = items[at - 1] if at else None
    begins = before is None or (isinstance(before, Unit) and (before.is_mark or before.is_("clause")))
    return begins and len(item.key) > 2 and not is_stranger(item.key)


def _without_earlier_state(found: list[Join]) -> list[Join]:
    """ "was wounded and later died": those who died are not counted among the wounded too."""
    dead = {join.at for join in found if join.kinds == (Harm.KILLED,) and join.at and not join.denied}
    earlier = ((Harm.INJURED,), (Harm.MISSING,))
    found = [join for join in found if join.kinds not in earlier or join.at not in dead]
    return [join for at, join in enumerate(found) if not _is_told_apart(join, found[at + 1 :])]


def _is_told_apart(hurt: Join, later: Sequence[Join]) -> bool:
    """ "Three men were shot, killing one and wounding two": those shot are told of again by what became of
    them."""
    dead, alive = (sum(_least(join) for join in later if join.kinds == (kind,)) for kind in _FATES)
    all_told = _least(hurt) == dead + alive and dead and alive
    return hurt.kinds == (Harm.INJURED,) and _least(hurt) > 1 and bool(all_told)


def _least(join: Join) -> int:
    return sum(each.count.min for each in join.people if each.count)


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


def _joined(
    items: Sequence[Item], word: int, kinds: tuple[Harm, ...], rule: Way, at: Sequence[int]
) -> Join | None:
    at = [*at, *_with_them(items, word, at)]
    people = [item for k in at if isinstance(item := items[k], Mention)]
    people = _without_apposition(items, at, people)
    if rule is Way.THE_HARM_OF and people and people[0].either:
        people[0] = replace(people[0], count=Range.exactly(1), quantifier=Quantifier.EXACT, how="one")
    nobody = denied(items, min([*at, word])) or denied(items, word)
    if people and people[0].how == "asked":
        return None  # "how many people were killed" is not known
    if all(each.how in ("definite", "age") and each.count is None for each in people) and not nobody:
        return None
    whole, parts = _spelt_out(items, at, people)
    return Join(kinds, tuple(whole), rule, word, tuple(at), tuple(parts), nobody)


def _spelt_out(
    items: Sequence[Item], at: Sequence[int], people: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """ "Two civilians, a father and his son, were killed": those behind the count are the same two."""
    first, rest = people[0], people[1:]
    counted = len(rest) == 1 and first.how == "plural" and rest[0].how == "counted"
    if counted and not is_(items, at[1] - 1, "and") and _closed(items, at):
        return rest, []  # "its occupants, three men, were killed"
    if not rest or first.how not in ("counted", "one") or first.count is None or first.count.min < 2:
        return people, []
    if first.group in _BY_AGE_AND_SEX and any(each.group is not first.group for each in rest):
        return people, []  # "two women, a child and a man" are four
    if first.group and first.group not in _BY_AGE_AND_SEX and not _closed(items, at):
        return people, []  # "two journalists, a paramedic and a driver were killed" are four
    if is_(items, at[0] + 1, "and") or sum(each.count.min for each in rest if each.count) != first.count.min:
        return people, []
    return [first], rest


def _closed(items: Sequence[Item], at: Sequence[int]) -> bool:
    """Whether a comma closes the row as an insertion: "two civilians, a nurse and a guard, were …"."""
    return key_of(items, max(at) + 1) in (",", "-", ")")


def _with_them(items: Sequence[Item], word: int, at: Sequence[int]) -> list[int]:
    """ "was killed along with his wife", "killed with 13 others"."""
    if max(at) > word:
        return []
    k = word + 1
    while k < len(items) and (skipped(items, k) or key_of(items, k) in (",", "(")):
        k += 1
    k = _past_where(items, k)
    also = is_(items, k, "passive") and key_of(items, k - 1) == "as"  # "…, as was his wife"
    if not (also or is_(items, k, "with")):
        k = k if _and_others(items, k) else _along_with(items, word + 1)
    if k + 1 >= len(items) or not isinstance(items[k + 1], Mention) or of_next(items, k + 1):
        return []
    counted = items[k + 2] if k + 2 < len(items) else None
    if isinstance(counted, Unit) and counted.sense.frame == "noun":
        return []  # "15 were injured in addition to 5 deaths"
    return row(items, k + 1)


def _and_others(items: Sequence[Item], at: int) -> bool:
    """ "A commander was killed and three others." """
    others = items[at + 1] if is_(items, at, "and") and at + 1 < len(items) else None
    if not isinstance(others, Mention) or not others.other:
        return False
    return at + 2 >= len(items) or key_of(items, at + 2) == "."


def _along_with(items: Sequence[Item], at: int) -> int:
    """ "Died in the attack along with four others": the "with" behind where and when it was."""
    for k in range(at, min(len(items), at + _WHERE_AND_WHEN)):
        item = items[k]
        if (
            isinstance(item, Mention)
            or item.is_mark
            or item.sense.frame
            or item.sense.signs & {"clause", "and"}
        ):
            break
        if item.is_("with") and not item.is_("merely with"):
            return k
    return len(items)


def _past_where(items: Sequence[Item], at: int) -> int:
    """ "died during the raid, along with": past when and where it was, to others told of beside them."""
    if not is_(items, at, "preposition"):
        return at
    for k in range(at + 1, min(len(items), at + 8)):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame or item.is_("and"):
            return at
        if item.is_("with") and not item.is_("merely with"):
            return k
    return at


def _without_apposition(items: Sequence[Item], at: Sequence[int], people: list[Mention]) -> list[Mention]:
    """ "Ahmad, a boy of ten" is one person told of twice; "two sons, Ahmad and Omar" are two."""
    merged: list[Mention] = []
    room = 0  # how many more names the count before may have
    for index, mention in enumerate(people):
        joined = index > 0 and any(
            is_(items, k, "and") or is_(items, k, "with") for k in range(at[index - 1] + 1, at[index])
        )
        if merged and mention.how == "name" and (room and (not joined or merged[-1].people)):
            merged[-1] = replace(merged[-1], people=merged[-1].people + named(mention))
            room -= 1
        elif merged and not joined and _same_person(merged[-1], mention, index == len(people) - 1):
            merged[-1] = _one_of(merged[-1], mention)
        else:
            merged.append(mention)
            several = mention.how in ("counted", "one", "plural", "definite") and mention.count is not None
            room = mention.count.min if several and mention.count and mention.count.min > 1 else 0
            room = 99 if mention.how == "plural" else room
    return merged


def _same_person(first: Mention, second: Mention, last: bool) -> bool:
    if first.count is None or second.count is None:
        return False
    alone = first.count.min == 1 == second.count.min and {first.count.max, second.count.max} <= {1, None}
    if second.kin:
        return False  # "Ahmad, his wife" are two; "his wife, Mona" is one
    if alone and last and second.a and first.person and first.gender in (None, second.gender):
        return True  # "one volunteer, a photographer, was killed"; "a man, a boy and a girl" are three
    return alone and (first.how == "name") != (second.how == "name")


def _one_of(first: Mention, second: Mention) -> Mention:
    return replace(
        first,
        end=second.end,
        group=first.group or second.group,
        gender=first.gender or second.gender,
        age=first.age if first.age is not None else second.age,
        status=second.status if first.how == "name" else first.status,
        people=first.people or second.people,
        how="name",
    )
