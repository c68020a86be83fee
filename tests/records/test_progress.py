"""How far a run has come."""

import re

from cairn.records import progress


def test_a_step_that_is_taken_twice_goes_on_in_one_bar(capsys):
    with progress.bar() as watch:
        for _ in range(2):
            watch("link", 3)(3)
            watch("grade", 1)(1)
    shown = capsys.readouterr().err
    assert len(re.findall("link", shown)) == 1
    assert "6/6" in shown
    assert "2/2" in shown
