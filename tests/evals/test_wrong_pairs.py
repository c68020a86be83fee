"""What linking gets wrong is listed pair by pair."""

import wrong_pairs

from cairn.link.compare import Score

RECORDED = {"1": "mill", "2": "mill", "3": "bridge", "4": "bridge"}
LINKED = {"1": "x", "2": "y", "3": "x", "4": "x"}


def test_a_pair_is_wrong_where_one_side_has_it_together_and_the_other_apart():
    assert wrong_pairs.wrong_pairs(LINKED, RECORDED) == [("1", "3"), ("1", "4")]
    assert wrong_pairs.wrong_pairs(RECORDED, LINKED) == [("1", "2")]


def test_one_pair_of_an_incident_stands_for_it():
    pairs = wrong_pairs.wrong_pairs(LINKED, RECORDED)
    assert len(list(wrong_pairs.one_of_each(pairs, RECORDED, 25))) == 1


def test_reports_of_several_incidents_are_left_out():
    told = [{"id": 1, "incidents": [{"incident": "a"}, {"incident": "b"}]}, {"id": 2, "incident": "a"}]
    assert wrong_pairs.recorded(told) == {"2": "a"}


def test_what_misled_most_is_the_highest_part_of_a_false_pair_and_the_lowest_of_a_missed_one():
    score = Score(0.1, (("before", -9.0), ("date", -3.8), ("wording", 4.0)))
    assert wrong_pairs.loudest(score, "joined") == "wording"
    assert wrong_pairs.loudest(score, "missed") == "date"
    assert wrong_pairs.loudest(Score(0.0, (("before", -2.7),)), "missed") == "nothing said"
