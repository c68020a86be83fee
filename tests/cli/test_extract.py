"""`cairn extract --jsonl`: each event of a report beside its claims."""

from __future__ import annotations

from cairn.archive.report_line import report_text
from cairn.cli.extract import reading_as_said
from cairn.story import extract

TEXT = (
    "LIMA, 4 March 1988 -- Armed men of the Shining Path killed two farmers in Ayacucho on 1 March. "
    "A bomb exploded outside a bank in Arequipa on 3 March, but nobody was injured."
)


def test_each_event_has_its_day_place_doers_means_and_claims():
    said = reading_as_said(extract(report_text({"id": "r", "text": TEXT})))
    first, second = said["events"]
    assert (first["date"], first["place"]["name"], second["date"]) == ("1988-03-01", "Ayacucho", "1988-03-03")
    assert [said["claims"][at]["count"] for at in first["claims"]] == [[2, 2]]
    assert [said["claims"][at]["count"] for at in second["claims"]] == [[0, 0]]
    (party,) = first["belligerents"]
    assert (party["name"], party["phrases"]) == ("Shining Path", ["Shining Path"])
    assert second["means"] == [{"means": "improvised explosive device", "phrase": "bomb exploded"}]
    assert TEXT[first["start"] : first["end"]].startswith("Armed men")
