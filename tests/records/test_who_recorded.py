"""Who recorded whom, of invented people whom three sources name."""

import pytest

from cairn.exceptions import LedgerError
from cairn.records import actions
from cairn.records.change import By
from cairn.records.extracting import extract_due
from cairn.records.models import Source
from cairn.records.progress import unwatched
from cairn.records.who_recorded import who_recorded
from tests.records.named import reports_naming, the_dead
from tests.records.told import collect_reports

SHARES = {"Radio": 0.6, "Clinic": 0.5, "Paper": 0.4}
DEAD = the_dead(60)


@pytest.fixture
def filled(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", list(reports_naming(DEAD, SHARES)))
    extract_due(ledger.conflict, 1, unwatched)
    return ledger


def names(people):
    return {person.name_en for person in people}


def test_each_source_is_a_list_of_those_it_names_among_the_dead(filled):
    found = who_recorded(filled)
    assert list(found.lists) == ["Clinic", "Paper", "Radio"]
    told = list(reports_naming(DEAD, SHARES))
    for source, people in found.lists.items():
        named = {name for name in DEAD for one in told if one["source"] == source and name in one["text"]}
        assert len(names(people) & named) >= 0.9 * len(named)
        assert len(names(people) - named) <= 0.05 * len(named)


def test_sources_that_cairn_toml_joins_are_one_list(filled):
    with (filled.path / "cairn.toml").open("a", encoding="utf-8") as setting:
        setting.write('\n[lists]\npress = ["Radio", "Paper"]\n')
    found = who_recorded(filled)
    assert list(found.lists) == ["Clinic", "press"]


def test_a_confidential_source_is_a_list_without_its_name(filled):
    actions.name_confidential(By("Ana", "asked us to"), Source.objects.get(name="Clinic"))
    assert "Clinic" not in who_recorded(filled).lists
    assert "confidential source 1" in who_recorded(filled).lists


def test_words_copied_from_another_list_are_no_second_witness(ledger, tmp_path):
    own = list(reports_naming(DEAD, {"Radio": 0.9}))
    later = [
        one | {"id": f"copy of {one['id']}", "source": "Mirror", "published": "2017-12-01"} for one in own
    ]
    collect_reports(ledger, tmp_path / "in", own + later)
    extract_due(ledger.conflict, 1, unwatched)
    found = who_recorded(ledger)
    assert set(found.lists) == {"Radio"}
    assert found.copied >= 40


def test_a_source_that_names_few_is_said_and_is_no_list(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", list(reports_naming(DEAD[:5], {"Radio": 0.9})))
    extract_due(ledger.conflict, 1, unwatched)
    found = who_recorded(ledger)
    assert not found.lists
    assert set(found.short) == {"Radio"}


def test_a_setting_of_lists_that_is_none_is_one_sentence(filled):
    with (filled.path / "cairn.toml").open("a", encoding="utf-8") as setting:
        setting.write('\n[lists]\npress = "Radio"\n')
    with pytest.raises(LedgerError, match="Write a list"):
        who_recorded(filled)
