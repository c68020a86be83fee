"""People as a text mentions them: how many, who, how old."""

from __future__ import annotations

import pytest

from cairn.extract.mentions import mention_at
from cairn.extract.units import units
from cairn.extract.words import words
from cairn.values import Group, Range, Status
from cairn.vocabulary.lexicon import lexicon

MENTIONS = [
    ("at least five unarmed Palestinian children", "eng", Range(5, None), Group.CHILDREN, Status.UNKNOWN),
    ("3 UN international (Danish) staff", "eng", Range(3, 3), Group.AID_WORKERS, Status.UNKNOWN),
    ("six members of the Testi family", "eng", Range(6, 6), None, Status.UNKNOWN),
    ("two Taliban fighters", "eng", Range(2, 2), None, Status.COMBATANT),
    ("two 10-year-old girls", "eng", Range(2, 2), Group.CHILDREN, Status.UNKNOWN),
    ("a 7-year-old boy", "eng", Range(1, 1), Group.CHILDREN, Status.UNKNOWN),
    ("13 others", "eng", Range(13, 13), None, Status.UNKNOWN),
    ("five more civilians", "eng", Range(5, 5), None, Status.CIVILIAN),
    ("another staff member", "eng", Range(1, 1), Group.AID_WORKERS, Status.UNKNOWN),
    ("4 militants or civilians", "eng", Range(4, 4), None, Status.UNKNOWN),
    ("12 women and children", "eng", Range(12, 12), None, Status.UNKNOWN),
    ("his three children", "eng", Range(3, 3), Group.CHILDREN, Status.UNKNOWN),
    ("a family of eight", "eng", Range(8, 8), None, Status.UNKNOWN),
    ("خمسة مدنيين", "ara", Range(5, 5), None, Status.CIVILIAN),
    ("مدنيين اثنين", "ara", Range(2, 2), None, Status.CIVILIAN),
    ("طفلتان", "ara", Range(2, 2), Group.CHILDREN, Status.UNKNOWN),
    ("أطفاله الثلاثة", "ara", Range(3, 3), Group.CHILDREN, Status.UNKNOWN),
    ("عدد من المدنيين", "ara", Range(2, 2), None, Status.CIVILIAN),
]

NO_COUNT = [
    "three times",
    "12 houses",
    "5 percent",
    "another organization",
    "casualty estimates",
    "the 2017 war",
]


@pytest.mark.parametrize(("text", "language", "count", "group", "status"), MENTIONS)
def test_a_mention_says_how_many_and_who(text, language, count, group, status):
    said = units(text, words(text), lexicon(language))
    mention = mention_at(said, 0, len(said))
    assert mention is not None
    assert (mention.count, mention.group, mention.status) == (count, group, status)


@pytest.mark.parametrize("text", NO_COUNT)
def test_what_is_no_people_is_no_mention(text):
    said = units(text, words(text), lexicon("eng"))
    assert mention_at(said, 0, len(said)) is None
