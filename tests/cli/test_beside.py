"""`cairn beside`: what belligerents say of themselves beside what is recorded."""

import csv
import io
import json

import pytest

from tests.cli.commands import refused, said
from tests.records.told import write_reports

TEXTS = {
    "Outlet": "An airstrike by the US-led coalition hit a house in Raqqa on 3 March 2017 and killed 12 "
    "civilians, residents said. The coalition said that its strike killed 10 civilians.",
    "Invented Monitor": "At least 2,140 civilians have been killed by US-led coalition strikes in Syria "
    "since August 2014, the Invented Monitor says.",
    "US-led Coalition": "We assess that at least 88 civilians have been killed by Coalition strikes "
    "between August 2014 and March 2017.",
}


@pytest.fixture
def spoken(after_run, tmp_path):
    """The common ledger with what a belligerent and others say of it."""
    reports = [
        {"id": name, "text": text, "published": "2017-04-02", "language": "eng", "source": name}
        for name, text in TEXTS.items()
    ]
    said("collect", after_run, write_reports(tmp_path / "spoken", reports))
    said("run", after_run)
    return after_run


def test_a_belligerents_own_words_stand_beside_the_record(spoken):
    listed = said("beside", spoken, "--provisional")
    for line in (
        "conceded in these incidents       10 killed, 1 incident\n",
        "its own stated total              at least 88 killed, says US-led Coalition, 2017-04-02: ",
        "stated of it                      at least 2,140 killed, says",
        "allegations assessed              1 of 1 (100%): 1 credible\n",
        "middle 30 days",
    ):
        assert line in listed, line


def test_what_nobody_reviewed_is_left_out_until_it_is_asked_for(spoken):
    assert "recorded, all alleged             –\n" in said("beside", spoken)


def test_an_early_day_knew_of_nothing(spoken):
    assert said("beside", spoken, "--provisional", "--as-of", "2001").startswith("Nobody is accused")


def test_json_and_csv_say_the_same(spoken):
    asked = ("beside", spoken, "--provisional", "--belligerent", "anti-ISIS coalition")
    [told] = json.loads(said(*asked, "--format", "json"))["belligerents"]
    [row] = csv.DictReader(io.StringIO(said(*asked, "--format", "csv")))
    assert (told["conceded_in_incidents"]["killed"], told["stated_now"]["killed"]) == ([10, 10], [88, None])
    assert (row["conceded_killed_min"], row["stated_killed_min"], row["stated_killed_max"]) == (
        "10",
        "88",
        "",
    )
    assert told["question"] == row["question"]
    assert "US-led Coalition" in row["question"]


def test_a_country_that_nobody_knows_is_refused_in_a_sentence(after_run):
    assert "Write its two-letter code" in refused("beside", after_run, "--country", "Atlantis")
