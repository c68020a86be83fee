"""`cairn trace`: from a figure to its sentence and its bytes."""

import hashlib

from cairn.archive.store import fetch
from cairn.records.ledger import open_ledger
from cairn.records.models import Capture
from tests.cli.commands import refused, said


def test_the_walk_ends_at_bytes_whose_hash_is_checked(after_run):
    walk = said("trace", after_run, "SY20170112-1")
    assert "Aleppo: 4 killed" in walk
    assert "because killed min 4" in walk
    assert "Shelling of the old market of Aleppo" in walk
    assert walk.count("(checked now)") == 2
    ledger = open_ledger(after_run)
    hashes = set(Capture.objects.values_list("sha256", flat=True))
    assert sum(sha256 in walk for sha256 in hashes) == 2
    for capture in Capture.objects.all():
        body = fetch(ledger.archive, capture.warc, capture.offset)
        assert hashlib.sha256(body).hexdigest() == capture.sha256


def test_a_code_that_nobody_bears_is_named(after_run):
    assert "No incident has the code or id “SY1”" in refused("trace", after_run, "SY1")


def test_a_proposal_says_by_what_it_was_made_in_words(after_run):
    assert ": graded by the rules of version " in said("trace", after_run, "SY20170112-1")
