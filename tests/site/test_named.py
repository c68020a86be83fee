"""Whom the site names: as a release does, by [release] of cairn.toml."""

import pytest

from cairn.site.data import FILES
from cairn.site.open import contents_of
from cairn.site.render import render

CHILD = "Salwa Imaginary"


def people_named(contents, language="en"):
    """The section on people of every page of an incident."""
    pages = (render(contents, language, f"incident/{file}") for file in contents.files.values())
    return [page.partition('id="people"')[2].partition("</section>")[0] for page in pages]


def data(contents):
    return "".join(
        "".join(FILES[path][1](contents)) for path in ("data/incidents.jsonl", "data/claims.jsonl")
    )


def test_a_child_is_counted_and_not_named(contents):
    assert CHILD not in "".join(people_named(contents)) + data(contents)
    assert any("name withheld" in said for said in people_named(contents))
    assert any("الاسم محجوب" in said for said in people_named(contents, "ar"))


def test_a_child_is_named_where_the_ledger_says_so_and_the_incident_was_reviewed(another_ledger):
    with (another_ledger.path / "cairn.toml").open("a", encoding="utf-8") as setting:
        setting.write('\n[release]\nnames = ["killed", "minors"]\n')
    contents = contents_of(another_ledger)
    reviewed = {known.id for known in contents.incidents if known.reviewed}
    named = {known.id for known in contents.incidents if any(one.name for one in known.finding.people)}
    assert named
    assert named <= reviewed
    assert CHILD in "".join(people_named(contents))


@pytest.mark.parametrize("names", [[], ["killed", "minors", "living"]])
def test_nobody_is_named_whom_no_person_has_reviewed(another_ledger, names):
    with (another_ledger.path / "cairn.toml").open("a", encoding="utf-8") as setting:
        setting.write(f"\n[release]\nnames = {names}\n".replace("'", '"'))
    waiting = [known for known in contents_of(another_ledger).incidents if not known.reviewed]
    assert waiting
    assert not any(one.name for known in waiting for one in known.finding.people)
