"""Pages as they are found: well made, badly made, not made at all."""

from __future__ import annotations

import pytest

from cairn.archive.html_page import PAGE_AT_MOST
from cairn.archive.readable import Readable, readable
from cairn.exceptions import BadInput

STORY = """<article><h1>غارة على بلدة الزعفران</h1>
<p>قُتل ثلاثة مدنيين، بينهم طفلة، في غارة جوية على <b>بلدة الزعفران</b> يوم الجمعة، وفق مصدر طبي محلي.
وقال شهود إن الطائرة استهدفت السوق مرتين.</p>
<p>وأصيب سبعة آخرون بجروح &amp; نُقلوا إلى مشفى قريب.</p></article>"""


def page(head: str = '<meta charset="utf-8">', story: str = STORY) -> str:
    return f"""<!DOCTYPE html><html dir="rtl"><head>{head}<title>غارة على بلدة الزعفران</title>
<meta property="article:published_time" content="2017-05-13T09:00:00Z">
<meta property="og:site_name" content="صحيفة الطاحونة">
<link rel="canonical" href="https://mill.example/news/1"></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav>{story}
<footer>حقوق النشر محفوظة</footer></body></html>"""


def read(body: bytes, media_type: str = "text/html") -> Readable:
    (found,) = readable(body, media_type, {}, "page.html")
    assert isinstance(found, Readable), found
    return found


def test_the_main_text_is_read_and_the_menus_are_not():
    report = read(page().encode()).report
    assert "قُتل ثلاثة مدنيين" in report.text and "& نُقلوا" in report.text
    assert "رياضة" not in report.text and "حقوق" not in report.text


def test_title_day_address_and_publisher_are_read_where_the_page_says_them():
    found = read(page().encode())
    assert found.report.title == "غارة على بلدة الزعفران"
    assert str(found.report.published) == "2017-05-13"
    assert found.report.source == "صحيفة الطاحونة"
    assert found.address == "https://mill.example/news/1"


def test_a_day_told_in_the_story_is_not_the_day_of_publication():
    story = "<article><p>Two people were killed on 12 May 2017 at the mill.</p></article>"
    assert read(f"<html><body>{story}</body></html>".encode()).report.published is None


def test_a_page_saved_by_a_browser_says_where_it_came_from():
    saved = "<!-- saved from url=(0030)https://mill.example/news/77?a=1 -->\n" + page()
    assert read(saved.encode()).address == "https://mill.example/news/77?a=1"


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        ('<meta charset="windows-1256">', "text/html"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', "text/html"),
        ("", "text/html; charset=windows-1256"),
        ("", "text/html"),
        ('<meta charset="utf-8">', "text/html"),
    ],
)
def test_an_old_encoding_is_read_whether_declared_undeclared_or_misdeclared(head, media_type):
    assert "قُتل ثلاثة مدنيين" in read(page(head).encode("windows-1256"), media_type).report.text


def test_an_xml_declaration_does_not_spoil_the_words():
    body = b'<?xml version="1.0" encoding="windows-1256"?>' + page("").encode("windows-1256")
    assert "قُتل ثلاثة مدنيين" in read(body).report.text


def test_html_that_is_none_is_read_as_plain_text_and_says_so():
    found = read(b"Two people were killed, the mayor said. 3 < 5.")
    assert found.report.text == "Two people were killed, the mayor said. 3 < 5."
    assert "HTML" in found.remarks[0]


@pytest.mark.parametrize(
    "body",
    [
        b"<p>Two people were killed at the mill.",
        b"<html><body><p>Two people were killed at the mill.<p>A third died <!-- ",
        b"<div>" * 20_000 + b"Two people were killed at the mill." + b"</div>" * 20_000,
        b'<body onload="x><p>Two people were killed at the mill.</p>',
    ],
)
def test_a_badly_made_page_still_gives_its_words(body):
    assert "Two people were killed at the mill." in read(body).report.text


@pytest.mark.parametrize(
    "body", [b"<html><body><script>var a = 'x'</script></body></html>", b"<p></p>", b"<div>&nbsp;"]
)
def test_a_page_without_words_is_refused_with_what_to_do(body):
    (refusal,) = readable(body, "text/html", {}, "page.html")
    assert isinstance(refusal, BadInput) and "browser" in str(refusal)


def test_of_a_page_of_fifty_megabytes_the_beginning_is_read():
    start = b"<html><body><article><p>Two people were killed at the mill on Friday, a doctor said.</p>"
    found = read(start + b"<p>x</p>" + b"<!--" + b"y" * (50 << 20) + b"--></article></body></html>")
    assert "Two people were killed" in found.report.text
    assert f"{PAGE_AT_MOST >> 20} MB" in " ".join(found.remarks)
