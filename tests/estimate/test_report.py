import json

import pytest

from cairn.estimate import OverlapTable, estimate, examined
from cairn.estimate.report import as_json, as_text, headline
from cairn.estimate.result import rounded, rounded_interval

KEYS = {
    "n_documented", "engine", "median", "interval", "level", "fan", "presented", "models", "diagnostics",
    "cautions", "refused", "reason", "assumptions", "seed", "version", "input_sha256",
}  # fmt: skip
TWO = OverlapTable(("a", "b"), {"10": 50, "01": 60, "11": 30})


def test_answers_and_refusals_have_one_shape(three_lists):
    for answer in (examined(three_lists), estimate(three_lists, "chao"), estimate(TWO)):
        said = json.loads(json.dumps(as_json(answer), allow_nan=False))
        assert set(said) == KEYS


def test_documented_people_come_first_and_the_interval_has_two_digits(three_lists):
    said = headline(estimate(three_lists))
    assert said == (
        "626 people documented. 690 to 800 in all, middle 730 "
        "(95%; estimated, includes deaths nobody recorded)."
    )


def test_a_refusal_is_a_sentence_after_the_documented_count():
    said = headline(estimate(TWO))
    assert said.startswith("140 people documented. No estimate: Two lists")


def test_the_text_says_which_way_each_failure_pushes(three_lists):
    said = as_text(examined(three_lists))
    assert "too high when links are missed" in said
    assert "too low when strangers are linked" in said
    assert "People whom no list could ever have recorded are not in it." in said


@pytest.mark.parametrize(
    ("number", "shown"), [(10357, 10000), (18010, 18000), (64921, 65000), (732, 730), (99.6, 100), (0, 0)]
)
def test_numbers_are_shown_to_two_digits(number, shown):
    assert rounded(number) == shown


def test_an_interval_is_rounded_outwards():
    assert rounded_interval((9167, 20875)) == (9100, 21000)
    assert rounded_interval((690, 700)) == (690, 700)
