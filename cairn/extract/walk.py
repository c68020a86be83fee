"""Walking along a sentence: from a word for harm to the people on its left and right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cairn.extract.items import Item
from cairn.extract.mentions import Mention
from cairn.extract.units import Unit
from cairn.values import Harm, Status
from cairn.vocabulary.given_names import given_names

_SKIPPED = frozenset({"adverb", "definite"})
_CLAUSE = 9  # items within which a deed and what it did not cause stand
_FAR = 22  # how many items may stand between people and "were killed"


def is_(items: Sequence[Item], at: int, sign: str) -> bool:
    if not 0 <= at < len(items):
        return False
    item = items[at]
    return isinstance(item, Unit) and sign in item.sense.signs


def key_of(items: Sequence[Item], at: int) -> str:
    item = items[at] if 0 <= at < len(items) else None
    return item.key if isinstance(item, Unit) else ""


def back(items: Sequence[Item], at: int) -> int:
    """The nearest item at or before this one that is more than an adverb."""
    while at >= 0 and skipped(items, at):
        at -= 1
    return at


def skipped(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if isinstance(item, Mention):
        return False
    if item.sense.signs & {"passive"}:
        return False
    owner = item.capital and item.unknown and item.key.endswith("'s")  # "Omar's wife" is the wife
    return owner or bool(item.sense.signs & _SKIPPED) or item.key in "'\"-#*"


def people_right(items: Sequence[Item], at: int) -> list[int]:
    """The people right after a word for harm."""
    k = at + 1
    # "killing and seriously wounding five": the people of the second word are those of the first.
    while (
        k < len(items)
        and k - at < 6
        and (skipped(items, k) or is_(items, k, "of") or key_of(items, k) == ":")
    ):
        k += 1
    if k + 1 < len(items) and is_(items, k, "and"):
        following = items[k + 1]
        if isinstance(following, Unit) and following.sense.frame in ("after", "verb"):
            return people_right(items, k + 1)
    if k >= len(items) or not isinstance(items[k], Mention) or of_next(items, k):
        return []
    if _did_it(items, at, k):
        k += 1
    if is_name(items[k]) and any(key_of(items, j) == "-" for j in range(at + 1, k)):
        return []  # "20 wounded – Health Ministry": a dash before a name says who told it
    return row(items, k)


def _did_it(items: Sequence[Item], at: int, k: int) -> bool:
    """Arabic puts the verb first, then who did it, then to whom: "خطف مسلحون خمسة أشخاص"."""
    if key_of(items, at) < "\u0600" or k + 1 >= len(items):
        return False
    doer, done_to = items[k], items[k + 1]
    if not (isinstance(doer, Mention) and isinstance(done_to, Mention)):
        return False
    armed = doer.status is Status.COMBATANT and doer.how in ("plural", "one", "definite")
    return (
        armed
        and done_to.status is not Status.COMBATANT
        and done_to.how in ("counted", "one", "plural", "name")
    )


def of_next(items: Sequence[Item], at: int) -> bool:
    """Whether the people here belong to the next word: "three killed, five injured"."""
    mention = items[at]
    assert isinstance(mention, Mention)
    k = at + 1
    while k < len(items) and skipped(items, k):
        k += 1
    if k >= len(items):
        return False
    item = items[k]
    if isinstance(item, Mention):
        return False
    if item.key >= "\u0600":
        return False
    if is_(items, k, "passive"):
        k = forward(items, k + 1)
        item = items[k] if k < len(items) else item
    return isinstance(item, Unit) and item.sense.frame in ("verb", "state", "before")


def forward(items: Sequence[Item], at: int) -> int:
    """The nearest item at or after this one that is more than an adverb or another "be"."""
    while at < len(items) and (skipped(items, at) or is_(items, at, "passive")):
        at += 1
    return at


def row(items: Sequence[Item], start: int) -> list[int]:
    """People told of in a row: "two women, a child and his father", "four children: Ahmad, Mona …"."""
    chain, at = [start], start
    while True:
        k = past_brackets(items, _past_marks(items, at + 1))
        linked = False
        while k < len(items) and (_links_on(items, k) or (linked and is_(items, k, "namely"))):
            linked, k = True, _past_own_name(items, k + 1)
        lists = not linked and key_of(items, k) in (":", "-")
        while k < len(items) and (skipped(items, k) or (lists and key_of(items, k) == ":")):
            k += 1
        if k >= len(items) or not _follows_on(items, start, at, k, linked, lists):
            break
        chain.append(k)
        at = k
    return chain


def _links_on(items: Sequence[Item], at: int) -> bool:
    return key_of(items, at) in (",", ";") or is_(items, at, "and") or is_(items, at, "with")


def _past_own_name(items: Sequence[Item], at: int) -> int:
    """Past a given name alone in a row: "their children Samir, Omar and Hamada Haddad"."""
    item = items[at] if at < len(items) else None
    alone = isinstance(item, Unit) and item.unknown and item.capital and item.key in given_names()
    return at + 1 if alone and _links_on(items, at + 1) else at


def _follows_on(items: Sequence[Item], start: int, at: int, k: int, linked: bool, lists: bool) -> bool:
    """Whether the people at `k` go on with the row that stands at `at`."""
    mention, last = items[k], items[at]
    if not isinstance(mention, Mention) or mention.how == "bare" or bare(last):
        return False
    if lists and not (mention.people or mention.kin):
        return False
    if not (linked or lists or mention.how == "name" or is_name(last)):
        return False
    return not ((mention.harm and mention.harm != _harm(items[start])) or of_next(items, k))


def _past_marks(items: Sequence[Item], at: int) -> int:
    while key_of(items, at) in ("*", '"', "'"):
        at += 1
    return at


def _harm(item: Item) -> tuple[Harm, ...]:
    return item.harm if isinstance(item, Mention) else ()


def bare(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "bare"


def is_name(item: Item) -> bool:
    return isinstance(item, Mention) and item.how == "name"


def past_brackets(items: Sequence[Item], at: int) -> int:
    if key_of(items, at) != "(":
        return at
    closed = next((k for k in range(at, min(len(items), at + 25)) if key_of(items, k) == ")"), None)
    return at if closed is None else closed + 1


def people_left(items: Sequence[Item], at: int, far: bool) -> list[int]:
    """The people before a word for harm: right before it, or, far, the subject of its clause."""
    k = back(items, at - 1)
    if is_(items, k, "pronoun"):
        return []  # "they were killed": people told of before
    if is_(items, k, "relative"):
        k -= 1
        named = k - 1 if key_of(items, k) == "," else k
        if _is_counted_by_itself(items, k) or (named < k and is_name(items[named])):
            return chain_left(items, named)  # "he spoke of a girl who was killed": the nearest
    k = _before_dashes(items, k)
    k = _before_insertion(items, k) if far else k
    joined = is_(items, back(items, at - 1), "and")  # "was attacked while … and injured"
    steps = 0
    best: int | None = None
    while k >= 0 and steps < _FAR:
        item = items[k]
        if isinstance(item, Mention) and item.how == "bare" and not _stands_alone(items, k):
            pass
        elif far and _says_who_they_are(items, k):
            best = k if best is None else best
        elif isinstance(item, Mention):
            near = k == at - 1 and (
                item.how == "bare" or (is_counted(item) and not is_(items, k - 1, "merely with"))
            )
            if not far or near or not _after_preposition(items, k):
                best = k
                break
            best = k if best is None else best
        elif not _passable(items, k, far, joined) or (best is None and item.is_("pronoun")):
            break
        elif item.key == ")":
            opened = next((j for j in range(k, max(-1, k - 25), -1) if key_of(items, j) == "("), None)
            k = opened if opened is not None else k
        k -= 1
        steps += 1
    if best is None:
        return []
    return chain_left(items, best)


def _says_who_they_are(items: Sequence[Item], at: int) -> bool:
    """ "Three people believed to be militants": the militants are the three."""
    item = items[at]
    return isinstance(item, Mention) and item.how == "plural" and is_(items, at - 1, "passive")


def _is_counted_by_itself(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at >= 0 else None
    return isinstance(item, Mention) and item.count is not None and item.how in ("one", "counted", "name")


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """ "three were killed", "three of them": it can be people by itself; in "June 19, 2025" it cannot."""
    if is_(items, at - 1, "of") and _is_one(items, at - 2):
        return False  # "father of four killed", "two of five killed"
    k = at + 1
    while k < len(items) and skipped(items, k) and not _harms(items[k]):
        k += 1
    item = items[k] if k < len(items) else None
    if not isinstance(item, Unit):
        return False
    return (
        bool(item.sense.frame or item.sense.signs & {"passive", "of", "among", "suffer"}) or item.key == "("
    )


def _is_one(items: Sequence[Item], at: int) -> bool:
    item = items[at] if at >= 0 else None
    return isinstance(item, Mention) and item.how in ("one", "definite", "name", "bare")


def _harms(item: Item) -> bool:
    return isinstance(item, Unit) and bool(item.sense.frame)  # "two fatally" are two people


def _before_insertion(items: Sequence[Item], at: int) -> int:
    """ "A driver, while on his way home, was shot": what stands between the commas is passed over."""
    if key_of(items, at) != ",":
        return at
    for k in range(at - 1, max(0, at - 20), -1):
        if key_of(items, k) == ",":
            clause = any(is_(items, j, "clause") or is_(items, j, "relative") for j in range(k + 1, k + 3))
            return k - 1 if clause else at
    return at


def _before_dashes(items: Sequence[Item], at: int) -> int:
    """ "Four people - possibly all of them guards - were killed": the people before the first dash."""
    if key_of(items, at + 1) != "-":
        return at
    for k in range(at, max(0, at - 12), -1):
        before = items[k - 1]
        if key_of(items, k) == "-" and isinstance(before, Mention) and before.how in ("counted", "bare"):
            return k - 1
        if isinstance(item := items[k], Unit) and (item.sense.frame or item.key in ".;:"):
            return at
    return at


def _passable(items: Sequence[Item], at: int, far: bool, joined: bool) -> bool:
    item = items[at]
    assert isinstance(item, Unit)
    if skipped(items, at) or item.key == ")" or item.sense.signs & {"passive"}:
        return True
    if not far or (item.is_("clause") and not joined):
        return False
    if item.sense.frame in ("verb", "before"):
        return True  # "were shot and killed", "was injured and later died"
    return not (item.sense.frame or item.key in ";:." or item.sense.signs & {"not"})


def _after_preposition(items: Sequence[Item], at: int) -> bool:
    k = at - 1
    while k > 0 and at - k < 5 and isinstance(item := items[k], Unit):
        comma = item.key == "," and is_name(items[at])  # "in Hadra, Upper Testabad"
        if not (comma or item.unknown or item.is_("modifier") or skipped(items, k)):
            break
        k -= 1
    return any(is_(items, k, sign) for sign in ("preposition", "of", "own", "merely with"))


def chain_left(items: Sequence[Item], last: int) -> list[int]:
    chain, at = [last], last
    while True:
        k, linked = _past_letters(items, at) - 1, False
        while k >= 0 and (
            key_of(items, k) in (",", ";", "*")
            or is_(items, k, "and")
            or is_(items, k, "with")
            or key_of(items, k) == ")"
        ):
            if key_of(items, k) == ")":
                k = next((j for j in range(k, max(-1, k - 25), -1) if key_of(items, j) == "("), k)
            linked, k = True, _before_who(items, k) - 1
        if linked and k >= 0 and not isinstance(items[k], Mention):
            k = _owner_of_phrase(items, k)
        if k < 0 or not linked or not isinstance(items[k], Mention):
            break
        if is_(items, k - 1, "among") and not (bare(items[k]) or bare(items[at])):
            chain.insert(0, k)
            break
        if items[k].count is None or _belongs_before(items, k) or bare(items[k]) or bare(items[at]):
            break
        chain.insert(0, k)
        at = k
    return chain[-1:] if _told_before(items, chain) else chain


def _before_who(items: Sequence[Item], at: int) -> int:
    """ "Mona Haddad, who was pregnant, and her son": the comma before what is told of the one in between."""
    if key_of(items, at) != ",":
        return at
    for k in range(at - 1, max(0, at - 8), -1):
        item = items[k]
        if isinstance(item, Mention) or item.sense.frame:
            return at
        if item.is_("relative"):
            return k - 1 if key_of(items, k - 1) == "," else at
    return at


def _past_letters(items: Sequence[Item], at: int) -> int:
    """The place of the first of the capitals before a person: "and ABC volunteer Omar Haddad", "and Ali and
    Mona's sons"."""
    k, person = at, items[at]
    if not isinstance(person, Mention) or not (person.count is None or person.count.max == 1 or person.kin):
        return at  # "the Haddad and Testi families"
    while k > 0 and at - k < 2 and isinstance(item := items[k - 1], Unit) and item.unknown and item.capital:
        k -= 1
        if item.key.endswith("'s") and is_(items, k - 1, "and") and not isinstance(items[k - 2], Mention):
            return k - 2
    return k if is_(items, k - 1, "and") or key_of(items, k - 1) == "," else at


def _told_before(items: Sequence[Item], chain: Sequence[int]) -> bool:
    """Whether a list behind an earlier word for harm ends before the last of the chain: "eight were killed,
    including women and children, and one child was hurt"."""
    if len(chain) < 2 or key_of(items, chain[-1] + 1) in (",", "-", ")"):
        return False
    first = chain[0]
    links = [_links(items, *pair) for pair in pairwise(chain)]
    complete = is_(items, first - 1, "among") or any("and" in link for link in links[:-1])
    if links[-1] != {",", "and"} or not complete:
        return False
    before = (items[k] for k in range(first - 1, max(-1, first - _FAR), -1))
    return any(isinstance(item, Unit) and item.sense.frame for item in before)


def _links(items: Sequence[Item], first: int, second: int) -> set[str]:
    between = range(first + 1, second)
    return {"and" if is_(items, k, "and") else key_of(items, k) for k in between} & {",", "and"}


def _owner_of_phrase(items: Sequence[Item], at: int) -> int:
    """The people of "four staff of one agency", from the end of the phrase; -1 where there are none."""
    for k in range(at, max(-1, at - 5), -1):
        item = items[k]
        if isinstance(item, Mention) and item.how in ("counted", "one", "definite"):
            return k if is_(items, k + 1, "of") else -1
        passed = isinstance(item, Unit) and (item.unknown or item.sense.signs & {"of", "one"})
        if not (passed or (isinstance(item, Unit) and skipped(items, k))):
            return -1
    return -1


def _belongs_before(items: Sequence[Item], at: int) -> bool:
    """Whether a word for harm right before these people has them already: "killing two, three were hurt"."""
    k = back(items, at - 1)
    if k < 0:
        return False
    item = items[k]
    return isinstance(item, Unit) and (
        item.sense.frame in ("after", "verb", "noun") or "among" in item.sense.signs
    )


def denied(items: Sequence[Item], at: int) -> bool:
    """Whether "no", "not" or "without" stands before, or further back what did not come of a deed."""
    k, steps = at - 1, 0
    if _came_to_nothing(items, at):
        return True
    while k >= 0 and steps < 4:
        if is_(items, k, "not"):
            return True
        item = items[k]
        if isinstance(item, Mention) or item.is_mark:
            return False
        if not (item.sense.signs & {"adverb", "passive", "of", "verb", "definite", "preposition"}) and steps:
            return False
        k -= 1
        steps += 1
    return False


def _came_to_nothing(items: Sequence[Item], at: int) -> bool:
    for k in range(at - 1, max(-1, at - _CLAUSE), -1):
        item = items[k]
        if is_(items, k, "no result"):
            return True
        if (
            isinstance(item, Mention)
            or item.is_mark
            or item.sense.frame
            or item.sense.signs & {"clause", "and"}
        ):
            return False
    return False


def is_counted(item: Item) -> bool:
    return isinstance(item, Mention) and item.how in ("counted", "bare")
