"""`cairn run`: everything that is due."""

from tests.cli.commands import said


def test_a_second_run_finds_nothing_due(after_run):
    assert said("run", after_run) == "0 reports read, 0 findings proposed, 0 admissions matched.\n"
