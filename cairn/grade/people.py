"""The people named, each once, though reports spell their names differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from cairn.values import OFFSPRING, Evidence, Group, Victim
from cairn.vocabulary.fold import fold
from cairn.vocabulary.names import NameWords, name_words, spellings

OF_AGE = 18.0
# A child of 1.6 is told as one or two; recorders and officials differ by a year or two on adults.
AGE_TOLERANCE = 2.0

Parts = tuple[str, ...]


def named_people(evidence: Sequence[Evidence], same_part: float) -> tuple[Victim, ...]:
    """Everybody named in any report, once, with what the reports together know of them.

    `same_part` is how alike (0-100) two spellings of one part of a name must be.
    """
    found: list[tuple[Parts, Victim]] = []
    named = [victim for each in evidence for victim in each.reading.people]
    # The fullest names first: what is short of a name may be short for one of them.
    for victim in sorted(named, key=lambda victim: -len(name_parts(victim.name))):
        _take_in(found, victim, same_part)
    return tuple(victim for _, victim in found)


def group_of(victim: Victim) -> Group | None:
    """Child, woman or man; who is not called a child and has no age is taken for an adult, who has no sex
    either for none."""
    told_a_child = victim.age is None and victim.group == Group.CHILDREN
    if told_a_child or (victim.age is not None and victim.age < OF_AGE):
        return Group.CHILDREN
    return {"female": Group.WOMEN, "male": Group.MEN}.get(victim.gender or "")


def may_be_a_child(victim: Victim) -> bool:
    """Whether this is somebody's son or daughter, and nothing says how old, or that they are grown."""
    return victim.kin == OFFSPRING and victim.age is None and victim.group is None


def taken_for_grown(victim: Victim) -> bool:
    """Whether this is a woman or a man only because nobody says an age, nor calls them anything."""
    return victim.age is None and victim.group is None


def tells_apart(victim: Victim) -> bool:
    """Whether the name tells this person from all others: a kunya ("mother of Samir") or one part does not,
    and two parts with no age may be somebody's full name in short."""
    parts = len(name_parts(victim.name))
    return parts > 2 or (parts == 2 and victim.age is not None)


def _take_in(found: list[tuple[Parts, Victim]], victim: Victim, same_part: float) -> None:
    parts = name_parts(victim.name)
    for at, (fuller, known) in enumerate(found):
        if _may_be(known, victim) and _short_for(fuller, parts, same_part):
            found[at] = (fuller, _together(known, victim))
            return
    found.append((parts, victim))


def _short_for(fuller: Parts, parts: Parts, same_part: float) -> bool:
    """One name, or the same with parts left out: the own name first, and the others in their order."""
    if not parts or not fuller or not _alike(fuller[0], parts[0], same_part):
        return fuller == parts
    if len(parts) == 1:
        return len(fuller) == 1
    rest = iter(fuller[1:])
    return all(any(_alike(mine, theirs, same_part) for theirs in rest) for mine in parts[1:])


def _alike(a: str, b: str, same_part: float) -> bool:
    return a == b or fuzz.ratio(a, b) >= same_part


@lru_cache(maxsize=4096)
def name_parts(name: str) -> Parts:
    """The parts of a name as they are compared: without titles and articles, each by its spelling family.

    >>> name_parts("Dr. Eyad al-Madeup") == name_parts("Iyad Al Madeup")
    True
    """
    folded = fold(name).replace("-", " ").replace("'s", "").replace(".", " ")
    latin = folded.isascii()
    small = name_words("latin" if latin else "arabic")
    parts: list[str] = []
    carried = ""
    for word in folded.split():
        if word in small.kunya:
            carried += word
        elif not _is_small(word, small):
            parts.append(carried + (_spelled(word) if latin else word.removeprefix("ال")))
            carried = ""
    return tuple(parts)


def _is_small(word: str, small: NameWords) -> bool:
    return word in small.articles or word in small.titles or word in small.patronymics


def _spelled(word: str) -> str:
    for pattern, plain in spellings():
        word = pattern.sub(plain, word)
    return word


def _may_be(a: Victim, b: Victim) -> bool:
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if Group.CHILDREN in (group_of(a), group_of(b)) and (_is_grown(a) or _is_grown(b)):
        return False
    return a.age is None or b.age is None or abs(a.age - b.age) <= AGE_TOLERANCE


def _is_grown(victim: Victim) -> bool:
    """Whether an age or a word ("his wife", "the man") says so."""
    if victim.age is not None:
        return victim.age >= OF_AGE
    return victim.group in (Group.WOMEN, Group.MEN, Group.ELDERLY)


def _together(known: Victim, other: Victim) -> Victim:
    """The longer name, and of everything else what was known first. Killed is later than injured."""
    longer = other if len(other.name) > len(known.name) else known
    return replace(
        longer,
        age=known.age if known.age is not None else other.age,
        gender=known.gender or other.gender,
        harm="killed" if "killed" in (known.harm, other.harm) else known.harm or other.harm,
        family=known.family or other.family,
        name_ar=known.name_ar or other.name_ar,
        group=known.group or other.group,
        kin=known.kin or other.kin,
    )
