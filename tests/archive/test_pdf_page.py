"""The words of PDFs, and in a sentence why not."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from cairn.archive import pdf_page
from cairn.archive.pdf_page import read_pdf
from cairn.exceptions import BadInput
from tests.archive.pdfs import pdf_drawn, pdf_of

PRINTED = Path(__file__).parent / "pdf"


def text_of(body: bytes) -> str:
    return str(read_pdf(body)["text"])


def test_columns_are_read_one_after_the_other_and_paragraphs_stand_apart():
    paragraphs = text_of((PRINTED / "columns.pdf").read_bytes()).split("\n\n")
    assert paragraphs[:3] == [
        "Alliance report on civilian\ncasualties",
        "At the end of April three reports were open.",
        "Credible",
    ]
    assert paragraphs[3].startswith("May 3, 2019, near Tal Warda")
    assert paragraphs[3].endswith("37SFU1234567890")
    assert paragraphs[-1].startswith("May 6, 2019")


def test_arabic_is_read_from_the_right_with_its_numbers_and_latin_names_from_the_left():
    text = text_of((PRINTED / "arabic.pdf").read_bytes())
    assert "٣ أيار ٢٠١٩، قرب تل وردة: خلال ضربة على مطحنة قُتل مدنيان اثنان\nوأصيب واحد. (4411)" in text
    assert "4 أيار 2019، قرب بئر زيتون (Bir Zaytun Mill)" in text


def test_heads_and_page_numbers_are_no_part_of_the_report():
    pages = [
        ["Alliance report", f"Line {word} is here.", f"It has {word} words.", f"Page {n} of 4"]
        for n, word in enumerate(("one", "two", "three", "four"), start=1)
    ]
    text = text_of(pdf_of(*pages))
    assert "Alliance report" not in text and "Page" not in text
    assert "Line three is here.\nIt has three words.\nLine four is here." in text


def test_a_word_cut_by_the_end_of_a_line_is_whole_where_the_report_has_it_whole_elsewhere():
    text = text_of(
        pdf_of(["two were unin-", "tentionally killed, via self-", "report; one unintentionally hurt"])
    )
    assert text == "two were unintentionally killed, via self-report; one unintentionally hurt"


def locked(body: bytes, password: str) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(body)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_pdf_that_only_may_not_be_changed_is_read():
    assert text_of(locked(pdf_of(["Two dead."]), "")) == "Two dead."


WHOLE = pdf_of(["Two dead at the mill."], ["One hurt."])


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"%PDF-1.4", "broken"),
        (b"%PDF-1.7\n" + b"\xff\x00(" * 5_000, "broken"),
        (WHOLE[:200], "broken"),
        (WHOLE.replace(b"/Kids[4 0 R 6 0 R]", b"/Kids[2 0 R 2 0 R]"), "broken"),
        (locked(WHOLE, "secret"), "password"),
        (pdf_of([]), "OCR"),
        (pdf_drawn(b"0 0 100 100 re f"), "OCR"),
        (WHOLE + b" " * pdf_page.PDF_AT_MOST, "64 MB"),
    ],
)
def test_a_pdf_without_words_to_be_had_is_refused_with_what_to_do(body, why):
    with pytest.raises(BadInput, match=why) as refused:
        read_pdf(body)
    assert "collect th" in str(refused.value)


def test_a_page_that_unpacks_to_gigabytes_is_named_and_the_others_are_read():
    bomb = pdf_drawn(b"BT /F 10 Tf (Two dead.) Tj ET", b" " * (200 << 20))
    said = read_pdf(bomb)
    assert said["text"] == "Two dead." and "page 2 could not be read" in str(said["remark"])


def test_a_pdf_that_takes_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf_page, "SECONDS", 1)
    with pytest.raises(BadInput, match="more time"):
        read_pdf(pdf_drawn(b"BT /F 10 Tf " + b"(a) Tj 1 0 Td " * 2_000_000 + b"ET"))


def test_more_pages_than_are_read_are_said():
    said = read_pdf(pdf_of(*([f"Line {n} of many words."] for n in range(2_003))))
    assert "first 2,000 of its 2,003 pages" in str(said["remark"])


def test_programs_in_the_folder_somebody_works_in_are_not_run(tmp_path, monkeypatch):
    for name in ("pypdf", "cairn"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('not ours')")
    monkeypatch.chdir(tmp_path)
    assert text_of(pdf_of(["Two dead."])) == "Two dead."


def test_whatever_is_done_to_a_pdf_it_is_read_or_refused():
    chance = random.Random(7)
    for _ in range(12):
        body = bytearray((PRINTED / "columns.pdf").read_bytes())
        for _ in range(chance.choice((1, 20, 400))):
            body[chance.randrange(len(body))] = chance.randrange(256)
        try:
            assert text_of(bytes(body))
        except BadInput as refused:
            assert "collect th" in str(refused)
