"""The pages of tolls and figures over time."""

from __future__ import annotations

from pathlib import Path

import pytest

from cairn.exchange import load_mapping, read_table
from cairn.records import actions
from cairn.records.change import By
from cairn.site.open import contents_of
from cairn.site.pages.series import groups
from cairn.site.render import names, render

HEADER = "date,said_on,since,measure,counted,of,place,country,unit,low,high,source"
ROWS = """\
2031-01-02,,2031-01-01,killed,cumulative,,Hill Country,SY,people,10,10,Ministry of Hills
2031-01-02,,2031-01-01,killed,cumulative,,Hill Country,SY,people,14,16,Hill Monitor
2031-01-03,2031-01-03,2031-01-01,killed,cumulative,,Hill Country,SY,people,30,,Ministry of Hills
2031-01-04,2031-01-04,2031-01-01,killed,cumulative,,Hill Country,SY,people,22,22,Ministry of Hills
2031-01-05,2031-01-05,2031-01-01,killed,cumulative,,Hill Country,SY,people,20,20,Ministry of Hills
2031-01-05,2031-01-09,2031-01-01,killed,cumulative,,Hill Country,SY,people,21,21,Ministry of Hills
2031-01-06,,2031-01-01,killed,cumulative,,Hill Country,SY,people,29,29,Ministry of Hills
2031-01-06,,,killed,daily,,Hill Country,SY,people,5,5,Ministry of Hills
2031-01-06,,,territory held,,<b>Hill</b> Army,Hill Country,SY,percent,45.5,50,Hill Monitor
"""
PAGE = "series/killed-hill-country-sy"


def imported(ledger, tmp_path: Path, rows: str = ROWS):
    file = tmp_path / "tolls.csv"
    file.write_text(f"{HEADER}\n{rows}", encoding="utf-8")
    shape = load_mapping("series")
    actions.import_figures(By("Ana", "imported"), shape, list(read_table(file, shape)))
    return contents_of(ledger)


@pytest.fixture
def contents(another_ledger, tmp_path):
    return imported(another_ledger, tmp_path)


def test_each_measure_and_place_has_a_page_that_the_list_leads_to(contents):
    assert {name for name in names(contents) if name.startswith("series/") and "hill" in name} == {
        PAGE,
        "series/territory-held-hill-country-sy",
    }
    assert 'href="series/killed-hill-country-sy.html"' in render(contents, "en", "figures")


def test_a_page_says_who_said_what_of_each_day_and_what_they_said_before(contents):
    page = render(contents, "en", PAGE)
    assert page.count("<svg") == 3  # as it was said, by its differences, and what was told of the days
    for words in (
        "Ministry of Hills",
        "Hill Monitor",
        "at least <bdi>30</bdi>",
        "Said before",
        "9 January 2031",
    ):
        assert words in page, words


def test_a_fall_is_said_to_be_a_correction(contents):
    page = render(contents, "en", PAGE)
    assert page.count("corrected downwards</span>") == 2  # from at least 30 to 22, and on to 21
    assert "undoes no death" in page
    assert ">-" not in page


def test_what_was_added_stands_beside_what_was_told_of_the_day(contents):
    row = render(contents, "en", PAGE).partition("6 January 2031</th>")[2].partition("</tr>")[0]
    assert "<bdi>8</bdi>" in row
    assert "<bdi>5</bdi>" in row


def test_every_drawing_has_words_and_a_table_for_those_who_do_not_see_it(contents):
    for name in (PAGE, "series/territory-held-hill-country-sy"):
        page = render(contents, "en", name)
        assert page.count('-title">') == page.count("<svg") > 0
        assert page.count("<details>") == page.count("<section") > 0
    assert "<b>Hill" not in page


def test_the_page_speaks_arabic(contents):
    page = render(contents, "ar", PAGE)
    assert 'dir="rtl"' in page
    for words in ("المجموع التراكمي", "قيل من قبل", "صُحِّح نزولًا", "بحسب فروقه"):
        assert words in page, words


def test_a_series_that_is_not_there_has_no_page(contents):
    assert render(contents, "en", "series/killed-elsewhere") is None


def test_no_total_of_the_site_changes_by_tolls_and_figures(another_ledger, tmp_path):
    before = contents_of(another_ledger).by_belligerent
    after = imported(another_ledger, tmp_path).by_belligerent
    assert (after.rows, after.total) == (before.rows, before.total)


def test_a_place_that_is_called_like_a_country_has_a_page_of_its_own(another_ledger, tmp_path):
    rows = "2031-01-02,,,killed,daily,,SY,,people,1,1,A\n2031-01-02,,,killed,daily,,,SY,people,2,2,A\n"
    found = imported(another_ledger, tmp_path, rows)
    assert {(group.place, group.country) for group in groups(found).values()} >= {("SY", ""), ("", "SY")}
