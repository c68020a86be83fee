"""The page of estimates, of an invented table of invented lists."""

import re

import pytest

from cairn.estimate import OverlapTable, examined
from cairn.estimate.report import as_json
from cairn.records import actions
from cairn.records.change import By
from cairn.records.estimates import kept_estimates
from cairn.site.data import FILES
from cairn.site.open import contents_of
from cairn.site.render import render

ANA = By("Ana", "the three lists were linked in May")
TABLE = OverlapTable(
    ("ministry", "survey", "press"),
    {"001": 60, "010": 49, "011": 4, "100": 247, "101": 112, "110": 142, "111": 12},
)
TWO = OverlapTable(("ministry", "survey"), {"10": 50, "01": 60, "11": 30})


@pytest.fixture
def estimated(another_ledger):
    for title, table in (("Named dead, Wadi", TABLE), ("Two lists", TWO)):
        actions.keep_estimate(ANA, title, as_json(examined(table)), table.counts)
    return another_ledger


def page(ledger, language="en"):
    return " ".join(render(contents_of(ledger), language, "estimates").split())


def test_the_documented_count_stands_before_the_interval(estimated):
    said = page(estimated)
    assert said.index("Documented people") < said.index("626") < said.index("690–800")
    assert "includes deaths nobody recorded" in said


def test_a_refusal_stands_with_its_reason_and_no_interval(estimated):
    said = page(estimated)
    refused = said[said.index("Two lists") :]
    assert "not offered as an estimate" in refused
    assert "–" not in re.search(r"<dd>refused</dd>", refused)[0]


def test_every_doubt_is_on_the_page(estimated):
    said = page(estimated)
    for part in ("Models that may be believed", "Had a list never been made", "Odds ratio", "too low when"):
        assert part in said
    assert "seed" in said
    assert as_json(examined(TABLE))["input_sha256"] in said


def test_the_page_says_it_in_arabic_with_the_drawing(estimated):
    said = page(estimated, "ar")
    assert "أشخاص موثّقون" in said
    assert "<title>626 موثّقًا" in said
    assert "Documented people" not in said


def test_the_overlaps_can_be_taken_away_and_counted_again(estimated):
    _, stream = FILES["data/overlaps.csv"]
    rows = [line.split(",") for line in "".join(stream(contents_of(estimated))).splitlines()]
    held = [row for row in rows if row[:2] == ['"Named dead', ' Wadi"']]
    assert sum(int(row[-1]) for row in held) == 626


def test_a_pattern_counts_for_the_lists_it_was_written_for(estimated):
    heads = re.findall(r'<th scope="col"><bdi>(\w+)</bdi> \(<bdi>(\d+)</bdi>\)', page(estimated))
    assert heads[:3] == [("ministry", "513"), ("survey", "207"), ("press", "188")]
    only_survey_and_press = '<td>–</td><td>on it</td><td>on it</td><td class="number">4</td>'
    assert only_survey_and_press in page(estimated)


def test_the_newest_of_a_title_is_shown_and_a_withdrawn_one_is_not(estimated):
    actions.keep_estimate(ANA, "Two lists", as_json(examined(TABLE)), TABLE.counts)
    newest = {one.title: one for one in kept_estimates()}
    assert newest["Two lists"].said["n_documented"] == 626
    assert actions.withdraw_estimate(ANA, "Two lists") == 2
    assert [one.title for one in kept_estimates()] == ["Named dead, Wadi"]


def test_a_site_without_estimates_does_not_lead_to_them(contents):
    assert "estimates.html" not in render(contents, "en", "index")
