"""Who concedes harm confirms it; what it concedes is a floor; a denial lowers nothing."""

import pytest

from cairn.grade.conceded import with_concessions
from cairn.values import Concession, Finding, Grade, Range, Verdict
from cairn.vocabulary.reasons import reason_in


def after(verdict: Verdict, killed: Range | None, recorded: Range | None) -> Finding:
    finding = Finding(killed=recorded, grade=Grade.FAIR)
    return with_concessions(finding, [Concession("North", verdict, killed)])


@pytest.mark.parametrize(
    ("recorded", "conceded", "known"),
    [
        (Range(3, 8), Range(5, 5), Range(5, 8)),  # a floor
        (Range(3, 3), Range(5, 5), Range(5, 5)),  # above what others counted
        (Range(8, 10), Range(1, 1), Range(8, 10)),  # never a ceiling
        (Range(8, None), Range(9, 9), Range(9, None)),  # an open ceiling stays open
        (None, Range(2, 2), Range(2, 2)),  # the only count there is
        (Range(3, 3), Range(0, 0), Range(3, 3)),  # harm accepted, nobody conceded dead
        (Range(3, 3), None, Range(3, 3)),
    ],
)
def test_what_is_conceded_is_a_floor_and_never_a_ceiling(recorded, conceded, known):
    found = after(Verdict.CREDIBLE, conceded, recorded)
    assert (found.killed, found.grade) == (known, Grade.CONFIRMED)
    assert any("North accepts it" in reason_in(reason) for reason in found.reasons)


@pytest.mark.parametrize("verdict", [Verdict.NON_CREDIBLE, Verdict.OPEN, Verdict.DUPLICATE, Verdict.NONE])
def test_a_denial_lowers_neither_grade_nor_count(verdict):
    assert after(verdict, Range(0, 0), Range(3, 3)) == Finding(killed=Range(3, 3), grade=Grade.FAIR)
