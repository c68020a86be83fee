"""Claims of harm in a text: sentences → mentions of people → joins with words for harm → claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from cairn.extract.harm import joins
from cairn.extract.items import Item, items_of
from cairn.extract.join import Join
from cairn.extract.mention import Mention, named
from cairn.extract.names import name_at
from cairn.extract.rolls import Roll, begins, goes_on, roll_in, tells_ages, told_with_age, verb_before
from cairn.extract.scope import Scopes
from cairn.extract.shares import with_shares
from cairn.extract.told_again import without_needless_events, without_told_again
from cairn.extract.uncounted import without_uncounted
from cairn.extract.units import NOTHING, Unit, sentences, units
from cairn.extract.words import Word, words_between
from cairn.values import Claim, Harm, Harmed, Quantifier, Range, Scope, Span, Status, Victim, Way
from cairn.vocabulary.conventions import toll_from
from cairn.vocabulary.lexicon import lexicon

# "Omar was killed", "the boy died", "he died": one person told of, and nobody says how many there were.
_NOT_COUNTED = ("name", "definite", "pronoun")
_AGE = re.compile(r"\(\s*\d{1,3}\s*\)")


def casualties(text: str, found: Sequence[Word], language: str = "eng", version: str = "1") -> list[Claim]:
    """All claims of harm in a text, in order; parts of a whole follow it and say so."""
    said = units(text, found, lexicon(language))
    claims: list[Claim] = []
    kinds: set[Harm] = set()  # of the claims so far
    roll: Roll | None = None
    senses = {id(unit.sense): unit.sense for unit in said}
    tells = {id for id, sense in senses.items() if sense is not NOTHING and sense.tells}
    telling = [at for at, unit in enumerate(said) if id(unit.sense) in tells]
    ages_at = [found.start() for found in _AGE.finditer(text)]
    for first, last in sentences(said, text):
        harm = bisect_left(telling, first) < bisect_left(telling, last)
        start, end = said[first].start, said[last - 1].end
        if not (harm or (roll and roll.open) or bisect_left(ages_at, start) < bisect_left(ages_at, end)):
            continue
        sentence = said[first:last]
        opens, ages = begins(sentence), tells_ages(sentence)
        items = without_uncounted(items_of(said, first, last, version, partial(name_at, text)))
        scopes = Scopes(words_between(found, said[first].start, said[last - 1].end), language)
        told = joins(items)
        for join in told:
            claims.extend(_claims(text, said, items, join, scopes, len(claims), toll_from(version)))
        kinds.update(kind for join in told for kind in join.kinds)
        before = Harm.KILLED if Harm.KILLED in kinds else None
        begun = roll_in(items, before) if opens else None
        roll = begun or (goes_on(roll, items) if roll and roll.open else None)
        if roll and roll.people:
            kinds.add(roll.kind)
            claims.append(_of_roll(text, said, roll, scopes))
        if ages and not (roll and roll.whole):
            claims.extend(_of_roll(text, said, aged, scopes) for aged in _aged(items, told, kinds, roll))
    claims = without_told_again(without_needless_events(claims), found, language)
    return with_shares(found, text, said, _without_empty_denials(claims))


def _aged(items: Sequence[Item], told: Sequence[Join], before: set[Harm], roll: Roll | None) -> list[Roll]:
    """The people told of with their ages; where the sentence does not say what befell them, the text does."""
    harmed_here = [each for join in told for each in (*join.people, *join.among)]
    known = {
        person.start for each in (*harmed_here, *(roll.people if roll else ())) for person in each.people
    }
    people = [each for each in told_with_age(items) if each.people[0].start not in known]
    kinds = {kind for join in told for kind in join.kinds} or before
    if not people or not kinds & {Harm.KILLED, Harm.INJURED}:
        return []
    most = Harm.KILLED if Harm.KILLED in kinds else Harm.INJURED
    told_of = (kind for kind in Harm if kind in kinds)
    harmed = {kind: tuple(p for p in people if (verb_before(items, p) or most) is kind) for kind in told_of}
    return [Roll(kind, those, False) for kind, those in harmed.items() if those]


def _of_roll(text: str, said: Sequence[Unit], roll: Roll, scopes: Scopes) -> Claim:
    start, end = said[roll.people[0].start].start, said[roll.people[-1].end - 1].end
    return Claim(
        kind=roll.kind,
        count=None,
        quantifier=Quantifier.AT_LEAST,
        span=Span.of(text, start, end),
        scope=scopes.at(start),
        people=_people(roll.people, roll.kind),
        rule=Way.ROLL.value,
    )


def _without_empty_denials(claims: list[Claim]) -> list[Claim]:
    """ "No casualties" beside people harmed speaks of something else: of more, of another place."""
    harmed = {claim.kind for claim in claims if claim.scope is Scope.INCIDENT and claim.count != Range(0, 0)}
    return [
        replace(claim, scope=Scope.BACKGROUND)
        if claim.count == Range(0, 0) and claim.kind in harmed and claim.scope is Scope.INCIDENT
        else claim
        for claim in claims
    ]


def _claims(
    text: str, said: Sequence[Unit], items: Sequence[Item], join: Join, scopes: Scopes, so_far: int, toll: int
) -> Iterator[Claim]:
    together = len(join.kinds) > 1
    for kind in join.kinds:
        whole = _whole(text, said, items, join, kind, together)
        large = whole.count is not None and whole.count.min >= toll
        scope = Scope.TOLL if large else scopes.at(whole.span.start)
        whole = whole if scope is whole.scope else replace(whole, scope=scope)
        yield whole
        index, so_far = so_far, so_far + 1
        parts = list(join.among)
        if not parts and len(join.people) > 1 and not _one_number(join.people):
            parts = list(join.people)
        if together or join.denied:
            continue
        for part in parts:
            so_far += 1
            yield replace(
                whole,
                count=part.count,
                quantifier=part.quantifier,
                span=_span(text, said, part),
                who=_who([part]),
                people=_people([part], kind),
                part_of=index,
                rule=f"{join.rule}: part",
            )


def _whole(
    text: str, said: Sequence[Unit], items: Sequence[Item], join: Join, kind: Harm, together: bool
) -> Claim:
    starts = [said[each.start].start for each in join.people]
    ends = [said[each.end - 1].end for each in join.people]
    word = items[join.word]
    if isinstance(word, Unit):
        starts.append(word.start)
        ends.append(word.end)
    count = _at_least_its_parts(_sum(join.people), join.among)
    if join.denied:
        count = Range(0, 0)
    elif together and not _each(join, count):
        count = None  # so many were killed or injured, and nobody says how many of each
    quantifier = join.people[0].quantifier if len(join.people) == 1 else Quantifier.EXACT
    if len(join.people) > 1 and any(each.how == "family" for each in join.people):
        quantifier = Quantifier.VAGUE  # "a man and his family": nobody counted them
    if count == Range(1, 1) and join.people[0].how in _NOT_COUNTED:
        quantifier = Quantifier.VAGUE
    return Claim(
        kind=kind,
        count=count,
        quantifier=quantifier,
        span=Span.of(text, min(starts), max(ends)),
        who=_who(join.people),
        people=_people(join.people, kind),
        rule=("denied: " if join.denied else "") + join.rule,
    )


def _at_least_its_parts(count: Range | None, parts: Sequence[Mention]) -> Range | None:
    """ "Up to twenty, including at least fourteen women" is fourteen to twenty."""
    least = sum(part.count.min for part in parts if part.count and part.quantifier is not Quantifier.VAGUE)
    if count is None or count.max is None or count.min == count.max or not count.min < least <= count.max:
        return count
    return Range(least, count.max)


def _each(join: Join, count: Range | None) -> bool:
    """Whether the count holds for each of two harms: "several were killed and injured" is several of both."""
    if join.rule is Way.OWN_WORD:
        return False  # a casualty is dead or hurt, and the word does not say which
    vague = all(each.quantifier is Quantifier.VAGUE for each in join.people)
    return count is not None and (count.max == 1 or (vague and count.min == 2))


def _one_number(people: Sequence[Mention]) -> bool:
    """ "8 elderly people, children and women": one number counts the row."""
    plurals = all(each.how == "plural" and not each.other for each in people[1:])
    return len(people) > 1 and people[0].how == "counted" and plurals


def _sum(people: Sequence[Mention]) -> Range | None:
    if _one_number(people):
        return people[0].count
    total: Range | None = None
    for each in people:
        if each.count is None:
            continue
        total = each.count if total is None else total + each.count
    beyond_belief = any(each.count is None and each.how in ("counted", "bare") for each in people)
    return Range.at_least(total.min) if total and beyond_belief else total


def _who(people: Sequence[Mention]) -> Harmed:
    statuses = {each.status for each in people}
    groups = {each.group for each in people}
    status = statuses.pop() if len(statuses) == 1 else Status.UNKNOWN
    group = groups.pop() if len(groups) == 1 else None
    kinds = {each.kind for each in people}
    return Harmed(status, group, ", ".join(sorted(kinds)) if group and "" not in kinds else "")


def _people(people: Sequence[Mention], kind: Harm) -> tuple[Victim, ...]:
    return tuple(replace(person, harm=kind.value) for each in people for person in named(each))


def _span(text: str, said: Sequence[Unit], part: Mention) -> Span:
    return Span.of(text, said[part.start].start, said[part.end - 1].end)
