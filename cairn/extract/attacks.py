"""The attacks that a report tells of: the sentences that tell of one, brought together.

A sentence goes on with an attack told shortly before whose day and place could be its own. One that gives
another day, a place that is not that attack's, or a word for another attack tells of another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cairn.extract.attack_sentences import TellingSentence, telling_sentences
from cairn.extract.belligerents import TIE, accused
from cairn.extract.context import Context
from cairn.extract.event_date import Told
from cairn.extract.event_place import event_place
from cairn.extract.sentences import within
from cairn.extract.words import Word
from cairn.values import Attack, PartialDate, Party, Place, Precision, Reading, Span, distance_km
from cairn.vocabulary.country_names import country_name

_KM_APART = 30.0  # nearer places may be one event, told by a village and by its town
_LOOKED_BACK = 6  # attacks told before to which a sentence may go back
_LOOKED_AT = 40  # sentences of an attack that say what it was; more would cost time and add nothing


@dataclass
class _Told:
    """The sentences of one attack, and the days and places that they say."""

    sentences: list[TellingSentence] = field(default_factory=list)
    days: set[PartialDate] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    victims: set[str] = field(default_factory=set)

    def goes_on(self, sentence: TellingSentence) -> bool:
        """Whether a sentence can be of this attack."""
        when, where = sentence.when, sentence.where
        if when and self.days and not any(when.first.could_be(day) for day in self.days):
            return False
        return not where or not self.places or any(not _apart(where, each) for each in self.places.values())

    def tells_of(self, sentence: TellingSentence) -> bool:
        """Whether the two name somebody in common, in full or by the last of the names."""
        last = {name.split()[-1] for name in self.victims}
        return any(name.split()[-1] in last for name in sentence.victims)

    def add(self, sentence: TellingSentence) -> None:
        self.sentences.append(sentence)
        self.victims |= sentence.victims
        if sentence.when:
            self.days.add(sentence.when.first)
        if sentence.where:
            self.places[sentence.where.id or sentence.where.name] = sentence.where


def attacks(reading: Reading, known: Context, words: Sequence[Word]) -> tuple[Attack, ...]:
    """Each attack once, in the order in which the report comes to them."""
    told: list[_Told] = []
    for sentence in telling_sentences(reading.claims, known, words):
        looked_back = 1 if sentence.refers else _LOOKED_BACK
        before = [] if sentence.apart and not sentence.refers else reversed(told[-looked_back:])
        may_be = [each for each in before if each.goes_on(sentence)]
        mine = next((each for each in may_be if each.tells_of(sentence)), next(iter(may_be), None))
        if mine is None and sentence.refers:
            continue
        if mine is None:
            mine = _Told()
            told.append(mine)
        mine.add(sentence)
    called = _called(known)
    found = tuple(_attack(each.sentences, known, called) for each in told)
    # Of several attacks, one told without its day is news; the only one has the day of the report's event.
    undated = reading.date if len(found) == 1 else known.published
    return tuple(each if each.date else replace(each, date=undated) for each in found)


def _apart(one: Place, other: Place) -> bool:
    """Whether no attack was in both: towns far apart, or a town and a land that does not hold it."""
    if one.lat_lon is None or other.lat_lon is None or Precision.COUNTRY in (one.precision, other.precision):
        return False
    if Precision.GOVERNORATE in (one.precision, other.precision):
        return _lands(one) != _lands(other) and bool(_lands(one) and _lands(other))
    return distance_km(one.lat_lon, other.lat_lon) > _KM_APART


def _lands(place: Place) -> tuple[str, ...]:
    """The name of the land of the first level that a place lies in, or is; none where that is not known."""
    return (place.name,) if place.precision is Precision.GOVERNORATE else place.within[-1:]


def _called(known: Context) -> dict[str, tuple[Span, ...]]:
    """The words by which the report calls each belligerent, each once."""
    called: dict[str, dict[str, Span]] = {}
    for each in known.belligerents:
        span = Span.of(known.text, each.start, each.end)
        called.setdefault(each.name, {}).setdefault(span.phrase, span)
    return {name: tuple(spans.values()) for name, spans in called.items()}


def _attack(told: Sequence[TellingSentence], known: Context, called: dict[str, tuple[Span, ...]]) -> Attack:
    saying = told[:_LOOKED_AT]
    stretches = [(each.start, each.end) for each in saying]
    telling = [(each.start, each.end) for each in saying if not each.refers]
    said = [each.when for each in sorted(saying, key=lambda one: one.refers) if each.when]
    when = next((each for each in said if each.is_day), said[0] if said else None)
    near = within(known.belligerents, stretches[0][0] - TIE, stretches[-1][1] + TIE)
    return Attack(
        span=Span.of(known.text, told[0].start, told[-1].end),
        date=when.first if when else None,
        date_end=when.last if when else None,
        place=_scene(telling, known) or _scene(stretches, known) or _land(known.land),
        parties=tuple(Party(one, called[one.name]) for one in accused(near, stretches)),
        doers=tuple({each.phrase: each for one in saying for each in one.doers}.values()),
        means=tuple({each.span.phrase: each for one in saying for each in one.means}.values()),
        claims=tuple(at for each in told for at in each.claims),
    )


def _scene(stretches: Sequence[tuple[int, int]], known: Context) -> Place | None:
    places = [place for stretch in stretches for place in known.places_in(stretch)]
    where = event_place(places, [Told(*stretch, stretch) for stretch in stretches])
    return where.place if where else None


def _land(code: str | None) -> Place | None:
    """A report's own country: all that is known of where, when the sentences name no place."""
    return Place(country_name(code), precision=Precision.COUNTRY, country=code) if code else None
