"""What was done to whom: words for harm joined to the people they speak of, within one sentence.

Each way of saying it is a frame (see `harm` in eng.yml): the people stand before the word, after it, or are
the word itself. A join gives a Harmed sentence part: kinds of harm, the people, and the parts told of among
them ("five killed, three of them children").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from cairn.extract.items import Item
from cairn.extract.mentions import Mention, named
from cairn.extract.units import Unit
from cairn.values import Harm, Quantifier, Range

_SKIPPED = frozenset({"adverb", "definite"})
_COUNTS = ("counted", "one", "bare", "name")
_ONESELF = "themselves"
OWN_WORD = "word for the harmed"
_FAR = 22  # how many items may stand between people and "were killed"


@dataclass(frozen=True, slots=True)
class Join:
    """`people` were harmed; `among` are some of them. `word` is the item that says how; `rule` how it joined."""

    kinds: tuple[Harm, ...]
    people: tuple[Mention, ...]
    rule: str
    word: int
    at: tuple[int, ...] = ()
    among: tuple[Mention, ...] = ()
    denied: bool = False


def joins(items: Sequence[Item]) -> list[Join]:
    """All harm that a sentence tells of, in order."""
    found: list[Join] = []
    for at, item in enumerate(items):
        if not isinstance(item, Unit) or not item.sense.frame:
            continue
        if item.sense.frame == "self":
            found.append(_oneself(item, at))
        elif both := _shared(items, at):
            found.extend(both)
        elif person := _pronoun(items, at):
            found.append(person)
        elif join := _join(items, at):
            found.append(join)
    taken = {at for join in found for at in join.at}
    for at, item in enumerate(items):
        if isinstance(item, Mention) and item.harm and at not in taken:
            if join := _own(items, at):
                found.append(join)
    found.sort(key=lambda join: join.word)
    found = _without_earlier_state(found)
    return _added_up(items, [_with_parts(items, join, taken) for join in found])


def _added_up(items: Sequence[Item], found: list[Join]) -> list[Join]:
    """ "One staff killed, two nationals killed" is three, told in one breath."""
    told: list[Join] = []
    for join in found:
        if told and _adds_to(items, told[-1], join):
            first = told[-1]
            told[-1] = replace(
                first, people=first.people + join.people, at=first.at + join.at, rule="added up"
            )
        else:
            told.append(join)
    return told


def _adds_to(items: Sequence[Item], first: Join, second: Join) -> bool:
    if first.kinds != second.kinds or first.denied or second.denied or first.among or second.among:
        return False
    if set(first.at) & set(second.at) or "toll" in (first.rule, second.rule):
        return False
    if not all(each.count and each.how in _COUNTS for each in (*first.people, *second.people)):
        return False
    between = items[max((*first.at, first.word)) + 1 : min((*second.at, second.word))]
    if not between:
        return False
    if second.rule == _ONESELF:
        return True
    if len(between) > 4:
        return all(each.other for each in second.people)
    return all(
        isinstance(item, Unit) and (item.is_mark or item.sense.signs & {"and", "adverb"}) for item in between
    )


def _one(unit: Unit, kinds: tuple[Harm, ...], rule: str, at: int) -> Join:
    someone = Mention(Range.exactly(1), Quantifier.EXACT, unit.index, unit.index + 1, "one")
    return Join(kinds, (someone,), rule, at)


def _oneself(unit: Unit, at: int) -> Join:
    """ "… and then killed himself": one more person, whoever was told of before."""
    return _one(unit, unit.sense.harm, _ONESELF, at)


def _pronoun(items: Sequence[Item], at: int) -> Join | None:
    """ "he later died", "killing her": one person, told of before."""
    unit = items[at]
    assert isinstance(unit, Unit)
    before = _back(items, at - 1)
    while _is(items, before, "passive"):
        before = _back(items, before - 1)
    after = at + 1
    subject = unit.sense.frame in ("before", "verb") and _is(items, before, "one person")
    subject = subject and (unit.sense.frame == "before" or _is(items, _back(items, at - 1), "passive"))
    object_ = unit.sense.frame in ("after", "verb") and _is(items, after, "one person") and not subject
    if not (subject or object_) or _denied(items, at):
        return None
    return _one(unit, unit.sense.harm, "he or she", at)


def _without_earlier_state(found: list[Join]) -> list[Join]:
    """ "was wounded and later died": those who died are not counted among the wounded too."""
    dead = {join.at for join in found if join.kinds == (Harm.KILLED,) and join.at and not join.denied}
    return [join for join in found if join.kinds != (Harm.INJURED,) or join.at not in dead]


def _join(items: Sequence[Item], at: int) -> Join | None:
    unit = items[at]
    assert isinstance(unit, Unit)
    frame = unit.sense.frame
    if not frame or frame == "person":
        return None
    rule, people = _FRAMES[frame](items, at)
    if not people:
        return None
    return _joined(items, at, unit.sense.harm, rule, people)


def _shared(items: Sequence[Item], at: int) -> list[Join]:
    """Arabic "a person was killed and wounded four others": one word for two harms, its people on both sides."""
    unit = items[at]
    assert isinstance(unit, Unit)
    if unit.sense.frame != "verb" or len(unit.sense.harm) != 2:
        return []
    left, right = _left(items, at, far=False), _right(items, at)
    if not (left and right):
        return []
    sides = zip(unit.sense.harm, (left, right), strict=True)
    return [
        join for kind, side in sides if (join := _joined(items, at, (kind,), "harmed on both sides", side))
    ]


def _own(items: Sequence[Item], at: int) -> Join | None:
    """Words that are themselves the harmed: "six martyrs", "no casualties"."""
    mention = items[at]
    assert isinstance(mention, Mention)
    if mention.how == "plural" and (_is(items, at - 1, "of") or _is(items, at - 1, "own")):
        return None  # "the list of fatalities", "their injuries"
    people = _chain(items, at)
    return _joined(items, at, mention.harm, OWN_WORD, [at] if len(people) < 2 else people)


def _joined(
    items: Sequence[Item], word: int, kinds: tuple[Harm, ...], rule: str, at: Sequence[int]
) -> Join | None:
    at = [*at, *_with_them(items, word, at)]
    people = [item for k in at if isinstance(item := items[k], Mention)]
    people = _without_apposition(items, at, people)
    denied = _denied(items, min([*at, word])) or _denied(items, word)
    if all(each.how in ("definite", "age") and each.count is None for each in people) and not denied:
        return None
    return Join(kinds, tuple(people), rule, word, tuple(at), (), denied)


def _with_them(items: Sequence[Item], word: int, at: Sequence[int]) -> list[int]:
    """ "was killed along with his wife", "killed with 13 others"."""
    if max(at) > word:
        return []
    k = word + 1
    while k < len(items) and (_skipped(items, k) or _key(items, k) in (",", "(")):
        k += 1
    also = _is(items, k, "passive") and _key(items, k - 1) == "as"  # "…, as was his wife"
    if not (also or _is(items, k, "with")) or k + 1 >= len(items) or not isinstance(items[k + 1], Mention):
        return []
    return [] if _of_next(items, k + 1) else _chain(items, k + 1)


def _without_apposition(items: Sequence[Item], at: Sequence[int], people: list[Mention]) -> list[Mention]:
    """ "Ahmad, a boy of ten" is one person told of twice; "two sons, Ahmad and Omar" are two."""
    merged: list[Mention] = []
    room = 0  # how many more names the count before may have
    for index, mention in enumerate(people):
        joined = index > 0 and any(
            _is(items, k, "and") or _is(items, k, "with") for k in range(at[index - 1] + 1, at[index])
        )
        if merged and mention.how == "name" and (room and (not joined or merged[-1].people)):
            merged[-1] = replace(merged[-1], people=merged[-1].people + named(mention))
            room -= 1
        elif merged and not joined and _same_person(merged[-1], mention):
            merged[-1] = _one_of(merged[-1], mention)
        else:
            merged.append(mention)
            several = mention.how in ("counted", "plural", "definite") and mention.count is not None
            room = mention.count.min if several and mention.count and mention.count.min > 1 else 0
            room = 99 if mention.how == "plural" else room
    return merged


def _same_person(first: Mention, second: Mention) -> bool:
    if first.count is None or second.count is None:
        return False
    alone = first.count.min == 1 == second.count.min and {first.count.max, second.count.max} <= {1, None}
    if second.kin:
        return False  # "Ahmad, his wife" are two; "his wife, Mona" is one
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


# --- frames ----------------------------------------------------------------------------------------------


def _verb(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    before = _back(items, at - 1)
    if before >= 0 and _is(items, before, "passive"):
        return "were harmed", _left(items, before, far=True)
    if _pronoun_follows(items, at) or _is(items, at - 1, "those"):
        return "", []
    if people := _right(items, at):
        return "harmed them", people
    if people := _left(items, at, far=False):
        return "harmed", people
    if several := _several(items, at):
        return "several of both harms", several
    return "harmed, further off", _left(items, at, far=True)


def _after(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    if people := _right(items, at):
        return "harming them", people
    if suffered := _suffered(items, at):
        return "they suffered", _left(items, suffered, far=True)
    return "", []


def _before(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    return "they died", _left(items, at, far=True)


def _noun(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    if people := _right(items, at):
        return "the harm of", people
    if people := _left(items, at, far=False):
        return ("so many harmed", people) if _is_counted(items[people[-1]]) else ("", [])
    if several := _several(items, at):
        return "several of both harms", several
    if suffered := _suffered(items, at):
        return "they suffered", _left(items, suffered, far=True)
    return "", []


def _is_counted(item: Item) -> bool:
    return isinstance(item, Mention) and item.how in ("counted", "bare")


def _several(items: Sequence[Item], at: int) -> list[int]:
    """ "several martyrs and injuries": nobody counted either, and there were several of both."""
    item = items[at - 2] if at > 1 and _is(items, at - 1, "and") else None
    if isinstance(item, Mention) and item.harm and item.quantifier is Quantifier.VAGUE:
        return [at - 2]
    return []


def _toll(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    for k in range(at + 1, min(len(items), at + 9)):
        item = items[k]
        if isinstance(item, Mention):
            if item.how in ("bare", "counted"):
                return "toll", [k]
            if item.how != "plural":
                return "", []
        elif item.sense.frame or item.key in ".;":
            return "", []
    return "", []


def _self(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    return "", []


def _state(items: Sequence[Item], at: int) -> tuple[str, list[int]]:
    if people := _left(items, at, far=_is(items, _back(items, at - 1), "passive")):
        return "were left", people
    after = at + 1
    while _is(items, after, "passive") or (after < len(items) and _skipped(items, after)):
        after += 1
    if _is(items, at, "those harmed") and after > at + 1:
        return "among those harmed", _right(items, after - 1)
    return "", []


_FRAMES: dict[str, Callable[[Sequence[Item], int], tuple[str, list[int]]]] = {
    "verb": _verb,
    "after": _after,
    "before": _before,
    "noun": _noun,
    "self": _self,
    "toll": _toll,
    "state": _state,
}


def _suffered(items: Sequence[Item], at: int) -> int | None:
    """The word before "serious wounds" that says who bore them: suffered, received."""
    for k in range(at - 1, max(-1, at - 6), -1):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame:
            return None
        if "suffer" in item.sense.signs:
            return k
    return None


def _pronoun_follows(items: Sequence[Item], at: int) -> bool:
    """ "shot him", "killed her": somebody told of before, so not another person."""
    k = at + 1
    while k < len(items) and _skipped(items, k) and not _is(items, k, "definite"):
        k += 1
    return _is(items, k, "pronoun") or _is(items, k, "own")


# --- walking ---------------------------------------------------------------------------------------------


def _is(items: Sequence[Item], at: int, sign: str) -> bool:
    if not 0 <= at < len(items):
        return False
    item = items[at]
    return isinstance(item, Unit) and sign in item.sense.signs


def _key(items: Sequence[Item], at: int) -> str:
    item = items[at] if 0 <= at < len(items) else None
    return item.key if isinstance(item, Unit) else ""


def _back(items: Sequence[Item], at: int) -> int:
    """The nearest item at or before this one that is more than an adverb."""
    while at >= 0 and _skipped(items, at):
        at -= 1
    return at


def _skipped(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if isinstance(item, Mention):
        return False
    if item.sense.signs & {"passive"}:
        return False
    return bool(item.sense.signs & _SKIPPED) or item.key in "'\"-#*"


def _right(items: Sequence[Item], at: int) -> list[int]:
    """The people right after a word for harm."""
    k = at + 1
    # "killing and seriously wounding five": the people of the second word are those of the first.
    while (
        k < len(items) and k - at < 6 and (_skipped(items, k) or _is(items, k, "of") or _key(items, k) == ":")
    ):
        k += 1
    if k + 1 < len(items) and _is(items, k, "and"):
        following = items[k + 1]
        if isinstance(following, Unit) and following.sense.frame in ("after", "verb"):
            return _right(items, k + 1)
    if k >= len(items) or not isinstance(items[k], Mention) or _of_next(items, k):
        return []
    return _chain(items, k)


def _of_next(items: Sequence[Item], at: int) -> bool:
    """Whether the people here belong to the next word: "three killed, five injured"."""
    mention = items[at]
    assert isinstance(mention, Mention)
    k = at + 1
    while k < len(items) and _skipped(items, k):
        k += 1
    if k >= len(items):
        return False
    item = items[k]
    if isinstance(item, Mention):
        return False
    latin = item.key < "\u0600"
    return latin and (item.sense.frame in ("verb", "state", "before") or "passive" in item.sense.signs)


def _chain(items: Sequence[Item], start: int) -> list[int]:
    """People told of in a row: "two women, a child and his father", "four children: Ahmad, Mona …"."""
    chain, at = [start], start
    while True:
        k = _past_brackets(items, _past_marks(items, at + 1))
        linked = False
        while k < len(items) and (
            _key(items, k) in (",", ";") or _is(items, k, "and") or _is(items, k, "with")
        ):
            linked, k = True, k + 1
        lists = not linked and _key(items, k) in (":", "-")
        while k < len(items) and _skipped(items, k) or (lists and _key(items, k) == ":"):
            if _is(items, k, "definite"):
                break
            k += 1
        if k >= len(items) or not _follows_on(items, start, at, k, linked, lists):
            break
        chain.append(k)
        at = k
    return chain


def _follows_on(items: Sequence[Item], start: int, at: int, k: int, linked: bool, lists: bool) -> bool:
    """Whether the people at `k` go on with the row that stands at `at`."""
    mention, last = items[k], items[at]
    if not isinstance(mention, Mention) or mention.how == "bare" or _bare(last):
        return False
    if lists and not (mention.people or mention.kin):
        return False
    if not (linked or lists or mention.how == "name" or _is_name(last)):
        return False
    if (mention.harm and mention.harm != _harm(items[start])) or _of_next(items, k):
        return False
    return not _is(items, k + 1, "among")  # "26 people, 21 of them civilians"


def _past_marks(items: Sequence[Item], at: int) -> int:
    while _key(items, at) in ("*", '"', "'"):
        at += 1
    return at


def _harm(item: Item) -> tuple[Harm, ...]:
    return item.harm if isinstance(item, Mention) else ()


def _bare(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "bare"


def _is_name(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "name"


def _past_brackets(items: Sequence[Item], at: int) -> int:
    if _key(items, at) != "(":
        return at
    closed = next((k for k in range(at, min(len(items), at + 25)) if _key(items, k) == ")"), None)
    return at if closed is None else closed + 1


def _left(items: Sequence[Item], at: int, far: bool) -> list[int]:
    """The people before a word for harm: right before it, or, far, the subject of its clause."""
    k = _back(items, at - 1)
    if _is(items, k, "pronoun"):
        return []  # "they were killed": people told of before
    if _is(items, k, "relative"):
        k -= 1
    steps = 0
    best: int | None = None
    while k >= 0 and steps < _FAR:
        item = items[k]
        if isinstance(item, Mention) and item.how == "bare" and not _stands_alone(items, k):
            pass
        elif isinstance(item, Mention):
            near = k == at - 1 and (
                item.how == "bare" or (_is_counted(item) and not _is(items, k - 1, "with"))
            )
            if not far or near or not _after_preposition(items, k):
                best = k
                break
            best = k if best is None else best
        elif not _passable(items, k, far) or (best is None and item.is_("pronoun")):
            break
        elif item.key == ")":
            opened = next((j for j in range(k, max(-1, k - 25), -1) if _key(items, j) == "("), None)
            k = opened if opened is not None else k
        k -= 1
        steps += 1
    if best is None:
        return []
    return _chain_left(items, best)


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """ "three were killed", "three of them": a number that can be people by itself; "June 19, 2025" cannot."""
    k = at + 1
    while k < len(items) and _skipped(items, k):
        k += 1
    item = items[k] if k < len(items) else None
    if not isinstance(item, Unit):
        return False
    return bool(item.sense.frame or item.sense.signs & {"passive", "of", "among"}) or item.key == "("


def _passable(items: Sequence[Item], at: int, far: bool) -> bool:
    item = items[at]
    assert isinstance(item, Unit)
    if _skipped(items, at) or item.key == ")" or item.sense.signs & {"passive"}:
        return True
    if not far or item.is_("clause"):
        return False
    if item.sense.frame in ("verb", "before"):
        return True  # "were shot and killed", "was injured and later died"
    return not (item.sense.frame or item.key in ";:." or item.sense.signs & {"not"})


def _after_preposition(items: Sequence[Item], at: int) -> bool:
    k = at - 1
    while (
        k > 0 and at - k < 4 and isinstance(item := items[k], Unit) and (item.unknown or _skipped(items, k))
    ):
        k -= 1
    return any(_is(items, k, sign) for sign in ("preposition", "of", "own", "with"))


def _chain_left(items: Sequence[Item], last: int) -> list[int]:
    chain, at = [last], last
    while True:
        k, linked = at - 1, False
        while k >= 0 and (
            _key(items, k) == "," or _is(items, k, "and") or _is(items, k, "with") or _key(items, k) == ")"
        ):
            if _key(items, k) == ")":
                k = next((j for j in range(k, max(-1, k - 25), -1) if _key(items, j) == "("), k)
            linked, k = True, k - 1
        if k < 0 or not linked or not isinstance(items[k], Mention):
            break
        if items[k].count is None or _belongs_before(items, k) or _bare(items[k]) or _bare(items[at]):
            break
        chain.insert(0, k)
        at = k
    return chain


def _belongs_before(items: Sequence[Item], at: int) -> bool:
    """Whether a word for harm right before these people has them already: "killing two, three were hurt"."""
    k = _back(items, at - 1)
    if k < 0:
        return False
    item = items[k]
    return isinstance(item, Unit) and (
        item.sense.frame in ("after", "verb", "noun") or "among" in item.sense.signs
    )


def _denied(items: Sequence[Item], at: int) -> bool:
    """Whether "no", "not" or "without" stands before."""
    k, steps = at - 1, 0
    while k >= 0 and steps < 3:
        if _is(items, k, "not"):
            return True
        item = items[k]
        if isinstance(item, Mention) or item.is_mark:
            return False
        if not (item.sense.signs & {"adverb", "passive", "of", "verb", "definite", "preposition"}) and steps:
            return False
        k -= 1
        steps += 1
    return False


# --- parts -----------------------------------------------------------------------------------------------


def _with_parts(items: Sequence[Item], join: Join, taken: set[int]) -> Join:
    """The join with those told of among its people, wherever the sentence names them."""
    if not join.at:
        return join
    last = max([*join.at, join.word])
    first = min(join.at)
    if _is(items, first - 1, "among") or _is(items, _back(items, first - 1), "among"):
        # "five people, including three children, were killed": the whole stands before.
        whole = _whole_before(items, first)
        if whole is not None:
            mention = items[whole]
            assert isinstance(mention, Mention)
            return replace(join, people=(mention,), at=(whole, *join.at), among=join.people)
    among: list[Mention] = _in_brackets(items, join)
    k = last + 1
    steps = 0
    while k < len(items) and steps < 18 and not among:
        item = items[k]
        if isinstance(item, Unit):
            if item.sense.frame and item.sense.frame != "person" and k not in (join.word,):
                break
            if item.is_("among"):
                among = _parts_at(items, k)
                break
            if item.key == ";":
                break
        k += 1
        steps += 1
    if not among:
        among = _spelt_out(items, join, last)
    return replace(join, among=tuple(among)) if among else join


def _whole_before(items: Sequence[Item], first: int) -> int | None:
    k = first - 1
    while k >= 0 and first - k < 6:
        item = items[k]
        if isinstance(item, Mention) and item.how in ("counted", "bare", "plural"):
            return k
        if isinstance(item, Unit) and (item.sense.frame or item.key in ";."):
            return None
        k -= 1
    return None


def _parts_at(items: Sequence[Item], among: int) -> list[Mention]:
    counted = items[among - 1] if among else None
    k = among + 1
    while k < len(items) and (
        _skipped(items, k)
        or _key(items, k) in (",", ":")
        or _is(items, k, "passive")
        or _is(items, k, "verb")
    ):
        k += 1
    if k >= len(items) or not isinstance(items[k], Mention):
        return []
    found = [item for j in _chain(items, k) if isinstance(item := items[j], Mention)]
    if isinstance(counted, Mention) and counted.how == "bare" and found and found[0].how == "plural":
        # "three of them children"
        return [replace(found[0], count=counted.count, quantifier=counted.quantifier, start=counted.start)]
    return found


def _in_brackets(items: Sequence[Item], join: Join) -> list[Mention]:
    for at in join.at:
        if _key(items, at + 1) == "(":
            end = _past_brackets(items, at + 1)
            inside = [item for item in items[at + 2 : end] if isinstance(item, Mention) and item.person]
            if inside:
                return inside
    return []


def _spelt_out(items: Sequence[Item], join: Join, last: int) -> list[Mention]:
    """ "five killed: two women and three children" tells of the same five."""
    if len(join.people) != 1 or join.people[0].count is None:
        return []
    k = last + 1
    if _key(items, k) not in (",", ":", "-") or k + 1 >= len(items) or not isinstance(items[k + 1], Mention):
        return []
    listed = [item for j in _chain(items, k + 1) if isinstance(item := items[j], Mention)]
    counts = [each.count.min if each.count else 0 for each in listed]
    return listed if len(listed) > 1 and sum(counts) == join.people[0].count.min else []
