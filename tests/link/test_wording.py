import pytest

from cairn.link.wording import LEAD, Rarity, WithPairs, nearness, terms_of, told, with_pairs, worded
from cairn.values import Reading, ReportText


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بقصفهم", "بقصفها"),
        ("والقصف", "قصف"),
        ("المدنيين", "مدنيون"),
        ("strikes", "strike"),
        ("Shelled", "shelling"),
    ],
)
def test_forms_of_a_word_are_one_term(one, other):
    assert terms_of(one) == terms_of(other)


@pytest.mark.parametrize(("one", "other"), [("red", "reds"), ("جرح", "جرد"), ("bed", "bees")])
def test_short_words_are_not_cut_down_to_nothing(one, other):
    assert terms_of(one)
    assert terms_of(one) != terms_of(other) or one[:3] == other[:3]


def test_only_the_head_of_a_long_report_counts():
    (words,) = worded([(ReportText("1", "word " * 1000), Reading("eng"))])
    assert len(words) == LEAD


def test_what_the_page_added_is_not_told():
    report = ReportText("1", "Log in. A strike hit Qarn. All reactions: 5", title="Qarn")
    said = told(report, Reading("eng", furniture=((27, 43), (0, 7))))
    assert said.split() == ["Qarn", "A", "strike", "hit", "Qarn."]


def test_what_few_say_is_rarer_than_what_all_say():
    rarity = Rarity([("shell", "qarn"), ("shell", "dahr"), ("shell",)])
    assert rarity.of("qarn") > rarity.of("shell")
    assert rarity.of("unheard") == rarity.of("qarn")


def test_only_what_two_reports_use_is_held_by_name():
    rarity = Rarity([("shell", "qarn"), ("shell", "dahr", "dahr"), ("shell",)])
    assert rarity.seen == {"shell": 3}


def test_pairs_are_made_anew_each_time_they_are_looked_at():
    paired = WithPairs([("qarn", "market"), ("dahr",)])
    assert [list(words) for words in paired] == [list(words) for words in paired]
    assert [list(words) for words in paired] == [["qarn", "market", "qarn market"], ["dahr"]]


def test_neighbouring_words_make_a_term():
    assert list(with_pairs(("wasim", "baz"))) == ["wasim", "baz", "wasim baz"]


def test_a_number_of_any_length_has_a_rarity():
    assert Rarity([]).of("9" * 1000) == Rarity([]).of("9" * 100)


def test_a_term_says_less_the_farther_down_it_first_stands():
    near = nearness(["quarry", *["the"] * 49, "orchard", "quarry"])
    assert near["quarry"] == 1.0 and near["orchard"] == 0.5


def test_two_words_together_stand_where_the_first_of_them_stands():
    assert nearness(["qarn", "bridge"])["qarn bridge"] == 1.0
