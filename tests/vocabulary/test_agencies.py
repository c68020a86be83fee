"""An agency is one voice in whatever language it is quoted."""

import pytest

from cairn.grade.parties import origins
from cairn.story import evidence
from cairn.values import PartialDate, ReportText
from cairn.vocabulary.agencies import agency

SAID = [
    ("The Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
    ("المرصد السوري", "Syrian Observatory for Human Rights"),
    ("a Reuters correspondent", "Reuters"),
    ("وكالة رويترز", "Reuters"),
    ("United Nations officials", "United Nations"),
    ("local sources", None),
    ("the Testani Observatory", None),
]


@pytest.mark.parametrize(("speaker", "known"), SAID)
def test_a_speaker_is_known_by_its_agency(speaker, known):
    assert agency(speaker) == known


def test_one_agency_quoted_in_two_languages_is_one_origin():
    day = PartialDate("2017-06-10")
    texts = (
        "Five civilians were killed in Raqqa on Friday, the Syrian Observatory for Human Rights said.",
        "قال المرصد السوري لحقوق الإنسان إن خمسة مدنيين قتلوا في الرقة يوم الجمعة",
        "قالت تنسيقية القرن إن خمسة مدنيين قتلوا في الرقة يوم الجمعة",
    )
    reports = [ReportText(str(at), text, published=day) for at, text in enumerate(texts)]
    assert origins(evidence(reports[:2])) == 1
    assert origins(evidence(reports)) == 2
