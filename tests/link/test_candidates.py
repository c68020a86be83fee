from cairn.link.candidates import MOST, candidate_pairs
from cairn.link.traits import Traits


def report(n, *words, day=738000, **more):
    return Traits(str(n), f"o{n}", dict.fromkeys(words, 0.3), days=(day, day), **more)


def test_reports_that_share_a_word_meet_and_others_do_not():
    found = list(candidate_pairs([report(0, "market"), report(1, "bridge"), report(2, "market")]))
    assert found == [(0, 2)]


def test_reports_in_two_languages_meet_at_the_place_on_the_day():
    found = list(
        candidate_pairs([report(0, "market", places={"qarn": 3.0}), report(1, "سوق", places={"qarn": 3.0})])
    )
    assert found == [(0, 1)]


def test_reports_that_name_one_of_the_dead_meet_whatever_their_words():
    victim = frozenset({("smr", "bz")})
    found = list(candidate_pairs([report(0, "market", people=victim), report(1, "سوق", people=victim)]))
    assert found == [(0, 1)]


def test_no_report_meets_itself():
    twice = report(0, "market", people=frozenset({("smr", "x", "bz"), ("smr", "y", "bz")}))
    assert list(candidate_pairs([twice, report(1, "bridge")])) == []


def test_the_work_does_not_grow_with_the_square():
    reports = [report(n, "war", day=738000 + n) for n in range(400)]
    assert len(list(candidate_pairs(reports))) <= 400 * MOST
