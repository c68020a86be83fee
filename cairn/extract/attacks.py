"""The attacks that a report tells of: sentences that tell of harm or of an attack, brought together by event.

A sentence goes on with the attack told last whose day and place could be its own. One that gives another day,
or a place that is not that attack's, tells of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from cairn.extract.belligerents import accused
from cairn.extract.context import Context
from cairn.extract.dates import Dated
from cairn.extract.event_date import Told, is_stamp
from cairn.extract.event_place import event_place
from cairn.extract.means import means_named
from cairn.extract.places import Located
from cairn.extract.sentences import stands_in
from cairn.extract.words import Word, words_between
from cairn.values import Attack, Means, Party, Place, Precision, Reading, Scope, Span, distance_km
from cairn.vocabulary.country_names import country_name
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.phrases import Phrases

_KM_APART = 30.0
_NOT_THE_EVENT = frozenset((Scope.TOLL, Scope.BACKGROUND))


@dataclass
class _Sentence:
    """A sentence that tells of an attack: what it says of it."""

    start: int
    end: int
    claims: list[int] = field(default_factory=list)
    when: Dated | None = None
    where: Located | None = None
    means: list[Means] = field(default_factory=list)
    doers: list[Span] = field(default_factory=list)


def attacks(reading: Reading, known: Context, words: Sequence[Word]) -> tuple[Attack, ...]:
    """Each attack once, in the order in which the report comes to them."""
    told: list[list[_Sentence]] = []
    for sentence in _sentences(reading, known, words):
        group = next((group for group in reversed(told) if _goes_on(group, sentence)), None)
        if group is None:
            told.append([sentence])
        else:
            group.append(sentence)
    return tuple(_attack(group, reading, known) for group in told)


def _sentences(reading: Reading, known: Context, words: Sequence[Word]) -> Iterator[_Sentence]:
    claims = {
        at: claim.span.start for at, claim in enumerate(reading.claims) if claim.scope not in _NOT_THE_EVENT
    }
    means = means_named(known.text, words)
    for start, end in zip(known.sentences, (*known.sentences[1:], len(known.text)), strict=True):
        here = [at for at, offset in claims.items() if start <= offset < end]
        if not here and not _tells(words_between(words, start, end)):
            continue
        if known.is_furniture(start):
            continue
        yield _Sentence(
            start,
            end,
            here,
            _day(known, start, end),
            event_place(known.places_in((start, end)), [Told(start, end, (start, end))]),
            [each for each in means if start <= each.span.start < end],
            list(_doers(known.text, words_between(words, start, end))),
        )


@cache
def _said(name: str) -> Phrases[str]:
    return Phrases(
        (phrase, name) for code in languages() for phrase in section(code, "attacks").get(name) or ()
    )


def _tells(words: Sequence[Word]) -> bool:
    """Whether a sentence says that something was attacked, and not that it might be."""
    keys = [word.key for word in words]
    told = next(_said("told").all_in(keys), None)
    return told is not None and next(_said("supposed").all_in(keys), None) is None


def _day(known: Context, start: int, end: int) -> Dated | None:
    days = [each for each in known.dates_in((start, end)) if each.is_day and not is_stamp(each, known.text)]
    return days[0] if days else None


def _doers(text: str, words: Sequence[Word]) -> Iterator[Span]:
    """Those who are named by what they are, where the words beside them say that they did it."""
    keys = [word.key for word in words]
    for at, match in _said("doers").all_in(keys):
        last = at + match.length
        if _did(keys, at, last):
            yield Span.of(text, words[at].start, words[last - 1].end)


_BEFORE, _AFTER = 4, 6  # words around a doer in which its deed stands


def _did(keys: Sequence[str], first: int, last: int) -> bool:
    """ "Killed by armed men", "armed men attacked"."""
    if next(_said("done by").all_in(keys[max(0, first - _BEFORE) : first]), None):
        return True
    for at in range(last, min(len(keys), last + _AFTER)):
        if keys[at] in (".", ";", ","):
            return False
        if _said("passive").at(keys, at):
            return False
        if _said("did").at(keys, at):
            return True
    return False


def _goes_on(group: Sequence[_Sentence], sentence: _Sentence) -> bool:
    """Whether a sentence can be of the attack that the others tell of."""
    days = {each.when.first for each in group if each.when}
    if sentence.when and days and sentence.when.first not in days:
        return False
    places = [each.where.place for each in group if each.where]
    here = sentence.where.place if sentence.where else None
    return here is None or not places or any(not _apart(here, place) for place in places)


def _apart(one: Place, other: Place) -> bool:
    if one.lat_lon is None or other.lat_lon is None:
        return False
    if any(each.precision in (None, Precision.COUNTRY, Precision.GOVERNORATE) for each in (one, other)):
        return False
    return distance_km(one.lat_lon, other.lat_lon) > _KM_APART


def _attack(group: Sequence[_Sentence], reading: Reading, known: Context) -> Attack:
    stretches = [(each.start, each.end) for each in group]
    when = next((each.when for each in group if each.when), None)
    told = [Told(*stretch, stretch) for stretch in stretches]
    places = [place for stretch in stretches for place in known.places_in(stretch)]
    where = event_place(places, told)
    claims = tuple(at for each in group for at in each.claims)
    return Attack(
        span=Span.of(known.text, stretches[0][0], stretches[-1][1]),
        date=when.first if when else known.published,
        date_end=when.last if when else None,
        place=where.place if where else _land(known.land),
        parties=_parties(known, stretches),
        doers=tuple({each.phrase: each for one in group for each in one.doers}.values()),
        means=tuple({each.span.phrase: each for one in group for each in one.means}.values()),
        claims=claims,
    )


def _land(code: str | None) -> Place | None:
    """A report's own country: all that is known of where, when the sentences name no place."""
    return Place(country_name(code), precision=Precision.COUNTRY, country=code) if code else None


def _parties(known: Context, stretches: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """Who is said to have done it, and how these sentences call them."""
    named = [each for each in known.belligerents if stands_in(stretches, each.start)]
    return tuple(
        Party(
            one,
            tuple(Span.of(known.text, each.start, each.end) for each in named if each.name == one.name),
        )
        for one in accused(known.belligerents, stretches)
    )
