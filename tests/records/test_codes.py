"""A new incident gets a code that says where and when, and that nobody bears yet."""

from dataclasses import replace

from cairn.records.codes import Codes
from cairn.values import Evidence, PartialDate, Place, Reading, ReportText
from cairn.vocabulary.conflict import Conflict
from tests.records.told import incident


def evidence(country: str | None, date: str | None) -> Evidence:
    place = Place("Mill village", country=country) if country else None
    reading = Reading("eng", place=place, date=PartialDate(date) if date else None)
    return Evidence(ReportText("r", "Words."), reading)


def test_codes_count_on_from_those_that_are_there(ledger):
    incident("SY20170512-1")
    codes = Codes(Conflict())
    told = [evidence("SY", "2017-05-12")]
    assert [codes.next_for(told), codes.next_for(told)] == ["SY20170512-2", "SY20170512-3"]


def test_a_code_says_no_more_than_is_known(ledger):
    codes = Codes(Conflict(countries=("SY", "IQ")))
    assert codes.next_for([evidence("IQ", "2017-05")]) == "IQ201705-1"
    assert codes.next_for([evidence(None, None)]) == "XXundated-1"
    assert Codes(Conflict(countries=("YE",))).next_for([evidence(None, None)]) == "YEundated-1"


def test_what_most_reports_say_names_the_incident(ledger):
    said = [evidence("SY", "2017-05-12"), evidence("SY", "2017-05-13"), evidence("IQ", "2017-05-13")]
    assert Codes(Conflict()).next_for([replace(each) for each in said]) == "SY20170513-1"
