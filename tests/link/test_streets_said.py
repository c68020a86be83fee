import pytest

from cairn.link.streets_said import streets_said

SAID = [
    ("A boy was shot on Marl Street.", {"marl"}, "a name before its kind"),
    ("It was in the 400 block of N. Marl.", {"marl"}, "behind a block, whatever direction stands before it"),
    ("in the 400 block of South Marl Ave.", {"marl"}, "both are one street"),
    ("at Tern Road and 8th Avenue", {"tern", "8th"}, "two streets, one of them a number"),
    ("He lay in the street, 12 street lamps away.", set(), "a street without its name"),
    ("Police in East St. Ternam said so", set(), "a saint is no street"),
    ("on Monday. Dr. Turek said", set(), "another sentence begins"),
    ("سقطت قذيفة في شارع النصر", {"النصر"}, "Arabic, which has no capitals"),
    ("rue Marl", {"marl"}, "French"),
    ("Взрыв на улице Тернова", {"тернова"}, "Russian"),
]


@pytest.mark.parametrize(("text", "streets", "reason"), SAID)
def test_streets_are_known_by_the_words_beside_their_names(text, streets, reason):
    assert streets_said(text) == streets, reason


def test_only_the_head_of_a_text_tells_where_it_was():
    assert streets_said("nothing is said. " * 200 + "on Marl Street") == frozenset()
