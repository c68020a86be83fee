"""One person told of twice is one person; another is another."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.told_again import keep
from cairn.extract.words import words

TOLD = [
    ("A guard was beaten on the way home. He later died in hospital.", ["killed 1"]),
    ("A guard was beaten. The victim died of it.", ["killed 1"]),
    ("One guard was killed. The guard was shot twice.", ["killed 1"]),
    ("One guard was killed when he was shot by two men.", ["killed 1"]),
    ("The driver was killed and the passenger was injured.", ["killed 1", "injured 1"]),
    ("A guard was wounded. A driver died.", ["injured 1", "killed 1"]),
    ("Two guards were wounded. One driver later died.", ["injured 2", "killed 1"]),
    (
        "Two guards were shot when a car stopped, killing one and seriously injuring the other.",
        ["killed 1", "injured 1"],
    ),
    ("Three guards were shot on Friday, and two men were killed.", ["injured 3", "killed 2"]),
    ("A guard was found dead with two stab wounds.", ["killed 1"]),
]


@pytest.mark.parametrize(("text", "claims"), TOLD)
def test_a_person_hurt_and_dead_is_counted_once(text, claims):
    assert [f"{each.kind} {each.count}" for each in casualties(text, words(text))] == claims


def test_what_is_kept_still_leads_to_its_whole():
    text = "One man was injured. Five people were killed, including two children."
    found = casualties(text, words(text))
    assert [each.part_of for each in found] == [None, None, 1]
    assert [each.part_of for each in keep(found, [1, 2])] == [None, 0]
    assert [each.part_of for each in keep(found, [2])] == [None]
