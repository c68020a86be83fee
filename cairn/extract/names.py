"""People named in a text: two or more capitalised words that mean nothing else, or Arabic words after a title.

A name by itself harms nobody; it becomes a victim only where harm is joined to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from functools import cache

from cairn.extract.mentions import Mention
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range, Victim
from cairn.vocabulary.language import languages, section

_PARTICLES = frozenset("al el bin ben ibn abu abd de la van von der da dos del um umm".split())
_MOST_WORDS = 7


def name_at(text: str, said: Sequence[Unit], start: int, stop: int) -> Mention | None:
    """A person's name in Latin letters that begins at this unit."""
    if not _capital(text, said[start]):
        return None
    at, words = start, 0
    while at < stop and at - start < 2 * _MOST_WORDS:
        if _capital(text, said[at]) or (said[at].key in _PARTICLES and _goes_on(text, said, at, stop)):
            words += 1
        elif not (said[at].key in "-'" and _goes_on(text, said, at, stop)):
            break
        at += 1
    if words < 2 and not _has_age(said, at, stop):
        return None
    if not _strangers().isdisjoint(said[k].key for k in range(start, at)):
        return None
    begin, end = said[start].start, said[at - 1].end
    person = Victim(" ".join(text[begin:end].split()), start=begin, end=end)
    return Mention(Range.exactly(1), Quantifier.EXACT, start, at, "name", people=(person,))


@cache
def _strangers() -> frozenset[str]:
    """Words that make a run of capitals the name of something else: News, Hospital, County."""
    lists = (section(code, "names").get("not_a_person") or () for code in languages())
    return frozenset(word for each in lists for word in each)


def _capital(text: str, unit: Unit) -> bool:
    written = text[unit.start]
    sense = unit.sense
    if not written.isupper() or len(unit.key) < 2:
        return False
    return not (sense.signs or sense.people or sense.harm or sense.number is not None or sense.vague)


def _goes_on(text: str, said: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether a capital stands close behind this particle or mark."""
    k = at + 1
    if k < stop and said[k].key == "-" and said[at].key in _PARTICLES:
        k += 1
    if k >= stop or said[k].start - said[k - 1].end > 1:
        return False
    return _capital(text, said[k]) or said[k].key in _PARTICLES


def _has_age(said: Sequence[Unit], at: int, stop: int) -> bool:
    """A single name is one where an age in brackets follows: "Mazen (17)"."""
    return at + 2 < stop and said[at].key == "(" and said[at + 1].key.isdigit() and said[at + 2].key == ")"
