"""What was received is handed on untouched; what cannot be is named, and the rest goes on."""

from __future__ import annotations

import json

import pytest

from cairn.collect import receive as module
from cairn.collect.receive import receive
from cairn.exceptions import BadInput
from cairn.values import Item, Remark


def sorted_out(*paths, **said):
    found = [*receive(paths, said)]
    return tuple([one for one in found if isinstance(one, kind)] for kind in (Item, BadInput, Remark))


def test_a_page_is_one_item_byte_for_byte(tmp_path):
    body = "<p>قُتل اثنان</p>\r\n".encode("windows-1256")
    (tmp_path / "a.html").write_bytes(body)
    ((item,), _, _) = sorted_out(tmp_path / "a.html", source="Gazette")
    assert (item.body, item.media_type, item.came_from) == (body, "text/html", "a.html")
    assert item.said == {"source": "Gazette"}


def test_each_line_of_a_json_lines_file_is_an_item_even_a_broken_one(tmp_path):
    lines = [b'{"id": 1, "text": "One."}', b"  ", b'{"id": 2, "te', '{"text": "قُتل"}'.encode()]
    (tmp_path / "a.jsonl").write_bytes(b"\r\n".join(lines))
    items, refused, _ = sorted_out(tmp_path / "a.jsonl")
    assert [item.body for item in items] == [lines[0], lines[2], lines[3]]
    assert [item.came_from for item in items] == [f"a.jsonl, line {n}" for n in (1, 3, 4)]
    assert refused == []


def test_a_table_is_one_item(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1,One.\n2,Two.\n")
    ((item,), _, _) = sorted_out(tmp_path)
    assert item.media_type == "text/csv" and item.body.count(b"\n") == 3


def test_empty_unreadable_and_binary_files_are_named_and_the_rest_is_taken_in(tmp_path):
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-blank.html").write_bytes(b" \n\n")
    (tmp_path / "c-junk.txt").write_bytes(b"\0\1\2" * 500)
    (tmp_path / "d.rtf").write_bytes(b"{\\rtf1 x")
    (tmp_path / "e.txt").write_text("Two dead.")
    items, refused, _ = sorted_out(tmp_path)
    assert [item.came_from for item in items] == [f"{tmp_path.name}/e.txt"]
    assert len(refused) == 4
    assert all(str(tmp_path) in str(one) and str(one).endswith(".") for one in refused)


def test_a_file_that_vanishes_before_it_is_opened_is_named(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Two dead.")
    coming = receive([tmp_path], {})
    first = next(coming)
    (tmp_path / "b.txt").unlink()
    (refused,) = coming
    assert isinstance(first, Item) and isinstance(refused, BadInput)
    assert "b.txt is not there" in str(refused)


def test_pictures_and_styles_beside_a_page_are_counted_and_left_alone(tmp_path):
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page.html").write_text("<p>Two dead.</p>")
    for name in ("a.css", "b.PNG", "c.js"):
        (tmp_path / "page_files" / name).write_bytes(b"\x89PNG")
    items, refused, remarks = sorted_out(tmp_path)
    assert (len(items), len(refused), len(remarks)) == (1, 0, 1)
    assert "3 pictures" in str(remarks[0])


def test_a_picture_that_somebody_points_at_is_refused(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    _, refused, _ = sorted_out(tmp_path / "a.png")
    assert "picture" in str(refused[0])


def test_what_is_larger_than_a_capture_may_be_is_refused_and_the_next_line_is_taken_in(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 100)
    (tmp_path / "a.jsonl").write_bytes(b"x" * 950 + b'\n{"text": "Two dead."}\n')
    (tmp_path / "b.txt").write_bytes(b"x" * 950)
    items, refused, _ = sorted_out(tmp_path)
    assert [item.came_from for item in items] == [f"{tmp_path.name}/a.jsonl, line 2"]
    assert len(refused) == 2


@pytest.mark.parametrize("name", ["posts", "statements", "police_news"])
def test_the_real_files_are_taken_in_line_by_line(shared_data, name):
    path = shared_data / name / "inputs.jsonl"
    items, refused, remarks = sorted_out(path)
    assert [item.body for item in items] == path.read_bytes().strip().split(b"\n")
    assert refused == remarks == []
    assert json.loads(items[0].body)["id"]
