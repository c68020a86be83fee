"""WARC files of others: well made, compressed in two ways, cut off, corrupted."""

from __future__ import annotations

import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cairn.archive.store import Archive
from cairn.archive.warc import walk
from cairn.collect.receive import receive
from cairn.exceptions import BadInput
from cairn.values import Item, Remark


def answer(status: str, media_type: str) -> StatusAndHeaders:
    return StatusAndHeaders(status, [("Content-Type", media_type), ("X-Odd", "")], protocol="HTTP/1.1")


def warc(compressed: bool = True, pages: int = 3) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "a test"}))

    def write(kind, path, body, http):
        record = writer.create_warc_record(
            f"https://mill.example/{path}",
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=http,
        )
        writer.write_record(record)

    for n in range(pages):
        body = f"<p>Report {n}: two people were killed.</p>".encode()
        write("response", f"page/{n}", body, answer("200 OK", "text/html; charset=utf-8"))
    write("response", "photo", b"\xff\xd8\xff" * 50, answer("200 OK", "image/jpeg"))
    write("response", "gone", b"<p>Not here</p>", answer("404 Not Found", "text/html"))
    write(
        "request",
        "page/0",
        b"",
        StatusAndHeaders("GET / HTTP/1.1", [("Host", "mill.example")], is_http_request=True),
    )
    return out.getvalue()


def taken_in(tmp_path, body: bytes, name: str = "a.warc.gz"):
    (tmp_path / name).write_bytes(body)
    found = [*receive([tmp_path / name], {})]
    return tuple([one for one in found if isinstance(one, kind)] for kind in (Item, BadInput, Remark))


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_are_taken_in_with_address_and_day_and_the_rest_is_counted(tmp_path, compressed):
    items, refused, remarks = taken_in(tmp_path, warc(compressed), "a.warc.gz" if compressed else "a.warc")
    assert [item.address for item in items] == [f"https://mill.example/page/{n}" for n in range(3)]
    assert items[0].body.startswith(b"HTTP/1.1 200 OK\r\n") and items[0].body.endswith(b"killed.</p>")
    assert items[0].captured_at and items[0].captured_at.endswith("Z")
    assert items[0].media_type.startswith("application/http")
    assert refused == []
    assert "2 records hold no words" in str(remarks[0])


def test_a_file_cut_off_gives_what_is_whole_and_says_where_it_ends(tmp_path):
    body = warc()
    (tmp_path / "whole.warc.gz").write_bytes(body)
    ends = [offset for offset, _, _ in walk(tmp_path / "whole.warc.gz")]
    for cut in range(20, len(body) - 1, 7):
        items, refused, _ = taken_in(tmp_path, body[:cut])
        assert len(items) <= 3
        assert len(refused) == (cut not in ends)
        assert all("cut off at record" in str(one) for one in refused)
    items, refused, _ = taken_in(tmp_path, body[: len(body) // 2])
    assert items and len(refused) == 1


def test_a_corrupted_record_is_refused(tmp_path):
    whole = warc(compressed=False)
    assert whole.count(b"Report 1:") == 1
    items, refused, _ = taken_in(tmp_path, whole.replace(b"Report 1:", b"Report 7:"), "a.warc")
    assert [item.address for item in items] == [f"https://mill.example/page/{n}" for n in (0, 2)]
    assert "does not match its own hash" in str(refused[0])


def test_a_corrupted_packing_is_refused_and_what_came_before_is_kept(tmp_path):
    body = bytearray(warc())
    body[len(body) // 2] ^= 0xFF
    items, refused, _ = taken_in(tmp_path, bytes(body))
    assert len(items) < 3 and len(refused) >= 1


def test_a_file_packed_as_one_piece_says_how_to_unpack_it(tmp_path):
    _, refused, _ = taken_in(tmp_path, gzip.compress(warc(compressed=False)))
    assert "Unpack" in str(refused[0])


def test_gzip_that_holds_no_warc_is_refused(tmp_path):
    items, refused, _ = taken_in(tmp_path, gzip.compress(b"Two people were killed."))
    assert items == [] and len(refused) == 1


def test_what_one_archive_kept_another_takes_in_with_what_was_said_of_it(tmp_path):
    bodies = [b"Two dead.", "قُتل اثنان".encode()]
    with Archive.open(tmp_path / "archive", "Rana") as archive:
        archive.store([Item(body, "text/plain", "n.txt", said={"source": "Gazette"}) for body in bodies])
    items = [*receive([tmp_path / "archive"], {"language": "en"})]
    assert [item.body for item in items if isinstance(item, Item)] == bodies
    assert isinstance(items[0], Item)
    assert items[0].said == {"source": "Gazette", "language": "en"}
