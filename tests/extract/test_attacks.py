"""The attacks that a report tells of, each with its day, place, doers, means and people."""

from __future__ import annotations

import pytest

from cairn.extract.read import read
from cairn.values import PartialDate, Range, ReportText


def attacks(text):
    return read(ReportText("r", f"LIMA, 4 March 1988 -- {text}")).attacks


def phrases(spans):
    return [each.phrase for each in spans]


def test_a_bomb_that_harmed_nobody_is_an_attack():
    (attack,) = attacks("A bomb exploded outside a bank in Ayacucho on 3 March.")
    assert attack.claims == ()
    assert attack.date == PartialDate("1988-03-03")
    assert attack.place and attack.place.name == "Ayacucho"
    assert phrases(each.span for each in attack.means) == ["bomb exploded"]


def test_two_days_are_two_attacks():
    first, second = attacks(
        "Two farmers were killed in Ayacucho on 1 March. Three farmers were wounded in Huanta on 3 March."
    )
    assert (first.date, second.date) == (PartialDate("1988-03-01"), PartialDate("1988-03-03"))
    assert first.claims == (0,)
    assert second.claims == (1,)


def test_two_places_far_apart_are_two_attacks():
    found = attacks("Two farmers were killed in Ayacucho. Three farmers were wounded in Arequipa.")
    assert [each.place.name for each in found] == ["Ayacucho", "Arequipa"]


def test_a_sentence_that_says_neither_day_nor_place_goes_on_with_the_attack():
    (attack,) = attacks("Two farmers were killed in Ayacucho on 1 March. Three others were wounded.")
    assert attack.claims == (0, 1)


def test_where_no_sentence_names_a_place_only_the_country_is_known():
    (attack,) = attacks("Two farmers were killed on 1 March.")
    assert (attack.place.name, attack.place.country, attack.place.lat_lon) == ("Peru", "PE", None)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels threatened to attack the town, and bombs may be planted.",
        "The minister spoke of the harvest.",
        "Two years ago 300 people were killed during the war.",
    ],
)
def test_what_may_be_or_was_long_ago_is_no_attack(text):
    assert attacks(text) == ()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A farmer was killed by armed men in Ayacucho.", ["armed men"]),
        ("Hooded men attacked a bank in Ayacucho.", ["Hooded men"]),
        ("Two soldiers were killed in Ayacucho.", []),
    ],
)
def test_those_who_did_it_are_told_from_those_it_was_done_to(text, doers):
    (attack,) = attacks(text)
    assert phrases(attack.doers) == doers


def test_a_party_keeps_the_words_by_which_the_report_calls_it():
    (attack,) = attacks("The Shining Path killed two farmers in Ayacucho.")
    (party,) = attack.parties
    assert (party.belligerent.name, phrases(party.called)) == ("Shining Path", ["Shining Path"])


def test_the_army_is_that_of_the_country_that_the_dateline_stands_in():
    (attack,) = attacks("The army killed two farmers in Ayacucho.")
    assert [each.belligerent.name for each in attack.parties] == ["Peruvian Forces"]
    assert read(ReportText("r", "The army killed two farmers.")).belligerents == ()


def test_a_town_and_a_department_that_does_not_hold_it_are_two_places():
    found = attacks("Two farmers were killed in Huanta. Three teachers were wounded in Puno department.")
    assert [each.place.name for each in found] == ["Huanta", "Puno"]


def test_a_word_for_another_attack_begins_one():
    found = attacks("A bomb exploded at a bank in Puno. Meanwhile, two farmers were killed by armed men.")
    assert [each.claims for each in found] == [(), (0,)]


@pytest.mark.parametrize(
    ("text", "status"),
    [("A leader of the farmers was killed.", "unknown"), ("A militant leader was killed.", "combatant")],
)
def test_a_leader_is_no_fighter_by_that_word(text, status):
    (claim,) = read(ReportText("r", text)).claims
    assert claim.who.status == status


def test_a_sentence_that_says_more_of_an_attack_gives_it_its_day_and_begins_none():
    (attack,) = attacks("Ten farmers were kidnapped in Huanta. The kidnapping took place on 1 March.")
    assert attack.date == PartialDate("1988-03-01")
    assert attacks("The police blamed the rebels. The crime took place on 1 March.") == ()


def test_the_day_on_which_somebody_said_it_is_not_that_of_the_attack():
    (attack,) = attacks("It was reported today that on 1 March armed men murdered four farmers in Huanta.")
    assert attack.date == PartialDate("1988-03-01")


def test_who_names_the_same_victim_speaks_of_the_same_attack():
    first, second = attacks(
        "Judge Pedro Quispe was murdered in Lima. "
        "Meanwhile, armed men shot dead the teacher Rosa Huaman in Lima. "
        "The killing of Pedro Quispe was condemned."
    )
    assert (first.claims, second.claims) == ((0, 2), (1,))


def test_that_nobody_was_harmed_is_said_of_one_attack_though_another_harmed_people():
    text = "Two farmers were killed in Ayacucho on 1 March. A bomb exploded in Puno on 3 March; no victims."
    claims = read(ReportText("r", f"LIMA, 4 March 1988 -- {text}")).claims
    first, second = attacks(text)
    assert [claims[at].count for at in first.claims] == [Range(2, 2)]
    assert {claims[at].count for at in second.claims} == {Range(0, 0)}


def test_the_only_attack_told_has_the_day_of_the_reports_event():
    (attack,) = attacks(
        "On 1 March, said the mayor, there was no light in Huanta. Armed men killed two farmers."
    )
    assert attack.date == PartialDate("1988-03-01")
