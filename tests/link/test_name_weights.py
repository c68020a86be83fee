import random

import pytest

from cairn.link.listed import ListedPerson
from cairn.link.name_weights import NameWeights, _far_apart, _nearly
from cairn.link.names import name_parts

LETTERS = "بتجحدرسفقكلمنهوي"


@pytest.fixture(scope="module")
def weights():
    names = ["نور الدين القلعي"] * 3 + ["Nouruddin Qali"]
    return NameWeights.of([ListedPerson(f"{n}", name_ar=name) for n, name in enumerate(names)])


def part(name):
    (alone,) = name_parts(name)
    return alone


def test_a_name_without_its_second_half_is_the_same_name_said_with_less_weight(weights):
    assert (
        0
        > weights.shared(part("نور"), part("نور الدين"))
        - weights.shared(part("نور الدين"), part("نور الدين"))
        >= -1
    )


def test_two_scripts_meet_by_their_consonants(weights):
    assert weights.shared(part("Qali"), part("القلعي")) is not None
    assert weights.shared(part("Qali"), part("نور الدين")) is None


def test_what_is_ruled_out_by_its_letters_would_not_have_been_nearly_the_same():
    drawn = random.Random(5)
    ruled_out = 0
    for _ in range(20_000):
        name = drawn.choices(LETTERS, k=drawn.randint(2, 11))
        other = "".join(letter for letter in name if drawn.random() < 0.9) or "ب"
        other = "".join(drawn.choice(LETTERS) if drawn.random() < 0.2 else letter for letter in other)
        if _far_apart("".join(name), other):
            ruled_out += 1
            assert not _nearly("".join(name), other)
    assert ruled_out > 1_000
