"""What a ledger withholds is in nothing that leaves it, and whoever is not named stays counted."""

from dataclasses import replace

import pytest

from cairn.exceptions import BadInput
from cairn.publish import Care, public, row
from cairn.values import Finding, KnownIncident, Place, Precision, Struck, Victim, to_json
from tests.publish.invented import MARKET

EVERYBODY = Care(names=("killed", "minors", "living"))


def named(known, care):
    return [one.name for one in public(known, care).finding.people]


def of(*people):
    return KnownIncident("i", Finding(people=people), reviewed=True)


def test_by_default_only_grown_people_who_died_are_named():
    assert named(MARKET, Care()) == ["Karim Odeh", "", ""]


def test_nobody_is_named_in_an_incident_that_no_person_has_reviewed():
    assert named(replace(MARKET, reviewed=False), EVERYBODY) == ["", "", ""]


def test_a_ledger_may_name_everybody_or_nobody():
    assert named(MARKET, EVERYBODY) == ["Karim Odeh", "Lina Odeh", "Sami Haddad"]
    assert named(MARKET, Care(names=())) == ["", "", ""]


def test_a_child_who_lives_is_named_only_where_both_are_allowed():
    child = of(Victim("Nour Saleh", age=6, harm="injured"))
    assert named(child, Care(names=("killed", "living"))) == [""]
    assert named(child, Care(names=("killed", "minors"))) == [""]
    assert named(child, EVERYBODY) == ["Nour Saleh"]


def test_a_son_or_daughter_without_an_age_may_be_a_child():
    assert named(of(Victim("Nour Saleh", harm="killed", kin="offspring")), Care()) == [""]
    assert named(of(Victim("Nour Saleh", harm="killed", group="children")), Care()) == [""]
    assert named(of(Victim("Nour Saleh", harm="killed")), Care()) == ["Nour Saleh"]


def test_who_is_not_named_is_still_counted_with_age_and_harm():
    told = public(MARKET, Care(names=()))
    assert row(told)["named"] == 3
    assert [one.age for one in told.finding.people] == [34, 9, 40]
    assert "Odeh" not in str(to_json(told))


def test_a_hospital_is_placed_roughly_where_the_ledger_says_so():
    place = public(MARKET, Care(coarse=("hospital or clinic",))).finding.place
    assert place == Place("Amber", 35.5, 39.2, Precision.SUBDISTRICT, "SY", ("Hasaka",))


def test_the_name_of_a_place_that_is_told_roughly_is_not_left_in_the_reasons():
    told = public(MARKET, Care(coarse=("hospital or clinic",)))
    assert "Tell Amber" not in str(to_json(told)) and "تل عنبر" not in str(to_json(told))


def test_a_place_that_is_known_roughly_already_stays_as_it_is_known():
    known = KnownIncident(
        "i",
        Finding(
            place=Place("Amber", 35.51, 39.2, Precision.GOVERNORATE), struck=Struck(aimed_at=("school",))
        ),
    )
    place = public(known, Care(coarse=("school",))).finding.place
    assert place and place.precision is Precision.GOVERNORATE


def test_other_places_stay_exact():
    place = public(MARKET, Care(coarse=("school",))).finding.place
    assert place == MARKET.finding.place


def test_a_report_of_a_confidential_source_is_named_in_no_reason():
    (reason,) = public(MARKET, Care(), {"r1"}).finding.reasons
    assert reason.reports == ("r2",)


def test_a_word_that_is_no_choice_is_refused():
    with pytest.raises(BadInput, match=r"“names” has 'children'\. Choose from killed, minors, living"):
        Care(names=("children",))
