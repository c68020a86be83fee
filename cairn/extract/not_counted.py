"""People whom a word tells of without a number: "his wife", "civilians", "a family"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cairn.extract.ages import is_age
from cairn.extract.heads import heads_from, with_family
from cairn.extract.mention import Mention
from cairn.extract.numbers import Count, count_at
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range
from cairn.vocabulary.conventions import vague_range
from cairn.vocabulary.lexicon import People


def people_uncounted(said: Sequence[Unit], start: int, head: int, stop: int, version: str) -> Mention | None:
    end, people = heads_from(said, head, stop)
    if (people.other or people.family) and end < stop and said[end].unknown and said[end].key < "\u0600":
        return None  # "another organization", "the family dog"
    if end < stop and said[end].unknown and not said[end].capital and _describes(said[end - 1], people):
        return None  # "casualty estimates"
    if people.weak and end < stop and said[end].unknown and said[end - 1].capital and said[end].capital:
        return None  # "the International Council"
    harm = next((said[at].sense.harm for at in range(head, end) if said[at].sense.frame == "person"), ())
    signs = said[start].sense.signs if start < head else frozenset()
    if any(said[at].the for at in range(head, end)) and people.how_many is None:
        signs = signs | {"definite"}
    if people.how_many is None and _of_one(said, start, head, end, stop):
        people = replace(people, how_many=1)
    count, quantifier, how = how_many_are(people, signs, version)
    if end < stop and people.how_many is None and not people.other:
        following = count_at(said, end, stop, version)
        if (
            following
            and not _counts_the_next(said, following, stop)
            and (_follows_noun(said, following) or (people.told and _ends_at(said, following, stop)))
        ):
            # Arabic puts the number after the noun: his three children.
            count, quantifier, how, end = following.range, following.quantifier, "counted", following.end
    elif end < stop and said[end].key >= "\u0600" and said[end].sense.number == people.how_many is not None:
        end += 1  # "two civilians two"
    if people.family:
        count, quantifier, how, end = _family(said, end, stop, version)
    elif people.how_many is None:
        end = with_family(said, end, people, stop)
    return Mention(
        count,
        quantifier,
        start,
        end,
        how,
        people.status,
        people.group,
        people.gender,
        people.kind,
        harm,
        other=people.other,
        kin=(people.kin and "one" not in signs) or "own" in signs,  # "a father of three" is nobody's father
        person=True,
        victims=any(said[at].is_("those harmed") for at in range(start, end)),
        offspring=any(said[at].is_("offspring") for at in range(start, end)),
        either=people.either and how == "plural",
    )


def _describes(last: Unit, people: People) -> bool:
    return people.how_many == 1 and last.sense.frame == "person" and last.key < "\u0600"


def _of_one(said: Sequence[Unit], start: int, head: int, end: int, stop: int) -> bool:
    """ "A local female staff", "staff was shot": a word that has no singular, of one person."""
    people = said[end - 1].sense.people
    if people is None or not people.collective:
        return False
    if any(unit.is_("of") for unit in said[start:head]):
        return False  # "a team of staff was attacked"
    return said[start].is_("one") or (end < stop and said[end].is_("singular"))


def how_many_are(people: People, signs: frozenset[str], version: str) -> tuple[Range | None, Quantifier, str]:
    if people.how_many is not None:
        how = "definite" if ("definite" in signs or people.told) and not people.kin else "one"
        return Range.exactly(people.how_many), Quantifier.EXACT, how
    if "definite" in signs or people.told:
        return None, Quantifier.VAGUE, "definite"
    return vague_range("others" if people.other else "bare plural", version), Quantifier.VAGUE, "plural"


def _family(
    said: Sequence[Unit], end: int, stop: int, version: str
) -> tuple[Range | None, Quantifier, str, int]:
    """ "a family of eight" is eight people; "a family" is at least two."""
    if end < stop and said[end].is_("of"):
        counted = count_at(said, end + 1, stop, version)
        if counted and not is_age(said, counted.end, stop):
            return counted.range, counted.quantifier, "counted", counted.end
    return vague_range("family", version), Quantifier.VAGUE, "family", end


def _ends_at(said: Sequence[Unit], counted: Count, stop: int) -> bool:
    """ "Погибших двое, пострадавших восемь.": the number ends what is said of them."""
    return counted.end >= stop or said[counted.end].is_mark or said[counted.end].is_("and")


def _counts_the_next(said: Sequence[Unit], counted: Count, stop: int) -> bool:
    """ "خطف مسلحون خمسة أشخاص": the number counts the people behind it, not those before."""
    return counted.end < stop and bool(said[counted.end].sense.people)


def _follows_noun(said: Sequence[Unit], counted: Count) -> bool:
    return (
        said[counted.start].key >= "\u0600" and not said[counted.start].key.isdigit() and not counted.digits
    )
