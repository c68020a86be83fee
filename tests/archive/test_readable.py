"""From bytes to the reports in them, and in a sentence why not."""

from __future__ import annotations

import json

import pytest

from cairn.archive.readable import READ_AT_MOST, Readable, readable, readable_part
from cairn.exceptions import BadInput
from cairn.values import PartialDate


def reports(body: bytes, media_type: str, **said: str) -> list[Readable]:
    found = [*readable(body, media_type, said, "inbox/this")]
    assert all(isinstance(one, Readable) for one in found), found
    return found  # type: ignore[return-value]


def refusals(body: bytes, media_type: str) -> list[str]:
    return [str(one) for one in readable(body, media_type, {}, "inbox/this") if isinstance(one, BadInput)]


def line(**said: object) -> bytes:
    return json.dumps(said).encode()


def test_plain_text_is_exact():
    text = "  Two people were killed.\r\n\tThe mill burnt down.\n"
    assert reports(text.encode(), "text/plain")[0].report.text == text


def test_a_json_line_gives_all_it_knows():
    said = {"id": 7, "text": "Two dead.", "title": "The mill", "published": "2017-05-12", "language": "ar-SY"}
    (found,) = reports(
        line(**said, source="Mill Gazette", medium="post", url="https://mill.example/1"), "application/json"
    )
    report = found.report
    assert (report.id, report.text, report.title) == ("7", "Two dead.", "The mill")
    assert (report.published, report.language) == (PartialDate("2017-05-12"), "ara")
    assert (report.source, report.medium, found.address) == ("Mill Gazette", "post", "https://mill.example/1")
    assert found.part is None and found.remarks == ()


def test_what_the_collector_says_fills_only_what_is_left_empty():
    (found,) = reports(
        line(id=1, text="Two dead.", source="Gazette"), "application/json", source="X", language="en"
    )
    assert (found.report.source, found.report.language) == ("Gazette", "eng")


def test_the_same_bytes_read_the_same_for_ever():
    page = b"<html><head><title>T</title></head><body><p>Two people died at the mill.</p></body></html>"
    assert [*readable(page, "text/html")] == [*readable(page, "text/html")]


def test_a_json_line_cut_in_half_is_refused_with_what_to_do():
    whole = line(id="1", text="Two people were killed at the mill.")
    for cut in range(1, len(whole)):
        (sentence,) = refusals(whole[:cut], "application/json")
        assert sentence.startswith("inbox/this: ") and "collect" in sentence
    assert "ends in the middle" in refusals(whole[:-9], "application/json")[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"id": 1}, "has no text"),
        ({"id": 1, "text": None}, "has no text"),
        ({"id": 1, "text": 5}, "has no text"),
        ({"id": 1, "text": "  \n"}, "no words"),
        ({"id": 1, "text": "words", "source": ["a"]}, "list"),
        ({"id": 1, "text": "words", "countries": "SY"}, "countries"),
    ],
)
def test_an_object_without_a_report_in_it_is_refused(said, why):
    (sentence,) = refusals(line(**said), "application/json")
    assert why in sentence and sentence.startswith("inbox/this: ")


@pytest.mark.parametrize("body", [b"5", b'"words"', b"null", b"[" * 100_000])
def test_json_that_is_no_object_is_refused(body):
    assert len(refusals(body, "application/json")) == 1


def test_a_list_of_objects_is_as_many_reports():
    body = json.dumps([{"id": "a", "text": "One."}, 5, {"id": "b", "text": "Two."}]).encode()
    found = [*readable(body, "application/json", {}, "this")]
    assert [one.part for one in found if isinstance(one, Readable)] == [1, 3]
    assert refusals(body, "application/json")[0].startswith("inbox/this, row 2: ")
    assert readable_part(body, "application/json", 3, {}).report.text == "Two."


def test_nulls_and_halves_of_letters_do_not_move_the_words_behind_them():
    (found,) = reports(b'{"id": 1, "text": "a\\u0000b\\ud800c"}', "application/json")
    assert found.report.text == "a�b�c"


def test_a_language_nobody_speaks_is_remarked_on_and_the_report_kept():
    (found,) = reports(line(id=1, text="Two dead.", language="Xyzzy"), "application/json")
    assert found.report.language is None
    assert "Xyzzy" in found.remarks[0]


def test_an_undetermined_language_needs_no_remark():
    assert reports(line(id=1, text="Two dead.", language="und"), "application/json")[0].remarks == ()


def test_a_date_in_the_year_2917_is_kept_as_words_and_remarked_on():
    (found,) = reports(line(id=1, text="Two dead.", published="2917-05-12"), "application/json")
    assert found.report.published is None
    assert found.report.published_text == "2917-05-12"
    assert "2917-05-12" in found.remarks[0]


def test_what_is_not_read_of_a_line_is_named():
    assert "'mood'" in reports(line(id=1, text="Two dead.", mood="x"), "application/json")[0].remarks[0]


def test_a_huge_text_is_read_up_to_the_limit_and_says_so():
    (found,) = reports(b"word " * 11_000_000, "text/plain")
    assert len(found.report.text) == READ_AT_MOST
    assert "archived" in found.remarks[0]


def test_a_kind_that_holds_no_words_is_refused():
    assert "application/zip" in refusals(b"PK", "application/zip")[0]
    assert refusals(b"x", "")


def test_asking_for_a_report_that_is_not_there_says_so():
    with pytest.raises(BadInput, match="no report 4"):
        readable_part(b"words", "text/plain", 4, {})


@pytest.mark.parametrize("name", ["posts", "police_news", "statements", "narratives"])
def test_every_line_of_the_real_texts_is_read_exactly(shared_data, name):
    for written in (shared_data / name / "inputs.jsonl").read_bytes().strip().split(b"\n"):
        (found,) = reports(written, "application/json")
        assert found.report.text == json.loads(written)["text"]
        assert found.remarks == ()


@pytest.mark.parametrize(
    "key", ["id", "title", "published", "language", "source", "medium", "address", "note"]
)
def test_half_a_character_anywhere_in_an_object_is_kept_as_a_sign_that_files_can_hold(key):
    said = {"id": "1", "text": "words \ud83d", "published": "2017 or so", key: "2017 \ud83d"}
    (found,) = readable(line(**said), "application/json", {"source": "\udcff"})
    report = found.report
    assert report.text == "words �"
    beside = (report.id, report.title, report.published_text, report.source, report.medium, found.address)
    assert "\ufffd" in "".join(filter(None, beside)) + "".join(found.remarks) or key == "note"
    for words in (*filter(None, beside), *found.remarks):
        assert words.encode("utf-8")


def test_a_refusal_that_names_half_a_character_can_be_printed():
    (sentence,) = refusals(line(id="\udcff", text="words", countries=["SY", 1]), "application/json")
    assert sentence.encode("utf-8")
