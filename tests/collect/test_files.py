"""Folders as people keep them: with loops, pipes and holes in them."""

from __future__ import annotations

import os
import socket

import pytest

from cairn.collect.files import Found, find_files, refusal
from cairn.exceptions import BadInput
from cairn.values import Remark


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    (folder / "may").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "may/c.txt", ".hidden"):
        (folder / name).write_text(name)
    return folder


def names(*paths, leave=()):
    return [one.name for one in find_files(paths, leave) if isinstance(one, Found)]


def sentences(*paths, kind=BadInput):
    return [str(one) for one in find_files(paths) if isinstance(one, kind)]


def test_every_file_is_found_in_the_order_of_names_with_its_path_from_the_folder(inbox):
    assert names(inbox) == ["inbox/a.txt", "inbox/b.txt", "inbox/may/c.txt"]


def test_the_way_to_the_folder_is_not_kept(inbox, monkeypatch):
    monkeypatch.chdir(inbox)
    assert names(inbox / "may") == ["may/c.txt"]
    assert names(inbox.relative_to(inbox)) == ["inbox/a.txt", "inbox/b.txt", "inbox/may/c.txt"]


def test_what_is_named_twice_is_found_once(inbox):
    assert names(inbox / "a.txt", inbox, inbox) == ["a.txt", "inbox/b.txt", "inbox/may/c.txt"]


def test_what_is_to_be_left_alone_is_left_alone(inbox):
    assert names(inbox, leave=[inbox / "may", inbox / "b.txt"]) == ["inbox/a.txt"]


def test_what_a_ledger_holds_of_its_own_is_no_report(inbox):
    for name in ("cairn.toml", "cairn.db", "may/custody.jsonl", "may/lock"):
        (inbox / name).write_text("x")
    (inbox / "exports").mkdir()
    assert names(inbox) == ["inbox/a.txt", "inbox/b.txt", "inbox/may/c.txt"]


def test_a_name_that_is_no_text_is_kept_so_that_it_can_be_printed(inbox):
    with open(os.fsencode(inbox) + b"/\xff.txt", "w") as file:
        file.write("x")
    assert "inbox/�.txt" in names(inbox)
    str(next(one for one in find_files([inbox]) if "�" in str(one))).encode()


def test_a_folder_that_leads_back_to_itself_is_entered_once(inbox):
    (inbox / "may" / "loop").symlink_to(inbox, target_is_directory=True)
    assert names(inbox) == ["inbox/a.txt", "inbox/b.txt", "inbox/may/c.txt"]
    assert "leads back" in sentences(inbox, kind=Remark)[0]


def test_links_that_lead_nowhere_or_to_themselves_are_named(inbox):
    (inbox / "x.txt").symlink_to(inbox / "x.txt")
    (inbox / "y.txt").symlink_to(inbox / "gone")
    loop, gone = sentences(inbox)
    assert "x.txt" in loop and "y.txt is not there" in gone
    assert len(names(inbox)) == 3


def test_a_folder_with_nothing_in_it_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (sentence,) = sentences(tmp_path / "empty")
    assert "has nothing in it" in sentence


def test_a_path_that_is_not_there_is_named_and_the_others_are_found(inbox):
    assert names(inbox / "gone.txt", inbox / "a.txt") == ["a.txt"]
    assert "gone.txt is not there" in sentences(inbox / "gone.txt", inbox / "a.txt")[0]


def test_pipes_and_sockets_are_not_opened(inbox):
    os.mkfifo(inbox / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(inbox / "plug.txt"))
        found = sentences(inbox)
    assert len(found) == 2 and all("not a file" in sentence for sentence in found)


def test_what_the_system_refuses_is_said_with_what_to_do(inbox):
    assert "permission" in str(refusal(inbox, PermissionError(13, "denied")))
    assert "disk" in str(refusal(inbox, OSError(5, "Input/output error")))
