"""Killed at any moment: the ledger verifies, nothing half is taken for whole, and asking again finishes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cairn.publish import check, is_published
from cairn.records.ledger import open_ledger
from cairn.records.models import Release
from tests.cli.commands import said
from tests.records.actions.test_importing import COLUMNS, DEFAULTS, INCIDENTS, table

# The command line, killed at the moment named: when the system is asked for this the so-manieth time, or when
# one of our own functions is called.
DIES = """
import os, signal, sys
event, times, *words = sys.argv[1:]
left = int(times)

def count(asked):
    global left
    left -= asked
    if asked and left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def writes(args):
    return isinstance(args[1], str) and args[1][0] in "wax"

if event.startswith("call "):
    sys.setprofile(lambda frame, what, _: count(what == "call" and frame.f_code.co_name == event[5:]))
else:
    sys.addaudithook(lambda name, args: count(name == event and (name != "open" or writes(args))))
import cairn.cli.import_
cairn.cli.import_.ROWS_A_CHANGE = 1
sys.argv = ["cairn", *words]
from cairn.cli import main
main()
"""
WRITING, LAID_ASIDE, IN_PLACE = ("open", 8), ("os.rename", 2), ("shutil.rmtree", 1)


def killed(moment: tuple[str, int], *words: object) -> None:
    """Run the command in a process of its own, to be killed at that moment."""
    event, times = moment
    given = [sys.executable, "-c", DIES, event, str(times), *map(str, words)]
    done = subprocess.run(given, capture_output=True, text=True, timeout=120)
    assert done.returncode == -signal.SIGKILL, done.stderr


def beside(target: Path) -> list[str]:
    """What stands beside a folder that was published, of its own."""
    return [each.name for each in target.parent.glob(f".{target.name}.*")]


def is_whole_or_absent(target: Path) -> bool:
    return not target.exists() or (is_published(target) and check(target).sound)


@pytest.mark.parametrize("moment", [WRITING, IN_PLACE])
def test_a_release_that_was_killed_is_made_by_asking_again(after_run, moment):
    target = after_run / "exports" / "releases" / "may"
    killed(moment, "release", after_run, "may", "--by", "Ana")
    assert is_whole_or_absent(target)
    assert said("verify", after_run)
    said("release", after_run, "may", "--by", "Ana")
    open_ledger(after_run)
    assert Release.objects.get().name == "may"
    assert "as they were published" in said("verify", target)
    assert beside(target) == []


@pytest.mark.parametrize("moment", [WRITING, LAID_ASIDE])
def test_a_site_that_was_killed_is_the_former_or_the_new_and_published_by_asking_again(
    after_run, tmp_path, moment
):
    target = tmp_path / "public" / "site"
    said("publish", after_run, target)
    killed(moment, "publish", after_run, target)
    assert is_whole_or_absent(target)
    assert said("verify", after_run)
    said("publish", after_run, target)
    assert "as they were published" in said("verify", target)
    assert beside(target) == []


@pytest.mark.parametrize("moment", [("call import_incidents", 2), ("call write_all", 9)])
def test_an_import_that_was_killed_goes_on_where_it_was(after_run, tmp_path, moment):
    file = table(tmp_path / "incidents.csv", [{**DEFAULTS, **row} for row in INCIDENTS], COLUMNS)
    asked = ("import", after_run, file, "--mapping", "airwars", "--by", "Ana")
    killed(moment, *asked)
    assert said("verify", after_run)
    said(*asked)
    assert "0 new, 0 changed, 3 unchanged, 0 refused." in said(*asked)
    assert said("verify", after_run)
    said("export", after_run, "--mapping", "airwars", "-o", tmp_path / "back.csv")
    theirs = file.read_text("utf-8").splitlines()
    assert (tmp_path / "back.csv").read_text("utf-8").splitlines()[: len(theirs)] == theirs
