"""People named in a text: capitalised words that mean nothing else, or Arabic words behind a given name.

A name by itself harms nobody; it becomes a victim only where harm is joined to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from cairn.extract.mention import Mention
from cairn.extract.units import Unit
from cairn.values import Quantifier, Range, Victim
from cairn.vocabulary.given_names import given_names, sex_of
from cairn.vocabulary.language import languages, section
from cairn.vocabulary.names import name_words

_PARTICLES = frozenset(
    (
        *("al", "el", "bin", "ben", "ibn", "abu", "abd", "um", "umm"),
        *("de", "la", "van", "von", "der", "da", "dos", "del"),
    )
)
_ARTICLES = frozenset(("al", "el"))
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MOST_WORDS = 7
_ARABIC_PARTICLES = frozenset(("ابو", "ابي", "بن", "ابن", "عبد", "ال", "ام", "بنت"))
_MOST_ARABIC_WORDS = 5


def name_at(text: str, said: Sequence[Unit], start: int, stop: int) -> Mention | None:
    """A person's name that begins at this unit."""
    if said[start].key >= "\u0600":
        return _arabic_name(text, said, start, stop)
    if not _capital(text, said[start]):
        return None
    at, words = start, 0
    while at < stop and at - start < 2 * _MOST_WORDS:
        if _capital(text, said[at]) or (said[at].key in _PARTICLES and _goes_on(text, said, at, stop)):
            words += 1
        elif said[at].key == "(" and (after := _past_spelling(text, said, at, stop)):
            at = after - 1
        elif not (
            (said[at].key == "." and _is_title(said[at - 1]) and _goes_on(text, said, at, stop))
            or (said[at].key in "-'" and _goes_on(text, said, at, stop))
            or _family_follows(text, said, at, stop)
        ):
            break
        at += 1
    if words < 2 and not _has_age(said, at, stop):
        return None
    if not _strangers().isdisjoint(said[k].key for k in range(start, at)) or _has_letters(
        text, said, start, at
    ):
        return None
    return _named(text, said, start, at)


def _is_title(unit: Unit) -> bool:
    """ "Dr. Omar Haddad": the stop is of the title."""
    return unit.key in name_words("latin").titles


def _past_spelling(text: str, said: Sequence[Unit], at: int, stop: int) -> int | None:
    """ "Nibal (Nepal) Haddad": another spelling in brackets within a name; the unit after it."""
    spelt = at + 3 < stop and said[at + 2].key == ")" and _capital(text, said[at + 1])
    return at + 3 if spelt and _goes_on(text, said, at + 2, stop) else None


def _family_follows(text: str, said: Sequence[Unit], at: int, stop: int) -> bool:
    """ "Omar al-Haddad, al-Masri (23)": the wider family's name goes on with the name."""
    if said[at].key != "," or at + 2 >= stop or said[at + 1].key not in _ARTICLES:
        return False
    family = at + 2 + (said[at + 2].key == "-")
    if family >= stop or not _capital(text, said[family]):
        return False
    return family + 1 >= stop or said[family + 1].is_mark or said[family + 1].is_("and")


def _has_letters(text: str, said: Sequence[Unit], start: int, end: int) -> bool:
    """Whether a word is the letters of an organisation: NGO, SDF."""
    written = (text[said[k].start : said[k].end] for k in range(start, end))
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in written)


def _named(text: str, said: Sequence[Unit], start: int, end: int) -> Mention:
    begin, until = said[start].start, said[end - 1].end
    name = " ".join(_IN_BRACKETS.sub(" ", text[begin:until]).split())
    sex = sex_of(name)
    person = Victim(name, gender=sex, start=begin, end=until)
    return Mention(Range.exactly(1), Quantifier.EXACT, start, end, "name", gender=sex, people=(person,))


def _arabic_name(text: str, said: Sequence[Unit], start: int, stop: int) -> Mention | None:
    """Without capitals a name is known by a given name at its head; unknown words behind it go on with it."""
    names = given_names()
    if not _may_begin(said[start], names) or _is_on(text, said[start]):
        return None
    at, words = start, 0
    while at < stop and words < _MOST_ARABIC_WORDS:
        unit = said[at]
        if at > start and said[at].start - said[at - 1].end > 2:
            break
        if unit.key in _ARABIC_PARTICLES or unit.key in names:
            words += unit.key not in _ARABIC_PARTICLES
        elif at > start and unit.unknown and unit.key >= "\u0600" and not _hangs_on(unit, words):
            words += 1
        else:
            break
        at += 1
    return _named(text, said, start, at) if words >= 2 else None


def _is_on(text: str, unit: Unit) -> bool:
    """ "على" (on) folds as the name "علي"; only its last letter tells."""
    return text[unit.end - 1] == "ى" and bool(unit.sense.signs)


def _may_begin(unit: Unit, names: Mapping[str, str]) -> bool:
    return (
        (unit.key in names or unit.key in _ARABIC_PARTICLES) and not unit.sense.harm and not unit.sense.people
    )


def _hangs_on(unit: Unit, words: int) -> bool:
    """Whether the word seems to begin with "by", "for", "and" or "so": the name has ended before it."""
    return words >= 2 and unit.key[0] in "بلوف" and len(unit.key) > 3


@cache
def _strangers() -> frozenset[str]:
    """Words that make a run of capitals the name of something else: News, Hospital, County."""
    lists = (section(code, "names").get("not_a_person") or () for code in languages())
    return frozenset(word for each in lists for word in each)


def is_stranger(key: str) -> bool:
    """Whether a word is known to be part of what is no person's name."""
    return key in _strangers()


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
