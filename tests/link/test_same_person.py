"""Who is said, and about whom a person is asked."""

from cairn.link.same_person import SamePerson, doubtful, safely


def pair(a, b, score):
    return SamePerson(a, b, score, "")


def test_only_a_probable_pair_is_said():
    assert safely([pair("a", "x", 0.95), pair("b", "y", 0.6)]) == [pair("a", "x", 0.95)]


def test_of_two_who_claim_one_person_the_likelier_is_said():
    assert [each.a for each in safely([pair("a", "x", 0.95), pair("b", "x", 0.99)])] == ["b"]


def test_people_are_asked_about_pairs_in_doubt_the_most_even_first():
    pairs = [pair("a", "x", 0.85), pair("b", "y", 0.55), pair("c", "z", 0.02)]
    assert [each.a for each in doubtful(pairs)] == ["b", "a"]


def test_nobody_is_asked_about_a_person_of_whom_something_safe_is_said():
    pairs = [pair("a", "x", 0.95), pair("b", "x", 0.5), pair("c", "y", 0.5)]
    assert [each.a for each in doubtful(pairs)] == ["c"]
