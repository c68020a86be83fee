"""The index of a gazetteer file finds what the file names, and is made once for all copies of it."""

import gzip
import shutil

import pytest

from cairn.vocabulary.gazetteer_index import index_of
from cairn.vocabulary.place_names import sound_key, written_key
from cairn.vocabulary.places_file import COLUMNS

ROWS = [
    ["own:1", "Wadi al-Mithal", "وادي المثال|Mithal", "35.90", "39.10", "PPL", "SY", "Raqqa", "", "", "own"],
    ["own:2", "Kafr Mithal", "كفر مثال", "35.10", "36.50", "PPL", "SY", "Idlib", "", "300", "own"],
    ["own:3", "Mithal", "", "33.10", "36.50", "PPLA", "SY", "Daraa", "", "90000", "own"],
]


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv("CAIRN_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "SY.tsv.gz"
    lines = ["\t".join(row) for row in [COLUMNS, *ROWS]]
    file.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n"))
    return file


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        (written_key("Wadi Mithal"), ["own:1"]),
        (written_key("كفرمثال"), ["own:2"]),
        ("~" + sound_key("Kefr Methal"), ["own:2"]),
        (written_key("Mithal"), ["own:3", "own:1"]),  # those of the most people first
        (written_key("Nowhere"), []),
    ],
)
def test_a_place_is_under_every_key_of_its_names(places, key, ids):
    assert [row[0] for row in index_of(places).under(key)] == ids


def test_a_row_keeps_its_columns_and_its_names_in_both_scripts(places):
    assert index_of(places).under(written_key("Wadi Mithal")) == [
        ["own:1", "Wadi al-Mithal", "وادي المثال", "35.90", "39.10", "PPL", "SY", "Raqqa", "", "0"]
    ]


def test_a_first_word_says_how_long_its_longest_name_is(places):
    index = index_of(places)
    assert (index.longest("wadi"), index.longest("mithal"), index.longest("nowhere")) == (2, 1, 0)


def test_copies_of_a_file_share_an_index_and_a_changed_file_has_its_own(places, tmp_path):
    index_of(places)
    copy = tmp_path / "copy" / places.name
    copy.parent.mkdir()
    shutil.copy(places, copy)
    index_of(copy)
    assert len(list((tmp_path / "cache").iterdir())) == 1
    copy.write_bytes(gzip.compress(gzip.decompress(places.read_bytes()).replace(b"Kafr", b"Tall")))
    assert index_of(copy).longest("tal") == 2
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_an_empty_gazetteer_names_nothing(places):
    places.write_bytes(gzip.compress("\t".join(COLUMNS).encode() + b"\n"))
    assert index_of(places).longest("wadi") == 0
    assert index_of(places).under("wadi") == []
