import pytest

from cairn.link.alignment import align, most
from cairn.link.listed import ListedPerson
from cairn.link.name_weights import NameWeights
from cairn.link.names import name_parts

NAMES = ["حسن جلال الباز", "حسين جلال الباز", "كنان جلال القلعي", "وسيم نزار الباز", "سلوى باسل العكرماوي"]


@pytest.fixture(scope="module")
def weights():
    return NameWeights.of([ListedPerson(f"{n}", name_ar=name) for n, name in enumerate(NAMES * 8)])


def bits(one, other, weights):
    return laid(one, other, weights)[0]


def laid(one, other, weights):
    mine, theirs = name_parts(one), name_parts(other)
    return align(mine, theirs, weights.shares(mine, theirs))


def test_a_rare_name_shared_weighs_more_than_a_usual_one(weights):
    rare = bits("سلوى العكرماوي", "سلوى العكرماوي", weights)
    assert rare > bits("حسن الباز", "حسن الباز", weights)


def test_a_slip_of_the_pen_is_forgiven_but_not_a_name_that_is_usual_by_itself(weights):
    slip = bits("وسييم نزار الباز", "وسيم نزار الباز", weights)
    assert slip > bits("حسين نزار الباز", "حسن نزار الباز", weights)


def test_another_own_name_weighs_more_than_another_grandfather(weights):
    assert bits("كنان جلال الباز", "كنان نزار الباز", weights) > bits(
        "كنان جلال الباز", "وسيم جلال الباز", weights
    )


def test_what_agrees_is_told(weights):
    _, why = laid("حسن الباز", "حسن جلال الباز", weights)
    assert why == "same حسن, باز"


def test_no_name_says_more_than_the_most_that_its_parts_can_say(weights):
    for one in NAMES:
        for other in (*NAMES, "وسيم الباز", "الباز وسيم", "أم حسن القلعي"):
            mine, theirs = name_parts(one), name_parts(other)
            shares = weights.shares(mine, theirs)
            assert align(mine, theirs, shares)[0] <= most(shares)
