"""Who may do what."""

from dataclasses import dataclass

import pytest

from cairn.exceptions import NotAllowed
from cairn.records.permissions import can_grade, can_propose, can_sign_off


@dataclass
class Judged:
    author: str = "Ana"
    signed_off_by: str = ""


def test_a_second_person_signs_off():
    can_sign_off.require("Omar", Judged())


@pytest.mark.parametrize("same", ["Ana", "ana", " Ana "])
def test_nobody_signs_off_their_own_assessment(same):
    with pytest.raises(NotAllowed, match="a second person must sign it off"):
        can_sign_off.require(same, Judged())


def test_an_assessment_is_signed_off_once():
    with pytest.raises(NotAllowed, match="Omar has signed this assessment off already"):
        can_sign_off.require("Lena", Judged(signed_off_by="Omar"))


def test_the_program_proposes_and_never_decides():
    can_propose.require("cairn")
    with pytest.raises(NotAllowed, match="only the program makes proposals"):
        can_propose.require("Ana")
    with pytest.raises(NotAllowed, match="does not decide"):
        can_grade.require("Cairn")
