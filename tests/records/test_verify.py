"""Whatever was tampered with, in the archive or in the database, is named."""

import pytest
from django.core.management import call_command
from django.db import connection

from cairn.exceptions import LedgerError
from cairn.records import actions
from cairn.records.models import Capture, ReadingRecord, Report
from cairn.records.verify import problems
from cairn.values import Claim, Harm, Quantifier, Range, Reading, Span
from tests.records.told import collect_reports, told


@pytest.fixture
def with_reports(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [told(number) for number in range(3)])
    return ledger


def test_an_honest_ledger_has_no_problems(with_reports):
    assert list(problems(with_reports)) == []


def test_an_altered_byte_of_a_capture_is_named(with_reports):
    [warc] = with_reports.archive.glob("captures-*.warc.gz")
    capture = Capture.objects.order_by("offset").last()
    altered = bytearray(warc.read_bytes())
    altered[capture.offset + 60] ^= 0xFF
    warc.write_bytes(altered)
    assert any(capture.sha256[:12] in sentence for sentence in problems(with_reports))


def test_an_archive_that_is_gone_is_named(with_reports):
    [warc] = with_reports.archive.glob("captures-*.warc.gz")
    warc.unlink()
    said = list(problems(with_reports))
    assert all(
        any(sha256[:12] in one for one in said) for sha256 in Capture.objects.values_list("sha256", flat=True)
    )


def test_an_altered_report_is_named_by_its_row_and_by_its_bytes(with_reports):
    report = Report.objects.first()
    Report.objects.filter(id=report.id).update(text=report.text.replace("civilians", "fighters"))
    said = list(problems(with_reports))
    assert f"Report {report.id} was altered in the database behind Cairn's back." in said
    assert any(
        one.startswith(f"The words of report {report.id} are not those in its capture") for one in said
    )


def test_a_claim_on_words_that_do_not_stand_there_is_named(with_reports):
    report = Report.objects.first()
    unfounded = Claim(Harm.KILLED, Range(3, 3), Quantifier.EXACT, Span(0, 5, "never"))
    reading = Reading("eng", (unfounded,))
    actions.keep_readings(actions.the_machine("read"), [actions.Read(report.id, reading, "v1")])
    assert ReadingRecord.objects.count() == 1
    assert list(problems(with_reports)) == [
        f"A claim read in report {report.id} rests on words that do not stand there."
    ]


def test_a_database_that_was_emptied_is_named_by_what_the_archive_holds(with_reports):
    captures = list(Capture.objects.values_list("sha256", flat=True))
    call_command("flush", verbosity=0, interactive=False)
    said = list(problems(with_reports))
    assert all(any(sha256[:12] in one for one in said) for sha256 in captures)


def test_a_table_that_was_dropped_is_named_in_a_sentence(with_reports):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE records_toll")
    with pytest.raises(LedgerError, match=r"lacks a table|does not exist"):
        list(problems(with_reports))
