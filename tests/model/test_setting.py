"""Where a model may be, and what is refused before anything is sent."""

import pytest

from cairn.exceptions import BadInput
from cairn.model.setting import ModelSetting, key_in


@pytest.mark.parametrize(
    "address",
    [
        "https://models.example/v1",
        "https://models.example:8443/v1/",
        "http://127.0.0.1:8080/v1",
        "http://[::1]:8080/v1",
        "http://192.168.7.4:8000/v1",
        "http://localhost:11434/v1",
        "http://ollama:11434/v1",
        "http://desk.local/v1",
    ],
)
def test_a_model_is_on_this_network_or_behind_tls(address):
    setting = ModelSetting(address, "small-test")
    assert setting.chat == address.rstrip("/") + "/chat/completions"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "no web address"),
        ("models.example/v1", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("ftp://models.example/", "no web address"),
        ("https://", "no web address"),
        ("https://models.example:port/v1", "no web address"),
        ("https://models.example/v 1", "no web address"),
        ("https://models.example/v1\r\nX-Evil: 1", "no web address"),
        ("https://me:secret@models.example/v1", "CAIRN_MODEL_KEY"),
        ("https://models.example/v1?key=secret", "must end before"),
        ("http://models.example/v1", "anyone on the way"),
        ("http://93.184.216.34/v1", "anyone on the way"),
    ],
)
def test_any_other_address_is_refused_without_saying_a_secret(address, sentence):
    with pytest.raises(BadInput, match=sentence) as refused:
        ModelSetting(address, "small-test")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "small\ntest"},
        {"seconds": 0},
        {"seconds": float("nan")},
        {"most_characters": -5},
        {"most_characters": 10**9},
        {"at_once": True},
        {"at_once": 1000},
        {"at_once": 1.5},
    ],
)
def test_bounds_are_numbers_within_reason(wrong):
    with pytest.raises(BadInput):
        ModelSetting(**{"address": "https://models.example/v1", "name": "small-test", **wrong})


def test_a_key_comes_from_the_environment_without_its_line_end():
    assert key_in({"CAIRN_MODEL_KEY": "abc-1\n"}) == "abc-1"
    assert key_in({}) == ""


@pytest.mark.parametrize("key", ["two words", "a\r\nX-Evil: 1", "clé"])
def test_a_key_that_no_header_can_hold_is_refused_unseen(key):
    with pytest.raises(BadInput) as refused:
        key_in({"CAIRN_MODEL_KEY": key})
    assert key not in str(refused.value)
