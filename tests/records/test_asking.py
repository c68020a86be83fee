"""A model that cairn.toml names proposes beside the readings, and a ledger without one never asks."""

from __future__ import annotations

import json
from dataclasses import replace

from cairn.records import actions
from cairn.records.by_model import proposed_in
from cairn.records.ledger import open_ledger
from cairn.records.models import Change, Incident, ModelReadingRecord, Source
from cairn.records.queries import known_incidents
from cairn.records.run import run
from cairn.records.trace import walk
from cairn.records.verify import problems
from cairn.records.waiting import waiting
from cairn.values import Reading
from tests.model.service import claiming, completion, serving, status
from tests.records.told import ANA, collect_reports, told

REPORT = {
    **told(0),
    "text": "At least 3 civilians were killed when an airstrike hit a bakery in Raqqa on 3 January 2017. "
    "The baker said that four apprentices never came out of the cellar.",
}
CELLAR = {"kind": "missing", "min": 4, "max": 4, "quote": "four apprentices never came out of the cellar"}
LIE = {"kind": "killed", "min": 90, "max": 90, "quote": "ninety apprentices"}


def asking(ledger, service, **more):
    """The same ledger with a [model] in its cairn.toml."""
    lines = {"address": service.address, "name": "small-test", "seconds": 20, **more}
    said = "\n[model]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in lines.items())
    with (ledger.path / "cairn.toml").open("a", encoding="utf-8") as file:
        file.write(said)
    return open_ledger(ledger.path)


def test_what_stands_in_a_report_is_kept_beside_its_reading_with_how_it_fitted(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    with serving(claiming(CELLAR, LIE)) as service:
        done = run(asking(ledger, service))
    (kept,) = ModelReadingRecord.objects.all()
    assert [claim.span.phrase for claim in kept.value.claims] == [CELLAR["quote"]]
    assert done.by_model == (
        "small-test: 2 claims proposed on 1 report: 1 kept beside the grammar's, 0 read already, 1 dropped"
        " (quote not in the text: 1).",
    )
    change = Change.objects.get(action="keep_model_readings")
    assert change.body["fits"] == {
        "reports": 1, "kept": 1, "confirmed": 0, "dropped": {"quote not in the text": 1},
    }  # fmt: skip
    assert list(problems(ledger)) == []


def test_no_finding_rests_on_what_a_model_proposed(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    run(ledger)
    before = known_incidents()
    with serving(claiming(CELLAR)) as service:
        run(asking(ledger, service))
    assert known_incidents() == before != []


def test_a_report_is_asked_about_once(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT, told(3)])
    with serving(claiming()) as service:
        opened = asking(ledger, service)
        assert [len(run(opened).by_model), len(run(opened).by_model)] == [1, 0]
        assert len(service.asked) == 2


def test_a_ledger_that_names_no_model_asks_none(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    assert run(ledger).by_model == ()
    assert ModelReadingRecord.objects.count() == 0


def test_a_report_of_a_confidential_source_never_leaves(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    actions.name_confidential(ANA, Source.objects.get())
    with serving(claiming(CELLAR)) as service:
        run(asking(ledger, service))
        assert service.asked == []


def test_where_the_model_fails_the_reading_stands_and_the_report_stays_due(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT, told(3)])
    with serving(claiming(CELLAR), status(404)) as service:
        opened = asking(ledger, service, at_once=1)
        done = run(opened)
    assert done.read == 2 and done.refused == ()
    fitted, failed = done.by_model
    assert fitted.startswith("small-test: 1 claim proposed")
    assert failed.startswith("On 1 report the model gave no usable answer.")
    with serving(claiming()) as service:
        run(asking_elsewhere(opened, service))
        assert len(service.asked) == 1


def asking_elsewhere(ledger, service):
    toml = ledger.path / "cairn.toml"
    toml.write_text(toml.read_text("utf-8").replace(ledger.model.address, service.address), encoding="utf-8")
    return open_ledger(ledger.path)


def test_one_report_with_a_nonsense_answer_leaves_the_others_their_proposals(ledger, tmp_path):
    nonsense = [lambda handler: handler.say(200, completion("Sure! Here are the claims: none."))]
    collect_reports(ledger, tmp_path / "in", [told(3), REPORT, told(6)])
    with serving(*nonsense, claiming(CELLAR)) as service:
        done = run(asking(ledger, service, at_once=1))
    assert ModelReadingRecord.objects.count() == 2
    assert "is not JSON" in done.by_model[-1]


def test_a_key_that_no_header_can_hold_stops_only_the_asking(ledger, tmp_path, monkeypatch):
    monkeypatch.setenv("CAIRN_MODEL_KEY", "secret one\nX-Evil: 1")
    collect_reports(ledger, tmp_path / "in", [REPORT])
    with serving(claiming(CELLAR)) as service:
        done = run(asking(ledger, service))
        assert service.asked == []
    assert done.read == 1
    (sentence,) = done.by_model
    assert sentence.startswith("The model was not asked.") and "secret" not in sentence


def test_a_trace_shows_what_a_model_proposed_apart(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    with serving(claiming(CELLAR)) as service:
        opened = asking(ledger, service)
        run(opened)
    lines = "\n".join(walk(opened, Incident.objects.get()))
    assert (
        "proposed by the model: small-test, prompt 1, its quote stands there; in no figure: missing 4 (exact)"
        in lines
    )
    assert "[four apprentices never came out of the cellar]" in lines


def test_who_reviews_is_told_that_a_model_proposes_more(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT, told(3)])
    with serving(claiming(CELLAR, LIE)) as service:
        run(asking(ledger, service))
    told_more = [line.endswith("; a language model proposes 1 claim more") for line in waiting()]
    assert told_more == [False, True, False]


def test_what_the_grammar_reads_by_now_is_no_longer_told_as_a_proposal(ledger, tmp_path):
    collect_reports(ledger, tmp_path / "in", [REPORT])
    with serving(claiming(CELLAR)) as service:
        run(asking(ledger, service))
    (kept,) = ModelReadingRecord.objects.all()
    learnt = replace(kept.value.claims[0], rule="learnt since")
    actions.keep_readings(
        actions.the_machine("read"), [actions.Read(kept.report_id, Reading("eng", (learnt,)), "later")]
    )
    assert proposed_in([kept.report_id]) == {kept.report_id: ()}


def test_the_key_is_nowhere_in_the_ledger(ledger, tmp_path, monkeypatch):
    monkeypatch.setenv("CAIRN_MODEL_KEY", "secret-key-of-ours")
    collect_reports(ledger, tmp_path / "in", [REPORT])
    with serving(status(401)) as service:
        done = run(asking(ledger, service))
    assert "refuses the key" in done.by_model[0]
    held = [path.read_bytes() for path in ledger.path.rglob("*") if path.is_file()]
    assert not any(b"secret-key-of-ours" in each for each in held)
