"""What is changed behind Cairn's back is named."""

import subprocess
import sys
from pathlib import Path

import pytest

from cairn.records.chain import altered_rows, broken_links, head
from cairn.records.models import Change, Source
from tests.records.test_change import name_many, name_source
from tests.records.told import ANA


@pytest.fixture
def four_sources(ledger):
    name_many(ANA, 3)
    return name_source(ANA, "Riverside Radio")


def test_an_honest_ledger_has_nothing_to_name(four_sources):
    assert list(altered_rows()) == []
    assert list(broken_links()) == []


def test_an_altered_row_is_named(four_sources):
    Source.objects.filter(pk=four_sources.pk).update(confidential=True)
    assert list(altered_rows()) == [
        f"Source {four_sources.pk} was altered in the database behind Cairn's back."
    ]


def test_a_deleted_row_is_named(four_sources):
    gone = four_sources.pk
    Source.objects.filter(pk=gone).delete()
    assert list(altered_rows()) == [f"Source {gone} was deleted from the database behind Cairn's back."]


def test_a_row_that_no_change_made_is_named(four_sources):
    added = Source.objects.create(name="Nobody's", made_at=four_sources.made_at)
    [sentence] = altered_rows()
    assert f"Source {added.pk} was put into the database" in sentence


@pytest.mark.parametrize(
    ("column", "value"),
    [("reason", "another reason"), ("person", "Omar"), ("body", {"rows": {}}), ("action", "accept")],
)
def test_an_altered_change_is_named(four_sources, column, value):
    Change.objects.filter(seq=1).update(**{column: value})
    assert any(sentence.startswith("Change 1 ") and "altered" in sentence for sentence in broken_links())


def test_a_change_taken_out_is_named(four_sources):
    Change.objects.filter(seq=1).delete()
    assert any("Change 1 is missing" in sentence for sentence in broken_links())


def test_a_row_and_its_change_rewritten_break_the_chain(four_sources):
    """Whoever alters a row and mends its hash has to rewrite every later change too."""
    from cairn.records.chain import change_hash, row_hash

    source = Source.objects.get(name="Outlet 0")
    source.name = "Outlet X"
    source.save()
    change = Change.objects.get(seq=1)
    change.body["rows"]["Source"][str(source.pk)] = row_hash(source)
    change.hash = change_hash(change)
    change.save()
    assert list(altered_rows()) == []
    assert list(broken_links()) == [
        "Change 2 does not follow the change before it: the chain was cut or rewritten."
    ]


WRITER = """
import sys
from pathlib import Path
from cairn.records.ledger import open_ledger
from tests.records.test_change import name_source
from tests.records.told import ANA
open_ledger(Path(sys.argv[1]))
for number in range(25):
    name_source(ANA, f"{sys.argv[2]} {number}")
"""


def test_two_who_write_at_once_make_one_chain(ledger):
    command = [sys.executable, "-c", WRITER, str(ledger.path)]
    writers = [subprocess.Popen([*command, name], cwd=Path(__file__).parents[2]) for name in ("Ana", "Omar")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert Change.objects.count() == Source.objects.count() == 50
    assert list(broken_links()) == []
    assert list(altered_rows()) == []


def test_the_head_changes_with_every_change(four_sources):
    before = head()
    name_source(ANA, "Another")
    assert head() != before
