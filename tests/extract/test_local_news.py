"""How local papers tell of the dead: by name, by age, by kin and by how they died. This text, this count."""

from __future__ import annotations

import pytest

from cairn.story import assess
from cairn.values import Range, ReportText

KILLED = [
    # A number behind a name is an age, wherever the sentence goes on from there.
    ("Omar Haddad, 32 of Hadra, was killed.", 1, "an age before where somebody is from"),
    ("He shot and killed his 12- and 10-year-old sons.", 2, "ages that share their years"),
    ("Two teenagers, 17 and 19 years old, were found shot and killed.", 2, "the ages of the two"),
    ("Maria Haddad, 32, and 14-month-old Omar Haddad were killed.", 2, "an age, and then another's"),
    # Numbers that count nobody: the minutes of a clip, a day, an age.
    ("0:43 Homeless man found dead in Hadra", 1, "minutes"),
    ("One of five people shot on October 27 has died.", 1, "a day"),
    ("Family of 15-year-old killed in Hadra speaks.", 1, "the age of the one killed"),
    # Who a person is besides is no other person.
    ("Omar Haddad, a father of three, was shot and killed.", 1, "a father is nobody's father here"),
    (
        "A suspect was held in the murder of Omar Haddad, a violinist who was shot dead.",
        1,
        "told of twice in one breath",
    ),
    # "Who" speaks of the nearest person, whatever the paper calls them.
    ("The family of a violinist who was killed spoke.", 1, "of things one says which"),
    ("Officials released the name of a girl who was killed.", 1, "the girl, not the officials"),
    ("A Hadra man spoke of two gunmen who were shot and killed.", 2, "the gunmen, not the man"),
    # Parts and wholes.
    ("Gunmen shot six people — two fatally — on Friday.", 2, "two fatally"),
    ("Police found five people shot, one of whom was dead.", 1, "one of whom"),
    ("Five people, one of them a child, were killed.", 5, "one of them is among the five"),
    ("The father killed his wife, son and himself.", 3, "and himself"),
    # What is no person, and what counts nobody.
    ("The family dog was killed.", None, "a dog of the family"),
    ("Homicides are up in Hadra.", None, "homicides as such"),
    ("The city had eleven homicides this year.", None, "homicides of a year"),
    # A father of how many, and so many of how many.
    ("A father of four was shot dead.", 1, "the four are his children"),
    ("Family of Father of 4 Killed in Hadra Speaks Out", 1, "the same as a title has it"),
    ("Five were shot; 2 of 5 killed", 2, "so many of so many"),
    ("At least four are dead, including the man, who took his own life.", 4, "he is among the four"),
    ("One fatality: Omar Haddad, 69.", 1, "a fatality and who it was"),
    ("The head of a Hadra agency and his driver were killed.", 2, "whoever leads, and another"),
    ("One worker was killed after shrapnel hit his head in Hadra.", 1, "a head is no person"),
    ("She was rushed to a hospital in Hadra, but died there.", 1, "she, further off"),
    ("The pastor was preaching when he and eight others were gunned down.", 9, "he is the ninth"),
    # What happened, where the word says that somebody died of it.
    ("Police in Hadra look into a fatal shooting.", 1, "somebody died"),
    ("Two men died in a fatal shooting in Hadra.", 2, "what is counted comes first"),
    ("He was charged in a triple homicide.", 3, "a word that counts"),
    ("He was charged with attempted first-degree murder.", None, "nobody died"),
    # A count over several events is no event's.
    ("Four people were killed in separate shootings in Hadra.", None, "separate shootings"),
    # One person, described.
    ("One volunteer, a photographer, was killed.", 1, "what one volunteer was besides"),
    ("A man, a boy and a girl were killed.", 3, "a row of three"),
    ("A teacher, his wife and a neighbour were shot dead.", 3, "a row with kin"),
    ("Staff of the clinic was shot dead at home.", 2, "no verb of one behind it"),
    ("A team of clinic staff was attacked and killed.", 2, "a team of several"),
    ("UN staff was shot dead in Hadra.", 1, "a word without a singular, and a verb of one"),
    ("A local female staff of an agency was killed.", 1, "a word without a singular, and an article"),
]


@pytest.mark.parametrize(("text", "count", "why"), KILLED, ids=[why for *_, why in KILLED])
def test_a_piece_of_local_news_has_its_dead(text, count, why):
    found = assess([ReportText("1", text, language="eng")]).all_killed
    assert found == (None if count is None else Range.exactly(count))


INJURED = [
    ("A guard lost consciousness after a beating and required medical attention.", 1),
    ("Two drivers were struck by shrapnel near Hadra.", 2),
    ("One worker sustained a clean and non-fatal gunshot wound.", 1),
]


@pytest.mark.parametrize(("text", "count"), INJURED)
def test_harm_is_told_by_what_it_took_to_treat_it(text, count):
    assert assess([ReportText("1", text, language="eng")]).all_injured == Range.exactly(count)


def test_fatal_wounds_kill():
    found = assess([ReportText("1", "A guard suffered fatal stab wounds in Hadra.", language="eng")])
    assert found.all_killed == Range.exactly(1)


def test_a_minor_injury_is_no_child():
    found = assess([ReportText("1", "Three staff members suffered minor injuries.", language="eng")])
    assert found.all_injured == Range.exactly(3)
    assert not found.injured_by_group.get("children")
