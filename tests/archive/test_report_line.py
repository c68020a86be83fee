"""A report as an object: what it must say and what it may."""

from __future__ import annotations

import pytest

from cairn.archive.report_line import report_text
from cairn.exceptions import BadInput
from cairn.values import PartialDate


def test_id_and_text_are_enough():
    report = report_text({"id": 3, "text": "Two dead."})
    assert (report.id, report.text, report.title, report.published) == ("3", "Two dead.", None, None)


def test_a_day_of_publication_that_cannot_be_read_is_kept_as_written():
    report = report_text({"id": 3, "text": "Two dead.", "published": "the other day"})
    assert (report.published, report.published_text) == (None, "the other day")
    assert report_text({"id": 3, "text": "x", "published": "2015-11"}).published == PartialDate("2015-11")


@pytest.mark.parametrize(
    "said", [{"text": "Two dead."}, {"id": "", "text": "x"}, {"id": 1}, {"id": 1, "text": 4}]
)
def test_without_id_or_text_it_is_refused(said):
    with pytest.raises(BadInput):
        report_text(said)


@pytest.mark.parametrize("countries", ["SY", 5, ["SY", None], {"SY": "Syria"}])
def test_countries_that_are_no_list_of_codes_are_refused_in_a_sentence(countries):
    with pytest.raises(BadInput, match="no list of codes"):
        report_text({"id": 3, "text": "Two dead.", "countries": countries})
