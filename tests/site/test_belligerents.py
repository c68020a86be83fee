"""Pages on belligerents and on the three totals: every figure apart, with its list, in both languages."""

from __future__ import annotations

import json
import re

import pytest

from cairn.records import actions
from cairn.records.change import By
from cairn.records.queries import find_incident
from cairn.site.open import contents_of
from cairn.site.render import render
from tests.records.told import collect_reports


def words(page):
    """What a page says, without markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<main")[2]))


def page_of(contents, name, language="en"):
    return render(contents, language, f"belligerent/{contents.speakers[name]}")


def test_recorded_and_conceded_stand_beside_one_another(contents):
    said = words(page_of(contents, "Northern Alliance"))
    assert "Recorded here, fair and confirmed 2 incidents 6–8" in said
    assert "Recorded here, all alleged 3 incidents 9–19" in said
    assert "Conceded in these incidents 1 incident 4" in said
    assert "Its own stated total none stated" in said
    assert "that it has assessed: 1 / 3 ( 33% )" in said


def test_each_number_leads_to_the_list_it_is_the_sum_of(contents, baked):
    page = page_of(contents, "Northern Alliance")
    links = set(re.findall(r'href="\.\./(incidents/by-[^"]+)"', page))
    assert len(links) == 3
    assert all((baked / "en" / link).is_file() for link in links)


def test_what_is_not_admitted_is_counted_and_a_day_that_is_a_month_times_nothing(contents):
    said = words(page_of(contents, "Northern Alliance"))
    assert "Admitted: 1 incident (on a day that cannot be told: 1); not admitted: 2 incidents." in said
    assert "half were admitted within" not in said


def test_whoever_nobody_accuses_and_who_states_nothing_has_no_page(contents):
    assert render(contents, "en", "belligerent/nobody") is None


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", ["totals", "belligerents"])
def test_the_pages_are_there_in_both_languages(contents, baked, name, language):
    assert (baked / language / f"{name}.html").read_text("utf-8") == render(contents, language, name)


def test_the_model_is_refused_with_what_is_missing(contents):
    said = words(render(contents, "en", "totals"))
    assert "Model-based Not given Too few incidents were adjudicated." in said
    assert "confirmed 1 1 0 29" in said
    assert "The same as the envelope: the organisation has set no weights" in said


def test_grades_stand_upon_one_another(contents):
    said = words(render(contents, "en", "totals"))
    assert "confirmed 1 4–6 confirmed + fair 3 7–9" in said


def test_weights_and_enough_ground_checks_bring_bounds_and_a_fan(another_ledger):
    from cairn.records.ledger import open_ledger

    toml = another_ledger.path / "cairn.toml"
    toml.write_text(toml.read_text("utf-8") + "\n[weights]\nfair = [0.5, 0.9]\n", "utf-8")
    opened = open_ledger(another_ledger.path)
    by = By("Lina", "we went there")
    for code in ("N1", "N2", "N5"):
        actions.check_on_the_ground(by, find_incident(code), True)
    contents = contents_of(opened)
    said = words(render(contents, "en", "totals"))
    assert "B. Bounds of the mean 5–9" in said  # 4 + 1.5 to 6 + 2.7, outwards
    assert "fair 50%–90%" in said
    assert "fair 2 2 0 28" in said


def test_a_fan_shows_every_assumption_and_none_alone(contents, monkeypatch):
    from cairn.site import contents as shown
    from cairn.values import Grade
    from cairn.values.adjudication import Adjudication

    enough = [
        Adjudication(f"{grade}{n}", grade, n % 9 > 0)
        for grade in (Grade.FAIR, Grade.CONFIRMED)
        for n in range(60)
    ]
    monkeypatch.setattr(shown, "adjudicated", lambda: enough)
    page = render(contents, "en", "totals")
    assert page.count("ρ = ") == 9
    assert all(page.count(f"ρ = {rho}<") == 3 for rho in ("0", "0.3", "1"))
    assert page.count('class="offered"') == 1
    assert "never a result by itself" in page


def test_the_contrast_of_the_seed_article_is_drawn(another_ledger, tmp_path, shared_data):
    from cairn.records.run import run

    text = (shared_data / "seed_article.txt").read_text(encoding="utf-8")
    article = {"id": "seed", "text": text, "published": "2017-08-05", "source": "TRT World"}
    collect_reports(another_ledger, tmp_path / "in", [article])
    run(another_ledger)
    contents = contents_of(another_ledger)
    for language in ("en", "ar"):
        page = page_of(contents, "US-led Coalition", language)
        figure = page.partition('<table class="strips">')[2].partition("</table>")[0]
        assert all(number in figure for number in (">624<", ">7,337<", ">10<"))
        assert figure.count('class="onward"') == 2  # both are floors: neither has a ceiling
    assert "Its own stated total Coalition in TRT World" in words(page_of(contents, "US-led Coalition"))
    assert "624" not in words(render(contents, "en", "totals"))


def test_the_figures_are_open_data_too(baked):
    beside, three = (
        json.loads((baked / "data" / f"{name}.json").read_text("utf-8")) for name in ("beside", "totals")
    )
    north = next(one for one in beside["belligerents"] if one["belligerent"] == "Northern Alliance")
    assert north["conceded_in_incidents"] == {"incidents": 1, "killed": [4, 4]}
    assert (three["envelope"]["range"], three["model"]["refused"]) == ([7, 9], True)


def test_a_belligerents_page_and_its_lists_share_a_name(contents):
    assert contents.speakers.items() >= contents.belligerents.items()
    assert contents.speakers["Northern Alliance"] == "northern-alliance"
