"""What changed since the release before is told cell by cell, and which totals moved by it."""

from dataclasses import replace

from cairn.publish import changes, moved_totals, read_before
from cairn.values import Range
from tests.publish.invented import BRIDGE, MARKET, RECORD, inquiry, write


def test_an_incident_that_came_went_or_changed_is_named():
    raised = replace(MARKET, finding=replace(MARKET.finding, killed=Range(9, 12)))
    assert list(changes([BRIDGE, MARKET], [raised, RECORD[3]])) == [
        {"what": "added", "id": RECORD[3].id, "code": "N15"},
        {"what": "removed", "id": BRIDGE.id, "code": "N13"},
        {
            "what": "changed",
            "id": MARKET.id,
            "code": "N12",
            "column": "killed_min",
            "before": "8",
            "after": "9",
        },
    ]


def test_a_count_that_nobody_gives_any_longer_is_told_as_nothing():
    unsaid = replace(BRIDGE, finding=replace(BRIDGE.finding, killed=None))
    rows = list(changes([BRIDGE], [unsaid]))
    assert [(row["column"], row["before"], row.get("after")) for row in rows] == [
        ("killed_min", "2", None),
        ("killed_max", "2", None),
    ]


def test_nothing_changed_is_nothing_told():
    assert list(changes(RECORD, RECORD)) == []
    assert list(moved_totals(inquiry(), inquiry())) == []


def test_a_total_that_moved_is_told_once_with_both_numbers():
    moved = list(moved_totals(inquiry(RECORD), inquiry((MARKET,))))
    headline = {
        row["column"]: (row["before"], row["after"]) for row in moved if "fair + " in str(row["question"])
    }
    assert headline == {"incidents": ("2", "1"), "killed": ("10-14", "8-12")}
    assert len({(row["question"], row["column"]) for row in moved}) == len(moved)


def test_a_release_reads_back_what_it_was_made_of(tmp_path):
    known, asked = read_before(write(tmp_path / "release"))
    assert tuple(known) == RECORD and asked.answers == inquiry().answers
