"""People as a text mentions them: "at least five Palestinian children", "his wife", "12", "طفلان".

A mention is a count and the word for people that it counts. A word in the singular is one person, a dual is
two; a plural that nobody counted is what conventions.yml says; with "the" it speaks of people told of before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cairn.extract.numbers import Count, begins_a_count, ceiling_at, count_at
from cairn.extract.units import NOTHING, Unit
from cairn.values import OFFSPRING, Group, Harm, Quantifier, Range, Status, Victim
from cairn.vocabulary.calendar import numbered
from cairn.vocabulary.conventions import vague_range
from cairn.vocabulary.lexicon import People

_MOST_MODIFIERS = 7
_LONGEST_MONTH = 31
_MOST_AGES = 5  # "aged 3, 5, 7, 10 and 12 years"
_UNKNOWN = People()
_OPEN_A_MENTION = frozenset({"one", "definite", "own", "asked"})


@dataclass(frozen=True, slots=True)
class Mention:
    """People mentioned in units `start` to `end`.

    `how`: "counted", "one" (a singular), "plural" (not counted), "definite" (told of before), "bare" (a
    number with no word for people), "name", "asked" ("how many people"). `harm` where the word itself says
    what was done ("martyrs").
    """

    count: Range | None
    quantifier: Quantifier
    start: int
    end: int
    how: str
    status: Status = Status.UNKNOWN
    group: Group | None = None
    gender: str | None = None
    kind: str = ""  # narrower than the group
    harm: tuple[Harm, ...] = ()
    age: float | None = None
    other: bool = False
    kin: bool = False
    offspring: bool = False  # a word for somebody's son, daughter or grandchild
    first: bool = False  # the first of those whom a plural names: "sons Omar and Ali"
    person: bool = False  # a word for people stands in it
    people: tuple[Victim, ...] = ()
    victims: bool = False  # a word for those harmed that does not say how
    either: bool = False  # a form that is one person behind a noun of harm, else several
    a: bool = False  # "a" or "an" stands before it


def named(mention: Mention) -> tuple[Victim, ...]:
    """The people named in a mention, with what it says of them."""
    people = tuple(_told(person, mention) for person in mention.people)
    if len(people) != 1:
        return people
    person = people[0]
    age = mention.age if mention.age is not None else person.age
    gender = mention.gender or person.gender
    if age == person.age and gender == person.gender:
        return people
    return (replace(person, age=age, gender=gender),)


def _told(person: Victim, mention: Mention) -> Victim:
    """The person with what the words beside the name say, where nothing said it before."""
    kin = OFFSPRING if mention.offspring else None
    group, kin = person.group or mention.group, person.kin or kin
    if group is person.group and kin is person.kin:
        return person
    return replace(person, group=group, kin=kin)


def may_begin(said: Sequence[Unit], at: int) -> bool:
    """Whether people may be mentioned from this unit on: seldom, so that `mention_at` is seldom asked."""
    unit = said[at]
    sense = unit.sense
    if at and said[at - 1].sense.frame:
        return True
    if sense is not NOTHING and (sense.people or sense.signs & _OPEN_A_MENTION):
        return True
    return begins_a_count(unit)


def mention_at(said: Sequence[Unit], start: int, stop: int, version: str = "1") -> Mention | None:
    """The people mentioned from this unit on, if a mention begins here."""
    unit = said[start]
    if unit.sense.people and unit.sense.people.other and start + 1 < stop:
        # "another 21 civilians", "others, 12": the count follows the word.
        counted = count_at(said, start + 1, stop, version)
        if counted and unit.sense.people.how_many == 1:
            return _counted(said, start, counted, stop, version, other=True)
        if unit.sense.people.how_many == 1 and (head := _head(said, start + 1, stop, most=4)) is not None:
            # "another staff member"
            end, people = _heads(said, head, stop)
            return _made(
                said, start, end, Count(Range.exactly(1), Quantifier.EXACT, start, end), people, True
            )
    counted = count_at(said, start, stop, version)
    if counted:
        return _counted(said, start, counted, stop, version)
    if unit.sense.people:
        return _uncounted(said, start, start, stop, version)
    if unit.is_("asked"):
        head = _head(said, start + 1, stop, most=4)
        return None if head is None else Mention(None, Quantifier.VAGUE, start, head + 1, "asked")
    if unit.sense.signs & _OPEN_A_MENTION:
        return _after_article(said, start, stop, version)
    return _without_article(said, start, stop, version)


def _without_article(said: Sequence[Unit], start: int, stop: int, version: str) -> Mention | None:
    """ "Killed senior Al Qaeda commander Omar Haddad", "kills Al Qaeda fighters": as headlines have it."""
    unit, before = said[start], said[start - 1] if start else None
    if before is None or before.sense.frame not in ("verb", "after", "noun") or before.key >= "\u0370":
        return None
    if not (unit.unknown or unit.is_("modifier")) or _is_passive(said, start - 1):
        return None
    head = _head(said, start, stop, most=5)
    found = None if head is None else _uncounted(said, start, head, stop, version)
    if found is None or (found.how != "one" and unit.unknown):
        return None  # "killing key leaders" says what somebody does
    following = said[found.end] if found.end < stop else None
    return None if following and following.unknown and not following.capital else found


def _is_passive(said: Sequence[Unit], at: int) -> bool:
    """Whether the word for harm here is of those before it: "was killed", "were later shot"."""
    while at and said[at - 1].is_("adverb"):
        at -= 1
    return bool(at) and said[at - 1].is_("passive")


def _after_article(said: Sequence[Unit], start: int, stop: int, version: str) -> Mention | None:
    if start + 1 < stop and said[start].is_("definite"):
        counted = count_at(said, start + 1, stop, version)
        if counted:
            whole = _counted(said, start, counted, stop, version)
            return replace(whole, how="definite") if whole else None
    if start + 1 < stop and said[start].is_("own"):
        counted = count_at(said, start + 1, stop, version)
        if counted and not _is_age(said, counted.end, stop):
            return _counted(said, start, counted, stop, version)
    age, at = _age(said, start + 1, stop, version)
    head = _head(said, at, stop, most=4)
    if head is None and said[start].is_("one"):
        return _aged(said, start, at, age) if age is not None else _told_by_who(said, start, stop)
    if head is None:
        return None
    ages = (_age(said, k, head, version)[0] for k in range(at, head))
    age = next((told for told in (age, *ages) if told is not None), None)  # "a cousin's 3-year-old daughter"
    found = _uncounted(said, start, head, stop, version)
    if found and said[start].is_("one"):
        found = replace(found, a=True)
    return replace(found, age=age, group=by_age(found.group, age)) if found else None


def _told_by_who(said: Sequence[Unit], start: int, stop: int) -> Mention | None:
    """ "a violinist who was killed": of things one says "which", so whatever is called so is a person."""
    at = start + 1
    while at < stop and at - start < _MOST_MODIFIERS and _may_modify(said, at, stop):
        at += 1
    if at == start + 1 or at >= stop or not said[at].is_("relative person") or not said[at - 1].unknown:
        return None
    return Mention(Range.exactly(1), Quantifier.EXACT, start, at, "one", person=True)


def _counted(
    said: Sequence[Unit], start: int, counted: Count, stop: int, version: str, other: bool = False
) -> Mention | None:
    if _is_age(said, counted.end, stop):
        return _aged_head(said, start, counted, stop, version)
    at = counted.end
    if (
        counted.digits
        and said[start].key[0].isdigit()
        and (_glued(said, start) or _enumerates(said, at, stop))
    ):
        return None
    more = said[at].sense.people if at < stop else None
    if more and more.other:
        # "two other civilians", "five more militants"; without a word for people, "13 others"
        if _head(said, at + 1, stop, most=3) is None:
            return _made(said, start, at + 1, counted, more, True)
        at, other = at + 1, True
    arabic = at < stop and said[at].key >= "\u0600"  # there the people follow their number at once
    head = _head(said, at, stop, most=2 if arabic else _MOST_MODIFIERS)
    if head is None and _is_of_party(said, at, stop):
        fighters = People(status=Status.COMBATANT)
        return _made(said, start, at + 1, counted, fighters, other)
    if head is None:
        beside = _harm_follows(said, counted.end, stop) or _harm_before(said, start)
        if counted.quantifier is Quantifier.VAGUE and not beside:
            return None
        if _of_things(said, counted.end, stop) or _is_year(counted) or _is_day(said, start, counted):
            return None
        return Mention(counted.range, counted.quantifier, start, counted.end, "bare", other=other)
    if _is_year(counted) and head > at:
        return None
    end, people = _heads(said, head, stop)
    end, people = _and_more(said, end, people, stop)
    end = _with_family(said, end, people, stop)
    return _made(said, start, *_with_ceiling(said, counted, end, stop), people, other)


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


def _enumerates(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "1- Ahmad, 2- Omar": the numbers of a list."""
    if at >= stop or said[at].key not in "-)" or said[at].start != said[at - 1].end:
        return False
    return not _is_open(said, at - 1)  # "(12)" and "(female, 12)" tell an age


def _is_open(said: Sequence[Unit], at: int) -> bool:
    """Whether a bracket was opened shortly before."""
    marks = (said[k].key for k in range(at - 1, max(-1, at - 10), -1))
    return next((mark == "(" for mark in marks if mark in "()"), False)


def _glued(said: Sequence[Unit], at: int) -> bool:
    """Whether letters touch the digits: the number of a file or a weapon, "50th", "9pm"."""
    before = said[at - 1] if at else None
    after = said[at + 1] if at + 1 < len(said) else None
    letters = [
        each
        for each, touches in (
            (before, before and before.end == said[at].start),
            (after, after and after.start == said[at].end),
        )
        if each and touches and each.unknown and each.key < "\u0600"
    ]
    return bool(letters) or _is_of_a_clock(said, at)


def _is_of_a_clock(said: Sequence[Unit], at: int) -> bool:
    """ "0:43 Man found dead": minutes, as pages give them before the titles of other reports."""
    if at < 2 or said[at - 1].key != ":":
        return False
    return (
        said[at - 2].end == said[at - 1].start
        and said[at - 1].end == said[at].start
        and said[at - 2].key.isdigit()
    )


def _is_day(said: Sequence[Unit], start: int, counted: Count) -> bool:
    """ "October 27 has …": the number behind a month is its day."""
    month = said[start - 1] if start else None
    exact = counted.digits and counted.range.max is not None and counted.range.max <= _LONGEST_MONTH
    return bool(month and exact and month.capital and month.key in numbered("months"))


def _is_year(counted: Count) -> bool:
    return counted.digits and counted.quantifier is Quantifier.EXACT and 1900 <= counted.range.min < 2100


def _with_family(said: Sequence[Unit], end: int, people: People, stop: int) -> int:
    """ "six members of the Haddad family": the family is whose they are, not more people."""
    if end >= stop or people.family or not said[end].sense.signs & {"of", "from"}:
        return end
    for at in range(end + 1, min(stop, end + 9)):
        unit = said[at]
        if unit.sense.people:
            return at + 1 if unit.sense.people.family else end
        if not (
            unit.unknown
            or unit.sense.signs & {"definite", "own", "modifier", "one", "of"}
            or unit.key in "-'"
        ):
            return end
    return end


def _harm_follows(said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "a number were injured", "several injuries", "dozens in hospital": people, though no word says so."""
    while at < stop and said[at].is_("adverb"):
        at += 1
    return at < stop and bool(said[at].sense.frame or said[at].is_("passive"))


def _harm_before(said: Sequence[Unit], at: int) -> bool:
    """ "Killing several", "killed dozens"."""
    before = said[at - 1] if at else None
    return before is not None and before.sense.frame in ("verb", "after") and not _is_passive(said, at - 1)


def _of_things(said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the number counts something that is no word for people: "three times", "12 houses"."""
    if at >= stop:
        return False
    following = said[at]
    if following.unknown and not following.capital:
        return True
    return bool(following.sense.signs & {"not people", "years", "days"}) or following.key in "%°$€"


def _made(said: Sequence[Unit], start: int, end: int, counted: Count, people: People, other: bool) -> Mention:
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


def _uncounted(said: Sequence[Unit], start: int, head: int, stop: int, version: str) -> Mention | None:
    end, people = _heads(said, head, stop)
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
    count, quantifier, how = _how_many(people, signs, version)
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
        end = _with_family(said, end, people, stop)
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


def _how_many(people: People, signs: frozenset[str], version: str) -> tuple[Range | None, Quantifier, str]:
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
        if counted and not _is_age(said, counted.end, stop):
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


def _head(said: Sequence[Unit], at: int, stop: int, most: int) -> int | None:
    """The unit of the first word for people from here on, past adjectives; None if there is none."""
    last = min(stop, at + most)
    weak: int | None = None
    while at < last:
        unit = said[at]
        if unit.sense.people and not unit.sense.people.weak:
            return at
        if unit.sense.people:
            weak = at if weak is None else weak  # "national": a person only where no other word follows
        elif unit.key == "(":
            closed = next((k for k in range(at + 1, min(stop, at + 8)) if said[k].key == ")"), None)
            if closed is None:
                return weak
            last, at = min(stop, last + closed - at), closed
        elif not _may_modify(said, at, stop):
            return weak
        at += 1
    return weak


def _may_modify(said: Sequence[Unit], at: int, stop: int) -> bool:
    unit = said[at]
    if unit.is_("preposition") and not unit.is_("modifier"):
        return False
    if unit.is_("definite") and said[at - 1].unknown:
        return False  # "ten cases involving the mother"
    if unit.is_("of them"):
        return False  # "3'ü çocuk": three of them
    if unit.key in "-'\"" or unit.sense.signs & {"adverb", "definite", "own", "modifier", "of"}:
        return True
    if at + 1 < stop and said[at + 1].is_("years"):
        return True  # "two 10-year-old girls"
    if unit.is_mark or unit.key[0].isdigit():
        return False
    if unit.sense.harm:
        # "12 wounded civilians", but not "12 wounded in", nor "a strike killed commander Omar Haddad"
        describes = _describes_harm(unit) and not said[at - 1].unknown
        return at + 1 < stop and bool(said[at + 1].sense.people) and describes
    if unit.is_("years"):
        return True
    return not (
        unit.sense.signs or unit.sense.number is not None or unit.sense.vague or unit.sense.quantifier
    )


def _describes_harm(unit: Unit) -> bool:
    return unit.sense.frame in ("verb", "state") and unit.key < "\u0600"


def _heads(said: Sequence[Unit], head: int, stop: int) -> tuple[int, People]:
    """ "family members", "Taliban fighters": the last word counts, and what either says of them holds."""
    people = said[head].sense.people or _UNKNOWN
    end = head + 1
    while end < stop:
        after = _after_brackets(said, end, stop)
        behind = said[after].sense.people if after < stop else None
        if behind and not behind.other:
            end = after  # "international (Danish) staff"
        following = said[end].sense.people
        if (
            following is None
            or following.other
            or (following.kin and not people.kin and not _both_one(said, end))
        ):
            break
        if _did_it_to(people, following):
            break
        people = _both(people, following)
        if said[end].key >= "\u0600":
            # Arabic puts the describing word behind: an officer of police is one person.
            people = replace(people, how_many=(said[head].sense.people or people).how_many)
        end += 1
    if any(said[at].is_("grown") for at in range(head, end)):
        people = replace(people, group=None, kind="")  # "five adult children"
    return end, people


def _both_one(said: Sequence[Unit], at: int) -> bool:
    """ "Infant daughter": one person by two words, as far as a language puts them side by side."""
    first, second = said[at - 1].sense.people, said[at].sense.people
    one = first is not None and second is not None and first.how_many == 1 == second.how_many
    return one and said[at].key < "\u0370"


def _did_it_to(people: People, following: People) -> bool:
    """ "قتل قناص طفلا": an armed man, and behind him whom he killed, are not one person."""
    armed = people.status is Status.COMBATANT and following.status is not Status.COMBATANT
    return armed and bool(following.group or following.status is Status.CIVILIAN)


def _after_brackets(said: Sequence[Unit], at: int, stop: int) -> int:
    if said[at].key != "(":
        return at
    closed = next((k for k in range(at + 1, min(stop, at + 8)) if said[k].key == ")"), None)
    return at if closed is None else closed + 1


def _both(first: People, second: People) -> People:
    status = second.status if second.status is not Status.UNKNOWN else first.status
    return replace(
        second,
        status=status,
        group=second.group or first.group,
        gender=second.gender or first.gender,
        kind=second.kind or first.kind,
        family=False,
    )


def _and_more(said: Sequence[Unit], end: int, people: People, stop: int) -> tuple[int, People]:
    """ "12 women and children": one count for both words, so neither word alone is its group."""
    if end + 1 < stop and said[end].sense.signs & {"and", "or"} and people.how_many is None:
        following = said[end + 1].sense.people
        if following and following.how_many is None and not following.other and not following.kin:
            same = following.status if following.status is people.status else Status.UNKNOWN
            return end + 2, replace(people, group=None, gender=None, status=same)
    return end, people


def _is_age(said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the number before this is an age: "17-year-old", and the first of "17 and 19 years old"."""
    return _years_at(said, at, stop) is not None


def _years_at(said: Sequence[Unit], at: int, stop: int) -> int | None:
    """Where the word for years stands that the number before this counts; None where there is none."""
    for _ in range(_MOST_AGES):
        if at < stop and said[at].is_("years"):
            return at
        at += at < stop and said[at].key == "-"
        joined = at
        at += at < stop and (said[at].key == "," or bool(said[at].sense.signs & {"and", "or", "range to"}))
        if at == joined or at >= stop or (said[at].sense.number is None and not said[at].key.isdigit()):
            return None
        at += 1
    return None


def _age(said: Sequence[Unit], at: int, stop: int, version: str) -> tuple[float | None, int]:
    counted = count_at(said, at, stop, version) if at < stop else None
    if counted is None or not _is_age(said, counted.end, stop):
        return None, at
    years = _years_at(said, counted.end, stop) or counted.end
    return _in_years(said, counted, years), years + 1


def _in_years(said: Sequence[Unit], counted: Count, years: int) -> float:
    age = counted.range.min
    return round(age / 12, 1) if said[years].is_("months") else float(age)


def _aged_head(said: Sequence[Unit], start: int, counted: Count, stop: int, version: str) -> Mention | None:
    """ "7-year-old girl", "a 54-year-old"."""
    years = _years_at(said, counted.end, stop) or counted.end
    age, at = _in_years(said, counted, years), years + 1
    if said[counted.end].key >= "\u0600":
        # In Arabic it tells the age of somebody, and stands for nobody: a mention that counts no one.
        return replace(_aged(said, start, at, age), how="age", count=None)
    head = _head(said, at, stop, most=3)
    if head is None:
        return replace(_aged(said, start, at, age), how="age")
    end, people = _heads(said, head, stop)
    one = Count(Range.exactly(1), Quantifier.EXACT, start, end)
    found = _made(said, start, end, one, people, people.other)
    if people.how_many is None:  # "10-year-old girls"
        several, quantifier, how = _how_many(people, frozenset(), version)
        found = replace(found, count=several, quantifier=quantifier, how=how)
        return replace(found, age=age, group=by_age(found.group, age))
    return replace(found, how="one", age=age, group=by_age(found.group, age))


def _aged(said: Sequence[Unit], start: int, end: int, age: float | None) -> Mention:
    group = by_age(None, age)
    return Mention(Range.exactly(1), Quantifier.EXACT, start, end, "one", group=group, age=age, person=True)


def by_age(group: Group | None, age: float | None) -> Group | None:
    """Under 18 is a child, whatever word was used."""
    if age is not None and age < 18 and group in (None, Group.MEN, Group.WOMEN):
        return Group.CHILDREN
    if age is not None and age >= 18 and group is Group.CHILDREN:
        return None
    return group
