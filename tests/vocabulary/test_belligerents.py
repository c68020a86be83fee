"""Every belligerent is known by one set of rules, and its coalitions by date."""

import pytest

from cairn.values import PartialDate
from cairn.vocabulary.belligerents import called, coalitions, names
from cairn.vocabulary.conflict import Conflict, Membership


def test_names_are_told_once():
    assert len(names()) == len(set(names()))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["التحالف", "الدولي"], "US-led Coalition"),
        (["للقوات", "الروسيه"], "Russian Military"),
        (["وقسد"], "Syrian Democratic Forces"),
        (["israeli", "forces"], "Israeli Military"),
        (["зсу"], "Ukrainian Military"),
    ],
)
def test_a_belligerent_is_known_in_its_languages(words, name):
    match = called().at(words, 0)
    assert match is not None
    assert match.value[0].name == name
    assert match.length == len(words)


def test_membership_has_its_dates():
    assert coalitions("UAE Forces", PartialDate("2017")) == ("Saudi-led Coalition",)
    assert coalitions("UAE Forces", PartialDate("2021-05")) == ()


def test_a_ledger_adds_memberships_of_its_own():
    conflict = Conflict(memberships=(Membership("Denmark", "US-led Coalition", PartialDate("2014-10")),))
    assert coalitions("Denmark", PartialDate("2015"), conflict) == ("US-led Coalition",)
