"""Lines broken for want of room, datelines, and capitals that say nothing."""

from __future__ import annotations

import pytest

from cairn.extract.as_printed import as_printed
from cairn.extract.read import read
from cairn.values import Harm, PartialDate, Range, ReportText
from cairn.vocabulary.gazetteer import gazetteer

WIRE = """LIMA, 4 MAR 88 (EXAMPLE PRESS) -- [TEXT] THE POLICE REPORTED THAT FOUR
CIVILIANS WERE KILLED AND TWO SOLDIERS WERE WOUNDED WHEN A BOMB EXPLODED IN A
MARKET IN AYACUCHO YESTERDAY MORNING.  AMONG THE DEAD IS MARIA QUINTANA, THE
OWNER OF A STALL.

   THE POLICE ADDED THAT NO GROUP HAS CLAIMED CREDIT FOR THE ATTACK SO FAR AND
THAT THE MARKET WILL STAY CLOSED UNTIL THE END OF THE WEEK.
"""
LIST = "The dead are:\nHanna Doe, 34\nTomas Roe, 12\nUnnamed man\nThe names were read out at noon."


@pytest.fixture
def places(own):
    return gazetteer()


@pytest.fixture
def own(tmp_path_factory, monkeypatch):
    monkeypatch.delenv("CAIRN_PLACES", raising=False)


def test_every_letter_stays_in_its_place(places):
    printed = as_printed(WIRE, places)
    assert len(printed) == len(WIRE)
    wire = WIRE.replace("[", "(").replace("]", ")")  # an editor's brackets become any other
    assert printed.casefold().split() == wire.casefold().split()


def test_a_line_that_broke_where_the_page_was_full_goes_on(places):
    assert "that four civilians were killed" in as_printed(WIRE, places)


def test_a_paragraph_still_ends(places):
    assert "of a stall.\n\n   The police added" in as_printed(WIRE, places)


def test_the_lines_of_a_list_are_lines(places):
    assert as_printed(LIST, places) == LIST


def test_capitals_are_left_to_names_and_beginnings(places):
    printed = as_printed(WIRE, places)
    assert "in Ayacucho yesterday" in printed
    assert "is Maria Quintana, the owner" in printed
    assert "when a bomb exploded in a market" in printed


def test_letters_that_name_a_party_stay_capitals_and_us_is_a_word(places):
    text = "THE REBELS OF THE FMLN TOLD US THAT THEY WOULD LEAVE THE CITY BEFORE THE END OF THE WEEK"
    assert as_printed(text, places) == (
        "The rebels of the FMLN told us that they would leave the city before the end of the week"
    )


@pytest.mark.parametrize("text", ["WAR", "FOUR KILLED IN LIMA", "A man died.", "", "\n\n"])
def test_what_is_short_or_written_as_usual_stays_as_it_is(places, text):
    assert as_printed(text, places) == text


def test_a_wire_in_capitals_is_read_as_any_other(own):
    reading = read(ReportText("w", WIRE))
    counts = {(claim.kind, claim.count) for claim in reading.claims if claim.part_of is None and claim.count}
    assert counts >= {(Harm.KILLED, Range(4, 4)), (Harm.INJURED, Range(2, 2))}
    assert reading.date == PartialDate("1988-03-03")
    assert reading.place and reading.place.name == "Ayacucho"
    assert [person.name for person in reading.people] == ["Maria Quintana"]


def test_each_span_is_the_reports_own_words(own):
    phrases = [claim.span.phrase for claim in read(ReportText("w", WIRE)).claims]
    assert all(phrase in WIRE for phrase in phrases)
    assert "FOUR\nCIVILIANS WERE KILLED" in phrases


def test_the_year_of_a_dateline_counts_nobody(own):
    text = "BOGOTA, 7 Jun 87 -- Guerrillas were killed in a clash near the river, the army said on Friday."
    assert all(claim.count is None or claim.count.max != 87 for claim in read(ReportText("b", text)).claims)


def test_in_this_city_means_that_of_the_dateline(own):
    text = "LIMA, 4 March 1988 -- Two teachers were killed in this city on Friday."
    place = read(ReportText("b", text)).place
    assert place and place.name == "Lima"


def test_an_editors_square_brackets_stand_between_people_and_their_harm(own):
    text = WIRE.replace("FOUR\nCIVILIANS WERE KILLED", "FOUR\nCIVILIANS [NOT NAMED] WERE KILLED")
    counts = {(claim.kind, claim.count) for claim in read(ReportText("w", text)).claims}
    assert (Harm.KILLED, Range(4, 4)) in counts


def test_a_short_title_is_part_of_a_name_in_capitals(places):
    text = "THE CHURCH TODAY CONDEMNED THE ASSASSINATION OF DR PEDRO QUISPE HUAMAN AND ASKED FOR PEACE."
    assert "of Dr Pedro Quispe Huaman and" in as_printed(text, places)
