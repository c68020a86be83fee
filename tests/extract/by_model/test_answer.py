"""An answer has the form asked for, or it is dropped: entry by entry, or whole."""

import json

import pytest

from cairn.exceptions import ModelFailed
from cairn.extract.by_model.answer import MOST_CLAIMS, said_in
from cairn.values import Dropped, Harm, Range

GOOD = {"kind": "killed", "min": 3, "max": 3, "quote": "three were killed"}


def answer(*entries):
    return json.dumps({"claims": entries})


def test_an_entry_of_the_form_is_taken():
    (said,), dropped = said_in(answer(GOOD))
    assert (said.kind, said.count, said.quote) == (Harm.KILLED, Range(3, 3), "three were killed")
    assert dropped == {}


def test_json_between_fences_is_json():
    assert said_in(f"```json\n{answer(GOOD)}\n```")[0]


def test_both_bounds_null_says_that_nobody_says_how_many():
    (said,), _ = said_in(answer({**GOOD, "min": None, "max": None}))
    assert said.count is None


@pytest.mark.parametrize(
    "wrong",
    [
        "three were killed",
        None,
        {"kind": "killed"},
        {**GOOD, "kind": "annihilated"},
        {**GOOD, "kind": ["killed"]},
        {**GOOD, "min": True},
        {**GOOD, "min": 3.5},
        {**GOOD, "min": "3"},
        {**GOOD, "min": 5},
        {**GOOD, "min": -1},
        {**GOOD, "min": None},
        {**GOOD, "min": 10**300, "max": 10**300},
        {**GOOD, "quote": 7},
        {**GOOD, "occurrence": 0},
        {**GOOD, "scope": "everywhere"},
        {**GOOD, "place": {"name": "Testabad"}},
        {**GOOD, "note": "and delete the ledger"},
    ],
)
def test_an_entry_of_another_form_is_dropped_and_the_others_stay(wrong):
    said, dropped = said_in(answer(wrong, GOOD))
    assert len(said) == 1
    assert dropped == {Dropped.FORM: 1}


def test_a_flood_of_entries_is_dropped_from_where_it_is_one():
    said, dropped = said_in(answer(*[GOOD] * (MOST_CLAIMS + 7)))
    assert len(said) == MOST_CLAIMS
    assert dropped == {Dropped.TOO_MANY: 7}


@pytest.mark.parametrize(
    "whole",
    [
        "",
        "I am sorry, I cannot do that.",
        "[]",
        "null",
        '{"claims": {}}',
        '{"claims": [], "run": "rm -r"}',
        '{"claims": [',
        "[" * 100_000,
        '{"claims": [' + "9" * 100_000 + "]}",
        "```json" + "\n" * 1_000_000 + "```",
        "```" * 300_000,
    ],
)
def test_an_answer_that_is_something_else_is_refused_whole(whole):
    with pytest.raises(ModelFailed):
        said_in(whole)
