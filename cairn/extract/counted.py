"""People with their number: "at least five Palestinian children", "12", "a 7-year-old girl"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.ages import aged, in_years, is_age, years_at
from cairn.extract.heads import and_more, head_at, heads_from, with_family
from cairn.extract.mention import Mention, by_age
from cairn.extract.not_counted import how_many_are
from cairn.extract.numbers import Count, ceiling_at
from cairn.extract.other_numbers import enumerates, is_day, is_glued, is_year, of_things
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range, Status
from cairn.vocabulary.lexicon import People

_MOST_MODIFIERS = 7


def people_counted(
    said: Sequence[Unit], start: int, counted: Count, stop: int, version: str, other: bool = False
) -> Mention | None:
    if is_age(said, counted.end, stop):
        return _aged_head(said, start, counted, stop, version)
    at = counted.end
    if (
        counted.digits
        and said[start].key[0].isdigit()
        and (is_glued(said, start) or enumerates(said, at, stop))
    ):
        return None
    more = said[at].sense.people if at < stop else None
    if more and more.other:
        # "two other civilians", "five more militants"; without a word for people, "13 others"
        if head_at(said, at + 1, stop, most=3) is None:
            return made(said, start, at + 1, counted, more, True)
        at, other = at + 1, True
    arabic = at < stop and said[at].key >= "\u0600"  # there the people follow their number at once
    head = head_at(said, at, stop, most=2 if arabic else _MOST_MODIFIERS)
    if head is None and _is_of_party(said, at, stop):
        return made(said, start, at + 1, counted, People(status=Status.COMBATANT), other)
    if head is None:
        beside = _harm_follows(said, counted.end, stop) or _harm_before(said, start)
        if counted.quantifier is Quantifier.VAGUE and not beside:
            return None
        if of_things(said, counted.end, stop) or is_year(counted) or is_day(said, start, counted):
            return None
        if start and said[start - 1].sense.quantifier is Quantifier.BETWEEN:
            return None  # half of a range that was of things: "between 12 and 24 houses"
        return Mention(counted.range, counted.quantifier, start, counted.end, "bare", other=other)
    if is_year(counted) and head > at:
        return None
    end, people = heads_from(said, head, stop)
    end, people = and_more(said, end, people, stop)
    end = with_family(said, end, people, stop, counted.range.min)
    return made(said, start, *_with_ceiling(said, counted, end, stop), people, other)


def people_beyond_belief(
    said: Sequence[Unit], start: int, too_many: Count, stop: int, version: str
) -> Mention | None:
    """ "Killed 99999999999 civilians": people were harmed, and nobody can say how many."""
    if is_age(said, too_many.end, stop):
        return None
    found = people_counted(said, start, too_many, stop, version)
    beside = _harm_follows(said, too_many.end, stop) or _harm_before(said, start)
    if found is None or (found.how == "bare" and not beside):
        return None
    return replace(found, count=None, quantifier=too_many.quantifier)


def _is_of_party(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "Seven Al Shabaab were killed": the name stands for fighters; in "seven Hamas rockets" it does not."""
    if at >= stop or not said[at].is_("party"):
        return False
    following = said[at + 1] if at + 1 < stop else None
    return following is None or not (following.unknown or following.is_("not people"))


def _with_ceiling(said: Sequence[Unit], counted: Count, end: int, stop: int) -> tuple[int, Count]:
    """ "At least one person, and possibly as many as three, died"; "a dozen people, perhaps more"."""
    comma = end + (end < stop and said[end].key == ",")
    if (
        comma < stop
        and said[comma].sense.quantifier_after is Quantifier.AT_LEAST
        and _ends(said, comma + 1, stop)
    ):
        more = replace(counted, range=Range(counted.range.min, None), quantifier=Quantifier.AT_LEAST)
        return comma + 1, more
    if counted.quantifier is not Quantifier.AT_LEAST:
        return end, counted
    found = ceiling_at(said, end, stop, counted.range.min)
    if found is None or not _ends(said, found[1], stop):
        return end, counted  # "at least one soldier and up to three guards" are told of apart
    both = Range(counted.range.min, found[0])
    return found[1], replace(counted, range=both, quantifier=Quantifier.BETWEEN)


def _ends(said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether what counts people has ended here."""
    return at >= stop or said[at].is_mark or _harm_follows(said, at, stop)


def _harm_follows(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "a number were injured", "several injuries", "dozens in hospital": people, though no word says so."""
    while at < stop and said[at].is_("adverb"):
        at += 1
    return at < stop and bool(said[at].sense.frame or said[at].is_("passive"))


def _harm_before(said: Sequence[Unit], at: int) -> bool:
    """ "Killing several", "killed dozens"."""
    before = said[at - 1] if at else None
    return before is not None and before.sense.frame in ("verb", "after") and not is_passive(said, at - 1)


def is_passive(said: Sequence[Unit], at: int) -> bool:
    """Whether the word for harm here is of those before it: "was killed", "were later shot"."""
    while at and said[at - 1].is_("adverb"):
        at -= 1
    return bool(at) and said[at - 1].is_("passive")


def made(said: Sequence[Unit], start: int, end: int, counted: Count, people: People, other: bool) -> Mention:
    frames = ("person", "verb", "state")
    harm = next((said[at].sense.harm for at in range(start, end) if said[at].sense.frame in frames), ())
    return Mention(
        counted.range,
        counted.quantifier,
        start,
        end,
        "counted",
        people.status,
        people.group,
        people.gender,
        people.kind,
        harm,
        other=other or people.other,
        kin=people.kin,
        person=True,
        victims=any(said[at].is_("those harmed") for at in range(start, end)),
        offspring=any(said[at].is_("offspring") for at in range(start, end)),
    )


def _aged_head(said: Sequence[Unit], start: int, counted: Count, stop: int, version: str) -> Mention | None:
    """ "7-year-old girl", "a 54-year-old"."""
    years = years_at(said, counted.end, stop) or counted.end
    age, at = in_years(said, counted, years), years + 1
    if said[counted.end].key >= "\u0600":
        # In Arabic it tells the age of somebody, and stands for nobody: a mention that counts no one.
        return replace(aged(said, start, at, age), how="age", count=None)
    head = head_at(said, at, stop, most=3)
    if head is None:
        return replace(aged(said, start, at, age), how="age")
    end, people = heads_from(said, head, stop)
    one = Count(Range.exactly(1), Quantifier.EXACT, start, end)
    found = made(said, start, end, one, people, people.other)
    if people.how_many is None:  # "10-year-old girls"
        several, quantifier, how = how_many_are(people, frozenset(), version)
        found = replace(found, count=several, quantifier=quantifier, how=how)
        return replace(found, age=age, group=by_age(found.group, age))
    return replace(found, how="one", age=age, group=by_age(found.group, age))
