from cairn.link.blocks import Blocks
from cairn.link.listed import ListedPerson
from cairn.link.name_weights import NameWeights


def test_only_those_who_share_two_parts_are_looked_at():
    people = [
        ListedPerson("0", name_ar="سمير جلال الباز"),
        ListedPerson("1", name_ar="سمير نزار القلعي"),
        ListedPerson("2", name_en="Sameer Jalal Nizar Al-Baz"),
    ]
    blocks = Blocks(people, NameWeights.of(people))
    assert sorted(blocks.candidates(ListedPerson("a", name_ar="سمير الباز"), 10)) == [0, 2]
    assert blocks.candidates(ListedPerson("a", name_ar="سمير"), 10) == []


def test_a_name_is_found_without_its_second_half():
    people = [ListedPerson("0", name_ar="صلاح الدين نزار الباز")]
    assert Blocks(people, NameWeights.of(people)).candidates(ListedPerson("a", name_ar="صلاح الباز"), 10) == [
        0
    ]
