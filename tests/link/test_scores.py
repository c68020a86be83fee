from cairn.link.scores import Scores


def test_scores_are_given_back_as_they_came():
    scored = [((3, 70_000), -2.5), ((0, 1), 0.1)]
    scores = Scores(scored)
    assert list(scores.items()) == scored
    assert len(scores) == 2
