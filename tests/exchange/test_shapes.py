"""A slip in a mapping file of one's own is one sentence that names it."""

from __future__ import annotations

import pytest

from cairn.exceptions import BadVocabulary
from cairn.exchange import load_mapping


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("kind: incidents\n", "has no “id:”"),
        (
            "kind: incidents\nid: nr\nbelligerant: who\n",
            "“belligerant:”, which is not known. Perhaps you mean “belligerents”",
        ),
        (
            "kind: incidents\nid: nr\ncounts: {kiled: [dead]}\n",
            "“counts.kiled:”, which is not known. Perhaps you mean “killed”",
        ),
        ("kind: incidents\nid: nr\ncounts: {killed: dead}\n", "says dead for “counts.killed:”. Write a list"),
        ("kind: incidents\nid: nr\ncounts: {killed: [a, b, c]}\n", "names 3 columns for “counts.killed:”"),
        (
            "kind: incidents\nid: nr\nkilled_by_group: {kids: [a]}\n",
            "“killed_by_group.kids:”, which is not known",
        ),
        (
            "kind: incidents\nid: nr\ngrade: {column: g, words: {A: fairish}}\n",
            "says “fairish” for “grade.words.A:”. Write one of",
        ),
        ("kind: incidents\nid: nr\ngrade: {words: {A: fair}}\n", "has no “column:” under “grade:”"),
        (
            "kind: incidents\nid: nr\nno_harm: {column: harm, is: No}\n",
            "says False for “no_harm.is:”. Write a name between quotation marks",
        ),
        ("kind: incidents\nid: 7\n", "says 7 for “id:”. Write a name between quotation marks"),
        (
            "kind: incidents\nid: nr\nreviewed: perhaps\n",
            "says “perhaps” for “reviewed:”. Write true or false",
        ),
        ("kind: incidents\nid: nr\ndate: {column: d, form: DDMM}\n", "says “DDMM” for “date.form:”"),
        (
            "kind: incidents\nid: nr\nplace: somewhere\n",
            "says “somewhere” for “place:”, which wants names and columns",
        ),
        ("kind: incidents\nid: nr\nformat: xlsx\n", "says “xlsx” for “format:”. Write one of csv, json"),
        ("kind: incidents\nid: nr\nencoding: utf-88\n", "says “utf-88” for “encoding:”"),
        ("kind: incidents\nid: nr\ndelimiter: comma\n", "says “comma” for “delimiter:”. Write one letter"),
        ("kind: figures\ndate: d\nfigures: {killed: dead}\n", "for “figures:”. Write a list"),
        (
            "kind: figures\ndate: d\nfigures: [{measure: killed}]\n",
            "needs a measure and a column in “figures”, entry 1",
        ),
        ("kind: figures\ndate: {column: d, zone: Nowhere/Land}\n", "says “Nowhere/Land” for “date.zone:”"),
        ("kind: attributions\nincident: i\n", "has no “belligerent:”"),
        ("kind: [incidents]\nid: nr\n", "must say “kind:” as one of"),
        ("kind: incidents\nid: &a [*a]\n", "for “id:”"),
        ("kind: incidents\nid: nr\n  date: d\n", "line 3 is not YAML"),
    ],
)
def test_a_slip_in_a_mapping_is_named_in_one_sentence(tmp_path, said, sentence):
    mine = tmp_path / "mine.yml"
    mine.write_text(said, encoding="utf-8")
    with pytest.raises(BadVocabulary) as refused:
        load_mapping(mine)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_table_named_as_its_own_mapping_is_refused(tmp_path):
    (tmp_path / "table.yml").write_text("a,b\n" * 300_000, encoding="utf-8")
    with pytest.raises(BadVocabulary, match="too large for a mapping file"):
        load_mapping(tmp_path / "table.yml")


def test_a_word_may_hold_for_every_row(tmp_path):
    from cairn.exchange import read_table

    (tmp_path / "own.yml").write_text(
        "kind: incidents\nid: nr\nbelligerents: {given: Hill Militia}\n", encoding="utf-8"
    )
    (tmp_path / "own.csv").write_text("nr\n1\n", encoding="utf-8")
    [row] = read_table(tmp_path / "own.csv", load_mapping(tmp_path / "own.yml"))
    assert [party.name for party in row.value.finding.belligerents] == ["Hill Militia"]
