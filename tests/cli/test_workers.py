"""Work spread over the cores: the same answers, in the same order, however many workers there are."""

from itertools import count, islice

from cairn.cli.workers import WORTH_A_PROCESS_EACH, spread
from cairn.story import extract
from cairn.values import ReportText


def _reports(count: int) -> list[ReportText]:
    told = "A strike near Aleppo killed {} civilians on 12 May 2017, the council said."
    return [ReportText(id=f"r{at}", text=told.format(at + 2), language="eng") for at in range(count)]


def test_many_reports_are_read_by_workers_as_one_process_reads_them():
    reports = _reports(WORTH_A_PROCESS_EACH + 30)
    assert list(spread(extract, reports)) == [extract(report) for report in reports]


def test_a_few_reports_need_no_workers():
    reports = _reports(3)
    assert list(spread(extract, reports)) == [extract(report) for report in reports]


def test_nothing_to_do_is_done_at_once():
    assert list(spread(extract, [])) == []


def test_answers_come_though_the_questions_never_end():
    endless = (ReportText(id=f"r{at}", text="Two people were killed.", language="eng") for at in count())
    answers = spread(extract, endless)
    assert len(list(islice(answers, 3 * WORTH_A_PROCESS_EACH))) == 3 * WORTH_A_PROCESS_EACH
    answers.close()
