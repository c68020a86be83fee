"""The page that explains a reading, in a real browser: by keyboard, both ways, on paper and in the dark."""

from __future__ import annotations

import pytest

from cairn.extract.explain import explain
from cairn.extract.read import read
from cairn.site.explained import page_of
from cairn.values import PartialDate, ReportText
from tests.site.test_browser import contrast

pytestmark = pytest.mark.browser

ENGLISH = ReportText(
    id="mill.txt <b>",
    title="Three killed at a mill",
    text=(
        "Five people, among them two children, were killed in Testville, a nurse said. Nine were injured.\n\n"
        "A strike killed four people last year. The group holds 45 percent of the city.\n"
        "Shared with Public\nLike\nComment"
    ),
    published=PartialDate("2024-05-15"),
    language="eng",
)
ARABIC = ReportText(
    id="ara", text="قُتل خمسة مدنيين بينهم طفلان.\n\nThree people were killed.", language="ara"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("explained")
    explained = [explain(report, read(report)) for report in (ENGLISH, ARABIC)]
    for language in ("en", "ar"):
        (folder / f"{language}.html").write_text(page_of(explained, language), "utf-8")
    return folder


@pytest.fixture
def visit(window, pages):
    def visit(language, width=1280, **options):
        page = window(width, **options)
        page.asked = []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.goto((pages / f"{language}.html").as_uri())
        return page

    return visit


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits_and_asks_for_nothing(visit, language, width):
    page = visit(language, width, java_script_enabled=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.locator("h2 >> nth=0").inner_text().endswith("mill.txt <b>")
    assert page.complaints == []
    assert page.asked == [page.url]


def test_the_keyboard_goes_from_a_mark_to_its_rule_and_back(visit):
    page = visit("en", java_script_enabled=False)
    mark = page.locator("#r1-mark-2")
    mark.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#r1-note-2")
    note = page.locator("#r1-note-2")
    assert "some of a larger count" in note.inner_text()
    assert "children" in note.inner_text()
    note.locator("h4 a").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#r1-mark-2")


def test_every_mark_is_a_stop_of_the_keyboard_that_can_be_seen(visit):
    page = visit("en")
    stops = page.locator("a.label").count()
    assert stops > 10
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_claim_inside_another_lies_in_both_marks(visit):
    page = visit("en")
    assert page.locator("mark.depth-0 mark.depth-1:has(#r1-mark-2)").inner_text() == "2two children"
    assert "killed" in page.locator("mark.killed.aside").first.get_attribute("class")


def test_a_paragraph_runs_in_its_own_direction(visit):
    for language in ("en", "ar"):
        page = visit(language)
        text = page.locator("#r2 .text").bounding_box()
        arabic, english = (page.locator(f"#r2-mark-{label}").bounding_box() for label in ("1", "3"))
        middle = text["x"] + text["width"] / 2
        assert arabic["x"] > middle > english["x"]


def test_what_the_page_added_is_paler_and_can_still_be_read(visit):
    page = visit("en")
    pale = page.locator(".text .furniture").first
    assert "Shared with Public" in page.locator(".text").first.inner_text()
    assert pale.evaluate("at => getComputedStyle(at).color") != page.evaluate(
        "getComputedStyle(document.querySelector('.text')).color"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_all_the_tints_that_lie_under_them(visit, scheme):
    page = visit("en", color_scheme=scheme)
    for selector in (
        "mark.depth-1",
        "mark.figure",
        "mark.injured",
        ".furniture",
        ".label",
        ".why",
        "dt",
        "dd",
    ):
        ink, ground = page.evaluate(GROUND, selector)
        assert contrast(ink, ground) >= 4.5, (selector, ink, ground)


def test_on_paper_the_labels_are_outlined_and_the_notes_follow_the_words(visit):
    page = visit("en")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.sides')).display") == "block"
    assert page.evaluate("getComputedStyle(document.querySelector('.label')).borderStyle") == "solid"


# The colour of the ink and of what lies under it, all transparent tints laid over one another.
GROUND = """
selector => {
  let at = document.querySelector(selector);
  const ink = getComputedStyle(at).color, layers = [];
  for (; at; at = at.parentElement) {
    const [r, g, b, a = 1] = getComputedStyle(at).backgroundColor.match(/[\\d.]+/g).map(Number);
    layers.push([r, g, b, a]);
    if (a === 1) break;
  }
  const over = (below, [r, g, b, a]) => [r, g, b].map((one, k) => one * a + below[k] * (1 - a));
  const [bottom, ...tints] = layers.reverse();
  return [ink, `rgb(${tints.reduce(over, bottom.slice(0, 3)).map(Math.round).join(", ")})`];
}
"""
