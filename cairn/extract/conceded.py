"""How many people a belligerent concedes to have killed and injured, in a line of its own report.

Only people it does not call its enemies count, each sentence once; what a later sentence calls incorrect is
taken back, and "possibly a third" raises the ceiling alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cairn.extract.numbers import count_at
from cairn.extract.units import Unit, sentences, units
from cairn.extract.words import words
from cairn.values import Harm, Range, Status
from cairn.vocabulary.admissions import any_of
from cairn.vocabulary.fold import fold, fold_with_offsets
from cairn.vocabulary.lexicon import lexicon

_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)")  # a recorder's remark, or what only explains
_CONCEDED = (Harm.KILLED, Harm.INJURED)
FARTHEST = 20  # units between the people and what was done to them


def conceded(text: str, language: str = "eng") -> dict[Harm, Range]:
    """The people killed and injured by a line's own account; a harm it does not tell of is not there."""
    text = _ASIDE.sub(" ", _after_corrections(" ".join(text.split())))
    said = units(text, words(text), lexicon(language))
    found: dict[Harm, Range] = {}
    for first, last in sentences(said, text):
        if corrected := dict(_corrected(said, first, last, text)):
            found |= corrected
            continue
        perhaps = bool(any_of("perhaps_one_more").search(fold(text[said[first].start : said[last - 1].end])))
        for harm, people in _told(said, first, last):
            people = Range(people.min, None if people.max is None else people.max + perhaps)
            found[harm] = found[harm] + people if harm in found else people
    return found


def _after_corrections(text: str) -> str:
    corrected = [found.end() for found in any_of("corrections").finditer(text.lower())]
    return text[corrected[-1] :] if corrected else text


def _corrected(said: Sequence[Unit], first: int, last: int, text: str) -> Iterator[tuple[Harm, Range]]:
    """ "The number of civilians killed should have read four": the number behind, of the harm before."""
    folded = fold_with_offsets(text[said[first].start : said[last - 1].end])
    should = any_of("should_read").search(folded.text)
    if should is None:
        return
    start, end = (said[first].start + at for at in folded.span(*should.span()))
    behind = next((at for at in range(first, last) if said[at].start >= end), last)
    counted = count_at(said, behind, last)
    if counted is not None:
        harms = [harm for unit in said[first:behind] if unit.start < start for harm in unit.sense.harm]
        yield from ((harm, counted.range) for harm in harms[-1:] if harm in _CONCEDED)


def _told(said: Sequence[Unit], first: int, last: int) -> Iterator[tuple[Harm, Range]]:
    """Each harm of a sentence with the people it was done to: named before the verb, or behind the noun."""
    waiting: Range | None = None
    of: tuple[Harm, ...] = ()  # "the deaths of", "killing": the harm of whoever is named next
    since = first
    at = first
    while at < last:
        if mentioned := _people(said, at, last):
            waiting, at = mentioned
            if of:
                yield from ((harm, waiting) for harm in of if harm in _CONCEDED)
                waiting = None
            of, since = (), at
        elif said[at].sense.frame in ("noun", "after") or _killed_them(said, at, last):
            of, waiting, at = said[at].sense.harm, None, at + 1
        elif of and not (said[at].is_mark or said[at].sense.frame):
            at += 1
        elif said[at].sense.frame in ("verb", "before") and waiting and at - since <= FARTHEST:
            for harm in said[at].sense.harm:
                if harm in _CONCEDED:
                    yield harm, waiting
            waiting, at = None, at + 1
        else:
            of, at = (), at + 1


def _killed_them(said: Sequence[Unit], at: int, last: int) -> bool:
    """ "The strike unintentionally killed four civilians": a verb with its people right behind it."""
    k = at - 1
    while k > 0 and said[k].is_("adverb"):
        k -= 1
    hangs_on = said[k].end == said[at].start  # an Arabic "and" opens the next clause
    active = said[at].sense.frame == "verb" and (hangs_on or not said[k].sense.signs & {"passive", "and"})
    return active and at + 1 < last and _people(said, at + 1, last) is not None


def _people(said: Sequence[Unit], at: int, last: int) -> tuple[Range, int] | None:
    """A count of people not called combatants, and the unit after it: "two civilians", "10 others"."""
    counted = count_at(said, at, last)
    if counted is None and said[at].is_("one"):
        return _one(said, at + 1, last)
    if counted is None:
        return _in_the_word(said, at, last)
    for ahead in range(counted.end, min(last, counted.end + 3)):
        people = said[ahead].sense.people
        if people:
            return None if people.status is Status.COMBATANT else (counted.range, ahead + 1)
        if said[ahead].sense.harm or said[ahead].is_("passive"):
            return (counted.range, counted.end) if _bare(said, counted.end, last) else None
    alone = at > 0 and said[at - 1].sense.frame == "verb" and _closes(said, counted.end, last)
    return (counted.range, counted.end) if alone else None


def _closes(said: Sequence[Unit], at: int, last: int) -> bool:
    """ "وأصيب واحد": behind the number the clause is at its end."""
    return at >= last or said[at].is_mark or said[at].is_("and")


def _one(said: Sequence[Unit], at: int, last: int) -> tuple[Range, int] | None:
    """ "a civilian in the passing vehicle": one. "A civilian vehicle" is none."""
    if at >= last or not (people := said[at].sense.people) or people.how_many != 1:
        return None
    if people.status is Status.COMBATANT or not _ends_here(said, at + 1, last):
        return None
    return Range.exactly(1), at + 1


def _in_the_word(said: Sequence[Unit], at: int, last: int) -> tuple[Range, int] | None:
    """ "مدنيان", "مدني واحد": Arabic says two in the word itself, and one behind it."""
    people = said[at].sense.people
    if people is None or people.status is Status.COMBATANT or not people.how_many:
        return None
    follows = at + 1 < last and said[at + 1].sense.number == people.how_many
    return (Range.exactly(people.how_many), at + 1 + follows) if people.how_many > 1 or follows else None


def _ends_here(said: Sequence[Unit], at: int, last: int) -> bool:
    """Whether no noun follows that the word for people only describes."""
    return at >= last or said[at].is_mark or bool(said[at].sense.signs or said[at].sense.harm)


def _bare(said: Sequence[Unit], at: int, last: int) -> bool:
    """ "two were injured": the people were named before, the number stands alone before its verb."""
    return (
        at + 1 < last
        and said[at].is_("passive")
        and bool(said[at + 1].sense.harm or said[at + 1].sense.signs)
    )
