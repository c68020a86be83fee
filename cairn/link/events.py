"""A report that tells of several events, told apart: each with the claims, day and place that are its own.

Only a day that the sentence itself names and that cannot be the main event's makes another event, for other
people than the main event's; and the main event keeps people of its own: a date read wrongly, or the day on
which somebody died of wounds, makes no second event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from cairn.values import Claim, Evidence, Harm, PartialDate, Place, Range, Reading, Scope, distance_km
from cairn.vocabulary.calendar import numbered
from cairn.vocabulary.fold import fold

DAYS_APART = 2  # sources that tell of one event differ by a day
KM_APART = 30.0
SHORTEST_NAME, LONGEST_STEM = 3, 5  # letters by which a place's name is known again
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE_END = re.compile(r"(?<=[.!?؟。])\s+|\n+")


def events(evidence: Evidence) -> list[Evidence]:
    """The report as many times as it tells of events, the main one first; tolls and background stay there."""
    apart = [
        replace(evidence, reading=reading) for reading in told_apart(evidence.reading, evidence.report.text)
    ]
    return [each if not each.reading.event else _where_it_says(each) for each in apart]


def told_apart(reading: Reading, text: str) -> list[Reading]:
    """The reading of each event. A report of one event is one reading, as it came."""
    other = [
        at for at, claim in enumerate(reading.claims) if _counted(claim) and _another_day(claim, reading)
    ]
    main = [c for at, c in enumerate(reading.claims) if at not in other and c.scope is Scope.INCIDENT]
    if not other or not any(map(_counted, main)):
        return [reading]
    apart: list[list[int]] = []
    for at in other:
        claim = reading.claims[at]
        if _names_its_day(claim, text) and (_far(claim.place, reading.place) or _other_people(claim, main)):
            _add(apart, at, reading.claims)
    if not apart:
        return [reading]
    _follow(apart, reading)
    gone = {at for group in apart for at in group}
    keys: set[str] = set()
    return [
        _main_event(reading, [at for at in range(len(reading.claims)) if at not in gone]),
        *(_event(reading, group, keys) for group in apart),
    ]


def own_words(each: Evidence) -> Evidence:
    """A further event with only the sentences that tell of it: the rest of the report is of the main one."""
    report = replace(each.report, text=_sentences(each), title=None)
    origin = f"{each.origin} {each.reading.event}" if each.origin else ""
    return replace(each, report=report, reading=replace(each.reading, furniture=()), origin=origin)


def _sentences(each: Evidence) -> str:
    """The sentences in which the claims stand."""
    return " ".join(dict.fromkeys(_sentence(each.report.text, claim) for claim in each.reading.claims))


def _sentence(text: str, claim: Claim) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= claim.span.start), default=0)
    end = min((end for end in ends if end >= claim.span.end), default=len(text))
    return text[start:end].strip()


def _where_it_says(each: Evidence) -> Evidence:
    """Without the place that its claims only have from the main event."""
    words = fold(_sentences(each))
    claims = tuple(
        claim if _is_named(claim.place, words) else replace(claim, place=None)
        for claim in each.reading.claims
    )
    place = next((claim.place for claim in claims if claim.place), None)
    reading = replace(each.reading, claims=claims, place=place, places=(place,) if place else ())
    return replace(each, reading=reading)


def _is_named(place: Place | None, words: str) -> bool:
    """By any part of its name, for the article and the ending are spelt in many ways."""
    names = fold(f"{place.name} {place.name_ar or ''}").split() if place else ()
    return any(len(name) >= SHORTEST_NAME and name[:LONGEST_STEM] in words for name in names)


def _counted(claim: Claim) -> bool:
    harmed = claim.kind in (Harm.KILLED, Harm.INJURED) and claim.count not in (None, Range(0, 0))
    return harmed and claim.part_of is None and claim.scope in (Scope.INCIDENT, Scope.OTHER)


def _another_day(claim: Claim, reading: Reading) -> bool:
    """A day said for the claim that cannot be the event's, for all that sources differ."""
    if claim.date is None or reading.date is None or not (claim.date.is_day and reading.date.is_day):
        return False
    first, last = _stretch(reading.date, reading.date_end)
    mine, until = _stretch(claim.date, claim.date_end)
    apart = max(first - until, mine - last)
    if claim.date.text[5:] == "-".join(reversed(reading.date.text[5:].split("-"))):
        return False  # 5/6 here and 6/5 there
    return apart >= (1 if claim.scope is Scope.OTHER else DAYS_APART)


def _stretch(date: PartialDate, end: PartialDate | None) -> tuple[int, int]:
    return date.first_day().toordinal(), (end or date).last_day().toordinal()


def _add(apart: list[list[int]], at: int, claims: Sequence[Claim]) -> None:
    """To the event of that day and place, or to a new one."""
    for group in apart:
        if _one_event(claims[group[0]], claims[at]):
            group.append(at)
            return
    apart.append([at])


def _one_event(one: Claim, other: Claim) -> bool:
    return one.date == other.date and not _far(one.place, other.place)


def _far(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.lat_lon is None or other.lat_lon is None:
        return False
    room = sum(place.precision.radius_km for place in (one, other) if place.precision)
    return distance_km(one.lat_lon, other.lat_lon) > KM_APART + room


def _names_its_day(claim: Claim, text: str) -> bool:
    """A weekday or "last week" may be of anything; a number beside a month is a day."""
    assert claim.date is not None
    words = _WORD.findall(fold(_sentence(text, claim)))
    _, month, day = map(int, claim.date.text.split("-"))
    numbers = [int(word) for word in words if word.isdecimal()]
    months = numbered("months")
    named = any(
        months.get(word) == month or months.get(" ".join(two)) == month
        for word, two in zip(words, pairwise([*words, ""]), strict=True)
    )
    return day in numbers and (named or month in numbers)


def _other_people(claim: Claim, main: Iterable[Claim]) -> bool:
    """As many as in the main event may be the same people."""
    return all(claim.count != each.count for each in main if each.kind is claim.kind)


def _follow(apart: list[list[int]], reading: Reading) -> None:
    """Parts go with their whole, and what is told of the same day without a number goes with its event."""
    home = {at: group for group in apart for at in group}
    for at, claim in enumerate(reading.claims):
        if at in home or claim.scope not in (Scope.INCIDENT, Scope.OTHER):
            continue
        group = home.get(claim.part_of) if claim.part_of is not None else None
        if group is None and claim.part_of is None and _another_day(claim, reading):
            group = next((each for each in apart if _one_event(reading.claims[each[0]], claim)), None)
        if group is not None:
            group.append(at)
            home[at] = group


def _main_event(reading: Reading, places: Sequence[int]) -> Reading:
    claims = _taken(reading.claims, places)
    people = tuple(person for person in reading.people if any(person in claim.people for claim in claims))
    return replace(reading, claims=claims, people=people, attacks=())


def _event(reading: Reading, places: Sequence[int], keys: set[str]) -> Reading:
    """A further event, named by its day; the second of one day by its place too."""
    claims = tuple(replace(each, scope=Scope.INCIDENT) for each in _taken(reading.claims, sorted(places)))
    first = next(claim for claim in claims if claim.date)
    key = str(first.date)
    if key in keys:
        key = f"{key} {(first.place and (first.place.id or first.place.name)) or len(keys)}"
    keys.add(key)
    place = next((claim.place for claim in claims if claim.place), None)
    return Reading(
        language=reading.language,
        claims=claims,
        date=first.date,
        date_end=first.date_end,
        place=place,
        places=(place,) if place else (),
        belligerents=tuple(dict.fromkeys(one for claim in claims for one in claim.belligerents)),
        people=tuple(dict.fromkeys(person for claim in claims for person in claim.people)),
        means=reading.means,
        furniture=reading.furniture,
        speakers=tuple(dict.fromkeys(claim.attributed_to for claim in claims if claim.attributed_to)),
        event=key,
    )


def _taken(claims: Sequence[Claim], places: Sequence[int]) -> tuple[Claim, ...]:
    """These claims; a part still leads to its whole."""
    now: dict[int | None, int] = {at: number for number, at in enumerate(places)}
    return tuple(replace(claims[at], part_of=now.get(claims[at].part_of)) for at in places)
