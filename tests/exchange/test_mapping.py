"""Mapping files: those that come with Cairn, and those of your own."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadVocabulary
from cairn.exchange import load_mapping, mapping_names, read_table


def test_the_shipped_mappings_can_be_named():
    assert mapping_names() == [
        "airwars",
        "airwars-attributions",
        "airwars-sources",
        "drone-ranges",
        "ibc",
        "official-tolls",
        "series",
        "territory",
    ]
    assert all(load_mapping(name).title for name in mapping_names())


def test_a_mapping_of_ones_own_is_a_file(tmp_path):
    mine = tmp_path / "mine.yml"
    mine.write_text("kind: incidents\nid: nr\ncounts: {killed: [dead]}\ndelimiter: ';'\n", encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text("nr;dead\n1;4\n", encoding="utf-8")
    [read] = read_table(table, load_mapping(mine))
    assert str(read.value.finding.killed) == "4"


@pytest.mark.parametrize(
    ("content", "reason"),
    [("kind: [", "is not YAML"), ("kind: storms", "must say “kind:”"), ("- a list", "must say “kind:”")],
)
def test_a_mapping_file_that_says_nothing_is_refused(tmp_path, content, reason):
    mine = tmp_path / "mine.yml"
    mine.write_text(content, encoding="utf-8")
    with pytest.raises(BadVocabulary, match=reason):
        load_mapping(mine)


def test_an_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(BadVocabulary, match="airwars"):
        load_mapping("airwar")
