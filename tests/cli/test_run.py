"""`cairn run`: everything that is due."""

from tests.cli.commands import said
from tests.model.service import claiming, serving


def test_a_second_run_finds_nothing_due(after_run):
    assert said("run", after_run) == "0 reports read, 0 findings proposed, 0 admissions matched.\n"


def test_a_run_says_how_a_models_proposals_fitted(after_run):
    invented = {"kind": "killed", "min": 3, "max": 3, "quote": "three swans were killed"}
    with serving(claiming(invented)) as service:
        with (after_run / "cairn.toml").open("a", encoding="utf-8") as setting:
            setting.write(f'\n[model]\naddress = "{service.address}"\nname = "small-test"\n')
        lines = said("run", after_run).splitlines()
    assert lines == [
        "0 reports read, 0 findings proposed, 0 admissions matched.",
        "small-test: 3 claims proposed on 3 reports: 0 kept beside the grammar's, 0 read already, 3 dropped"
        " (quote not in the text: 3).",
    ]
