"""A question that was published can be asked again by whoever has the files."""

import json

import pytest
from hypothesis import given

from cairn.exceptions import BadInput
from cairn.total import ALL_ALLEGED, Coalitions, Question, as_json, total
from cairn.total.asked import answer_asked, as_asked, from_asked
from cairn.values import Belligerent, Finding, Grade, KnownIncident, PartialDate, Range, to_json
from cairn.vocabulary.conflict import Membership
from tests.total.asked import questions

GUARD = Membership("Guard", "Northern Alliance", PartialDate("2020"), PartialDate("2021"))
STRUCK = KnownIncident(
    "i",
    Finding(
        killed=Range(3, 4),
        grade=Grade.FAIR,
        date=PartialDate("2021-02-03"),
        belligerents=(Belligerent("Guard"),),
    ),
    reviewed=True,
)


@given(questions)
def test_any_question_comes_back_from_its_json_as_it_was(question):
    assert from_asked(json.loads(json.dumps(as_asked(question)))) == question


def test_all_alleged_does_not_come_back_as_the_headline():
    assert from_asked(as_asked(Question(grades=ALL_ALLEGED))).grades == ()


def test_a_question_is_answered_by_the_coalitions_that_stand_beside_it():
    asked = Question(belligerents=("Northern Alliance",))
    answer = answer_asked([STRUCK], as_asked(asked), [to_json(GUARD)])
    assert answer["total"]["killed"] == [3, 4]
    assert answer == as_json(total([STRUCK], asked, Coalitions([GUARD])))
    assert answer_asked([STRUCK], as_asked(asked), [])["total"]["incidents"] == 0


@pytest.mark.parametrize("said", [{"asked_by_a_later_version": 1}, {"grades": ["superb"]}, {"by": 3}])
def test_a_question_with_parts_that_nobody_knows_is_refused(said):
    with pytest.raises(BadInput, match="A later version of Cairn"):
        from_asked(as_asked(Question()) | said)
