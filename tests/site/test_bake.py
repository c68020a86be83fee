"""A published site is whole, leads from every total to its words, and tells nothing confidential."""

import csv
import json
import os
import posixpath
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from cairn.exceptions import BadInput
from cairn.publish import insist_on
from cairn.records.actions.merging import merge
from cairn.records.change import By
from cairn.records.queries import find_incident
from cairn.site.addresses import PER_PAGE
from cairn.site.bake import bake
from cairn.site.contents import Contents
from cairn.site.open import contents_of
from cairn.site.render import names, render
from cairn.values import About, Belligerent, Finding, Grade, KnownIncident, Place, Range, Reason, Rule, Victim


class Page(HTMLParser):
    """The links, ids and marked words of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.marked, self.tags = [], [], [], []
        self._in_mark = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.tags.append((tag, named))
        self.links += [named[key] for key in ("href", "src") if key in named]
        self.ids += [named["id"]] if "id" in named else []
        opens = tag == "mark" and named.get("class") != "sentence"
        self._in_mark = opens or (self._in_mark and tag == "a")

    def handle_endtag(self, tag):
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data):
        if self._in_mark:
            self.marked.append(data)


@pytest.fixture(scope="module")
def pages(baked):
    return {
        path.relative_to(baked).as_posix(): Page(path.read_text("utf-8")) for path in baked.rglob("*.html")
    }


def test_every_link_leads_to_a_file_that_was_published_and_to_a_place_in_it(baked, pages):
    broken = []
    for path, page in pages.items():
        for link in page.links:
            if link.startswith("https://wadi.example"):
                continue
            target, _, part = unquote(link).partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            missing = not (baked / there).is_file()
            if missing or (part and part not in pages[there].ids):
                broken.append((path, link))
    assert broken == []


def test_no_page_runs_a_script_or_styles_itself_or_fetches_from_elsewhere(pages):
    for path, page in pages.items():
        for tag, named in page.tags:
            assert tag not in ("script", "style", "iframe", "img", "form"), path
            assert not any(key == "style" or key.startswith("on") for key in named), path
            assert tag != "link" or "://" not in named["href"], path


def test_ids_stand_once_on_a_page(pages):
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_a_total_and_the_list_it_leads_to_say_the_same(baked, contents):
    def shown(name):
        text = (baked / "en" / f"{name}.html").read_text("utf-8")
        return re.sub(r"<[^>]+>", "", re.search(r"<dt>Killed</dt><dd>(.*?)</dd>", text)[1])

    overview = (baked / "en" / "index.html").read_text("utf-8")
    headline = re.search(r'<a href="incidents/headline.html">(.*?)</a>', overview)[1]
    assert re.sub(r"<[^>]+>", "", headline) == shown("incidents/headline") == "7–9"
    assert shown("incidents/all") == "15–25"


def test_the_words_of_each_claim_are_marked_in_their_report(pages):
    marked = "".join(pages["en/incident/N1.html"].marked)
    for words in ("Four people", "two children", "six dead", "ستة مدنيين", "طفلان"):
        assert words in marked


def test_an_incident_leads_to_the_hash_of_its_bytes(baked, ledger):
    from cairn.archive.store import fetch
    from cairn.records.models import Report

    capture = Report.objects.get(given_id="e1").capture
    text = (baked / "en" / "incident" / "N1.html").read_text("utf-8")
    assert capture.sha256 in text and capture.warc in text
    assert fetch(ledger.archive, capture.warc, capture.offset).decode().startswith("Four people")


def test_a_confidential_source_is_neither_named_nor_quoted_anywhere(baked):
    for path in baked.rglob("*.*"):
        text = path.read_text("utf-8")
        for secret in (
            "frightened neighbour",
            "three of them",
            "Do not write my name",
            "asked not to be named",
        ):
            assert secret not in text, path


def test_a_toll_stands_apart_and_is_in_no_total(baked):
    assert "212" in (baked / "en" / "figures.html").read_text("utf-8")
    assert ">212<" not in (baked / "en" / "index.html").read_text("utf-8")
    assert "212" not in (baked / "data" / "claims.jsonl").read_text("utf-8")


def test_what_nobody_reviewed_says_so_and_what_somebody_did_does_not(baked):
    assert "Provisional" in (baked / "en" / "incident" / "N3.html").read_text("utf-8")
    assert "Provisional" not in (baked / "en" / "incident" / "N1.html").read_text("utf-8")


def test_a_hostile_address_is_shown_and_not_linked(pages):
    assert not any(link.startswith("javascript:") for page in pages.values() for link in page.links)


def test_the_arabic_pages_run_from_right_to_left(pages):
    for path, page in pages.items():
        if path.startswith("ar/"):
            assert page.tags[0] == ("html", {"lang": "ar", "dir": "rtl"}), path


def test_the_open_data_hold_every_incident_and_every_claim_that_may_be_told(baked, contents):
    lines = list(csv.DictReader((baked / "data" / "incidents.csv").read_text("utf-8").splitlines()))
    assert {line["code"] for line in lines} == {f"N{n}" for n in range(1, 8)}
    claims = [json.loads(line) for line in (baked / "data" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert len(claims) == 8
    assert all(len(claim["sha256"]) == 64 for claim in claims)


def test_the_manifest_covers_every_file(baked):
    assert insist_on(baked).files == sum(1 for path in baked.rglob("*") if path.is_file()) - 1


def test_the_same_ledger_publishes_the_same_bytes(contents, baked, tmp_path):
    bake(contents, tmp_path / "again")
    assert (tmp_path / "again" / "manifest.json").read_bytes() == (baked / "manifest.json").read_bytes()


def test_publishing_again_replaces_what_was_published(contents, tmp_path):
    bake(contents, tmp_path / "site")
    (tmp_path / "site" / "en" / "index.html").write_text("tampered")
    bake(contents, tmp_path / "site")
    assert insist_on(tmp_path / "site").sound


def test_a_site_that_cannot_be_put_in_its_place_leaves_the_former_one_there(contents, tmp_path, monkeypatch):
    target, moves, move = tmp_path / "site", [], os.replace
    bake(contents, target)

    def full_disk(source, there):
        moves.append(there)
        if len(moves) == 2:
            raise OSError(28, "No space left on device")
        move(source, there)

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(BadInput, match="cannot be written"):
        bake(contents, target)
    assert insist_on(target).files


def test_a_folder_with_other_files_is_refused_and_left_as_it_was(contents, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(BadInput, match="holds other files"):
        bake(contents, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_long_list_goes_on_on_further_pages(contents):
    found = Finding(killed=Range(1, 1), grade=Grade.FAIR, belligerents=(Belligerent("X"),))
    many = [KnownIncident(f"id{n}", found, (f"M{n}",)) for n in range(PER_PAGE * 2 + 1)]
    long = Contents(contents.edition, contents.conflict, many)
    assert [name for name in names(long) if name.startswith("incidents/all")] == [
        "incidents/all",
        "incidents/all.2",
        "incidents/all.3",
    ]
    assert render(long, "en", "incidents/all.3").count("<tr>") == 2
    assert render(long, "en", "incidents/all.4") is None


def test_a_statement_that_two_incidents_answer_to_names_both_and_is_conceded_by_neither(pages, contents):
    assert {"incident/N2.html", "incident/N4.html"} <= set(pages["en/figures.html"].links)
    assert not any(contents.by_file[code].concessions for code in ("N2", "N4"))


def test_what_a_report_says_is_never_markup(contents):
    evil = "<img src=x onerror=alert(1)>"
    hostile = KnownIncident(
        "00000000-0000-4000-8000-000000000001",
        Finding(
            killed=Range(1, 1),
            grade=Grade.FAIR,
            place=Place(evil, 35.0, 39.0),
            belligerents=(Belligerent(evil),),
            people=(Victim(evil),),
            reasons=(Reason(About.PLACE, Rule.REPORTS_THAT_PLACE, words={"place": evil}),),
        ),
        (evil,),
    )
    found = Contents(contents.edition, contents.conflict, [hostile])
    for name in names(found):
        assert "<img" not in render(found, "en", name), name
    assert evil[1:4] in render(found, "en", "index")


def test_an_earlier_code_leads_to_the_incident(contents):
    renamed = KnownIncident("id1", Finding(grade=Grade.WEAK), ("M1", "OLD-7"))
    found = Contents(contents.edition, contents.conflict, [renamed])
    assert "incident/OLD-7" in list(names(found))
    assert Page(render(found, "en", "incident/OLD-7")).links[-1] == "M1.html"


def test_the_code_of_a_merged_incident_leads_to_the_one_it_went_into(another_ledger):
    gone, into = find_incident("N6"), find_incident("N3")
    merge(By("Lina", "the same shell"), gone, into)
    found = contents_of(another_ledger)
    assert Page(render(found, "ar", "incident/N6")).links[-1] == "N3.html"


def test_an_earlier_code_takes_no_other_incidents_page_where_case_is_not_kept(contents):
    known = [
        KnownIncident("1", Finding(), ("QR-1",)),
        KnownIncident("2", Finding(), ("QR-2", "qr-1")),
    ]
    two = Contents(contents.edition, contents.conflict, known)
    pages = [name.lower() for name in names(two) if name.startswith("incident/")]
    assert len(pages) == len(set(pages))
