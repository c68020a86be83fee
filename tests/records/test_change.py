"""Every change has a person, a reason and one transaction."""

import pytest

from cairn.exceptions import LedgerError, NotAllowed
from cairn.records.change import By, action, concerning, now, write, write_all
from cairn.records.models import Change, Source
from cairn.records.permissions import can_judge, can_record
from tests.records.told import ANA


@action(can_record)
def name_source(by: By, name: str) -> Source:
    concerning(name)
    return write(Source(name=name, made_at=now()))


@action(can_record)
def name_many(by: By, count: int) -> None:
    write_all([Source(name=f"Outlet {number}", made_at=now()) for number in range(count)])


@action(can_record)
def fail_half_way(by: By) -> None:
    write(Source(name="Half an outlet", made_at=now()))
    raise LedgerError("The second half went wrong.")


@action(can_judge)
def judge(by: By) -> None:
    write(Source(name="Judged", made_at=now()))


def test_a_change_says_who_what_and_why(ledger):
    name_source(ANA, "Riverside Radio")
    change = Change.objects.get()
    assert (change.seq, change.person, change.action) == (1, "Ana", "name_source")
    assert (change.reason, change.subject) == ("read both reports", "Riverside Radio")


def test_each_change_holds_the_hash_of_the_one_before(ledger):
    for name in ("One", "Two", "Three"):
        name_source(ANA, name)
    first, second, third = Change.objects.order_by("seq")
    assert first.previous == "0" * 64
    assert (second.previous, third.previous) == (first.hash, second.hash)


def test_an_action_that_writes_nothing_leaves_no_change(ledger):
    name_many(ANA, 0)
    assert not Change.objects.exists()


def test_many_rows_are_one_change_with_a_hash_for_each(ledger):
    name_many(ANA, 1200)
    assert len(Change.objects.get().body["rows"]["Source"]) == 1200


def test_an_action_that_fails_leaves_neither_row_nor_change(ledger):
    with pytest.raises(LedgerError):
        fail_half_way(ANA)
    assert not Source.objects.exists()
    assert not Change.objects.exists()


def test_a_change_without_a_reason_is_refused(ledger):
    with pytest.raises(NotAllowed, match="“name source” needs a reason"):
        name_source(By("Ana", "  "), "Riverside Radio")


def test_a_change_without_a_person_is_refused(ledger):
    with pytest.raises(NotAllowed, match="needs a person"):
        name_source(By("", "because"), "Riverside Radio")


def test_the_program_does_not_decide(ledger):
    with pytest.raises(NotAllowed, match="the program does not decide"):
        judge(By("cairn", "because"))
    assert not Source.objects.exists()


def test_nothing_is_written_outside_an_action(ledger):
    with pytest.raises(LedgerError, match="outside an action"):
        write_all([Source(name="Riverside Radio", made_at="2020-01-01T00:00:00Z")])
