"""`cairn verify`: what was tampered with is named, and the exit status says so."""

import sqlite3
from contextlib import closing

from tests.cli.commands import cairn, said


def test_an_honest_ledger_is_told_how_much_was_checked(after_run):
    told = said("verify", after_run)
    assert told.startswith("Nothing was tampered with: 3 captures, 3 reports, ")


def test_a_number_altered_in_the_database_is_named(after_run):
    with closing(sqlite3.connect(after_run / "cairn.db")) as database:
        database.execute("update records_assessment set finding = replace(finding, '[4,4]', '[400,400]')")
        database.commit()
    done = cairn("verify", after_run)
    assert done.returncode == 1
    assert "Assessment 1 was altered in the database behind Cairn's back." in done.stdout


def test_a_changed_byte_in_the_archive_is_named(after_run):
    [warc] = (after_run / "archive").glob("captures-*.warc.gz")
    altered = bytearray(warc.read_bytes())
    altered[-30] ^= 0xFF
    warc.write_bytes(altered)
    done = cairn("verify", after_run)
    assert done.returncode == 1
    assert "the capture " in done.stdout


def test_one_thing_is_told_as_one(after_run):
    with closing(sqlite3.connect(after_run / "cairn.db")) as database:
        database.execute("update records_source set name = name || '!' where id = 1")
        database.commit()
    assert cairn("verify", after_run).stdout == (
        "Source 1 was altered in the database behind Cairn's back.\n1 thing is not as it was recorded.\n"
    )
