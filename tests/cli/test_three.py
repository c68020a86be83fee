"""`cairn total --three`: three totals of one question, and why the third is not given."""

import json

from tests.cli.commands import refused, said


def test_the_three_stand_apart_and_the_model_says_what_is_missing(after_run):
    listed = said("total", after_run, "--three", "--provisional", "--grade", "all")
    assert (
        listed.index("A  Envelope") < listed.index("B  Bounds") < listed.index("C  Model           not given")
    )
    assert "cairn.toml gives no weight to any grade counted here" in listed
    assert "30 adjudicated incidents of each grade" in listed


def test_weights_of_the_setting_bound_the_mean(after_run):
    toml = after_run / "cairn.toml"
    weights = "".join(f"{grade} = [0.5, 1.0]\n" for grade in ("weak", "fair", "contested", "confirmed"))
    toml.write_text(f"{toml.read_text('utf-8')}\n[weights]\n{weights}", "utf-8")
    asked = ("total", after_run, "--three", "--provisional", "--grade", "all", "--format", "json")
    found = json.loads(said(*asked))
    low, high = found["envelope"]["range"]
    assert (found["bounds"]["least"], found["bounds"]["most"]) == (low / 2, high)
    assert found["model"]["refused"]


def test_three_totals_are_of_one_question(after_run):
    assert "Leave out --by" in refused("total", after_run, "--three", "--by", "month")
    assert "Leave out --by" in refused("total", after_run, "--three", "--format", "csv")
