"""What a language model proposed is shown as that, apart from what was read and from every figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cairn.records import actions
from cairn.records.models import Report
from cairn.site.data import FILES
from cairn.site.open import contents_of
from cairn.site.render import render
from cairn.values import Claim, Harm, ModelReading, Quantifier, Range, Scope, Span, model_rule
from tests.site.wadi import ENGLISH, HIDDEN

MODEL = "<b>small-test</b>"


def claim_on(text: str, phrase: str, **more: object) -> Claim:
    at = text.index(phrase)
    span = Span(at, at + len(phrase), phrase)
    said = Claim(Harm.MISSING, Range(2, 2), Quantifier.EXACT, span, rule=model_rule(MODEL, "1"))
    return replace(said, **more)


def proposed_in(text: str, *claims: Claim) -> None:
    report = Report.objects.get(text=text)
    actions.keep_model_readings(actions.the_machine("asked"), [(report.id, ModelReading(MODEL, "1", claims))])


@pytest.fixture
def page(another_ledger):
    return lambda language="en": render(contents_of(another_ledger), language, "incident/N1") or ""


def test_a_page_says_that_a_model_proposed_it_and_that_nobody_reviewed_it(page):
    before = page()
    proposed_in(ENGLISH, claim_on(ENGLISH, "two children"))
    after = page()
    assert "Proposed by a language model, unreviewed and in no figure" not in before
    assert "Proposed by a language model, unreviewed and in no figure" in after
    assert "اقترحه نموذج لغوي" in page("ar")


def test_the_name_of_a_model_is_words_and_never_markup(page):
    proposed_in(ENGLISH, claim_on(ENGLISH, "two children"))
    assert "model: &lt;b&gt;small-test&lt;/b&gt;, prompt 1" in page()
    assert MODEL not in page()


def test_what_it_says_of_other_events_is_not_shown_with_this_one(page):
    proposed_in(ENGLISH, claim_on(ENGLISH, "212 people", scope=Scope.TOLL))
    assert "Proposed by a language model" not in page()


def test_what_was_read_is_not_shown_as_proposed(page, another_ledger):
    (read,) = [
        one
        for told in contents_of(another_ledger).dossier(_incident(another_ledger)).reports
        for one in told.claims
        if one.span.phrase.startswith("Four")
    ]
    proposed_in(ENGLISH, replace(read, rule=model_rule(MODEL, "1")))
    assert "Proposed by a language model" not in page()


def test_a_confidential_report_is_not_quoted_by_this_door_either(another_ledger):
    proposed_in(HIDDEN, claim_on(HIDDEN, HIDDEN.split(".")[0]))
    contents = contents_of(another_ledger)
    shown = "".join(
        render(contents, "en", f"incident/{contents.files[known.id]}") or "" for known in contents.incidents
    )
    assert HIDDEN.split(".")[0] not in shown


def test_the_open_data_hold_no_claim_of_a_model(another_ledger):
    proposed_in(ENGLISH, claim_on(ENGLISH, "two children"))
    _, stream = FILES["data/claims.jsonl"]
    assert "small-test" not in "".join(stream(contents_of(another_ledger)))


def _incident(ledger) -> str:
    return next(known.id for known in contents_of(ledger).incidents if "N1" in known.codes)
