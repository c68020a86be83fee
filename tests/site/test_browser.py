"""What a reader meets in a real browser: from a disk and from `cairn serve`, wide and narrow, by keyboard."""

import threading

import pytest

PAGES = ("index", "incidents/all", "incident/N1", "figures", "series/territory-held", "sources")
PAGES += ("methodology", "corrections", "data", "totals", "belligerents", "belligerent/northern-alliance")

pytestmark = pytest.mark.browser


@pytest.fixture
def visit(window, baked):
    """Open a published page from the disk, in a window of some width."""

    def visit(path, width=1280, **options):
        page = window(width, **options)
        page.goto((baked / path).as_uri())
        return page

    return visit


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_the_disk_is_styled_and_fits_a_telephone(visit, language, name):
    page = visit(f"{language}/{name}.html", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.complaints == []


def test_a_reader_without_javascript_walks_from_a_total_to_the_bytes(visit):
    page = visit("en/index.html", java_script_enabled=False)
    page.click("dl.headline a >> nth=0")
    page.click("table.incidents tbody a >> text=N1")
    assert page.locator("h1").inner_text().startswith("Tell Amber")
    page.click("table.claims a >> nth=0")
    assert page.url.endswith("#words-1-1")
    assert "Four people" in page.locator("mark:has(#words-1-1)").inner_text()
    page.click("#report-1 details.capture summary")
    assert len(page.locator("#report-1 details.capture code >> nth=0").inner_text()) == 64


def test_the_same_page_is_one_click_away_in_arabic(visit):
    page = visit("en/incident/N1.html")
    page.click("text=العربية")
    assert page.locator("h1").inner_text().startswith("تل عنبر")


def test_a_series_is_read_from_its_table_by_the_keyboard_alone(visit):
    page = visit("ar/series/territory-held.html")
    page.focus("section details summary")
    page.keyboard.press("Enter")
    assert "45–50" in page.locator("section table tbody").inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_the_keyboard_alone_skips_to_the_content(visit):
    page = visit("en/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator("a.skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_can_be_seen(visit):
    page = visit("en/incident/N1.html")
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(visit, scheme):
    page = visit("en/incident/N1.html", color_scheme=scheme)
    for selector in ("main p", "main a", ".note", "dt", "mark", "mark.sentence", ".text", "footer.site"):
        ink, ground = page.evaluate(COLOURS, selector)
        assert contrast(ink, ground) >= 4.5, (selector, ink, ground)


def test_the_front_page_goes_on_where_no_language_is_chosen(visit):
    page = visit("index.html")
    page.wait_for_url("**/en/index.html", timeout=10_000)


def test_the_served_site_is_styled_under_its_own_policy(chromium, wadi):
    from django.core.wsgi import get_wsgi_application
    from waitress import create_server

    from cairn.records.ledger import open_ledger
    from cairn.site.views import shelf

    def serve():
        shelf.ledger = open_ledger(wadi)  # in this thread: Playwright's event loop runs in the other
        server.run()

    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=1)
    running = threading.Thread(target=serve, daemon=True)
    running.start()
    page = chromium.new_page()
    complaints = []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(f"http://127.0.0.1:{server.effective_port}/ar/index.html")
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 50
    assert complaints == []
    page.close()
    server.close()
    running.join(timeout=10)
    shelf.ledger = None


COLOURS = """
selector => {
  let at = document.querySelector(selector);
  const ink = getComputedStyle(at).color;
  while (at && getComputedStyle(at).backgroundColor === "rgba(0, 0, 0, 0)") at = at.parentElement;
  return [ink, getComputedStyle(at).backgroundColor];
}
"""


def contrast(ink, ground):
    """WCAG's ratio of two colours."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
