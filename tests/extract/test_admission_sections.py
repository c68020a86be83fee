"""Headings of a periodic report."""

import pytest

from cairn.extract.admission_sections import Heading, read_heading
from cairn.values import Verdict


@pytest.mark.parametrize(
    ("line", "verdict", "count"),
    [
        ("Credible", Verdict.CREDIBLE, None),
        ("CREDIBLE REPORTS (2):", Verdict.CREDIBLE, 2),
        ("2. Reports assessed as non-credible: 14", Verdict.NON_CREDIBLE, 14),
        ("Allegations determined to be not credible", Verdict.NON_CREDIBLE, None),
        ("Duplicate reports – 3", Verdict.DUPLICATE, 3),
        ("Reports still open", Verdict.OPEN, None),
        ("البلاغات غير الموثوقة", None, None),
        ("تقارير غير موثوقة (4)", Verdict.NON_CREDIBLE, 4),
    ],
)
def test_a_heading_names_a_verdict_and_perhaps_how_many(line, verdict, count):
    assert read_heading(line) == (Heading(verdict, count) if verdict else None)


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("Two reports were credible.", ""),
        ("Credible witnesses saw the mill burn", ""),
        ("credible reports", "of which two were"),
        ("Credible", "the allegation was found to be"),
        ("", ""),
    ],
)
def test_a_sentence_or_its_rest_is_no_heading(line, before):
    assert read_heading(line, before) is None
